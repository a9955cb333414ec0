// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/clear_after.h"

#include <QDateTime>

#include <algorithm>

namespace timbre::core {

namespace {

constexpr qint64 minute = 60'000;
const QTime nightEnds(4, 0);
const QTime morning(8, 0);

// QDateTime moves a time that a change to summer time skips; what it makes of it is still that day's end.
qint64 endOfDay(const QDate &day, const QTimeZone &zone)
{
    return QDateTime(day, QTime(23, 59, 59), zone).toMSecsSinceEpoch();
}

} // namespace

qint64 endOf(ClearAfter choice, qint64 wallNow, const QTimeZone &zone)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(wallNow, zone).date();
    qint64 end = 0;
    switch (choice) {
    case ClearAfter::Never:
        return 0;
    case ClearAfter::HalfHour:
        return wallNow + 30 * minute;
    case ClearAfter::Hour:
        return wallNow + 60 * minute;
    case ClearAfter::FourHours:
        return wallNow + 240 * minute;
    case ClearAfter::TomorrowMorning: {
        const bool isNight = QDateTime::fromMSecsSinceEpoch(wallNow, zone).time() < nightEnds;
        return QDateTime(isNight ? today : today.addDays(1), morning, zone).toMSecsSinceEpoch();
    }
    case ClearAfter::Today:
        end = endOfDay(today, zone);
        return end > wallNow ? end : endOfDay(today.addDays(1), zone);
    case ClearAfter::ThisWeek:
        end = endOfDay(today.addDays(7 - today.dayOfWeek()), zone);
        return end > wallNow ? end : endOfDay(today.addDays(7), zone);
    }
    Q_UNREACHABLE();
}

qint64 boundedEnd(qint64 until, qint64 wallNow)
{
    return until > wallNow ? std::min(until, wallNow + longestEnd) : 0;
}

} // namespace timbre::core
