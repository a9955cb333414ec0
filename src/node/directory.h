// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/peer.h"
#include "node/relation.h"
#include "node/token_bucket.h"
#include "protocol/frame.h"

#include <QHash>
#include <QList>

#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

namespace timbre::node {

struct Account;

// One connection. Anonymous until it has signed in; afterwards one of its account's devices.
struct Device {
    enum class State {
        Anonymous,
        SigningIn,
        SignedIn,
        Leaving, // the connection is gone, frames received before are still being served
        Gone, // told to close, or done with: nothing is read from it or sent to it any more
    };
    // Frames of one connection are served strictly one after the other.
    enum class Inbox {
        Open,
        Held, // an answer is being worked on elsewhere (database, password hash)
        Throttled, // over its rate: goes on by a timer
        Draining, // what comes next must not overtake its messages on their way into the database
    };

    Device(quint64 number, Peer &connection, double framesPerSecond, SteadyTime now);

    quint64 id;
    Peer *peer; // null once the connection is gone
    State state = State::Anonymous;
    Inbox inbox = Inbox::Open;
    QList<QByteArray> waiting;
    qsizetype waitingBytes = 0;
    int storing = 0; // messages on their way into the database, not answered yet
    protocol::Encoding encoding = protocol::Encoding::Json;
    protocol::Tid tid; // as given at sign-in; the fromTid of everything it says
    Account *account = nullptr;
    SteadyTime connectedAt;
    SteadyTime lastPing;
    TokenBucket frames;
    TokenBucket bytes;

    QString address() const { return peer ? peer->address() : QString(); }
    void send(QByteArrayView frame)
    {
        if (peer && state != State::Gone)
            peer->send(frame);
    }
    void send(const FrameParts &parts)
    {
        if (peer && state != State::Gone)
            peer->send(parts);
    }
    // See Peer::offer().
    void offer(const FrameParts &parts)
    {
        if (peer && state != State::Gone)
            peer->offer(parts);
    }
};

// An account with at least one device signed in, and its relations, so that presence needs no
// database.
struct Account {
    QString node;
    QByteArray nodeUtf8;
    std::vector<Device *> devices; // oldest first
    QHash<QString, Relation> relations; // by the other's node; only those that are not none()
    SteadyTime lastSignIn;

    Relation relationTo(const QString &other) const { return relations.value(other); }
};

// Not noexcept on purpose: the standard library then keeps the hash beside the key, which spares a
// string comparison per look-up in the fan-out.
struct NodeHash {
    std::size_t operator()(const QString &node) const { return qHash(node); }
};

// Who is connected and who is online. Owns devices and online accounts; loop thread only. Knows no
// protocol.
class Directory
{
public:
    // `framesPerSecond` is what one connection may send.
    explicit Directory(double framesPerSecond) : m_framesPerSecond(framesPerSecond) { }

    Device &connect(Peer &peer, SteadyTime now);
    Device *device(quint64 id);
    void destroy(quint64 id);
    const std::unordered_map<quint64, std::unique_ptr<Device>> &devices() const { return m_devices; }

    Account *online(const QString &node);
    Account &bringOnline(const QString &node, QHash<QString, Relation> relations);
    void attach(Device &device, Account &account);
    // True if that was the account's last device; the account object then lives until
    // takeOffline().
    bool detach(Device &device);
    void takeOffline(Account &account);

    // Into the caches of whichever side is online.
    void setRelation(const QString &mine, const QString &theirs, Relation relation);

    // The device is served no further frame until release().
    void hold(Device &device) { device.inbox = Device::Inbox::Held; }
    void release(quint64 id);
    // Unlike a held device it may go on with further messages: their answers come in the same order.
    void beginStoring(Device &device) { ++device.storing; }
    void finishStoring(quint64 id);
    void onReleased(std::function<void(Device &)> callback) { m_released = std::move(callback); }

private:
    double m_framesPerSecond;
    quint64 m_lastId = 0;
    std::unordered_map<quint64, std::unique_ptr<Device>> m_devices;
    std::unordered_map<QString, std::unique_ptr<Account>, NodeHash> m_online;
    std::function<void(Device &)> m_released;
};

} // namespace timbre::node
