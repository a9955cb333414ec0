// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

namespace timbre::protocol {

// Appends UTF-8 as tim takes it: each byte that is none becomes U+FFFD, and a leading byte order
// mark, which QString::fromUtf8 drops, is a character like any other.
inline void appendUtf8(QString &out, QByteArrayView bytes)
{
    constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");
    while (bytes.startsWith(byteOrderMark)) {
        out += QChar(QChar::ByteOrderMark);
        bytes = bytes.sliced(byteOrderMark.size());
    }
    if (out.isEmpty())
        out = QString::fromUtf8(bytes);
    else if (!bytes.isEmpty())
        out += QString::fromUtf8(bytes);
}

} // namespace timbre::protocol
