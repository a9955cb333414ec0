// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/request_card.h"

#include "core/text.h"
#include "gui/icons.h"
#include "gui/panel_style.h"
#include "gui/theme.h"
#include "ui_request_card.h"

#include <QApplication>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace timbre::gui {

RequestCard::RequestCard(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::RequestCard>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_StyledBackground);
    m_ui->avatarView->setDiameter(metrics::rowAvatar);
    m_ui->avatarView->setInteractive(false);
    m_ui->avatarView->setPresenceShown(false);
    m_ui->errorLabel->hide();
    connect(m_ui->acceptButton, &QPushButton::clicked, this, &RequestCard::acceptChosen);
    connect(m_ui->declineButton, &QPushButton::clicked, this, &RequestCard::declineChosen);
    connect(m_ui->blockButton, &QPushButton::clicked, this, &RequestCard::blockChosen);
    restyle();
}

RequestCard::~RequestCard() = default;

void RequestCard::setContact(const core::Contact &contact)
{
    if (contact == m_contact)
        return;
    m_contact = contact;
    refresh();
}

void RequestCard::setError(const QString &sentence)
{
    m_ui->errorLabel->setText(sentence);
    m_ui->errorLabel->setVisible(!sentence.isEmpty());
}

void RequestCard::setRevealing(bool reveals)
{
    m_revealing = reveals;
    restyle();
}

void RequestCard::refresh()
{
    const QString name = m_contact.displayName();
    const QString who = core::isolated(name);
    const bool unapproved = m_contact.relation == core::Relation::Unapproved;
    m_ui->avatarView->setPerson(m_contact.id, name);
    m_ui->avatarView->setAccessibleName(name);
    m_ui->nameLabel->setText(name);
    m_ui->textLabel->setText(unapproved ? tr("%1 appeared in your list without your approval.").arg(who)
                                 : m_contact.requestText.isEmpty() ? tr("Wants to be your contact.")
                                                                   : m_contact.requestText);
    m_ui->acceptButton->setText(unapproved ? tr("Keep") : tr("Accept"));
    m_ui->declineButton->setText(unapproved ? tr("Remove") : tr("Decline"));
    // Blocking a stranger is not silent on tim (features.md 1E b): it is said before, and asked by
    // the window.
    m_ui->blockButton->setToolTip(tr("The server tells them that you blocked them"));
    m_ui->acceptButton->setAccessibleName(unapproved ? tr("Keep %1").arg(who) : tr("Accept %1").arg(who));
    m_ui->declineButton->setAccessibleName(unapproved ? tr("Remove %1").arg(who) : tr("Decline %1").arg(who));
    m_ui->blockButton->setAccessibleName(tr("Block %1").arg(who));
    setAccessibleName(tr("Request from %1").arg(who));
}

void RequestCard::restyle()
{
    const Theme &theme = themeOf(QApplication::palette());
    setStyleSheet(u"timbre--gui--RequestCard { background: %1; border-radius: 8px; }"_s.arg(theme.window.name()));
    m_ui->acceptButton->setIcon(m_revealing ? tintedIcon(u"eye"_s, theme.onAccent) : QIcon());
    m_ui->acceptButton->setToolTip(m_revealing ? tr("They will know you are here") : QString());
}

void RequestCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        refresh();
    }
    if (event->type() == QEvent::ApplicationPaletteChange)
        restyle();
    QWidget::changeEvent(event);
}

} // namespace timbre::gui
