// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/frame.h"

#include <QTest>

Q_DECLARE_METATYPE(timbre::protocol::Direction)
Q_DECLARE_METATYPE(timbre::protocol::Presence)

// Frames as the JSON text in them.
namespace timbre::json {

using namespace timbre::protocol;

inline constexpr auto toServer = Direction::ClientToServer;
inline constexpr auto toClient = Direction::ServerToClient;

inline Decoded read(const QByteArray &bytes, Direction direction)
{
    const auto decoded = decode(bytes, direction);
    if (!decoded)
        qFatal("error %d in %s", int(decoded.error().kind), bytes.constData());
    return *decoded;
}

inline Decoded readPresence(const QByteArray &json)
{
    return read('\x5B' + json, toClient);
}

inline Presence presence(const QByteArray &json)
{
    return std::get<Presence>(readPresence(json).frame.payload);
}

inline Message message(const QByteArray &json)
{
    return std::get<Message>(read('\x5A' + json, toClient).frame.payload);
}

inline QByteArray written(const Payload &payload, FrameType type = FrameType::Presence)
{
    return encode(Frame{type, {}, payload}, toClient).sliced(1);
}

} // namespace timbre::json
