// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"

#include <QCoreApplication>

#include <list>

namespace timbre::test {

// Time that moves only when a test says so. advance() fires the timers that fall due in their order
// (equal times in the order of their start), each at its own time, and delivers queued signals in
// between. Must outlive its timers.
class FakeClock final : public core::Clock
{
public:
    using Milliseconds = core::Milliseconds;

    qint64 monotonic() const override { return m_now; }
    qint64 wall() const override { return m_wall; }
    std::unique_ptr<core::Timer> makeTimer(std::function<void()> onTimeout) override
    {
        return std::make_unique<FakeTimer>(*this, std::move(onTimeout));
    }

    void advance(Milliseconds step)
    {
        const qint64 end = m_now + step.count();
        deliver();
        while (FakeTimer *timer = next(end)) {
            moveTo(timer->due);
            timer->active = false;
            const std::function<void()> callback = timer->callback; // may destroy its timer
            callback();
            deliver();
        }
        moveTo(end);
        deliver();
    }
    void advance(qint64 milliseconds) { advance(Milliseconds(milliseconds)); }
    // Only the wall clock: someone set the time.
    void jumpWall(qint64 milliseconds) { m_wall += milliseconds; }

    int activeTimers() const
    {
        int count = 0;
        for (const FakeTimer *timer : m_timers)
            count += timer->active ? 1 : 0;
        return count;
    }

private:
    struct FakeTimer final : core::Timer {
        FakeTimer(FakeClock &owner, std::function<void()> onTimeout) : clock(owner), callback(std::move(onTimeout))
        {
            clock.m_timers.push_back(this);
        }
        ~FakeTimer() override { clock.m_timers.remove(this); }
        void start(Milliseconds delay) override
        {
            due = clock.m_now + std::max<qint64>(0, delay.count());
            order = ++clock.m_starts;
            active = true;
        }
        void stop() override { active = false; }
        bool isActive() const override { return active; }

        FakeClock &clock;
        std::function<void()> callback;
        qint64 due = 0;
        quint64 order = 0;
        bool active = false;
    };

    FakeTimer *next(qint64 end) const
    {
        FakeTimer *first = nullptr;
        for (FakeTimer *timer : m_timers) {
            if (!timer->active || timer->due > end)
                continue;
            if (!first || std::pair(timer->due, timer->order) < std::pair(first->due, first->order))
                first = timer;
        }
        return first;
    }
    void moveTo(qint64 time)
    {
        m_wall += time - m_now;
        m_now = time;
    }
    static void deliver() { QCoreApplication::sendPostedEvents(); }

    std::list<FakeTimer *> m_timers;
    qint64 m_now = 1'000'000;
    qint64 m_wall = 1'800'000'000'000;
    quint64 m_starts = 0;
};

} // namespace timbre::test
