// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/contact_card.h"

#include "core/text.h"
#include "gui/icons.h"
#include "gui/panel_style.h"
#include "gui/presence_painter.h"
#include "gui/seen_words.h"
#include "gui/words.h"
#include "ui_contact_card.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace timbre::gui {

namespace {

using core::Availability;
using core::Freshness;
using core::Relation;

constexpr int bigAvatar = 96;
constexpr int cardWidth = 480; // a wider window gives space, not longer buttons

} // namespace

ContactCard::ContactCard(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::ContactCard>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_StyledBackground);
    m_ui->avatarView->setDiameter(bigAvatar);
    m_ui->avatarView->setInteractive(false);
    m_ui->nameEdit->setLimits(core::nameGraphemes, core::nameBytes);
    m_ui->nameEdit->installEventFilter(this);
    m_ui->nameEdit->hide();
    connect(m_ui->backButton, &QToolButton::clicked, this, &ContactCard::backChosen);
    connect(m_ui->copyButton, &QToolButton::clicked, this, [this] {
        QApplication::clipboard()->setText(m_contact.id.node());
        Q_EMIT copied(m_contact.id.node());
    });
    connect(m_ui->renameButton, &QPushButton::clicked, this, &ContactCard::startRenaming);
    connect(m_ui->nameEdit, &QLineEdit::returnPressed, this, [this] { stopRenaming(true); });
    connect(m_ui->pinButton, &QPushButton::clicked, this,
            [this] { Q_EMIT pinChosen(m_contact.id, !m_contact.pinned); });
    connect(m_ui->removeButton, &QPushButton::clicked, this, [this] { Q_EMIT removeChosen(m_contact.id); });
    connect(m_ui->blockButton, &QPushButton::clicked, this, [this] { Q_EMIT blockChosen(m_contact.id); });
    connect(m_ui->ledgerButton, &QPushButton::clicked, this, [this] { Q_EMIT ledgerChosen(m_contact.id); });
    setGroups({});
    restyle();
}

ContactCard::~ContactCard() = default;

void ContactCard::setContact(const core::Contact &contact, const core::ContactPresence &presence, qint64 wallNow)
{
    if (contact.id != m_contact.id)
        stopRenaming(false);
    m_contact = contact;
    m_presence = presence;
    m_now = wallNow;
    refresh();
}

void ContactCard::setGroups(const QStringList &names)
{
    m_ui->groupsTitle->setVisible(!names.isEmpty());
    m_ui->groupsLabel->setVisible(!names.isEmpty());
    m_ui->groupsLabel->setText(QLocale().createSeparatedList(names));
}

void ContactCard::setLastSeen(const core::LastSeen::Fact &seen)
{
    m_seen = seen;
}

core::ContactId ContactCard::contact() const
{
    return m_contact.id;
}

qint64 ContactCard::agesChangeIn(qint64 wallNow) const
{
    qint64 next = words::absenceChangesIn(m_presence, m_seen, wallNow);
    for (const qint64 moment : {m_presence.since, m_presence.heardAt, m_contact.requestedAt}) {
        if (moment <= 0)
            continue;
        const qint64 change = words::agoChangesIn(moment, wallNow);
        if (next < 0 || change < next)
            next = change;
    }
    if (m_presence.until > wallNow && (next < 0 || m_presence.until - wallNow < next))
        next = m_presence.until - wallNow;
    return next;
}

void ContactCard::setBackVisible(bool visible)
{
    m_ui->backButton->setVisible(visible);
}

void ContactCard::startRenaming()
{
    m_ui->nameEdit->setText(m_contact.nickname.isEmpty() ? m_contact.displayName() : m_contact.nickname);
    m_ui->nameLabel->hide();
    m_ui->nameEdit->show();
    m_ui->nameEdit->selectAll();
    m_ui->nameEdit->setFocus(Qt::OtherFocusReason);
}

void ContactCard::stopRenaming(bool keep)
{
    if (m_ui->nameEdit->isHidden())
        return;
    const QString name = core::cleanName(m_ui->nameEdit->text());
    const bool hadFocus = m_ui->nameEdit->hasFocus();
    m_ui->nameEdit->hide();
    m_ui->nameLabel->show();
    if (hadFocus)
        m_ui->renameButton->setFocus(Qt::OtherFocusReason);
    if (keep && name != m_contact.nickname)
        Q_EMIT renameChosen(m_contact.id, name);
}

void ContactCard::refresh()
{
    if (m_contact.id.isEmpty())
        return;
    const Theme &theme = themeOf(QApplication::palette());
    const QString name = m_contact.displayName();
    const QString who = core::isolated(name);
    m_ui->avatarView->setPerson(m_contact.id, name);
    m_ui->avatarView->setPresence(m_presence.availability, m_presence.freshness);
    m_ui->avatarView->setAccessibleName(
        presenceSentence(name, m_presence.availability, m_presence.freshness, m_presence.mood));
    m_ui->nameLabel->setText(name);

    const bool asked = m_contact.relation == Relation::Asked;
    const bool blocked = m_contact.relation == Relation::Blocked;
    QString state;
    if (asked)
        //: %1 is a time, "14:05" or "yesterday 18:40"
        state = m_contact.requestedAt > 0 ? tr("Request sent %1").arg(words::moment(m_contact.requestedAt, m_now))
                                          : tr("Request sent");
    else if (blocked)
        state = tr("Blocked");
    else if (const QString absent = words::absenceOf(m_presence, m_seen, m_now); !absent.isEmpty())
        state = absent;
    else if (m_presence.until > m_now)
        state = words::stateUntilThen(
            availabilityName(m_presence.availability), m_presence.until,
            m_presence.next == Availability::Unknown ? QString() : availabilityName(m_presence.next), m_now);
    else if (m_presence.idleSince > 0)
        //: %1 is a state, %2 a time: "Away, idle since 14:02"
        state = tr("%1, idle since %2")
                    .arg(availabilityName(m_presence.availability), words::moment(m_presence.idleSince, m_now));
    else if (m_presence.since > 0 && m_now - m_presence.since > 60'000)
        //: %1 is a state, %2 a time: "Busy since 14:02"
        state
            = tr("%1 since %2").arg(availabilityName(m_presence.availability), words::moment(m_presence.since, m_now));
    else
        state = availabilityName(m_presence.availability);
    m_ui->stateLabel->setText(state);
    const qreal ratio = devicePixelRatioF();
    QPixmap shape(QSize(14, 14) * ratio);
    shape.setDevicePixelRatio(ratio);
    shape.fill(Qt::transparent);
    {
        QPainter painter(&shape);
        painter.setRenderHint(QPainter::Antialiasing);
        paintPresence(painter, QRectF(1, 1, 12, 12), m_presence.availability, m_presence.freshness, theme);
    }
    m_ui->stateIcon->setPixmap(shape);
    m_ui->stateIcon->setVisible(!asked && !blocked);

    m_ui->moodLabel->setText(m_presence.mood);
    m_ui->moodLabel->setVisible(!m_presence.mood.isEmpty());
    m_ui->accountLabel->setText(m_contact.id.node());
    // What they call themselves matters only where the user sees something else.
    const bool differs = !m_contact.profileName.isEmpty() && m_contact.profileName != name;
    m_ui->profileTitle->setVisible(differs);
    m_ui->profileLabel->setVisible(differs);
    m_ui->profileLabel->setText(m_contact.profileName);
    m_ui->heardLabel->setText(m_presence.heardAt > 0 ? words::ago(m_presence.heardAt, m_now) : tr("not yet"));
    m_ui->devicesTitle->setVisible(m_presence.devices > 0);
    m_ui->devicesLabel->setVisible(m_presence.devices > 0);
    m_ui->devicesLabel->setText(locale().toString(m_presence.devices));
    m_ui->heardTitle->setVisible(!asked && !blocked);
    m_ui->heardLabel->setVisible(!asked && !blocked);

    QString hint;
    if (asked)
        hint = tr("You will see each other’s status once %1 accepts.").arg(who);
    else if (m_presence.mutedUntil > 0)
        hint = words::muted(m_presence.mutedUntil);
    else if (m_presence.rawShow > 4 || m_presence.rawShow < 0)
        hint = tr("%1 uses a client with states of its own (number %2).").arg(who).arg(m_presence.rawShow);
    m_ui->hintLabel->setText(hint);
    m_ui->hintLabel->setVisible(!hint.isEmpty());

    m_ui->pinButton->setText(m_contact.pinned ? tr("Unpin") : tr("Pin"));
    m_ui->pinButton->setVisible(m_contact.relation == Relation::Accepted);
    m_ui->removeButton->setText(asked ? tr("Take back…") : blocked ? tr("Unblock…") : tr("Remove…"));
    m_ui->blockButton->setVisible(!blocked);
    m_ui->ledgerButton->setAccessibleName(tr("What %1 saw of me").arg(who));
    m_ui->renameButton->setAccessibleName(tr("Rename %1").arg(who));
    m_ui->pinButton->setAccessibleName(m_contact.pinned ? tr("Unpin %1").arg(who) : tr("Pin %1").arg(who));
    m_ui->removeButton->setAccessibleName(tr("Remove %1").arg(who));
    m_ui->blockButton->setAccessibleName(tr("Block %1").arg(who));
}

bool ContactCard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->nameEdit) {
        if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            stopRenaming(false);
            return true;
        }
        if (event->type() == QEvent::FocusOut) {
            const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
            if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
                stopRenaming(false);
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ContactCard::restyle()
{
    const Theme &theme = themeOf(QApplication::palette());
    applyPanelStyle(this,
                    u"timbre--gui--ContactCard, QScrollArea, QWidget#content { background: %1; }"
                    "QFrame#facts { background: %2; border: none; border-radius: 8px; }"_s.arg(theme.window.name(),
                                                                                               theme.surface.name()));
    m_ui->content->setMaximumWidth(qRound(cardWidth * metrics::scale(QApplication::font())));
    m_ui->copyButton->setIcon(themedIcon(u"copy"_s, theme));
    m_ui->backButton->setIcon(themedIcon(layoutDirection() == Qt::RightToLeft ? u"forward"_s : u"back"_s, theme));
}

void ContactCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        refresh();
    }
    if (changesLook(event) || event->type() == QEvent::LayoutDirectionChange) {
        restyle();
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace timbre::gui
