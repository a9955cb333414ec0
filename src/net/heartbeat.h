// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "core/random.h"

namespace timbre::net {

// Finds out whether the line still carries anything. Asks by tim's own ping, the only frame that
// keeps an account signed in (protocol.md 1.6), every 25 s, the first after a random part of that;
// any frame at all is an answer. Owned by ConnectionManager, one per line, in its thread. Knows no
// socket: onPing sends, onDead ends the line, but must not destroy this object from inside the
// call.
class Heartbeat
{
public:
    static constexpr core::Milliseconds period{25'000};
    static constexpr core::Milliseconds answerLimit{10'000};
    // While a burst of ours is under way: a server at its rate limit answers pings late
    // (protocol-live.md 1).
    static constexpr core::Milliseconds busyAnswerLimit{20'000};
    static constexpr int burstFrames = 20; // sent since the ping before this one
    // After a wake-up or a change of network: the user is waiting, and a lost line is cheap to
    // replace.
    static constexpr core::Milliseconds probeLimit{3'000};

    Heartbeat(core::Clock &clock, core::Random &random, std::function<void()> onPing, std::function<void()> onDead);

    void frameReceived();
    void frameSent() { ++m_sentSincePing; }
    // Asks now, and gives the answer only probeLimit.
    void probe();

private:
    void ping();
    void onDeadline();

    core::Clock &m_clock;
    std::function<void()> m_onPing;
    std::function<void()> m_onDead;
    std::unique_ptr<core::Timer> m_period;
    std::unique_ptr<core::Timer> m_deadline; // active = a ping is waiting for life
    qint64 m_askedAt = 0;
    int m_sentSincePing = 0;
    int m_sentBeforePing = 0;
};

} // namespace timbre::net
