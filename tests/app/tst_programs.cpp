// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;

// The two programs as a person or a script starts them: real processes, exit codes and words.
class tst_Programs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothTellHelpAndVersion_data();
    void bothTellHelpAndVersion();
    void nonsenseIsRefusedInWords_data();
    void nonsenseIsRefusedInWords();
    void nodePrintsOneLineAndEndsCleanly_data();
    void nodePrintsOneLineAndEndsCleanly();
    void secondNodeOnOneFolderIsRefused();
    void takenPortIsRefused();
    void desktopEndsCleanlyOnSignals_data();
    void desktopEndsCleanlyOnSignals();
    void secondDesktopOnOneProfileShowsTheFirst();
    void commandsReachTheRunningDesktop();

private:
    static constexpr int patience = 20'000; // ms; a sanitizer build on a busy machine
    static std::unique_ptr<QProcess> run(const QString &program, const QStringList &arguments);
    static bool awaitLine(QProcess &process, QByteArray &collected, const char *text);
};

std::unique_ptr<QProcess> tst_Programs::run(const QString &program, const QStringList &arguments)
{
    auto process = std::make_unique<QProcess>();
    process->start(program, arguments);
    return process;
}

bool tst_Programs::awaitLine(QProcess &process, QByteArray &collected, const char *text)
{
    return QTest::qWaitFor(
        [&] {
            collected += process.readAllStandardOutput() + process.readAllStandardError();
            return collected.contains(text) && collected.endsWith('\n');
        },
        patience);
}

void tst_Programs::bothTellHelpAndVersion_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("expected");
    for (const auto &[name, program] : {std::pair("timbre", TIMBRE_PROGRAM), std::pair("node", TIMBRE_NODE_PROGRAM)}) {
        QTest::addRow("%s-help", name) << QString::fromLatin1(program) << u"--help"_s << u"Usage: "_s;
        QTest::addRow("%s-version", name) << QString::fromLatin1(program) << u"--version"_s << u"0.1.0"_s;
    }
}

void tst_Programs::bothTellHelpAndVersion()
{
    QFETCH(QString, program);
    QFETCH(QString, option);
    QFETCH(QString, expected);
    const auto process = run(program, {option});
    QVERIFY(process->waitForFinished(patience));
    QCOMPARE(process->exitCode(), 0);
    QVERIFY(QString::fromUtf8(process->readAllStandardOutput()).contains(expected));
}

void tst_Programs::nonsenseIsRefusedInWords_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("timbre") << QStringLiteral(TIMBRE_PROGRAM) << QStringList{u"--nonsense"_s};
    QTest::newRow("node") << QStringLiteral(TIMBRE_NODE_PROGRAM) << QStringList{u"--nonsense"_s};
    QTest::newRow("node-listen") << QStringLiteral(TIMBRE_NODE_PROGRAM) << QStringList{u"--listen"_s, u"nowhere"_s};
    QTest::newRow("node-config") << QStringLiteral(TIMBRE_NODE_PROGRAM)
                                 << QStringList{u"--config"_s, u"/does/not/exist.json"_s};
}

void tst_Programs::nonsenseIsRefusedInWords()
{
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    const auto process = run(program, arguments);
    QVERIFY(process->waitForFinished(patience));
    QVERIFY(process->exitCode() != 0);
    QVERIFY(process->readAllStandardError().size() > 10);
    QCOMPARE(process->readAllStandardOutput(), QByteArray());
}

void tst_Programs::nodePrintsOneLineAndEndsCleanly_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void tst_Programs::nodePrintsOneLineAndEndsCleanly()
{
    QFETCH(int, signal);
    QTemporaryDir folder;
    const auto node
        = run(QStringLiteral(TIMBRE_NODE_PROGRAM), {u"--listen"_s, u"127.0.0.1:0"_s, u"--data"_s, folder.path()});
    QByteArray output;
    QVERIFY2(awaitLine(*node, output, "listening"), output.constData());
    static const QRegularExpression line(u"^listening ws://127\\.0\\.0\\.1:\\d+/tim\n$"_s);
    QVERIFY2(line.match(QString::fromUtf8(output)).hasMatch(), output.constData());
    QVERIFY(::kill(static_cast<pid_t>(node->processId()), signal) == 0);
    QVERIFY(node->waitForFinished(patience));
    QCOMPARE(node->exitStatus(), QProcess::NormalExit);
    QCOMPARE(node->exitCode(), 0);
}

void tst_Programs::secondNodeOnOneFolderIsRefused()
{
    QTemporaryDir folder;
    const QStringList arguments{u"--listen"_s, u"127.0.0.1:0"_s, u"--data"_s, folder.path()};
    const auto first = run(QStringLiteral(TIMBRE_NODE_PROGRAM), arguments);
    QByteArray output;
    QVERIFY(awaitLine(*first, output, "listening"));
    const auto second = run(QStringLiteral(TIMBRE_NODE_PROGRAM), arguments);
    QVERIFY(second->waitForFinished(patience));
    QCOMPARE(second->exitCode(), 1);
    QVERIFY(second->readAllStandardError().contains(folder.path().toUtf8()));
    QCOMPARE(first->state(), QProcess::Running);
    first->terminate();
    QVERIFY(first->waitForFinished(patience));
}

void tst_Programs::takenPortIsRefused()
{
    QTcpServer holder;
    QVERIFY(holder.listen(QHostAddress::LocalHost));
    QTemporaryDir folder;
    const auto node = run(QStringLiteral(TIMBRE_NODE_PROGRAM),
                          {u"--listen"_s, u"127.0.0.1:%1"_s.arg(holder.serverPort()), u"--data"_s, folder.path()});
    QVERIFY(node->waitForFinished(patience));
    QCOMPARE(node->exitCode(), 1);
    QVERIFY(node->readAllStandardError().contains(QByteArray::number(holder.serverPort())));
}

void tst_Programs::desktopEndsCleanlyOnSignals_data()
{
    nodePrintsOneLineAndEndsCleanly_data();
}

void tst_Programs::desktopEndsCleanlyOnSignals()
{
    QFETCH(int, signal);
    QTemporaryDir folder;
    const auto desktop = run(QStringLiteral(TIMBRE_PROGRAM), {u"--profile"_s, folder.filePath(u"p"_s)});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder.filePath(u"p/profile.db"_s)), patience);
    QVERIFY(::kill(static_cast<pid_t>(desktop->processId()), signal) == 0);
    QVERIFY(desktop->waitForFinished(patience));
    QCOMPARE(desktop->exitStatus(), QProcess::NormalExit);
    QCOMPARE(desktop->exitCode(), 0);
}

void tst_Programs::secondDesktopOnOneProfileShowsTheFirst()
{
    QTemporaryDir folder;
    const QStringList arguments{u"--profile"_s, folder.filePath(u"p"_s)};
    const auto first = run(QStringLiteral(TIMBRE_PROGRAM), arguments);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder.filePath(u"p/profile.db"_s)), patience);
    const auto second = run(QStringLiteral(TIMBRE_PROGRAM), arguments);
    QVERIFY(second->waitForFinished(patience));
    QCOMPARE(second->exitCode(), 0);
    QCOMPARE(first->state(), QProcess::Running);
    first->terminate();
    QVERIFY(first->waitForFinished(patience));
    QCOMPARE(first->exitCode(), 0);
}

void tst_Programs::commandsReachTheRunningDesktop()
{
    QTemporaryDir folder;
    const QStringList profile{u"--profile"_s, folder.filePath(u"p"_s)};
    const auto ask = [&](const QStringList &arguments) {
        const auto process = run(QStringLiteral(TIMBRE_PROGRAM), profile + arguments);
        return process->waitForFinished(patience) ? process->exitCode() : -1;
    };
    QCOMPARE(ask({u"--quit"_s}), 3);
    QCOMPARE(ask({u"--status"_s, u"busy"_s}), 3);

    const auto desktop = run(QStringLiteral(TIMBRE_PROGRAM), profile);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder.filePath(u"p/profile.db"_s)), patience);
    QCOMPARE(ask({u"--status"_s, u"busy"_s}), 4); // nobody is signed in yet
    QCOMPARE(ask({u"--quit"_s}), 0);
    QVERIFY(desktop->waitForFinished(patience));
    QCOMPARE(desktop->exitCode(), 0);
}

QTEST_GUILESS_MAIN(tst_Programs)
#include "tst_programs.moc"
