// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

#include "app/account.h"
#include "app/options.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace timbre::app;

class tst_Options : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understands();
    void commandsForTheRunningProgram();
    void commandsSurviveTheWire();
    void linksNameAnAccount_data();
    void linksNameAnAccount();
    void refusesWithASentence_data();
    void refusesWithASentence();
    void passwordIsTheFirstLineOfTheFile();
    void missingOrEmptyPasswordFileIsAnError();
    void accountNameIsSplitAtTheLastAt_data();
    void accountNameIsSplitAtTheLastAt();
};

void tst_Options::understands()
{
    QVERIFY(parseOptions({u"timbre"_s})->task == Options::Task::Run);
    QVERIFY(parseOptions({u"timbre"_s, u"--help"_s})->task == Options::Task::ShowHelp);
    QVERIFY(parseOptions({u"timbre"_s, u"--version"_s})->task == Options::Task::ShowVersion);

    const auto demo = parseOptions({u"timbre"_s, u"--demo"_s, u"--play"_s, u"/tmp/x"_s, u"--clicks"_s, u"200"_s});
    QVERIFY(demo);
    QVERIFY(demo->task == Options::Task::Demo);
    QCOMPARE(demo->playFolder, u"/tmp/x"_s);
    QCOMPARE(demo->playClicks, 200);

    const auto signIn = parseOptions({u"timbre"_s, u"--profile"_s, u"/p"_s, u"--sign-in"_s, u"ws://127.0.0.1:1/tim"_s,
                                      u"--user"_s, u"alice"_s, u"--password-file"_s, u"/f"_s});
    QVERIFY(signIn);
    QCOMPARE(signIn->profileFolder, u"/p"_s);
    QVERIFY(signIn->signIn.has_value());
    QCOMPARE(signIn->signIn->user, u"alice"_s);
}

void tst_Options::commandsForTheRunningProgram()
{
    using Task = InstanceCommand::Task;
    const auto plain = parseOptions({u"timbre"_s});
    QVERIFY(plain && plain->command.task == Task::Show && plain->startIfNeeded);

    const auto status = parseOptions({u"timbre"_s, u"--status"_s, u"busy"_s, u"--mood"_s, u"In a meeting"_s});
    QVERIFY(status);
    QVERIFY(status->command.task == Task::SetStatus);
    QCOMPARE(status->command.availability, timbre::core::Availability::Busy);
    QCOMPARE(status->command.mood, u"In a meeting"_s);
    QVERIFY(!status->startIfNeeded);

    const auto cleared = parseOptions({u"timbre"_s, u"--mood"_s, u""_s, u"--start"_s});
    QVERIFY(cleared && cleared->startIfNeeded);
    QVERIFY(!cleared->command.availability);
    QCOMPARE(cleared->command.mood, QString());

    const auto quit = parseOptions({u"timbre"_s, u"--quit"_s});
    QVERIFY(quit && quit->command.task == Task::Quit && !quit->startIfNeeded);

    const auto hidden = parseOptions({u"timbre"_s, u"--minimised"_s});
    QVERIFY(hidden && hidden->minimised && hidden->startIfNeeded && !plain->minimised);

    QCOMPARE(commandOfAction(u"busy"_s)->availability, timbre::core::Availability::Busy);
    QVERIFY(commandOfAction(u"quit"_s)->task == Task::Quit);
    QVERIFY(!commandOfAction(u"format"_s));

    const auto link = parseOptions({u"timbre"_s, u"tim:bob"_s});
    QVERIFY(link && link->command.task == Task::OpenLink && link->startIfNeeded);
    QCOMPARE(link->command.account, u"bob"_s);
}

void tst_Options::commandsSurviveTheWire()
{
    InstanceCommand command;
    command.task = InstanceCommand::Task::SetStatus;
    command.availability = timbre::core::Availability::Away;
    command.mood = u"\"quoted\"\nand lines 🍜"_s;
    command.activationToken = u"token"_s;
    QVERIFY(!encode(command).contains('\n'));
    QVERIFY(decodeCommand(encode(command)) == command);
    QVERIFY(!decodeCommand("nonsense"));
    QVERIFY(!decodeCommand("{\"task\":\"explode\"}"));
    QVERIFY(!decodeCommand("{\"task\":\"status\",\"status\":\"offline\"}"));
    QCOMPARE(decodeAnswer(encodeAnswer(u"no"_s)), u"no"_s);
    QCOMPARE(decodeAnswer(encodeAnswer({})), QString());
}

void tst_Options::linksNameAnAccount_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("account");
    QTest::newRow("name") << u"tim:alice"_s << u"alice"_s;
    QTest::newRow("domain") << u"TIM:alice@example.org"_s << u"alice@example.org"_s;
    QTest::newRow("slashes") << u"tim://alice"_s << u"alice"_s;
    QTest::newRow("encoded") << u"tim:%E5%BC%A0%E4%B8%89?text=hi"_s << u"张三"_s;
    QTest::newRow("empty") << u"tim:"_s << QString();
    QTest::newRow("control") << u"tim:a%0Ab"_s << QString();
    QTest::newRow("long") << u"tim:"_s + QString(300, u'a') << QString();
    QTest::newRow("other") << u"http://alice"_s << QString();
}

void tst_Options::linksNameAnAccount()
{
    QFETCH(QString, link);
    QFETCH(QString, account);
    QCOMPARE(accountOfLink(link).value_or(QString()), account);
}

void tst_Options::refusesWithASentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown") << QStringList{u"--nonsense"_s};
    QTest::newRow("positional") << QStringList{u"alice"_s};
    QTest::newRow("sign-in-alone") << QStringList{u"--sign-in"_s, u"ws://localhost/tim"_s};
    QTest::newRow("password-file-alone") << QStringList{u"--password-file"_s, u"/f"_s};
    QTest::newRow("compact-alone") << QStringList{u"--compact-encoding"_s};
    QTest::newRow("demo-with-profile") << QStringList{u"--demo"_s, u"--profile"_s, u"/p"_s};
    QTest::newRow("play-without-demo") << QStringList{u"--play"_s, u"/p"_s};
    QTest::newRow("no-clicks") << QStringList{u"--demo"_s, u"--clicks"_s, u"0"_s};
    QTest::newRow("clicks-text") << QStringList{u"--demo"_s, u"--clicks"_s, u"many"_s};
    QTest::newRow("status") << QStringList{u"--status"_s, u"offline"_s};
    QTest::newRow("start-alone") << QStringList{u"--start"_s};
    QTest::newRow("two-things") << QStringList{u"--quit"_s, u"--status"_s, u"busy"_s};
    QTest::newRow("two-links") << QStringList{u"tim:a"_s, u"tim:b"_s};
    QTest::newRow("demo-with-status") << QStringList{u"--demo"_s, u"--status"_s, u"busy"_s};
    QTest::newRow("appearance") << QStringList{u"--appearance"_s, u"pink"_s};
}

void tst_Options::refusesWithASentence()
{
    QFETCH(QStringList, arguments);
    const auto options = parseOptions(QStringList{u"timbre"_s} + arguments);
    QVERIFY(!options);
    QVERIFY(options.error().sentence.size() > 5);
}

void tst_Options::passwordIsTheFirstLineOfTheFile()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"password"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("gehe\xc3\xafm \r\nsecond line\n");
    file.close();
    const auto password = readPasswordFile(file.fileName());
    QVERIFY(password);
    QCOMPARE(*password, u"geheïm "_s);
}

void tst_Options::missingOrEmptyPasswordFileIsAnError()
{
    QTemporaryDir folder;
    QVERIFY(!readPasswordFile(folder.filePath(u"missing"_s)));
    QFile file(folder.filePath(u"empty"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QVERIFY(!readPasswordFile(file.fileName()));
}

void tst_Options::accountNameIsSplitAtTheLastAt_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("domain");
    QTest::newRow("plain") << u"alice"_s << u"alice"_s << QString();
    QTest::newRow("domain") << u" tim1@tlnet.top "_s << u"tim1"_s << u"tlnet.top"_s;
    QTest::newRow("two-ats") << u"a@b@c"_s << u"a@b"_s << u"c"_s;
    QTest::newRow("leading-at") << u"@alice"_s << u"@alice"_s << QString();
    QTest::newRow("trailing-at") << u"alice@"_s << u"alice@"_s << QString();
}

void tst_Options::accountNameIsSplitAtTheLastAt()
{
    QFETCH(QString, typed);
    QTEST(splitAccountName(typed).name, "name");
    QTEST(splitAccountName(typed).domain, "domain");
}

QTEST_GUILESS_MAIN(tst_Options)
#include "tst_options.moc"
