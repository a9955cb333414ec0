// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/data_folder.h"
#include "node/message_store.h"
#include "node/node_store.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QTemporaryDir>
#include <QTest>

using namespace timbre::node;
using namespace Qt::StringLiterals;

// The database on real files: what is committed stays, what fails leaves no trace, damage is told
// and not touched.
class tst_Store : public QObject
{
    Q_OBJECT

    static std::unique_ptr<Database> opened(const QString &path)
    {
        auto database = Database::open(path);
        return database ? std::move(database).value() : nullptr;
    }
    static std::unique_ptr<NodeStore> openStore(const QString &path, NodeStore::Post post)
    {
        auto store = NodeStore::open(path, std::move(post));
        return store ? std::move(store).value() : nullptr;
    }

private Q_SLOTS:
    void relationsAreOneRowSeenFromBothSides()
    {
        QTemporaryDir dir;
        const auto database = opened(dir.filePath(u"node.db"_s));
        QVERIFY(database);
        const Relation asked{Stance::Added, Stance::None};
        QVERIFY(database->setRelation(u"b"_s, u"a"_s, asked));
        QVERIFY(*database->relation(u"b"_s, u"a"_s) == asked);
        QVERIFY(*database->relation(u"a"_s, u"b"_s) == asked.seenByPeer());
        QVERIFY(database->relations(u"a"_s)->value(u"b"_s) == asked.seenByPeer());
        QVERIFY(database->relations(u"b"_s)->value(u"a"_s) == asked);
        QVERIFY(database->setRelation(u"a"_s, u"b"_s, {}));
        QVERIFY(database->relations(u"b"_s)->isEmpty());
    }
    void anAccountIsAddedOnce()
    {
        QTemporaryDir dir;
        const auto database = opened(dir.filePath(u"node.db"_s));
        QVERIFY(database->addAccount({u"n"_s, u"name"_s, {}, "hash", 7}));
        QVERIFY(!database->addAccount({u"n"_s, u"other"_s, {}, "other", 8}));
        QVERIFY(!database->failed());
        const auto row = database->account(u"n"_s);
        QCOMPARE((*row)->passwordHash, QByteArray("hash"));
        QVERIFY(!*database->account(u"m"_s));
    }
    void theQueueKeepsOrderAndSkips()
    {
        QTemporaryDir dir;
        const auto database = opened(dir.filePath(u"node.db"_s));
        std::vector<qint64> rows;
        for (const QByteArray message : {"1", "2", "3"})
            rows.push_back(*database->enqueue(u"n"_s, QString::fromLatin1(message), 4, message));
        database->enqueue(u"m"_s, u"1"_s, 4, "not yours");
        const auto queued = *database->queued(u"n"_s, {rows[0]}, 10);
        QCOMPARE(queued.size(), std::size_t(2));
        QCOMPARE(queued[0].message, QByteArray("2"));
        QVERIFY(database->dequeue(rows));
        QVERIFY(database->queued(u"n"_s, {}, 10)->empty());
        QCOMPARE(database->queued(u"m"_s, {}, 10)->size(), std::size_t(1));
    }
    void theQueueKeepsOnlyTheNewestOfASenderAndKind()
    {
        QTemporaryDir dir;
        const auto database = opened(dir.filePath(u"node.db"_s));
        database->enqueue(u"n"_s, u"s"_s, 4, "old");
        database->enqueue(u"n"_s, u"s"_s, 6, "other kind");
        database->enqueue(u"n"_s, u"t"_s, 4, "other sender");
        database->enqueue(u"n"_s, u"s"_s, 4, "new");
        QByteArrayList kept;
        const auto rows = database->queued(u"n"_s, {}, 10);
        for (const auto &row : *rows)
            kept.append(row.message);
        QCOMPARE(kept, (QByteArrayList{"other kind", "other sender", "new"}));
    }
    void aFailingJobIsUndoneAloneAndTheNextOneRuns()
    {
        QTemporaryDir dir;
        QList<int> done;
        {
            const auto store = openStore(dir.filePath(u"node.db"_s), [](auto work) { work(); });
            const auto add = [&](const QString &node, bool succeed) {
                store->run(
                    [=](Database &database) -> std::optional<bool> {
                        database.addAccount({node, node, {}, {}, 0});
                        return succeed ? std::optional(true) : std::nullopt;
                    },
                    [&done](std::optional<bool> result) { done.append(result ? 1 : 0); });
            };
            add(u"one"_s, true);
            add(u"two"_s, false);
            add(u"three"_s, true);
        }
        QCOMPARE(done, (QList{1, 0, 1}));
        const auto database = opened(dir.filePath(u"node.db"_s));
        QStringList nodes = *database->allNodes();
        nodes.sort();
        QCOMPARE(nodes, (QStringList{u"one"_s, u"three"_s}));
    }
    void aFullDiskFailsTheJobAndNotTheStore()
    {
        QTemporaryDir dir;
        QList<bool> done;
        {
            const auto store = openStore(dir.filePath(u"node.db"_s), [](auto work) { work(); });
            const auto note = [&done](std::optional<bool> result) { done.append(result.has_value()); };
            store->run(
                [](Database &database) { return std::optional(database.execute(u"PRAGMA max_page_count=20"_s)); },
                note);
            store->flush();
            store->run(
                [](Database &database) -> std::optional<bool> {
                    return database.enqueue(u"n"_s, u"s"_s, 4, QByteArray(1'000'000, 'x')) ? std::optional(true)
                                                                                           : std::nullopt;
                },
                note);
            store->flush();
            store->run(
                [](Database &database) -> std::optional<bool> {
                    return database.addAccount({u"small"_s, {}, {}, {}, 0});
                },
                note);
            store->run([](Database &database) { return std::optional(database.queued(u"n"_s, {}, 1)->empty()); }, note);
        }
        QCOMPARE(done, (QList{true, false, true, true}));
    }
    void filesAreForTheOwnerOnly()
    {
        QTemporaryDir dir;
        const QString folder = dir.filePath(u"deep/data"_s);
        const auto opened = DataFolder::open(folder);
        QVERIFY(opened);
        const auto database = Database::open(opened->databasePath());
        QVERIFY(database);
        const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        QCOMPARE(QFile::permissions(opened->databasePath()), QFile::Permissions(owner));
        QCOMPARE(QFile::permissions(opened->databasePath() + u"-wal"_s), QFile::Permissions(owner));
        QCOMPARE(QFile::permissions(folder), QFile::Permissions(owner | QFile::ExeOwner | QFile::ExeUser));
    }
    void aFolderHasOneNode()
    {
        QTemporaryDir dir;
        auto first = std::optional(DataFolder::open(dir.path()));
        QVERIFY(*first);
        const auto second = DataFolder::open(dir.path());
        QVERIFY(!second);
        QCOMPARE(second.error().kind, StartError::Kind::DataFolderInUse);
        first.reset();
        QVERIFY(DataFolder::open(dir.path()));
    }
    void damageIsToldAndLeftAlone_data()
    {
        QTest::addColumn<bool>("wholeFile");
        QTest::newRow("not a database") << true;
        QTest::newRow("a page overwritten") << false;
    }
    void damageIsToldAndLeftAlone()
    {
        QFETCH(bool, wholeFile);
        QTemporaryDir dir;
        const QString path = dir.filePath(u"node.db"_s);
        if (!wholeFile) {
            const auto database = opened(path);
            for (int i = 0; i < 500; ++i)
                database->addAccount({QString::number(i), u"name"_s, {}, QByteArray(100, 'h'), 0});
        }
        QFile file(path);
        QVERIFY(file.open(QFile::ReadWrite));
        QVERIFY(wholeFile || file.seek(5 * 4096));
        file.write(QByteArray(8192, 'z'));
        file.close();
        const auto contents = [&path] {
            QFile damaged(path);
            return damaged.open(QFile::ReadOnly) ? damaged.readAll() : QByteArray();
        };
        const QByteArray before = contents();
        const auto database = Database::open(path);
        QVERIFY(!database);
        QCOMPARE(database.error().kind, StartError::Kind::DatabaseCorrupt);
        QVERIFY(database.error().detail.contains(path));
        QCOMPARE(contents(), before);
    }
    void aDatabaseOfTheFirstVersionIsTakenOver()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"node.db"_s);
        {
            // As version 1 made it.
            QSqlDatabase sql = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"first"_s);
            sql.setDatabaseName(path);
            QVERIFY(sql.open());
            QSqlQuery query(sql);
            for (const QString &statement :
                 {u"CREATE TABLE account(node TEXT PRIMARY KEY, name TEXT NOT NULL, domain TEXT NOT NULL,"
                  " hash BLOB NOT NULL, createtime INTEGER NOT NULL, bean BLOB) WITHOUT ROWID"_s,
                  u"CREATE TABLE relation(a TEXT NOT NULL, b TEXT NOT NULL, a_stance INTEGER NOT NULL,"
                  " b_stance INTEGER NOT NULL, PRIMARY KEY(a, b)) WITHOUT ROWID"_s,
                  u"CREATE INDEX relation_b ON relation(b, a)"_s,
                  u"CREATE TABLE queue(row INTEGER PRIMARY KEY AUTOINCREMENT, node TEXT NOT NULL,"
                  " sender TEXT NOT NULL, kind INTEGER NOT NULL, message BLOB NOT NULL)"_s,
                  u"CREATE INDEX queue_node ON queue(node, row)"_s,
                  u"CREATE INDEX queue_sender ON queue(node, sender, kind)"_s,
                  u"CREATE TABLE meta(key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID"_s,
                  u"INSERT INTO account VALUES('a', 'alice', '', 'hash', 7, NULL)"_s,
                  u"INSERT INTO relation VALUES('a', 'b', 1, 1)"_s,
                  u"INSERT INTO queue(node, sender, kind, message) VALUES('a', 'b', 4, 'waiting')"_s,
                  u"INSERT INTO meta VALUES('server', 42)"_s, u"PRAGMA user_version=1"_s}) {
                QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
            }
            query.finish();
            sql.close();
        }
        QSqlDatabase::removeDatabase(u"first"_s);
        for (int start = 0; start < 2; ++start) {
            const auto database = opened(path);
            QVERIFY(database);
            QCOMPARE((**database->account(u"a"_s)).name, u"alice"_s);
            QVERIFY(database->relation(u"a"_s, u"b"_s)->friends());
            QCOMPARE(database->serverId(1), 42);
            QCOMPARE(database->queued(u"a"_s, {}, 10)->at(0).message, QByteArray("waiting"));
            QCOMPARE(database->queueSize(u"a"_s), 1 + start);
            MessageStore messages(*database);
            const auto mid = messages.add({u"a b"_s, u"b"_s, 1, "body"});
            QCOMPARE(mid, start + 1);
            QVERIFY(messages.await(u"a"_s, *mid));
        }
    }
    void messageNumbersAreNeverUsedTwice()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"node.db"_s);
        QCOMPARE(MessageStore(*opened(path)).add({u"chat"_s, u"s"_s, 1, "body"}), 1);
        {
            const auto database = opened(path);
            MessageStore messages(*database);
            QVERIFY(messages.remove(1));
            QCOMPARE(database->lastMessage(), 1);
            QCOMPARE(messages.add({u"chat"_s, u"s"_s, 1, "body"}), 2);
            QCOMPARE(messages.remove(2), true);
        }
        const auto database = opened(path);
        QCOMPARE(database->lastMessage(), 2);
    }
    void aRollbackForgetsWhatWasCounted()
    {
        QTemporaryDir dir;
        const auto database = opened(dir.filePath(u"node.db"_s));
        QCOMPARE(database->queueSize(u"n"_s), 0);
        QVERIFY(database->begin());
        MessageStore messages(*database);
        QVERIFY(messages.await(u"n"_s, *messages.add({u"chat"_s, u"s"_s, 1, "body"})));
        QCOMPARE(database->queueSize(u"n"_s), 1);
        database->rollback();
        QCOMPARE(database->queueSize(u"n"_s), 0);
        QCOMPARE(database->lastMessage(), 0);
    }
    void aNewerDatabaseIsNotOpened()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"node.db"_s);
        opened(path)->execute(u"PRAGMA user_version=99"_s);
        const auto database = Database::open(path);
        QVERIFY(!database);
        QCOMPARE(database.error().kind, StartError::Kind::DatabaseTooNew);
    }
};

QTEST_GUILESS_MAIN(tst_Store)
#include "tst_store.moc"
