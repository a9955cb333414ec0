// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/account.h"
#include "app/embedded_node.h"
#include "app/options.h"
#include "app/saved_password.h"
#include "desktop/desk_watch.h"
#include "gui/first_run_window.h"
#include "net/account_client.h"
#include "store/profile.h"

#include <QObject>

#include <memory>

namespace timbre::app {

// The ordinary program: one profile, one account at a time. The profile's folder remembers which account that is; each
// account's own data has a folder below it, so that signing in as somebody else loses nothing. Decides what is on the
// screen (first-run window, main window or a start-up problem), does what the first-run form asks for, and leaves
// cleanly. Owned by main(); GUI thread.
class Application : public QObject
{
    Q_OBJECT

public:
    Application(Options options, core::Clock &clock, core::Random &random, QObject *parent = nullptr);
    ~Application() override;

    void start();
    // What a later start of the program asks for; a sentence if it cannot be done.
    QString handle(const InstanceCommand &command);
    // Signs out, then finished(). Safe to call twice.
    void leave();

Q_SIGNALS:
    void finished(int exitCode);

private:
    // The first sign-in of a form: what is wanted until the server said yes or no.
    struct Attempt {
        store::AccountRecord record;
        QString password;
        bool rememberPassword = false;
        Account::PasswordFrom passwordFrom = Account::PasswordFrom::Person;
        core::Availability start = core::Availability::Chat;
    };

    void openProfile();
    void showNow(const QString &activationToken);
    void signInFromCommandLine();
    void signInWithSavedPassword(const store::AccountRecord &record);
    // The account with its own data folder; a start-up problem and null if that cannot be opened.
    std::unique_ptr<Account> openAccount(const store::AccountRecord &record);
    // Without a form the three choices are shown.
    void showFirstRun(const std::optional<gui::FirstRunWindow::Form> &prefill);
    void onSubmitted(const gui::FirstRunWindow::Form &form, Account::PasswordFrom from);
    void createAccount(const Attempt &attempt);
    void signIn(const Attempt &attempt);
    void startNode();
    void onFirstSignIn(const core::ConnectionStatus &status);
    void giveUp(gui::FirstRunWindow::Field field, const QString &sentence);
    void onSignOut();
    void showMainWindow();
    void dropAccount();
    void fail(const QString &sentence);

    Options m_options;
    std::optional<InstanceCommand> m_later; // of the command line, until somebody is signed in
    core::Clock &m_clock;
    core::Random &m_random;
    desktop::Keychain m_keychain;
    std::unique_ptr<store::Profile> m_profile;
    std::unique_ptr<SavedPassword> m_savedPassword;
    std::unique_ptr<EmbeddedNode> m_node;
    net::AccountClient m_accounts;
    desktop::DeskWatch m_desk;
    std::unique_ptr<Account> m_account;
    std::unique_ptr<gui::FirstRunWindow> m_firstRun;
    std::unique_ptr<QWidget> m_problem;
};

} // namespace timbre::app
