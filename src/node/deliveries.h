// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/directory.h"
#include "node/node_store.h"
#include "node/timers.h"

#include <QHash>

#include <memory>

namespace timbre::node {

// Frames that want an answer (bit 0x80, protocol.md 1.4, 1.6): each copy waits ten seconds for the
// device's ack and is sent at most three times, with a new sync id each time. Recipients never wait
// for one another. A message is stored before it is sent and removed from the queue by the first
// device that acks it, so neither a silent client nor a killed node loses it. Loop thread only;
// owned by the router.
class Deliveries
{
public:
    Deliveries(Directory &directory, NodeStore &store, Timers &timers) :
        m_directory(directory),
        m_store(store),
        m_timers(timers)
    {
    }

    // To every device of that account; `row` is its stored copy.
    void deliver(const QString &node, qint64 row, const protocol::Message &message);
    // `done(true)` on the ack, `done(false)` when the device stays silent or goes.
    void sendSync(Device &device, const protocol::Frame &frame, std::function<void(bool acked)> done);
    void acked(const Device &device, qint32 syncId);
    void deviceGone(const Device &device);
    // Rows on their way to that device right now, which its offline queue need not repeat.
    std::vector<qint64> underWay(quint64 deviceId) const { return m_underWay.value(deviceId); }

private:
    struct Waiting {
        quint64 deviceId;
        QByteArray bytes; // with the sync id of the last copy
        int copies = 1;
        std::function<void(bool)> done;
    };
    void send(Device &device, Waiting waiting);
    void expired(qint32 syncId);
    void dropUnderWay(quint64 deviceId, qint64 row);

    Directory &m_directory;
    NodeStore &m_store;
    Timers &m_timers;
    qint32 m_lastSyncId = 0;
    QHash<qint32, Waiting> m_waiting;
    QHash<quint64, std::vector<qint64>> m_underWay;
};

} // namespace timbre::node
