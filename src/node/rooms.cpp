// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/rooms.h"

#include "node/replies.h"
#include "node/room_bean.h"

#include <QtEndian>

#include <array>

namespace timbre::node {

using protocol::BusinessOp;
using protocol::ErrorCode;
using protocol::FrameType;
using protocol::NodesOp;

namespace {

constexpr quint8 businessType = quint8(FrameType::Business);
constexpr qsizetype maxTopic = 4096; // characters of a new room's name
constexpr qsizetype maxRequestText = 4096; // characters of an application's text

protocol::Ack ackOf(BusinessOp op, const QString &room)
{
    return okAck(businessType, qint64(op), room);
}

// The detailed answer to a failed change and, as tim sends it, the generic one after it (protocol.md 8.3).
void refuseTwice(Device &device, protocol::Ack detailed, ErrorCode code)
{
    detailed.ok = false;
    detailed.error = protocol::Error{qint32(code), QString(errorText(code))};
    device.send(encodeAck(detailed, device.encoding));
    device.send(errorAck(businessType, code, device.encoding));
}

// Operations on somebody else, who is named in node2.
bool namesSomebody(BusinessOp op)
{
    return op == BusinessOp::RejectRoom || op == BusinessOp::PullIn || op == BusinessOp::Kick
        || op == BusinessOp::BlockMember;
}

} // namespace

Rooms::Rooms(Directory &directory, Accounts &accounts, NodeStore &store, Deliveries &deliveries, RoomBook &book,
             Environment environment) :
    m_directory(directory),
    m_accounts(accounts),
    m_store(store),
    m_deliveries(deliveries),
    m_book(book),
    m_environment(std::move(environment)),
    m_info(directory, accounts, store)
{
}

bool Rooms::isRoomOperation(BusinessOp op)
{
    switch (op) {
    case BusinessOp::Rooms:
    case BusinessOp::RoomMembers:
    case BusinessOp::NewRoom:
    case BusinessOp::JoinRoom:
    case BusinessOp::RejectRoom:
    case BusinessOp::PullIn:
    case BusinessOp::Kick:
    case BusinessOp::BlockRoom:
    case BusinessOp::BlockMember:
    case BusinessOp::LeaveRoom:
    case BusinessOp::CancelRoom:
    case BusinessOp::BlockedRooms:
    case BusinessOp::RoomBlockedMembers:
        return true;
    default:
        return false;
    }
}

void Rooms::refuse(Device &device, ErrorCode code)
{
    device.send(errorAck(businessType, code, device.encoding));
}

void Rooms::handle(Device &device, const protocol::Request &request)
{
    const auto op = BusinessOp(request.rtype.value_or(0));
    const QString &me = device.account->node;
    switch (op) {
    case BusinessOp::Rooms:
        return list(device, NodesOp::Rooms, me,
                    [](Database &database, const QString &person) { return RoomStore(database).roomsOf(person); });
    case BusinessOp::BlockedRooms:
        return list(device, NodesOp::BlockedRooms, me, [](Database &database, const QString &person) {
            return RoomStore(database).roomsBlockedBy(person);
        });
    case BusinessOp::RoomMembers:
        return members(device, request);
    case BusinessOp::NewRoom:
        return newRoom(device, request);
    default:
        break;
    }
    if (!request.node || !m_accounts.isNode(*request.node))
        return refuse(device, ErrorCode::Params);
    if (op == BusinessOp::RoomBlockedMembers)
        return blockedMembers(device, request);
    if (op == BusinessOp::CancelRoom)
        return cancel(device, *request.node);
    if (op == BusinessOp::JoinRoom && (!request.reqStr || request.reqStr->size() > maxRequestText))
        return refuse(device, ErrorCode::Params);
    if (!namesSomebody(op))
        return change(device, request, me);
    if (!request.node2 || !m_accounts.isNode(*request.node2))
        return refuse(device, ErrorCode::Params);
    if (op != BusinessOp::RejectRoom && *request.node2 == me)
        return refuse(device, ErrorCode::PermissionDenied);
    change(device, request, *request.node2);
}

void Rooms::members(Device &device, const protocol::Request &request)
{
    const QString room = request.node.value_or(QString());
    if (m_book.isMember(room, device.account->node)) {
        protocol::Nodes answer;
        answer.ntype = qint32(NodesOp::RoomMembers);
        answer.nodelist = m_book.members(room);
        answer.node = room;
        return device.send(protocol::encode({FrameType::Nodes, std::nullopt, std::move(answer)},
                                            protocol::Direction::ServerToClient, device.encoding));
    }
    if (m_book.isOpen(room) || !m_accounts.isNode(room))
        return refuse(device, m_book.isOpen(room) ? ErrorCode::Params : ErrorCode::Account);
    // A cancelled room has no members; one that never was has no node (protocol.md 8.2).
    m_directory.hold(device);
    m_store.run([room](Database &database) { return RoomStore(database).room(room); },
                [this, id = device.id](std::optional<std::optional<RoomRow>> row) {
                    if (Device *asking = m_directory.device(id))
                        refuse(*asking, !row ? ErrorCode::Database : *row ? ErrorCode::Params : ErrorCode::Account);
                    m_directory.release(id);
                });
}

void Rooms::list(Device &device, NodesOp what, const QString &key, Lister lister)
{
    m_directory.hold(device);
    m_store.run([key, lister](Database &database) { return lister(database, key); },
                [this, id = device.id, what](std::optional<QStringList> nodes) {
                    if (Device *asking = m_directory.device(id)) {
                        if (!nodes) {
                            refuse(*asking, ErrorCode::Database);
                        } else if (!nodes->isEmpty()) { // an empty list is not answered (protocol.md 2.3)
                            protocol::Nodes answer;
                            answer.ntype = qint32(what);
                            answer.nodelist = *std::move(nodes);
                            asking->send(protocol::encode({FrameType::Nodes, std::nullopt, std::move(answer)},
                                                          protocol::Direction::ServerToClient, asking->encoding));
                        }
                    }
                    m_directory.release(id);
                });
}

void Rooms::blockedMembers(Device &device, const protocol::Request &request)
{
    struct Answer {
        std::optional<ErrorCode> error;
        QStringList nodes;
    };
    m_directory.hold(device);
    m_store.run(
        [node = *request.node, me = device.account->node](Database &database) -> std::optional<Answer> {
            RoomStore store(database);
            const auto room = store.room(node);
            const auto membership = store.membership(node, me);
            if (!room || !membership)
                return std::nullopt;
            if (!*room)
                return Answer{ErrorCode::NoExist, {}};
            if ((*room)->cancelled)
                return Answer{ErrorCode::Cancelled, {}};
            if (roleIn(**room, me, *membership) == RoomRole::None)
                return Answer{ErrorCode::PermissionDenied, {}};
            const auto nodes = store.blockedBy(node);
            return nodes ? std::optional(Answer{std::nullopt, *nodes}) : std::nullopt;
        },
        [this, id = device.id](std::optional<Answer> found) {
            if (Device *asking = m_directory.device(id)) {
                if (!found || found->error) {
                    refuse(*asking, found ? *found->error : ErrorCode::Database);
                } else if (!found->nodes.isEmpty()) {
                    protocol::Nodes answer;
                    answer.ntype = qint32(NodesOp::RoomBlockedMembers);
                    answer.nodelist = found->nodes;
                    asking->send(protocol::encode({FrameType::Nodes, std::nullopt, std::move(answer)},
                                                  protocol::Direction::ServerToClient, asking->encoding));
                }
            }
            m_directory.release(id);
        });
}

void Rooms::newRoom(Device &device, const protocol::Request &request)
{
    if (!request.node || !request.reqInt || request.node->size() > maxTopic)
        return refuse(device, ErrorCode::Params);
    std::array<char, sizeof(quint64)> bytes{};
    qToBigEndian(m_environment.random(), bytes.data());
    RoomRow room;
    room.node = m_accounts.scheme().nodeFromBytes(QByteArrayView(bytes.data(), qsizetype(bytes.size())),
                                                  device.tid.domain.value_or(QString()));
    room.founder = device.account->node;
    room.kind = *request.reqInt == qint64(RoomKind::Private) ? RoomKind::Private : RoomKind::Open;
    room.createTime = m_environment.wallNanoseconds();
    protocol::RoomBean bean;
    bean.topic = *request.node;

    m_directory.hold(device);
    m_store.run([room, bean = encodeRoomBean(bean)](Database &database) { return makeRoom(database, room, bean); },
                [this, id = device.id, room](std::optional<RoomDecision> made) {
                    const bool failed = !made || made->error;
                    if (!failed)
                        m_book.add(room.node, room.founder);
                    if (Device *asking = m_directory.device(id)) {
                        protocol::Ack ack = ackOf(BusinessOp::NewRoom, failed ? QString() : room.node);
                        if (failed)
                            refuseTwice(*asking, ack, made ? *made->error : ErrorCode::Database);
                        else
                            asking->send(encodeAck(ack, asking->encoding));
                    }
                    m_directory.release(id);
                });
}

void Rooms::change(Device &device, const protocol::Request &request, const QString &target)
{
    RoomStep step{BusinessOp(*request.rtype), *request.node, device.account->node, target, {}};
    // tim makes members of accounts that do not exist.
    if ((step.op == BusinessOp::PullIn || step.op == BusinessOp::BlockMember) && !m_accounts.exists(target)) {
        protocol::Ack ack = ackOf(step.op, step.room);
        if (step.op != BusinessOp::PullIn)
            ack.n2 = target;
        return refuseTwice(device, ack, ErrorCode::Account);
    }
    protocol::Message &message = step.message;
    message.msType = qint8(protocol::MsType::User);
    message.odType = qint8(protocol::OdType::Business);
    message.id = qint64(m_environment.random());
    message.fromTid = device.tid;
    message.roomTid.emplace().node = step.room;
    message.timestamp = m_environment.wallNanoseconds();
    if (step.op == BusinessOp::JoinRoom)
        message.dataString = request.reqStr;

    m_directory.hold(device);
    m_store.run([step](Database &database) { return changeMembership(database, step); },
                [this, id = device.id, step](std::optional<RoomOutcome> outcome) {
                    finish(id, step, outcome);
                    m_directory.release(id);
                });
}

void Rooms::finish(quint64 deviceId, const RoomStep &step, const std::optional<RoomOutcome> &outcome)
{
    if (outcome && !outcome->error) {
        if (outcome->targetIsMember)
            m_book.add(step.room, step.target);
        else
            m_book.remove(step.room, step.target);
        for (const RoomOutcome::Told &told : outcome->told)
            m_deliveries.deliver(told.node, told.row, told.message);
    }
    Device *device = m_directory.device(deviceId);
    if (!device)
        return;
    protocol::Ack ack = ackOf(step.op, step.room);
    if (namesSomebody(step.op))
        ack.n2 = step.target;
    if (!outcome || outcome->error) {
        const ErrorCode code = outcome ? *outcome->error : ErrorCode::Database;
        // As tim does: an application to a private room is refused once, a pull without its n2 (protocol.md 8.3).
        if (step.op == BusinessOp::JoinRoom && outcome && outcome->kind == RoomKind::Private)
            return refuse(*device, code);
        if (step.op == BusinessOp::PullIn)
            ack.n2.reset();
        return refuseTwice(*device, ack, code);
    }
    // Joining is answered by the message to whoever joined, applying by nothing.
    if (step.op != BusinessOp::JoinRoom)
        device->send(encodeAck(ack, device->encoding));
}

void Rooms::cancel(Device &device, const QString &room)
{
    m_directory.hold(device);
    m_store.run([room, me = device.account->node](Database &database) { return cancelRoom(database, room, me); },
                [this, id = device.id, room](std::optional<RoomDecision> decision) {
                    const bool failed = !decision || decision->error;
                    if (!failed)
                        m_book.remove(room);
                    if (Device *asking = m_directory.device(id)) {
                        const protocol::Ack ack = ackOf(BusinessOp::CancelRoom, room);
                        if (failed)
                            refuseTwice(*asking, ack, decision ? *decision->error : ErrorCode::Database);
                        else
                            asking->send(encodeAck(ack, asking->encoding));
                    }
                    m_directory.release(id);
                });
}

} // namespace timbre::node
