// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/room_store.h"

#include <vector>

// Room operations inside one database job: what the rules say of what the tables hold, the caps, what is written and
// who is told. Nothing here is seen by anybody before the commit. Writer thread only; nullopt = the database failed,
// and the job's savepoint takes everything back.
namespace timbre::node {

inline constexpr int maxRoomMembers = 10'000;
// Rooms a person is in, has applied to or blocks. Others may fill half of it by pulling in.
inline constexpr int maxRoomsOfPerson = 10'000;
inline constexpr int maxRoomsFounded = 1'000;

// Somebody wants to join, pull in, reject, kick, block or leave.
struct RoomStep {
    protocol::BusinessOp op;
    QString room;
    QString actor;
    QString target; // the actor himself where nobody else is meant
    protocol::Message message; // what others are told, without bnType and recipient
};

struct RoomOutcome {
    struct Told {
        QString node;
        qint64 row; // its stored copy
        protocol::Message message;
    };

    std::optional<protocol::ErrorCode> error;
    RoomKind kind = RoomKind::Open;
    bool targetIsMember = false; // afterwards
    std::vector<Told> told;
};

std::optional<RoomOutcome> changeMembership(Database &database, const RoomStep &step);

struct RoomDecision {
    std::optional<protocol::ErrorCode> error;
};

std::optional<RoomDecision> makeRoom(Database &database, const RoomRow &room, const QByteArray &bean);
std::optional<RoomDecision> cancelRoom(Database &database, const QString &room, const QString &actor);

RoomRole roleIn(const RoomRow &room, const QString &person, const Membership &membership);

} // namespace timbre::node
