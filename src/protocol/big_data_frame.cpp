// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "protocol/big_data_frame.h"

#include <QtEndian>

#include <limits>

namespace timbre::protocol {

namespace {

constexpr char textSeparator = '|';
constexpr char binarySeparator = '\x83';
constexpr qsizetype typeSize = 1;
constexpr qsizetype lengthSize = 4;
constexpr qsizetype smallestClientFrame = typeSize + lengthSize + 1;

char separatorOf(FrameType type)
{
    return type == FrameType::BigString ? textSeparator : binarySeparator;
}

Expected<BigData, BigDataError> split(QByteArrayView body, qsizetype at)
{
    if (at < 0)
        return unexpected(BigDataError::NoSeparator);
    return BigData{body.first(at), body.sliced(at + 1)};
}

Raw joined(FrameType type, QByteArrayView prefix, QByteArrayView node, QByteArrayView data)
{
    Raw raw;
    raw.bytes.reserve(prefix.size() + node.size() + 1 + data.size());
    raw.bytes.append(prefix).append(node).append(separatorOf(type)).append(data);
    return raw;
}

} // namespace

bool isBigData(FrameType type)
{
    return type == FrameType::BigString || type == FrameType::BigBinary || type == FrameType::BigBinaryStream;
}

std::optional<qint32> announcedLength(QByteArrayView frame)
{
    if (frame.size() < typeSize + lengthSize)
        return std::nullopt;
    return qFromBigEndian<qint32>(frame.data() + typeSize);
}

Expected<BigData, BigDataError> readClientBigData(QByteArrayView frame)
{
    if (frame.size() < smallestClientFrame)
        return unexpected(BigDataError::TooShort);
    const qint32 length = *announcedLength(frame);
    if (length > frame.size())
        return unexpected(BigDataError::Incomplete);
    if (length < frame.size())
        return unexpected(BigDataError::LengthTooSmall);
    const auto type = static_cast<FrameType>(static_cast<quint8>(frame.front()) & 0x7f);
    const QByteArrayView body = frame.sliced(typeSize + lengthSize);
    const qsizetype at = body.indexOf(separatorOf(type));
    if (type != FrameType::BigString)
        return split(body, at);
    const qsizetype zero = (at < 0 ? body : body.first(at)).indexOf('\0');
    return split(body, zero < 0 ? at : zero);
}

Expected<BigData, BigDataError> readServerBigData(FrameType type, const Raw &payload)
{
    const QByteArrayView body(payload.bytes);
    return split(body, body.indexOf(separatorOf(type)));
}

Raw clientBigData(FrameType type, QByteArrayView node, QByteArrayView data)
{
    const qsizetype length = typeSize + lengthSize + node.size() + 1 + data.size();
    Q_ASSERT(length <= std::numeric_limits<qint32>::max());
    const qint32 bigEndian = qToBigEndian(static_cast<qint32>(length));
    return joined(type, QByteArrayView(reinterpret_cast<const char *>(&bigEndian), lengthSize), node, data);
}

Raw serverBigData(FrameType type, QByteArrayView node, QByteArrayView data)
{
    return joined(type, {}, node, data);
}

} // namespace timbre::protocol
