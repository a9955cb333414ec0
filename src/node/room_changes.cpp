// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/room_changes.h"

#include "protocol/frame.h"

namespace timbre::node {

using protocol::BusinessOp;
using protocol::ErrorCode;

namespace {

// tim keeps of the sender only the node in what it stores (protocol.md 6.2). A message without sender stops webtim's
// reading of the whole offline batch, so the stored copy always has one.
QByteArray storedForm(protocol::Message message, const QString &from, const QString &to)
{
    message.fromTid = protocol::Tid();
    message.fromTid->node = from;
    message.toTid = protocol::Tid();
    message.toTid->node = to;
    return protocol::encode({protocol::FrameType::Message, std::nullopt, std::move(message)},
                            protocol::Direction::ServerToClient);
}

MembershipChange decide(BusinessOp op, RoomKind kind, RoomRoles roles, const Membership &before)
{
    switch (op) {
    case BusinessOp::JoinRoom:
        return joinRoom(kind, before);
    case BusinessOp::PullIn:
        return pullIn(kind, roles, before);
    case BusinessOp::RejectRoom:
        return rejectRoom(roles, before);
    case BusinessOp::Kick:
        return kick(roles, before);
    case BusinessOp::BlockMember:
        return blockMember(roles, before);
    case BusinessOp::LeaveRoom:
        return leaveRoom(roles, before);
    case BusinessOp::BlockRoom:
        return blockRoom(roles, before);
    default:
        return {before, ErrorCode::Params, std::nullopt};
    }
}

// Why a change that the rules allow is refused all the same.
struct Obstacle {
    std::optional<ErrorCode> error;
};

std::optional<Obstacle> obstacle(Database &database, const RoomStep &step, const Membership &before,
                                 const MembershipChange &change)
{
    RoomStore store(database);
    // Who has blocked somebody is not pulled into rooms by him (who has applied wants to be let in by anybody).
    if (change.tell == BusinessOp::PullIn) {
        const auto relation = database.relation(step.target, step.actor);
        if (!relation)
            return std::nullopt;
        if (relation->mine == Stance::Blocked)
            return Obstacle{ErrorCode::Blocked};
    }
    if (change.after.member() && !before.member()) {
        const auto members = store.memberCount(step.room);
        if (!members)
            return std::nullopt;
        if (*members >= maxRoomMembers)
            return Obstacle{ErrorCode::Overload};
    }
    if (before.person == Stance::None && change.after.person != Stance::None) {
        const auto rooms = store.membershipCount(step.target);
        if (!rooms)
            return std::nullopt;
        if (*rooms >= (step.actor == step.target ? maxRoomsOfPerson : maxRoomsOfPerson / 2))
            return Obstacle{ErrorCode::Overload};
    }
    return Obstacle();
}

std::optional<QStringList> whoRuns(RoomStore &store, const RoomRow &room)
{
    auto people = store.managers(room.node);
    if (!people)
        return std::nullopt;
    people->removeAll(room.founder);
    people->prepend(room.founder);
    return people;
}

bool tell(Database &database, const RoomStep &step, const RoomRow &room, BusinessOp what, RoomOutcome &outcome)
{
    protocol::Message message = step.message;
    message.bnType = qint32(what);
    QStringList recipients{step.target};
    if (what == BusinessOp::JoinRoom) {
        RoomStore store(database);
        const auto people = whoRuns(store, room);
        if (!people)
            return false;
        recipients = *people;
    } else if (step.actor == step.target) {
        message.fromTid.reset(); // tim's word to somebody who has just joined comes from nobody
        message.dataString.reset();
    } else {
        message.dataString.reset();
    }
    for (const QString &node : std::as_const(recipients)) {
        if (message.fromTid)
            message.toTid.emplace().node = node;
        // One sender may have something to say of several rooms.
        const auto row
            = database.enqueue(node, step.actor + u' ' + step.room, int(what), storedForm(message, step.actor, node));
        if (!row)
            return false;
        outcome.told.push_back({node, *row, message});
    }
    return true;
}

} // namespace

RoomRole roleIn(const RoomRow &room, const QString &person, const Membership &membership)
{
    if (room.founder == person)
        return RoomRole::Founder;
    return membership.manager > 0 ? RoomRole::Manager : RoomRole::None;
}

std::optional<RoomOutcome> changeMembership(Database &database, const RoomStep &step)
{
    RoomStore store(database);
    const auto found = store.room(step.room);
    if (!found)
        return std::nullopt;
    RoomOutcome outcome;
    if (!*found) {
        outcome.error = step.op == BusinessOp::JoinRoom ? ErrorCode::Params : ErrorCode::NoExist;
        return outcome;
    }
    const RoomRow &room = **found;
    if (room.cancelled) {
        outcome.error = ErrorCode::Cancelled;
        return outcome;
    }
    outcome.kind = room.kind;
    const auto acting = store.membership(step.room, step.actor);
    const auto before = store.membership(step.room, step.target);
    if (!acting || !before)
        return std::nullopt;
    const RoomRoles roles{roleIn(room, step.actor, *acting), roleIn(room, step.target, *before)};
    const MembershipChange change = decide(step.op, room.kind, roles, *before);
    outcome.error = change.error;
    if (!outcome.error) {
        const auto stopped = obstacle(database, step, *before, change);
        if (!stopped)
            return std::nullopt;
        outcome.error = stopped->error;
    }
    outcome.targetIsMember = outcome.error ? before->member() : change.after.member();
    if (outcome.error)
        return outcome;
    if (change.after != *before && !store.setMembership(step.room, step.target, change.after))
        return std::nullopt;
    if (change.tell && !tell(database, step, room, *change.tell, outcome))
        return std::nullopt;
    return outcome;
}

std::optional<RoomDecision> makeRoom(Database &database, const RoomRow &room, const QByteArray &bean)
{
    RoomStore store(database);
    const auto founded = store.foundedCount(room.founder);
    const auto rooms = store.membershipCount(room.founder);
    if (!founded || !rooms)
        return std::nullopt;
    if (*founded >= maxRoomsFounded || *rooms >= maxRoomsOfPerson)
        return RoomDecision{ErrorCode::Overload};
    if (!store.addRoom(room, bean) || !store.setMembership(room.node, room.founder, {Stance::Added, Stance::Added, 0}))
        return std::nullopt;
    return RoomDecision();
}

std::optional<RoomDecision> cancelRoom(Database &database, const QString &room, const QString &actor)
{
    RoomStore store(database);
    const auto found = store.room(room);
    if (!found)
        return std::nullopt;
    if (!*found)
        return RoomDecision{ErrorCode::NoExist};
    if ((*found)->cancelled)
        return RoomDecision{ErrorCode::Cancelled};
    const auto members = store.memberCount(room);
    if (!members)
        return std::nullopt;
    if ((*found)->founder != actor || *members > 1)
        return RoomDecision{ErrorCode::PermissionDenied};
    return store.cancel(room) ? std::optional(RoomDecision()) : std::nullopt;
}

} // namespace timbre::node
