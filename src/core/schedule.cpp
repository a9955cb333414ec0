// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/schedule.h"

#include "core/text.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace timbre::core {

using namespace Qt::StringLiterals;

namespace {

constexpr int minutesADay = 24 * 60;
constexpr quint8 allDays = 0x7f;

bool isSane(const ScheduleRule &rule)
{
    const auto isTime = [](int minutes) { return minutes >= 0 && minutes < minutesADay; };
    return (rule.days & allDays) != 0 && isTime(rule.from) && isTime(rule.to) && rule.from != rule.to
        && (rule.availability == Availability::Busy || rule.availability == Availability::Away);
}

// A time that a change to summer time skips is the one an hour later, as QDateTime has it.
qint64 wallOf(const QDate &day, int minutes, const QTimeZone &zone)
{
    return QDateTime(day, QTime(minutes / 60, minutes % 60), zone).toMSecsSinceEpoch();
}

ScheduledStatus onDay(const ScheduleRule &rule, const QDate &day, const QTimeZone &zone)
{
    const QDate last = rule.to > rule.from ? day : day.addDays(1);
    return {rule.availability, rule.mood, wallOf(day, rule.from, zone), wallOf(last, rule.to, zone)};
}

bool isOn(const ScheduleRule &rule, const QDate &day)
{
    return (rule.days >> (day.dayOfWeek() - 1)) & 1;
}

} // namespace

Schedule::Schedule(const QList<ScheduleRule> &rules)
{
    for (ScheduleRule rule : rules) {
        rule.days &= allDays;
        rule.mood = cleanMood(rule.mood);
        if (isSane(rule) && m_rules.size() < mostRules)
            m_rules.append(rule);
    }
}

std::optional<ScheduledStatus> Schedule::at(qint64 wallNow, const QTimeZone &zone) const
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(wallNow, zone).date();
    std::optional<ScheduledStatus> found;
    for (const QDate &day : {today.addDays(-1), today}) {
        for (const ScheduleRule &rule : m_rules) {
            if (!isOn(rule, day))
                continue;
            const ScheduledStatus status = onDay(rule, day, zone);
            if (status.from <= wallNow && wallNow < status.until && (!found || status.from >= found->from))
                found = status;
        }
    }
    return found;
}

QList<ScheduledStatus> Schedule::planOf(const QDate &day, const QTimeZone &zone) const
{
    const qint64 begin = day.startOfDay(zone).toMSecsSinceEpoch();
    QList<ScheduledStatus> plan;
    for (const QDate &start : {day.addDays(-1), day}) {
        for (const ScheduleRule &rule : m_rules) {
            if (!isOn(rule, start))
                continue;
            const ScheduledStatus status = onDay(rule, start, zone);
            if (status.until > std::max(begin, status.from))
                plan.append(status);
        }
    }
    std::stable_sort(plan.begin(), plan.end(),
                     [](const ScheduledStatus &a, const ScheduledStatus &b) { return a.from < b.from; });
    return plan;
}

qint64 Schedule::nextChange(qint64 wallNow, const QTimeZone &zone) const
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(wallNow, zone).date();
    qint64 next = 0;
    for (int ahead = -1; ahead <= 7; ++ahead) {
        const QDate day = today.addDays(ahead);
        for (const ScheduleRule &rule : m_rules) {
            if (!isOn(rule, day))
                continue;
            const ScheduledStatus status = onDay(rule, day, zone);
            for (const qint64 edge : {status.from, status.until}) {
                if (edge > wallNow && (next == 0 || edge < next))
                    next = edge;
            }
        }
    }
    return next;
}

QByteArray Schedule::toJson() const
{
    QJsonArray list;
    for (const ScheduleRule &rule : m_rules) {
        list.append(QJsonObject{{u"days"_s, int(rule.days)},
                                {u"from"_s, rule.from},
                                {u"to"_s, rule.to},
                                {u"state"_s, rule.availability == Availability::Away ? u"away"_s : u"busy"_s},
                                {u"mood"_s, rule.mood}});
    }
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

Schedule Schedule::fromJson(const QByteArray &json)
{
    QList<ScheduleRule> rules;
    const QJsonArray list = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &value : list) {
        const QString state = value[u"state"].toString();
        const int days = value[u"days"].toInt();
        if ((state != "busy"_L1 && state != "away"_L1) || days < 1 || days > allDays)
            continue;
        rules.append({static_cast<quint8>(days), value[u"from"].toInt(-1), value[u"to"].toInt(-1),
                      state == "away"_L1 ? Availability::Away : Availability::Busy, value[u"mood"].toString()});
    }
    return Schedule(rules);
}

} // namespace timbre::core
