// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/relation.h"

namespace timbre::node {

using protocol::BusinessOp;
using protocol::ErrorCode;

RelationChange addFriend(Relation before)
{
    // tim tells the target again, so that a client which lost the first word catches up.
    if (before.friends())
        return {before, ErrorCode::Repeat, BusinessOp::Friend};
    if (before.theirs == Stance::Blocked)
        return {before, ErrorCode::Blocked, std::nullopt};
    const Relation after{Stance::Added, before.theirs};
    if (after.friends())
        return {after, std::nullopt, BusinessOp::Friend, true};
    return {after, std::nullopt, BusinessOp::AddFriend};
}

RelationChange removeFriend(Relation before)
{
    if (before.none())
        return {before, ErrorCode::Params, std::nullopt};
    // Removing lifts my own block; the other side's block outlives it, and then they are told
    // nothing.
    if (before.theirs == Stance::Blocked)
        return {{Stance::None, Stance::Blocked}, std::nullopt, std::nullopt};
    return {{}, std::nullopt, BusinessOp::RemoveFriend};
}

RelationChange blockUser(Relation before)
{
    RelationChange change{{Stance::Blocked, before.theirs}, std::nullopt, std::nullopt};
    // tim tells strangers and spares friends; clients count on it (protocol.md 7.3).
    if (before.none())
        change.tellPeer = BusinessOp::BlockUser;
    return change;
}

} // namespace timbre::node
