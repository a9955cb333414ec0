// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "core/connection.h"

#include <deque>
#include <optional>

namespace timbre::core {

// The one door through which presence frames leave: tim handles frames in parallel and swaps two
// presences sent back to back (protocol-live.md 1.5), so they go at least 20 ms apart whoever sends
// them. A frame is made when its turn comes, so that it says what is true then and its `seq`
// follows the order on the wire. Owned by Session; GUI thread.
class PresencePacer
{
public:
    // Nothing = no longer needed; the next one takes the turn.
    using Make = std::function<std::optional<protocol::Frame>()>;
    enum class Turn { First, InOrder };

    static constexpr Milliseconds gap{20};

    PresencePacer(Connection &connection, Clock &clock);
    PresencePacer(const PresencePacer &) = delete;
    PresencePacer &operator=(const PresencePacer &) = delete;

    // The frame leaves in a later turn of the event loop, never from inside this call.
    void enqueue(Make make, Turn turn = Turn::InOrder);
    // Told each frame that left. Once.
    void setWitness(std::function<void(const protocol::Frame &)> witness) { m_witness = std::move(witness); }
    // The line is gone, and with it everything that waits.
    void clear();

private:
    void sendNext();
    void arm();

    Connection &m_connection;
    Clock &m_clock;
    std::unique_ptr<Timer> m_timer;
    std::deque<Make> m_first;
    std::deque<Make> m_inOrder;
    std::optional<qint64> m_lastSent;
    std::function<void(const protocol::Frame &)> m_witness;
};

} // namespace timbre::core
