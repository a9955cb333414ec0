// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/client_private.h"
#include "protocol/big_data_frame.h"

namespace timbre::core {

using protocol::FrameType;

namespace {

// TimReq.rtype of a VRoom frame and TimAck.t of its answer (protocol.md 9.1).
enum class VirtualRoomOp : qint32 { Create = 1, Remove = 2, Subscribe = 5, Unsubscribe = 6 };

protocol::Request requestAbout(VirtualRoomOp op, const VirtualRoomId &room)
{
    protocol::Request request;
    request.rtype = static_cast<qint32>(op);
    if (!room.isEmpty())
        request.node = room.node();
    return request;
}

} // namespace

void Client::Private::startVirtualRoom(protocol::Request request, Milliseconds limit, QObject *context,
                                       CallDone<Success> done)
{
    const AckNames names{request.rtype, request.node, {}, {}};
    start<Success>({.lane = Lane::VirtualRooms,
                    .limit = limit,
                    .frame = {FrameType::VRoom, std::nullopt, std::move(request)},
                    .names = names,
                    .answer = answers::acked(FrameType::VRoom, names)},
                   context, std::move(done));
}

void Client::Private::startBigData(FrameType type, const QString &node, QByteArrayView data, Milliseconds limit,
                                   QObject *context, CallDone<Success> done)
{
    using Parts = TypedCall<Success>::Parts;
    const QByteArray target = node.toUtf8();
    const AckNames names{{}, node, {}, {}};
    const bool fits = target.size() + data.size() < Client::maxFrameBytes;
    protocol::Raw payload = fits ? protocol::clientBigData(type, target, data) : protocol::Raw();
    Parts parts{.lane = Lane::BigData,
                .turn = Turn::Together,
                .limit = limit,
                .frame = {type, std::nullopt, std::move(payload)},
                .names = names,
                .onSilence = Success()};
    auto call = std::make_unique<TypedCall<Success>>(std::move(parts), context, std::move(done));
    if (fits)
        start(std::move(call));
    else
        calls.failLater(std::move(call), CallError::Kind::TooLarge);
}

void Client::createVirtualRoom(QObject *context, CallDone<VirtualRoomId> done)
{
    protocol::Request request = requestAbout(VirtualRoomOp::Create, {});
    const AckNames names{.t = request.rtype};
    d->start<VirtualRoomId>({.lane = Private::Lane::VirtualRooms,
                             .limit = limits::createVirtualRoom,
                             .frame = {FrameType::VRoom, std::nullopt, std::move(request)},
                             .names = names,
                             .answer = answers::created<VirtualRoomId>(FrameType::VRoom, names)},
                            context, std::move(done));
}

void Client::removeVirtualRoom(const VirtualRoomId &room, QObject *context, CallDone<Success> done)
{
    d->startVirtualRoom(requestAbout(VirtualRoomOp::Remove, room), limits::removeVirtualRoom, context, std::move(done));
}

void Client::subscribe(const VirtualRoomId &room, Subscription kind, QObject *context, CallDone<Success> done)
{
    protocol::Request request = requestAbout(VirtualRoomOp::Subscribe, room);
    if (kind == Subscription::Binary)
        request.reqInt = 1; // absent = struct; anything else is refused
    d->startVirtualRoom(std::move(request), limits::subscribe, context, std::move(done));
}

void Client::unsubscribe(const VirtualRoomId &room, QObject *context, CallDone<Success> done)
{
    d->startVirtualRoom(requestAbout(VirtualRoomOp::Unsubscribe, room), limits::unsubscribe, context, std::move(done));
}

void Client::pushStream(const VirtualRoomId &room, const QByteArray &body, qint8 dtype, QObject *context,
                        CallDone<Success> done)
{
    protocol::Stream stream;
    stream.vnode = room.node();
    stream.body = body;
    stream.dtype = dtype;
    d->startUnanswered(Private::Lane::Streams, {FrameType::Stream, std::nullopt, std::move(stream)}, limits::pushStream,
                       context, std::move(done), {{}, room.node(), {}, {}});
}

void Client::pushBinary(const VirtualRoomId &room, const QByteArray &bytes, QObject *context, CallDone<Success> done)
{
    d->startBigData(FrameType::BigBinaryStream, room.node(), bytes, limits::pushBinary, context, std::move(done));
}

void Client::sendBigString(const ContactId &to, const QString &text, QObject *context, CallDone<Success> done)
{
    d->startBigData(FrameType::BigString, to.node(), text.toUtf8(), limits::bigString, context, std::move(done));
}

void Client::sendBigBinary(const ContactId &to, const QByteArray &bytes, QObject *context, CallDone<Success> done)
{
    d->startBigData(FrameType::BigBinary, to.node(), bytes, limits::bigBinary, context, std::move(done));
}

} // namespace timbre::core
