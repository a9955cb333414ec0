// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

// Router's part for the person who runs the node: who is here, and out with them.
#include "node/replies.h"
#include "node/router.h"

namespace timbre::node {

using protocol::FrameType;

QList<OnlineDevice> Router::onlineDevices() const
{
    QList<OnlineDevice> online;
    for (const auto &[id, device] : m_directory.devices()) {
        if (device->account)
            online.append({device->account->node, device->tid.resource.value_or(QString()),
                           int(device->tid.termtyp.value_or(0)), device->address()});
    }
    return online;
}

void Router::putOut(const QString &node)
{
    std::vector<quint64> devices;
    if (const Account *account = m_directory.online(node)) {
        for (const Device *device : account->devices)
            devices.push_back(device->id);
    }
    protocol::Ack ack = okAck(quint8(FrameType::Logout));
    for (const quint64 id : devices) {
        Device *device = m_directory.device(id);
        if (!device)
            continue;
        device->send(encodeAck(ack, device->encoding));
        evict(*device);
    }
}

} // namespace timbre::node
