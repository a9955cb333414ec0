// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/plain_text.h"

#include <QJsonDocument>

namespace timbre::cli {

using namespace Qt::StringLiterals;

namespace {

bool steers(char16_t c)
{
    return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x061c || (c >= 0x200e && c <= 0x200f)
        || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

QString escaped(char16_t c, bool isJson)
{
    if (!isJson && c == '\n')
        return u"\\n"_s;
    if (!isJson && c == '\t')
        return u"\\t"_s;
    if (!isJson && c <= 0xff)
        return u"\\x%1"_s.arg(uint(c), 2, 16, QLatin1Char('0'));
    return u"\\u%1"_s.arg(uint(c), 4, 16, QLatin1Char('0'));
}

QString withEscapes(QStringView text, bool isJson)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        const bool isPair = QChar::isHighSurrogate(c) && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (isPair) {
            out += text.mid(i++, 2);
        } else if (steers(c) || QChar::isSurrogate(c)) {
            out += escaped(c, isJson);
        } else if (c == '\\' && !isJson) {
            out += u"\\\\"_s;
        } else {
            out += QChar(c);
        }
    }
    return out;
}

} // namespace

QString plainText(QStringView text)
{
    return withEscapes(text, false);
}

QByteArray plainJson(const QJsonObject &object)
{
    const QByteArray compact = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return withEscapes(QString::fromUtf8(compact), true).toUtf8();
}

} // namespace timbre::cli
