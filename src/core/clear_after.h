// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTimeZone>
#include <QtGlobal>

// When a status ends by itself (features.md S2). Ends are absolute: wall-clock milliseconds since 1970 UTC, 0 = none.
namespace timbre::core {

enum class ClearAfter {
    Never,
    HalfHour,
    Hour,
    FourHours,
    TomorrowMorning, // the next 08:00 in `zone` that does not belong to this morning: at night it is today's
    Today, // 23:59:59 of the day in `zone`
    ThisWeek, // Sunday 23:59:59 of the week in `zone`
};

// The end that a choice made now means; 0 for Never. Always later than now: in the last second of a day "today" is
// tomorrow's.
qint64 endOf(ClearAfter choice, qint64 wallNow, const QTimeZone &zone);
// What a status may keep of a given end: 0 if it is not after now, at most `longestEnd` ahead.
qint64 boundedEnd(qint64 until, qint64 wallNow);
inline constexpr qint64 longestEnd = 366LL * 24 * 3600 * 1000;

} // namespace timbre::core
