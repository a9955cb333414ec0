// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

#include "cli/contacts_file.h"
#include "cli/file_offer.h"
#include "cli/gzip.h"
#include "cli/incoming_file.h"
#include "cli/secret.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace timbre;
using namespace timbre::cli;
using namespace Qt::StringLiterals;

// What this program reads from and writes to disks, and what strangers may make it write.
class tst_Files : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gzipComesBack();
    void gzipBombIsRefused();
    void fileNamesAreMadeHarmless_data();
    void fileNamesAreMadeHarmless();
    void offersOfStrangersAreChecked();
    void incomingFileIsNeverWrittenOverAnother();
    void incomingFileOfTheWrongSizeIsNotKept();
    void damagedSliceIsRefused();
    void contactsComeBackFromTheirFile();
    void contactsFileIsNotWrittenOver();
    void hostileContactsFilesAreRefused_data();
    void hostileContactsFilesAreRefused();
    void passwordFileThatOthersReadIsRefused();

private:
    static QStringList filesIn(const QTemporaryDir &folder)
    {
        return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
};

void tst_Files::gzipComesBack()
{
    for (const QByteArray &data : {QByteArray(), QByteArray("x"), QByteArray(100'000, 'a')}) {
        const QByteArray packed = gzip(data);
        QVERIFY(packed.startsWith("\x1f\x8b")); // gzip, not zlib
        QCOMPARE(gunzip(packed, 100'000), std::optional(data));
    }
    QCOMPARE(gunzip(QByteArray(1, '\0'), 100), std::nullopt);
    QCOMPARE(gunzip(gzip("whole").chopped(1), 100), std::nullopt);
    QCOMPARE(gunzip(gzip("whole") + "more", 100), std::nullopt);
}

void tst_Files::gzipBombIsRefused()
{
    QCOMPARE(gunzip(gzip(QByteArray(50'000'000, '\0')), largestSlice), std::nullopt);
}

void tst_Files::fileNamesAreMadeHarmless_data()
{
    QTest::addColumn<QString>("offered");
    QTest::addColumn<QString>("safe");
    QTest::newRow("plain") << u"report.pdf"_s << u"report.pdf"_s;
    QTest::newRow("path") << u"../../etc/passwd"_s << u"passwd"_s;
    QTest::newRow("windows") << u"C:\\Windows\\evil.exe"_s << u"evil.exe"_s;
    QTest::newRow("hidden") << u"..bashrc"_s << u"bashrc"_s;
    QTest::newRow("dots") << u".."_s << u"file"_s;
    QTest::newRow("empty") << u""_s << u"file"_s;
    QTest::newRow("controls") << u"a\x1b[31m\nb"_s << u"a[31m b"_s;
    QTest::newRow("turned") << QString(u"photo"_s + QChar(0x202e) + u"gpj.exe"_s) << u"photogpj.exe"_s;
}

void tst_Files::fileNamesAreMadeHarmless()
{
    QFETCH(QString, offered);
    QTEST(safeFileName(offered), "safe");
    QVERIFY(safeFileName(offered + QString(5'000, u'ü')).toUtf8().size() <= 200);
}

void tst_Files::offersOfStrangersAreChecked()
{
    const auto offer = parseOffer(offerText({u"a.txt"_s, 12, u"Node"_s}));
    QVERIFY(offer);
    QCOMPARE(offer->name, u"a.txt"_s);
    QCOMPARE(offer->size, 12);
    for (const QString &bad :
         {u""_s, u"[]"_s, uR"({"name":"a","size":-1,"vnode":"N"})"_s, uR"({"name":"a","size":1})"_s,
          uR"({"name":"a","size":"1","vnode":"N"})"_s, u'"' + QString(10'000, u'x') + u'"'})
        QVERIFY2(!parseOffer(bad), qPrintable(bad.left(50)));
}

void tst_Files::incomingFileIsNeverWrittenOverAnother()
{
    QTemporaryDir folder;
    QTemporaryDir elsewhere;
    write(folder.filePath(u"a.txt"_s), "mine");
    QVERIFY(QFile::link(elsewhere.filePath(u"target"_s), folder.filePath(u"a (1).txt"_s))); // dangling
    IncomingFile file(folder.path(), u"a.txt"_s, 6);
    QVERIFY(file.open().isOk());
    QVERIFY(file.append(gzip("the")).isOk());
    QVERIFY(file.append(gzip("irs")).isOk());
    QVERIFY(file.finish().isOk());
    QCOMPARE(contentOf(folder.filePath(u"a.txt"_s)), "mine");
    QCOMPARE(file.path(), folder.filePath(u"a (2).txt"_s));
    QCOMPARE(contentOf(file.path()), "theirs");
    QVERIFY(filesIn(elsewhere).isEmpty());
    QCOMPARE(QFile::permissions(file.path()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    for (const QString &name : filesIn(folder))
        QVERIFY2(!name.endsWith(u".part"_s), qPrintable(name));
}

void tst_Files::incomingFileOfTheWrongSizeIsNotKept()
{
    QTemporaryDir folder;
    {
        IncomingFile tooShort(folder.path(), u"a"_s, 6);
        QVERIFY(tooShort.open().isOk());
        QVERIFY(tooShort.append(gzip("the")).isOk());
        QCOMPARE(tooShort.finish().code, ExitCode::LocalFile);
        IncomingFile tooLong(folder.path(), u"b"_s, 2);
        QVERIFY(tooLong.open().isOk());
        QCOMPARE(tooLong.append(gzip("the")).code, ExitCode::LocalFile);
    }
    QCOMPARE(filesIn(folder), QStringList());
}

void tst_Files::damagedSliceIsRefused()
{
    QTemporaryDir folder;
    IncomingFile file(folder.path(), u"a"_s, 6);
    QVERIFY(file.open().isOk());
    QByteArray slice = gzip("the");
    slice[slice.size() - 6] = char(slice[slice.size() - 6] ^ 1); // in the check sum
    QCOMPARE(file.append(slice).code, ExitCode::LocalFile);
}

void tst_Files::contactsComeBackFromTheirFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"contacts.json"_s);
    QVERIFY(
        writeContactsFile(path, {u"alice"_s, u"im.test"_s, {{u"Node"_s, {}, u"Bob"_s}}, {{u"R"_s, u"Tea"_s}}}, false)
            .isOk());
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const auto read = readContactsFile(path);
    QVERIFY(read);
    QCOMPARE(read->account, u"alice"_s);
    QCOMPARE(read->domain, u"im.test"_s);
    QCOMPARE(read->contacts.size(), 1);
    QCOMPARE(read->contacts[0].node, u"Node"_s);
    QCOMPARE(read->contacts[0].name, u"Bob"_s);
}

void tst_Files::contactsFileIsNotWrittenOver()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"contacts.json"_s);
    write(path, "precious");
    QCOMPARE(writeContactsFile(path, {}, false).code, ExitCode::LocalFile);
    QCOMPARE(contentOf(path), "precious");
    const QString link = folder.filePath(u"link"_s);
    QVERIFY(QFile::link(path, link));
    QCOMPARE(writeContactsFile(link, {}, true).code, ExitCode::LocalFile);
    QCOMPARE(contentOf(path), "precious");
    QVERIFY(writeContactsFile(path, {}, true).isOk());
}

void tst_Files::hostileContactsFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no-json") << QByteArray("{");
    QTest::newRow("version") << QByteArray(R"({"version":2,"contacts":[]})");
    QTest::newRow("no-list") << QByteArray(R"({"version":1,"contacts":{}})");
    QTest::newRow("nobody") << QByteArray(R"({"version":1,"contacts":[{"name":"x"}]})");
    QTest::newRow("long-id") << QByteArray(R"({"version":1,"contacts":[{"node":")") + QByteArray(1'000, 'x') + "\"}]}";
    QTest::newRow("many") << QByteArray(R"({"version":1,"contacts":[{"node":"x"})")
            + QByteArray(R"(,{"node":"x"})").repeated(10'000) + "]}";
    QTest::newRow("huge") << QByteArray(9 * 1024 * 1024, ' ');
}

void tst_Files::hostileContactsFilesAreRefused()
{
    QFETCH(QByteArray, bytes);
    QTemporaryDir folder;
    write(folder.filePath(u"c"_s), bytes);
    const auto read = readContactsFile(folder.filePath(u"c"_s));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ExitCode::LocalFile);
    QVERIFY(read.error().sentence.size() > 20);
}

void tst_Files::passwordFileThatOthersReadIsRefused()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"password"_s);
    const PasswordSource source{PasswordSource::From::File, path};
    write(path, "secret\nsecond line\n");
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
    const auto refused = readSecret(source, {}, SecretIs::Known);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ExitCode::LocalFile);
    QVERIFY(refused.error().sentence.contains(u"chmod 600"_s));
    QVERIFY(!refused.error().sentence.contains(u"secret"_s));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    const auto secret = readSecret(source, {}, SecretIs::Known);
    QVERIFY(secret);
    QCOMPARE(*secret, u"secret"_s);
}

QTEST_GUILESS_MAIN(tst_Files)
#include "tst_files.moc"
