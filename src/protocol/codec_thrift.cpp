// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "protocol/codec.h"
#include "protocol/field_kinds.h"
#include "protocol/utf8.h"

#include <cstring>
#include <type_traits>

// Thrift's compact protocol for bare structs: protocol.md 3.1.
namespace timbre::protocol
{

namespace
{

using Kind = DecodeError::Kind;

// The types of the encoding. A boolean field has its value in its type.
enum class Wire : quint8 {
    Stop = 0,
    True = 1,
    False = 2,
    Byte = 3,
    I16 = 4,
    I32 = 5,
    I64 = 6,
    Double = 7,
    Binary = 8,
    List = 9,
    Set = 10,
    Map = 11,
    Struct = 12,
    Uuid = 13,
};

template <typename T> constexpr Wire wireOf()
{
    if constexpr (std::is_same_v<T, bool>)
        return Wire::True;
    else if constexpr (std::is_same_v<T, qint8>)
        return Wire::Byte;
    else if constexpr (std::is_same_v<T, qint16>)
        return Wire::I16;
    else if constexpr (std::is_same_v<T, qint32>)
        return Wire::I32;
    else if constexpr (std::is_same_v<T, qint64>)
        return Wire::I64;
    else if constexpr (isList<T>)
        return Wire::List;
    else if constexpr (isMap<T>)
        return Wire::Map;
    else if constexpr (WireStruct<T>)
        return Wire::Struct;
    else
        return Wire::Binary;
}

quint64 zigzag(qint64 value)
{
    return static_cast<quint64>(value) << 1 ^ static_cast<quint64>(value >> 63);
}

qint64 unzigzag(quint64 value)
{
    return static_cast<qint64>(value >> 1 ^ (~(value & 1) + 1));
}

// After the first error nothing more is read: m_pos stands at the end.
class ThriftReader
{
public:
    ThriftReader(QByteArrayView bytes, const DecodeLimits &limits)
        : m_pos(bytes.begin()), m_end(bytes.end()), m_depthLeft(qBound(1, limits.depth, 256)),
          m_structsLeft(limits.structs)
    {
    }

    std::optional<Kind> error() const { return m_error; }
    const QByteArray &wrongField() const { return m_wrongField; }

    template <WireStruct T> void read(T &out)
    {
        if (m_structsLeft-- <= 0)
            return fail(Kind::TooLarge);
        if (!enter())
            return;
        qint64 id = 0;
        for (Wire type = takeHeader(id); type != Wire::Stop; type = takeHeader(id)) {
            static constexpr auto fields = T::fields();
            const bool known = std::apply(
                [&](const auto &...field) {
                    return (
                        (field.id == id && (readMember(out.*(field.member), type, field.key), true))
                        || ...);
                },
                fields);
            if (!known)
                skip(type);
        }
        leave();
    }

private:
    template <typename T> static bool fits(Wire type)
    {
        return type == wireOf<T>() || (std::is_same_v<T, bool> && type == Wire::False);
    }
    template <typename T> void readMember(T &member, Wire type, std::string_view key)
    {
        if (!fits<T>(type)) {
            skip(type);
            return noteWrong(key);
        }
        if constexpr (std::is_same_v<T, bool>)
            member = type == Wire::True;
        else if (!readValue(member))
            noteWrong(key);
    }
    template <typename T> void readMember(std::optional<T> &member, Wire type, std::string_view key)
    {
        if (fits<T>(type)) {
            readMember(member.emplace(), type, key);
        } else {
            skip(type);
            noteWrong(key);
        }
    }

    // False: the elements of a container have the wrong type and were skipped.
    template <std::signed_integral I> bool readValue(I &out)
    {
        // Out of range wraps, as in tim.
        if constexpr (sizeof(I) == 1)
            out = static_cast<I>(takeByte());
        else if constexpr (sizeof(I) == 8)
            out = unzigzag(takeVarint());
        else
            out = static_cast<I>(unzigzag(takeVarint() & 0xFFFFFFFF));
        return true;
    }
    bool readValue(QByteArray &out)
    {
        out = takeBinary().toByteArray();
        return true;
    }
    bool readValue(QString &out)
    {
        out.clear();
        appendUtf8(out, takeBinary());
        return true;
    }
    template <WireStruct T> bool readValue(T &out)
    {
        out = T();
        read(out);
        return true;
    }
    template <typename T> bool readValue(QList<T> &out)
    {
        out.clear();
        Wire type = Wire::Stop;
        quint64 count = takeListHead(type);
        if (count == 0)
            return true;
        if (type != wireOf<T>()) {
            skipElements(count, type, Wire::Stop);
            return false;
        }
        if (!enter())
            return true;
        for (; count > 0 && !m_error; --count) {
            T value{};
            readValue(value);
            out.append(std::move(value));
        }
        leave();
        return true;
    }
    template <typename T> bool readValue(QMap<QString, T> &out)
    {
        out.clear();
        Wire keyType = Wire::Stop;
        Wire type = Wire::Stop;
        quint64 count = takeMapHead(keyType, type);
        if (count == 0)
            return true;
        if (keyType != Wire::Binary || type != wireOf<T>()) {
            skipElements(count, keyType, type);
            return false;
        }
        if (!enter())
            return true;
        for (; count > 0 && !m_error; --count) {
            QString key;
            T value{};
            readValue(key);
            readValue(value);
            out.insert(key, std::move(value));
        }
        leave();
        return true;
    }

    void fail(Kind kind)
    {
        if (!m_error)
            m_error = kind;
        m_pos = m_end;
    }
    bool enter()
    {
        if (m_depthLeft == 0) {
            fail(Kind::TooDeep);
            return false;
        }
        --m_depthLeft;
        return true;
    }
    void leave() { ++m_depthLeft; }
    void noteWrong(std::string_view key)
    {
        if (m_wrongField.isEmpty())
            m_wrongField = QByteArray(key.data(), static_cast<qsizetype>(key.size()));
    }

    quint64 left() const { return static_cast<quint64>(m_end - m_pos); }
    quint8 takeByte()
    {
        if (m_pos == m_end) {
            fail(Kind::Truncated);
            return 0;
        }
        return static_cast<quint8>(*m_pos++);
    }
    quint64 takeVarint()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            const quint8 byte = takeByte();
            if (shift < 64)
                value |= quint64(byte & 0x7F) << shift;
            if (!(byte & 0x80))
                return value;
        }
        fail(Kind::Syntax);
        return 0;
    }
    QByteArrayView takeBinary()
    {
        const quint64 size = takeVarint();
        if (size > left()) {
            fail(Kind::Truncated);
            return {};
        }
        const char *const start = m_pos;
        m_pos += size;
        return QByteArrayView(start, m_pos);
    }
    Wire takeHeader(qint64 &id)
    {
        const quint8 head = takeByte();
        const Wire type = static_cast<Wire>(head & 0xF);
        if (m_error || type == Wire::Stop)
            return Wire::Stop;
        const int delta = head >> 4;
        id = delta != 0 ? id + delta : static_cast<qint16>(unzigzag(takeVarint()));
        return type;
    }
    // Every element is at least a byte, so that a count alone cannot make us work or allocate.
    quint64 checkedCount(quint64 count, quint64 bytesEach)
    {
        if (count > left() / bytesEach) {
            fail(Kind::Truncated);
            return 0;
        }
        return count;
    }
    quint64 takeListHead(Wire &type)
    {
        const quint8 head = takeByte();
        type = static_cast<Wire>(head & 0xF);
        return checkedCount(head >> 4 == 0xF ? takeVarint() : head >> 4, 1);
    }
    quint64 takeMapHead(Wire &keyType, Wire &type)
    {
        const quint64 count = takeVarint();
        if (count == 0)
            return 0;
        const quint8 types = takeByte();
        keyType = static_cast<Wire>(types >> 4);
        type = static_cast<Wire>(types & 0xF);
        return checkedCount(count, 2);
    }

    void skipBytes(quint64 count)
    {
        if (count > left())
            return fail(Kind::Truncated);
        m_pos += count;
    }
    // `second` is Stop where an element is one value and not a pair.
    void skipElements(quint64 count, Wire first, Wire second)
    {
        if (!enter())
            return;
        const auto skipOne = [this](Wire type) {
            // Outside of a field's header a boolean is a byte.
            skip(type == Wire::True || type == Wire::False ? Wire::Byte : type);
        };
        for (; count > 0 && !m_error; --count) {
            skipOne(first);
            if (second != Wire::Stop)
                skipOne(second);
        }
        leave();
    }
    // Recursion is bounded by the depth limit.
    void skip(Wire type)
    {
        Wire first = Wire::Stop;
        Wire second = Wire::Stop;
        switch (type) {
        case Wire::True:
        case Wire::False:
            return;
        case Wire::Byte:
            return skipBytes(1);
        case Wire::I16:
        case Wire::I32:
        case Wire::I64:
            takeVarint();
            return;
        case Wire::Double:
            return skipBytes(8);
        case Wire::Uuid:
            return skipBytes(16);
        case Wire::Binary:
            takeBinary();
            return;
        case Wire::List:
        case Wire::Set:
            if (const quint64 count = takeListHead(first))
                skipElements(count, first, Wire::Stop);
            return;
        case Wire::Map:
            if (const quint64 count = takeMapHead(first, second)) {
                if (second == Wire::Stop)
                    return fail(Kind::Syntax);
                skipElements(count, first, second);
            }
            return;
        case Wire::Struct: {
            if (!enter())
                return;
            qint64 id = 0;
            for (Wire field = takeHeader(id); field != Wire::Stop; field = takeHeader(id))
                skip(field);
            leave();
            return;
        }
        case Wire::Stop:
            break;
        }
        fail(Kind::Syntax);
    }

    const char *m_pos;
    const char *m_end;
    int m_depthLeft;
    int m_structsLeft;
    std::optional<Kind> m_error;
    QByteArray m_wrongField;
};

class ThriftWriter
{
public:
    explicit ThriftWriter(QByteArray &out) : m_out(out) { }

    template <WireStruct T> void write(const T &value)
    {
        int last = 0;
        forEachField<T>([&](const auto &field) {
            const auto &member = value.*(field.member);
            if (!isWritten(member))
                return;
            writeField(field.id - last, field.id, member);
            last = field.id;
        });
        put(0);
    }

private:
    template <typename T> void writeField(int delta, int id, const std::optional<T> &member)
    {
        writeField(delta, id, *member);
    }
    template <typename T> void writeField(int delta, int id, const T &member)
    {
        Wire type = wireOf<T>();
        if constexpr (std::is_same_v<T, bool>)
            type = member ? Wire::True : Wire::False;
        const bool isShort = delta > 0 && delta < 16;
        put((isShort ? delta << 4 : 0) | static_cast<int>(type));
        if (!isShort)
            putVarint(zigzag(id));
        if constexpr (!std::is_same_v<T, bool>)
            write(member);
    }

    template <std::signed_integral I> void write(I value)
    {
        if constexpr (sizeof(I) == 1)
            put(value);
        else
            putVarint(zigzag(value));
    }
    void write(const QByteArray &value)
    {
        putVarint(static_cast<quint64>(value.size()));
        m_out.append(value);
    }
    void write(const QString &value) { write(value.toUtf8()); }
    template <typename T> void write(const QList<T> &list)
    {
        constexpr int longList = 15;
        const int head = static_cast<int>(qMin(list.size(), qsizetype(longList))) << 4;
        put(head | static_cast<int>(wireOf<T>()));
        if (list.size() >= longList)
            putVarint(static_cast<quint64>(list.size()));
        for (const T &value : list)
            write(value);
    }
    template <typename T> void write(const QMap<QString, T> &map)
    {
        putVarint(static_cast<quint64>(map.size()));
        if (!map.isEmpty())
            put(static_cast<int>(Wire::Binary) << 4 | static_cast<int>(wireOf<T>()));
        for (auto it = map.cbegin(); it != map.cend(); ++it) {
            write(it.key());
            write(it.value());
        }
    }

    void put(int byte) { m_out.append(static_cast<char>(byte)); }
    void putVarint(quint64 value)
    {
        for (; value > 0x7F; value >>= 7)
            put(static_cast<int>(value & 0x7F) | 0x80);
        put(static_cast<int>(value));
    }

    QByteArray &m_out;
};

} // namespace

ReadResult readThrift(QByteArrayView bytes, Payload &payload, const DecodeLimits &limits)
{
    ThriftReader reader(bytes, limits);
    std::visit(
        [&](auto &value) {
            if constexpr (WireStruct<std::decay_t<decltype(value)>>)
                reader.read(value);
        },
        payload);
    // What follows the struct is ignored, as by tim.
    return {reader.error(), reader.wrongField()};
}

QByteArray writeThrift(QByteArray out, const Payload &payload)
{
    std::visit(
        [&](const auto &value) {
            if constexpr (WireStruct<std::decay_t<decltype(value)>>)
                ThriftWriter(out).write(value);
        },
        payload);
    return out;
}

} // namespace timbre::protocol
