// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule.h"

namespace timbre::core {

// What the user means to be today, one after the other: "from 12:00 lunch, from 13:00 Busy, from 15:00 to 16:00 Chat"
// (features.md section 4, 6). Each part begins where the one before ends. Absolute times, so that a plan of one day
// holds on that day only. A value; pure.
class DayPlan
{
public:
    struct Part {
        Availability availability = Availability::Busy; // Chat, Away or Busy
        QString mood; // empty: the picked one stays
        qint64 until = 0; // wall ms
        bool operator==(const Part &) const = default;
    };
    static constexpr qsizetype mostParts = 24;
    static constexpr qint64 longest = 36LL * 3600 * 1'000; // ms, of the whole plan

    DayPlan() = default;
    // Parts that do not end after the one before, say nothing or end too late are left out, moods cleaned.
    DayPlan(qint64 from, const QList<Part> &parts);

    qint64 from() const { return m_from; }
    const QList<Part> &parts() const { return m_parts; }
    bool isEmpty() const { return m_parts.isEmpty(); }
    bool isOver(qint64 wallNow) const { return isEmpty() || m_parts.last().until <= wallNow; }

    std::optional<ScheduledStatus> at(qint64 wallNow) const;
    QList<ScheduledStatus> all() const;
    // The next beginning or end; 0 = none.
    qint64 nextChange(qint64 wallNow) const;

    // For the store. What cannot be read is left out.
    QByteArray toJson() const;
    static DayPlan fromJson(const QByteArray &json);
    // Whether a newer version wrote it: then it is not ours to replace.
    static bool isNewer(const QByteArray &json);

    bool operator==(const DayPlan &) const = default;

private:
    qint64 m_from = 0;
    QList<Part> m_parts;
};

} // namespace timbre::core
