// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/add_contact_dialog.h"

#include "core/text.h"
#include "gui/icons.h"
#include "gui/panel_style.h"
#include "gui/plain_label.h"
#include "gui/theme.h"
#include "gui/words.h"
#include "ui_add_contact_dialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QEvent>
#include <QLayout>

using namespace Qt::StringLiterals;

namespace timbre::gui {

namespace {
constexpr int counterFrom = 20;
}

AddContactDialog::AddContactDialog(QWidget *parent) :
    QDialog(parent),
    m_ui(std::make_unique<Ui::AddContactDialog>()),
    m_revealLabel(new PlainLabel(this)),
    m_stayCheck(new QCheckBox(this))
{
    m_ui->setupUi(this);
    m_revealLabel->setLines(2);
    setRole(m_revealLabel, "secondary");
    m_stayCheck->setObjectName(u"stayCheck"_s);
    const int buttons = m_ui->dialogLayout->indexOf(m_ui->buttonRow);
    m_ui->dialogLayout->insertWidget(buttons, m_stayCheck);
    m_ui->dialogLayout->insertWidget(buttons, m_revealLabel);
    setRevealing(false);
    setAttribute(Qt::WA_StyledBackground);
    m_ui->accountEdit->setLimits(core::nameGraphemes, core::nameBytes);
    m_ui->messageEdit->setLimits(core::requestTextGraphemes, core::requestTextGraphemes * 8);
    m_ui->nicknameEdit->setLimits(core::nameGraphemes, core::nameBytes);
    connect(m_ui->messageEdit, &LimitedLineEdit::remainingChanged, this, [this](int left) {
        m_ui->counterLabel->setVisible(left <= counterFrom);
        m_ui->counterLabel->setText(tr("%n character(s) left", nullptr, left));
    });
    connect(m_ui->accountEdit, &QLineEdit::textEdited, this, [this] { showAccountError({}); });
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->sendButton, &QPushButton::clicked, this, &AddContactDialog::submit);
    m_ui->counterLabel->hide();
    m_ui->accountError->hide();
    m_ui->errorLabel->hide();
    restyle();
}

AddContactDialog::~AddContactDialog() = default;

void AddContactDialog::start(const core::ContactId &ownId, const QString &ownAccount, const QString &ownName,
                             const QString &wanted)
{
    m_ownId = ownId;
    m_ownAccount = ownAccount;
    m_ui->accountEdit->setText(wanted);
    m_ui->nicknameEdit->clear();
    m_ui->messageEdit->setText(tr("I am %1.").arg(ownName));
    showAccountError({});
    showError({});
    setWaiting(false);
    show();
    raise();
    activateWindow();
    m_ui->accountEdit->setFocus(Qt::OtherFocusReason);
}

void AddContactDialog::showAccountError(const QString &sentence)
{
    setWaiting(false);
    m_ui->accountError->setText(sentence);
    m_ui->accountError->setVisible(!sentence.isEmpty());
    m_ui->accountEdit->setAccessibleDescription(sentence); // read with the field
    if (!sentence.isEmpty())
        m_ui->accountEdit->setFocus(Qt::OtherFocusReason);
}

void AddContactDialog::showError(const QString &sentence)
{
    setWaiting(false);
    m_ui->errorLabel->setText(sentence);
    m_ui->errorLabel->setVisible(!sentence.isEmpty());
}

bool AddContactDialog::isWaiting() const
{
    return m_waiting;
}

void AddContactDialog::setRevealing(bool reveals)
{
    m_revealing = reveals;
    m_stayCheck->setChecked(false);
    m_revealLabel->setVisible(reveals);
    m_stayCheck->setVisible(reveals);
    restyle();
}

bool AddContactDialog::staysVisible() const
{
    return m_revealing && m_stayCheck->isChecked();
}

QString AddContactDialog::account() const
{
    return m_ui->accountEdit->text().trimmed();
}

void AddContactDialog::submit()
{
    if (m_waiting)
        return;
    showError({});
    const QString name = account();
    if (name.isEmpty()) {
        showAccountError(tr("Type the account name or the id you were given."));
        return;
    }
    if (name == m_ownId.node() || (!m_ownAccount.isEmpty() && name == m_ownAccount)) {
        showAccountError(words::requestSentence(core::RequestProblem::Yourself, name));
        return;
    }
    setWaiting(true);
    Q_EMIT submitted(name, core::cleanRequestText(m_ui->messageEdit->text()),
                     core::cleanName(m_ui->nicknameEdit->text()));
}

void AddContactDialog::setWaiting(bool waiting)
{
    m_waiting = waiting;
    m_ui->sendButton->setEnabled(!waiting);
    m_ui->busyLabel->setText(waiting ? tr("Sending…") : QString());
}

bool AddContactDialog::event(QEvent *event)
{
    const bool done = QDialog::event(event);
    // A sentence that appears needs its room; broken lines are no minimum size to a window.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        resize(width(), layout()->totalHeightForWidth(width()));
    return done;
}

void AddContactDialog::restyle()
{
    m_revealLabel->setText(tr("You are invisible. Who gets this request will know you are here."));
    m_stayCheck->setText(tr("&Let them see me while I am invisible"));
    m_ui->sendButton->setIcon(m_revealing ? tintedIcon(u"eye"_s, themeOf(QApplication::palette()).onAccent) : QIcon());
    applyPanelStyle(
        this,
        u"timbre--gui--AddContactDialog { background: %1; }"_s.arg(themeOf(QApplication::palette()).surface.name()));
}

void AddContactDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
    if (changesLook(event) || event->type() == QEvent::LanguageChange)
        restyle();
    QDialog::changeEvent(event);
}

} // namespace timbre::gui
