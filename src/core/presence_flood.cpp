// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/presence_flood.h"

#include <algorithm>

namespace timbre::core {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestHeldText = 4'096; // more than any mood keeps
constexpr qsizetype longestHeldFact = 64;

// What is kept of a frame that may be megabytes.
protocol::Presence shortened(const protocol::Presence &presence)
{
    protocol::Presence kept = presence;
    kept.extra.reset();
    kept.toList.reset();
    if (kept.status)
        kept.status = kept.status->left(longestHeldText);
    if (presence.extend) {
        kept.extend.emplace();
        for (const QString &key : {u"v"_s, u"run"_s, u"seq"_s, u"until"_s, u"since"_s, u"idle"_s, u"next"_s}) {
            if (const auto found = presence.extend->constFind(key); found != presence.extend->cend())
                kept.extend->insert(key, found->left(longestHeldFact));
        }
    }
    return kept;
}

} // namespace

PresenceFlood::PresenceFlood(Clock &clock, Ended ended) :
    m_clock(clock),
    m_ended(std::move(ended)),
    m_timer(clock.makeTimer([this] { onTimer(); }))
{
}

bool PresenceFlood::holds(const ContactId &id, const protocol::Presence &presence)
{
    const qint64 now = m_clock.monotonic();
    // Those that stopped cost nothing for long.
    if (now - m_sweptAt >= window.count()) {
        m_sweptAt = now;
        m_counts.removeIf([now](const auto &entry) {
            return entry.value().heldUntil == 0 && now - entry.value().windowStart >= window.count();
        });
    }
    Count &count = m_counts[id];
    if (count.frames == 0 || now - count.windowStart >= window.count()) {
        count.windowStart = now;
        count.frames = 0;
    }
    ++count.frames;
    if (count.heldUntil == 0 && count.frames <= mostFrames)
        return false;
    if (count.heldUntil == 0 || count.frames > mostFrames) {
        count.heldUntil = now + muteTime.count();
        count.heldUntilWall = m_clock.wall() + muteTime.count();
        count.frames = 1; // a new count tells whether it goes on
        count.windowStart = now;
        arm();
    }
    count.last = shortened(presence);
    return true;
}

qint64 PresenceFlood::heldUntil(const ContactId &id) const
{
    const auto count = m_counts.constFind(id);
    return count == m_counts.cend() || count->heldUntil == 0 ? 0 : count->heldUntilWall;
}

void PresenceFlood::forget(const ContactId &id)
{
    m_counts.remove(id);
}

void PresenceFlood::clear()
{
    m_counts.clear();
    m_timer->stop();
}

void PresenceFlood::onTimer()
{
    const qint64 now = m_clock.monotonic();
    QList<std::pair<ContactId, std::optional<protocol::Presence>>> over;
    for (auto entry = m_counts.begin(); entry != m_counts.end(); ++entry) {
        if (entry->heldUntil == 0 || entry->heldUntil > now)
            continue;
        over.append({entry.key(), std::exchange(entry->last, std::nullopt)});
        entry->heldUntil = 0;
    }
    arm();
    for (const auto &[id, last] : std::as_const(over))
        m_ended(id, last);
}

void PresenceFlood::arm()
{
    std::optional<qint64> next;
    for (const Count &count : std::as_const(m_counts)) {
        if (count.heldUntil != 0)
            next = std::min(count.heldUntil, next.value_or(count.heldUntil));
    }
    if (next)
        m_timer->start(Milliseconds(std::max<qint64>(0, *next - m_clock.monotonic())));
    else
        m_timer->stop();
}

} // namespace timbre::core
