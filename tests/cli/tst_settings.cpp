// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

#include "cli/names.h"
#include "cli/settings.h"

#include <QTest>

using namespace timbre;
using namespace timbre::cli;
using namespace Qt::StringLiterals;

// The command line of timbre-cli.
class tst_Settings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void optionsGoBeforeAndAfterTheCommand();
    void optionsWinOverTheEnvironment();
    void dashesEndTheOptions();
    void nonsenseIsRefusedInWords_data();
    void nonsenseIsRefusedInWords();
    void timesHaveUnits();
    void everyCommandHasItsHelp();
    void namesBecomeNodes();

private:
    static Expected<CommandLine, QString> parse(const QStringList &words, const QProcessEnvironment &environment = {})
    {
        return parseCommandLine(QStringList{u"timbre-cli"_s} + words, environment);
    }
};

void tst_Settings::optionsGoBeforeAndAfterTheCommand()
{
    const auto line = parse({u"--server"_s, u"ws://127.0.0.1:1"_s, u"--account"_s, u"al@ice@im.test"_s, u"room"_s,
                             u"create"_s, u"Tea at four"_s, u"--open"_s, u"--json"_s, u"--timeout"_s, u"2.5"_s});
    QVERIFY2(line, line ? "" : qPrintable(line.error()));
    QCOMPARE(line->command->name, u"room create"_s);
    QCOMPARE(line->arguments.words, QStringList{u"Tea at four"_s});
    QVERIFY(line->arguments.has(u"open"_s));
    QVERIFY(line->settings.isJson);
    QCOMPARE(line->settings.name, u"al@ice"_s);
    QCOMPARE(line->settings.domain, u"im.test"_s);
    QCOMPARE(line->settings.timeout, core::Milliseconds(2'500));
    QCOMPARE(line->settings.servers.value(0).url, QUrl(u"ws://127.0.0.1:1/tim"_s));
}

void tst_Settings::optionsWinOverTheEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(u"TIMBRE_SERVER"_s, u"ws://127.0.0.1:1 ws://127.0.0.1:2"_s);
    environment.insert(u"TIMBRE_ACCOUNT"_s, u"alice"_s);
    environment.insert(u"TIMBRE_PASSWORD"_s, u"secret"_s);
    const auto line = parse({u"roster"_s}, environment);
    QVERIFY(line);
    QCOMPARE(line->settings.servers.size(), 2);
    QCOMPARE(line->settings.name, u"alice"_s);
    QCOMPARE(line->settings.password.from, PasswordSource::From::Environment);
    const auto other
        = parse({u"--account"_s, u"bob"_s, u"--password-file"_s, u"f"_s, u"--server"_s, u"im.test"_s, u"roster"_s},
                environment);
    QVERIFY(other);
    QCOMPARE(other->settings.name, u"bob"_s);
    QCOMPARE(other->settings.password.from, PasswordSource::From::File);
    QCOMPARE(other->settings.servers.value(0).url, QUrl(u"wss://im.test:443/tim"_s));
}

void tst_Settings::dashesEndTheOptions()
{
    const auto line = parse(
        {u"--server"_s, u"ws://127.0.0.1:1"_s, u"--account"_s, u"alice"_s, u"send"_s, u"bob"_s, u"--"_s, u"--json"_s});
    QVERIFY(line);
    QCOMPARE(line->arguments.words, QStringList({u"bob"_s, u"--json"_s}));
    QVERIFY(!line->settings.isJson);
}

void tst_Settings::nonsenseIsRefusedInWords_data()
{
    QTest::addColumn<QStringList>("words");
    const QStringList good{u"--server"_s, u"ws://127.0.0.1:1"_s, u"--account"_s, u"alice"_s};
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("command") << good + QStringList{u"dance"_s};
    QTest::newRow("half-a-command") << good + QStringList{u"room"_s};
    QTest::newRow("option") << good + QStringList{u"roster"_s, u"--open"_s};
    QTest::newRow("too-few") << good + QStringList{u"send"_s, u"bob"_s};
    QTest::newRow("too-many") << good + QStringList{u"send"_s, u"bob"_s, u"a"_s, u"b"_s};
    QTest::newRow("no-server") << QStringList{u"--account"_s, u"alice"_s, u"roster"_s};
    QTest::newRow("no-account") << QStringList{u"--server"_s, u"ws://127.0.0.1:1"_s, u"roster"_s};
    QTest::newRow("password-in-address") << QStringList{u"--server"_s, u"ws://a:b@127.0.0.1:1"_s, u"--account"_s,
                                                        u"alice"_s, u"roster"_s};
    QTest::newRow("encoding") << good + QStringList{u"--encoding"_s, u"xml"_s, u"roster"_s};
    QTest::newRow("timeout") << good + QStringList{u"--timeout"_s, u"soon"_s, u"roster"_s};
    QTest::newRow("two-passwords") << good
            + QStringList{u"--password-file"_s, u"f"_s, u"--password-stdin"_s, u"roster"_s};
    QTest::newRow("long-account") << QStringList{u"--server"_s, u"ws://127.0.0.1:1"_s, u"--account"_s,
                                                 QString(10'000, u'x'), u"roster"_s};
}

void tst_Settings::nonsenseIsRefusedInWords()
{
    QFETCH(QStringList, words);
    const auto line = parse(words);
    QVERIFY(!line);
    QVERIFY2(line.error().size() > 10, qPrintable(line.error()));
}

void tst_Settings::timesHaveUnits()
{
    QCOMPARE(parseDuration(u"45"_s), core::Milliseconds(45'000));
    QCOMPARE(parseDuration(u"500ms"_s), core::Milliseconds(500));
    QCOMPARE(parseDuration(u"30m"_s), core::Milliseconds(1'800'000));
    QCOMPARE(parseDuration(u"2h"_s), core::Milliseconds(7'200'000));
    for (const QString &bad : {u""_s, u"m"_s, u"0"_s, u"-1"_s, u"nan"_s, u"inf"_s, u"1e99"_s, u"9999d"_s, u"1x"_s})
        QVERIFY2(!parseDuration(bad), qPrintable(bad));
}

void tst_Settings::everyCommandHasItsHelp()
{
    QFile manual(QStringLiteral(TIMBRE_SOURCE_DIR "/docs/man/timbre-cli.1"));
    QVERIFY(manual.open(QIODevice::ReadOnly));
    QFile completion(QStringLiteral(TIMBRE_SOURCE_DIR "/resources/completion/bash/timbre-cli"));
    QVERIFY(completion.open(QIODevice::ReadOnly));
    const QString man = QString::fromUtf8(manual.readAll()).remove(u'\\');
    const QString bash = QString::fromUtf8(completion.readAll());
    for (const Command &command : allCommands()) {
        QVERIFY2(command.help.endsWith(u'.'), qPrintable(command.name));
        QVERIFY(helpText().contains(command.usage()));
        QVERIFY(helpText(&command).contains(command.help));
        const QString last = command.name.section(u' ', -1);
        QVERIFY2(man.contains(last), qPrintable(command.name));
        QVERIFY2(bash.contains(last), qPrintable(command.name));
        for (const OptionSpec &option : command.options)
            QVERIFY2(bash.contains(u"--"_s + option.name), qPrintable(command.name + u' ' + option.name));
    }
}

void tst_Settings::namesBecomeNodes()
{
    Names names;
    QCOMPARE(*names.node(u"alice"_s), u"KrffBZqyqTL"_s); // protocol.md 4.1
    QCOMPARE(*names.node(u"KrffBZqyqTL"_s), u"KrffBZqyqTL"_s);
    QCOMPARE(*names.node(u"tim1@tlnet.top"_s), u"UHuS8PoK2LX"_s);
    QCOMPARE(*names.node(u"bob"_s), u"ZD9HTVV1Jca"_s); // although "bob" passes the check of a node
    QCOMPARE(*names.node(u"node:bob"_s), u"bob"_s);
    QCOMPARE(*names.node(u"KrffBZqyqTL@"_s), protocol::NodeIdScheme().accountNode(u"KrffBZqyqTL"_s));
    names.setDomain(u"tlnet.top"_s);
    QCOMPARE(*names.node(u"tim1"_s), u"UHuS8PoK2LX"_s);
    QVERIFY(!names.node(QString()));
    QVERIFY(!names.node(QString(1'000, u'x')));
}

QTEST_GUILESS_MAIN(tst_Settings)
#include "tst_settings.moc"
