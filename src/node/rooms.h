// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/accounts.h"
#include "node/deliveries.h"
#include "node/room_book.h"

namespace timbre::node {

// Rooms as tim has them (protocol.md 8): the room operations of frame 41 and the room half of frame 42. Loop thread
// only; owned by the router.
class Rooms
{
public:
    Rooms(Directory &directory, Accounts &accounts, NodeStore &store, Deliveries &deliveries, RoomBook &book,
          Environment environment);

    static bool isRoomOperation(protocol::BusinessOp op);
    void handle(Device &device, const protocol::Request &request);
    // NodesOp::RoomInfo and NodesOp::ModifyRoom.
    void info(Device &device, const protocol::Nodes &request);

private:
    Directory &m_directory;
    Accounts &m_accounts;
    NodeStore &m_store;
    Deliveries &m_deliveries;
    RoomBook &m_book;
    Environment m_environment;
};

} // namespace timbre::node
