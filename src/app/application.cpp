// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

#include "app/application.h"

#include "app/problem_words.h"
#include "gui/startup_problem_window.h"
#include "gui/words.h"
#include "net/server_address.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QWindow>

#include <cstdio>

namespace timbre::app {

using namespace Qt::StringLiterals;
using Form = gui::FirstRunWindow::Form;
using Field = gui::FirstRunWindow::Field;

namespace {

gui::FirstRunWindow::Padlock checkAddress(const QString &typed)
{
    using Padlock = gui::FirstRunWindow::Padlock;
    const auto address = net::parseServerAddress(typed);
    if (!address)
        return Padlock::Invalid;
    switch (address->security) {
    case net::ServerAddress::Security::Encrypted:
        return Padlock::Encrypted;
    case net::ServerAddress::Security::LoopbackPlain:
        return Padlock::LoopbackPlain;
    case net::ServerAddress::Security::Plain:
        return Padlock::Plain;
    }
    return Padlock::Invalid;
}

Form formOf(const store::AccountRecord &record)
{
    Form form;
    form.action = record.home == store::AccountRecord::Home::ThisComputer ? gui::FirstRunWindow::Action::OnThisComputer
                                                                          : gui::FirstRunWindow::Action::SignIn;
    if (!record.endpoints.isEmpty())
        form.server = record.endpoints.constFirst().toString();
    form.name = accountLabel(record);
    form.compactEncoding = record.encoding == protocol::Encoding::ThriftCompact;
    return form;
}

// One folder per account and server; says nothing to people.
QString folderNameOf(const store::AccountRecord &record)
{
    const QString server = record.endpoints.isEmpty() ? u"this-computer"_s : record.endpoints.constFirst().toString();
    const QByteArray key = QStringList{server, record.domain, record.name}.join(u'\n').toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex().left(24));
}

} // namespace

Application::Application(Options options, core::Clock &clock, core::Random &random, QObject *parent) :
    QObject(parent),
    m_options(std::move(options)),
    m_clock(clock),
    m_random(random),
    m_keychain(clock, u"Timbre"_s),
    m_accounts(clock),
    m_desk(clock)
{
    connect(qGuiApp, &QGuiApplication::lastWindowClosed, this, &Application::leave);
}

Application::~Application() = default;

void Application::start()
{
    openProfile();
    if (m_options.command.task != InstanceCommand::Task::Show && !handle(m_options.command).isEmpty())
        m_later = m_options.command;
}

QString Application::handle(const InstanceCommand &command)
{
    using Task = InstanceCommand::Task;
    switch (command.task) {
    case Task::Show:
        showNow(command.activationToken);
        return {};
    case Task::SetStatus:
        if (!m_account)
            return tr("Timbre is not signed in yet.");
        if (command.availability)
            m_account->session().status().setAvailability(*command.availability);
        if (command.mood)
            m_account->session().status().setMood(*command.mood);
        return {};
    case Task::OpenLink:
        showNow(command.activationToken);
        if (!m_account || m_firstRun)
            return tr("Timbre is not signed in yet.");
        m_account->window().addContact(command.account);
        return {};
    case Task::Quit:
        // The caller is to hear that it worked before everything goes.
        QMetaObject::invokeMethod(this, &Application::leave, Qt::QueuedConnection);
        return {};
    }
    return {};
}

void Application::showNow(const QString &activationToken)
{
    QWidget *window = m_problem ? m_problem.get() : m_firstRun ? static_cast<QWidget *>(m_firstRun.get()) : nullptr;
    if (!window && m_account)
        window = &m_account->window();
    if (!window)
        return;
    if (!activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activationToken.toUtf8()); // where Qt's Wayland plugin looks for it
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->show();
    window->raise();
    window->activateWindow();
}

void Application::openProfile()
{
    auto profile = store::Profile::open(profileFolderOf(m_options));
    const bool asSaved = profile && m_options.appearance == gui::Appearance::System;
    gui::applyAppearance(*qApp,
                         asSaved ? appearanceOf((*profile)->setting(u"window/appearance"_s)) : m_options.appearance);
    if (!profile) {
        fail(sentenceFor(profile.error()));
        return;
    }
    m_profile = std::move(*profile);
    m_savedPassword = std::make_unique<SavedPassword>(m_keychain, *m_profile);
    connect(m_savedPassword.get(), &SavedPassword::saveFailed, this, [this] {
        if (m_account)
            m_account->window().setNotice(tr("The password was not saved; Timbre will ask for it at the next start."));
    });
    if (m_options.signIn) {
        signInFromCommandLine();
        return;
    }
    const auto account = m_profile->account();
    if (!account) {
        showFirstRun(std::nullopt);
    } else if (account->home == store::AccountRecord::Home::Server) {
        if (m_savedPassword->isSaved())
            signInWithSavedPassword(*account);
        else
            showFirstRun(formOf(*account));
    } else if ((m_account = openAccount(*account))) {
        showMainWindow();
        startNode();
    }
}

void Application::signInFromCommandLine()
{
    Form form;
    form.action = gui::FirstRunWindow::Action::SignIn;
    form.server = m_options.signIn->server;
    form.name = m_options.signIn->user;
    form.compactEncoding = m_options.signIn->compactEncoding;
    showFirstRun(form);
    const auto password = readPasswordFile(m_options.signIn->passwordFile);
    if (!password) {
        m_firstRun->showError(Field::Password, password.error().sentence);
        return;
    }
    form.password = *password;
    onSubmitted(form, Account::PasswordFrom::File);
}

// The window with the contacts known is there at once; the keychain may take its time, or ask the person first.
void Application::signInWithSavedPassword(const store::AccountRecord &record)
{
    m_account = openAccount(record);
    if (!m_account)
        return;
    showMainWindow();
    m_savedPassword->load(record, m_account.get(), [this, record](const auto &password) {
        if (!m_account)
            return; // signed out meanwhile
        if (password)
            return m_account->signInWithPassword(*password, Account::PasswordFrom::Keychain);
        showFirstRun(formOf(record));
        dropAccount();
        if (password.error() != desktop::KeychainError::NotFound)
            m_firstRun->showError(Field::Password, sentenceFor(password.error()));
    });
}

std::unique_ptr<Account> Application::openAccount(const store::AccountRecord &record)
{
    auto data = store::Profile::open(m_profile->folder() + "/accounts/"_L1 + folderNameOf(record));
    if (!data) {
        fail(sentenceFor(data.error()));
        return nullptr;
    }
    auto account = std::make_unique<Account>(std::move(*data), record, m_clock, m_random);
    account->setIdleSource(m_desk);
    connect(account.get(), &Account::signOutChosen, this, &Application::onSignOut);
    connect(account.get(), &Account::recordChanged, this,
            [this](const store::AccountRecord &changed) { m_profile->saveAccount(changed); });
    connect(account.get(), &Account::passwordAccepted, this, [this, record](const QString &password) {
        if (m_savedPassword->isWanted())
            m_savedPassword->save(record, password);
        else
            m_savedPassword->forget(record);
    });
    connect(&account->window(), &gui::MainWindow::quitChosen, this, &Application::leave);
    connect(&account->window(), &gui::MainWindow::appearanceChosen, this, [this](int chosen) {
        const auto appearance = static_cast<gui::Appearance>(chosen);
        gui::applyAppearance(*qApp, appearance);
        m_profile->saveSetting(u"window/appearance"_s, nameOf(appearance));
    });
    return account;
}

void Application::fail(const QString &sentence)
{
    std::fprintf(stderr, "timbre: %s\n", qUtf8Printable(sentence)); // for whoever started us from a script
    auto window = std::make_unique<gui::StartupProblemWindow>(sentence);
    connect(window.get(), &gui::StartupProblemWindow::tryAgainChosen, this, [this] {
        m_problem->hide();
        m_problem.release()->deleteLater();
        m_firstRun.reset();
        m_savedPassword.reset();
        m_profile.reset(); // or its own lock would be in the way
        openProfile();
    });
    connect(window.get(), &gui::StartupProblemWindow::quitChosen, this, [this] { Q_EMIT finished(1); });
    window->show();
    m_problem = std::move(window);
}

void Application::showFirstRun(const std::optional<Form> &prefill)
{
    m_firstRun = std::make_unique<gui::FirstRunWindow>(checkAddress);
    Form form = prefill.value_or(Form());
    form.rememberPassword = m_savedPassword->isWanted();
    if (prefill)
        m_firstRun->prefill(form);
    connect(m_firstRun.get(), &gui::FirstRunWindow::submitted, this,
            [this](const Form &typed) { onSubmitted(typed, Account::PasswordFrom::Person); });
    connect(m_firstRun.get(), &gui::FirstRunWindow::cancelled, this, [this] { giveUp(Field::None, {}); });
    m_firstRun->show();
}

void Application::onSubmitted(const Form &form, Account::PasswordFrom from)
{
    Attempt attempt;
    attempt.passwordFrom = from;
    attempt.password = form.password;
    attempt.rememberPassword = form.rememberPassword;
    attempt.start = form.start;
    const AccountName account = splitAccountName(form.name);
    attempt.record.name = account.name;
    attempt.record.domain = account.domain;

    if (form.action == gui::FirstRunWindow::Action::OnThisComputer) {
        attempt.record = {store::AccountRecord::Home::ThisComputer, {}, form.name.trimmed(), {}, {}};
        m_firstRun->setBusy(tr("Starting the server of this computer…"));
        signIn(attempt);
        return;
    }
    const auto address = net::parseServerAddress(form.server);
    if (!address) {
        m_firstRun->showError(Field::Server, sentenceFor(address.error()));
        return;
    }
    attempt.record.home = store::AccountRecord::Home::Server;
    attempt.record.endpoints = {address->url};
    if (form.compactEncoding)
        attempt.record.encoding = protocol::Encoding::ThriftCompact;
    if (form.action == gui::FirstRunWindow::Action::CreateAccount) {
        createAccount(attempt);
    } else {
        m_firstRun->setBusy(tr("Signing in…"));
        signIn(attempt);
    }
}

void Application::createAccount(const Attempt &attempt)
{
    m_firstRun->setBusy(tr("Creating the account…"));
    m_accounts.registerAccount(
        {attempt.record.endpoints.constFirst()},
        {attempt.record.name, attempt.record.domain, core::Credentials::Kind::Password, attempt.password},
        m_firstRun.get(), [this, attempt](const net::AccountResult &node) {
            if (node) {
                m_firstRun->setBusy(tr("Signing in…"));
                signIn(attempt);
                return;
            }
            using Kind = net::AccountError::Kind;
            const auto field = node.error().kind == Kind::NameTaken ? Field::Name
                : node.error().kind == Kind::PasswordTooLong        ? Field::Password
                                                                    : Field::Server;
            m_firstRun->showError(field, sentenceFor(node.error()));
        });
}

void Application::signIn(const Attempt &attempt)
{
    m_account = openAccount(attempt.record);
    if (!m_account)
        return;
    core::StatusController &status = m_account->session().status();
    // "Start as Chat" keeps Away or Busy of the last time; Invisible is never left, nor entered, by accident.
    if (attempt.start == core::Availability::Invisible || status.manual().availability == core::Availability::Invisible)
        status.setAvailability(attempt.start);
    connect(&m_account->connection(), &core::Connection::statusChanged, m_firstRun.get(),
            [this](const core::ConnectionStatus &change) { onFirstSignIn(change); });
    if (attempt.record.home == store::AccountRecord::Home::ThisComputer) {
        startNode();
        return;
    }
    if (attempt.passwordFrom == Account::PasswordFrom::Person)
        m_savedPassword->setWanted(attempt.rememberPassword);
    m_account->signInWithPassword(attempt.password, attempt.passwordFrom);
}

void Application::startNode()
{
    node::NodeConfig config;
    config.dataFolder = m_profile->folder() + "/node"_L1;
    m_node = std::make_unique<EmbeddedNode>(std::move(config));
    connect(m_node.get(), &EmbeddedNode::started, m_account.get(), [this] { m_account->signInAtNode(*m_node); });
    connect(m_node.get(), &EmbeddedNode::failed, m_account.get(), [this](const node::StartError &error) {
        if (m_firstRun)
            giveUp(Field::Name, sentenceFor(error));
        else
            m_account->window().setNotice(sentenceFor(error));
    });
    m_node->start();
}

// The first sign-in of a form ends here: the window opens, or the form says why not. Later troubles are the connection
// strip's, and retry by themselves.
void Application::onFirstSignIn(const core::ConnectionStatus &status)
{
    using State = core::ConnectionState;
    switch (status.state) {
    case State::Synchronizing:
    case State::Online:
        showMainWindow();
        break;
    case State::WaitingToRetry:
    case State::Blocked:
        giveUp(status.problem == core::ConnectionProblem::WrongPassword ? Field::Password : Field::Server,
               gui::words::connectionSentence(status, -1));
        break;
    case State::Offline:
    case State::Resolving:
    case State::Connecting:
    case State::Authenticating:
        break;
    }
}

void Application::giveUp(Field field, const QString &sentence)
{
    dropAccount();
    m_firstRun->showError(field, sentence);
}

// Deferred, because the caller may stand in a signal of what goes; the account first, since it asks the node for
// tokens.
void Application::dropAccount()
{
    if (m_account) {
        m_account->disconnect(this);
        m_account->connection().disconnect(m_firstRun.get());
        m_account->window().hide();
        m_account->connection().signOut();
        m_account.release()->deleteLater();
    }
    if (m_node)
        m_node.release()->deleteLater();
}

void Application::showMainWindow()
{
    m_profile->saveAccount(m_account->record());
    m_account->window().show();
    if (m_firstRun) {
        m_account->connection().disconnect(m_firstRun.get());
        m_firstRun->hide();
        m_firstRun.release()->deleteLater();
    }
    if (const auto command = std::exchange(m_later, std::nullopt))
        handle(*command);
}

void Application::onSignOut()
{
    m_savedPassword->forget(m_account->record());
    connect(m_account.get(), &Account::left, this, [this] {
        const Form form = formOf(m_account->record());
        showFirstRun(form);
        dropAccount();
    });
    m_account->leave();
}

void Application::leave()
{
    if (!m_account) {
        Q_EMIT finished(0);
        return;
    }
    m_account->window().hide();
    connect(m_account.get(), &Account::left, this, [this] { Q_EMIT finished(0); });
    m_account->leave();
}

} // namespace timbre::app
