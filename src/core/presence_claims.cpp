// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/presence_claims.h"

#include <algorithm>

namespace timbre::core {

using namespace Qt::StringLiterals;

namespace {

int rank(Availability availability)
{
    switch (availability) {
    case Availability::Busy:
        return 3;
    case Availability::Chat:
        return 2;
    case Availability::Away:
        return 1;
    default:
        return 0;
    }
}

bool isOther(const QString &device, const QString &named)
{
    return !device.isEmpty() && !named.isEmpty() && device != named;
}

} // namespace

QString PresenceClaims::deviceOf(const protocol::Tid &tid)
{
    constexpr qsizetype longest = 128;
    const QString resource = tid.resource.value_or(QString()).left(longest);
    if (resource.isEmpty())
        return resource;
    return resource + u'/' + QString::number(tid.termtyp.value_or(0));
}

PresenceClaims::Stamp PresenceClaims::stampOf(const protocol::Presence &presence)
{
    constexpr qsizetype longest = 64;
    Stamp stamp;
    if (presence.fromTid)
        stamp.device = deviceOf(*presence.fromTid);
    if (presence.extend) {
        bool ok = false;
        const qint64 seq = presence.extend->value(u"seq"_s).left(longest).toLongLong(&ok);
        if (ok && seq >= 0)
            stamp.seq = seq;
        stamp.run = presence.extend->value(u"run"_s).left(longest);
    }
    return stamp;
}

bool PresenceClaims::isOutOfOrder(const Stamp &stamp, qint64 now) const
{
    if (!stamp.seq)
        return false;
    for (const Claim &claim : m_claims) {
        if (claim.last.device != stamp.device)
            continue;
        if (!stamp.run.isEmpty() && stamp.run == claim.earlierRun)
            return true;
        if (claim.last.run != stamp.run || !claim.last.seq || *stamp.seq > *claim.last.seq)
            return false;
        // A client without a run id counts from the start again after each restart.
        return !stamp.run.isEmpty() || now - claim.heardAt <= raceTime;
    }
    return false;
}

PresenceClaims::Claim &PresenceClaims::claimOf(const QString &device)
{
    const auto known = std::find_if(m_claims.begin(), m_claims.end(),
                                    [&](const Claim &claim) { return claim.last.device == device; });
    if (known != m_claims.end())
        return *known;
    if (m_claims.size() >= mostDevices) {
        m_claims.erase(std::min_element(m_claims.begin(), m_claims.end(), [](const Claim &a, const Claim &b) {
            return std::pair(a.live, a.heardAt) < std::pair(b.live, b.heardAt);
        }));
    }
    Claim claim;
    claim.last.device = device;
    m_claims.append(claim);
    return m_claims.last();
}

void PresenceClaims::hear(const Stamp &stamp, const Facts &facts, qint64 now)
{
    Claim &claim = claimOf(stamp.device);
    if (claim.last.run != stamp.run && stamp.seq)
        claim.earlierRun = claim.last.run;
    if (stamp.seq || claim.last.run != stamp.run)
        claim.last = stamp;
    if (!claim.live)
        claim.cameAt = now;
    claim.facts = facts;
    claim.heardAt = now;
    claim.live = true;
}

void PresenceClaims::notice(const QString &device, qint64 now)
{
    claimOf(device).noticedAt = now;
}

bool PresenceClaims::wasNoticed(const QString &device, qint64 time) const
{
    return std::any_of(m_claims.begin(), m_claims.end(), [&](const Claim &claim) {
        return claim.noticedAt >= time && !isOther(claim.last.device, device);
    });
}

void PresenceClaims::forgetNotice(const QString &device)
{
    for (Claim &claim : m_claims) {
        if (!isOther(claim.last.device, device))
            claim.noticedAt = std::numeric_limits<qint64>::min();
    }
}

bool PresenceClaims::hasLive() const
{
    return std::any_of(m_claims.begin(), m_claims.end(), [](const Claim &c) { return c.live; });
}

bool PresenceClaims::isLive(const QString &device) const
{
    return std::any_of(m_claims.begin(), m_claims.end(),
                       [&](const Claim &claim) { return claim.live && claim.last.device == device; });
}

bool PresenceClaims::isPresentLive(const QString &device) const
{
    return std::any_of(m_claims.begin(), m_claims.end(), [&](const Claim &claim) {
        return claim.live && isPresent(claim.facts.availability) && claim.last.device == device;
    });
}

bool PresenceClaims::hasOtherPresent(const QString &device) const
{
    return std::any_of(m_claims.begin(), m_claims.end(), [&](const Claim &claim) {
        return claim.live && isPresent(claim.facts.availability) && claim.last.device != device;
    });
}

bool PresenceClaims::hasFreshOther(const QString &device, qint64 time) const
{
    return std::any_of(m_claims.begin(), m_claims.end(), [&](const Claim &claim) {
        return claim.live && claim.heardAt >= time && isPresent(claim.facts.availability)
            && isOther(claim.last.device, device);
    });
}

bool PresenceClaims::isOlderThanFreshOnes(const QString &device, qint64 time) const
{
    const auto named = std::find_if(m_claims.begin(), m_claims.end(),
                                    [&](const Claim &claim) { return claim.live && claim.last.device == device; });
    if (named == m_claims.end())
        return false;
    return std::all_of(m_claims.begin(), m_claims.end(), [&](const Claim &claim) {
        return !claim.live || claim.heardAt < time || !isOther(claim.last.device, device)
            || claim.cameAt > named->cameAt;
    });
}

bool PresenceClaims::hasFresh(qint64 time) const
{
    return std::any_of(m_claims.begin(), m_claims.end(), [&](const Claim &claim) {
        return claim.live && claim.heardAt >= time && isPresent(claim.facts.availability);
    });
}

qint64 PresenceClaims::lastHeard() const
{
    qint64 last = 0;
    for (const Claim &claim : m_claims) {
        if (claim.live)
            last = std::max(last, claim.heardAt);
    }
    return last;
}

template <typename Condition> void PresenceClaims::endIf(Condition condition)
{
    for (Claim &claim : m_claims) {
        if (condition(claim))
            claim.live = false;
    }
}

void PresenceClaims::endAll()
{
    endIf([](const Claim &) { return true; });
}

void PresenceClaims::endNoticed(qint64 time)
{
    endIf([&](const Claim &claim) { return claim.noticedAt >= time; });
}

void PresenceClaims::endOlder(qint64 time)
{
    endIf([&](const Claim &claim) { return claim.heardAt < time; });
}

void PresenceClaims::endAllBut(const QString &device, qint64 time)
{
    endIf([&](const Claim &claim) { return claim.heardAt < time || !isOther(claim.last.device, device); });
}

std::optional<PresenceClaims::Facts> PresenceClaims::merged() const
{
    const Claim *best = nullptr;
    for (const Claim &claim : m_claims) {
        if (!claim.live)
            continue;
        if (!best
            || std::pair(rank(claim.facts.availability), claim.heardAt)
                >= std::pair(rank(best->facts.availability), best->heardAt))
            best = &claim;
    }
    return best ? std::optional(best->facts) : std::nullopt;
}

int PresenceClaims::presentDevices() const
{
    return static_cast<int>(std::count_if(m_claims.begin(), m_claims.end(),
                                          [](const Claim &c) { return c.live && isPresent(c.facts.availability); }));
}

} // namespace timbre::core
