// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/accounts.h"
#include "core/preferences.h"

namespace timbre::app {

// What the user prefers of rosters, told to every account: low rows, and whether it is remembered when contacts were
// seen. Owned by Application; GUI thread; both references outlive it.
class RosterPreferences : public QObject
{
    Q_OBJECT

public:
    RosterPreferences(Accounts &accounts, const core::PreferencesKeeper &preferences);

private:
    void tell(Account &account) const;

    const core::PreferencesKeeper &m_preferences;
};

} // namespace timbre::app
