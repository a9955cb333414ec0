// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/seen_words.h"

#include "gui/presence_painter.h"
#include "gui/words.h"

#include <QCoreApplication>
#include <QDateTime>

namespace timbre::gui::words {

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 hoursCounted = 12;

qint64 untilMidnight(qint64 wallNow)
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(wallNow);
    return std::max<qint64>(1'000, now.msecsTo(now.date().addDays(1).startOfDay()));
}

// "left 14:02" is the moment itself, which reads the same until the day ends.
bool saysMoment(const core::ContactPresence &presence, const core::LastSeen::Fact &seen)
{
    return core::isPresent(presence.availability)
        || (presence.availability == core::Availability::Offline && seen.isLeft);
}

} // namespace

QString seen(qint64 wallThen, qint64 wallNow)
{
    const qint64 age = wallNow - wallThen;
    if (age < hour)
        return ago(wallThen, wallNow);
    if (age < hoursCounted * hour) {
        const int hours = static_cast<int>(age / hour);
        return QCoreApplication::translate("Words", "%n hour(s) ago", nullptr, hours);
    }
    return ago(wallThen, wallNow);
}

qint64 seenChangesIn(qint64 wallThen, qint64 wallNow)
{
    const qint64 age = wallNow - wallThen;
    if (age < minute)
        return minute - std::clamp<qint64>(age, 0, minute - 1);
    if (age < hour)
        return minute - age % minute;
    if (age < hoursCounted * hour)
        return hour - age % hour;
    return untilMidnight(wallNow);
}

QString absenceOf(const core::ContactPresence &presence, const core::LastSeen::Fact &fact, qint64 wallNow)
{
    switch (presence.availability) {
    case core::Availability::Offline:
    case core::Availability::Invisible:
        if (fact.at > 0 && fact.isLeft)
            //: %1 is a time, "14:02" or "yesterday 18:40"
            return QCoreApplication::translate("Words", "Offline, left %1").arg(moment(fact.at, wallNow));
        if (fact.at > 0)
            //: %1 is "5 minutes ago", "yesterday 18:40"
            return QCoreApplication::translate("Words", "Offline, last seen %1").arg(seen(fact.at, wallNow));
        return availabilityName(core::Availability::Offline);
    case core::Availability::Unknown:
        if (fact.at > 0)
            return QCoreApplication::translate("Words", "No status, last seen %1").arg(seen(fact.at, wallNow));
        return QCoreApplication::translate("Words", "No status received yet");
    case core::Availability::Chat:
    case core::Availability::Away:
    case core::Availability::Busy:
        break;
    }
    if (presence.freshness != core::Freshness::Stale || presence.heardAt <= 0)
        return {};
    //: %1 is a state, %2 a time: "Busy, as of 14:05"
    return QCoreApplication::translate("Words", "%1, as of %2")
        .arg(availabilityName(presence.availability), moment(presence.heardAt, wallNow));
}

qint64 absenceChangesIn(const core::ContactPresence &presence, const core::LastSeen::Fact &fact, qint64 wallNow)
{
    if (absenceOf(presence, fact, wallNow).isEmpty())
        return -1;
    if (saysMoment(presence, fact))
        return untilMidnight(wallNow);
    return fact.at > 0 ? seenChangesIn(fact.at, wallNow) : -1;
}

} // namespace timbre::gui::words
