// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/quiet_window.h"

#include <algorithm>

namespace timbre::core {

void QuietWindow::open()
{
    m_openedAt = m_clock.monotonic();
    m_heardAt = *m_openedAt;
}

void QuietWindow::presenceHeard()
{
    if (isOpen())
        m_heardAt = m_clock.monotonic();
}

bool QuietWindow::isOpen() const
{
    if (!m_openedAt)
        return false;
    const qint64 earliest = *m_openedAt + shortest.count();
    const qint64 end = std::min(std::max(earliest, m_heardAt + calm.count()), *m_openedAt + longest.count());
    return m_clock.monotonic() < end;
}

} // namespace timbre::core
