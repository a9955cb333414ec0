// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/deliveries.h"

#include "node/message_store.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace timbre::node {

using namespace std::chrono_literals;

namespace {

constexpr auto ackWait = 10s;
constexpr int maxCopies = 3;
constexpr std::size_t unackedLimit = 1024;
constexpr qsizetype unackedBytes = 8 * 1024 * 1024;
// So many acks, or those of so long, are written together.
constexpr std::size_t ackedTogether = 64;
constexpr auto ackedWait = 200ms;

} // namespace

void Deliveries::deliver(const QString &node, qint64 row, const protocol::Message &message)
{
    OutgoingMessage outgoing(message);
    deliver(node, QueueRef{QueueRef::Kind::Row, row}, outgoing);
}

void Deliveries::deliver(const QString &node, QueueRef ref, OutgoingMessage &message)
{
    Account *account = m_directory.online(node);
    if (!account)
        return;
    for (Device *device : account->devices) {
        const auto unacked = m_byDevice.constFind(device->id);
        if (unacked != m_byDevice.constEnd()
            && (unacked->syncIds.size() >= unackedLimit || unacked->bytes >= unackedBytes))
            continue;
        send(*device, {device->id, message.frame(device->encoding), 1, ref, {}});
    }
}

void Deliveries::sendSync(Device &device, const protocol::Frame &frame, std::function<void(bool)> done)
{
    send(device,
         {device.id,
          protocol::encode(frame, protocol::Direction::ServerToClient, device.encoding),
          1,
          {},
          std::move(done)});
}

void Deliveries::send(Device &device, Waiting waiting)
{
    constexpr quint8 wantsAck = 0x80;
    const qint32 syncId = m_lastSyncId = qint32(quint32(m_lastSyncId) + 1);
    std::array<char, 5> head{char(quint8(waiting.frame.front()) | wantsAck)};
    qToBigEndian(syncId, head.data() + 1);
    const QByteArrayView frame(waiting.frame);
    device.send(FrameParts{QByteArrayView(head.data(), qsizetype(head.size())), frame.sliced(1), {}});
    Unacked &own = m_byDevice[device.id];
    own.syncIds.push_back(syncId);
    own.bytes += waiting.frame.size();
    m_waiting.insert(syncId, std::move(waiting));
    m_expiries.emplace_back(m_environment.now() + ackWait, syncId);
    if (!m_watching)
        watch();
}

void Deliveries::watch()
{
    m_watching = true;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_expiries.front().first - m_environment.now());
    m_timers.after(std::max(left, std::chrono::milliseconds(0)), [this] {
        const SteadyTime now = m_environment.now();
        while (!m_expiries.empty() && m_expiries.front().first <= now) {
            const qint32 syncId = m_expiries.front().second;
            m_expiries.pop_front();
            expired(syncId);
        }
        m_watching = false;
        if (!m_expiries.empty())
            watch();
    });
}

Deliveries::Waiting Deliveries::take(QHash<qint32, Waiting>::iterator found)
{
    Waiting waiting = std::move(*found);
    const auto device = m_byDevice.find(waiting.deviceId);
    device->syncIds.erase(std::find(device->syncIds.begin(), device->syncIds.end(), found.key()));
    device->bytes -= waiting.frame.size();
    if (device->syncIds.empty())
        m_byDevice.erase(device);
    m_waiting.erase(found);
    return waiting;
}

void Deliveries::acked(const Device &device, qint32 syncId)
{
    const auto found = m_waiting.find(syncId);
    if (found == m_waiting.end() || found->deviceId != device.id)
        return;
    const Waiting waiting = take(found);
    if (waiting.ref.kind != QueueRef::Kind::None)
        noteAcked(device.account->node, waiting.ref);
    if (waiting.done)
        waiting.done(true);
}

void Deliveries::expired(qint32 syncId)
{
    const auto found = m_waiting.find(syncId);
    if (found == m_waiting.end())
        return;
    Waiting waiting = take(found);
    Device *device = m_directory.device(waiting.deviceId);
    if (device && waiting.copies < maxCopies) {
        ++waiting.copies;
        send(*device, std::move(waiting));
    } else if (waiting.done) {
        waiting.done(false);
    }
}

void Deliveries::deviceGone(const Device &device)
{
    const auto own = m_byDevice.take(device.id);
    std::vector<std::function<void(bool)>> given;
    for (const qint32 syncId : own.syncIds) {
        Waiting waiting = m_waiting.take(syncId);
        if (waiting.done)
            given.push_back(std::move(waiting.done));
    }
    for (const auto &done : given)
        done(false);
}

std::vector<QueueRef> Deliveries::underWay(quint64 deviceId) const
{
    std::vector<QueueRef> refs;
    const auto own = m_byDevice.constFind(deviceId);
    if (own == m_byDevice.constEnd())
        return refs;
    for (const qint32 syncId : own->syncIds) {
        const auto waiting = m_waiting.constFind(syncId);
        if (waiting->ref.kind != QueueRef::Kind::None)
            refs.push_back(waiting->ref);
    }
    return refs;
}

void Deliveries::recall(const QString &node, qint64 mid)
{
    const Account *account = m_directory.online(node);
    if (!account)
        return;
    const QueueRef ref{QueueRef::Kind::Message, mid};
    for (const Device *device : account->devices) {
        const std::vector<qint32> own = m_byDevice.value(device->id).syncIds;
        for (const qint32 syncId : own) {
            const auto found = m_waiting.find(syncId);
            if (found->ref == ref)
                take(found);
        }
    }
}

void Deliveries::noteAcked(const QString &node, QueueRef ref)
{
    m_acked.push_back({node, ref});
    if (m_acked.size() >= ackedTogether)
        writeAcked();
    else if (m_acked.size() == 1)
        m_timers.after(ackedWait, [this] { writeAcked(); });
}

void Deliveries::writeAcked()
{
    if (m_acked.empty())
        return;
    m_store.run(
        [acked = std::exchange(m_acked, {})](Database &database) -> std::optional<bool> {
            MessageStore messages(database);
            for (const Acked &one : acked) {
                const bool gone = one.ref.kind == QueueRef::Kind::Message ? messages.delivered(one.node, one.ref.number)
                                                                          : database.dequeue({one.ref.number});
                if (!gone)
                    return std::nullopt;
            }
            return true;
        },
        // Not written: they will be offered again, which a client has to expect anyway.
        [](std::optional<bool>) {});
}

} // namespace timbre::node
