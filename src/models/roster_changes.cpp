// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "models/roster_changes.h"

#include "models/roster_model.h"

#include <algorithm>
#include <utility>

namespace timbre::models {

std::vector<ChangedRange> rangesOf(std::vector<Changed> changes)
{
    // A view answers each range by searching for its rows; beyond this, one range over all is cheaper (bench_roster).
    constexpr size_t maxRanges = 64;

    std::sort(changes.begin(), changes.end(), [](const Changed &a, const Changed &b) { return a.at < b.at; });
    std::vector<ChangedRange> ranges;
    quint16 all = 0;
    for (const Changed &change : changes) {
        all |= change.what;
        if (!ranges.empty() && ranges.back().last + 1 == change.at && ranges.back().what == change.what)
            ranges.back().last = change.at;
        else
            ranges.push_back({change.at, change.at, change.what});
    }
    if (ranges.size() > maxRanges)
        ranges = {{ranges.front().first, ranges.back().last, all}};
    return ranges;
}

QList<int> rolesOf(quint16 what)
{
    static constexpr std::pair<Change, int> table[] = {
        {NameChange, Qt::DisplayRole},
        {NameChange, RosterModel::NameRole},
        {ContactChange, RosterModel::ContactRole},
        {SectionChange, RosterModel::SectionRole},
        {AvailabilityChange, RosterModel::AvailabilityRole},
        {FreshnessChange, RosterModel::FreshnessRole},
        {MoodChange, RosterModel::MoodRole},
        {PresenceChange, RosterModel::PresenceRole},
        {CountChange, RosterModel::CountRole},
        {CountChange, RosterModel::OnlineRole},
        {CountChange, RosterModel::TotalRole},
        {UnreadChange, RosterModel::UnreadRole},
    };
    QList<int> roles;
    for (const auto &[change, role] : table) {
        if (what & change)
            roles.append(role);
    }
    return roles;
}

} // namespace timbre::models
