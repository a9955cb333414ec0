// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/frame.h"

// The acknowledgements tim answers with, byte for byte (protocol.md 2.2, protocol-live.md 2). Pure.
namespace timbre::node {

// Name, password and the like: no sign-in, register or token request is larger.
inline constexpr qsizetype authFrameBytes = 8 * 1024;

// A client's frame tells its own encoding by the high bit (protocol.md 1.4). Not for an empty frame.
inline protocol::Encoding encodingOf(QByteArrayView frame)
{
    constexpr quint8 jsonBit = 0x80;
    return quint8(frame.front()) & jsonBit ? protocol::Encoding::Json : protocol::Encoding::ThriftCompact;
}

// The type byte of a client frame without its encoding bit; tim echoes it as timType even when it
// names no frame.
inline quint8 maskedType(quint8 typeByte)
{
    return typeByte & 0x7f;
}

// ok:true; `t` and `n` are what the operation says it was about.
protocol::Ack okAck(quint8 timType, std::optional<qint64> t = {}, std::optional<QString> n = {});
QByteArray encodeAck(const protocol::Ack &ack, protocol::Encoding encoding);
// ok:false with code and text: the answer to whatever failed.
QByteArray errorAck(quint8 timType, protocol::ErrorCode code, protocol::Encoding encoding);
// The detailed half of tim's double answers: ok:false with the operation in t (protocol.md 8.3).
QByteArray detailedErrorAck(quint8 timType, protocol::BusinessOp op, protocol::ErrorCode code,
                            protocol::Encoding encoding);
QLatin1StringView errorText(protocol::ErrorCode code);

} // namespace timbre::node
