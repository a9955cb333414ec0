// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/history.h"

#include "node/replies.h"
#include "node/stored_message.h"

#include <algorithm>

namespace timbre::node {

using protocol::ErrorCode;
using protocol::FrameType;

namespace {

constexpr qint64 maxRows = 10'000;
constexpr qint64 maxBytes = 1024 * 1024; // of stored bytes
// Reading and encoding so many costs about as much as serving another frame.
constexpr double rowsPerToken = 10;

enum class Source : qint32 { User = 1, Room = 2 };

} // namespace

std::optional<ErrorCode> History::pull(Device &device, const protocol::Request &request)
{
    if (!request.rtype || !request.node || !request.reqInt || !request.reqInt2 || !m_accounts.isNode(*request.node))
        return ErrorCode::Params;
    HistoryPage page;
    switch (Source(*request.rtype)) {
    case Source::User:
        page.chat = chatOfPair(device.account->node, *request.node);
        break;
    case Source::Room:
        if (!m_rooms.isMember(*request.node, device.account->node))
            return ErrorCode::PermissionDenied;
        page.chat = chatOfRoom(*request.node);
        break;
    default:
        return ErrorCode::Params;
    }
    page.from = *request.reqInt;
    page.before = request.node2 ? request.node2->toLongLong() : 0;
    page.rows = int(*request.reqInt2 > 0 ? std::min(*request.reqInt2, maxRows) : maxRows);
    page.bytes = maxBytes;
    m_directory.hold(device);
    m_store.run(
        [page](Database &database) -> std::optional<QList<protocol::Message>> {
            const auto rows = MessageStore(database).history(page);
            if (!rows)
                return std::nullopt;
            QList<protocol::Message> messages;
            for (const MessageRow &row : *rows) {
                if (auto message = readStored(row))
                    messages.append(*std::move(message));
            }
            return messages;
        },
        [this, id = device.id](std::optional<QList<protocol::Message>> messages) {
            answer(id, std::move(messages));
            m_directory.release(id);
        });
    return std::nullopt;
}

void History::answer(quint64 deviceId, std::optional<QList<protocol::Message>> messages)
{
    Device *device = m_directory.device(deviceId);
    if (!device)
        return;
    if (!messages)
        return device->send(errorAck(quint8(FrameType::PullMessages), ErrorCode::Database, device->encoding));
    if (messages->isEmpty())
        return;
    device->frames.charge(double(messages->size()) / rowsPerToken);
    protocol::MessageList list;
    list.messageList = *std::move(messages);
    device->send(protocol::encode({FrameType::PullMessages, std::nullopt, std::move(list)},
                                  protocol::Direction::ServerToClient, device->encoding));
}

} // namespace timbre::node
