// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/random.h"

namespace timbre::core {

// How long to wait before the next attempt (design.md 3): a value without a timer. After a server-side end the first
// wait is U(0, 3 s), after a local cause U(0, 250 ms); then full jitter U(250 ms, min(30 s, 1 s * 2^n)).
class Backoff
{
public:
    enum class Cause { Server, Local };

    // The wait before the next attempt; counts it.
    Milliseconds next(Cause cause, Random &random);
    // To be called after 30 s of a stable line (see stableAfter), not at connect.
    void reset();
    int attempts() const { return m_attempts; }

    static constexpr Milliseconds stableAfter{30'000};
    static constexpr Milliseconds base{1'000};
    static constexpr Milliseconds cap{30'000};

private:
    int m_attempts = 0;
};

} // namespace timbre::core
