// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/accounts.h"
#include "node/directory.h"

namespace timbre::node {

// Virtual rooms: channels without a history that one account pushes into and devices subscribe to (protocol.md 9.1,
// 9.2). Kept in memory; one without a stream for five minutes ends, with its subscriptions, and nobody is told, as in
// tim. A subscriber that is slow misses frames, it does not hold them up. Loop thread only; owned by the router.
//
// Limits: 64 rooms per account and 100 000 altogether (5104), 10 000 subscribers per room and 256 subscriptions per
// device (5101). Subscribing to a room that does not exist succeeds, as in tim, and leaves nothing behind.
class VirtualRooms
{
public:
    static constexpr int roomsPerAccount = 64;
    static constexpr std::size_t roomsAltogether = 100'000;
    static constexpr int subscribersPerRoom = 10'000;
    static constexpr int subscriptionsPerDevice = 256;

    VirtualRooms(Directory &directory, Accounts &accounts, Environment environment);

    // Frame 22.
    void handle(Device &device, const protocol::Request &request);
    // Frame 94.
    void push(Device &device, protocol::Stream stream);
    // Frame 97 without its header: the virtual room's node and the bytes.
    void pushBinary(Device &device, const QString &vnode, const QByteArray &bytes);
    void deviceGone(const Device &device);
    // Ends idle rooms; to be called every few seconds.
    void sweep();

private:
    enum class Mode { Struct, Binary };
    struct Room {
        QString owner;
        SteadyTime lastStream;
        QHash<quint64, Mode> subscribers; // by device
    };
    using RoomMap = std::unordered_map<QString, Room, NodeHash>;

    std::optional<protocol::ErrorCode> open(const Device &device, QString &node);
    std::optional<protocol::ErrorCode> subscribe(const Device &device, const QString &node, std::optional<qint64> mode);
    void unsubscribe(quint64 device, const QString &node);
    void deliver(Device &from, Room &room, protocol::Stream stream);
    // Nothing for one that is idle for too long, even if it was not swept yet.
    Room *find(const QString &node);
    Room *ownedBy(const Device &device, const QString &node);
    RoomMap::iterator end(RoomMap::iterator room);

    Directory &m_directory;
    Accounts &m_accounts;
    Environment m_environment;
    RoomMap m_rooms;
    QHash<QString, int> m_owned; // rooms by account
    QHash<quint64, QSet<QString>> m_subscriptions; // rooms by device
};

} // namespace timbre::node
