// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"

#include <optional>

namespace timbre::core {

// The time after a sign-in, a wake or the end of Busy in which everybody's presence comes in at once and none of it is
// news (features.md S8): until nobody was heard for `calm`, at least `shortest`, at most `longest`. A value with a
// clock; needs no timer.
class QuietWindow
{
public:
    static constexpr Milliseconds calm{3'000};
    static constexpr Milliseconds shortest{5'000};
    static constexpr Milliseconds longest{30'000};

    explicit QuietWindow(const Clock &clock) : m_clock(clock) { }

    void open();
    void presenceHeard();
    bool isOpen() const;

private:
    const Clock &m_clock;
    std::optional<qint64> m_openedAt; // Clock::monotonic()
    qint64 m_heardAt = 0;
};

} // namespace timbre::core
