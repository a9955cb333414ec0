// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/node.h"
#include "node/relation.h"

#include <QByteArray>
#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace timbre::node {

struct AccountRow {
    QString node;
    QString name;
    QString domain;
    QByteArray passwordHash; // empty: nobody signs in with a password
    qint64 createTime = 0; // Unix nanoseconds
};

struct ProfileRow {
    qint64 createTime = 0;
    QByteArray bean; // a TIMNODES frame with the one bean, empty if never saved
};

struct QueuedRow {
    qint64 row = 0;
    qint64 after = 0; // came when this was the newest stored message
    QByteArray message; // a TIMMESSAGE frame
};

// The node's tables over one SQLite connection, in the words of the node. Lives in the store's
// writer thread and nowhere else; created and destroyed there. Every call that can fail tells so by
// nullopt or false, and the caller's savepoint takes back what it had done. Schema version in
// PRAGMA user_version.
class Database
{
public:
    static Expected<std::unique_ptr<Database>, StartError> open(const QString &path);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    // False if there is an account of that node already, or on failure (then failed() tells).
    bool addAccount(const AccountRow &account);
    std::optional<std::optional<AccountRow>> account(const QString &node);
    std::optional<QStringList> allNodes();
    bool setPasswordHash(const QString &node, const QByteArray &hash);

    std::optional<QHash<QString, ProfileRow>> profiles(const QStringList &nodes);
    bool setBean(const QString &node, const QByteArray &bean);

    std::optional<QHash<QString, Relation>> relations(const QString &node);
    std::optional<Relation> relation(const QString &mine, const QString &theirs);
    bool setRelation(const QString &mine, const QString &theirs, Relation relation);

    // What waits for one account, in rows of `queue` and as references to stored messages (message_store.h) together.
    // Generous for somebody on holiday, small enough that nobody's queue fills the disk.
    static constexpr int queueLimit = 100'000;
    std::optional<int> queueSize(const QString &node);
    void queueGrew(const QString &node, int by);

    // The row number of the stored copy. Of one sender and kind only the newest is kept, so that
    // asking again and again does not fill anybody's queue.
    std::optional<qint64> enqueue(const QString &node, const QString &sender, int kind, const QByteArray &message);
    // The same where every one counts; 0 if the queue is full.
    std::optional<qint64> append(const QString &node, const QString &sender, const QByteArray &message);
    // The oldest rows of that account that are not in `skip`, at most `limit`.
    std::optional<std::vector<QueuedRow>> queued(const QString &node, const std::vector<qint64> &skip, int limit);
    bool dequeue(const std::vector<qint64> &rows);

    // The number of the newest message ever stored; 0 before the first.
    std::optional<qint64> lastMessage();
    void setLastMessage(qint64 mid) { m_lastMessage = mid; }

    // A number fixed when the database was made: tim's server id (TimAck.t of a sign-in).
    std::optional<qint64> serverId(qint64 ifMissing);

    // For the tables that have files of their own (message_store.h, room_store.h). A statement is prepared once and
    // kept.
    QSqlQuery &prepared(const QString &statement);
    bool run(QSqlQuery &query);

    bool execute(const QString &statement);
    // A transaction of the store's jobs; commit() that fails has rolled back.
    bool begin();
    bool commit();
    void rollback();
    // A statement failed since begin().
    bool failed() const { return m_failed; }

private:
    explicit Database(QString connection);
    Expected<Success, StartError> prepareSchema(const QString &path);
    std::optional<qint64> insertQueued(const QString &node, const QString &sender, int kind, const QByteArray &message);

    QString m_connection;
    QSqlDatabase m_database;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_prepared;
    bool m_failed = false;
    // Known only since they were asked for; nothing after a rollback.
    QHash<QString, int> m_queueSizes;
    std::optional<qint64> m_lastMessage;
};

} // namespace timbre::node
