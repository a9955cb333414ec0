// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "model/profile_fixture.h"

#include <QDir>
#include <QTest>

#include <csignal>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace timbre;
using namespace timbre::store;
using namespace timbre::test;
using namespace Qt::StringLiterals;

// A profile in a folder, a file or a disk that is not as it should be.
class tst_ProfileTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void losesNothingSaidBeforeAKill();
    void letsOnlyOneProgramIn();
    void aLockOfADeadProgramIsNoLock();
    void aFileInPlaceOfTheFolderIsUnusable();
    void leavesTheModeOfAForeignFolder();
    void movesACorruptFileAsideOnce_data();
    void movesACorruptFileAsideOnce();
    void leavesANewerDatabaseAlone();
    void keepsTheTruthWhenWritingFails();
    void aFullDiskIsToldAndRetried();

private:
    QString folder() const { return m_dir->filePath(u"profile"_s); }
    QString file() const { return m_dir->filePath(u"profile/profile.db"_s); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void tst_ProfileTrouble::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

// What a kill leaves behind is what a copy of the open files holds.
void tst_ProfileTrouble::losesNothingSaidBeforeAKill()
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
        QCOMPARE(found.value(core::ContactId(u"n%1"_s.arg(i))), contact(u"n%1"_s.arg(i), u"name"_s));
}

void tst_ProfileTrouble::letsOnlyOneProgramIn()
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

void tst_ProfileTrouble::aLockOfADeadProgramIsNoLock()
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
    lock.write(QByteArray::number(child) + "\ntimbre\n" + QSysInfo::machineHostName().toUtf8() + "\n"
               + QSysInfo::machineUniqueId() + "\n" + QSysInfo::bootUniqueId() + "\n");
    lock.close();
    QVERIFY(opened(folder()));
}

void tst_ProfileTrouble::aFileInPlaceOfTheFolderIsUnusable()
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

void tst_ProfileTrouble::leavesTheModeOfAForeignFolder()
{
    QVERIFY(QDir().mkpath(folder()));
    QFile other(folder() + u"/letters.txt"_s);
    QVERIFY(other.open(QIODevice::WriteOnly));
    const auto shared = ownerFile | QFileDevice::ExeOwner | QFileDevice::ReadGroup | QFileDevice::ExeGroup;
    QVERIFY(QFile::setPermissions(folder(), shared));
    QVERIFY(opened(folder()));
    QCOMPARE(modeOf(folder()), shared);
    QCOMPARE(modeOf(file()), ownerFile);
}

void tst_ProfileTrouble::movesACorruptFileAsideOnce_data()
{
    QTest::addColumn<QByteArray>("content"); // empty: a true database with a spoilt page
    QTest::newRow("no-database") << QByteArray(4096, 'x');
    QTest::newRow("short") << QByteArray("SQLite format 3");
    QTest::newRow("spoilt-page") << QByteArray();
}

void tst_ProfileTrouble::movesACorruptFileAsideOnce()
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
    QVERIFY2(failed.error().detail.startsWith(file() + u".corrupt-"_s), qPrintable(failed.error().detail));
    QFile aside(failed.error().detail);
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), content);
    const auto fresh = opened(folder());
    QVERIFY(fresh);
    QVERIFY(fresh->contacts().isEmpty());
}

void tst_ProfileTrouble::leavesANewerDatabaseAlone()
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

// A limit on the size of files fails every write, as a full disk does, but needs no rights.
void tst_ProfileTrouble::keepsTheTruthWhenWritingFails()
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

void tst_ProfileTrouble::aFullDiskIsToldAndRetried()
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

QTEST_GUILESS_MAIN(tst_ProfileTrouble)

#include "tst_profile_trouble.moc"
