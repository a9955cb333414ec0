// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/client_private.h"

namespace timbre::core {

using protocol::BusinessOp;
using protocol::FrameType;
using protocol::NodesOp;

namespace {

protocol::Request requestAbout(BusinessOp op, const RoomId &room)
{
    protocol::Request request = answers::request(op);
    request.node = room.node();
    return request;
}

protocol::Request requestAbout(BusinessOp op, const RoomId &room, const ContactId &user)
{
    protocol::Request request = requestAbout(op, room);
    request.node2 = user.node();
    return request;
}

// An open room sends bnType 10 to the one who joined (protocol.md 8.2); an ack is what timjs expects.
TypedCall<Joined>::Answer joined(const RoomId &room)
{
    return [room](const protocol::Frame &frame) -> std::optional<Joined> {
        const auto *message = std::get_if<protocol::Message>(&frame.payload);
        const bool isPassed = message && message->odType == static_cast<qint8>(protocol::OdType::Business)
            && message->bnType == static_cast<qint32>(BusinessOp::PassRoom) && message->roomTid
            && message->roomTid->node == room.node();
        const AckNames names{static_cast<qint64>(BusinessOp::JoinRoom), room.node(), {}, {}};
        if (isPassed || answers::isAck(frame, FrameType::Business, names))
            return Joined::Member;
        return std::nullopt;
    };
}

} // namespace

void Client::rooms(QObject *context, CallDone<Listing<RoomId>> done)
{
    d->startListing(answers::request(BusinessOp::Rooms), NodesOp::Rooms, limits::rooms, context, std::move(done));
}

void Client::createRoom(const QString &name, RoomKind kind, QObject *context, CallDone<RoomId> done)
{
    protocol::Request request = answers::request(BusinessOp::NewRoom);
    request.node = name;
    request.reqInt = static_cast<qint64>(kind);
    const AckNames names{.t = request.rtype};
    d->start<RoomId>({.lane = Private::Lane::Business,
                      .limit = limits::createRoom,
                      .frame = {FrameType::Business, std::nullopt, std::move(request)},
                      .names = names,
                      .answer = answers::created<RoomId>(FrameType::Business, names)},
                     context, std::move(done));
}

void Client::joinRoom(const RoomId &room, const QString &text, QObject *context, CallDone<Joined> done)
{
    protocol::Request request = requestAbout(BusinessOp::JoinRoom, room);
    request.reqStr = text;
    d->start<Joined>({.lane = Private::Lane::Business,
                      .limit = limits::joinRoom,
                      .frame = {FrameType::Business, std::nullopt, request},
                      .names = {.t = request.rtype, .n = request.node},
                      .answer = joined(room),
                      .onSilence = Joined::Applied},
                     context, std::move(done));
}

void Client::admit(const RoomId &room, const ContactId &user, QObject *context, CallDone<Success> done)
{
    d->startAcked(requestAbout(BusinessOp::PullIn, room, user), limits::admit, context, std::move(done));
}

void Client::rejectApplicant(const RoomId &room, const ContactId &user, QObject *context, CallDone<Success> done)
{
    d->startAcked(requestAbout(BusinessOp::RejectRoom, room, user), limits::rejectApplicant, context, std::move(done));
}

void Client::kick(const RoomId &room, const ContactId &user, QObject *context, CallDone<Success> done)
{
    d->startAcked(requestAbout(BusinessOp::Kick, room, user), limits::kick, context, std::move(done));
}

void Client::leaveRoom(const RoomId &room, QObject *context, CallDone<Success> done)
{
    d->startAcked(requestAbout(BusinessOp::LeaveRoom, room), limits::leaveRoom, context, std::move(done));
}

void Client::cancelRoom(const RoomId &room, QObject *context, CallDone<Success> done)
{
    d->startAcked(requestAbout(BusinessOp::CancelRoom, room), limits::cancelRoom, context, std::move(done));
}

void Client::blockRoom(const RoomId &room, QObject *context, CallDone<Success> done)
{
    d->startAcked(requestAbout(BusinessOp::BlockRoom, room), limits::blockRoom, context, std::move(done));
}

void Client::blockMember(const RoomId &room, const ContactId &user, QObject *context, CallDone<Success> done)
{
    d->startAcked(requestAbout(BusinessOp::BlockMember, room, user), limits::blockMember, context, std::move(done));
}

void Client::roomMembers(const RoomId &room, QObject *context, CallDone<Listing<ContactId>> done)
{
    d->startListing(requestAbout(BusinessOp::RoomMembers, room), NodesOp::RoomMembers, limits::roomMembers, context,
                    std::move(done));
}

void Client::blockedRooms(QObject *context, CallDone<Listing<RoomId>> done)
{
    d->startListing(answers::request(BusinessOp::BlockedRooms), NodesOp::BlockedRooms, limits::blockedRooms, context,
                    std::move(done));
}

void Client::blockedMembers(const RoomId &room, QObject *context, CallDone<Listing<ContactId>> done)
{
    d->startListing(requestAbout(BusinessOp::RoomBlockedMembers, room), NodesOp::RoomBlockedMembers,
                    limits::blockedMembers, context, std::move(done));
}

void Client::roomInfos(const QList<RoomId> &rooms, QObject *context, CallDone<Infos<RoomId, protocol::RoomBean>> done)
{
    d->startInfos(rooms, NodesOp::RoomInfo, &protocol::Nodes::roommap, limits::roomInfos, context, std::move(done));
}

void Client::modifyRoom(const RoomId &room, const protocol::RoomBean &info, QObject *context, CallDone<Success> done)
{
    protocol::Nodes nodes;
    nodes.roommap = {{room.node(), info}};
    d->startModify(NodesOp::ModifyRoom, std::move(nodes), limits::modifyRoom, context, std::move(done));
}

} // namespace timbre::core
