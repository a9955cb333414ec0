// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/offline_queue.h"

#include "node/replies.h"

namespace timbre::node {

using protocol::Direction;
using protocol::FrameType;

namespace {

constexpr int batchSize = 10;

}

void OfflineQueue::request(Device &device)
{
    if (m_running.contains(device.id))
        return;
    m_running.insert(device.id);
    next(device.id);
}

void OfflineQueue::next(quint64 deviceId)
{
    const Device *device = m_directory.device(deviceId);
    if (!device || !device->account)
        return;
    m_store.run([node = device->account->node, skip = m_deliveries.underWay(deviceId)](
                    Database &database) { return database.queued(node, skip, batchSize); },
                [this, deviceId](std::optional<std::vector<QueuedRow>> rows) {
                    Device *asking = m_directory.device(deviceId);
                    if (!asking || !m_running.contains(deviceId))
                        return;
                    if (!rows) {
                        m_running.remove(deviceId);
                        asking->send(errorAck(quint8(FrameType::OfflineMessages), protocol::ErrorCode::Database,
                                              asking->encoding));
                    } else if (rows->empty()) {
                        end(deviceId);
                    } else {
                        sendBatch(*asking, *rows);
                    }
                });
}

void OfflineQueue::sendBatch(Device &device, const std::vector<QueuedRow> &rows)
{
    protocol::MessageList list;
    list.id = qint64(m_environment.random());
    list.messageList.emplace();
    std::vector<qint64> numbers;
    for (const QueuedRow &row : rows) {
        numbers.push_back(row.row);
        auto decoded = protocol::decode(row.message, Direction::ServerToClient);
        // A damaged row is dropped with its batch rather than stopping the queue for ever.
        if (!decoded)
            continue;
        if (auto *message = std::get_if<protocol::Message>(&decoded->frame.payload)) {
            message->isOffline = true;
            list.messageList->append(std::move(*message));
        }
    }
    const quint64 id = device.id;
    m_deliveries.sendSync(
        device, {FrameType::OfflineMessages, std::nullopt, std::move(list)},
        [this, id, numbers = std::move(numbers)](bool acked) {
            if (!acked)
                return end(id);
            m_store.run([numbers](Database &database) -> std::optional<bool> { return database.dequeue(numbers); },
                        [this, id](std::optional<bool> removed) {
                            // Not removed: going on would send the same batch for ever.
                            if (removed)
                                next(id);
                            else
                                end(id);
                        });
        });
}

void OfflineQueue::end(quint64 deviceId)
{
    if (!m_running.remove(deviceId))
        return;
    if (Device *device = m_directory.device(deviceId))
        device->send(protocol::encode({FrameType::OfflineMessagesEnd, std::nullopt, {}}, Direction::ServerToClient,
                                      device->encoding));
}

} // namespace timbre::node
