// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/presence_facts.h"
#include "core/status_controller_private.h"
#include "core/text.h"

#include <algorithm>

namespace timbre::core {

using namespace Qt::StringLiterals;

namespace {

// A pick after this long without news leaves at once; those that follow it sooner wait for as much quiet.
constexpr Milliseconds quietTime{300};
constexpr Milliseconds longestDelay{1'000}; // for someone who never stops picking

} // namespace

void StatusController::Private::schedule()
{
    if (announced.reach == EffectiveStatus::Reach::Nobody)
        return; // the first broadcast will say it
    if (target() == announced) {
        quiet->stop(); // picked back before anybody was told
        return;
    }
    if (!quiet->isActive()) {
        if (!toldAt || clock.monotonic() - *toldAt >= quietTime.count()) {
            enqueue(protocol::SubStatus::Changed);
            return;
        }
        firstPickAt = clock.monotonic();
    }
    const Milliseconds spent(clock.monotonic() - firstPickAt);
    quiet->start(std::clamp(longestDelay - spent, Milliseconds(0), quietTime));
}

void StatusController::Private::enqueue(protocol::SubStatus subStatus)
{
    if (waiting.contains(subStatus))
        return; // it will say what is true when its turn comes
    waiting.insert(subStatus);
    pacer.enqueue([this, subStatus] { return make(subStatus); }, PresencePacer::Turn::First);
}

std::optional<protocol::Frame> StatusController::Private::make(protocol::SubStatus subStatus)
{
    if (!waiting.remove(subStatus))
        return std::nullopt;
    settle();
    EffectiveStatus status = announced;
    if (subStatus != protocol::SubStatus::ProfileChanged) {
        status = target();
        if (status.reach == EffectiveStatus::Reach::Nobody)
            return std::nullopt;
        if (subStatus == protocol::SubStatus::Changed && status == announced)
            return std::nullopt;
        announced = status;
        toldAt = clock.monotonic();
        quiet->stop();
        updatePending();
    }
    const auto listeners = audience ? audience() : std::nullopt;
    if (listeners && listeners->isEmpty())
        return std::nullopt; // told everybody there is
    protocol::Presence told = presence(status, subStatus);
    told.toList = listeners;
    return protocol::Frame{protocol::FrameType::BroadcastPresence, std::nullopt, std::move(told)};
}

protocol::Presence StatusController::Private::presence(const EffectiveStatus &status, protocol::SubStatus subStatus)
{
    protocol::Presence presence;
    presence.subStatus = static_cast<qint8>(subStatus);
    presence.show = static_cast<qint16>(showFromAvailability(status.availability));
    presence.extend = protocol::TextMap{{u"v"_s, u"1"_s}, {u"run"_s, run}, {u"seq"_s, QString::number(++seq)}};
    if (status.availability != Availability::Invisible) {
        presence.status = moodForWire(status.mood);
        writeFacts({status.until, since, status.idleSince}, *presence.extend);
    }
    return presence;
}

void StatusController::Private::updatePending()
{
    const bool now = announced != wanted();
    if (now == pending)
        return;
    pending = now;
    Q_EMIT q->pendingChanged(pending);
}

} // namespace timbre::core
