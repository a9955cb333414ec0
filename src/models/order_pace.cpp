// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "models/order_pace.h"

#include <algorithm>

namespace timbre::models {

namespace {

constexpr qint64 orderQuiet = 400;
constexpr qint64 orderLimit = 2000;

} // namespace

OrderPace::OrderPace(core::Clock &clock, std::function<void()> ask) :
    m_clock(clock),
    m_timer(clock.makeTimer(std::move(ask)))
{
}

void OrderPace::noteChange()
{
    m_last = m_clock.monotonic();
    if (!m_first)
        m_first = m_last;
}

bool OrderPace::isDue(bool busy)
{
    const qint64 now = m_clock.monotonic();
    const qint64 due = std::min(m_last + orderQuiet, m_first.value_or(now) + orderLimit);
    if (due <= now && !busy)
        return true;
    m_timer->start(core::Milliseconds(std::max<qint64>(due - now, 0)));
    return false;
}

void OrderPace::askSoon()
{
    m_timer->start(core::Milliseconds(0));
}

} // namespace timbre::models
