// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/store.h"

namespace timbre::core {

// The moods the user had, best first: by last use plus one day for each use, at most ten
// (features.md S2). Two are the same if text and availability are. A value; pure.
class RecentMoods
{
public:
    static constexpr int kept = 200;

    RecentMoods() = default;
    explicit RecentMoods(QList<RecentMood> moods);

    const QList<RecentMood> &list() const { return m_moods; }
    void use(Availability availability, const QString &mood, qint64 wallNow);
    // All with this text, whatever the availability. False if there is none.
    bool forget(const QString &mood);

private:
    void rank();

    QList<RecentMood> m_moods;
};

} // namespace timbre::core
