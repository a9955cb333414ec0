// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/accounts.h"
#include "node/deliveries.h"
#include "node/room_book.h"

namespace timbre::node {

// Frames 90, 92 and 93, and history (protocol.md 6): chat between two, in rooms and privately in a room, revoke, burn,
// streams and custom kinds. Loop thread only; owned by the router.
class Messages
{
public:
    Messages(Directory &directory, Accounts &accounts, NodeStore &store, Deliveries &deliveries, const RoomBook &rooms,
             Environment environment);

    // What the frame's error ack says, or nothing. `type` is the frame's; the operation is the payload's.
    std::optional<protocol::ErrorCode> handle(Device &device, protocol::FrameType type, protocol::Message message);
    // Frame 21.
    std::optional<protocol::ErrorCode> pull(Device &device, const protocol::Request &request);

private:
    Directory &m_directory;
    Accounts &m_accounts;
    NodeStore &m_store;
    Deliveries &m_deliveries;
    const RoomBook &m_rooms;
    Environment m_environment;
};

} // namespace timbre::node
