// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "protocol/frame.h"

#include "protocol/codec.h"

#include <QtEndian>

namespace timbre::protocol
{

namespace
{

constexpr quint8 flagBit = 0x80;
constexpr qsizetype syncIdSize = 4;

// The kind of payload a frame type has in that direction, as a value to be filled; nothing if the
// direction has no such frame. monostate = none, not even on the wire (what is there all the same
// is ignored, as by tim).
std::optional<Payload> blankPayload(FrameType type, Direction direction)
{
    const bool fromClient = direction == Direction::ClientToServer;
    switch (type) {
    case FrameType::Ack:
        return fromClient ? Payload() : Payload(Ack());
    case FrameType::Ping:
        return Payload();
    case FrameType::OfflineMessages:
        return fromClient ? Payload() : Payload(MessageList());
    case FrameType::PullMessages:
        return fromClient ? Payload(Request()) : Payload(MessageList());
    case FrameType::Nodes:
        return Payload(Nodes());
    case FrameType::Message:
        return Payload(Message());
    case FrameType::Presence:
        return Payload(Presence());
    case FrameType::Stream:
        return Payload(Stream());
    case FrameType::BigString:
    case FrameType::BigBinary:
    case FrameType::BigBinaryStream:
        return Payload(Raw());
    case FrameType::OfflineMessagesEnd:
        return fromClient ? std::nullopt : std::optional(Payload());
    case FrameType::Register:
    case FrameType::Token:
    case FrameType::Auth:
        return fromClient ? std::optional(Payload(Auth())) : std::nullopt;
    case FrameType::BroadcastPresence:
        return fromClient ? std::optional(Payload(Presence())) : std::nullopt;
    case FrameType::VRoom:
    case FrameType::Business:
        return fromClient ? std::optional(Payload(Request())) : std::nullopt;
    case FrameType::RevokeMessage:
    case FrameType::BurnMessage:
        return fromClient ? std::optional(Payload(Message())) : std::nullopt;
    case FrameType::Logout:
        return std::nullopt;
    }
    return std::nullopt;
}

ReadResult readStruct(QByteArrayView bytes, Payload &payload, Encoding encoding,
                      const DecodeLimits &limits)
{
    switch (encoding) {
    case Encoding::Json:
        return readJson(bytes, payload, limits);
    case Encoding::ThriftCompact:
        return {DecodeError::Kind::UnsupportedEncoding, {}};
    }
    Q_UNREACHABLE();
}

} // namespace

Expected<Decoded, DecodeError> decode(QByteArrayView bytes, Direction direction, Encoding encoding,
                                      const DecodeLimits &limits)
{
    using Kind = DecodeError::Kind;
    if (bytes.isEmpty())
        return unexpected(DecodeError{Kind::Empty, 0, {}});
    const auto typeByte = static_cast<quint8>(bytes.front());
    const bool flag = typeByte & flagBit;
    const bool fromClient = direction == Direction::ClientToServer;

    Decoded decoded;
    decoded.encoding = !fromClient ? encoding : flag ? Encoding::Json : Encoding::ThriftCompact;
    Frame &frame = decoded.frame;
    frame.type = static_cast<FrameType>(typeByte & ~flagBit);
    const auto failure = [&](Kind kind) {
        return unexpected(DecodeError{kind, typeByte, frame.syncId});
    };

    QByteArrayView body = bytes.sliced(1);
    const bool hasSyncId = fromClient ? frame.type == FrameType::Ack : flag;
    if (hasSyncId) {
        if (body.size() < syncIdSize)
            return failure(Kind::Truncated);
        frame.syncId = qFromBigEndian<qint32>(body.data());
        body = body.sliced(syncIdSize);
    }
    if (bytes.size() > limits.bytes)
        return failure(Kind::TooLarge);
    std::optional<Payload> payload = blankPayload(frame.type, direction);
    if (!payload)
        return failure(Kind::UnknownType);
    frame.payload = std::move(*payload);

    if (std::holds_alternative<std::monostate>(frame.payload))
        return decoded;
    if (auto *raw = std::get_if<Raw>(&frame.payload)) {
        raw->bytes = body.toByteArray();
        return decoded;
    }
    ReadResult result = readStruct(body, frame.payload, decoded.encoding, limits);
    if (result.error)
        return failure(*result.error);
    decoded.wrongField = std::move(result.wrongField);
    return decoded;
}

QByteArray encode(const Frame &frame, Direction direction, Encoding encoding)
{
    const bool fromClient = direction == Direction::ClientToServer;
    const bool hasSyncId = fromClient ? frame.type == FrameType::Ack : frame.syncId.has_value();
    const bool flag = fromClient ? encoding == Encoding::Json : hasSyncId;
    QByteArray out;
    out.append(static_cast<char>(static_cast<quint8>(frame.type) | (flag ? flagBit : 0)));
    if (hasSyncId) {
        const qint32 bigEndian = qToBigEndian(frame.syncId.value_or(0));
        out.append(reinterpret_cast<const char *>(&bigEndian), syncIdSize);
    }
    if (std::holds_alternative<std::monostate>(frame.payload))
        return out;
    if (const auto *raw = std::get_if<Raw>(&frame.payload))
        return out.append(raw->bytes);
    switch (encoding) {
    case Encoding::Json:
        return writeJson(std::move(out), frame.payload);
    case Encoding::ThriftCompact:
        break;
    }
    return out;
}

QLatin1StringView frameTypeName(FrameType type)
{
    using namespace Qt::StringLiterals;
    switch (type) {
    case FrameType::Ack:
        return "ack"_L1;
    case FrameType::Ping:
        return "ping"_L1;
    case FrameType::Register:
        return "register"_L1;
    case FrameType::Token:
        return "token"_L1;
    case FrameType::Auth:
        return "auth"_L1;
    case FrameType::OfflineMessages:
        return "offline-messages"_L1;
    case FrameType::OfflineMessagesEnd:
        return "offline-messages-end"_L1;
    case FrameType::BroadcastPresence:
        return "broadcast-presence"_L1;
    case FrameType::Logout:
        return "logout"_L1;
    case FrameType::PullMessages:
        return "pull-messages"_L1;
    case FrameType::VRoom:
        return "vroom"_L1;
    case FrameType::Business:
        return "business"_L1;
    case FrameType::Nodes:
        return "nodes"_L1;
    case FrameType::Message:
        return "message"_L1;
    case FrameType::Presence:
        return "presence"_L1;
    case FrameType::RevokeMessage:
        return "revoke-message"_L1;
    case FrameType::BurnMessage:
        return "burn-message"_L1;
    case FrameType::Stream:
        return "stream"_L1;
    case FrameType::BigString:
        return "big-string"_L1;
    case FrameType::BigBinary:
        return "big-binary"_L1;
    case FrameType::BigBinaryStream:
        return "big-binary-stream"_L1;
    }
    return "unknown"_L1;
}

} // namespace timbre::protocol
