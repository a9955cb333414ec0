// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/recent_moods.h"

#include <algorithm>

namespace timbre::core {

namespace {

qint64 score(const RecentMood &mood)
{
    constexpr qint64 day = 24LL * 3600 * 1000;
    return mood.lastUsed + std::min(mood.uses, 10) * day;
}

} // namespace

RecentMoods::RecentMoods(QList<RecentMood> moods) : m_moods(std::move(moods))
{
    rank();
}

void RecentMoods::use(Availability availability, const QString &mood, qint64 wallNow)
{
    const auto known = std::find_if(m_moods.begin(), m_moods.end(), [&](const RecentMood &recent) {
        return recent.availability == availability && recent.mood == mood;
    });
    if (known == m_moods.end()) {
        // Not to be pushed out by its own ranking: with the list full the worst one goes first.
        if (m_moods.size() >= kept)
            m_moods.resize(kept - 1);
        m_moods.append({availability, mood, wallNow, 1});
    } else {
        known->lastUsed = wallNow;
        ++known->uses;
    }
    rank();
}

bool RecentMoods::forget(const QString &mood)
{
    return m_moods.removeIf([&](const RecentMood &recent) { return recent.mood == mood; }) > 0;
}

void RecentMoods::rank()
{
    std::stable_sort(m_moods.begin(), m_moods.end(),
                     [](const RecentMood &a, const RecentMood &b) { return score(a) > score(b); });
    if (m_moods.size() > kept)
        m_moods.resize(kept);
}

} // namespace timbre::core
