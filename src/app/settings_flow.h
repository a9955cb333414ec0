// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/accounts.h"
#include "app/saved_password.h"
#include "core/preferences.h"
#include "desktop/autostart.h"
#include "gui/account_settings.h"
#include "gui/settings_dialog.h"

namespace timbre::app {

// Opens the settings window and does what it says: preferences change by themselves; this brings accounts,
// certificates, passwords and the start at login together with it. Owned by Application; GUI thread; all references
// outlive it.
class SettingsFlow : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        core::PreferencesKeeper &preferences;
        store::Profile &profile;
        Accounts &accounts;
        SavedPassword &passwords;
        net::CertificateTrust &trust;
        const core::IdleSource &desk;
    };
    // `command`: program and arguments for the start at login.
    SettingsFlow(const Parts &parts, const QStringList &command);
    ~SettingsFlow() override;

    void show(gui::Appearance appearance);

Q_SIGNALS:
    void appearanceChosen(int appearance); // gui::Appearance

private:
    void makeDialog();
    void refreshAccounts();
    void refreshCertificates();
    void refreshDesk();
    void refreshAutostart();
    void change(int index, const gui::AccountSettings &settings);
    void setProxy(Account &account, const net::ProxyChoice &proxy);
    Account *at(int index) const;

    Parts m_parts;
    desktop::Autostart m_autostart;
    std::unique_ptr<gui::SettingsDialog> m_dialog; // once it was wanted
};

} // namespace timbre::app
