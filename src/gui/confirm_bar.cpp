// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/confirm_bar.h"

#include "core/text.h"
#include "gui/panel_style.h"
#include "gui/theme.h"
#include "ui_confirm_bar.h"

#include <QApplication>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace timbre::gui {

ConfirmBar::ConfirmBar(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::ConfirmBar>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_StyledBackground);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &ConfirmBar::cancel);
    connect(m_ui->blockCheck, &QCheckBox::toggled, this, &ConfirmBar::refresh);
    connect(m_ui->confirmButton, &QPushButton::clicked, this, [this] {
        const Question question = std::exchange(m_question, Question::None);
        hide();
        if (question == Question::Remove)
            Q_EMIT removeConfirmed(m_contact.id, m_ui->blockCheck->isChecked());
        else if (question == Question::Block)
            Q_EMIT blockConfirmed(m_contact.id);
    });
    restyle();
    hide();
}

ConfirmBar::~ConfirmBar() = default;

void ConfirmBar::askRemove(const core::Contact &contact)
{
    ask(Question::Remove, contact);
}

void ConfirmBar::askBlock(const core::Contact &contact)
{
    ask(Question::Block, contact);
}

void ConfirmBar::cancel()
{
    m_question = Question::None;
    hide();
    Q_EMIT cancelled();
}

core::ContactId ConfirmBar::asksAbout() const
{
    return m_question == Question::None ? core::ContactId() : m_contact.id;
}

void ConfirmBar::ask(Question question, const core::Contact &contact)
{
    m_question = question;
    m_contact = contact;
    m_ui->blockCheck->setChecked(false);
    refresh();
    show();
    m_ui->cancelButton->setFocus(Qt::OtherFocusReason); // the safe answer
}

void ConfirmBar::refresh()
{
    const QString who = core::isolated(m_contact.displayName());
    const bool remove = m_question == Question::Remove;
    const bool block = !remove || m_ui->blockCheck->isChecked();
    m_ui->questionLabel->setText(remove ? tr("Remove %1 from your contacts?").arg(who) : tr("Block %1?").arg(who));
    QString sentence;
    if (!block)
        sentence = tr("You will no longer see each other’s status.");
    else if (m_contact.relation == core::Relation::Accepted)
        sentence = tr("You will no longer see each other’s status, and new requests from them are refused.");
    else
        sentence = tr("New requests from them are refused. The server tells them that you blocked them.");
    m_ui->sentenceLabel->setText(sentence);
    m_ui->blockCheck->setVisible(remove);
    m_ui->confirmButton->setText(!remove ? tr("Block") : block ? tr("Remove and block") : tr("Remove"));
    setAccessibleName(m_ui->questionLabel->text());
}

void ConfirmBar::restyle()
{
    const Theme &theme = themeOf(QApplication::palette());
    applyPanelStyle(this,
                    u"timbre--gui--ConfirmBar { background: %1; border-top: 1px solid %2; }"_s.arg(
                        theme.raised.name(), theme.separator.name()));
}

void ConfirmBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        refresh();
    }
    if (changesLook(event))
        restyle();
    QWidget::changeEvent(event);
}

void ConfirmBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        cancel();
    else
        QWidget::keyPressEvent(event);
}

} // namespace timbre::gui
