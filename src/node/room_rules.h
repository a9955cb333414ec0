// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/relation.h"

// What a person and a room are to each other, and how that changes (protocol.md 8.1, 8.2). Pure: no database, no
// sockets. The order of the checks is tim's, so that the same wrong request gets the same code; where a rule is
// stricter than tim's the comment says so, and docs/NODE.md has the row.
namespace timbre::node {

// TimRoomBean.gtype.
enum class RoomKind : qint8 { Private = 1, Open = 2 };

enum class RoomRole { None, Manager, Founder };

struct Membership {
    Stance person = Stance::None; // Added: applied or in; Blocked: wants nothing of this room
    Stance room = Stance::None; // Added: in; Blocked: the room does not let this person in
    int manager = 0; // place in the list of managers, 0: none

    bool member() const { return person == Stance::Added && room == Stance::Added; }
    bool applied() const { return person == Stance::Added && room == Stance::None; }
    bool strangers() const { return person == Stance::None && room == Stance::None; }
    bool operator==(const Membership &) const = default;
};

struct MembershipChange {
    Membership after;
    std::optional<protocol::ErrorCode> error; // nothing changed
    // bnType of the message to the person; of JoinRoom, to those who run the room.
    std::optional<protocol::BusinessOp> tell;
};

// Who acts and on whom; the same person where somebody acts for himself.
struct RoomRoles {
    RoomRole actor = RoomRole::None;
    RoomRole target = RoomRole::None;
};

MembershipChange joinRoom(RoomKind kind, const Membership &before);
MembershipChange pullIn(RoomKind kind, RoomRoles roles, const Membership &before);
MembershipChange rejectRoom(RoomRoles roles, const Membership &before);
MembershipChange kick(RoomRoles roles, const Membership &before);
MembershipChange blockMember(RoomRoles roles, const Membership &before);
MembershipChange leaveRoom(RoomRoles roles, const Membership &before);
MembershipChange blockRoom(RoomRoles roles, const Membership &before);

} // namespace timbre::node
