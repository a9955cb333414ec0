// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "protocol/json_writer.h"

#include <QChar>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace timbre::protocol {

namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";

// The ASCII characters that stand for themselves inside a string.
constexpr std::array<bool, 128> plainAscii = [] {
    std::array<bool, 128> plain{};
    for (std::size_t c = 0x20; c < plain.size(); ++c)
        plain[c] = c != '"' && c != '\\' && c != '<' && c != '>' && c != '&';
    return plain;
}();

char *putEscape(char *pos, char16_t unit)
{
    *pos++ = '\\';
    switch (unit) {
    case u'"':
        *pos++ = '"';
        return pos;
    case u'\\':
        *pos++ = '\\';
        return pos;
    case u'\n':
        *pos++ = 'n';
        return pos;
    case u'\r':
        *pos++ = 'r';
        return pos;
    case u'\t':
        *pos++ = 't';
        return pos;
    default:
        break;
    }
    *pos++ = 'u';
    for (int shift = 12; shift >= 0; shift -= 4)
        *pos++ = hexDigits[static_cast<std::size_t>(unit >> shift & 0xF)];
    return pos;
}

char *putContinuation(char *pos, char32_t point, int shift)
{
    *pos = static_cast<char>(0x80 | (point >> shift & 0x3F));
    return pos + 1;
}

char *putUtf8(char *pos, char32_t point)
{
    if (point < 0x800) {
        *pos++ = static_cast<char>(0xC0 | point >> 6);
        return putContinuation(pos, point, 0);
    }
    if (point < 0x10000) {
        *pos++ = static_cast<char>(0xE0 | point >> 12);
    } else {
        *pos++ = static_cast<char>(0xF0 | point >> 18);
        pos = putContinuation(pos, point, 12);
    }
    pos = putContinuation(pos, point, 6);
    return putContinuation(pos, point, 0);
}

} // namespace

JsonWriter::JsonWriter(QByteArray out) : m_out(std::move(out))
{
    const qsizetype used = m_out.size();
    constexpr qsizetype commonFrame = 512;
    m_out.resize(used + commonFrame);
    m_pos = m_out.data() + used;
    m_end = m_out.data() + m_out.size();
}

void JsonWriter::putRaw(std::string_view text)
{
    ensure(static_cast<qsizetype>(text.size()));
    std::memcpy(m_pos, text.data(), text.size());
    m_pos += text.size();
}

void JsonWriter::putInteger(qint64 value)
{
    constexpr qsizetype longest = 20;
    ensure(longest);
    m_pos = std::to_chars(m_pos, m_end, value).ptr;
}

void JsonWriter::putString(QStringView text)
{
    constexpr qsizetype chunk = 1024;
    constexpr qsizetype longestUnit = 6; // a \u escape
    const char16_t *pos = text.utf16();
    const char16_t *const end = pos + text.size();
    put('"');
    while (pos != end) {
        const char16_t *const stop = pos + std::min<qsizetype>(chunk, end - pos);
        // A surrogate pair may reach one unit past `stop`; its four bytes are within the six of its
        // first unit.
        ensure((stop - pos) * longestUnit);
        char *out = m_pos;
        while (pos < stop) {
            const char16_t unit = *pos++;
            if (unit < 0x80) {
                if (plainAscii[unit])
                    *out++ = static_cast<char>(unit);
                else
                    out = putEscape(out, unit);
            } else if (unit == 0x2028 || unit == 0x2029) {
                out = putEscape(out, unit);
            } else if (!QChar::isSurrogate(unit)) {
                out = putUtf8(out, unit);
            } else if (QChar::isHighSurrogate(unit) && pos != end && QChar::isLowSurrogate(*pos)) {
                out = putUtf8(out, QChar::surrogateToUcs4(unit, *pos++));
            } else {
                out = putUtf8(out, QChar::ReplacementCharacter);
            }
        }
        m_pos = out;
    }
    put('"');
}

void JsonWriter::putBase64(const QByteArray &bytes)
{
    const QByteArray text = bytes.toBase64();
    put('"');
    putRaw({text.constData(), static_cast<std::size_t>(text.size())});
    put('"');
}

QByteArray JsonWriter::take()
{
    m_out.truncate(m_pos - m_out.constData());
    return std::move(m_out);
}

void JsonWriter::grow(qsizetype bytes)
{
    const qsizetype used = m_pos - m_out.constData();
    m_out.resize(std::max(used + bytes, m_out.size() * 2));
    m_pos = m_out.data() + used;
    m_end = m_out.data() + m_out.size();
}

} // namespace timbre::protocol
