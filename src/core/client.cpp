// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/client_private.h"
#include "protocol/big_data_frame.h"
#include "protocol/utf8.h"

namespace timbre::core {

using protocol::FrameType;
using protocol::OdType;

namespace {

// What the largest frame leaves for the payload of Raw; other payloads are measured.
bool isTooLarge(const protocol::Frame &frame)
{
    if (const auto *raw = std::get_if<protocol::Raw>(&frame.payload))
        return raw->bytes.size() >= Client::maxFrameBytes;
    // JSON is the larger of the encodings, so what fits there fits.
    return protocol::encode(frame, protocol::Direction::ClientToServer).size() > Client::maxFrameBytes;
}

} // namespace

Client::Client(Connection &connection, Clock &clock, Random &random, QObject *parent) :
    QObject(parent),
    d(std::make_unique<Private>(this, connection, clock, random))
{
    connect(&connection, &Connection::frameReceived, this, [this](const protocol::Frame &frame) { d->onFrame(frame); });
    connect(&connection, &Connection::lineLost, this, [this] { d->calls.lineLost(); });
    connect(&connection, &Connection::statusChanged, this, [this](const ConnectionStatus &status) {
        if (status.problem == ConnectionProblem::Kicked && status.state == ConnectionState::Blocked)
            Q_EMIT kicked();
    });
}

Client::~Client() = default;

Client::Private::Private(Client *owner, Connection &theConnection, Clock &clock, Random &theRandom) :
    q(owner),
    connection(theConnection),
    random(theRandom),
    recent(theRandom.bits()),
    run(QString::number(theRandom.bits(), 36)),
    calls(theConnection, clock, Client::maxCalls)
{
}

void Client::Private::start(std::unique_ptr<PendingCall> call)
{
    Q_ASSERT(call->context());
    if (isTooLarge(call->frame))
        calls.failLater(std::move(call), CallError::Kind::TooLarge);
    else
        calls.start(std::move(call));
}

void Client::Private::startUnanswered(Lane lane, protocol::Frame frame, Milliseconds limit, QObject *context,
                                      CallDone<Success> done, AckNames names)
{
    start<Success>({.lane = lane,
                    .turn = Turn::Together,
                    .limit = limit,
                    .frame = std::move(frame),
                    .names = std::move(names),
                    .onSilence = Success()},
                   context, std::move(done));
}

void Client::Private::startModify(protocol::NodesOp op, protocol::Nodes nodes, Milliseconds limit, QObject *context,
                                  CallDone<Success> done)
{
    nodes.ntype = static_cast<qint32>(op);
    const AckNames names{.t = nodes.ntype};
    start<Success>({.lane = Lane::Nodes,
                    .limit = limit,
                    .frame = {FrameType::Nodes, std::nullopt, std::move(nodes)},
                    .names = names,
                    .answer = answers::acked(FrameType::Nodes, names)},
                   context, std::move(done));
}

// Callbacks and receivers of signals may destroy the Client: nothing follows them unguarded.
void Client::Private::onFrame(const protocol::Frame &frame)
{
    const QPointer<Client> alive(q);
    if (const auto *ack = std::get_if<protocol::Ack>(&frame.payload)) {
        if (ack->ok)
            calls.offer(frame);
        else
            calls.refuse(*ack);
    } else if (const auto *message = std::get_if<protocol::Message>(&frame.payload)) {
        onMessage(frame, *message);
    } else if (const auto *presence = std::get_if<protocol::Presence>(&frame.payload)) {
        calls.offer(frame);
        if (alive)
            Q_EMIT alive->presenceReceived(*presence);
    } else if (const auto *stream = std::get_if<protocol::Stream>(&frame.payload)) {
        Q_EMIT q->streamReceived(VirtualRoomId(stream->vnode), *stream);
    } else if (const auto *raw = std::get_if<protocol::Raw>(&frame.payload)) {
        onBigData(frame.type, *raw);
    } else if (frame.type == FrameType::OfflineMessages) {
        if (const auto *list = std::get_if<protocol::MessageList>(&frame.payload))
            onWaiting(frame, *list);
    } else {
        calls.offer(frame);
    }
}

void Client::Private::onMessage(const protocol::Frame &frame, const protocol::Message &message)
{
    const QPointer<Client> alive(q);
    const bool isRepeated = recent.isRepeated(message, connection.ownId());
    const bool isAnswer = calls.offer(frame);
    if (alive && !isRepeated)
        dispatch(message, isAnswer);
}

void Client::Private::dispatch(const protocol::Message &message, bool isAnswer)
{
    const ContactId from(message.fromTid ? message.fromTid->node : QString());
    const auto gone = [&] {
        return MessageGone{answers::conversationOf(message, connection.ownId()), from, message.mid.value_or(0)};
    };
    switch (OdType(message.odType)) {
    case OdType::Revoke:
        Q_EMIT q->messageRevoked(gone());
        break;
    case OdType::Burn:
        Q_EMIT q->messageBurned(gone());
        break;
    case OdType::Business:
        Q_EMIT q->noticeReceived({protocol::BusinessOp(message.bnType.value_or(0)), from,
                                  RoomId(message.roomTid ? message.roomTid->node : QString()),
                                  message.dataString.value_or(QString()), message.timestamp.value_or(0)});
        break;
    default:
        if (!isAnswer)
            Q_EMIT q->messageReceived(message);
        break;
    }
}

void Client::Private::onWaiting(const protocol::Frame &frame, const protocol::MessageList &list)
{
    if (calls.offer(frame))
        return;
    QList<protocol::Message> fresh;
    for (const protocol::Message &message : list.messageList.value_or(QList<protocol::Message>())) {
        if (!recent.isRepeated(message, connection.ownId()))
            fresh.append(message);
    }
    if (!fresh.isEmpty())
        Q_EMIT q->offlineMessagesReceived(fresh);
}

void Client::Private::onBigData(FrameType type, const protocol::Raw &raw)
{
    const auto data = protocol::readServerBigData(type, raw);
    if (!data)
        return;
    QString node;
    protocol::appendUtf8(node, data->node);
    if (type == FrameType::BigString) {
        QString text;
        protocol::appendUtf8(text, data->data);
        Q_EMIT q->bigStringReceived(ContactId(node), text);
    } else if (type == FrameType::BigBinary) {
        Q_EMIT q->bigBinaryReceived(ContactId(node), data->data.toByteArray());
    } else {
        Q_EMIT q->binaryStreamReceived(VirtualRoomId(node), data->data.toByteArray());
    }
}

Conversation answers::conversationOf(const protocol::Message &message, const ContactId &ownId)
{
    const auto nodeOf = [](const std::optional<protocol::Tid> &tid) { return tid ? tid->node : QString(); };
    const RoomId room(nodeOf(message.roomTid));
    if (message.msType == static_cast<qint8>(protocol::MsType::Room))
        return Conversation::in(room);
    const QString from = nodeOf(message.fromTid);
    return {ContactId(from == ownId.node() ? nodeOf(message.toTid) : from), room};
}

} // namespace timbre::core
