// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

#include "app/application.h"

#include "app/problem_words.h"
#include "gui/startup_problem_window.h"

#include <QApplication>
#include <QFileInfo>

#include <cstdio>

namespace timbre::app {

using namespace Qt::StringLiterals;
using Form = gui::FirstRunWindow::Form;

namespace {

const QString appearanceSetting = u"window/appearance"_s;
const QString certificatesSetting = u"network/certificates"_s;
const QString currentSetting = u"window/account"_s; // of the current account

QString identityOf(const store::AccountRecord &record)
{
    return accountLabel(record) + u' ' + store::originOf(record);
}

} // namespace

Application::Application(Options options, core::Clock &clock, core::Random &random, QObject *parent) :
    QObject(parent),
    m_options(std::move(options)),
    m_clock(clock),
    m_random(random),
    m_keychain(clock, u"Timbre"_s),
    m_desk(clock),
    m_online(clock)
{
    connect(qGuiApp, &QGuiApplication::lastWindowClosed, this, [this] {
        if (!m_tray || !m_tray->keepsRunning()) // else a dialog was closed while the window is in the tray
            leave();
    });
    connect(&m_online, &desktop::OnlineWatch::changed, this, [this] {
        const QList<Account *> accounts = m_accounts.all();
        for (Account *account : accounts)
            account->probe();
    });
    connect(&m_accounts, &Accounts::added, this, &Application::onAdded);
    connect(&m_accounts, &Accounts::removed, this, &Application::refreshChoices);
    connect(&m_accounts, &Accounts::currentChanged, this, [this](Account *account) {
        if (account && m_profile)
            m_profile->saveSetting(currentSetting, identityOf(account->record()));
        refreshChoices();
    });
}

Application::~Application()
{
    m_accounts.disconnect(this);
}

void Application::start()
{
    openProfile();
    if (m_options.command.task != InstanceCommand::Task::Show)
        handleWhenPossible(m_options.command);
}

void Application::handleWhenPossible(const InstanceCommand &command)
{
    if (!handle(command).isEmpty())
        m_later = command;
}

QString Application::handle(const InstanceCommand &command)
{
    using Task = InstanceCommand::Task;
    switch (command.task) {
    case Task::Show:
        showNow(command.activationToken);
        return {};
    case Task::SetStatus:
        if (m_accounts.isEmpty())
            return tr("Timbre is not signed in yet.");
        m_sharing->pick(command.availability, command.mood);
        return {};
    case Task::OpenLink:
        showNow(command.activationToken);
        if (m_accounts.isEmpty())
            return tr("Timbre is not signed in yet.");
        m_accounts.current()->window().addContact(command.account);
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
    QWidget *window = m_problem.get();
    if (!window && m_accounts.current())
        window = &m_accounts.current()->window();
    if (!window && m_signIn)
        window = m_signIn->window();
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
    m_look.start(asSaved ? appearanceOf((*profile)->setting(appearanceSetting)) : m_options.appearance);
    if (!profile) {
        fail(sentenceFor(profile.error()));
        return;
    }
    m_profile = std::move(*profile);
    m_preferences = std::make_unique<core::PreferencesKeeper>(
        [this](const QString &key) { return m_profile->setting(key); },
        [this](const QString &key, const QString &value) { m_profile->saveSetting(key, value); });
    m_look.follow(*m_preferences);
    m_savedPassword = std::make_unique<SavedPassword>(m_keychain, *m_profile);
    connect(m_savedPassword.get(), &SavedPassword::saveFailed, this, [this] {
        if (m_accounts.current())
            m_accounts.current()->window().setNotice(
                tr("The password was not saved; Timbre will ask for it at the next start."));
    });
    m_trust = std::make_unique<net::CertificateTrust>(
        m_profile->setting(certificatesSetting).toUtf8(),
        [this](const QByteArray &text) { m_profile->saveSetting(certificatesSetting, QString::fromUtf8(text)); });
    m_opener = std::make_unique<AccountOpener>(*m_profile, *m_savedPassword, *m_trust, m_desk, m_clock, m_random);
    connect(m_opener.get(), &AccountOpener::nodeFailed, this, [this](const node::StartError &error) {
        const QList<Account *> accounts = m_accounts.all();
        for (Account *account : accounts) {
            if (account->record().home == store::AccountRecord::Home::ThisComputer)
                account->window().setNotice(sentenceFor(error));
        }
    });
    connect(m_opener.get(), &AccountOpener::opened, this, [this](Account *account) {
        core::VisibilityKeeper &visibility = account->session().visibility();
        visibility.setStrictByDefault(m_preferences->preferences().strictInvisible);
        connect(m_preferences.get(), &core::PreferencesKeeper::changed, account,
                [&visibility](const core::Preferences &now) { visibility.setStrictByDefault(now.strictInvisible); });
    });
    m_sharing = std::make_unique<StatusSharing>(m_accounts, *m_preferences);
    connect(&m_accounts, &Accounts::added, this,
            [this](Account *account) { account->session().status().setPreferences(m_preferences->preferences()); });
    connect(m_preferences.get(), &core::PreferencesKeeper::changed, this, [this](const core::Preferences &now) {
        const QList<Account *> accounts = m_accounts.all();
        for (Account *account : accounts)
            account->session().status().setPreferences(now);
    });
    m_rosterPreferences = std::make_unique<RosterPreferences>(m_accounts, *m_preferences);
    watchDesktop();
    m_signIn = std::make_unique<SignInFlow>(*m_opener, *m_savedPassword, *m_trust, m_accounts, m_clock);
    connect(m_signIn.get(), &SignInFlow::signedIn, this, &Application::onSignedIn);
    connect(m_signIn.get(), &SignInFlow::profileFailed, this,
            [this](const store::ProfileError &error) { fail(sentenceFor(error)); });
    QStringList command{QCoreApplication::applicationFilePath(), u"--minimised"_s};
    if (!m_options.profileFolder.isEmpty())
        command.append({u"--profile"_s, QFileInfo(m_options.profileFolder).absoluteFilePath()});
    m_settings = std::make_unique<SettingsFlow>(
        SettingsFlow::Parts{*m_preferences, *m_profile, m_accounts, *m_savedPassword, *m_trust, m_desk}, command);
    connect(m_settings.get(), &SettingsFlow::appearanceChosen, this, &Application::onAppearance);
    openAccounts();
}

void Application::watchDesktop()
{
    m_notices = std::make_unique<NoticeCenter>(m_accounts, *m_preferences, m_clock);
    connect(m_notices.get(), &NoticeCenter::openWanted, this,
            [this](Account *account, const core::ContactId &who, const QString &token) {
                m_accounts.setCurrent(account);
                showNow(token);
                if (!who.isEmpty())
                    account->window().openConversation(who);
            });
    m_tray = std::make_unique<TrayCenter>(m_accounts, *m_notices, *m_sharing, *m_preferences, m_clock);
    connect(m_tray.get(), &TrayCenter::showWanted, this, [this] { showNow({}); });
    connect(m_tray.get(), &TrayCenter::settingsWanted, this, [this] { m_settings->show(appearance()); });
    connect(m_tray.get(), &TrayCenter::quitWanted, this, &Application::leave);
    // The buses and the X server are asked when the first window stands.
    QMetaObject::invokeMethod(m_tray.get(), &TrayCenter::start, Qt::QueuedConnection);
    QMetaObject::invokeMethod(&m_online, &desktop::OnlineWatch::start, Qt::QueuedConnection);
}

void Application::openAccounts()
{
    const QList<store::AccountRecord> records = m_profile->accounts();
    const QString current = m_profile->setting(currentSetting); // before the first one becomes it
    if (m_options.signIn) {
        signInFromCommandLine();
        return;
    }
    if (records.isEmpty())
        m_signIn->start(std::nullopt);
    for (const store::AccountRecord &record : records) {
        if (record.home == store::AccountRecord::Home::Server && !m_savedPassword->isSaved(record))
            m_signIn->askFor(record);
        else if (!reopen(record))
            return;
    }
    const QList<Account *> accounts = m_accounts.all();
    for (Account *account : accounts) {
        if (identityOf(account->record()) == current)
            m_accounts.setCurrent(account);
    }
    if (!m_accounts.isEmpty())
        showCurrent();
}

void Application::signInFromCommandLine()
{
    Form form;
    form.action = gui::FirstRunWindow::Action::SignIn;
    form.server = m_options.signIn->server;
    form.name = m_options.signIn->user;
    form.compactEncoding = m_options.signIn->compactEncoding;
    m_signIn->start(form);
    const auto password = readPasswordFile(m_options.signIn->passwordFile);
    if (!password) {
        m_signIn->showError(SignInFlow::Field::Password, password.error().sentence);
        return;
    }
    form.password = *password;
    m_signIn->submit(form, Account::PasswordFrom::File);
}

bool Application::reopen(const store::AccountRecord &record)
{
    auto opened = m_opener->open(record);
    if (!opened) {
        fail(sentenceFor(opened.error()));
        return false;
    }
    Account *account = m_accounts.add(std::move(*opened));
    if (record.home == store::AccountRecord::Home::ThisComputer)
        m_opener->signInAtNode(*account);
    else
        signInWithSavedPassword(*account);
    return true;
}

// The window with the contacts known is there at once; the keychain may take its time, or ask the person first.
void Application::signInWithSavedPassword(Account &account)
{
    m_savedPassword->load(account.record(), &account, [this, &account](const auto &password) {
        if (!m_accounts.all().contains(&account))
            return; // signed out meanwhile
        if (password)
            return account.signInWithPassword(*password, Account::PasswordFrom::Keychain);
        const bool missing = password.error() == desktop::KeychainError::NotFound;
        m_signIn->askFor(account.record(), missing ? QString() : sentenceFor(password.error()));
        m_accounts.remove(&account);
    });
}

void Application::onSignedIn()
{
    Account *account = m_accounts.add(m_signIn->takeAccount());
    m_accounts.setCurrent(account);
    showCurrent();
    if (const auto command = std::exchange(m_later, std::nullopt))
        handle(*command);
}

void Application::onAdded(Account *account)
{
    gui::MainWindow &window = account->window();
    connect(account, &Account::signOutChosen, this, [this, account] { onSignOut(account); });
    connect(&account->connection(), &core::Connection::statusChanged, this, &Application::refreshChoices);
    connect(&account->session().status(), &core::StatusController::manualChanged, this, &Application::refreshChoices);
    connect(&account->session().conversations(), &core::Conversations::unreadChanged, this,
            &Application::refreshChoices);
    connect(&window, &gui::MainWindow::quitChosen, this, &Application::leave);
    connect(&window, &gui::MainWindow::appearanceChosen, this, &Application::onAppearance);
    connect(&window, &gui::MainWindow::settingsChosen, this, [this] { m_settings->show(appearance()); });
    window.setAnnouncing(m_preferences->preferences().announceChanges);
    connect(m_preferences.get(), &core::PreferencesKeeper::changed, &window,
            [&window](const core::Preferences &now) { window.setAnnouncing(now.announceChanges); });
    connect(&window, &gui::MainWindow::announcingChosen, this, [this](bool on) {
        core::Preferences changed = m_preferences->preferences();
        changed.announceChanges = on;
        m_preferences->set(changed);
    });
    connect(&window, &gui::MainWindow::addAccountChosen, this, [this] { m_signIn->start(std::nullopt); });
    connect(&window, &gui::MainWindow::accountChosen, this, [this](int index) {
        const QList<Account *> accounts = m_accounts.all();
        if (index >= 0 && index < accounts.size())
            m_accounts.setCurrent(accounts.at(index));
    });
    refreshChoices();
}

// What every window's menu says of all accounts.
void Application::refreshChoices()
{
    QList<gui::AccountChoice> choices;
    const QList<Account *> accounts = m_accounts.all();
    for (Account *account : accounts) {
        const bool online = account->connection().status().state == core::ConnectionState::Online;
        choices.append({accountLabel(account->record()),
                        online ? account->session().status().manual().availability : core::Availability::Offline,
                        account->session().conversations().totalUnread(), account == m_accounts.current()});
    }
    for (Account *account : accounts)
        account->window().setAccounts(choices);
}

void Application::onAppearance(int chosen)
{
    const auto appearance = static_cast<gui::Appearance>(chosen);
    m_look.choose(appearance);
    m_profile->saveSetting(appearanceSetting, nameOf(appearance));
}

gui::Appearance Application::appearance() const
{
    return appearanceOf(m_profile->setting(appearanceSetting));
}

void Application::showCurrent()
{
    QWidget &window = m_accounts.current()->window();
    if (std::exchange(m_options.minimised, false))
        startHidden(window);
    else
        window.show();
}

void Application::startHidden(QWidget &window)
{
    window.showMinimized(); // until a tray is found, perhaps for good
    m_tray->hideWhenThere();
}

void Application::onSignOut(Account *account)
{
    m_savedPassword->forget(account->record());
    connect(account, &Account::left, this, [this, account] {
        const store::AccountRecord record = account->record();
        if (m_accounts.all().size() > 1)
            m_opener->forget(record);
        else
            m_signIn->askFor(record);
        m_accounts.remove(account);
    });
    account->leave();
}

void Application::fail(const QString &sentence)
{
    std::fprintf(stderr, "timbre: %s\n", qUtf8Printable(sentence)); // for whoever started us from a script
    auto window = std::make_unique<gui::StartupProblemWindow>(sentence);
    connect(window.get(), &gui::StartupProblemWindow::tryAgainChosen, this, [this] {
        m_problem->hide();
        m_problem.release()->deleteLater();
        const QList<Account *> accounts = m_accounts.all();
        for (Account *account : accounts)
            m_accounts.remove(account);
        // Their files are let go of first.
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_settings.reset();
                m_signIn.reset();
                m_rosterPreferences.reset();
                m_tray.reset();
                m_notices.reset();
                m_sharing.reset();
                m_opener.reset();
                m_trust.reset();
                m_savedPassword.reset();
                m_preferences.reset();
                m_profile.reset(); // or its own lock would be in the way
                openProfile();
            },
            Qt::QueuedConnection);
    });
    connect(window.get(), &gui::StartupProblemWindow::quitChosen, this, [this] { Q_EMIT finished(1); });
    window->show();
    m_problem = std::move(window);
}

void Application::leave()
{
    if (!m_leaving.isEmpty())
        return;
    const QList<Account *> accounts = m_accounts.all();
    if (accounts.isEmpty()) {
        Q_EMIT finished(0);
        return;
    }
    for (Account *account : accounts) {
        m_leaving.append(account);
        account->window().hide();
        connect(account, &Account::left, this, [this, account] {
            if (m_leaving.removeOne(account) && m_leaving.isEmpty())
                Q_EMIT finished(0);
        });
    }
    for (Account *account : accounts)
        account->leave();
}

} // namespace timbre::app
