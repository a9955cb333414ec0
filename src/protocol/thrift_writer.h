// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/thrift_type.h"

#include <QByteArray>

namespace timbre::protocol {

// Writes heads and scalars of Thrift's compact protocol (protocol.md 3.1) behind what `out` already
// holds; that every head is followed by as many values as it says is the caller's. Lives on the
// stack of one encode() call.
class ThriftWriter
{
public:
    explicit ThriftWriter(QByteArray &out) : m_out(out) { }

    // `last` is the id of the struct's field before, 0 if there is none.
    void putFieldHead(int last, int id, ThriftType type)
    {
        const int delta = id - last;
        const bool isShort = delta > 0 && delta < 16;
        putByte((isShort ? delta << 4 : 0) | static_cast<int>(type));
        if (!isShort)
            putZigzag(id);
    }
    void putStop() { putByte(static_cast<int>(ThriftType::Stop)); }
    void putListHead(qsizetype size, ThriftType type)
    {
        constexpr int longList = 15;
        const int head = static_cast<int>(qMin(size, qsizetype(longList))) << 4;
        putByte(head | static_cast<int>(type));
        if (size >= longList)
            putVarint(static_cast<quint64>(size));
    }
    void putMapHead(qsizetype size, ThriftType keyType, ThriftType type)
    {
        putVarint(static_cast<quint64>(size));
        if (size != 0)
            putByte(static_cast<int>(keyType) << 4 | static_cast<int>(type));
    }

    void putByte(int byte) { m_out.append(static_cast<char>(byte)); }
    void putZigzag(qint64 value) { putVarint(static_cast<quint64>(value) << 1 ^ static_cast<quint64>(value >> 63)); }
    void putBinary(const QByteArray &value)
    {
        putVarint(static_cast<quint64>(value.size()));
        m_out.append(value);
    }

private:
    void putVarint(quint64 value)
    {
        for (; value > 0x7F; value >>= 7)
            putByte(static_cast<int>(value & 0x7F) | 0x80);
        putByte(static_cast<int>(value));
    }

    QByteArray &m_out;
};

} // namespace timbre::protocol
