// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/data_folder.h"
#include "support/node_client.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace timbre;
using namespace timbre::test;
using namespace Qt::StringLiterals;

// timbre-node as people and scripts use it: one line when ready, sentences when not, and nothing
// lost by any end.
class tst_Process : public QObject
{
    Q_OBJECT

    QTemporaryDir dir;

    struct Running {
        std::unique_ptr<QProcess> process;
        quint16 port = 0;
        QByteArray line;
    };
    Running start(const QString &folder, QStringList arguments = {}, rlim_t fileSize = 0)
    {
        Running running;
        running.process = std::make_unique<QProcess>();
        arguments << u"--data"_s << dir.filePath(folder) << u"--listen"_s << u"127.0.0.1:0"_s;
        if (fileSize > 0) {
            running.process->setChildProcessModifier([fileSize] {
                const rlimit limit{fileSize, fileSize};
                ::setrlimit(RLIMIT_FSIZE, &limit);
            });
        }
        running.process->start(QStringLiteral(TIMBRE_NODE), arguments);
        if (running.process->waitForReadyRead(10'000))
            running.line = running.process->readAllStandardOutput();
        const QByteArray port = running.line.mid(running.line.lastIndexOf(':') + 1); // "12345/tim\n", or nothing at all
        running.port = port.left(port.indexOf('/')).toUShort();
        return running;
    }
    struct Ended {
        int code;
        QByteArray output;
        QByteArray errors;
    };
    Ended runToEnd(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral(TIMBRE_NODE), arguments);
        if (!process.waitForFinished(10'000))
            process.kill();
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

private Q_SLOTS:
    void oneLineWhenReadyAndACleanEndOnSignals()
    {
        for (const int signal : {SIGTERM, SIGINT}) {
            Running node = start(u"signals"_s);
            QVERIFY2(node.line.startsWith("listening ws://127.0.0.1:") && node.line.endsWith("/tim\n"),
                     node.line.constData());
            QCOMPARE(node.line.count('\n'), 1);
            NodeClient client(node.port);
            QVERIFY(client.isOpen());
            ::kill(pid_t(node.process->processId()), signal);
            QVERIFY(client.waitClosed());
            QCOMPARE(client.closeCode(), 1001);
            QVERIFY(node.process->waitForFinished(5000));
            QCOMPARE(node.process->exitStatus(), QProcess::NormalExit);
            QCOMPARE(node.process->exitCode(), 0);
            QCOMPARE(node.process->readAllStandardError(), QByteArray("timbre-node: stopping\n"));
        }
    }
    void whatWasAnsweredSurvivesKillMinus9()
    {
        Running node = start(u"killed"_s);
        const QString alice = NodeClient::registerAccount(node.port, "alice");
        const QString bob = NodeClient::registerAccount(node.port, "bob");
        QVERIFY(!alice.isEmpty() && !bob.isEmpty());
        {
            NodeClient a(node.port);
            QVERIFY(a.signIn("alice")->ok);
            a.send(41, "{\"rtype\":7,\"node\":\"" + bob.toUtf8() + "\"}");
            QVERIFY(std::get<protocol::Ack>(a.next()->payload).ok);
            node.process->kill();
            QVERIFY(node.process->waitForFinished(5000));
        }
        node = start(u"killed"_s);
        NodeClient a(node.port);
        QVERIFY(a.signIn("alice")->ok);
        a.send(41, R"({"rtype":18})");
        const auto blocked = std::get<protocol::Nodes>(a.next()->payload);
        QCOMPARE(blocked.nodelist, QStringList{bob});
        ::kill(pid_t(node.process->processId()), SIGTERM);
        QVERIFY(node.process->waitForFinished(5000));
    }
    void troubleAtStartIsOneSentence()
    {
        Running node = start(u"first"_s);
        const QString address = u"127.0.0.1:%1"_s.arg(node.port);
        Ended ended = runToEnd({u"--data"_s, dir.filePath(u"first"_s), u"--listen"_s, u"127.0.0.1:0"_s});
        QCOMPARE(ended.code, 1);
        QVERIFY2(ended.errors.contains("already running on the data folder"), ended.errors.constData());
        ended = runToEnd({u"--data"_s, dir.filePath(u"second"_s), u"--listen"_s, address});
        QCOMPARE(ended.code, 1);
        QVERIFY2(ended.errors.contains("already listening on " + address.toUtf8()), ended.errors.constData());
        QVERIFY(ended.output.isEmpty());
        QCOMPARE(ended.errors.count('\n'), 1);
        ::kill(pid_t(node.process->processId()), SIGTERM);
        QVERIFY(node.process->waitForFinished(5000));

        QVERIFY(QDir(dir.path()).mkdir(u"damaged"_s));
        QFile database(dir.filePath(u"damaged/node.db"_s));
        QVERIFY(database.open(QFile::WriteOnly));
        database.write(QByteArray(8192, 'x'));
        database.close();
        ended = runToEnd({u"--data"_s, dir.filePath(u"damaged"_s), u"--listen"_s, u"127.0.0.1:0"_s});
        QCOMPARE(ended.code, 1);
        QVERIFY2(ended.errors.contains("damaged and was left untouched"), ended.errors.constData());

        QFile config(dir.filePath(u"bad.json"_s));
        QVERIFY(config.open(QFile::WriteOnly));
        config.write(R"({"device_limit":"four"})");
        config.close();
        ended = runToEnd({u"--config"_s, config.fileName(), u"--data"_s, dir.filePath(u"third"_s)});
        QCOMPARE(ended.code, 1);
        QVERIFY2(ended.errors.contains("\"device_limit\" must be a whole number"), ended.errors.constData());
        QCOMPARE(runToEnd({u"--listen"_s, u"nonsense"_s}).code, 1);
    }
    void theConfigurationCanBeCheckedAlone()
    {
        QFile config(dir.filePath(u"check.json"_s));
        QVERIFY(config.open(QFile::WriteOnly));
        config.write(R"({"client_listen":":20003","device.limit":2})");
        config.close();
        auto ended = runToEnd({u"--check-config"_s, config.fileName()});
        QCOMPARE(ended.code, 0);
        QVERIFY2(ended.errors.contains("is now called \"device_limit\""), ended.errors.constData());
        QVERIFY(config.open(QFile::WriteOnly));
        config.write(R"({"ssl_certificate":"no.pem","ssl_certificate_key":"no.pem"})");
        config.close();
        ended = runToEnd({u"--check-config"_s, config.fileName()});
        QCOMPARE(ended.code, 1);
        // Named relative to the file, not to wherever the check was run.
        QVERIFY2(ended.errors.contains("cannot read " + dir.filePath(u"no.pem"_s).toUtf8()), ended.errors.constData());
        QCOMPARE(runToEnd({u"--check-config"_s, dir.filePath(u"no.json"_s)}).code, 1);
    }
    void hangingUpReloadsAndServesOn()
    {
        Running node = start(u"hup"_s);
        QVERIFY(node.port);
        NodeClient client(node.port);
        ::kill(pid_t(node.process->processId()), SIGHUP);
        node.process->setReadChannel(QProcess::StandardError);
        QVERIFY(node.process->waitForReadyRead(5000));
        QCOMPARE(node.process->readAllStandardError(), QByteArray("timbre-node: nothing to reload\n"));
        QVERIFY(client.isOpen());
        QVERIFY(NodeClient(node.port).isOpen());
    }
    // What journald takes for the priority stands in front, and only if it is journald that reads.
    void linesForTheJournalStartWithTheirPriority()
    {
        const QString errors = dir.filePath(u"journal"_s);
        QVERIFY(QFile(errors).open(QFile::WriteOnly));
        struct stat status {
        };
        QCOMPARE(::stat(QFile::encodeName(errors).constData(), &status), 0);
        QProcess process;
        process.setStandardErrorFile(errors);
        process.setEnvironment(QProcess::systemEnvironment()
                               + QStringList{u"JOURNAL_STREAM=%1:%2"_s.arg(status.st_dev).arg(status.st_ino)});
        process.start(QStringLiteral(TIMBRE_NODE), {u"--listen"_s, u"nonsense"_s});
        QVERIFY(process.waitForFinished(10'000));
        QFile file(errors);
        QVERIFY(file.open(QFile::ReadOnly));
        QVERIFY(file.readAll().startsWith("<3>--listen must be"));
    }
    void aFullDiskAtStartIsASentence()
    {
        for (const rlim_t size : {rlim_t(1), rlim_t(6000)}) {
            Running node = start(u"full-%1"_s.arg(size), {}, size);
            if (node.process->state() != QProcess::NotRunning)
                QVERIFY(node.process->waitForFinished(10'000));
            QCOMPARE(node.process->exitStatus(), QProcess::NormalExit);
            QCOMPARE(node.process->exitCode(), 1);
            const QByteArray errors = node.process->readAllStandardError();
            QVERIFY2(errors.startsWith("timbre-node: cannot use the data folder: "), errors.constData());
        }
    }
    void helpAndVersion()
    {
        const Ended help = runToEnd({u"--help"_s});
        QCOMPARE(help.code, 0);
        for (const QByteArray option : {"--config", "--listen", "--data", "--version"})
            QVERIFY2(help.output.contains(option), option.constData());
        QCOMPARE(runToEnd({u"--version"_s}).code, 0);
    }
    void aFullDiskIsAnErrorAckAndNotAnEnd()
    {
        Running node = start(u"full"_s, {}, 200 * 1024);
        QVERIFY(node.port);
        const QString alice = NodeClient::registerAccount(node.port, "alice");
        QVERIFY(!alice.isEmpty());
        NodeClient a(node.port);
        QVERIFY(a.signIn("alice")->ok);
        int code = 0;
        for (int i = 0; i < 10 && code == 0; ++i) {
            a.send(42, "{\"ntype\":6,\"usermap\":{\"\":{\"cover\":\"" + QByteArray(60 * 1024, char('a' + i)) + "\"}}}");
            const auto answer = a.next();
            QVERIFY(answer);
            const auto ack = std::get<protocol::Ack>(answer->payload);
            code = ack.error ? ack.error->code.value_or(0) : 0;
        }
        QCOMPARE(code, 5103);
        a.send(13);
        QCOMPARE(*a.nextBytes(), QByteArray("\x0d"));
        a.send(42, "{\"ntype\":4,\"nodelist\":[\"" + alice.toUtf8() + "\"]}");
        QVERIFY(std::holds_alternative<protocol::Nodes>(a.next()->payload));
        ::kill(pid_t(node.process->processId()), SIGTERM);
        QVERIFY(node.process->waitForFinished(5000));
        QCOMPARE(node.process->exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_Process)
#include "tst_process.moc"
