// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "protocol/codec.h"
#include "protocol/field_kinds.h"
#include "protocol/thrift_reader.h"
#include "protocol/thrift_writer.h"
#include "protocol/utf8.h"

#include <type_traits>

// Thrift's compact protocol for bare structs: protocol.md 3.1.
namespace timbre::protocol {

namespace {

template <typename T> constexpr ThriftType typeOf()
{
    if constexpr (std::is_same_v<T, bool>)
        return ThriftType::True;
    else if constexpr (std::is_same_v<T, qint8>)
        return ThriftType::Byte;
    else if constexpr (std::is_same_v<T, qint16>)
        return ThriftType::I16;
    else if constexpr (std::is_same_v<T, qint32>)
        return ThriftType::I32;
    else if constexpr (std::is_same_v<T, qint64>)
        return ThriftType::I64;
    else if constexpr (isList<T>)
        return ThriftType::List;
    else if constexpr (isMap<T>)
        return ThriftType::Map;
    else if constexpr (WireStruct<T>)
        return ThriftType::Struct;
    else
        return ThriftType::Binary;
}

// Every read() consumes one value of the type that was announced for it. False: the elements of a
// container have the wrong type and were skipped.
class StructReader
{
public:
    StructReader(ThriftReader &in, int maxStructs) : m_in(in), m_structsLeft(maxStructs) { }

    const QByteArray &wrongField() const { return m_wrongField; }

    template <WireStruct T> bool read(T &out)
    {
        if (m_structsLeft-- <= 0) {
            m_in.fail(DecodeError::Kind::TooLarge);
            return true;
        }
        if (!m_in.enter())
            return true;
        qint64 id = 0;
        for (ThriftType type = m_in.takeFieldHead(id); type != ThriftType::Stop; type = m_in.takeFieldHead(id)) {
            static constexpr auto fields = T::fields();
            const bool known = std::apply(
                [&](const auto &...field) {
                    return ((field.id == id && (readMember(out.*(field.member), type, field.key), true)) || ...);
                },
                fields);
            if (!known)
                m_in.skip(type);
        }
        m_in.leave();
        return true;
    }

private:
    template <typename T> static bool fits(ThriftType type)
    {
        return type == typeOf<T>() || (std::is_same_v<T, bool> && type == ThriftType::False);
    }
    template <typename T> void readMember(T &member, ThriftType type, std::string_view key)
    {
        if (!fits<T>(type)) {
            m_in.skip(type);
            return noteWrong(key);
        }
        if constexpr (std::is_same_v<T, bool>)
            member = type == ThriftType::True;
        else if (!readAnew(member))
            noteWrong(key);
    }
    template <typename T> void readMember(std::optional<T> &member, ThriftType type, std::string_view key)
    {
        if (fits<T>(type)) {
            readMember(member.emplace(), type, key);
        } else {
            m_in.skip(type);
            noteWrong(key);
        }
    }
    // A struct given twice is the second one.
    template <typename T> bool readAnew(T &out)
    {
        if constexpr (WireStruct<T>)
            out = T();
        return read(out);
    }

    template <std::signed_integral I> bool read(I &out)
    {
        // Out of range wraps, as in tim.
        if constexpr (sizeof(I) == 1)
            out = static_cast<I>(m_in.takeByte());
        else if constexpr (sizeof(I) == 8)
            out = m_in.takeZigzag();
        else
            out = static_cast<I>(m_in.takeZigzag32());
        return true;
    }
    bool read(QByteArray &out)
    {
        out = m_in.takeBinary().toByteArray();
        return true;
    }
    bool read(QString &out)
    {
        out.clear();
        appendUtf8(out, m_in.takeBinary());
        return true;
    }
    template <typename T> bool read(QList<T> &out)
    {
        out.clear();
        ThriftType type = ThriftType::Stop;
        quint64 count = m_in.takeListHead(type);
        if (count == 0)
            return true;
        if (type != typeOf<T>()) {
            m_in.skipElements(count, type, ThriftType::Stop);
            return false;
        }
        if (!m_in.enter())
            return true;
        for (; count > 0 && !m_in.error(); --count) {
            T value{};
            read(value);
            out.append(std::move(value));
        }
        m_in.leave();
        return true;
    }
    template <typename T> bool read(QMap<QString, T> &out)
    {
        out.clear();
        ThriftType keyType = ThriftType::Stop;
        ThriftType type = ThriftType::Stop;
        quint64 count = m_in.takeMapHead(keyType, type);
        if (count == 0)
            return true;
        if (keyType != ThriftType::Binary || type != typeOf<T>()) {
            m_in.skipElements(count, keyType, type);
            return false;
        }
        if (!m_in.enter())
            return true;
        for (; count > 0 && !m_in.error(); --count) {
            QString key;
            T value{};
            read(key);
            read(value);
            out.insert(key, std::move(value));
        }
        m_in.leave();
        return true;
    }

    void noteWrong(std::string_view key)
    {
        if (m_wrongField.isEmpty())
            m_wrongField = QByteArray(key.data(), static_cast<qsizetype>(key.size()));
    }

    ThriftReader &m_in;
    int m_structsLeft;
    QByteArray m_wrongField;
};

class StructWriter
{
public:
    explicit StructWriter(ThriftWriter &out) : m_out(out) { }

    template <WireStruct T> void write(const T &value)
    {
        int last = 0;
        forEachField<T>([&](const auto &field) {
            const auto &member = value.*(field.member);
            if (!isWritten(member))
                return;
            writeField(last, field.id, member);
            last = field.id;
        });
        m_out.putStop();
    }

private:
    template <typename T> void writeField(int last, int id, const std::optional<T> &member)
    {
        writeField(last, id, *member);
    }
    template <typename T> void writeField(int last, int id, const T &member)
    {
        m_out.putFieldHead(last, id, typeOf<T>());
        write(member);
    }
    void writeField(int last, int id, bool member)
    {
        m_out.putFieldHead(last, id, member ? ThriftType::True : ThriftType::False);
    }

    template <std::signed_integral I> void write(I value)
    {
        if constexpr (sizeof(I) == 1)
            m_out.putByte(value);
        else
            m_out.putZigzag(value);
    }
    void write(const QByteArray &value) { m_out.putBinary(value); }
    void write(const QString &value) { m_out.putBinary(value.toUtf8()); }
    template <typename T> void write(const QList<T> &list)
    {
        m_out.putListHead(list.size(), typeOf<T>());
        for (const T &value : list)
            write(value);
    }
    template <typename T> void write(const QMap<QString, T> &map)
    {
        m_out.putMapHead(map.size(), ThriftType::Binary, typeOf<T>());
        for (auto it = map.cbegin(); it != map.cend(); ++it) {
            write(it.key());
            write(it.value());
        }
    }

    ThriftWriter &m_out;
};

} // namespace

ReadResult readThrift(QByteArrayView bytes, Payload &payload, const DecodeLimits &limits)
{
    ThriftReader in(bytes, limits.depth);
    StructReader reader(in, limits.structs);
    std::visit(
        [&](auto &value) {
            if constexpr (WireStruct<std::decay_t<decltype(value)>>)
                reader.read(value);
        },
        payload);
    // What follows the struct is ignored, as by tim.
    return {in.error(), reader.wrongField()};
}

QByteArray writeThrift(QByteArray out, const Payload &payload)
{
    ThriftWriter writer(out);
    std::visit(
        [&](const auto &value) {
            if constexpr (WireStruct<std::decay_t<decltype(value)>>)
                StructWriter(writer).write(value);
        },
        payload);
    return out;
}

} // namespace timbre::protocol
