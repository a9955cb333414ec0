// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"

namespace timbre::core {

// When AutoAway counts the user as away; from the preferences.
struct AwayLimits {
    Milliseconds idle{10 * 60'000}; // 0 = a computer nobody touches makes no absence
    bool lock = true; // a lock or a sleep does
    bool operator==(const AwayLimits &) const = default;
};

} // namespace timbre::core
