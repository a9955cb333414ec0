// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QStringView>

#include <cstring>
#include <string_view>

namespace timbre::protocol {

// Writes JSON text in the shape of Go's encoding/json: no blanks, '<', '>', '&', U+2028 and U+2029
// as \u escapes. Only text and numbers; brackets and commas are the caller's. Lives on the stack of
// one encode() call.
class JsonWriter
{
public:
    // Starts behind the bytes that `out` already holds.
    explicit JsonWriter(QByteArray out);

    void put(char c)
    {
        ensure(1);
        *m_pos++ = c;
    }
    // separator "key" : for keys that need no escaping
    void putKey(char separator, std::string_view key)
    {
        ensure(static_cast<qsizetype>(key.size()) + 4);
        *m_pos++ = separator;
        *m_pos++ = '"';
        std::memcpy(m_pos, key.data(), key.size());
        m_pos += key.size();
        *m_pos++ = '"';
        *m_pos++ = ':';
    }
    void putRaw(std::string_view text);
    void putInteger(qint64 value);
    // With its quotes. Surrogates without their other half are written as U+FFFD.
    void putString(QStringView text);
    void putBase64(const QByteArray &bytes);

    QByteArray take();

private:
    void ensure(qsizetype bytes)
    {
        if (m_end - m_pos < bytes)
            grow(bytes);
    }
    void grow(qsizetype bytes);

    QByteArray m_out;
    char *m_pos = nullptr;
    char *m_end = nullptr;
};

} // namespace timbre::protocol
