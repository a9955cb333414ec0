// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/presence_facts.h"

#include "core/clear_after.h"

#include <algorithm>

namespace timbre::core {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostDigits = 12;
constexpr qint64 clockSkew = 5 * 60'000; // a peer's clock may be ahead of ours

qint64 pastTime(qint64 time, qint64 wallNow)
{
    return time > wallNow - longestEnd && time <= wallNow + clockSkew ? std::min(time, wallNow) : 0;
}

qint64 timeIn(const protocol::TextMap &extend, const QString &key)
{
    return secondsIn(extend, key) * 1'000;
}

} // namespace

qint64 secondsIn(const protocol::TextMap &extend, const QString &key)
{
    const QString text = extend.value(key);
    const bool isNumber = !text.isEmpty() && text.size() <= mostDigits
        && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isNumber ? text.toLongLong() : 0;
}

PresenceFacts factsFromExtend(const std::optional<protocol::TextMap> &extend, qint64 wallNow)
{
    PresenceFacts facts;
    if (!extend)
        return facts;
    facts.until = timeIn(*extend, u"until"_s);
    if (facts.until <= wallNow || facts.until > wallNow + longestEnd + clockSkew)
        facts.until = 0;
    const qint64 show = secondsIn(*extend, u"next"_s);
    const bool isKnown = show == static_cast<qint16>(protocol::Show::Chat)
        || show == static_cast<qint16>(protocol::Show::Away) || show == static_cast<qint16>(protocol::Show::Busy);
    if (facts.until > 0 && isKnown)
        facts.next = availabilityFromShow(static_cast<qint16>(show));
    facts.since = pastTime(timeIn(*extend, u"since"_s), wallNow);
    facts.idleSince = pastTime(timeIn(*extend, u"idle"_s), wallNow);
    return facts;
}

void writeFacts(const PresenceFacts &facts, protocol::TextMap &extend)
{
    const auto write = [&extend](const QString &key, qint64 wall) {
        if (wall > 0)
            extend.insert(key, QString::number(wall / 1'000));
    };
    write(u"until"_s, facts.until);
    write(u"since"_s, facts.since);
    write(u"idle"_s, facts.idleSince);
    if (facts.until > 0 && isPresent(facts.next))
        extend.insert(u"next"_s, QString::number(static_cast<int>(showFromAvailability(facts.next))));
}

} // namespace timbre::core
