// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/accounts.h"
#include "node/deliveries.h"
#include "node/room_book.h"
#include "node/room_changes.h"
#include "node/room_info.h"

namespace timbre::node {

// Rooms as tim has them (protocol.md 8): the room operations of frame 41 and the room half of frame 42. What the
// tables say decides inside one database job (room_changes.h); the room book, those concerned and the caller learn of
// it after the commit. Failures of changes are answered twice, where tim does (8.3). Loop thread only; owned by the
// router.
class Rooms
{
public:
    Rooms(Directory &directory, Accounts &accounts, NodeStore &store, Deliveries &deliveries, RoomBook &book,
          Environment environment);

    static bool isRoomOperation(protocol::BusinessOp op);
    void handle(Device &device, const protocol::Request &request);
    // NodesOp::RoomInfo and NodesOp::ModifyRoom.
    void info(Device &device, const protocol::Nodes &request) { m_info.handle(device, request); }

private:
    using Lister = std::optional<QStringList> (*)(Database &, const QString &key);

    void members(Device &device, const protocol::Request &request);
    void list(Device &device, protocol::NodesOp what, const QString &key, Lister lister);
    void blockedMembers(Device &device, const protocol::Request &request);
    void newRoom(Device &device, const protocol::Request &request);
    void change(Device &device, const protocol::Request &request, const QString &target);
    void finish(quint64 deviceId, const RoomStep &step, const std::optional<RoomOutcome> &outcome);
    void cancel(Device &device, const QString &room);
    void refuse(Device &device, protocol::ErrorCode code);

    Directory &m_directory;
    Accounts &m_accounts;
    NodeStore &m_store;
    Deliveries &m_deliveries;
    RoomBook &m_book;
    Environment m_environment;
    RoomInfo m_info;
};

} // namespace timbre::node
