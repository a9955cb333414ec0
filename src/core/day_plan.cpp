// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/day_plan.h"

#include "core/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace timbre::core {

using namespace Qt::StringLiterals;

namespace {

constexpr int version = 1;

} // namespace

DayPlan::DayPlan(qint64 from, const QList<Part> &parts) : m_from(from)
{
    if (from <= 0 || from > std::numeric_limits<qint64>::max() - longest)
        return;
    qint64 begin = from;
    for (Part part : parts) {
        if (part.until <= begin || part.until > from + longest || !isPresent(part.availability)
            || m_parts.size() >= mostParts)
            continue;
        part.mood = cleanMood(part.mood);
        begin = part.until;
        m_parts.append(part);
    }
    if (m_parts.isEmpty())
        m_from = 0;
}

QList<ScheduledStatus> DayPlan::all() const
{
    QList<ScheduledStatus> list;
    qint64 begin = m_from;
    for (const Part &part : m_parts) {
        list.append({part.availability, part.mood, begin, part.until});
        begin = part.until;
    }
    return list;
}

std::optional<ScheduledStatus> DayPlan::at(qint64 wallNow) const
{
    for (const ScheduledStatus &status : all()) {
        if (status.from <= wallNow && wallNow < status.until)
            return status;
    }
    return std::nullopt;
}

qint64 DayPlan::nextChange(qint64 wallNow) const
{
    if (isEmpty())
        return 0;
    if (wallNow < m_from)
        return m_from;
    for (const Part &part : m_parts) {
        if (part.until > wallNow)
            return part.until;
    }
    return 0;
}

QByteArray DayPlan::toJson() const
{
    QJsonArray list;
    for (const Part &part : m_parts)
        list.append(
            QJsonObject{{u"state"_s, wordOf(part.availability)}, {u"mood"_s, part.mood}, {u"until"_s, part.until}});
    const QJsonObject object{{u"v"_s, version}, {u"from"_s, m_from}, {u"parts"_s, list}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

DayPlan DayPlan::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QJsonArray list = object[u"parts"].toArray();
    QList<Part> parts;
    for (const QJsonValue &value : list) {
        if (const auto availability = availabilityFromWord(value[u"state"].toString()))
            parts.append({*availability, value[u"mood"].toString(), value[u"until"].toInteger()});
    }
    return {object[u"from"].toInteger(), parts};
}

bool DayPlan::isNewer(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object()[u"v"].toInt() > version;
}

} // namespace timbre::core
