// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <chrono>
#include <functional>
#include <memory>

namespace timbre::core {

using Milliseconds = std::chrono::milliseconds;

// A single-shot timer of a Clock. Its owner is whoever asked for it; destroying it stops it. start() on a running
// timer starts it afresh.
class Timer
{
public:
    virtual ~Timer() = default;
    virtual void start(Milliseconds delay) = 0;
    virtual void stop() = 0;
    virtual bool isActive() const = 0;
};

// Time as the rest of core sees it: handed in at construction, never asked of the system, so that every policy can be
// tested step by step (tests/support/fake_clock.h). Lives in, and calls back on, the thread of its owner.
class Clock
{
public:
    virtual ~Clock() = default;
    // Milliseconds that never jump; the zero point means nothing. Does not advance while the machine sleeps.
    virtual qint64 monotonic() const = 0;
    // Milliseconds since 1970 UTC; may jump.
    virtual qint64 wall() const = 0;
    virtual std::unique_ptr<Timer> makeTimer(std::function<void()> onTimeout) = 0;
};

// The Clock of the running program, on Qt's event loop.
class SystemClock final : public Clock
{
public:
    qint64 monotonic() const override;
    qint64 wall() const override;
    std::unique_ptr<Timer> makeTimer(std::function<void()> onTimeout) override;
};

} // namespace timbre::core
