// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "net/wake_watch.h"

#include <ctime>

namespace timbre::net {

using core::Milliseconds;

WakeWatch::WakeWatch(core::Clock &clock, SleepTime sleepTime, QObject *parent) :
    QObject(parent),
    m_sleepTime(std::move(sleepTime)),
    m_last(m_sleepTime()),
    m_timer(clock.makeTimer([this] { look(); }))
{
    m_timer->start(period);
}

void WakeWatch::look()
{
    m_timer->start(period);
    const Milliseconds now = m_sleepTime();
    const Milliseconds slept = now - m_last;
    m_last = now;
    if (slept >= shortestSleep)
        Q_EMIT woke();
}

Milliseconds WakeWatch::systemSleepTime()
{
#ifdef CLOCK_BOOTTIME
    const auto read = [](clockid_t id) {
        timespec time{};
        clock_gettime(id, &time);
        return Milliseconds(qint64(time.tv_sec) * 1'000 + time.tv_nsec / 1'000'000);
    };
    return read(CLOCK_BOOTTIME) - read(CLOCK_MONOTONIC);
#else
    return Milliseconds(0);
#endif
}

} // namespace timbre::net
