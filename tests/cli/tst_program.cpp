// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

#include "cli/gzip.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;

// timbre-cli as a script starts it, against timbre-node: real processes, exit codes and words.
class tst_Program : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void accountIsMadeAndSignsIn();
    void takenNameIsFour();
    void wrongPasswordIsThree();
    void unreachableServerIsTwo();
    void silentServerIsFive();
    void emptyListsAreSix();
    void statusIsSeenByFriendsOnly();
    void stayingStatusIsAnswered();
    void messageGoesAcrossAndIsKept();
    void compactEncodingDoesTheSame();
    void textOfOthersCannotSteerTheTerminal();
    void contactsMoveToAnotherServer();
    void fileGoesAcrossWhole();
    void scriptWithAnUnmetExpectationNamesItsLine();
    void wholeConversationIsPlayed();

private:
    struct Result {
        int exitCode = -1;
        QByteArray out;
        QByteArray error;
    };
    struct Server {
        std::unique_ptr<QTemporaryDir> folder;
        std::unique_ptr<QProcess> process;
        QString url;
    };

    static constexpr int patience = 60'000; // ms; a sanitizer build on a busy machine

    static Server startNode();
    static void stop(QProcess &process, int signal = SIGTERM);
    QProcessEnvironment environment(const QString &account, const QString &url = {}) const;
    std::unique_ptr<QProcess> start(const QString &account, const QStringList &words, const QString &url = {}) const;
    Result run(const QString &account, const QStringList &words, const QString &url = {}, int limit = patience) const;
    void makeFriends(const QString &one, const QString &other, const QString &url = {}) const;
    static QString newName();
    // Reads lines until one is an event of this name; empty if none comes.
    static QJsonObject awaitEvent(QProcess &process, const QString &event);

    Server m_node;
};

tst_Program::Server tst_Program::startNode()
{
    Server server{std::make_unique<QTemporaryDir>(), std::make_unique<QProcess>(), {}};
    server.process->start(QStringLiteral(TIMBRE_NODE_PROGRAM),
                          {u"--listen"_s, u"127.0.0.1:0"_s, u"--data"_s, server.folder->path()});
    QByteArray line;
    while (!line.endsWith('\n') && server.process->waitForReadyRead(patience))
        line += server.process->readAllStandardOutput();
    server.url = QString::fromUtf8(line).section(u' ', 1).trimmed();
    return server;
}

void tst_Program::stop(QProcess &process, int signal)
{
    ::kill(static_cast<pid_t>(process.processId()), signal);
    QVERIFY(process.waitForFinished(patience));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
}

QProcessEnvironment tst_Program::environment(const QString &account, const QString &url) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TIMBRE_SERVER"_s, url.isEmpty() ? m_node.url : url);
    environment.insert(u"TIMBRE_ACCOUNT"_s, account);
    environment.insert(u"TIMBRE_PASSWORD"_s, u"pw-"_s + account.left(8));
    return environment;
}

std::unique_ptr<QProcess> tst_Program::start(const QString &account, const QStringList &words, const QString &url) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment(account, url));
    process->start(QStringLiteral(TIMBRE_CLI_PROGRAM), words);
    return process;
}

tst_Program::Result tst_Program::run(const QString &account, const QStringList &words, const QString &url,
                                     int limit) const
{
    const auto process = start(account, words, url);
    if (!process->waitForFinished(limit) || process->exitStatus() != QProcess::NormalExit)
        return {};
    return {process->exitCode(), process->readAllStandardOutput(), process->readAllStandardError()};
}

void tst_Program::makeFriends(const QString &one, const QString &other, const QString &url) const
{
    for (const QString &name : {one, other})
        run(name, {u"register"_s}, url);
    run(one, {u"contact"_s, u"add"_s, other, u"Hi"_s}, url);
    run(other, {u"contact"_s, u"accept"_s, one}, url);
    QCOMPARE(run(one, {u"contact"_s, u"list"_s}, url).exitCode, 0);
}

QString tst_Program::newName()
{
    return u"p"_s + QString::number(QRandomGenerator::global()->generate64(), 36);
}

QJsonObject tst_Program::awaitEvent(QProcess &process, const QString &event)
{
    for (;;) {
        while (process.canReadLine()) {
            const QByteArray line = process.readLine();
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            if (object.isEmpty())
                QTest::qFail(qPrintable(u"no JSON: "_s + QString::fromUtf8(line)), __FILE__, __LINE__);
            if (object.value("event"_L1) == event)
                return object;
        }
        if (!process.waitForReadyRead(patience))
            return {};
    }
}

void tst_Program::initTestCase()
{
    m_node = startNode();
    QVERIFY(m_node.url.startsWith(u"ws://127.0.0.1:"_s));
}

void tst_Program::cleanupTestCase()
{
    stop(*m_node.process);
}

void tst_Program::accountIsMadeAndSignsIn()
{
    const QString name = newName();
    const Result made = run(name, {u"register"_s});
    QVERIFY2(made.exitCode == 0, made.error.constData());
    const Result signedIn = run(name, {u"sign-in"_s, u"--json"_s});
    QVERIFY2(signedIn.exitCode == 0, signedIn.error.constData());
    const QJsonObject own = QJsonDocument::fromJson(signedIn.out).object();
    QCOMPARE(own.value("node"_L1).toString().toUtf8(), made.out.trimmed());
    QCOMPARE(own.value("name"_L1).toString(), name);
    QVERIFY(!(made.out + made.error + signedIn.out + signedIn.error).contains("pw-"));
}

void tst_Program::takenNameIsFour()
{
    const QString name = newName();
    QCOMPARE(run(name, {u"register"_s}).exitCode, 0);
    const Result again = run(name, {u"register"_s});
    QCOMPARE(again.exitCode, 4);
    QVERIFY(again.error.contains("taken"));
}

void tst_Program::wrongPasswordIsThree()
{
    const QString name = newName();
    QCOMPARE(run(name, {u"register"_s}).exitCode, 0);
    QProcess process;
    QProcessEnvironment wrong = environment(name);
    wrong.insert(u"TIMBRE_PASSWORD"_s, u"something else"_s);
    process.setProcessEnvironment(wrong);
    process.start(QStringLiteral(TIMBRE_CLI_PROGRAM), {u"sign-in"_s});
    QVERIFY(process.waitForFinished(patience));
    QCOMPARE(process.exitCode(), 3);
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
    const QByteArray error = process.readAllStandardError();
    QVERIFY2(error.startsWith("timbre-cli: "), error.constData());
    QVERIFY(!error.contains("something else"));
}

void tst_Program::unreachableServerIsTwo()
{
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    const QString url = u"ws://127.0.0.1:%1"_s.arg(gone.serverPort());
    gone.close();
    for (const QString &command : {u"sign-in"_s, u"register"_s})
        QCOMPARE(run(u"alice"_s, {command}, url).exitCode, 2);
}

void tst_Program::silentServerIsFive()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const QString url = u"ws://127.0.0.1:%1"_s.arg(silent.serverPort());
    QCOMPARE(run(u"alice"_s, {u"--timeout"_s, u"300ms"_s, u"sign-in"_s}, url).exitCode, 5);
}

void tst_Program::emptyListsAreSix()
{
    const QString name = newName();
    QCOMPARE(run(name, {u"register"_s}).exitCode, 0);
    QCOMPARE(run(name, {u"contact"_s, u"list"_s}).exitCode, 6);
    QCOMPARE(run(name, {u"info"_s, u"nobody-at-all"_s}).exitCode, 6);
}

void tst_Program::statusIsSeenByFriendsOnly()
{
    const QString alice = newName();
    const QString bob = newName();
    const QString carol = newName();
    makeFriends(alice, bob);
    QCOMPARE(run(carol, {u"register"_s}).exitCode, 0);
    const auto friendly = start(bob, {u"watch"_s});
    const auto bystander = start(carol, {u"watch"_s});
    QCOMPARE(awaitEvent(*friendly, u"connection"_s).value("state"_L1).toString(), u"online"_s);
    QCOMPARE(awaitEvent(*bystander, u"connection"_s).value("state"_L1).toString(), u"online"_s);

    const Result told = run(alice, {u"status"_s, u"busy"_s, u"--mood"_s, u"In a meeting 🍜"_s});
    QVERIFY2(told.exitCode == 0, told.error.constData());
    const QJsonObject busy = awaitEvent(*friendly, u"presence"_s);
    QCOMPARE(busy.value("availability"_L1).toString(), u"busy"_s);
    QCOMPARE(busy.value("mood"_L1).toString(), u"In a meeting 🍜"_s);
    // The command has ended, and with it the status.
    QCOMPARE(awaitEvent(*friendly, u"presence"_s).value("availability"_L1).toString(), u"offline"_s);

    stop(*friendly, SIGINT);
    QCOMPARE(friendly->exitCode(), 0);
    stop(*bystander, SIGTERM);
    const QByteArray overheard = bystander->readAllStandardOutput();
    QVERIFY2(!overheard.contains("presence"), overheard.constData());
}

void tst_Program::stayingStatusIsAnswered()
{
    const QString alice = newName();
    const QString bob = newName();
    makeFriends(alice, bob);
    const auto watching = start(alice, {u"watch"_s});
    awaitEvent(*watching, u"connection"_s);
    const auto staying = start(bob, {u"status"_s, u"away"_s, u"--mood"_s, u"Lunch"_s, u"--stay"_s});
    QCOMPARE(awaitEvent(*watching, u"presence"_s).value("availability"_L1).toString(), u"away"_s);
    const Result roster = run(alice, {u"roster"_s, u"--wait"_s, u"20000"_s, u"--json"_s});
    QVERIFY2(roster.exitCode == 0, roster.error.constData());
    const QJsonObject row = QJsonDocument::fromJson(roster.out).object();
    QCOMPARE(row.value("availability"_L1).toString(), u"away"_s);
    QCOMPARE(row.value("mood"_L1).toString(), u"Lunch"_s);
    stop(*staying, SIGINT);
    QCOMPARE(staying->exitCode(), 0);
    QJsonObject last; // the answer to the roster came here too
    do {
        last = awaitEvent(*watching, u"presence"_s);
    } while (last.value("availability"_L1) == "away"_L1);
    QCOMPARE(last.value("availability"_L1).toString(), u"offline"_s);
    stop(*watching);
}

void tst_Program::messageGoesAcrossAndIsKept()
{
    const QString alice = newName();
    const QString bob = newName();
    makeFriends(alice, bob);
    const auto watching = start(bob, {u"watch"_s});
    awaitEvent(*watching, u"connection"_s);
    const Result sent = run(alice, {u"send"_s, bob, u"Hello"_s});
    QVERIFY2(sent.exitCode == 0, sent.error.constData());
    const QJsonObject message = awaitEvent(*watching, u"message"_s);
    QCOMPARE(message.value("text"_L1).toString(), u"Hello"_s);
    QCOMPARE(message.value("mid"_L1).toString().toUtf8(), sent.out.trimmed());
    stop(*watching);

    const Result history = run(bob, {u"history"_s, alice, u"--json"_s});
    QVERIFY2(history.exitCode == 0, history.error.constData());
    QCOMPARE(QJsonDocument::fromJson(history.out).object().value("text"_L1).toString(), u"Hello"_s);
    QCOMPARE(run(alice, {u"revoke"_s, bob, QString::fromUtf8(sent.out.trimmed())}).exitCode, 0);
    QCOMPARE(run(bob, {u"history"_s, alice}).exitCode, 6);
    const QString stranger = newName();
    QCOMPARE(run(stranger, {u"register"_s}).exitCode, 0);
    QCOMPARE(run(stranger, {u"send"_s, bob, u"Hello"_s}).exitCode, 4);
}

void tst_Program::compactEncodingDoesTheSame()
{
    const QString alice = newName();
    const QString bob = newName();
    makeFriends(alice, bob);
    const Result sent = run(alice, {u"--encoding"_s, u"thrift"_s, u"send"_s, bob, u"Grüße"_s});
    QVERIFY2(sent.exitCode == 0, sent.error.constData());
    const Result waiting = run(bob, {u"--encoding"_s, u"thrift"_s, u"--json"_s, u"waiting"_s});
    QVERIFY2(waiting.out.contains("Grüße"), waiting.error.constData());
}

void tst_Program::textOfOthersCannotSteerTheTerminal()
{
    const QString alice = newName();
    const QString bob = newName();
    makeFriends(alice, bob);
    QCOMPARE(run(alice, {u"send"_s, bob, u"\x1b]0;owned\x07"_s + QChar(0x9b) + u"2J"_s + QChar(0x202e)}).exitCode, 0);
    for (const QStringList &words : {QStringList{u"history"_s, alice}, {u"--json"_s, u"history"_s, alice}}) {
        const Result history = run(bob, words);
        QVERIFY2(history.exitCode == 0, history.error.constData());
        QVERIFY(history.out.contains("owned"));
        for (const QChar c : QString::fromUtf8(history.out))
            QVERIFY2(c == u'\n' || (c.unicode() >= 0x20 && c.unicode() != 0x9b && c.unicode() != 0x202e),
                     history.out.constData());
    }
}

void tst_Program::contactsMoveToAnotherServer()
{
    const QString alice = newName();
    const QString bob = newName();
    const QString carol = newName();
    makeFriends(alice, bob);
    makeFriends(alice, carol);
    QTemporaryDir folder;
    const QString file = folder.filePath(u"contacts.json"_s);
    const Result exported = run(alice, {u"contacts"_s, u"export"_s, file});
    QVERIFY2(exported.exitCode == 0, exported.error.constData());
    QCOMPARE(run(alice, {u"contacts"_s, u"export"_s, file}).exitCode, 7); // never over a file

    const Server other = startNode();
    for (const QString &name : {alice, bob})
        QCOMPARE(run(name, {u"register"_s}, other.url).exitCode, 0);
    const QStringList import{u"contacts"_s, u"import"_s, file};
    const Result imported = run(alice, import, other.url);
    QCOMPARE(imported.exitCode, 6); // Carol has no account there yet
    QVERIFY2(imported.out.contains("asked") && imported.out.contains("missing"), imported.out.constData());
    QCOMPARE(run(carol, {u"register"_s}, other.url).exitCode, 0);
    QCOMPARE(run(alice, import, other.url).exitCode, 0); // asks Carol, and Bob not again
    for (const QString &name : {bob, carol}) {
        const Result waiting = run(name, {u"waiting"_s, u"--json"_s}, other.url);
        QCOMPARE(waiting.out.count('\n'), 1);
        QCOMPARE(run(name, {u"contact"_s, u"accept"_s, alice}, other.url).exitCode, 0);
    }
    const Result again = run(alice, import, other.url);
    QCOMPARE(again.exitCode, 0);
    QCOMPARE(again.out.count("already"), 2);
    QCOMPARE(run(alice, {u"contact"_s, u"list"_s}, other.url).out.count('\n'), 2);
    stop(*other.process);
}

void tst_Program::fileGoesAcrossWhole()
{
    const QString alice = newName();
    const QString bob = newName();
    makeFriends(alice, bob);
    QTemporaryDir here;
    QTemporaryDir there;
    QByteArray bytes(250'001, Qt::Uninitialized); // three slices
    for (char &byte : bytes)
        byte = char(QRandomGenerator::global()->bounded(256));
    QFile file(here.filePath(u"photo.jpg"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();

    const auto receiving = start(bob, {u"--json"_s, u"file"_s, u"receive"_s, there.path(), u"--from"_s, alice});
    receiving->setReadChannel(QProcess::StandardError);
    while (!receiving->canReadLine())
        QVERIFY(receiving->waitForReadyRead(patience));
    const Result sent = run(alice, {u"file"_s, u"send"_s, bob, file.fileName(), u"--pace"_s, u"5ms"_s});
    QVERIFY2(sent.exitCode == 0, sent.error.constData());
    QVERIFY(receiving->state() == QProcess::NotRunning || receiving->waitForFinished(patience));
    QCOMPARE(receiving->exitCode(), 0);
    QFile received(there.filePath(u"photo.jpg"_s));
    QVERIFY(received.open(QIODevice::ReadOnly));
    QCOMPARE(received.readAll(), bytes);
}

void tst_Program::scriptWithAnUnmetExpectationNamesItsLine()
{
    QTemporaryDir folder;
    QFile script(folder.filePath(u"s.play"_s));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("alice: register\nbob: register\nalice: sign-in\nbob: sign-in\n"
                 "alice: contact add bob Hi\nbob: expect request from=alice text=Bye\n");
    script.close();
    const Result played = run({}, {u"play"_s, script.fileName(), u"--patience"_s, u"300ms"_s});
    QCOMPARE(played.exitCode, 8);
    QVERIFY2(played.error.contains("Line 6"), played.error.constData());
    QVERIFY2(played.out.contains("bob < request from=alice text=Hi"), played.out.constData());
}

void tst_Program::wholeConversationIsPlayed()
{
    const Result played
        = run({}, {u"play"_s, QStringLiteral(TIMBRE_TEST_DATA "/conversation.play"), u"--quiet"_s, u"100ms"_s}, {},
              5 * patience);
    QVERIFY2(played.exitCode == 0, (played.error + played.out.right(2'000)).constData());
}

QTEST_GUILESS_MAIN(tst_Program)
#include "tst_program.moc"
