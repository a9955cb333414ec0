// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "store/database_failure.h"
#include "store/enum_names.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

#include <array>

namespace timbre::store {

using namespace Qt::StringLiterals;

namespace {

// Names, not numbers: enums may be put in another order.
constexpr std::array relations = {
    std::pair{core::Relation::Accepted, "accepted"_L1}, std::pair{core::Relation::Asked, "asked"_L1},
    std::pair{core::Relation::AsksUs, "asks-us"_L1},    std::pair{core::Relation::Unapproved, "unapproved"_L1},
    std::pair{core::Relation::Blocked, "blocked"_L1},
};
constexpr std::array availabilities = {
    std::pair{core::Availability::Chat, "chat"_L1},
    std::pair{core::Availability::Away, "away"_L1},
    std::pair{core::Availability::Busy, "busy"_L1},
    std::pair{core::Availability::Invisible, "invisible"_L1},
};
constexpr std::array homes = {
    std::pair{AccountRecord::Home::ThisComputer, "this-computer"_L1},
    std::pair{AccountRecord::Home::Server, "server"_L1},
};

constexpr std::array encodings = {
    std::pair{protocol::Encoding::Json, "json"_L1},
    std::pair{protocol::Encoding::ThriftCompact, "compact"_L1},
};

// One list per version; each runs in one transaction.
const std::array<QList<QLatin1StringView>, Database::version> &migrations()
{
    static const std::array<QList<QLatin1StringView>, Database::version> steps = {{
        {
            "CREATE TABLE account (one INTEGER PRIMARY KEY CHECK (one = 1), home TEXT NOT NULL,"
            " endpoints TEXT NOT NULL, name TEXT NOT NULL, domain TEXT NOT NULL,"
            " own_node TEXT NOT NULL)"_L1,
            "CREATE TABLE contacts (node TEXT PRIMARY KEY, relation TEXT NOT NULL,"
            " account TEXT NOT NULL, profile_name TEXT NOT NULL, nickname TEXT NOT NULL,"
            " request_text TEXT NOT NULL, requested_at INTEGER NOT NULL, pinned INTEGER NOT NULL)"
            " WITHOUT ROWID"_L1,
            "CREATE TABLE manual_status (one INTEGER PRIMARY KEY CHECK (one = 1),"
            " availability TEXT NOT NULL, mood TEXT NOT NULL)"_L1,
            "CREATE TABLE recent_moods (place INTEGER PRIMARY KEY, availability TEXT NOT NULL,"
            " mood TEXT NOT NULL, last_used INTEGER NOT NULL, uses INTEGER NOT NULL)"_L1,
            "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"_L1,
        },
        {
            "ALTER TABLE manual_status ADD COLUMN until INTEGER NOT NULL DEFAULT 0"_L1,
            "ALTER TABLE manual_status ADD COLUMN before_availability TEXT NOT NULL DEFAULT 'chat'"_L1,
            "ALTER TABLE manual_status ADD COLUMN before_mood TEXT NOT NULL DEFAULT ''"_L1,
        },
        {
            "ALTER TABLE account ADD COLUMN encoding TEXT NOT NULL DEFAULT 'json'"_L1,
        },
        {
            "CREATE TABLE messages (id INTEGER PRIMARY KEY, conversation TEXT NOT NULL, mine INTEGER NOT NULL,"
            " unread INTEGER NOT NULL, waited INTEGER NOT NULL, state TEXT NOT NULL, problem TEXT NOT NULL,"
            " mid INTEGER NOT NULL, client_id INTEGER NOT NULL, time INTEGER NOT NULL, text TEXT NOT NULL)"_L1,
            "CREATE INDEX messages_by_time ON messages (conversation, time, id)"_L1,
            "CREATE INDEX messages_by_mid ON messages (conversation, mid) WHERE mid <> 0"_L1,
            "CREATE INDEX messages_unread ON messages (conversation, id) WHERE unread = 1"_L1,
            "CREATE INDEX messages_unsent ON messages (time, id) WHERE state IN ('waiting', 'failed')"_L1,
        },
    }};
    return steps;
}

} // namespace

ProfileError::Kind Database::Failure::kindOf(int sqliteCode)
{
    switch (sqliteCode & 0xff) {
    case 5: // BUSY
    case 6: // LOCKED
        return ProfileError::Kind::InUse;
    case 13: // FULL
        return ProfileError::Kind::DiskFull;
    case 3: // PERM
    case 8: // READONLY
    case 10: // IOERR
    case 14: // CANTOPEN
        return ProfileError::Kind::FolderUnusable;
    default: // CORRUPT, NOTADB, and tables that are not what they should be
        return ProfileError::Kind::DatabaseCorrupt;
    }
}

bool Changes::isEmpty() const
{
    return !forgetAccount && !account && contacts.isEmpty() && !manual && !moods && settings.isEmpty()
        && messages.isEmpty() && read.isEmpty() && takenBack.isEmpty();
}

void Changes::add(Changes newer)
{
    if (newer.forgetAccount) {
        forgetAccount = true;
        account.reset();
        contacts.clear();
        manual.reset();
        moods.reset();
        messages.clear();
        read.clear();
        takenBack.clear();
    }
    if (newer.account)
        account = std::move(newer.account);
    if (newer.manual)
        manual = std::move(newer.manual);
    if (newer.moods)
        moods = std::move(newer.moods);
    contacts.insert(newer.contacts);
    settings.insert(newer.settings);
    messages.insert(newer.messages);
    read.insert(newer.read);
    takenBack.append(newer.takenBack);
}

Database::Database(const QString &file) :
    m_file(file),
    m_connection("profile-"_L1 + QUuid::createUuid().toString(QUuid::Id128))
{
    QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    db.setDatabaseName(file);
    db.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
}

Database::~Database()
{
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Expected<ProfileData, ProfileError> Database::load()
{
    QSqlDatabase db = QSqlDatabase::database(m_connection, false);
    try {
        if (!db.open())
            throw Failure(db.lastError(), m_file);
        migrate();
        return read();
    } catch (const Failure &failure) {
        QSqlQuery(db).exec(u"ROLLBACK"_s); // fails where SQLite has done it already
        return unexpected(ProfileError(failure.error()));
    }
}

Expected<Success, ProfileError> Database::write(const Changes &changes)
{
    QSqlDatabase db = QSqlDatabase::database(m_connection, false);
    try {
        run(u"BEGIN IMMEDIATE"_s);
        apply(changes);
        run(u"COMMIT"_s);
        return Success();
    } catch (const Failure &failure) {
        QSqlQuery(db).exec(u"ROLLBACK"_s); // fails where SQLite has done it already
        return unexpected(ProfileError(failure.error()));
    }
}

// Also for transactions: QSqlDatabase::commit() loses SQLite's error code.
void Database::run(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    if (!query.exec(sql))
        throw Failure(query.lastError(), m_file);
}

void Database::migrate()
{
    QSqlDatabase db = QSqlDatabase::database(m_connection, false);
    int found = 0;
    {
        QSqlQuery query(db);
        if (!query.exec(u"PRAGMA user_version"_s) || !query.next())
            throw Failure(query.lastError(), m_file);
        found = query.value(0).toInt();
    }
    // Before anything is changed in it.
    if (found > version || found < 0)
        throw Failure(ProfileError{ProfileError::Kind::DatabaseTooNew, m_file});

    for (const auto &pragma :
         {"journal_mode=WAL"_L1, "synchronous=NORMAL"_L1, "foreign_keys=ON"_L1, "temp_store=MEMORY"_L1,
          "wal_autocheckpoint=1000"_L1, "journal_size_limit=8388608"_L1, "trusted_schema=OFF"_L1})
        run("PRAGMA "_L1 + pragma);

    for (int step = found; step < version; ++step) {
        run(u"BEGIN IMMEDIATE"_s);
        for (const QLatin1StringView sql : migrations()[static_cast<size_t>(step)])
            run(sql);
        run(u"PRAGMA user_version=%1"_s.arg(step + 1));
        run(u"COMMIT"_s);
    }
}

ProfileData Database::read()
{
    ProfileData data;
    const auto each = [this](const QString &sql, const auto &take) {
        QSqlQuery query(QSqlDatabase::database(m_connection, false));
        query.setForwardOnly(true);
        if (!query.exec(sql))
            throw Failure(query.lastError(), m_file);
        while (query.next())
            take(query);
        if (query.lastError().isValid())
            throw Failure(query.lastError(), m_file);
    };
    each(u"SELECT home, endpoints, name, domain, own_node, encoding FROM account"_s, [&](const QSqlQuery &row) {
        AccountRecord account;
        account.home = valueOf(homes, row.value(0).toString(), AccountRecord::Home::Server);
        const QStringList urls = row.value(1).toString().split(u'\n', Qt::SkipEmptyParts);
        for (const QString &url : urls)
            account.endpoints.append(QUrl(url));
        account.name = row.value(2).toString();
        account.domain = row.value(3).toString();
        account.ownNode = row.value(4).toString();
        account.encoding = valueOf(encodings, row.value(5).toString(), protocol::Encoding::Json);
        data.account = account;
    });
    each(u"SELECT node, relation, account, profile_name, nickname, request_text, requested_at,"
         " pinned FROM contacts"_s,
         [&](const QSqlQuery &row) {
             core::Contact contact;
             contact.id = core::ContactId(row.value(0).toString());
             // What cannot be read is no consent.
             contact.relation = valueOf(relations, row.value(1).toString(), core::Relation::Unapproved);
             contact.account = row.value(2).toString();
             contact.profileName = row.value(3).toString();
             contact.nickname = row.value(4).toString();
             contact.requestText = row.value(5).toString();
             contact.requestedAt = row.value(6).toLongLong();
             contact.pinned = row.value(7).toBool();
             data.contacts.insert(contact.id, contact);
         });
    each(u"SELECT availability, mood, until, before_availability, before_mood FROM manual_status"_s,
         [&](const QSqlQuery &row) {
             const auto status = [&row](int column) {
                 return core::ManualStatus{
                     valueOf(availabilities, row.value(column).toString(), core::Availability::Chat),
                     row.value(column + 1).toString()};
             };
             data.manual = {status(0), status(3)};
             data.manual.now.until = row.value(2).toLongLong();
         });
    each(u"SELECT availability, mood, last_used, uses FROM recent_moods ORDER BY place"_s, [&](const QSqlQuery &row) {
        data.moods.append({valueOf(availabilities, row.value(0).toString(), core::Availability::Chat),
                           row.value(1).toString(), row.value(2).toLongLong(), row.value(3).toInt()});
    });
    each(u"SELECT key, value FROM settings"_s,
         [&](const QSqlQuery &row) { data.settings.insert(row.value(0).toString(), row.value(1).toString()); });
    data.messages = readMessages();
    return data;
}

void Database::apply(const Changes &changes)
{
    const QSqlDatabase db = QSqlDatabase::database(m_connection, false);
    const auto prepared = [&](const QString &sql) {
        QSqlQuery query(db);
        if (!query.prepare(sql))
            throw Failure(query.lastError(), m_file);
        return query;
    };
    const auto execute = [&](QSqlQuery &query, const QVariantList &values) {
        for (int i = 0; i < values.size(); ++i) {
            // A null QString would be stored as NULL; QVariant::isNull() does not tell.
            QVariant value = values.at(i);
            if (value.typeId() == QMetaType::QString && value.toString().isNull())
                value = u""_s;
            query.bindValue(i, value);
        }
        if (!query.exec())
            throw Failure(query.lastError(), m_file);
        query.finish();
    };

    if (changes.forgetAccount) {
        for (const auto &table : {"account"_L1, "contacts"_L1, "manual_status"_L1, "recent_moods"_L1, "messages"_L1})
            run("DELETE FROM "_L1 + table);
    }
    if (changes.account) {
        const AccountRecord &account = *changes.account;
        QStringList urls;
        for (const QUrl &url : account.endpoints)
            urls.append(url.toString(QUrl::FullyEncoded));
        QSqlQuery query = prepared(u"INSERT OR REPLACE INTO account VALUES (1, ?, ?, ?, ?, ?, ?)"_s);
        execute(query,
                {nameOf(homes, account.home), urls.join(u'\n'), account.name, account.domain, account.ownNode,
                 nameOf(encodings, account.encoding)});
    }
    if (!changes.contacts.isEmpty()) {
        QSqlQuery save = prepared(u"INSERT OR REPLACE INTO contacts VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s);
        QSqlQuery forget = prepared(u"DELETE FROM contacts WHERE node = ?"_s);
        for (auto it = changes.contacts.begin(); it != changes.contacts.end(); ++it) {
            if (!it.value()) {
                execute(forget, {it.key().node()});
                continue;
            }
            const core::Contact &contact = *it.value();
            execute(save,
                    {contact.id.node(), nameOf(relations, contact.relation), contact.account, contact.profileName,
                     contact.nickname, contact.requestText, contact.requestedAt, contact.pinned});
        }
    }
    if (changes.manual) {
        QSqlQuery query = prepared(u"INSERT OR REPLACE INTO manual_status VALUES (1, ?, ?, ?, ?, ?)"_s);
        const auto &[now, before] = *changes.manual;
        execute(query,
                {nameOf(availabilities, now.availability), now.mood, now.until,
                 nameOf(availabilities, before.availability), before.mood});
    }
    if (changes.moods) {
        run(u"DELETE FROM recent_moods"_s);
        QSqlQuery query = prepared(u"INSERT INTO recent_moods VALUES (?, ?, ?, ?, ?)"_s);
        int place = 0;
        for (const core::RecentMood &mood : *changes.moods) {
            execute(query, {place++, nameOf(availabilities, mood.availability), mood.mood, mood.lastUsed, mood.uses});
        }
    }
    if (!changes.settings.isEmpty()) {
        QSqlQuery query = prepared(u"INSERT OR REPLACE INTO settings VALUES (?, ?)"_s);
        for (auto it = changes.settings.begin(); it != changes.settings.end(); ++it)
            execute(query, {it.key(), it.value()});
    }
    applyMessages(changes);
}

} // namespace timbre::store
