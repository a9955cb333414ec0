// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "protocol/frame.h"

#include "protocol/codec.h"

#include <QtEndian>

namespace timbre::protocol {

namespace {

constexpr quint8 flagBit = 0x80;
constexpr qsizetype syncIdSize = 4;

// Makes `payload` the kind that a frame type has in that direction, blank, to be filled. False if
// the direction has no such frame. monostate = none, not even on the wire (what is there all the
// same is ignored, as by tim).
bool startPayload(FrameType type, Direction direction, Payload &payload)
{
    const bool fromClient = direction == Direction::ClientToServer;
    switch (type) {
    case FrameType::Ping:
        return true;
    case FrameType::Ack:
        if (!fromClient)
            payload.emplace<Ack>();
        return true;
    case FrameType::OfflineMessages:
        if (!fromClient)
            payload.emplace<MessageList>();
        return true;
    case FrameType::PullMessages:
        if (fromClient)
            payload.emplace<Request>();
        else
            payload.emplace<MessageList>();
        return true;
    case FrameType::OfflineMessagesEnd:
        return !fromClient;
    case FrameType::Nodes:
        payload.emplace<Nodes>();
        return true;
    case FrameType::Message:
        payload.emplace<Message>();
        return true;
    case FrameType::Presence:
        payload.emplace<Presence>();
        return true;
    case FrameType::Stream:
        payload.emplace<Stream>();
        return true;
    case FrameType::BigString:
    case FrameType::BigBinary:
    case FrameType::BigBinaryStream:
        payload.emplace<Raw>();
        return true;
    case FrameType::Register:
    case FrameType::Token:
    case FrameType::Auth:
        payload.emplace<Auth>();
        return fromClient;
    case FrameType::BroadcastPresence:
        payload.emplace<Presence>();
        return fromClient;
    case FrameType::VRoom:
    case FrameType::Business:
        payload.emplace<Request>();
        return fromClient;
    case FrameType::RevokeMessage:
    case FrameType::BurnMessage:
        payload.emplace<Message>();
        return fromClient;
    case FrameType::Logout:
        return false;
    }
    return false;
}

ReadResult readStruct(QByteArrayView bytes, Payload &payload, Encoding encoding, const DecodeLimits &limits)
{
    switch (encoding) {
    case Encoding::Json:
        return readJson(bytes, payload, limits);
    case Encoding::ThriftCompact:
        return readThrift(bytes, payload, limits);
    }
    Q_UNREACHABLE();
}

// Nothing if all went well.
std::optional<DecodeError> decodeInto(Decoded &decoded, QByteArrayView bytes, Direction direction, Encoding encoding,
                                      const DecodeLimits &limits)
{
    using Kind = DecodeError::Kind;
    if (bytes.isEmpty())
        return DecodeError{Kind::Empty, 0, {}};
    const auto typeByte = static_cast<quint8>(bytes.front());
    const bool flag = typeByte & flagBit;
    const bool fromClient = direction == Direction::ClientToServer;

    if (fromClient)
        encoding = flag ? Encoding::Json : Encoding::ThriftCompact;
    decoded.encoding = encoding;
    Frame &frame = decoded.frame;
    frame.type = static_cast<FrameType>(typeByte & ~flagBit);
    const auto failure = [&](Kind kind) { return DecodeError{kind, typeByte, frame.syncId}; };

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
    if (!startPayload(frame.type, direction, frame.payload))
        return failure(Kind::UnknownType);

    if (std::holds_alternative<std::monostate>(frame.payload))
        return {};
    if (auto *raw = std::get_if<Raw>(&frame.payload)) {
        raw->bytes = body.toByteArray();
        return {};
    }
    ReadResult result = readStruct(body, frame.payload, encoding, limits);
    if (result.error)
        return failure(*result.error);
    decoded.wrongField = std::move(result.wrongField);
    return {};
}

} // namespace

Expected<Decoded, DecodeError> decode(QByteArrayView bytes, Direction direction, Encoding encoding,
                                      const DecodeLimits &limits)
{
    // Filled where it is returned: moving a struct of optionals costs as much as reading several of
    // its fields.
    Expected<Decoded, DecodeError> result{Decoded()};
    if (const auto error = decodeInto(*result, bytes, direction, encoding, limits))
        result = unexpected(*error);
    return result;
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
        return writeThrift(std::move(out), frame.payload);
    }
    Q_UNREACHABLE();
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
