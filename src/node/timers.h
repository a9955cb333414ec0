// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/environment.h"

#include <functional>
#include <map>
#include <optional>

namespace timbre::node {

// All deadlines of a node in one place, driven by one timer of its loop (or by a test's clock).
// There is no cancelling: a callback looks whether its cause still stands. Loop thread only; owned
// by the node.
class Timers
{
public:
    explicit Timers(std::function<SteadyTime()> now) : m_now(std::move(now)) { }

    void after(std::chrono::milliseconds delay, std::function<void()> callback);
    std::optional<SteadyTime> next() const;
    // Runs what is due. A callback that sets a new deadline in the past is run by the next call,
    // not by this one.
    void run();
    // Forgets everything, for a node that stops.
    void clear() { m_deadlines.clear(); }
    // Called whenever the earliest deadline moves forward, so that the loop can wind its timer
    // again.
    void onEarlier(std::function<void()> callback) { m_earlier = std::move(callback); }

private:
    std::function<SteadyTime()> m_now;
    std::function<void()> m_earlier;
    std::multimap<SteadyTime, std::function<void()>> m_deadlines;
};

} // namespace timbre::node
