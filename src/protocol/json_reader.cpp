// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "protocol/json_reader.h"

#include "protocol/utf8.h"

#include <charconv>
#include <cmath>

namespace timbre::protocol {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

char16_t hexUnit(const char *digits)
{
    int unit = 0;
    for (int i = 0; i < 4; ++i)
        unit = unit << 4 | hexValue(digits[i]);
    return static_cast<char16_t>(unit);
}

} // namespace

// `raw` has passed readText(): every escape in it is complete.
QString JsonReader::Text::unescaped() const
{
    QString out;
    out.reserve(raw.size());
    const char *pos = raw.begin();
    while (pos != raw.end()) {
        const auto *slash
            = static_cast<const char *>(std::memchr(pos, '\\', static_cast<std::size_t>(raw.end() - pos)));
        if (!slash)
            slash = raw.end();
        if (slash != pos)
            appendUtf8(out, QByteArrayView(pos, slash));
        if (slash == raw.end())
            break;
        pos = slash + 2;
        switch (slash[1]) {
        case 'b':
            out += u'\b';
            continue;
        case 'f':
            out += u'\f';
            continue;
        case 'n':
            out += u'\n';
            continue;
        case 'r':
            out += u'\r';
            continue;
        case 't':
            out += u'\t';
            continue;
        case 'u':
            break;
        default:
            out += QLatin1Char(slash[1]);
            continue;
        }
        const char16_t unit = hexUnit(pos);
        pos += 4;
        if (!QChar::isSurrogate(unit)) {
            out += QChar(unit);
            continue;
        }
        const bool pair = QChar::isHighSurrogate(unit) && raw.end() - pos >= 6 && pos[0] == '\\' && pos[1] == 'u'
            && QChar::isLowSurrogate(hexUnit(pos + 2));
        if (pair) {
            out += QChar(unit);
            out += QChar(hexUnit(pos + 2));
            pos += 6;
        } else {
            out += QChar(QChar::ReplacementCharacter);
        }
    }
    return out;
}

// At a backslash.
bool JsonReader::skipEscape()
{
    if (m_end - m_pos < 2)
        return fail();
    const char c = m_pos[1];
    m_pos += 2;
    if (c != 'u')
        return (c != '\0' && std::strchr("\"\\/bfnrt", c)) || fail();
    if (m_end - m_pos < 4)
        return fail();
    for (int i = 0; i < 4; ++i) {
        if (hexValue(*m_pos++) < 0)
            return fail();
    }
    return true;
}

// Passes over a number and says whether it has neither fraction nor exponent.
bool JsonReader::scanNumber(bool &plain)
{
    const auto digits = [this] {
        const char *const start = m_pos;
        while (m_pos < m_end && isDigit(*m_pos))
            ++m_pos;
        return m_pos != start;
    };
    plain = true;
    if (*m_pos == '-')
        ++m_pos;
    if (m_pos < m_end && *m_pos == '0')
        ++m_pos;
    else if (!digits())
        return fail();
    if (m_pos < m_end && *m_pos == '.') {
        plain = false;
        ++m_pos;
        if (!digits())
            return fail();
    }
    if (m_pos < m_end && (*m_pos | 0x20) == 'e') {
        plain = false;
        ++m_pos;
        if (m_pos < m_end && (*m_pos == '+' || *m_pos == '-'))
            ++m_pos;
        if (!digits())
            return fail();
    }
    return true;
}

bool JsonReader::takeWideInteger(qint64 &value)
{
    if (!atNumber())
        return false;
    const char *const start = m_pos;
    bool plain = false;
    if (!scanNumber(plain))
        return false;
    if (plain)
        return std::from_chars(start, m_pos, value).ec == std::errc();
    double number = 0;
    if (std::from_chars(start, m_pos, number).ec != std::errc())
        return false;
    constexpr double exact = 9007199254740992.0; // 2^53
    if (std::abs(number) > exact || std::trunc(number) != number)
        return false;
    value = static_cast<qint64>(number);
    return true;
}

// Recursion is bounded by the depth limit.
void JsonReader::skipValue()
{
    Text text;
    bool first = true;
    bool truth = false;
    bool plain = false;
    switch (peek()) {
    case '{':
        if (!enter('{'))
            return;
        while (nextKey(first, text))
            skipValue();
        return;
    case '[':
        if (!enter('['))
            return;
        while (nextElement(first))
            skipValue();
        return;
    case '"':
        takeText(text);
        return;
    case 'n':
        takeNull();
        return;
    case 't':
    case 'f':
        takeBool(truth);
        return;
    default:
        if (atNumber())
            scanNumber(plain);
        else
            fail();
    }
}

} // namespace timbre::protocol
