// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"

#include <functional>
#include <memory>

namespace timbre::models {

// When RosterModel announces what its rows say: the first change after a quiet time at once, further ones at a pace,
// which is the least time between two announcements. Holds no rows. A member of RosterModel's workings.
class DataPace
{
public:
    // `ask` is called when it is time to ask isDue() again.
    DataPace(core::Clock &clock, std::function<void()> ask);

    void setVisible(bool visible) { m_visible = visible; }
    bool isVisible() const { return m_visible; }

    // With `waiting` > 0 changed rows. If it is not yet time, or busy, `ask` follows.
    bool isDue(size_t waiting, bool busy);
    void announced();

private:
    core::Clock &m_clock;
    bool m_visible = true;
    qint64 m_last;
    std::unique_ptr<core::Timer> m_timer;
};

} // namespace timbre::models
