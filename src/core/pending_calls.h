// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/connection.h"
#include "core/pending_call.h"

#include <array>
#include <deque>
#include <memory>
#include <vector>

namespace timbre::core {

// The calls of a Client under way, in lanes: sends each when its turn comes, gives it its answer, refusal or silence,
// and swallows the second of tim's double refusals (protocol.md 8.3). Knows nothing of what a call is about. Owned by
// Client, same thread. Callbacks are the last thing each function does: they may make calls or destroy the owner.
class PendingCalls : public QObject
{
public:
    PendingCalls(Connection &connection, Clock &clock, std::size_t most);

    // Sends the call, now or when its turn comes. What cannot even wait is told in a later turn of the event loop.
    void start(std::unique_ptr<PendingCall> call);
    void failLater(std::unique_ptr<PendingCall> call, CallError::Kind kind);
    // A frame of the server that refuses nothing. True if it was what some call waited for.
    bool offer(const protocol::Frame &frame);
    void refuse(const protocol::Ack &ack);
    void lineLost();

private:
    using CallPtr = std::unique_ptr<PendingCall>;
    struct Sent {
        CallPtr call;
        qint64 deadline = 0;
    };
    struct LaneState {
        std::deque<CallPtr> waiting;
        std::vector<Sent> sent; // oldest first
        qint64 closedUntil = 0; // a second refusal may still come
        std::optional<qint64> lastSent;
    };
    enum class End { Success, Silence };

    LaneState &laneOf(PendingCall::Lane lane);
    std::optional<qint64> turnOf(const LaneState &lane) const;
    void pump(LaneState &lane);
    void pumpAll();
    void arm();
    void expire();
    void tell(std::vector<CallPtr> calls, End end);

    Connection &m_connection;
    Clock &m_clock;
    const std::size_t m_most;
    std::array<LaneState, PendingCall::laneCount> m_lanes;
    std::size_t m_count = 0; // waiting and sent
    quint64 m_line = 0; // rises with each lost line
    std::unique_ptr<Timer> m_timer;
};

} // namespace timbre::core
