// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/message_store.h"

#include <QVariant>

#include <algorithm>
#include <limits>

namespace timbre::node {

using namespace Qt::StringLiterals;

QStringList messageSchema()
{
    return {
        // The index on `chat` holds the mids in order as well, as every index does.
        u"CREATE TABLE message(mid INTEGER PRIMARY KEY AUTOINCREMENT, chat TEXT NOT NULL, sender TEXT NOT NULL,"
        " time INTEGER NOT NULL, body BLOB NOT NULL)"_s,
        u"CREATE INDEX message_chat ON message(chat)"_s,
        u"CREATE INDEX message_time ON message(chat, time)"_s,
        u"CREATE TABLE undelivered(node TEXT NOT NULL, mid INTEGER NOT NULL, PRIMARY KEY(node, mid)) WITHOUT ROWID"_s,
        // Which message was the newest when the row came: both queues have one order.
        u"ALTER TABLE queue ADD COLUMN after INTEGER NOT NULL DEFAULT 0"_s,
    };
}

QString chatOfPair(const QString &a, const QString &b)
{
    return a < b ? a + u' ' + b : b + u' ' + a;
}

QString chatOfRoom(const QString &room)
{
    return room;
}

std::optional<qint64> MessageStore::add(const NewMessage &message)
{
    QSqlQuery &query = m_database.prepared(u"INSERT INTO message(chat, sender, time, body) VALUES(?, ?, ?, ?)"_s);
    query.bindValue(0, message.chat);
    query.bindValue(1, message.sender);
    query.bindValue(2, message.time);
    query.bindValue(3, message.body);
    if (!m_database.run(query))
        return std::nullopt;
    const qint64 mid = query.lastInsertId().toLongLong();
    m_database.setLastMessage(mid);
    return mid;
}

bool MessageStore::await(const QString &node, qint64 mid)
{
    const auto size = m_database.queueSize(node);
    if (!size || *size >= Database::queueLimit)
        return false;
    QSqlQuery &query = m_database.prepared(u"INSERT INTO undelivered(node, mid) VALUES(?, ?)"_s);
    query.bindValue(0, node);
    query.bindValue(1, mid);
    if (!m_database.run(query))
        return false;
    m_database.queueGrew(node, 1);
    return true;
}

bool MessageStore::delivered(const QString &node, qint64 mid)
{
    QSqlQuery &query = m_database.prepared(u"DELETE FROM undelivered WHERE node = ? AND mid = ?"_s);
    query.bindValue(0, node);
    query.bindValue(1, mid);
    if (!m_database.run(query))
        return false;
    m_database.queueGrew(node, -query.numRowsAffected());
    return true;
}

std::optional<QString> MessageStore::sender(const QString &chat, qint64 mid)
{
    QSqlQuery &query = m_database.prepared(u"SELECT sender FROM message WHERE mid = ? AND chat = ?"_s);
    query.bindValue(0, mid);
    query.bindValue(1, chat);
    if (!m_database.run(query))
        return std::nullopt;
    const QString sender = query.next() ? query.value(0).toString() : QString();
    query.finish();
    return sender;
}

bool MessageStore::remove(qint64 mid)
{
    QSqlQuery &query = m_database.prepared(u"DELETE FROM message WHERE mid = ?"_s);
    query.bindValue(0, mid);
    return m_database.run(query);
}

std::optional<std::vector<MessageRow>> MessageStore::history(const HistoryPage &page)
{
    const bool byTime = page.from <= 0 && page.before > 0;
    QSqlQuery &query = m_database.prepared(
        byTime ? u"SELECT mid, sender, body FROM message WHERE chat = ? AND time <= ?"
                 " ORDER BY time DESC, mid DESC LIMIT ?"_s
               : u"SELECT mid, sender, body FROM message WHERE chat = ? AND mid <= ? ORDER BY mid DESC LIMIT ?"_s);
    constexpr qint64 unbounded = std::numeric_limits<qint64>::max();
    query.bindValue(0, page.chat);
    query.bindValue(1, byTime ? page.before : page.from > 0 ? page.from : unbounded);
    query.bindValue(2, page.rows);
    if (!m_database.run(query))
        return std::nullopt;
    std::vector<MessageRow> rows;
    qint64 bytes = 0;
    while (query.next()) {
        QByteArray body = query.value(2).toByteArray();
        bytes += body.size();
        if (bytes > page.bytes && rows.size() >= 2) // the first may be the last of the page before
            break;
        rows.push_back({query.value(0).toLongLong(), query.value(1).toString(), std::move(body)});
    }
    query.finish();
    return rows;
}

std::optional<std::vector<MessageRow>> MessageStore::waiting(const QString &node, const std::vector<qint64> &skip,
                                                             int limit)
{
    QSqlQuery &query = m_database.prepared(u"SELECT undelivered.mid, sender, body FROM undelivered"
                                           " LEFT JOIN message USING(mid) WHERE node = ? ORDER BY undelivered.mid"_s);
    query.bindValue(0, node);
    if (!m_database.run(query))
        return std::nullopt;
    std::vector<MessageRow> rows;
    std::vector<qint64> revoked;
    while (int(rows.size()) < limit && query.next()) {
        const qint64 mid = query.value(0).toLongLong();
        if (query.isNull(1))
            revoked.push_back(mid);
        else if (std::find(skip.begin(), skip.end(), mid) == skip.end())
            rows.push_back({mid, query.value(1).toString(), query.value(2).toByteArray()});
    }
    query.finish();
    for (const qint64 mid : revoked) {
        if (!delivered(node, mid))
            return std::nullopt;
    }
    return rows;
}

} // namespace timbre::node
