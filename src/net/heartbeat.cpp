// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "net/heartbeat.h"

namespace timbre::net {

using core::Milliseconds;

Heartbeat::Heartbeat(core::Clock &clock, core::Random &random, std::function<void()> onPing,
                     std::function<void()> onDead) :
    m_clock(clock),
    m_onPing(std::move(onPing)),
    m_onDead(std::move(onDead)),
    m_period(clock.makeTimer([this] { ping(); })),
    m_deadline(clock.makeTimer([this] { onDeadline(); }))
{
    m_period->start(random.between(Milliseconds(0), period));
}

void Heartbeat::frameReceived()
{
    m_deadline->stop();
}

void Heartbeat::probe()
{
    ping();
    m_deadline->start(probeLimit);
}

void Heartbeat::ping()
{
    m_period->start(period);
    m_sentBeforePing = std::exchange(m_sentSincePing, 0);
    if (!m_deadline->isActive()) {
        m_askedAt = m_clock.monotonic();
        m_deadline->start(answerLimit);
    }
    m_onPing();
}

void Heartbeat::onDeadline()
{
    const Milliseconds waited(m_clock.monotonic() - m_askedAt);
    const bool busy = m_sentBeforePing + m_sentSincePing >= burstFrames;
    if (busy && waited < busyAnswerLimit) {
        m_deadline->start(busyAnswerLimit - waited);
        return;
    }
    m_onDead();
}

} // namespace timbre::net
