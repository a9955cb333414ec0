// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/router.h"

#include "node/replies.h"
#include "protocol/big_data_frame.h"

#include <algorithm>

namespace timbre::node {

using namespace std::chrono_literals;
using protocol::Encoding;
using protocol::ErrorCode;
using protocol::FrameType;

namespace {

constexpr auto sweepInterval = 1s;
constexpr auto unauthenticatedLifetime = 10s;
constexpr int waitingFrames = 1024;
constexpr int storedAtOnce = 64; // messages of one connection
constexpr int waitingFramesBeforeSignIn = 16;
// Frames of one connection served in one loop turn; the others have theirs in between.
constexpr int framesPerTurn = 16;
constexpr qsizetype waitingBytes = 36 * 1024 * 1024;
// Generous: a person's client sends a few frames a minute, an automaton that fans out presence some
// hundred a second. One connection may also use a tenth of what the whole node may.
constexpr double framesPerSecond = 1000;
constexpr double shareOfOne = 0.1;

quint8 typeOf(QByteArrayView frame)
{
    return maskedType(quint8(frame.front()));
}

// tim counts these against request_rate.
bool counted(quint8 type)
{
    return type >= quint8(FrameType::Message) && type <= quint8(FrameType::BigBinaryStream);
}

bool isMessage(quint8 type)
{
    return type == quint8(FrameType::Message) || type == quint8(FrameType::RevokeMessage)
        || type == quint8(FrameType::BurnMessage);
}

// Messages may follow one another into the database; anything else waits for their answers, to keep its place.
bool wouldOvertake(const Device &device, quint8 type)
{
    return device.storing > 0 && (!isMessage(type) || device.storing >= storedAtOnce);
}

// Which code tim gives for a payload it cannot read (protocol.md 3.1).
ErrorCode unreadable(quint8 type)
{
    switch (FrameType(type)) {
    case FrameType::Message:
    case FrameType::Presence:
    case FrameType::BroadcastPresence:
    case FrameType::RevokeMessage:
    case FrameType::BurnMessage:
        return ErrorCode::Format;
    default:
        return ErrorCode::Params;
    }
}

} // namespace

Router::Router(const NodeConfig &config, Environment environment, Timers &timers, NodeStore &store, Accounts &accounts,
               qint32 serverId) :
    m_config(config),
    m_environment(std::move(environment)),
    m_timers(timers),
    m_store(store),
    m_accounts(accounts),
    m_serverId(serverId),
    m_directory(std::max(framesPerSecond, shareOfOne * config.requestRate)),
    m_deliveries(m_directory, store, timers, m_environment),
    m_presence(m_directory, accounts, m_environment),
    m_offline(m_directory, store, m_deliveries, m_environment),
    m_business(m_directory, accounts, store, m_deliveries, m_environment),
    m_userInfo(m_directory, accounts, store),
    m_rooms(m_directory, accounts, store, m_deliveries, m_roomBook, m_environment),
    m_messages(m_directory, accounts, store, m_deliveries, m_roomBook, m_environment),
    m_history(m_directory, accounts, store, m_roomBook),
    m_virtualRooms(m_directory, accounts, m_environment),
    m_bigData(m_directory, m_virtualRooms, m_environment),
    m_requests(config.requestRate, config.requestRate, m_environment.now())
{
    m_directory.onReleased([this](Device &device) { pump(device); });
    m_timers.after(sweepInterval, [this] { sweep(); });
}

quint64 Router::connected(Peer &peer)
{
    return m_directory.connect(peer, m_environment.now()).id;
}

void Router::received(quint64 deviceId, QByteArrayView frame)
{
    Device *device = m_directory.device(deviceId);
    if (!device || device->state == Device::State::Gone || frame.isEmpty())
        return;
    const bool signedIn = device->state == Device::State::SignedIn;
    // Before anything looks at the type: what follows a half-sent big frame belongs to it (protocol.md 9.4).
    if (signedIn)
        frame = m_bigData.collect(*device, frame);
    else if (protocol::isBigData(FrameType(typeOf(frame))))
        return evict(*device);
    if (frame.isEmpty())
        return;
    const quint8 type = typeOf(frame);
    // Signs of life and acks overtake everything: neither a rate limit nor a slow answer may delay
    // them.
    if (type == quint8(FrameType::Ping)) {
        if (signedIn) {
            device->lastPing = m_environment.now();
            device->send(protocol::encode({FrameType::Ping, std::nullopt, {}}, protocol::Direction::ServerToClient,
                                          device->encoding));
        }
        return;
    }
    if (type == quint8(FrameType::Ack) && signedIn) {
        const auto decoded = protocol::decode(frame, protocol::Direction::ClientToServer);
        if (decoded && decoded->frame.syncId)
            m_deliveries.acked(*device, *decoded->frame.syncId);
        return;
    }
    if (device->inbox != Device::Inbox::Open || !device->waiting.isEmpty())
        return enqueue(*device, frame, type);
    if (wouldOvertake(*device, type)) {
        device->inbox = Device::Inbox::Draining;
        return enqueue(*device, frame, type);
    }
    if (!takeTokens(*device, type, frame.size()))
        return enqueue(*device, frame, type);
    dispatch(*device, frame);
}

bool Router::takeTokens(Device &device, quint8 type, qsizetype bytes)
{
    const SteadyTime now = m_environment.now();
    const auto wait = std::max(device.frames.wait(now), device.bytes.wait(now));
    const auto all = counted(type) ? std::max(wait, m_requests.wait(now)) : wait;
    if (all > 0ms) {
        pause(device, all);
        return false;
    }
    device.frames.take(1, now);
    device.bytes.take(double(bytes), now);
    if (counted(type))
        m_requests.take(1, now);
    return true;
}

void Router::enqueue(Device &device, QByteArrayView frame, quint8 type)
{
    const bool signedIn = device.state == Device::State::SignedIn;
    const int limit = signedIn ? waitingFrames : waitingFramesBeforeSignIn;
    if (device.waiting.size() >= limit || device.waitingBytes + frame.size() > waitingBytes) {
        if (!signedIn)
            return evict(device);
        device.send(errorAck(type, ErrorCode::Overload, device.encoding));
        return;
    }
    device.waiting.append(frame.toByteArray());
    device.waitingBytes += frame.size();
}

void Router::pump(Device &device)
{
    for (int served = 0;
         device.inbox == Device::Inbox::Open && !device.waiting.isEmpty() && device.state != Device::State::Gone;
         ++served) {
        const QByteArrayView next = device.waiting.first();
        if (served == framesPerTurn)
            return pause(device, 0ms);
        if (wouldOvertake(device, typeOf(next))) {
            device.inbox = Device::Inbox::Draining;
            return;
        }
        if (device.state != Device::State::Leaving && !takeTokens(device, typeOf(next), next.size()))
            return;
        const QByteArray frame = device.waiting.takeFirst();
        device.waitingBytes -= frame.size();
        dispatch(device, frame);
    }
    if (!device.peer && device.inbox == Device::Inbox::Open) {
        if (device.storing > 0) {
            device.inbox = Device::Inbox::Draining;
            return;
        }
        leave(device);
        m_directory.destroy(device.id);
    }
}

void Router::pause(Device &device, std::chrono::milliseconds time)
{
    device.inbox = Device::Inbox::Throttled;
    m_timers.after(time, [this, id = device.id] {
        const Device *paused = m_directory.device(id);
        if (paused && paused->inbox == Device::Inbox::Throttled)
            m_directory.release(id);
    });
}

void Router::dispatch(Device &device, QByteArrayView frame)
{
    const quint8 type = typeOf(frame);
    switch (device.state) {
    case Device::State::Anonymous:
        if (type == quint8(FrameType::Auth))
            return signIn(device, frame);
        return evict(device); // protocol.md 1.7
    case Device::State::SignedIn:
    case Device::State::Leaving:
        return serve(device, frame, type);
    case Device::State::SigningIn:
    case Device::State::Gone:
        return;
    }
}

void Router::serve(Device &device, QByteArrayView frame, quint8 type)
{
    const auto refuse = [&](ErrorCode code) { device.send(errorAck(type, code, device.encoding)); };
    switch (FrameType(type)) {
    case FrameType::Ack:
        return;
    case FrameType::Auth: {
        return device.send(encodeAck(okAck(type), device.encoding));
    }
    case FrameType::OfflineMessages:
        return m_offline.request(device);
    case FrameType::BroadcastPresence:
    case FrameType::Presence:
    case FrameType::Business:
    case FrameType::Nodes:
    case FrameType::Message:
    case FrameType::RevokeMessage:
    case FrameType::BurnMessage:
    case FrameType::PullMessages:
    case FrameType::VRoom:
    case FrameType::Stream:
        break;
    case FrameType::BigString:
    case FrameType::BigBinary:
    case FrameType::BigBinaryStream:
        return m_bigData.handle(device, frame);
    default:
        return refuse(ErrorCode::Params);
    }
    auto decoded = protocol::decode(frame, protocol::Direction::ClientToServer);
    if (!decoded) {
        if (isMessage(type))
            return m_messages.refuse(device, FrameType(type), unreadable(type));
        return refuse(unreadable(type));
    }
    protocol::Payload &payload = decoded->frame.payload;
    std::optional<ErrorCode> error;
    if (auto *presence = std::get_if<protocol::Presence>(&payload)) {
        const qsizetype recipients = presence->toList ? presence->toList->size()
            : presence->toTid                         ? 1
                                                      : device.account->relations.size();
        device.frames.charge(double(recipients) / fanOutPerToken);
        error = FrameType(type) == FrameType::Presence
            ? m_presence.direct(device, std::move(*presence), decoded->wrongField)
            : m_presence.broadcast(device, std::move(*presence), decoded->wrongField);
    } else if (const auto *request = std::get_if<protocol::Request>(&payload)) {
        error = serveRequest(device, FrameType(type), *request);
    } else if (const auto *nodes = std::get_if<protocol::Nodes>(&payload)) {
        const auto op = protocol::NodesOp(nodes->ntype);
        if (op == protocol::NodesOp::RoomInfo || op == protocol::NodesOp::ModifyRoom)
            m_rooms.info(device, *nodes);
        else
            m_userInfo.handle(device, *nodes);
    } else if (auto *message = std::get_if<protocol::Message>(&payload)) {
        m_messages.handle(device, FrameType(type), std::move(*message), frame.size());
    } else if (auto *stream = std::get_if<protocol::Stream>(&payload)) {
        m_virtualRooms.push(device, std::move(*stream));
    }
    if (error)
        refuse(*error);
}

std::optional<ErrorCode> Router::serveRequest(Device &device, FrameType type, const protocol::Request &request)
{
    if (type == FrameType::PullMessages)
        return m_history.pull(device, request);
    if (type == FrameType::VRoom)
        m_virtualRooms.handle(device, request);
    else if (Rooms::isRoomOperation(protocol::BusinessOp(request.rtype.value_or(0))))
        m_rooms.handle(device, request);
    else
        m_business.handle(device, request);
    return std::nullopt;
}

void Router::sweep()
{
    const SteadyTime now = m_environment.now();
    std::vector<quint64> late;
    for (const auto &[id, device] : m_directory.devices()) {
        switch (device->state) {
        case Device::State::Anonymous:
        case Device::State::SigningIn:
            if (now - device->connectedAt > unauthenticatedLifetime)
                late.push_back(id);
            break;
        case Device::State::SignedIn:
            if (now - device->lastPing > m_config.pingTimeout)
                late.push_back(id);
            break;
        case Device::State::Leaving:
        case Device::State::Gone:
            break;
        }
    }
    for (const quint64 id : late) {
        if (Device *device = m_directory.device(id))
            evict(*device);
    }
    m_virtualRooms.sweep();
    for (const quint64 id : m_bigData.stalled()) {
        if (Device *device = m_directory.device(id))
            evict(*device);
    }
    m_timers.after(sweepInterval, [this] { sweep(); });
}

void Router::httpRequest(QByteArrayView body, const QString &address, std::function<void(QByteArray)> answer)
{
    if (body.isEmpty())
        return answer({});
    const quint8 type = typeOf(body);
    const Encoding encoding = encodingOf(body);
    const bool token = type == quint8(FrameType::Token);
    const auto decoded
        = protocol::decode(body, protocol::Direction::ClientToServer, {}, {.bytes = authFrameBytes, .depth = 4});
    const auto *auth = decoded ? std::get_if<protocol::Auth>(&decoded->frame.payload) : nullptr;
    if (!auth || decoded->wrongField == "payload" || (type != quint8(FrameType::Register) && !token))
        return answer(errorAck(type, ErrorCode::Params, encoding));
    if (!m_requests.take(1, m_environment.now()))
        return answer(errorAck(type, ErrorCode::Overload, encoding));
    const Credentials credentials{auth->name.value_or(QString()), auth->domain.value_or(QString()),
                                  auth->pwd.value_or(QString())};
    auto done = [type, encoding, answer = std::move(answer)](Expected<QString, ErrorCode> result) {
        if (!result)
            return answer(errorAck(type, result.error(), encoding));
        answer(encodeAck(okAck(type, {}, *result), encoding));
    };
    if (token)
        m_accounts.issueToken(credentials, auth->extend, address, std::move(done));
    else
        m_accounts.registerAccount(credentials, std::move(done));
}

} // namespace timbre::node
