// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/stored_message.h"

#include "protocol/frame.h"

namespace timbre::node {

using protocol::Direction;
using protocol::Encoding;
using protocol::FrameType;
using protocol::Message;

namespace {

std::optional<Message> read(const QByteArray &frame, Encoding encoding)
{
    auto decoded = protocol::decode(frame, Direction::ServerToClient, encoding);
    auto *message = decoded ? std::get_if<Message>(&decoded->frame.payload) : nullptr;
    return message ? std::optional(std::move(*message)) : std::nullopt;
}

} // namespace

QByteArray storedBody(Message message)
{
    message.fromTid.reset();
    message.id.reset();
    return protocol::encode({FrameType::Message, std::nullopt, std::move(message)}, Direction::ServerToClient,
                            Encoding::ThriftCompact);
}

std::optional<Message> readStored(const MessageRow &row)
{
    auto message = read(row.body, Encoding::ThriftCompact);
    if (message) {
        message->mid = row.mid;
        message->fromTid.emplace().node = row.sender;
    }
    return message;
}

QByteArray queuedForm(Message message)
{
    if (message.fromTid) {
        const QString node = message.fromTid->node;
        message.fromTid.emplace().node = node;
    }
    return protocol::encode({FrameType::Message, std::nullopt, std::move(message)}, Direction::ServerToClient);
}

std::optional<Message> readQueued(const QueuedRow &row)
{
    return read(row.message, Encoding::Json);
}

} // namespace timbre::node
