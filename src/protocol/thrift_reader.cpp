// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "protocol/thrift_reader.h"

namespace timbre::protocol {

using Kind = DecodeError::Kind;

// Every element is at least a byte, so that a count alone cannot make us work or allocate.
quint64 ThriftReader::checkedCount(quint64 count, quint64 bytesEach)
{
    if (count > left() / bytesEach) {
        fail(Kind::Truncated);
        return 0;
    }
    return count;
}

quint64 ThriftReader::takeListHead(ThriftType &type)
{
    const quint8 head = takeByte();
    type = static_cast<ThriftType>(head & 0xF);
    return checkedCount(head >> 4 == 0xF ? takeVarint() : head >> 4, 1);
}

quint64 ThriftReader::takeMapHead(ThriftType &keyType, ThriftType &type)
{
    const quint64 count = takeVarint();
    if (count == 0)
        return 0;
    const quint8 types = takeByte();
    keyType = static_cast<ThriftType>(types >> 4);
    type = static_cast<ThriftType>(types & 0xF);
    return checkedCount(count, 2);
}

void ThriftReader::skipBytes(quint64 count)
{
    if (count > left())
        return fail(Kind::Truncated);
    m_pos += count;
}

void ThriftReader::skipElements(quint64 count, ThriftType first, ThriftType second)
{
    if (!enter())
        return;
    const auto skipOne = [this](ThriftType type) {
        // Outside of a field's header a boolean is a byte.
        skip(type == ThriftType::True || type == ThriftType::False ? ThriftType::Byte : type);
    };
    for (; count > 0 && !m_error; --count) {
        skipOne(first);
        if (second != ThriftType::Stop)
            skipOne(second);
    }
    leave();
}

// Recursion is bounded by the depth limit.
void ThriftReader::skip(ThriftType type)
{
    ThriftType first = ThriftType::Stop;
    ThriftType second = ThriftType::Stop;
    switch (type) {
    case ThriftType::True:
    case ThriftType::False:
        return;
    case ThriftType::Byte:
        return skipBytes(1);
    case ThriftType::I16:
    case ThriftType::I32:
    case ThriftType::I64:
        takeVarint();
        return;
    case ThriftType::Double:
        return skipBytes(8);
    case ThriftType::Uuid:
        return skipBytes(16);
    case ThriftType::Binary:
        takeBinary();
        return;
    case ThriftType::List:
    case ThriftType::Set:
        if (const quint64 count = takeListHead(first))
            skipElements(count, first, ThriftType::Stop);
        return;
    case ThriftType::Map:
        if (const quint64 count = takeMapHead(first, second)) {
            if (second == ThriftType::Stop)
                return fail(Kind::Syntax);
            skipElements(count, first, second);
        }
        return;
    case ThriftType::Struct: {
        if (!enter())
            return;
        qint64 id = 0;
        for (ThriftType field = takeFieldHead(id); field != ThriftType::Stop; field = takeFieldHead(id))
            skip(field);
        leave();
        return;
    }
    case ThriftType::Stop:
        break;
    }
    fail(Kind::Syntax);
}

} // namespace timbre::protocol
