// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "app/status_sharing.h"

namespace timbre::app {

StatusSharing::StatusSharing(Accounts &accounts, const core::PreferencesKeeper &preferences) :
    m_accounts(accounts),
    m_preferences(preferences)
{
    connect(&accounts, &Accounts::added, this, [this](Account *account) {
        connect(&account->session().status(), &core::StatusController::manualChanged, this,
                [this, account](const core::ManualStatus &status) {
                    // Ends come to every account by themselves; what another device picked, that device passes on.
                    if (account->session().status().cause() == core::StatusCause::Picked)
                        passOn(account, status);
                });
    });
}

void StatusSharing::pick(std::optional<core::Availability> availability, const std::optional<QString> &mood)
{
    const bool everywhere = m_preferences.preferences().sameStatusEverywhere;
    const QList<Account *> accounts = m_accounts.all();
    for (Account *account : accounts) {
        if (!everywhere && account != m_accounts.current())
            continue;
        core::StatusController &status = account->session().status();
        if (availability)
            status.setAvailability(*availability);
        if (mood)
            status.setMood(*mood);
    }
}

void StatusSharing::passOn(const Account *from, const core::ManualStatus &status)
{
    if (m_phase == Phase::PassingOn || !m_preferences.preferences().sameStatusEverywhere)
        return;
    m_phase = Phase::PassingOn;
    const QList<Account *> accounts = m_accounts.all();
    for (Account *account : accounts) {
        if (account == from)
            continue;
        core::StatusController &other = account->session().status();
        other.setManual(status);
        if (other.manual().until != status.until)
            other.setUntil(status.until);
    }
    m_phase = Phase::Listening;
}

} // namespace timbre::app
