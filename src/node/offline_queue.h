// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/deliveries.h"

#include <QSet>

namespace timbre::node {

// Frame 17 (protocol.md 6.4): what came while nobody acked, in batches of ten that want an ack,
// each removed by it. Unlike tim the batches follow one another by themselves and the end is always
// said by frame 18. Loop thread only.
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
    void next(quint64 deviceId);
    void sendBatch(Device &device, const std::vector<QueuedRow> &rows);
    void end(quint64 deviceId);

    Directory &m_directory;
    NodeStore &m_store;
    Deliveries &m_deliveries;
    Environment m_environment;
    QSet<quint64> m_running; // devices
};

} // namespace timbre::node
