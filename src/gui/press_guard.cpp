// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/press_guard.h"

#include <algorithm>

namespace timbre::gui {

void PressGuard::clear()
{
    m_painted.clear();
    m_press.reset();
}

void PressGuard::willPaint(const QRect &dirty)
{
    std::erase_if(m_painted, [&](const Painted &painted) { return painted.row.intersects(dirty); });
}

void PressGuard::painted(const QRect &row, const core::ContactId &id)
{
    m_painted.push_back({row, id});
}

bool PressGuard::press(const Press &press)
{
    const core::ContactId before = m_press ? m_press->id : core::ContactId();
    m_press.reset();
    const auto seen = std::find_if(m_painted.cbegin(), m_painted.cend(),
                                   [&](const Painted &painted) { return painted.row.contains(press.point); });
    // Where nothing was painted yet, nobody is seen.
    if ((seen == m_painted.cend() ? core::ContactId() : seen->id) != press.id)
        return false;
    if (!press.id.isEmpty()) {
        m_press = press;
        m_press->opens = press.opens && press.id == before;
    }
    return true;
}

core::ContactId PressGuard::release(const QPoint &point)
{
    if (!m_press || !m_press->opens)
        return {};
    const Press press = *m_press;
    m_press.reset();
    return press.row.contains(point) ? press.id : core::ContactId();
}

bool PressGuard::isPressed(const core::ContactId &id) const
{
    return m_press && m_press->id == id;
}

bool PressGuard::isPressed(const core::ContactId &id, const QRect &row) const
{
    return isPressed(id) && m_press->row == row;
}

} // namespace timbre::gui
