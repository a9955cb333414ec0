// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/expected.h"
#include "protocol/types.h"

#include <QByteArrayView>

#include <variant>

// One tim frame = one WebSocket message (protocol.md 1.4, 2.1): a type byte, sometimes four bytes of sync id, then a
// payload in the connection's encoding. Pure functions from bytes to values and back: any bytes give a value or a
// typed error, nothing here waits, allocates without bound or knows a socket.
namespace timbre::protocol {

enum class FrameType : quint8 {
    Ack = 12,
    Ping = 13,
    Register = 14, // HTTP /tim2 only
    Token = 15, // HTTP /tim2 only
    Auth = 16,
    OfflineMessages = 17,
    OfflineMessagesEnd = 18,
    BroadcastPresence = 19,
    Logout = 20, // only as Ack::timType
    PullMessages = 21,
    VRoom = 22,
    Business = 41,
    Nodes = 42,
    Message = 90,
    Presence = 91,
    RevokeMessage = 92,
    BurnMessage = 93,
    Stream = 94,
    BigString = 95,
    BigBinary = 96,
    BigBinaryStream = 97,
};

enum class Encoding : quint8 { Json, ThriftCompact };

// Who wrote the frame. Bit 0x80 of the type byte means "payload is JSON" from the client and "ack wanted" from the
// server, and type 12 carries a sync id from the client and an Ack from the server.
enum class Direction : quint8 { ClientToServer, ServerToClient };

// Payloads that are no struct: the raw body of 95, 96 and 97 (protocol.md 9.3, 9.4).
struct Raw {
    QByteArray bytes;
    bool operator==(const Raw &) const = default;
};

using Payload = std::variant<std::monostate, Ack, Auth, Request, Presence, Message, MessageList, Stream, Nodes, Raw>;

struct Frame {
    FrameType type = FrameType::Ping;
    // Server to client: the receiver must answer with a client Ack frame that carries this id back.
    // Client to server: set only on FrameType::Ack, which is that answer.
    std::optional<qint32> syncId;
    Payload payload;

    bool operator==(const Frame &) const = default;
};

struct DecodeError {
    enum class Kind {
        Empty, // no bytes at all
        TooLarge, // above DecodeLimits::bytes or ::structs
        TooDeep, // nesting above DecodeLimits::depth
        Truncated, // the sync id or a thrift value is cut off
        UnknownType, // the type byte names no frame that this direction has
        Syntax, // not JSON or not thrift. Bytes that are not UTF-8 are no error: they read as U+FFFD
        NullPayload, // the JSON literal null where a struct is needed
    };
    Kind kind = Kind::Empty;
    quint8 typeByte = 0; // as received, with its high bit
    // The sync id is known even if the payload is not readable: tim wants it acked all the same.
    std::optional<qint32> syncId;

    bool operator==(const DecodeError &) const = default;
};

struct DecodeLimits {
    qsizetype bytes = 32 * 1024 * 1024 + 64 * 1024; // protocol-live.md, client list 8
    int depth = 16; // of objects and arrays within each other; counts up to 256
    // An empty struct is three bytes on the wire and some hundred in memory; a full roster's user infos must pass.
    int structs = 250'000;
};

struct Decoded {
    Frame frame;
    // A field of the wrong type is skipped as if absent (scalars of the wire's required fields stay 0) and the rest of
    // the struct is read, as tim does (protocol.md 3.1). This is the key of the first such field, empty if none, and
    // "payload" if the payload is no object at all. Strings of a list or map that are none read as empty ones; an
    // integer spelt with a fraction or exponent (4.0) is no wrong type.
    QByteArray wrongField;
    // The payload's encoding, where the frame tells it: client frames by their high bit.
    Encoding encoding = Encoding::Json;
};

// `encoding` is what the connection speaks server to client; client frames carry their own and ignore it.
Expected<Decoded, DecodeError> decode(QByteArrayView bytes, Direction direction, Encoding encoding = Encoding::Json,
                                      const DecodeLimits &limits = {});

// The bytes of one WebSocket message. Never fails: every Frame value has an encoding.
QByteArray encode(const Frame &frame, Direction direction, Encoding encoding = Encoding::Json);

// "16" -> "auth": for logs and error texts, stable and untranslated.
QLatin1StringView frameTypeName(FrameType type);

} // namespace timbre::protocol
