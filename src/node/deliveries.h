// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/directory.h"
#include "node/environment.h"
#include "node/node_store.h"
#include "node/outgoing_message.h"
#include "node/timers.h"

#include <QHash>

#include <deque>
#include <vector>

namespace timbre::node {

// One thing that waits for an account: a stored message, or a row of the queue.
struct QueueRef {
    enum class Kind : quint8 { None, Row, Message };
    Kind kind = Kind::None;
    qint64 number = 0;
    bool operator==(const QueueRef &) const = default;
};

// Frames that want an answer (bit 0x80, protocol.md 1.4, 1.6): each copy waits ten seconds for the
// device's ack and is sent at most three times, with a new sync id each time. Recipients never wait
// for one another. A message is stored before it is sent and removed from the queue after the first
// ack of a device, so neither a silent client nor a killed node loses it; acks are gathered and
// written together, so a killed node may offer again what was acked within the last moment.
// A device that leaves 1 024 frames or 8 MiB unacked gets no more until it acks or asks for its queue.
// Loop thread only; owned by the router.
class Deliveries
{
public:
    Deliveries(Directory &directory, NodeStore &store, Timers &timers, Environment environment) :
        m_directory(directory),
        m_store(store),
        m_timers(timers),
        m_environment(std::move(environment))
    {
    }

    // To every device of that account; `row` or `ref` is its stored copy.
    void deliver(const QString &node, qint64 row, const protocol::Message &message);
    void deliver(const QString &node, QueueRef ref, OutgoingMessage &message);
    // `done(true)` on the ack, `done(false)` when the device stays silent or goes.
    void sendSync(Device &device, const protocol::Frame &frame, std::function<void(bool acked)> done);
    void acked(const Device &device, qint32 syncId);
    void deviceGone(const Device &device);
    // What is on its way to that device right now, which its offline queue need not repeat.
    std::vector<QueueRef> underWay(quint64 deviceId) const;
    // The message is not sent to that account again.
    void recall(const QString &node, qint64 mid);
    // Gives what has been acked to the store.
    void writeAcked();

private:
    struct Waiting {
        quint64 deviceId;
        QByteArray frame; // without sync id
        int copies = 1;
        QueueRef ref;
        std::function<void(bool)> done; // may be empty
    };
    struct Acked {
        QString node;
        QueueRef ref;
    };
    void send(Device &device, Waiting waiting);
    Waiting take(QHash<qint32, Waiting>::iterator found);
    void watch();
    void expired(qint32 syncId);
    void noteAcked(const QString &node, QueueRef ref);

    Directory &m_directory;
    NodeStore &m_store;
    Timers &m_timers;
    Environment m_environment;
    qint32 m_lastSyncId = 0;
    QHash<qint32, Waiting> m_waiting;
    struct Unacked {
        std::vector<qint32> syncIds; // oldest first
        qsizetype bytes = 0;
    };
    QHash<quint64, Unacked> m_byDevice;
    std::deque<std::pair<SteadyTime, qint32>> m_expiries; // all wait equally long, so this is in order
    bool m_watching = false; // a timer for the first of them runs
    std::vector<Acked> m_acked;
};

} // namespace timbre::node
