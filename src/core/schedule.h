// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/availability.h"

#include <QList>
#include <QTimeZone>

namespace timbre::core {

// One line of the weekly schedule (features.md S6): on these days, from a time of day to another, be this. Where `to`
// is not after `from` it is the next day's, so 22:00-06:00 on Friday ends on Saturday. Times are of the wall clock on
// the spot: they move with the time zone and with summer time. A value.
struct ScheduleRule {
    quint8 days = 0; // bit 0 = Monday … bit 6 = Sunday
    int from = 9 * 60; // minutes after midnight, 0 … 1439
    int to = 10 * 60;
    Availability availability = Availability::Busy; // Busy or Away
    QString mood; // empty: the picked one stays
    bool operator==(const ScheduleRule &) const = default;
};

// A rule on one day, in wall-clock milliseconds.
struct ScheduledStatus {
    Availability availability = Availability::Busy;
    QString mood;
    qint64 from = 0;
    qint64 until = 0; // exclusive
    bool operator==(const ScheduledStatus &) const = default;
};

// The user's week: pure evaluation. Where rules overlap the one that began last wins, among equals the last in the
// list.
class Schedule
{
public:
    static constexpr qsizetype mostRules = 50;

    Schedule() = default;
    // Rules that say nothing or nonsense are left out, moods cleaned.
    explicit Schedule(const QList<ScheduleRule> &rules);

    const QList<ScheduleRule> &rules() const { return m_rules; }
    bool isEmpty() const { return m_rules.isEmpty(); }
    std::optional<ScheduledStatus> at(qint64 wallNow, const QTimeZone &zone) const;
    // What begins or goes on that day, in the order of beginning.
    QList<ScheduledStatus> planOf(const QDate &day, const QTimeZone &zone) const;
    // The next time at which at() may say something else; 0 = never.
    qint64 nextChange(qint64 wallNow, const QTimeZone &zone) const;

    // For the store. What cannot be read is left out: a schedule of a newer program loses only what is new in it.
    QByteArray toJson() const;
    static Schedule fromJson(const QByteArray &json);

    bool operator==(const Schedule &) const = default;

private:
    QList<ScheduleRule> m_rules;
};

} // namespace timbre::core
