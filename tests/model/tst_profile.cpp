// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "store/profile.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace timbre;
using namespace timbre::store;
using namespace Qt::StringLiterals;

namespace
{

core::Contact contact(const QString &node, const QString &name = {})
{
    core::Contact result;
    result.id = core::ContactId(node);
    result.profileName = name;
    return result;
}

std::unique_ptr<Profile> opened(const QString &folder)
{
    auto profile = Profile::open(folder);
    if (!profile) {
        qWarning() << "open failed:" << int(profile.error().kind) << profile.error().detail;
        return nullptr;
    }
    return std::move(*profile);
}

QHash<core::ContactId, core::Contact> byId(const QList<core::Contact> &list)
{
    QHash<core::ContactId, core::Contact> result;
    for (const core::Contact &entry : list)
        result.insert(entry.id, entry);
    return result;
}

bool execute(const QString &file, const QStringList &statements)
{
    bool good = false;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
        db.setDatabaseName(file);
        good = db.open();
        for (const QString &sql : statements) {
            QSqlQuery query(db);
            good = good && query.exec(sql);
        }
    }
    QSqlDatabase::removeDatabase(u"test"_s);
    return good;
}

QFileDevice::Permissions modeOf(const QString &path)
{
    return QFile::permissions(path)
        & (QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner
           | QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
           | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther);
}

constexpr auto ownerFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

} // namespace

class tst_Profile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void startsEmptyAndClosedToOthers();
    void keepsAllOverAReopening();
    void theLastWordCounts();
    void forgetsTheAccountWithItsContacts();
    void losesNothingSaidBeforeAKill();
    void letsOnlyOneProgramIn();
    void aLockOfADeadProgramIsNoLock();
    void aFileInPlaceOfTheFolderIsUnusable();
    void leavesTheModeOfAForeignFolder();
    void movesACorruptFileAsideOnce_data();
    void movesACorruptFileAsideOnce();
    void leavesANewerDatabaseAlone();
    void anUnknownRelationIsNoConsent();
    void stripsNul();
    void keepsStrangeTexts();
    void keepsTheTruthWhenWritingFails();
    void aFullDiskIsToldAndRetried();
    void loadsTenThousandContactsSoon();

private:
    QString folder() const { return m_dir->filePath(u"profile"_s); }
    QString file() const { return m_dir->filePath(u"profile/profile.db"_s); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void tst_Profile::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

void tst_Profile::startsEmptyAndClosedToOthers()
{
    const auto profile = opened(folder());
    QVERIFY(profile);
    QCOMPARE(profile->folder(), folder());
    QVERIFY(!profile->account());
    QVERIFY(profile->contacts().isEmpty());
    QVERIFY(profile->recentMoods().isEmpty());
    QVERIFY(!profile->isRosterAdopted());
    QCOMPARE(profile->manualStatus(), core::ManualStatus());
    QCOMPARE(profile->setting(u"window/size"_s, u"none"_s), u"none"_s);
    profile->saveSetting(u"window/size"_s, u"1"_s);
    profile->flush();
    QCOMPARE(modeOf(folder()), ownerFile | QFileDevice::ExeOwner);
    for (const auto &name : {u"profile.db"_s, u"profile.db-wal"_s, u"profile.db-shm"_s})
        QCOMPARE(modeOf(folder() + u'/' + name), ownerFile);
}

void tst_Profile::keepsAllOverAReopening()
{
    core::Contact full = contact(u"n1"_s, u"Zoë 😀"_s);
    full.relation = core::Relation::Asked;
    full.account = u"zoe"_s;
    full.nickname = u"Z"_s;
    full.requestText = u"hello"_s;
    full.requestedAt = 1'800'000'000'123;
    full.pinned = true;
    AccountRecord account;
    account.home = AccountRecord::Home::ThisComputer;
    account.endpoints = {QUrl(u"ws://127.0.0.1:5080/tim"_s), QUrl(u"wss://[::1]:5081/tim"_s)};
    account.name = u"alice"_s;
    account.domain = u"example.org"_s;
    account.ownNode = u"node"_s;
    const core::ManualStatus status{core::Availability::Invisible, u"tea"_s};
    const QList<core::RecentMood> moods
        = {{core::Availability::Busy, u"call"_s, 5, 2}, {core::Availability::Chat, u"tea"_s, 9, 1}};
    {
        const auto profile = opened(folder());
        QVERIFY(profile);
        profile->saveContact(full);
        profile->saveContact(contact(u"n2"_s));
        profile->saveAccount(account);
        profile->saveManualStatus(status);
        profile->saveRecentMoods(moods);
        profile->saveSetting(u"window/size"_s, u"300x400"_s);
        profile->setRosterAdopted();
    }
    const auto profile = opened(folder());
    QVERIFY(profile);
    QCOMPARE(profile->contacts().size(), 2);
    QCOMPARE(byId(profile->contacts()).value(full.id), full);
    QCOMPARE(byId(profile->contacts()).value(core::ContactId(u"n2"_s)), contact(u"n2"_s));
    QCOMPARE(profile->account(), account);
    QCOMPARE(profile->manualStatus(), status);
    QCOMPARE(profile->recentMoods(), moods);
    QCOMPARE(profile->setting(u"window/size"_s), u"300x400"_s);
    QVERIFY(profile->isRosterAdopted());
}

void tst_Profile::theLastWordCounts()
{
    {
        const auto profile = opened(folder());
        QVERIFY(profile);
        profile->saveContact(contact(u"n1"_s, u"first"_s));
        profile->saveContact(contact(u"n2"_s, u"stays"_s));
        profile->flush();
        profile->saveContact(contact(u"n1"_s, u"second"_s));
        profile->forgetContact(core::ContactId(u"n1"_s));
        profile->saveContact(contact(u"n3"_s, u"never"_s));
        profile->forgetContact(core::ContactId(u"n3"_s));
        profile->forgetContact(core::ContactId(u"n2"_s));
        profile->saveContact(contact(u"n2"_s, u"came back"_s));
        QCOMPARE(profile->contacts(), QList({contact(u"n2"_s, u"came back"_s)}));
    }
    const auto profile = opened(folder());
    QVERIFY(profile);
    QCOMPARE(profile->contacts(), QList({contact(u"n2"_s, u"came back"_s)}));
}

void tst_Profile::forgetsTheAccountWithItsContacts()
{
    AccountRecord other;
    other.name = u"bob"_s;
    {
        const auto profile = opened(folder());
        QVERIFY(profile);
        profile->saveAccount({AccountRecord::Home::Server, {}, u"alice"_s, {}, {}});
        profile->saveContact(contact(u"n1"_s));
        profile->saveManualStatus({core::Availability::Busy, u"tea"_s});
        profile->saveRecentMoods({{core::Availability::Busy, u"tea"_s, 1, 1}});
        profile->saveSetting(u"window/size"_s, u"1"_s);
        profile->setRosterAdopted();
        profile->flush();
        profile->saveContact(contact(u"n2"_s)); // not yet written
        profile->forgetAccount();
        profile->saveAccount(other);
        profile->saveContact(contact(u"n3"_s));
    }
    const auto profile = opened(folder());
    QVERIFY(profile);
    QCOMPARE(profile->account(), other);
    QCOMPARE(profile->contacts(), QList({contact(u"n3"_s)}));
    QCOMPARE(profile->manualStatus(), core::ManualStatus());
    QVERIFY(profile->recentMoods().isEmpty());
    QVERIFY(!profile->isRosterAdopted());
    QCOMPARE(profile->setting(u"window/size"_s), u"1"_s);
}

// What a kill leaves behind is what a copy of the open files holds.
void tst_Profile::losesNothingSaidBeforeAKill()
{
    const auto profile = opened(folder());
    QVERIFY(profile);
    for (int i = 0; i < 500; ++i)
        profile->saveContact(contact(u"n%1"_s.arg(i), u"name"_s));
    profile->flush();
    profile->saveContact(contact(u"late"_s)); // may be lost

    const QString copy = m_dir->filePath(u"copy"_s);
    QVERIFY(QDir().mkpath(copy));
    for (const auto &name : {u"profile.db"_s, u"profile.db-wal"_s, u"lock"_s})
        QVERIFY(QFile::copy(folder() + u'/' + name, copy + u'/' + name));
    QVERIFY(QFile::remove(copy + u"/lock"_s)); // its program, this one, lives
    const auto again = opened(copy);
    QVERIFY(again);
    const auto found = byId(again->contacts());
    QVERIFY(found.size() >= 500);
    for (int i = 0; i < 500; ++i)
        QCOMPARE(found.value(core::ContactId(u"n%1"_s.arg(i))),
                 contact(u"n%1"_s.arg(i), u"name"_s));
}

void tst_Profile::letsOnlyOneProgramIn()
{
    auto first = opened(folder());
    QVERIFY(first);
    first->saveContact(contact(u"n1"_s));
    const auto second = Profile::open(folder());
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ProfileError::Kind::InUse);
    QCOMPARE(second.error().detail, folder());
    const auto other = opened(m_dir->filePath(u"other"_s)); // one folder says nothing of another
    QVERIFY(other);
    QVERIFY(other->contacts().isEmpty());
    first.reset();
    const auto third = opened(folder());
    QVERIFY(third);
    QCOMPARE(third->contacts().size(), 1);
}

void tst_Profile::aLockOfADeadProgramIsNoLock()
{
    const pid_t child = fork();
    if (child == 0)
        _exit(0);
    QVERIFY(child > 0);
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(QDir().mkpath(folder()));
    QFile lock(folder() + u"/lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write(QByteArray::number(child) + "\ntimbre\n" + QSysInfo::machineHostName().toUtf8()
               + "\n" + QSysInfo::machineUniqueId() + "\n" + QSysInfo::bootUniqueId() + "\n");
    lock.close();
    QVERIFY(opened(folder()));
}

void tst_Profile::aFileInPlaceOfTheFolderIsUnusable()
{
    QFile file(folder());
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto profile = Profile::open(folder());
    QVERIFY(!profile);
    QCOMPARE(profile.error().kind, ProfileError::Kind::FolderUnusable);
    const auto below = Profile::open(folder() + u"/below"_s);
    QVERIFY(!below);
    QCOMPARE(below.error().kind, ProfileError::Kind::FolderUnusable);
}

void tst_Profile::leavesTheModeOfAForeignFolder()
{
    QVERIFY(QDir().mkpath(folder()));
    QFile other(folder() + u"/letters.txt"_s);
    QVERIFY(other.open(QIODevice::WriteOnly));
    const auto shared
        = ownerFile | QFileDevice::ExeOwner | QFileDevice::ReadGroup | QFileDevice::ExeGroup;
    QVERIFY(QFile::setPermissions(folder(), shared));
    QVERIFY(opened(folder()));
    QCOMPARE(modeOf(folder()), shared);
    QCOMPARE(modeOf(file()), ownerFile);
}

void tst_Profile::movesACorruptFileAsideOnce_data()
{
    QTest::addColumn<QByteArray>("content"); // empty: a true database with a spoilt page
    QTest::newRow("no-database") << QByteArray(4096, 'x');
    QTest::newRow("short") << QByteArray("SQLite format 3");
    QTest::newRow("spoilt-page") << QByteArray();
}

void tst_Profile::movesACorruptFileAsideOnce()
{
    QFETCH(QByteArray, content);
    {
        const auto profile = opened(folder());
        QVERIFY(profile);
        for (int i = 0; i < 500; ++i)
            profile->saveContact(contact(u"n%1"_s.arg(i), u"name"_s));
    }
    QFile database(file());
    QVERIFY(database.open(QIODevice::ReadWrite));
    if (content.isEmpty()) {
        content = database.readAll();
        for (qsizetype page = 1; page * 4096 < content.size(); ++page)
            content.replace(page * 4096, 256, QByteArray(256, '\xff'));
    }
    database.resize(0);
    database.seek(0);
    database.write(content);
    database.close();

    const auto failed = Profile::open(folder());
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ProfileError::Kind::DatabaseCorrupt);
    QVERIFY2(failed.error().detail.startsWith(file() + u".corrupt-"_s),
             qPrintable(failed.error().detail));
    QFile aside(failed.error().detail);
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), content);
    const auto fresh = opened(folder());
    QVERIFY(fresh);
    QVERIFY(fresh->contacts().isEmpty());
}

void tst_Profile::leavesANewerDatabaseAlone()
{
    QVERIFY(QDir().mkpath(folder()));
    QVERIFY(execute(file(), {u"CREATE TABLE later (x)"_s, u"PRAGMA user_version=99"_s}));
    QFile database(file());
    QVERIFY(database.open(QIODevice::ReadOnly));
    const QByteArray before = database.readAll();
    const auto profile = Profile::open(folder());
    QVERIFY(!profile);
    QCOMPARE(profile.error().kind, ProfileError::Kind::DatabaseTooNew);
    QCOMPARE(profile.error().detail, file());
    database.seek(0);
    QCOMPARE(database.readAll(), before);
}

void tst_Profile::anUnknownRelationIsNoConsent()
{
    {
        const auto profile = opened(folder());
        QVERIFY(profile);
        profile->saveContact(contact(u"n1"_s));
        profile->saveContact(contact(u"n2"_s));
    }
    QVERIFY(execute(file(), {u"UPDATE contacts SET relation = 'best-friend' WHERE node = 'n1'"_s}));
    const auto profile = opened(folder());
    QVERIFY(profile);
    const auto found = byId(profile->contacts());
    QCOMPARE(found.value(core::ContactId(u"n1"_s)).relation, core::Relation::Unapproved);
    QCOMPARE(found.value(core::ContactId(u"n2"_s)).relation, core::Relation::Accepted);
}

void tst_Profile::stripsNul()
{
    const QString spoilt = u"a\0b"_s;
    QCOMPARE(spoilt.size(), 3);
    for (int opening = 0; opening < 2; ++opening) {
        const auto profile = opened(folder());
        QVERIFY(profile);
        if (opening == 0) {
            profile->saveContact(contact(u"n1"_s, spoilt));
            profile->saveManualStatus({core::Availability::Chat, spoilt});
            profile->saveSetting(u"a/b"_s, spoilt);
        }
        QCOMPARE(profile->contacts().first().profileName, u"ab"_s);
        QCOMPARE(profile->manualStatus().mood, u"ab"_s);
        QCOMPARE(profile->setting(u"a/b"_s), u"ab"_s);
    }
}

void tst_Profile::keepsStrangeTexts()
{
    const QString strange = u"Robert'); DROP TABLE contacts;-- \u202e?%1 \n"_s;
    {
        const auto profile = opened(folder());
        QVERIFY(profile);
        profile->saveContact(contact(strange, strange));
        profile->saveSetting(strange, strange);
    }
    const auto profile = opened(folder());
    QVERIFY(profile);
    QCOMPARE(profile->contacts(), QList({contact(strange, strange)}));
    QCOMPARE(profile->setting(strange), strange);
}

// A limit on the size of files fails every write, as a full disk does, but needs no rights.
void tst_Profile::keepsTheTruthWhenWritingFails()
{
    const auto profile = opened(folder());
    QVERIFY(profile);
    QList<std::optional<ProfileError>> told;
    profile->onWriteError([&](const auto &error) { told.append(error); });
    profile->saveSetting(u"before/it"_s, u"1"_s);
    profile->flush();
    QVERIFY(!profile->lastWriteError());

    rlimit usual{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &usual), 0);
    const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit tight = usual;
    tight.rlim_cur = 4096;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
    profile->saveContact(contact(u"n1"_s, u"kept"_s));
    profile->flush();
    profile->saveContact(contact(u"n2"_s, u"kept, too"_s));
    profile->flush();
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &usual), 0);
    std::signal(SIGXFSZ, oldHandler);

    QVERIFY(profile->lastWriteError());
    QCOMPARE(profile->contacts().size(), 2);
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(told.first());
    profile->saveContact(contact(u"n3"_s));
    profile->flush();
    QVERIFY(!profile->lastWriteError());
    QTRY_COMPARE(told.size(), 2);
    QVERIFY(!told.last());

    const QString copy = m_dir->filePath(u"copy"_s);
    QVERIFY(QDir().mkpath(copy));
    for (const auto &name : {u"profile.db"_s, u"profile.db-wal"_s})
        QVERIFY(QFile::copy(folder() + u'/' + name, copy + u'/' + name));
    const auto again = opened(copy);
    QVERIFY(again);
    QCOMPARE(byId(again->contacts()), byId(profile->contacts()));
}

void tst_Profile::aFullDiskIsToldAndRetried()
{
    const QByteArray disk = m_dir->filePath(u"disk"_s).toLocal8Bit();
    QVERIFY(QDir().mkpath(m_dir->filePath(u"disk"_s)));
    if (mount("timbre-test", disk.constData(), "tmpfs", 0, "size=512k") != 0)
        QSKIP("needs the right to mount a tmpfs");
    const auto unmount = qScopeGuard([&] { umount2(disk.constData(), MNT_DETACH); });
    const QString place = QString::fromLocal8Bit(disk) + u"/profile"_s;
    {
        const auto profile = opened(place);
        QVERIFY(profile);
        QFile ballast(QString::fromLocal8Bit(disk) + u"/ballast"_s);
        QVERIFY(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (ballast.write(QByteArray(4096, 'x')) > 0) { }
        for (int i = 0; i < 100; ++i)
            profile->saveContact(contact(u"n%1"_s.arg(i), u"name"_s.repeated(20)));
        profile->flush();
        QVERIFY(profile->lastWriteError());
        QCOMPARE(profile->lastWriteError()->kind, ProfileError::Kind::DiskFull);
        QCOMPARE(profile->contacts().size(), 100);
        QVERIFY(ballast.remove());
        profile->flush();
        QVERIFY(!profile->lastWriteError());
    }
    const auto profile = opened(place);
    QVERIFY(profile);
    QCOMPARE(profile->contacts().size(), 100);
}

void tst_Profile::loadsTenThousandContactsSoon()
{
    {
        const auto profile = opened(folder());
        QVERIFY(profile);
        for (int i = 0; i < 10'000; ++i)
            profile->saveContact(contact(u"node%1"_s.arg(i), u"name %1"_s.arg(i)));
    }
    QElapsedTimer timer;
    timer.start();
    const auto profile = opened(folder());
    const qint64 took = timer.elapsed();
    QVERIFY(profile);
    QCOMPARE(profile->contacts().size(), 10'000);
    qInfo("10 000 contacts in %lld ms", static_cast<long long>(took));
    QVERIFY(took < 3'000); // hangs and quadratic loading; the bench has the real figure
}

QTEST_GUILESS_MAIN(tst_Profile)

#include "tst_profile.moc"
