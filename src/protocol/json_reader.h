// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/frame.h"

#include <QByteArrayView>
#include <QString>

#include <bit>
#include <concepts>
#include <cstring>
#include <limits>
#include <optional>

namespace timbre::protocol {

// Pulls values out of one JSON text, front to back, each byte once, without building a tree.
// Validates all it passes over, also what is skipped, so that a text is either read to its end or
// an error; the first error ends the reading: from then on nothing more is found. Bytes that are
// not UTF-8 and lone surrogate escapes are no error, they become U+FFFD one by one, as in Go's
// encoding/json. Lives on the stack of one decode() call and does not own the text.
//
// Why not simdjson's on-demand reader: it does not look into what is skipped, refuses lone
// surrogates and a whole frame for one bad byte, and needs a padded copy; see bench/bench_codec.cpp
// for the times of both.
class JsonReader
{
public:
    // The inside of a string's quotes, as it stands in the text.
    struct Text {
        QByteArrayView raw;
        bool escaped = false; // holds a backslash
        bool ascii = true;

        QString toString() const { return ascii && !escaped ? QString::fromLatin1(raw) : unescaped(); }

    private:
        QString unescaped() const;
    };

    JsonReader(QByteArrayView text, int maxDepth) :
        m_pos(text.data()),
        m_end(text.data() + text.size()),
        m_depthLeft(qBound(1, maxDepth, 256))
    {
    }

    std::optional<DecodeError::Kind> error() const { return m_error; }

    // Ends the reading, unless it has ended already. Always false.
    bool fail(DecodeError::Kind kind = DecodeError::Kind::Syntax)
    {
        if (!m_error)
            m_error = kind;
        m_pos = m_end;
        return false;
    }

    // The first character of the value (or bracket) that comes next; 0 at the end.
    Q_ALWAYS_INLINE char peek()
    {
        skipSpace();
        return m_pos < m_end ? *m_pos : '\0';
    }
    // Nothing but blanks left. Otherwise an error.
    void finish()
    {
        skipSpace();
        if (m_pos != m_end)
            fail(DecodeError::Kind::Syntax);
    }

    // Containers: enter, then next...() until it says no. `first` starts as true and belongs to the
    // loop.
    bool enter(char bracket)
    {
        Q_ASSERT(peek() == bracket);
        if (m_depthLeft == 0)
            return fail(DecodeError::Kind::TooDeep);
        --m_depthLeft;
        ++m_pos;
        Q_UNUSED(bracket)
        return true;
    }
    bool nextKey(bool &first, Text &key)
    {
        if (!nextItem(first, '}'))
            return false;
        return peek() == '"' && readText(key) && peek() == ':' ? (++m_pos, true) : fail();
    }
    bool nextElement(bool &first) { return nextItem(first, ']'); }

    // Each consumes the next value if it is of that kind and returns true; otherwise it consumes
    // nothing and returns false (which can also mean an error).
    Q_ALWAYS_INLINE bool takeNull() { return peek() == 'n' && takeLiteral("null"); }
    bool takeBool(bool &value);
    Q_ALWAYS_INLINE bool takeText(Text &value) { return peek() == '"' && readText(value); }

    // Consumes a number. False if it is none, or no integer, or does not fit: then it is consumed
    // all the same if it was a number. A number with a fraction or exponent counts as an integer if
    // its value is one, up to 2^53.
    template <std::signed_integral I> bool takeInteger(I &value)
    {
        qint64 wide = 0;
        if (!takeWideInteger(wide))
            return false;
        if (wide < std::numeric_limits<I>::min() || wide > std::numeric_limits<I>::max())
            return false;
        value = static_cast<I>(wide);
        return true;
    }
    bool atNumber()
    {
        const char c = peek();
        return c == '-' || (c >= '0' && c <= '9');
    }

    // Passes over one value of any kind.
    void skipValue();

private:
    Q_ALWAYS_INLINE void skipSpace()
    {
        while (m_pos < m_end && (*m_pos == ' ' || *m_pos == '\n' || *m_pos == '\r' || *m_pos == '\t'))
            ++m_pos;
    }
    Q_ALWAYS_INLINE bool nextItem(bool &first, char bracket)
    {
        const char c = peek();
        if (c == bracket) {
            ++m_pos;
            ++m_depthLeft;
            return false;
        }
        if (first) {
            first = false;
            return m_pos < m_end || fail();
        }
        return c == ',' ? (++m_pos, true) : fail();
    }
    bool takeLiteral(std::string_view literal)
    {
        const auto size = static_cast<qptrdiff>(literal.size());
        if (m_end - m_pos < size || std::memcmp(m_pos, literal.data(), literal.size()) != 0)
            return fail();
        m_pos += size;
        return true;
    }
    bool readText(Text &text);
    bool skipEscape();
    bool takeWideInteger(qint64 &value);
    bool scanNumber(bool &plain);

    const char *m_pos;
    const char *m_end;
    int m_depthLeft;
    std::optional<DecodeError::Kind> m_error;
};

inline bool JsonReader::takeBool(bool &value)
{
    const char c = peek();
    if (c != 't' && c != 'f')
        return false;
    value = c == 't';
    return takeLiteral(value ? "true" : "false");
}

inline bool JsonReader::readText(Text &text)
{
    constexpr quint64 ones = 0x0101010101010101;
    constexpr quint64 highs = 0x8080808080808080;
    const char *const start = ++m_pos;
    text.escaped = false;
    quint64 seen = 0;
    for (;;) {
        // Eight bytes at a time up to the first quote, backslash or control character.
        while (m_end - m_pos >= 8) {
            quint64 word;
            std::memcpy(&word, m_pos, 8);
            const quint64 quote = word ^ (ones * '"');
            const quint64 slash = word ^ (ones * '\\');
            quint64 special = ((quote - ones) & ~quote) | ((slash - ones) & ~slash) | ((word - ones * 0x20) & ~word);
            special &= highs;
            if (special == 0) {
                seen |= word;
                m_pos += 8;
                continue;
            }
            if constexpr (std::endian::native == std::endian::little) {
                const int bytes = std::countr_zero(special) / 8;
                seen |= word & ((quint64(1) << (bytes * 8)) - 1);
                m_pos += bytes;
            }
            break;
        }
        while (m_pos < m_end) {
            const auto c = static_cast<unsigned char>(*m_pos);
            if (c == '"' || c == '\\' || c < 0x20)
                break;
            seen |= c;
            ++m_pos;
        }
        if (m_pos == m_end)
            return fail();
        if (*m_pos == '"') {
            text.raw = QByteArrayView(start, m_pos);
            text.ascii = (seen & highs) == 0;
            ++m_pos;
            return true;
        }
        text.escaped = true;
        if (*m_pos != '\\' || !skipEscape())
            return fail();
    }
}

} // namespace timbre::protocol
