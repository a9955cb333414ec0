// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/first_run_window.h"

#include "core/text.h"
#include "gui/icons.h"
#include "gui/panel_style.h"
#include "gui/presence_painter.h"
#include "ui_first_run_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace timbre::gui {

namespace {
constexpr int columnWidth = 480;
}

class FirstRunWindow::Private
{
public:
    Private(FirstRunWindow *window, Ui::FirstRunWindow &form, AddressCheck check) :
        q(window),
        ui(form),
        addressCheck(std::move(check)),
        certificatePanel(new CertificatePanel(form.formPage))
    {
    }

    void choose(Action chosen);
    void back();
    void submit();
    void show(QLabel *label, const QString &sentence);
    void clearErrors();
    void refreshTexts();
    void refreshPadlock();
    void refreshBusy();
    void restyle();

    FirstRunWindow *q;
    Ui::FirstRunWindow &ui;
    AddressCheck addressCheck;
    CertificatePanel *certificatePanel; // child of the form's page
    Action action = Action::OnThisComputer;
    QString busy; // what is being done; empty = nothing
};

void FirstRunWindow::Private::choose(Action chosen)
{
    action = chosen;
    clearErrors();
    refreshTexts();
    const bool local = action == Action::OnThisComputer;
    for (QWidget *widget :
         std::initializer_list<QWidget *>{ui.serverTitle, ui.serverEdit, ui.padlockIcon, ui.padlockLabel,
                                          ui.compactCheck, ui.passwordTitle, ui.passwordEdit, ui.rememberCheck})
        widget->setVisible(!local);
    refreshPadlock();
    ui.choicePage->hide();
    ui.formPage->show();
    if (local || !ui.serverEdit->text().isEmpty())
        ui.nameEdit->setFocus(Qt::OtherFocusReason);
    else
        ui.serverEdit->setFocus(Qt::OtherFocusReason);
}

void FirstRunWindow::Private::back()
{
    if (!busy.isEmpty()) {
        busy.clear();
        refreshBusy();
        Q_EMIT q->cancelled();
        return;
    }
    if (ui.formPage->isHidden())
        return;
    ui.formPage->hide();
    ui.choicePage->show();
    switch (action) {
    case Action::OnThisComputer:
        ui.localCard->setFocus(Qt::OtherFocusReason);
        break;
    case Action::SignIn:
        ui.signInCard->setFocus(Qt::OtherFocusReason);
        break;
    case Action::CreateAccount:
        ui.createCard->setFocus(Qt::OtherFocusReason);
        break;
    }
}

void FirstRunWindow::Private::show(QLabel *label, const QString &sentence)
{
    label->setText(sentence);
    label->setVisible(!sentence.isEmpty());
}

void FirstRunWindow::Private::clearErrors()
{
    certificatePanel->cancel();
    for (QLabel *label : std::initializer_list<QLabel *>{ui.serverError, ui.nameError, ui.passwordError, ui.formError})
        show(label, {});
    for (QWidget *field : std::initializer_list<QWidget *>{ui.serverEdit, ui.nameEdit, ui.passwordEdit})
        field->setAccessibleDescription({});
}

void FirstRunWindow::Private::submit()
{
    if (!busy.isEmpty())
        return;
    clearErrors();
    Form form;
    form.action = action;
    form.name = core::cleanName(ui.nameEdit->text());
    form.start = ui.startInvisible->isChecked() ? core::Availability::Invisible : core::Availability::Chat;
    if (action != Action::OnThisComputer) {
        form.server = ui.serverEdit->text().trimmed();
        form.password = ui.passwordEdit->text();
        form.compactEncoding = ui.compactCheck->isChecked();
        form.rememberPassword = ui.rememberCheck->isChecked();
        if (form.server.isEmpty())
            return q->showError(Field::Server, tr("Type the address of the server."));
        if (addressCheck && addressCheck(form.server) == Padlock::Invalid)
            return q->showError(Field::Server, tr("This is not an address. It looks like wss://chat.example.org."));
    }
    if (form.name.isEmpty())
        return q->showError(Field::Name,
                            action == Action::OnThisComputer ? tr("Type the name others will see.")
                                                             : tr("Type the name of your account."));
    if (action != Action::OnThisComputer && form.password.isEmpty())
        return q->showError(Field::Password, tr("Type the password."));
    Q_EMIT q->submitted(form);
}

void FirstRunWindow::Private::refreshTexts()
{
    ui.localCard->setText(tr("On this computer"));
    ui.localCard->setSentence(tr("Timbre runs a small server for you. Nothing to know, nothing to set up."));
    ui.signInCard->setText(tr("Sign in"));
    ui.signInCard->setSentence(tr("You have an account on a tim server."));
    ui.createCard->setText(tr("Create account"));
    ui.createCard->setSentence(tr("On a tim server whose address you know."));

    switch (action) {
    case Action::OnThisComputer:
        ui.formTitle->setText(tr("On this computer"));
        ui.nameTitle->setText(tr("Your &name"));
        ui.goButton->setText(tr("Start"));
        break;
    case Action::SignIn:
        ui.formTitle->setText(tr("Sign in"));
        ui.nameTitle->setText(tr("&Name"));
        ui.goButton->setText(tr("Sign in"));
        break;
    case Action::CreateAccount:
        ui.formTitle->setText(tr("Create account"));
        ui.nameTitle->setText(tr("&Name"));
        ui.goButton->setText(tr("Create account"));
        break;
    }
    ui.startChat->setText(availabilityName(core::Availability::Chat));
    ui.startInvisible->setText(availabilityName(core::Availability::Invisible));
    ui.startChat->setAccessibleName(tr("Start as %1").arg(ui.startChat->text()));
    ui.startInvisible->setAccessibleName(tr("Start as %1").arg(ui.startInvisible->text()));
    ui.startHint->setText(ui.startInvisible->isChecked()
                              ? tr("You look offline to your contacts, and see them as they change.")
                              : tr("Your contacts see that you are here."));
}

void FirstRunWindow::Private::refreshPadlock()
{
    const QString address = ui.serverEdit->text().trimmed();
    const Theme &theme = themeOf(QApplication::palette());
    const bool shown = action != Action::OnThisComputer && !address.isEmpty() && addressCheck != nullptr;
    const Padlock padlock = shown ? addressCheck(address) : Padlock::Invalid;
    ui.padlockIcon->setVisible(shown && padlock != Padlock::Invalid);
    ui.padlockLabel->setVisible(shown);
    QString icon = u"padlock-open"_s;
    switch (padlock) {
    case Padlock::Invalid: // not yet an address: no reproach while typing
        ui.padlockLabel->setText(tr("An address begins with wss:// or ws://."));
        setRole(ui.padlockLabel, "small");
        break;
    case Padlock::Encrypted:
        icon = u"padlock-closed"_s;
        ui.padlockLabel->setText(tr("Encrypted: nobody on the way can read along."));
        setRole(ui.padlockLabel, "good");
        break;
    case Padlock::LoopbackPlain:
        icon = u"computer"_s;
        ui.padlockLabel->setText(tr("Not encrypted, but it does not leave this computer."));
        setRole(ui.padlockLabel, "small");
        break;
    case Padlock::Plain:
        ui.padlockLabel->setText(tr("Not encrypted: others on the network can read everything, your password too."));
        setRole(ui.padlockLabel, "error");
        break;
    }
    const QColor color = padlock == Padlock::Encrypted ? theme.chat
        : padlock == Padlock::Plain                    ? theme.danger
                                                       : theme.text2;
    ui.padlockIcon->setPixmap(tintedIcon(icon, color).pixmap(QSize(16, 16), q->devicePixelRatioF()));
    ui.serverEdit->setAccessibleDescription(shown ? ui.padlockLabel->text() : QString());
}

void FirstRunWindow::Private::refreshBusy()
{
    const bool is = !busy.isEmpty();
    for (QWidget *widget : std::initializer_list<QWidget *>{
             ui.serverEdit, ui.compactCheck, ui.nameEdit, ui.passwordEdit, ui.rememberCheck, ui.startChat,
             ui.startInvisible, ui.goButton, ui.localCard, ui.signInCard, ui.createCard})
        widget->setEnabled(!is);
    ui.backButton->setText(is ? tr("Cancel") : tr("Back"));
    ui.busyLabel->setText(busy);
    ui.busyLabel->setVisible(is);
    if (is)
        ui.backButton->setFocus(Qt::OtherFocusReason);
}

void FirstRunWindow::Private::restyle()
{
    const Theme &theme = themeOf(QApplication::palette());
    applyPanelStyle(q,
                    u"timbre--gui--FirstRunWindow, QScrollArea, QWidget#content, "
                    u"QWidget#choicePage, QWidget#formPage"
                    " { background: %1; }"_s.arg(theme.window.name()));
    ui.content->setMaximumWidth(qRound(columnWidth * metrics::scale(QApplication::font())));
    ui.logoLabel->setPixmap(appIcon().pixmap(QSize(72, 72), q->devicePixelRatioF()));
    ui.localCard->setIcon(tintedIcon(u"computer"_s, theme.accent));
    ui.signInCard->setIcon(tintedIcon(u"person"_s, theme.accent));
    ui.createCard->setIcon(tintedIcon(u"add-contact"_s, theme.accent));
    ui.startChat->setIcon(presenceIcon(core::Availability::Chat, theme));
    ui.startInvisible->setIcon(presenceIcon(core::Availability::Invisible, theme));
    refreshPadlock();
}

FirstRunWindow::FirstRunWindow(AddressCheck check, QWidget *parent) :
    QWidget(parent),
    m_ui(std::make_unique<Ui::FirstRunWindow>())
{
    m_ui->setupUi(this);
    d = std::make_unique<Private>(this, *m_ui, std::move(check));
    setAttribute(Qt::WA_StyledBackground);
    setWindowIcon(appIcon());
    resize(defaultSize(*this, {480, 640}));
    m_ui->nameEdit->setLimits(core::nameGraphemes, core::nameBytes);
    m_ui->serverEdit->setMaxLength(512);
    m_ui->passwordEdit->setMaxLength(256);
    m_ui->startChat->setChecked(true);
    connect(m_ui->localCard, &QAbstractButton::clicked, this, [this] { d->choose(Action::OnThisComputer); });
    connect(m_ui->signInCard, &QAbstractButton::clicked, this, [this] { d->choose(Action::SignIn); });
    connect(m_ui->createCard, &QAbstractButton::clicked, this, [this] { d->choose(Action::CreateAccount); });
    connect(m_ui->backButton, &QPushButton::clicked, this, [this] { d->back(); });
    connect(m_ui->goButton, &QPushButton::clicked, this, [this] { d->submit(); });
    connect(m_ui->startInvisible, &QPushButton::toggled, this, [this] { d->refreshTexts(); });
    connect(m_ui->serverEdit, &QLineEdit::textChanged, this, [this] {
        d->show(m_ui->serverError, {});
        d->refreshPadlock();
    });
    // Enter goes on to the next empty field, and submits from the last.
    for (QLineEdit *edit : std::initializer_list<QLineEdit *>{m_ui->serverEdit, m_ui->nameEdit, m_ui->passwordEdit})
        connect(edit, &QLineEdit::returnPressed, this, [this, edit] {
            for (QLineEdit *next :
                 std::initializer_list<QLineEdit *>{m_ui->serverEdit, m_ui->nameEdit, m_ui->passwordEdit})
                if (next != edit && !next->isHidden() && next->text().isEmpty())
                    return next->setFocus(Qt::TabFocusReason);
            d->submit();
        });
    m_ui->formLayout->insertWidget(m_ui->formLayout->indexOf(m_ui->formError), d->certificatePanel);
    connect(d->certificatePanel, &CertificatePanel::trustChosen, this, &FirstRunWindow::certificateTrusted);
    connect(d->certificatePanel, &CertificatePanel::declineChosen, this, &FirstRunWindow::certificateDeclined);
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    connect(escape, &QShortcut::activated, this, [this] { d->back(); });
    m_ui->formPage->hide();
    d->clearErrors();
    d->refreshTexts();
    d->refreshBusy();
    d->restyle();
    m_ui->localCard->setFocus();
}

FirstRunWindow::~FirstRunWindow() = default;

void FirstRunWindow::prefill(const Form &form)
{
    m_ui->serverEdit->setText(form.server);
    m_ui->compactCheck->setChecked(form.compactEncoding);
    m_ui->rememberCheck->setChecked(form.rememberPassword);
    m_ui->nameEdit->setText(form.name);
    m_ui->passwordEdit->setText(form.password);
    m_ui->startChat->setChecked(form.start != core::Availability::Invisible);
    m_ui->startInvisible->setChecked(form.start == core::Availability::Invisible);
    d->choose(form.action);
    if (form.action != Action::OnThisComputer && !form.name.isEmpty())
        m_ui->passwordEdit->setFocus(Qt::OtherFocusReason);
}

void FirstRunWindow::setBusy(const QString &what)
{
    d->clearErrors();
    d->busy = what;
    d->refreshBusy();
}

void FirstRunWindow::askCertificate(const CertificateQuestion &question)
{
    setBusy({});
    d->certificatePanel->ask(question);
    d->certificatePanel->setFocus(Qt::OtherFocusReason);
    QMetaObject::invokeMethod(
        this, [this] { m_ui->scrollArea->ensureWidgetVisible(d->certificatePanel); }, Qt::QueuedConnection);
}

void FirstRunWindow::showError(Field field, const QString &sentence)
{
    d->busy.clear();
    d->refreshBusy();
    d->clearErrors();
    QLabel *label = m_ui->formError;
    QWidget *edit = nullptr;
    switch (field) {
    case Field::None:
        break;
    case Field::Server:
        label = m_ui->serverError;
        edit = m_ui->serverEdit;
        break;
    case Field::Name:
        label = m_ui->nameError;
        edit = m_ui->nameEdit;
        break;
    case Field::Password:
        label = m_ui->passwordError;
        edit = m_ui->passwordEdit;
        break;
    }
    // The field may not be on this page (a server's trouble while "On this computer").
    if (edit && edit->isHidden()) {
        label = m_ui->formError;
        edit = nullptr;
    }
    d->show(label, sentence);
    if (edit) {
        edit->setAccessibleDescription(sentence);
        edit->setFocus(Qt::OtherFocusReason);
    } else {
        m_ui->goButton->setFocus(Qt::OtherFocusReason);
    }
}

void FirstRunWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        d->refreshTexts();
        d->refreshPadlock();
        d->refreshBusy();
    }
    if (d && changesLook(event))
        d->restyle();
    QWidget::changeEvent(event);
}

void FirstRunWindow::closeEvent(QCloseEvent *event)
{
    event->accept();
    Q_EMIT closed();
}

} // namespace timbre::gui
