// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/presence_pacer.h"

#include <algorithm>

namespace timbre::core {

PresencePacer::PresencePacer(Connection &connection, Clock &clock) :
    m_connection(connection),
    m_clock(clock),
    m_timer(clock.makeTimer([this] { sendNext(); }))
{
}

void PresencePacer::enqueue(Make make, Turn turn)
{
    (turn == Turn::First ? m_first : m_inOrder).push_back(std::move(make));
    arm();
}

void PresencePacer::clear()
{
    m_first.clear();
    m_inOrder.clear();
    m_timer->stop();
}

void PresencePacer::sendNext()
{
    while (!m_first.empty() || !m_inOrder.empty()) {
        auto &queue = m_first.empty() ? m_inOrder : m_first;
        const Make make = std::move(queue.front());
        queue.pop_front();
        if (const std::optional<protocol::Frame> frame = make()) {
            m_lastSent = m_clock.monotonic();
            if (m_connection.send(*frame) && m_witness)
                m_witness(*frame);
            break;
        }
    }
    arm();
}

void PresencePacer::arm()
{
    if (m_first.empty() && m_inOrder.empty())
        return;
    Milliseconds wait{0};
    if (m_lastSent)
        wait = std::max(wait, gap - Milliseconds(m_clock.monotonic() - *m_lastSent));
    m_timer->start(wait);
}

} // namespace timbre::core
