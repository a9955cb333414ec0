// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/deliveries.h"

#include <QSet>

namespace timbre::node {

// Frame 17 (protocol.md 6.4): what came while nobody acked, in the order it came, in batches of ten
// or about 1 MiB that want an ack, each removed by it. Unlike tim the batches follow one another by
// themselves, the end is always said by frame 18, revoked messages neither come nor stop the rest,
// and what told of a revoke still names its message. Loop thread only.
class OfflineQueue
{
public:
    OfflineQueue(Directory &directory, NodeStore &store, Deliveries &deliveries, Environment environment) :
        m_directory(directory),
        m_store(store),
        m_deliveries(deliveries),
        m_environment(std::move(environment))
    {
    }

    // Asking again while batches are under way changes nothing: the 18 at their end answers both.
    void request(Device &device);
    void deviceGone(const Device &device) { m_running.remove(device.id); }

private:
    struct Entry {
        QueueRef ref;
        qsizetype bytes = 0;
        std::optional<protocol::Message> message; // none: the row is damaged
    };
    static std::optional<std::vector<Entry>> read(Database &database, const QString &node,
                                                  const std::vector<QueueRef> &skip);

    void next(quint64 deviceId);
    void sendBatch(Device &device, std::vector<Entry> entries);
    void remove(quint64 deviceId, const QString &node, const std::vector<QueueRef> &refs);
    void end(quint64 deviceId);

    Directory &m_directory;
    NodeStore &m_store;
    Deliveries &m_deliveries;
    Environment m_environment;
    QSet<quint64> m_running; // devices
};

} // namespace timbre::node
