// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/timers.h"

namespace timbre::node {

void Timers::after(std::chrono::milliseconds delay, std::function<void()> callback)
{
    const auto inserted = m_deadlines.emplace(m_now() + delay, std::move(callback));
    if (inserted == m_deadlines.begin() && m_earlier)
        m_earlier();
}

std::optional<SteadyTime> Timers::next() const
{
    if (m_deadlines.empty())
        return std::nullopt;
    return m_deadlines.begin()->first;
}

void Timers::run()
{
    std::multimap<SteadyTime, std::function<void()>> due;
    const auto end = m_deadlines.upper_bound(m_now());
    for (auto it = m_deadlines.begin(); it != end;) {
        auto next = std::next(it);
        due.insert(m_deadlines.extract(it));
        it = next;
    }
    for (auto &[time, callback] : due)
        callback();
}

} // namespace timbre::node
