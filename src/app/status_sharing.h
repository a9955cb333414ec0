// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/accounts.h"
#include "core/preferences.h"

namespace timbre::app {

// What the user picks in one account holds in all of them, as long as that is what the user prefers
// (core::Preferences::sameStatusEverywhere). Changes nothing when an account comes or the preference does: only a pick
// is passed on. Owned by Application; GUI thread; both references outlive it.
class StatusSharing : public QObject
{
    Q_OBJECT

public:
    StatusSharing(Accounts &accounts, const core::PreferencesKeeper &preferences);

    // A status from outside the windows, such as a command's: for all accounts, or the current one. What is absent
    // stays as it is.
    void pick(std::optional<core::Availability> availability, const std::optional<QString> &mood);

private:
    void passOn(const Account *from, const core::ManualStatus &status);

    enum class Phase { Listening, PassingOn }; // what we pass on comes back as a change
    Accounts &m_accounts;
    const core::PreferencesKeeper &m_preferences;
    Phase m_phase = Phase::Listening;
};

} // namespace timbre::app
