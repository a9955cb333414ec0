// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QString>

namespace timbre::cli {

// Turns what servers say into words that are the same on every server and in every run: names for nodes, <m1> for the
// message a script calls m1, <time> for times. Owned by the player.
class Transcript
{
public:
    // Account names begin with this, and it is taken away everywhere.
    explicit Transcript(QString prefix) : m_prefix(std::move(prefix)) { }

    void nameNode(const QString &node, const QString &word) { m_nodes.insert(node, word); }
    // Rooms and users count their messages apart.
    void nameMessage(const QString &mid, bool isInRoom, const QString &word);

    QJsonObject normalised(const QJsonObject &record) const;

private:
    QString normalisedValue(const QString &key, const QString &value, bool isInRoom) const;

    QString m_prefix;
    QHash<QString, QString> m_nodes;
    QHash<QString, QString> m_messages;
};

// "message from=bob text=\"How are you?\"": the event first, then the rest by name.
QString recordLine(const QJsonObject &record);

} // namespace timbre::cli
