// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/environment.h"

#include <algorithm>

namespace timbre::node {

// A fan-out to so many costs its sender as much as one frame more.
inline constexpr double fanOutPerToken = 100;

// `rate` units flow in per second up to `burst`. A unit of work may take the level below zero, so
// that one frame larger than the burst still passes; the next one waits for it.
class TokenBucket
{
public:
    TokenBucket(double rate, double burst, SteadyTime now) : m_rate(rate), m_burst(burst), m_level(burst), m_filled(now)
    {
    }

    bool take(double cost, SteadyTime now)
    {
        fill(now);
        if (m_level <= 0)
            return false;
        m_level -= cost;
        return true;
    }
    // For work whose size is known only when it is done.
    void charge(double cost) { m_level -= cost; }
    // How long until take() can succeed.
    std::chrono::milliseconds wait(SteadyTime now)
    {
        fill(now);
        if (m_level > 0)
            return std::chrono::milliseconds(0);
        return std::chrono::milliseconds(1 + qint64(-m_level / m_rate * 1000));
    }

private:
    void fill(SteadyTime now)
    {
        m_level = std::min(m_burst, m_level + m_rate * std::chrono::duration<double>(now - m_filled).count());
        m_filled = now;
    }

    double m_rate;
    double m_burst;
    double m_level;
    SteadyTime m_filled;
};

} // namespace timbre::node
