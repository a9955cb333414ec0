// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/types.h"

#include <optional>

// What two accounts are to each other, and how it changes (protocol.md 7.2, 7.3). Pure: no
// database, no sockets.
//
// tim keeps one status byte per pair and writes roster rows beside it; its repeated request fills
// both rosters without consent. Here a roster entry *is* the relation "both added", so it cannot
// exist before acceptance.
namespace timbre::node {

enum class Stance : quint8 { None = 0, Added = 1, Blocked = 2 };

// From the number in the database; None for anything else.
constexpr Stance stanceOf(int number)
{
    return number == 1 ? Stance::Added : number == 2 ? Stance::Blocked : Stance::None;
}

// Seen from one side of a pair.
struct Relation {
    Stance mine = Stance::None;
    Stance theirs = Stance::None;

    bool friends() const { return mine == Stance::Added && theirs == Stance::Added; }
    bool blocked() const { return mine == Stance::Blocked || theirs == Stance::Blocked; }
    bool none() const { return mine == Stance::None && theirs == Stance::None; }
    Relation seenByPeer() const { return {theirs, mine}; }
    bool operator==(const Relation &) const = default;
};

struct RelationChange {
    Relation relation; // afterwards
    std::optional<protocol::ErrorCode> error; // nothing changed
    std::optional<protocol::BusinessOp> tellPeer; // bnType of the message to the other side
    bool tellMe = false; // the friendship was completed: the one who accepted is told as well
};

RelationChange addFriend(Relation before);
RelationChange removeFriend(Relation before);
RelationChange blockUser(Relation before);

} // namespace timbre::node
