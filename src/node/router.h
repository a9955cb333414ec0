// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/accounts.h"
#include "node/big_data.h"
#include "node/business.h"
#include "node/deliveries.h"
#include "node/history.h"
#include "node/messages.h"
#include "node/offline_queue.h"
#include "node/presence_router.h"
#include "node/rooms.h"
#include "node/user_info.h"
#include "node/virtual_rooms.h"

namespace timbre::node {

// One signed-in connection, as its administrator sees it.
struct OnlineDevice {
    QString node;
    QString resource;
    int termtyp = 0;
    QString address;
};

// What happens to a frame: (connection, bytes) in, (connection, bytes) out, without a socket. Keeps
// the frames of one connection in order, enforces sign-in, device limits, deadlines and rates, and
// hands each frame type to its service. A type nobody serves yet is answered with tim's error ack.
// Loop thread only; owned by the node.
//
// Order that others rely on (protocol-live.md, embedded list 2 and 3): when a device leaves, the
// frames received before are served, then its account's friends get the offline notice, then a new
// sign-in is admitted; nothing of a device is sent on after its notice.
class Router
{
public:
    Router(const NodeConfig &config, Environment environment, Timers &timers, NodeStore &store, Accounts &accounts,
           qint32 serverId);

    // A WebSocket is open. The number is the connection's from now on.
    quint64 connected(Peer &peer);
    void received(quint64 deviceId, QByteArrayView frame);
    // The connection is gone; its Peer is not used after this returns.
    void disconnected(quint64 deviceId);
    // From now on nobody is told that somebody else went offline: every client sees its own line
    // fall.
    void shutDown()
    {
        m_stopping = true;
        m_deliveries.writeAcked();
    }
    const BigData &bigData() const { return m_bigData; }

    // What the database holds, before the first connection.
    void loadRooms(const QList<RoomMembers> &rooms) { m_roomBook.load(rooms); }

    // For the person who runs the node; in no particular order.
    QList<OnlineDevice> onlineDevices() const;
    // Every device of that account gets tim's "logged out by the server" and is closed (protocol.md 4.6).
    void putOut(const QString &node);

    // The body of a POST /tim2 and where the body of the answer goes (protocol.md 4.2, 4.4).
    void httpRequest(QByteArrayView body, const QString &address, std::function<void(QByteArray)> answer);

private:
    void sweep();
    bool takeTokens(Device &device, quint8 type, qsizetype bytes);
    void enqueue(Device &device, QByteArrayView frame, quint8 type);
    void pump(Device &device);
    void pause(Device &device, std::chrono::milliseconds time);
    void dispatch(Device &device, QByteArrayView frame);
    void serve(Device &device, QByteArrayView frame, quint8 type);
    std::optional<protocol::ErrorCode> serveRequest(Device &device, protocol::FrameType type,
                                                    const protocol::Request &request);

    void signIn(Device &device, QByteArrayView frame);
    void refuseSignIn(Device &device, protocol::ErrorCode code);
    void admit(Device &device, const QString &node, protocol::Tid tid);
    void finishSignIn(Device &device, protocol::Tid tid, QHash<QString, Relation> relations);
    bool overLimit(const Account &account, const protocol::Tid &tid) const;
    void evict(Device &device);
    // Serves what is left, says goodbye to the account's friends if it was the last device.
    void leave(Device &device);

    NodeConfig m_config;
    Environment m_environment;
    Timers &m_timers;
    NodeStore &m_store;
    Accounts &m_accounts;
    qint32 m_serverId;
    Directory m_directory;
    Deliveries m_deliveries;
    PresenceRouter m_presence;
    OfflineQueue m_offline;
    Business m_business;
    UserInfo m_userInfo;
    RoomBook m_roomBook;
    Rooms m_rooms;
    Messages m_messages;
    History m_history;
    VirtualRooms m_virtualRooms;
    BigData m_bigData;
    TokenBucket m_requests; // request_rate: the whole node's messages and directed presence
    bool m_stopping = false;
};

} // namespace timbre::node
