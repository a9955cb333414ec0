// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/frame.h"
#include "protocol/thrift_type.h"

#include <QByteArrayView>

#include <optional>

namespace timbre::protocol {

// Pulls values out of bytes in Thrift's compact protocol (protocol.md 3.1), front to back, without
// copying. The first error ends the reading: it then stands at the end, takes are 0 or empty and
// loops over counts or fields are to end. Knows lengths, nesting and types, not which fields a
// struct has. Lives on the stack of one decode() call and does not own the bytes.
class ThriftReader
{
public:
    ThriftReader(QByteArrayView bytes, int maxDepth) :
        m_pos(bytes.begin()),
        m_end(bytes.end()),
        m_depthLeft(qBound(1, maxDepth, 256))
    {
    }

    std::optional<DecodeError::Kind> error() const { return m_error; }

    // Ends the reading, unless it has ended already.
    void fail(DecodeError::Kind kind)
    {
        if (!m_error)
            m_error = kind;
        m_pos = m_end;
    }

    // Around the elements of a struct or container. False: nested too deep, which is an error.
    bool enter()
    {
        if (m_depthLeft == 0) {
            fail(DecodeError::Kind::TooDeep);
            return false;
        }
        --m_depthLeft;
        return true;
    }
    void leave() { ++m_depthLeft; }

    quint8 takeByte()
    {
        if (m_pos == m_end) {
            fail(DecodeError::Kind::Truncated);
            return 0;
        }
        return static_cast<quint8>(*m_pos++);
    }
    quint64 takeVarint();
    qint64 takeZigzag() { return unzigzag(takeVarint()); }
    qint32 takeZigzag32() { return static_cast<qint32>(unzigzag(takeVarint() & 0xFFFFFFFF)); }
    QByteArrayView takeBinary();

    // The type of a struct's next field; `id` goes on from the field before and starts as 0. Stop
    // at the end of the struct and after an error.
    ThriftType takeFieldHead(qint64 &id);
    // How many elements follow, at most as many as there are bytes for. 0: nothing follows.
    quint64 takeListHead(ThriftType &type);
    quint64 takeMapHead(ThriftType &keyType, ThriftType &type);

    // Passes over one field's value of any kind.
    void skip(ThriftType type);
    // Passes over what follows a head. `second` is Stop where an element is one value, not a pair.
    void skipElements(quint64 count, ThriftType first, ThriftType second);

private:
    static qint64 unzigzag(quint64 value) { return static_cast<qint64>(value >> 1 ^ (~(value & 1) + 1)); }
    quint64 left() const { return static_cast<quint64>(m_end - m_pos); }
    quint64 checkedCount(quint64 count, quint64 bytesEach);
    void skipBytes(quint64 count);

    const char *m_pos;
    const char *m_end;
    int m_depthLeft;
    std::optional<DecodeError::Kind> m_error;
};

inline quint64 ThriftReader::takeVarint()
{
    quint64 value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
        const quint8 byte = takeByte();
        if (shift < 64)
            value |= quint64(byte & 0x7F) << shift;
        if (!(byte & 0x80))
            return value;
    }
    fail(DecodeError::Kind::Syntax);
    return 0;
}

inline QByteArrayView ThriftReader::takeBinary()
{
    const quint64 size = takeVarint();
    if (size > left()) {
        fail(DecodeError::Kind::Truncated);
        return {};
    }
    const char *const start = m_pos;
    m_pos += size;
    return QByteArrayView(start, m_pos);
}

inline ThriftType ThriftReader::takeFieldHead(qint64 &id)
{
    const quint8 head = takeByte();
    const auto type = static_cast<ThriftType>(head & 0xF);
    if (m_error || type == ThriftType::Stop)
        return ThriftType::Stop;
    const int delta = head >> 4;
    id = delta != 0 ? id + delta : static_cast<qint16>(takeZigzag());
    return type;
}

} // namespace timbre::protocol
