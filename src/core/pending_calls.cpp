// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/pending_calls.h"

#include "core/client_limits.h"
#include "core/text.h"

#include <algorithm>
#include <limits>

namespace timbre::core {

using protocol::FrameType;

namespace {

// tim reports a wrong length of any big data as 96, and a refused binary push as 94 (protocol.md 2.2).
bool refuses(const protocol::Ack &ack, const PendingCall &call)
{
    const auto said = static_cast<FrameType>(ack.timType);
    const FrameType sent = call.frame.type;
    const bool ofBigData = call.lane == PendingCall::Lane::BigData
        && (said == FrameType::BigBinary || (said == FrameType::Stream && sent == FrameType::BigBinaryStream));
    return (said == sent || ofBigData) && call.names.fit(ack);
}

CallError errorOf(const protocol::Ack &ack)
{
    CallError error{CallError::Kind::Refused, 0, {}};
    if (ack.error) {
        error.serverCode = ack.error->code.value_or(0);
        error.serverText = cleanRequestText(ack.error->info.value_or(QString()));
    }
    return error;
}

} // namespace

PendingCalls::PendingCalls(Connection &connection, Clock &clock, std::size_t most) :
    m_connection(connection),
    m_clock(clock),
    m_most(most),
    m_timer(clock.makeTimer([this] { expire(); }))
{
}

void PendingCalls::start(CallPtr call)
{
    if (m_count >= m_most) {
        failLater(std::move(call), CallError::Kind::TooMany);
        return;
    }
    LaneState &lane = laneOf(call->lane);
    lane.waiting.push_back(std::move(call));
    ++m_count;
    pump(lane);
    arm();
}

void PendingCalls::failLater(CallPtr call, CallError::Kind kind)
{
    QObject *context = call->context();
    if (!context)
        return;
    QMetaObject::invokeMethod(
        context,
        [self = QPointer(this), call = std::shared_ptr<PendingCall>(std::move(call)), kind] {
            if (self)
                call->fail({kind, 0, {}});
        },
        Qt::QueuedConnection);
}

bool PendingCalls::offer(const protocol::Frame &frame)
{
    std::vector<CallPtr> done;
    std::vector<FrameType> again;
    const qint64 now = m_clock.monotonic();
    for (LaneState &lane : m_lanes) {
        for (Sent &sent : lane.sent) {
            switch (sent.call->take(frame)) {
            case PendingCall::Taken::No:
                break;
            case PendingCall::Taken::Again:
                sent.deadline = now + sent.call->limit.count();
                again.push_back(sent.call->frame.type);
                break;
            case PendingCall::Taken::Done:
                done.push_back(std::move(sent.call));
                break;
            }
        }
        m_count -= std::erase_if(lane.sent, [](const Sent &sent) { return !sent.call; });
    }
    if (done.empty() && again.empty())
        return false;
    for (const FrameType type : again)
        m_connection.send({type, std::nullopt, {}});
    pumpAll();
    tell(std::move(done), End::Success);
    return true;
}

void PendingCalls::refuse(const protocol::Ack &ack)
{
    for (LaneState &lane : m_lanes) {
        const auto found = std::find_if(lane.sent.begin(), lane.sent.end(),
                                        [&](const Sent &sent) { return refuses(ack, *sent.call); });
        if (found == lane.sent.end())
            continue;
        const CallPtr call = std::move(found->call);
        lane.sent.erase(found);
        --m_count;
        if (call->lane == PendingCall::Lane::Business && ack.t)
            lane.closedUntil = m_clock.monotonic() + limits::secondRefusal.count();
        pumpAll();
        if (call->context())
            call->fail(errorOf(ack));
        return;
    }
    LaneState &business = laneOf(PendingCall::Lane::Business);
    if (static_cast<FrameType>(ack.timType) == FrameType::Business && !ack.t && business.closedUntil != 0) {
        business.closedUntil = 0;
        pumpAll();
    }
}

void PendingCalls::lineLost()
{
    ++m_line;
    m_timer->stop();
    m_count = 0;
    for (LaneState &lane : m_lanes) {
        LaneState lost = std::exchange(lane, {});
        for (Sent &sent : lost.sent)
            failLater(std::move(sent.call), CallError::Kind::LineLost);
        for (CallPtr &waiting : lost.waiting)
            failLater(std::move(waiting), CallError::Kind::NotConnected);
    }
}

PendingCalls::LaneState &PendingCalls::laneOf(PendingCall::Lane lane)
{
    return m_lanes[static_cast<std::size_t>(lane)];
}

// When the first waiting call of the lane may leave; nothing if that does not depend on time.
std::optional<qint64> PendingCalls::turnOf(const LaneState &lane) const
{
    if (lane.waiting.empty())
        return std::nullopt;
    const PendingCall &next = *lane.waiting.front();
    const auto mayJoin = [&] {
        return next.turn == PendingCall::Turn::Together && lane.sent.back().call->turn == PendingCall::Turn::Together;
    };
    if (!lane.sent.empty() && !mayJoin())
        return std::nullopt;
    if (next.lane == PendingCall::Lane::Presence && lane.lastSent)
        return *lane.lastSent + limits::presenceGap.count();
    return lane.closedUntil;
}

// Sending may find that the line is gone, which empties all lanes.
void PendingCalls::pump(LaneState &lane)
{
    const quint64 line = m_line;
    const qint64 now = m_clock.monotonic();
    for (auto turn = turnOf(lane); turn && *turn <= now; turn = turnOf(lane)) {
        CallPtr call = std::move(lane.waiting.front());
        lane.waiting.pop_front();
        const protocol::Frame frame{call->frame.type, std::nullopt, std::exchange(call->frame.payload, {})};
        const qint64 deadline = now + call->limit.count();
        lane.sent.push_back({std::move(call), deadline});
        lane.lastSent = now;
        lane.closedUntil = 0;
        const bool isSent = m_connection.send(frame);
        if (m_line != line)
            return;
        if (!isSent) {
            failLater(std::move(lane.sent.back().call), CallError::Kind::NotConnected);
            lane.sent.pop_back();
            --m_count;
        }
    }
}

void PendingCalls::pumpAll()
{
    for (LaneState &lane : m_lanes)
        pump(lane);
    arm();
}

void PendingCalls::arm()
{
    std::optional<qint64> next;
    const auto consider = [&](qint64 time) { next = next ? std::min(*next, time) : time; };
    for (const LaneState &lane : m_lanes) {
        for (const Sent &sent : lane.sent)
            consider(sent.deadline);
        if (const auto turn = turnOf(lane))
            consider(*turn);
    }
    if (next)
        m_timer->start(Milliseconds(std::max<qint64>(0, *next - m_clock.monotonic())));
    else
        m_timer->stop();
}

void PendingCalls::expire()
{
    std::vector<CallPtr> silent;
    const qint64 now = m_clock.monotonic();
    for (LaneState &lane : m_lanes) {
        for (Sent &sent : lane.sent) {
            if (sent.deadline <= now)
                silent.push_back(std::move(sent.call));
        }
        m_count -= std::erase_if(lane.sent, [](const Sent &sent) { return !sent.call; });
    }
    pumpAll();
    tell(std::move(silent), End::Silence);
}

void PendingCalls::tell(std::vector<CallPtr> calls, End end)
{
    const QPointer<PendingCalls> self(this);
    for (const CallPtr &call : calls) {
        if (!self)
            return;
        if (!call->context())
            continue;
        if (end == End::Success)
            call->succeed();
        else
            call->fallSilent();
    }
}

} // namespace timbre::core
