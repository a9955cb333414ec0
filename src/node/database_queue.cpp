// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

// Database's table `queue`: what waits for an account and is no stored chat message.
#include "node/database.h"

#include <QVariant>

#include <algorithm>

namespace timbre::node {

using namespace Qt::StringLiterals;

namespace {

constexpr int everyOneCounts = 0; // no kind that only the newest is kept of

}

std::optional<int> Database::queueSize(const QString &node)
{
    const auto known = m_queueSizes.constFind(node);
    if (known != m_queueSizes.constEnd())
        return *known;
    QSqlQuery &query = prepared(u"SELECT (SELECT COUNT(*) FROM queue WHERE node = ?)"
                                " + (SELECT COUNT(*) FROM undelivered WHERE node = ?)"_s);
    query.bindValue(0, node);
    query.bindValue(1, node);
    if (!run(query) || !query.next())
        return std::nullopt;
    const int size = query.value(0).toInt();
    query.finish();
    m_queueSizes.insert(node, size);
    return size;
}

void Database::queueGrew(const QString &node, int by)
{
    const auto known = m_queueSizes.find(node);
    if (known != m_queueSizes.end())
        *known += by;
}

std::optional<qint64> Database::lastMessage()
{
    if (m_lastMessage)
        return m_lastMessage;
    QSqlQuery &query = prepared(u"SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'message'), 0)"_s);
    if (!run(query) || !query.next())
        return std::nullopt;
    m_lastMessage = query.value(0).toLongLong();
    query.finish();
    return m_lastMessage;
}

std::optional<qint64> Database::enqueue(const QString &node, const QString &sender, int kind, const QByteArray &message)
{
    QSqlQuery &older = prepared(u"DELETE FROM queue WHERE node = ? AND sender = ? AND kind = ?"_s);
    older.bindValue(0, node);
    older.bindValue(1, sender);
    older.bindValue(2, kind);
    if (!run(older))
        return std::nullopt;
    queueGrew(node, -older.numRowsAffected());
    const auto size = queueSize(node);
    if (!size)
        return std::nullopt;
    if (*size >= queueLimit)
        return 0; // told to whoever is online, not kept
    return insertQueued(node, sender, kind, message);
}

std::optional<qint64> Database::append(const QString &node, const QString &sender, const QByteArray &message)
{
    const auto size = queueSize(node);
    if (!size)
        return std::nullopt;
    if (*size >= queueLimit)
        return 0;
    return insertQueued(node, sender, everyOneCounts, message);
}

std::optional<qint64> Database::insertQueued(const QString &node, const QString &sender, int kind,
                                             const QByteArray &message)
{
    const auto after = lastMessage();
    if (!after)
        return std::nullopt;
    QSqlQuery &query = prepared(u"INSERT INTO queue(node, sender, kind, message, after) VALUES(?, ?, ?, ?, ?)"_s);
    query.bindValue(0, node);
    query.bindValue(1, sender);
    query.bindValue(2, kind);
    query.bindValue(3, message);
    query.bindValue(4, *after);
    if (!run(query))
        return std::nullopt;
    queueGrew(node, 1);
    return query.lastInsertId().toLongLong();
}

std::optional<std::vector<QueuedRow>> Database::queued(const QString &node, const std::vector<qint64> &skip, int limit)
{
    QSqlQuery &query = prepared(u"SELECT row, after, message FROM queue WHERE node = ? ORDER BY row"_s);
    query.bindValue(0, node);
    if (!run(query))
        return std::nullopt;
    std::vector<QueuedRow> rows;
    while (int(rows.size()) < limit && query.next()) {
        const qint64 row = query.value(0).toLongLong();
        if (std::find(skip.begin(), skip.end(), row) == skip.end())
            rows.push_back({row, query.value(1).toLongLong(), query.value(2).toByteArray()});
    }
    query.finish();
    return rows;
}

bool Database::dequeue(const std::vector<qint64> &rows)
{
    QSqlQuery &query = prepared(u"DELETE FROM queue WHERE row = ? RETURNING node"_s);
    for (const qint64 row : rows) {
        query.bindValue(0, row);
        if (!run(query))
            return false;
        if (query.next())
            queueGrew(query.value(0).toString(), -1);
        query.finish();
    }
    return true;
}

} // namespace timbre::node
