// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/backoff.h"

#include <algorithm>

namespace timbre::core {

Milliseconds Backoff::next(Cause cause, Random &random)
{
    const int attempt = m_attempts++;
    if (attempt == 0)
        return random.between(Milliseconds(0), Milliseconds(cause == Cause::Server ? 3'000 : 250));
    // 1 s, 2 s, 4 s ... 30 s; beyond five doublings the cap rules, so the shift never grows.
    const Milliseconds ceiling = std::min(cap, base * (1 << std::min(attempt - 1, 5)));
    return random.between(Milliseconds(250), ceiling);
}

void Backoff::reset()
{
    m_attempts = 0;
}

} // namespace timbre::core
