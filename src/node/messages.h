// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/accounts.h"
#include "node/deliveries.h"
#include "node/room_book.h"

namespace timbre::node {

// Frames 90, 92 and 93 (protocol.md 6): chat between two, in rooms and privately in a room, revoke, burn, streams and
// custom kinds. Loop thread only; owned by the router.
//
// A message is in the database before anybody sees it. A device may have many on their way there at once; whatever it
// is answered to its messages, refusals too, leaves in the order they came. What a client has no right to say (who it
// is, when it was, bnType, isOffline, ToList, and mid where it names no message to take back) is replaced or removed.
class Messages
{
public:
    Messages(Directory &directory, Accounts &accounts, NodeStore &store, Deliveries &deliveries, const RoomBook &rooms,
             Environment environment);

    // `type` is the frame's and only shows in error acks, the operation is the payload's; `bytes` is the frame's size.
    void handle(Device &device, protocol::FrameType type, protocol::Message message, qsizetype bytes);
    // An error ack behind the answers to what the device sent before.
    void refuse(Device &device, protocol::FrameType type, protocol::ErrorCode code);

private:
    std::optional<protocol::ErrorCode> check(const Device &device, const protocol::Message &message) const;
    std::optional<protocol::ErrorCode> checkUser(const Account &from, const protocol::Message &message) const;
    void normalise(const Device &device, protocol::Message &message) const;
    QStringList recipients(const protocol::Message &message) const;

    void chat(Device &device, protocol::FrameType type, protocol::Message message);
    void queued(Device &device, protocol::FrameType type, protocol::Message message);
    void takeBack(Device &device, protocol::FrameType type, protocol::Message message);
    void pass(Device &device, protocol::Message message);

    void echo(const QString &node, OutgoingMessage &message);
    void refuseNow(quint64 deviceId, protocol::FrameType type, protocol::ErrorCode code);
    template <typename Action> void inOrder(Device &device, Action action);

    Directory &m_directory;
    Accounts &m_accounts;
    NodeStore &m_store;
    Deliveries &m_deliveries;
    const RoomBook &m_rooms;
    Environment m_environment;
};

} // namespace timbre::node
