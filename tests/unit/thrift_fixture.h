// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/frame.h"

#include <algorithm>
#include <memory>

// Frames as the hexadecimal digits of their thrift bytes.
namespace timbre::thrift_frames {

using namespace timbre::protocol;

inline constexpr auto toServer = Direction::ClientToServer;
inline constexpr auto toClient = Direction::ServerToClient;
inline constexpr auto thrift = Encoding::ThriftCompact;

// From a block of exactly that size, so that the address sanitizer sees a byte read too far.
inline Expected<Decoded, DecodeError> read(const QByteArray &bytes, Direction direction,
                                           const DecodeLimits &limits = {})
{
    const auto block = std::make_unique<char[]>(static_cast<std::size_t>(bytes.size()));
    std::copy(bytes.begin(), bytes.end(), block.get());
    return decode(QByteArrayView(block.get(), bytes.size()), direction, thrift, limits);
}

inline Decoded readPresence(const QByteArray &hex)
{
    const auto decoded = read('\x5B' + QByteArray::fromHex(hex), toClient);
    if (!decoded)
        qFatal("error %d in %s", int(decoded.error().kind), hex.constData());
    return *decoded;
}

inline Presence presence(const QByteArray &hex)
{
    return std::get<Presence>(readPresence(hex).frame.payload);
}

inline DecodeError errorOf(const QByteArray &hex, const DecodeLimits &limits = {})
{
    const auto decoded = read('\x5B' + QByteArray::fromHex(hex), toClient, limits);
    if (decoded)
        qFatal("was read: %s", hex.left(100).constData());
    return decoded.error();
}

} // namespace timbre::thrift_frames
