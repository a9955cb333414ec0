// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/accounts.h"
#include "app/look_keeper.h"
#include "app/notice_center.h"
#include "app/options.h"
#include "app/saved_password.h"
#include "app/settings_flow.h"
#include "app/sign_in_flow.h"
#include "app/roster_preferences.h"
#include "app/status_sharing.h"
#include "app/tray_center.h"
#include "core/preferences.h"
#include "desktop/desk_watch.h"
#include "desktop/online_watch.h"
#include "store/profile.h"

#include <QObject>

#include <memory>

namespace timbre::app {

// The ordinary program: one profile, any number of accounts, all signed in at once. The profile's folder remembers
// which they are. Decides what is on the screen (first-run window, the current account's window or a start-up problem),
// does what later starts of the program ask for, and leaves cleanly. Owned by main(); GUI thread.
class Application : public QObject
{
    Q_OBJECT

public:
    Application(Options options, core::Clock &clock, core::Random &random, QObject *parent = nullptr);
    ~Application() override;

    void start();
    // What a later start of the program asks for; a sentence if it cannot be done.
    QString handle(const InstanceCommand &command);
    // The same, but a status or a link waits until somebody is signed in.
    void handleWhenPossible(const InstanceCommand &command);
    // Signs all accounts out, then finished(). Safe to call twice.
    void leave();

    Accounts &accounts() { return m_accounts; }
    // Null until start() could open the profile.
    core::PreferencesKeeper *preferences() const { return m_preferences.get(); }

Q_SIGNALS:
    void finished(int exitCode);

private:
    void openProfile();
    void openAccounts();
    void watchDesktop();
    void showNow(const QString &activationToken);
    void signInFromCommandLine();
    // A remembered account, by itself; false if its data cannot be opened.
    bool reopen(const store::AccountRecord &record);
    void signInWithSavedPassword(Account &account);
    void onSignedIn(); // by the form
    void onAdded(Account *account);
    void onSignOut(Account *account);
    void onAppearance(int chosen);
    void refreshChoices();
    gui::Appearance appearance() const;
    // The current account's window, or without one in the way after --minimised.
    void showCurrent();
    void startHidden(QWidget &window);
    void fail(const QString &sentence);

    Options m_options;
    std::optional<InstanceCommand> m_later; // of the command line, until somebody is signed in
    core::Clock &m_clock;
    core::Random &m_random;
    desktop::Keychain m_keychain;
    desktop::DeskWatch m_desk;
    LookKeeper m_look;
    desktop::OnlineWatch m_online;
    std::unique_ptr<store::Profile> m_profile;
    std::unique_ptr<core::PreferencesKeeper> m_preferences;
    std::unique_ptr<SavedPassword> m_savedPassword;
    std::unique_ptr<net::CertificateTrust> m_trust;
    std::unique_ptr<AccountOpener> m_opener;
    Accounts m_accounts;
    std::unique_ptr<StatusSharing> m_sharing;
    std::unique_ptr<RosterPreferences> m_rosterPreferences;
    std::unique_ptr<NoticeCenter> m_notices;
    std::unique_ptr<TrayCenter> m_tray;
    std::unique_ptr<SignInFlow> m_signIn;
    std::unique_ptr<SettingsFlow> m_settings;
    std::unique_ptr<QWidget> m_problem;
    QList<const Account *> m_leaving; // not out yet
};

} // namespace timbre::app
