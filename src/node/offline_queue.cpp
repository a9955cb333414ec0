// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/offline_queue.h"

#include "node/replies.h"
#include "node/stored_message.h"

#include <algorithm>

namespace timbre::node {

using protocol::Direction;
using protocol::FrameType;

namespace {

constexpr int batchSize = 10;
constexpr qsizetype batchBytes = 1024 * 1024; // of stored bytes; one message goes whatever its size

std::vector<qint64> numbersOf(const std::vector<QueueRef> &refs, QueueRef::Kind kind)
{
    std::vector<qint64> numbers;
    for (const QueueRef &ref : refs) {
        if (ref.kind == kind)
            numbers.push_back(ref.number);
    }
    return numbers;
}

} // namespace

void OfflineQueue::request(Device &device)
{
    if (m_running.contains(device.id))
        return;
    m_running.insert(device.id);
    next(device.id);
}

// The two queues in one order: each is in its own, and a row says after which message it came.
std::optional<std::vector<OfflineQueue::Entry>> OfflineQueue::read(Database &database, const QString &node,
                                                                   const std::vector<QueueRef> &skip)
{
    using Kind = QueueRef::Kind;
    const auto rows = database.queued(node, numbersOf(skip, Kind::Row), batchSize);
    const auto messages = MessageStore(database).waiting(node, numbersOf(skip, Kind::Message), batchSize);
    if (!rows || !messages)
        return std::nullopt;
    std::vector<Entry> entries;
    qsizetype bytes = 0;
    auto row = rows->begin();
    auto message = messages->begin();
    while (int(entries.size()) < batchSize && (row != rows->end() || message != messages->end())) {
        const bool rowFirst = row != rows->end() && (message == messages->end() || row->after < message->mid);
        Entry entry = rowFirst ? Entry{{Kind::Row, row->row}, row->message.size(), readQueued(*row)}
                               : Entry{{Kind::Message, message->mid}, message->body.size(), readStored(*message)};
        bytes += entry.bytes;
        if (bytes > batchBytes && !entries.empty())
            break;
        entries.push_back(std::move(entry));
        if (rowFirst)
            ++row;
        else
            ++message;
    }
    return entries;
}

void OfflineQueue::next(quint64 deviceId)
{
    const Device *device = m_directory.device(deviceId);
    if (!device || !device->account)
        return;
    m_deliveries.writeAcked();
    m_store.run([node = device->account->node,
                 skip = m_deliveries.underWay(deviceId)](Database &database) { return read(database, node, skip); },
                [this, deviceId](std::optional<std::vector<Entry>> entries) {
                    Device *asking = m_directory.device(deviceId);
                    if (!asking || !m_running.contains(deviceId))
                        return;
                    if (!entries) {
                        m_running.remove(deviceId);
                        asking->send(errorAck(quint8(FrameType::OfflineMessages), protocol::ErrorCode::Database,
                                              asking->encoding));
                    } else if (entries->empty()) {
                        end(deviceId);
                    } else {
                        sendBatch(*asking, *std::move(entries));
                    }
                });
}

void OfflineQueue::sendBatch(Device &device, std::vector<Entry> entries)
{
    // Messages that were stored before this batch was read and sent since.
    const auto live = m_deliveries.underWay(device.id);
    std::erase_if(entries,
                  [&live](const Entry &entry) { return std::find(live.begin(), live.end(), entry.ref) != live.end(); });
    if (entries.empty())
        return next(device.id);
    protocol::MessageList list;
    list.id = qint64(m_environment.random());
    list.messageList.emplace();
    std::vector<QueueRef> refs;
    for (Entry &entry : entries) {
        refs.push_back(entry.ref);
        // A damaged row is dropped with its batch rather than stopping the queue for ever.
        if (!entry.message)
            continue;
        entry.message->isOffline = true;
        list.messageList->append(std::move(*entry.message));
    }
    m_deliveries.sendSync(device, {FrameType::OfflineMessages, std::nullopt, std::move(list)},
                          [this, id = device.id, node = device.account->node, refs = std::move(refs)](bool acked) {
                              if (acked)
                                  remove(id, node, refs);
                              else
                                  end(id);
                          });
}

void OfflineQueue::remove(quint64 deviceId, const QString &node, const std::vector<QueueRef> &refs)
{
    m_store.run(
        [node, refs](Database &database) -> std::optional<bool> {
            MessageStore messages(database);
            for (const qint64 mid : numbersOf(refs, QueueRef::Kind::Message)) {
                if (!messages.delivered(node, mid))
                    return std::nullopt;
            }
            return database.dequeue(numbersOf(refs, QueueRef::Kind::Row)) ? std::optional(true) : std::nullopt;
        },
        [this, deviceId](std::optional<bool> removed) {
            // Not removed: going on would send the same batch for ever.
            if (removed)
                next(deviceId);
            else
                end(deviceId);
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
