// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"

#include <functional>
#include <memory>
#include <optional>

namespace timbre::models {

// When RosterModel moves rows: 400 ms after the last change that moves one, and at most 2 s after the first.
class OrderPace
{
public:
    // `ask` is called when it is time to move them.
    OrderPace(core::Clock &clock, std::function<void()> ask);

    void noteChange();
    // Nothing is to be moved any more, as far as the 2 s go.
    void forgetFirst() { m_first.reset(); }
    void stop() { m_timer->stop(); }
    // If it is not yet time, or busy, `ask` follows.
    bool isDue(bool busy);
    void askSoon();

private:
    core::Clock &m_clock;
    std::optional<qint64> m_first;
    qint64 m_last = 0;
    std::unique_ptr<core::Timer> m_timer;
};

} // namespace timbre::models
