// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "protocol/codec.h"
#include "protocol/field_kinds.h"
#include "protocol/json_reader.h"
#include "protocol/json_writer.h"

#include <type_traits>

namespace timbre::protocol {

namespace {

char lowerAscii(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

// Types and not functions, so that they are inlined, with the size of the field's key as a
// constant.
struct SameFolded {
    bool operator()(QByteArrayView a, std::string_view b) const
    {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                          [](char x, char y) { return lowerAscii(x) == lowerAscii(y); });
    }
};
struct SameExactly {
    Q_ALWAYS_INLINE bool operator()(QByteArrayView a, std::string_view b) const
    {
        return static_cast<std::size_t>(a.size()) == b.size() && std::memcmp(a.data(), b.data(), b.size()) == 0;
    }
};

// Every read() consumes one value whatever it is. False: something in it had the wrong type;
// scalars are then left as they were, containers hold what could be read.
class StructReader
{
public:
    StructReader(JsonReader &in, int maxStructs) : m_in(in), m_structsLeft(maxStructs) { }

    const QByteArray &wrongField() const { return m_wrongField; }

    template <WireStruct T> bool read(T &out)
    {
        if (m_in.peek() != '{' || !m_in.enter('{'))
            return skipWrong();
        if (m_structsLeft-- <= 0)
            return m_in.fail(DecodeError::Kind::TooLarge);
        JsonReader::Text key;
        bool first = true;
        while (m_in.nextKey(first, key)) {
            if (key.escaped || !key.ascii)
                readRareKey(out, key);
            else if (!readField<SameExactly>(out, key.raw) && !readField<SameFolded>(out, key.raw))
                m_in.skipValue();
        }
        return true;
    }

private:
    template <typename Same, WireStruct T> bool readField(T &out, QByteArrayView key)
    {
        static constexpr auto fields = T::fields();
        return std::apply(
            [&](const auto &...field) {
                return ((Same()(key, field.key) && (readMember(out.*(field.member), field.key), true)) || ...);
            },
            fields);
    }

    template <WireStruct T> void readRareKey(T &out, const JsonReader::Text &text)
    {
        // The two letters beyond ASCII that fold to ASCII ones, for Go too.
        QString key = text.toString();
        key.replace(QChar(0x017F), u'S').replace(QChar(0x212A), u'K');
        if (!readField<SameFolded>(out, key.toUtf8()))
            m_in.skipValue();
    }

    template <typename T> void readMember(T &member, std::string_view key)
    {
        // null leaves a required field alone.
        if (!m_in.takeNull() && !read(member))
            noteWrong(key);
    }
    template <typename T> void readMember(std::optional<T> &member, std::string_view key)
    {
        if (m_in.takeNull()) {
            member.reset();
            return;
        }
        bool fits = false;
        if constexpr (isContainer<T>) {
            // A map or struct given twice is merged.
            if (m_in.peek() != (isList<T> ? '[' : '{')) {
                fits = skipWrong();
            } else {
                if (!member || isList<T>)
                    member.emplace();
                fits = read(*member);
            }
        } else {
            T value{};
            fits = read(value);
            if (fits)
                member = std::move(value);
        }
        if (!fits)
            noteWrong(key);
    }

    bool read(bool &out) { return m_in.takeBool(out) || skipWrong(); }

    template <std::signed_integral I> bool read(I &out)
    {
        return m_in.atNumber() ? m_in.takeInteger(out) : skipWrong();
    }

    bool read(QString &out)
    {
        JsonReader::Text text;
        if (!m_in.takeText(text))
            return skipWrong();
        out = text.toString();
        return true;
    }

    bool read(QByteArray &out)
    {
        JsonReader::Text text;
        if (!m_in.takeText(text))
            return skipWrong();
        const QByteArray base64
            = text.escaped ? text.toString().toUtf8() : QByteArray::fromRawData(text.raw.data(), text.raw.size());
        // Qt alone would let missing padding pass.
        if (base64.size() % 4 != 0)
            return false;
        auto decoded = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded)
            return false;
        out = std::move(decoded.decoded);
        return true;
    }

    template <typename T> bool read(QList<T> &out)
    {
        if (m_in.peek() != '[' || !m_in.enter('['))
            return skipWrong();
        bool fits = true;
        bool first = true;
        while (m_in.nextElement(first)) {
            T value{};
            const bool null = m_in.takeNull();
            const bool good = null || read(value);
            fits = fits && good;
            // As in tim, a string that is none stays in its place, empty.
            if (!isContainer<T> || (good && !null))
                out.append(std::move(value));
        }
        return fits;
    }

    template <typename T> bool read(QMap<QString, T> &out)
    {
        if (m_in.peek() != '{' || !m_in.enter('{'))
            return skipWrong();
        bool fits = true;
        bool first = true;
        JsonReader::Text key;
        while (m_in.nextKey(first, key)) {
            T value{};
            const bool null = m_in.takeNull();
            const bool good = null || read(value);
            fits = fits && good;
            if (!isContainer<T> || (good && !null))
                out.insert(key.toString(), std::move(value));
        }
        return fits;
    }

    bool skipWrong()
    {
        m_in.skipValue();
        return false;
    }
    void noteWrong(std::string_view key)
    {
        if (m_wrongField.isEmpty())
            m_wrongField = QByteArray(key.data(), static_cast<qsizetype>(key.size()));
    }

    JsonReader &m_in;
    int m_structsLeft;
    QByteArray m_wrongField;
};

class StructWriter
{
public:
    explicit StructWriter(JsonWriter &out) : m_out(out) { }

    template <WireStruct T> void write(const T &value)
    {
        char separator = '{';
        static constexpr auto fields = T::fields();
        std::apply(
            [&](const auto &...field) {
                const auto writeField = [&](const auto &f) {
                    const auto &member = value.*(f.member);
                    if (!isWritten(member))
                        return;
                    m_out.putKey(separator, f.key);
                    separator = ',';
                    write(member);
                };
                (writeField(field), ...);
            },
            fields);
        close(separator, '{', '}');
    }

private:
    template <typename T> void write(const std::optional<T> &value) { write(*value); }
    void write(bool value) { m_out.putRaw(value ? "true" : "false"); }
    template <std::signed_integral I> void write(I value) { m_out.putInteger(value); }
    void write(const QString &value) { m_out.putString(value); }
    void write(const QByteArray &value) { m_out.putBase64(value); }

    template <typename T> void write(const QList<T> &list)
    {
        char separator = '[';
        for (const T &value : list) {
            m_out.put(std::exchange(separator, ','));
            write(value);
        }
        close(separator, '[', ']');
    }
    template <typename T> void write(const QMap<QString, T> &map)
    {
        char separator = '{';
        for (auto it = map.cbegin(); it != map.cend(); ++it) {
            m_out.put(std::exchange(separator, ','));
            m_out.putString(it.key());
            m_out.put(':');
            write(it.value());
        }
        close(separator, '{', '}');
    }

    // Nothing was written if the separator is still the opening bracket.
    void close(char separator, char opening, char closing)
    {
        if (separator == opening)
            m_out.put(opening);
        m_out.put(closing);
    }

    JsonWriter &m_out;
};

} // namespace

ReadResult readJson(QByteArrayView bytes, Payload &payload, const DecodeLimits &limits)
{
    JsonReader in(bytes, limits.depth);
    StructReader reader(in, limits.structs);
    const bool null = in.takeNull();
    bool isObject = true;
    if (!null) {
        isObject = in.peek() == '{';
        std::visit(
            [&](auto &value) {
                if constexpr (WireStruct<std::decay_t<decltype(value)>>)
                    reader.read(value);
            },
            payload);
    }
    in.finish();
    if (in.error())
        return {in.error(), {}};
    if (null)
        return {DecodeError::Kind::NullPayload, {}};
    return {std::nullopt, isObject ? reader.wrongField() : QByteArrayLiteral("payload")};
}

QByteArray writeJson(QByteArray out, const Payload &payload)
{
    JsonWriter writer(std::move(out));
    std::visit(
        [&](const auto &value) {
            if constexpr (WireStruct<std::decay_t<decltype(value)>>)
                StructWriter(writer).write(value);
        },
        payload);
    return writer.take();
}

} // namespace timbre::protocol
