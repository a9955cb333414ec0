// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/transcript.h"

namespace timbre::cli {

using namespace Qt::StringLiterals;

namespace {

QString messageKey(const QString &mid, bool isInRoom)
{
    return (isInRoom ? u'r' : u'u') + mid;
}

QString valueWord(const QJsonValue &value)
{
    const QString text = value.isString() ? value.toString() : value.toVariant().toString();
    if (!text.isEmpty() && !text.contains(u' ') && !text.contains(u'"'))
        return text;
    return u'"' + text + u'"';
}

} // namespace

void Transcript::nameMessage(const QString &mid, bool isInRoom, const QString &word)
{
    m_messages.insert(messageKey(mid, isInRoom), word);
}

QJsonObject Transcript::normalised(const QJsonObject &record) const
{
    const bool isInRoom = record.contains("room"_L1);
    QJsonObject out;
    for (auto it = record.begin(); it != record.end(); ++it) {
        if (it.key() == "device"_L1)
            continue; // fresh in every run
        const QJsonValue value = it.value();
        out.insert(it.key(), value.isString() ? normalisedValue(it.key(), value.toString(), isInRoom) : value);
    }
    return out;
}

QString Transcript::normalisedValue(const QString &key, const QString &value, bool isInRoom) const
{
    if (key == "time"_L1 || key == "since"_L1 || key == "until"_L1)
        return u"<time>"_s;
    if (key == "mid"_L1)
        return m_messages.value(messageKey(value, isInRoom), u"<mid>"_s);
    const auto node = m_nodes.constFind(value);
    if (node != m_nodes.constEnd())
        return *node;
    QString text = value;
    return text.remove(m_prefix);
}

QString recordLine(const QJsonObject &record)
{
    QString line = record.value("event"_L1).toString();
    for (auto it = record.begin(); it != record.end(); ++it) {
        if (it.key() != "event"_L1)
            line += u' ' + it.key() + u'=' + valueWord(*it);
    }
    return line.trimmed();
}

} // namespace timbre::cli
