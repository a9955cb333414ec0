// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/deliveries.h"

#include <QtEndian>

#include <algorithm>

namespace timbre::node {

using namespace std::chrono_literals;

namespace {

constexpr auto ackWait = 10s;
constexpr int maxCopies = 3;

} // namespace

void Deliveries::deliver(const QString &node, qint64 row, const protocol::Message &message)
{
    Account *account = m_directory.online(node);
    if (!account)
        return;
    const protocol::Frame frame{protocol::FrameType::Message, std::nullopt, message};
    for (Device *device : account->devices) {
        const quint64 id = device->id;
        m_underWay[id].push_back(row);
        sendSync(*device, frame, [this, id, row](bool acked) {
            if (!acked)
                return dropUnderWay(id, row);
            m_store.run([row](Database &database) -> std::optional<bool> { return database.dequeue({row}); },
                        [this, id, row](std::optional<bool>) { dropUnderWay(id, row); });
        });
    }
}

void Deliveries::sendSync(Device &device, const protocol::Frame &frame, std::function<void(bool)> done)
{
    protocol::Frame numbered = frame;
    numbered.syncId = 0;
    Waiting waiting{device.id, protocol::encode(numbered, protocol::Direction::ServerToClient, device.encoding), 1,
                    std::move(done)};
    send(device, std::move(waiting));
}

void Deliveries::send(Device &device, Waiting waiting)
{
    const qint32 syncId = m_lastSyncId = qint32(quint32(m_lastSyncId) + 1);
    qToBigEndian(syncId, waiting.bytes.data() + 1);
    device.send(waiting.bytes);
    m_waiting.insert(syncId, std::move(waiting));
    m_timers.after(ackWait, [this, syncId] { expired(syncId); });
}

void Deliveries::acked(const Device &device, qint32 syncId)
{
    const auto found = m_waiting.find(syncId);
    if (found == m_waiting.end() || found->deviceId != device.id)
        return;
    const auto done = std::move(found->done);
    m_waiting.erase(found);
    done(true);
}

void Deliveries::expired(qint32 syncId)
{
    if (!m_waiting.contains(syncId))
        return;
    Waiting waiting = m_waiting.take(syncId);
    Device *device = m_directory.device(waiting.deviceId);
    if (!device || waiting.copies == maxCopies)
        return waiting.done(false);
    ++waiting.copies;
    send(*device, std::move(waiting));
}

void Deliveries::deviceGone(const Device &device)
{
    std::vector<std::function<void(bool)>> given;
    for (auto it = m_waiting.begin(); it != m_waiting.end();) {
        if (it->deviceId == device.id) {
            given.push_back(std::move(it->done));
            it = m_waiting.erase(it);
        } else {
            ++it;
        }
    }
    for (const auto &done : given)
        done(false);
    m_underWay.remove(device.id);
}

void Deliveries::dropUnderWay(quint64 deviceId, qint64 row)
{
    const auto found = m_underWay.find(deviceId);
    if (found == m_underWay.end())
        return;
    found->erase(std::remove(found->begin(), found->end(), row), found->end());
    if (found->empty())
        m_underWay.erase(found);
}

} // namespace timbre::node
