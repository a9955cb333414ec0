// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/database.h"

#include "node/account_store.h"
#include "node/message_store.h"
#include "node/room_store.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>
#include <QVariant>

#include <fcntl.h>
#include <unistd.h>

namespace timbre::node {

using namespace Qt::StringLiterals;

namespace {

constexpr int schemaVersion = 2;
// Reading every page takes about 1 s per GB; a larger file is checked by use.
constexpr qint64 fullCheckBelow = 64 * 1024 * 1024;

// What each version adds to the one before.
const QStringList firstSchema = {
    u"CREATE TABLE account(node TEXT PRIMARY KEY, name TEXT NOT NULL, domain TEXT NOT NULL,"
    " hash BLOB NOT NULL, createtime INTEGER NOT NULL, bean BLOB) WITHOUT ROWID"_s,
    // One row per pair, a < b. What a thinks of b and the other way round.
    u"CREATE TABLE relation(a TEXT NOT NULL, b TEXT NOT NULL, a_stance INTEGER NOT NULL,"
    " b_stance INTEGER NOT NULL, PRIMARY KEY(a, b)) WITHOUT ROWID"_s,
    u"CREATE INDEX relation_b ON relation(b, a)"_s,
    u"CREATE TABLE queue(row INTEGER PRIMARY KEY AUTOINCREMENT, node TEXT NOT NULL,"
    " sender TEXT NOT NULL, kind INTEGER NOT NULL, message BLOB NOT NULL)"_s,
    u"CREATE INDEX queue_node ON queue(node, row)"_s,
    u"CREATE INDEX queue_sender ON queue(node, sender, kind)"_s,
    u"CREATE TABLE meta(key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID"_s,
};

Unexpected<StartError> startError(StartError::Kind kind, const QString &path, const QString &words = {})
{
    return unexpected(StartError{kind, words.isEmpty() ? path : path + u": "_s + words});
}

} // namespace

Database::Database(QString connection) : m_connection(std::move(connection)) { }

Expected<std::unique_ptr<Database>, StartError> Database::open(const QString &path)
{
    using Kind = StartError::Kind;
    // SQLite would make the file with the umask's mode; WAL and SHM take the mode of the file.
    const int made = ::open(QFile::encodeName(path).constData(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (made < 0)
        return startError(Kind::DataFolderUnusable, path, u"not writable"_s);
    ::close(made);

    std::unique_ptr<Database> database(new Database(QUuid::createUuid().toString()));
    QSqlDatabase &sql = database->m_database;
    sql = QSqlDatabase::addDatabase(u"QSQLITE"_s, database->m_connection);
    sql.setDatabaseName(path);
    sql.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!sql.open())
        return startError(Kind::DataFolderUnusable, path, sql.lastError().text());
    const auto ready = database->prepareSchema(path);
    if (!ready)
        return unexpected(StartError(ready.error()));
    return database;
}

Expected<Success, StartError> Database::prepareSchema(const QString &path)
{
    using Kind = StartError::Kind;
    QSqlQuery query(m_database);
    const auto corrupt = [&] {
        // A full disk or a read-only folder is no damage: say what it is and touch nothing.
        const QString code = query.lastError().nativeErrorCode();
        const bool damaged = code.isEmpty() || code == u"11"_s || code == u"26"_s || code == u"1"_s;
        return startError(damaged ? Kind::DatabaseCorrupt : Kind::DataFolderUnusable, path,
                          query.lastError().databaseText());
    };
    const auto pragma = [&](const QString &words) { return query.exec(u"PRAGMA "_s + words); };
    const auto set = {u"journal_mode=WAL"_s,   u"synchronous=NORMAL"_s,      u"foreign_keys=ON"_s,
                      u"temp_store=MEMORY"_s,  u"wal_autocheckpoint=1000"_s, u"journal_size_limit=8388608"_s,
                      u"trusted_schema=OFF"_s, u"secure_delete=ON"_s};
    for (const QString &words : set) {
        if (!pragma(words)) {
            const QString code = query.lastError().nativeErrorCode();
            const bool damaged = code == u"11"_s || code == u"26"_s;
            return startError(damaged ? Kind::DatabaseCorrupt : Kind::DataFolderUnusable, path,
                              query.lastError().databaseText());
        }
    }
    if (!pragma(u"user_version"_s) || !query.next())
        return corrupt();
    const int version = query.value(0).toInt();
    query.finish();
    if (version > schemaVersion)
        return startError(Kind::DatabaseTooNew, path);
    if (version == schemaVersion) {
        if (QFileInfo(path).size() < fullCheckBelow) {
            if (!pragma(u"quick_check(1)"_s) || !query.next() || query.value(0).toString() != u"ok"_s)
                return startError(Kind::DatabaseCorrupt, path);
            query.finish();
        }
        return Success();
    }
    bool made = query.exec(u"BEGIN IMMEDIATE"_s);
    const QStringList statements
        = (version < 1 ? firstSchema : QStringList()) + messageSchema() + roomSchema() + accountSchema();
    for (const QString &statement : statements)
        made = made && query.exec(statement);
    made = made && pragma(u"user_version=%1"_s.arg(schemaVersion)) && query.exec(u"COMMIT"_s);
    if (!made)
        return startError(Kind::DataFolderUnusable, path, query.lastError().databaseText());
    return Success();
}

Database::~Database()
{
    m_prepared.clear();
    if (m_database.isOpen()) {
        QSqlQuery(m_database).exec(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        m_database.close();
    }
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

QSqlQuery &Database::prepared(const QString &statement)
{
    auto &query = m_prepared[statement];
    if (!query) {
        query = std::make_shared<QSqlQuery>(m_database);
        query->setForwardOnly(true);
        if (!query->prepare(statement))
            m_failed = true;
    }
    return *query;
}

bool Database::run(QSqlQuery &query)
{
    if (query.exec())
        return true;
    m_failed = true;
    query.finish();
    return false;
}

bool Database::execute(const QString &statement)
{
    QSqlQuery query(m_database);
    if (query.exec(statement))
        return true;
    m_failed = true;
    return false;
}

bool Database::begin()
{
    m_failed = false;
    return run(prepared(u"BEGIN IMMEDIATE"_s));
}

bool Database::commit()
{
    if (run(prepared(u"COMMIT"_s)))
        return true;
    rollback();
    return false;
}

void Database::rollback()
{
    // A full disk may have ended the transaction already; then this fails, which is as well.
    execute(u"ROLLBACK"_s);
    m_queueSizes.clear();
    m_lastMessage.reset();
}

bool Database::addAccount(const AccountRow &account)
{
    QSqlQuery &query = prepared(u"INSERT OR IGNORE INTO account(node, name, domain, hash, createtime)"
                                " VALUES(?, ?, ?, ?, ?)"_s);
    query.bindValue(0, account.node);
    query.bindValue(1, account.name);
    query.bindValue(2, account.domain.isNull() ? u""_s : account.domain);
    query.bindValue(3, account.passwordHash.isNull() ? QByteArray("") : account.passwordHash);
    query.bindValue(4, account.createTime);
    return run(query) && query.numRowsAffected() == 1;
}

std::optional<std::optional<AccountRow>> Database::account(const QString &node)
{
    QSqlQuery &query = prepared(u"SELECT node, name, domain, hash, createtime FROM account WHERE node = ?"_s);
    query.bindValue(0, node);
    if (!run(query))
        return std::nullopt;
    std::optional<AccountRow> found;
    if (query.next())
        found = AccountRow{query.value(0).toString(), query.value(1).toString(), query.value(2).toString(),
                           query.value(3).toByteArray(), query.value(4).toLongLong()};
    query.finish();
    return std::optional(std::move(found));
}

std::optional<QStringList> Database::allNodes()
{
    QSqlQuery &query = prepared(u"SELECT node FROM account"_s);
    if (!run(query))
        return std::nullopt;
    QStringList nodes;
    while (query.next())
        nodes.append(query.value(0).toString());
    query.finish();
    return nodes;
}

bool Database::setPasswordHash(const QString &node, const QByteArray &hash)
{
    QSqlQuery &query = prepared(u"UPDATE account SET hash = ? WHERE node = ?"_s);
    query.bindValue(0, hash);
    query.bindValue(1, node);
    return run(query);
}

std::optional<QHash<QString, ProfileRow>> Database::profiles(const QStringList &nodes)
{
    QHash<QString, ProfileRow> found;
    QSqlQuery &query = prepared(u"SELECT createtime, bean FROM account WHERE node = ?"_s);
    for (const QString &node : nodes) {
        query.bindValue(0, node);
        if (!run(query))
            return std::nullopt;
        if (query.next())
            found.insert(node, {query.value(0).toLongLong(), query.value(1).toByteArray()});
        query.finish();
    }
    return found;
}

bool Database::setBean(const QString &node, const QByteArray &bean)
{
    QSqlQuery &query = prepared(u"UPDATE account SET bean = ? WHERE node = ?"_s);
    query.bindValue(0, bean);
    query.bindValue(1, node);
    return run(query);
}

std::optional<QHash<QString, Relation>> Database::relations(const QString &node)
{
    QSqlQuery &query = prepared(u"SELECT b, a_stance, b_stance FROM relation WHERE a = ?"
                                " UNION ALL SELECT a, b_stance, a_stance FROM relation WHERE b = ?"_s);
    query.bindValue(0, node);
    query.bindValue(1, node);
    if (!run(query))
        return std::nullopt;
    QHash<QString, Relation> relations;
    while (query.next())
        relations.insert(query.value(0).toString(),
                         {stanceOf(query.value(1).toInt()), stanceOf(query.value(2).toInt())});
    query.finish();
    return relations;
}

std::optional<Relation> Database::relation(const QString &mine, const QString &theirs)
{
    const bool first = mine < theirs;
    QSqlQuery &query = prepared(u"SELECT a_stance, b_stance FROM relation WHERE a = ? AND b = ?"_s);
    query.bindValue(0, first ? mine : theirs);
    query.bindValue(1, first ? theirs : mine);
    if (!run(query))
        return std::nullopt;
    Relation relation;
    if (query.next())
        relation = {stanceOf(query.value(0).toInt()), stanceOf(query.value(1).toInt())};
    query.finish();
    return first ? relation : relation.seenByPeer();
}

bool Database::setRelation(const QString &mine, const QString &theirs, Relation relation)
{
    const bool first = mine < theirs;
    if (!first)
        relation = relation.seenByPeer();
    QSqlQuery &query = relation.none()
        ? prepared(u"DELETE FROM relation WHERE a = ? AND b = ?"_s)
        : prepared(u"INSERT OR REPLACE INTO relation(a, b, a_stance, b_stance) VALUES(?, ?, ?, ?)"_s);
    query.bindValue(0, first ? mine : theirs);
    query.bindValue(1, first ? theirs : mine);
    if (!relation.none()) {
        query.bindValue(2, int(relation.mine));
        query.bindValue(3, int(relation.theirs));
    }
    return run(query);
}

std::optional<qint64> Database::serverId(qint64 ifMissing)
{
    QSqlQuery &insert = prepared(u"INSERT OR IGNORE INTO meta(key, value) VALUES('server', ?)"_s);
    insert.bindValue(0, ifMissing);
    QSqlQuery &query = prepared(u"SELECT value FROM meta WHERE key = 'server'"_s);
    if (!run(insert) || !run(query) || !query.next())
        return std::nullopt;
    const qint64 id = query.value(0).toLongLong();
    query.finish();
    return id;
}

} // namespace timbre::node
