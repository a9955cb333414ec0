// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/digest_panel.h"

#include "core/text.h"
#include "gui/icons.h"
#include "gui/panel_style.h"
#include "gui/plain_label.h"
#include "gui/presence_painter.h"
#include "gui/words.h"
#include "ui_digest_panel.h"

#include <QApplication>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace timbre::gui {

namespace {

using core::ContactId;
using core::Digest;

constexpr qsizetype namesShown = 3;

// "Anna, Ben, Cem and 4 more".
QString namesOf(const QList<ContactId> &ids, const DigestPanel::NameOf &nameOf)
{
    QStringList names;
    for (const ContactId &id : ids.first(std::min(namesShown, ids.size())))
        names.append(core::isolated(nameOf(id)));
    const QString list = names.join(DigestPanel::tr(", ", "between names"));
    const int more = static_cast<int>(ids.size() - names.size());
    //: %1 is names
    return more == 0 ? list : DigestPanel::tr("%1 and %n more", nullptr, more).arg(list);
}

} // namespace

DigestPanel::DigestPanel(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::DigestPanel>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_StyledBackground);
    connect(m_ui->closeButton, &QToolButton::clicked, this, [this] { setDigest({}, {}); });
    restyle();
    hide();
}

DigestPanel::~DigestPanel() = default;

void DigestPanel::setDigest(const Digest &digest, const NameOf &nameOf)
{
    const bool hadFocus = m_ui->closeButton->hasFocus();
    m_digest = digest;
    m_nameOf = nameOf;
    if (digest.isEmpty() && hadFocus)
        focusNextChild();
    refresh();
}

QString DigestPanel::title(const Digest &digest)
{
    const QString since = words::moment(digest.since, digest.until);
    switch (digest.reason) {
    case Digest::Reason::Away:
        //: %1 is a time, "14:02" or "yesterday 18:40"
        return tr("While you were away (since %1)").arg(since);
    case Digest::Reason::Busy:
        return tr("While you were busy (since %1)").arg(since);
    case Digest::Reason::LineLost:
        return tr("While there was no connection (since %1)").arg(since);
    }
    Q_UNREACHABLE();
}

QStringList DigestPanel::sentences(const Digest &digest, const NameOf &nameOf)
{
    QStringList list;
    if (!digest.messages.isEmpty()) {
        int count = 0;
        QList<ContactId> from;
        for (const Digest::Messages &messages : digest.messages) {
            count += messages.count;
            from.append(messages.from);
        }
        //: %1 is names
        list.append(tr("%n message(s) from %1.", nullptr, count).arg(namesOf(from, nameOf)));
    }
    for (const Digest::Change &change : digest.changed) {
        const QString who = core::isolated(nameOf(change.id));
        const QString state = availabilityName(change.availability);
        list.append(change.mood.isEmpty()
                        //: %1 is a name, %2 a state
                        ? tr("%1 is now %2.").arg(who, state)
                        //: %1 is a name, %2 a state, %3 a mood
                        : tr("%1 is now %2: %3").arg(who, state, core::isolated(change.mood)));
    }
    if (!digest.cameOnline.isEmpty())
        //: %1 is names
        list.append(tr("%1 came online.", nullptr, static_cast<int>(digest.cameOnline.size()))
                        .arg(namesOf(digest.cameOnline, nameOf)));
    for (const Digest::Change &change : digest.moods)
        //: %1 is a name, %2 a mood
        list.append(tr("%1 says: %2").arg(core::isolated(nameOf(change.id)), core::isolated(change.mood)));
    if (!digest.wentOffline.isEmpty())
        //: %1 is names
        list.append(tr("%1 went offline.", nullptr, static_cast<int>(digest.wentOffline.size()))
                        .arg(namesOf(digest.wentOffline, nameOf)));
    if (list.size() > mostSentences) {
        const int more = static_cast<int>(list.size() - mostSentences + 1);
        list = list.first(mostSentences - 1);
        list.append(tr("And %n more change(s).", nullptr, more));
    }
    return list;
}

void DigestPanel::refresh()
{
    const QStringList facts = m_digest.isEmpty() ? QStringList() : sentences(m_digest, m_nameOf);
    while (QLayoutItem *item = m_ui->factsLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString &fact : facts) {
        auto *label = new PlainLabel(this); // the layout's
        label->setLines(2);
        label->setText(fact);
        m_ui->factsLayout->addWidget(label);
    }
    const QString heading = facts.isEmpty() ? QString() : title(m_digest);
    m_ui->titleLabel->setText(heading);
    setAccessibleName(heading);
    setAccessibleDescription(facts.join(u' '));
    setVisible(!facts.isEmpty());
}

void DigestPanel::restyle()
{
    const Theme &theme = themeOf(QApplication::palette());
    applyPanelStyle(this, u"timbre--gui--DigestPanel { background: %1; }"_s.arg(theme.selected.name()));
    m_ui->closeButton->setIcon(tintedIcon(u"close"_s, theme.text));
}

void DigestPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        m_ui->closeButton->click();
    else
        QWidget::keyPressEvent(event);
}

void DigestPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        refresh();
    }
    if (changesLook(event))
        restyle();
    QWidget::changeEvent(event);
}

} // namespace timbre::gui
