// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "app/roster_preferences.h"

namespace timbre::app {

RosterPreferences::RosterPreferences(Accounts &accounts, const core::PreferencesKeeper &preferences) :
    m_preferences(preferences)
{
    connect(&accounts, &Accounts::added, this, [this](Account *account) { tell(*account); });
    connect(&preferences, &core::PreferencesKeeper::changed, this, [this, &accounts] {
        const QList<Account *> all = accounts.all();
        for (Account *account : all)
            tell(*account);
    });
}

void RosterPreferences::tell(Account &account) const
{
    account.window().setCompactRows(m_preferences.preferences().compactRows);
    account.session().lastSeen().setRemembered(m_preferences.preferences().rememberLastSeen);
}

} // namespace timbre::app
