// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "models/data_pace.h"

#include <algorithm>

namespace timbre::models {

namespace {

constexpr int fewDirtyPace = 33;
constexpr int manyDirtyPace = 100;
constexpr int hiddenPace = 1000;
constexpr size_t manyDirty = 200;

} // namespace

DataPace::DataPace(core::Clock &clock, std::function<void()> ask) :
    m_clock(clock),
    m_last(clock.monotonic() - hiddenPace),
    m_timer(clock.makeTimer([this, ask = std::move(ask)] {
        m_timer->stop();
        ask(); // more may have come since the timer was started: then it is the slower pace
    }))
{
}

bool DataPace::isDue(size_t waiting, bool busy)
{
    if (m_timer->isActive())
        return false;
    int pace = waiting < manyDirty ? fewDirtyPace : manyDirtyPace;
    if (!m_visible)
        pace = hiddenPace;
    const qint64 wait = m_last + pace - m_clock.monotonic();
    if (wait <= 0 && !busy)
        return true;
    m_timer->start(core::Milliseconds(std::max<qint64>(wait, 0)));
    return false;
}

void DataPace::announced()
{
    m_timer->stop();
    m_last = m_clock.monotonic();
}

} // namespace timbre::models
