// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/room_rules.h"

namespace timbre::node {

using protocol::BusinessOp;
using protocol::ErrorCode;

namespace {

MembershipChange refused(const Membership &before, ErrorCode code)
{
    return {before, code, std::nullopt};
}

// The founder stands above managers, managers above the rest. tim forgets to protect the founder.
bool mayRemove(RoomRoles roles)
{
    if (roles.actor == RoomRole::Founder)
        return true;
    return roles.actor == RoomRole::Manager && roles.target == RoomRole::None;
}

Stance blockOnly(Stance stance)
{
    return stance == Stance::Blocked ? Stance::Blocked : Stance::None;
}

} // namespace

MembershipChange joinRoom(RoomKind kind, const Membership &before)
{
    if (before.room == Stance::Blocked)
        return refused(before, ErrorCode::Blocked);
    if (before.member())
        return refused(before, ErrorCode::HasExist);
    // Joining lifts the person's own block of the room.
    if (kind == RoomKind::Open)
        return {{Stance::Added, Stance::Added, before.manager}, std::nullopt, BusinessOp::PassRoom};
    return {{Stance::Added, Stance::None, before.manager}, std::nullopt, BusinessOp::JoinRoom};
}

MembershipChange pullIn(RoomKind kind, RoomRoles roles, const Membership &before)
{
    if (kind == RoomKind::Private && roles.actor == RoomRole::None)
        return refused(before, ErrorCode::PermissionDenied);
    if (before.person == Stance::Blocked)
        return refused(before, ErrorCode::Blocked);
    if (before.member())
        return refused(before, ErrorCode::HasExist);
    // Else anybody could undo a room's block by pulling into an open room, as in tim.
    if (before.room == Stance::Blocked && roles.actor == RoomRole::None)
        return refused(before, ErrorCode::PermissionDenied);
    return {{Stance::Added, Stance::Added, before.manager},
            std::nullopt,
            before.applied() ? BusinessOp::PassRoom : BusinessOp::PullIn};
}

MembershipChange rejectRoom(RoomRoles roles, const Membership &before)
{
    if (roles.actor == RoomRole::None)
        return refused(before, ErrorCode::PermissionDenied);
    if (before.applied())
        return {{Stance::None, Stance::None, before.manager}, std::nullopt, BusinessOp::RejectRoom};
    return refused(before, before.strangers() ? ErrorCode::NoExist : ErrorCode::ExpireOp);
}

MembershipChange kick(RoomRoles roles, const Membership &before)
{
    if (!mayRemove(roles))
        return refused(before, ErrorCode::PermissionDenied);
    if (before == Membership())
        return refused(before, ErrorCode::NoExist);
    // Kicking lifts the room's block, as in tim, but never the person's own; and who blocked the room hears no more
    // of it.
    MembershipChange change{{blockOnly(before.person), Stance::None, 0}, std::nullopt, std::nullopt};
    if (before.person != Stance::Blocked)
        change.tell = BusinessOp::Kick;
    return change;
}

MembershipChange blockMember(RoomRoles roles, const Membership &before)
{
    if (!mayRemove(roles))
        return refused(before, ErrorCode::PermissionDenied);
    return {{blockOnly(before.person), Stance::Blocked, 0}, std::nullopt, std::nullopt};
}

MembershipChange leaveRoom(RoomRoles roles, const Membership &before)
{
    if (roles.actor == RoomRole::Founder)
        return refused(before, ErrorCode::PermissionDenied);
    if (before == Membership())
        return refused(before, ErrorCode::NoExist);
    return {{Stance::None, blockOnly(before.room), 0}, std::nullopt, std::nullopt};
}

MembershipChange blockRoom(RoomRoles roles, const Membership &before)
{
    // tim lets founders lock themselves out of a room that nobody can cancel any more.
    if (roles.actor == RoomRole::Founder)
        return refused(before, ErrorCode::PermissionDenied);
    return {{Stance::Blocked, blockOnly(before.room), 0}, std::nullopt, std::nullopt};
}

} // namespace timbre::node
