// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "support/node_client.h"
#include "support/node_process.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace timbre;
using namespace timbre::test;
using namespace Qt::StringLiterals;

// The commands of timbre-node: on a node that runs, on one that does not, and what they refuse.
class tst_Admin : public QObject
{
    Q_OBJECT

    QTemporaryDir dir;
    QString folder;

    NodeProcess::Ended command(const QStringList &words, const QByteArray &input = {})
    {
        return NodeProcess::run(QStringList{u"--data"_s, folder} + words, input);
    }
    QJsonObject json(const QStringList &words, const QByteArray &input = {})
    {
        return QJsonDocument::fromJson(command(words + QStringList{u"--json"_s}, input).output).object();
    }
    int signInCode(quint16 port, const QByteArray &name, const QByteArray &password)
    {
        NodeClient client(port);
        client.send(16, "{\"name\":\"" + name + "\",\"pwd\":\"" + password + "\"}");
        const auto frame = client.next(std::chrono::seconds(20));
        const auto *ack = frame ? std::get_if<protocol::Ack>(&frame->payload) : nullptr;
        return !ack ? -1 : ack->ok ? 0 : ack->error ? ack->error->code.value_or(-2) : -2;
    }

private Q_SLOTS:
    void init() { folder = dir.filePath(QString::fromLatin1(QTest::currentTestFunction())); }

    void accountsOnANodeThatDoesNotRun()
    {
        QCOMPARE(command({u"user"_s, u"list"_s}).code, 1); // no node there, and none is made
        QVERIFY(!QFile::exists(folder));
        const auto added = command({u"user"_s, u"add"_s, u"alice"_s}, "first\n");
        QCOMPARE(added.code, 0);
        QCOMPARE(added.output, QByteArray("added alice, account KrffBZqyqTL\n"));
        QCOMPARE(command({u"user"_s, u"add"_s, u"alice"_s}, "other\n").code, 3);
        QCOMPARE(command({u"user"_s, u"add"_s, u"bob"_s}, "\n").code, 2);
        QCOMPARE(command({u"user"_s, u"add"_s, u"bob"_s}).code, 2);
        QCOMPARE(command({u"user"_s, u"block"_s, u"nobody"_s}).code, 3);
        QCOMPARE(command({u"user"_s, u"add"_s, u"alice"_s, u"--domain"_s, u"d"_s}, "pw\n").code, 0);
        QCOMPARE(command({u"user"_s, u"reset-password"_s, u"alice"_s}, "second\n").code, 0);
        QCOMPARE(command({u"user"_s, u"block"_s, u"alice"_s, u"--domain"_s, u"d"_s}).code, 0);
        const QJsonArray users = json({u"user"_s, u"list"_s}).value("users"_L1).toArray();
        QCOMPARE(users.size(), 2);
        QCOMPARE(users[0].toObject().value("name"_L1).toString(), u"alice"_s);
        QCOMPARE(users[0].toObject().value("blocked"_L1).toBool(), false);
        QCOMPARE(users[1].toObject().value("blocked"_L1).toBool(), true);

        NodeProcess node(NodeProcess::serving(folder));
        QVERIFY(node.port());
        QCOMPARE(signInCode(node.port(), "alice", "first"), 4105);
        QCOMPARE(signInCode(node.port(), "alice", "second"), 0);
    }
    void accountsOnARunningNode()
    {
        QFile config(dir.filePath(u"closed.json"_s));
        QVERIFY(config.open(QFile::WriteOnly));
        config.write(R"({"deactivate_api":{"TIMREGISTER":true}})");
        config.close();
        NodeProcess node(NodeProcess::serving(folder) + QStringList{u"--config"_s, config.fileName()});
        QVERIFY(node.port());
        QVERIFY(NodeClient::registerAccount(node.port(), "alice").isEmpty()); // closed for everybody else
        QCOMPARE(command({u"user"_s, u"add"_s, u"alice"_s}, "pw\n").code, 0);
        QCOMPARE(command({u"user"_s, u"add"_s, u"bob"_s}, "pw\n").code, 0);
        QCOMPARE(command({u"user"_s, u"add"_s, u"alice"_s}, "pw\n").code, 3);
        NodeClient alice(node.port());
        QVERIFY(alice.signIn("alice", ",\"resource\":\"desk\\u001b\"")->ok);
        const QJsonArray online = json({u"online"_s}).value("devices"_L1).toArray();
        QCOMPARE(online.size(), 1);
        QCOMPARE(online[0].toObject().value("name"_L1).toString(), u"alice"_s);
        QCOMPARE(online[0].toObject().value("address"_L1).toString(), u"127.0.0.1"_s);
        const QByteArray text = command({u"online"_s}).output;
        QVERIFY2(text.startsWith("KrffBZqyqTL\talice\tdesk?\t") && !text.contains('\x1b'), text.constData());
        QCOMPARE(command({u"user"_s, u"reset-password"_s, u"alice"_s}, "new\n").code, 0);
        QCOMPARE(signInCode(node.port(), "alice", "pw"), 4105);
        QCOMPARE(signInCode(node.port(), "alice", "new"), 0);
        const auto ended = node.stop();
        QCOMPARE(ended.code, 0);
        QVERIFY(!ended.errors.contains("pw") && ended.errors.contains("added by the administrator"));
        QVERIFY(!QFile::exists(folder + u"/control.sock"_s));
    }
    void aBlockPutsOutAndHolds()
    {
        auto node = std::make_unique<NodeProcess>(NodeProcess::serving(folder));
        const quint16 port = node->port();
        QVERIFY(!NodeClient::registerAccount(port, "alice").isEmpty());
        QVERIFY(!NodeClient::registerAccount(port, "bystander").isEmpty());
        NodeClient first(port), second(port), bystander(port);
        QVERIFY(first.signIn("alice")->ok);
        QVERIFY(second.signIn("alice")->ok);
        QVERIFY(bystander.signIn("bystander")->ok);
        const QByteArray answer = NodeClient::post(port, "\x8f{\"name\":\"alice\",\"pwd\":\"pw\"}");
        const QByteArray token = QJsonDocument::fromJson(answer.sliced(1)).object().value("n"_L1).toString().toUtf8();
        QVERIFY(!token.isEmpty());

        QCOMPARE(command({u"user"_s, u"block"_s, u"alice"_s}).code, 0);
        for (NodeClient *client : {&first, &second}) {
            QCOMPARE(*client->nextBytes(), QByteArray("\x0c{\"ok\":true,\"timType\":20}"));
            QVERIFY(client->waitClosed());
            QCOMPARE(client->closeCode(), 1000);
        }
        QCOMPARE(signInCode(port, "alice", "pw"), 4105);
        NodeClient withToken(port);
        withToken.send(16, "{\"name\":\"alice\",\"token\":\"" + token + "\"}");
        QVERIFY(withToken.nextBytes()->contains("4105"));
        QVERIFY(bystander.barrier().isEmpty());
        QVERIFY(bystander.isOpen());

        QCOMPARE(node->stop().code, 0);
        node = std::make_unique<NodeProcess>(NodeProcess::serving(folder));
        QCOMPARE(signInCode(node->port(), "alice", "pw"), 4105);
        QCOMPARE(command({u"user"_s, u"unblock"_s, u"alice"_s}).code, 0);
        QCOMPARE(signInCode(node->port(), "alice", "pw"), 0);
    }
    void aBackupIsWholeAndPrivateAndNeverOverwrites()
    {
        const QString file = dir.filePath(u"copy.db"_s);
        {
            NodeProcess node(NodeProcess::serving(folder));
            QVERIFY(!NodeClient::registerAccount(node.port(), "alice").isEmpty());
            NodeClient alice(node.port());
            QVERIFY(alice.signIn("alice")->ok);
            QCOMPARE(command({u"backup"_s, file}).code, 0);
            QVERIFY(node.saysError("backed up"));
            QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
                     QFile::Permissions());
            const auto again = command({u"backup"_s, file});
            QCOMPARE(again.code, 3);
            QVERIFY2(again.errors.contains("not overwritten"), again.errors.constData());
            alice.send(13);
            QCOMPARE(*alice.nextBytes(), QByteArray("\x0d"));
        }
        const QString restored = dir.filePath(u"restored"_s);
        QVERIFY(QDir().mkdir(restored));
        QVERIFY(QFile::copy(file, restored + u"/node.db"_s));
        NodeProcess node(NodeProcess::serving(restored));
        QCOMPARE(signInCode(node.port(), "alice", "pw"), 0);
        QCOMPARE(command({u"backup"_s, dir.filePath(u"no/such/folder"_s)}).code, 1);
    }
    void theSocketTakesNoNonsense()
    {
        NodeProcess node(NodeProcess::serving(folder));
        const QString path = folder + u"/control.sock"_s;
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QCOMPARE(QFile::permissions(path) & others, QFile::Permissions());
        const auto ask = [&](const QByteArray &bytes) {
            const int descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
            sockaddr_un address{};
            address.sun_family = AF_UNIX;
            const QByteArray name = QFile::encodeName(path);
            std::copy(name.begin(), name.end(), address.sun_path);
            QByteArray answer;
            if (::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0) {
                for (qsizetype sent = 0; sent < bytes.size();) {
                    const ssize_t step
                        = ::send(descriptor, bytes.constData() + sent, std::size_t(bytes.size() - sent), MSG_NOSIGNAL);
                    if (step <= 0)
                        break;
                    sent += step;
                }
                ::shutdown(descriptor, SHUT_WR);
                char chunk[4096];
                for (ssize_t got = 0; (got = ::recv(descriptor, chunk, sizeof chunk, 0)) > 0;)
                    answer.append(chunk, got);
            }
            ::close(descriptor);
            return answer;
        };
        QVERIFY(ask("nonsense\n").contains("\"ok\":false"));
        QVERIFY(ask("[]\n").contains("\"ok\":false"));
        QVERIFY(ask("{\"command\":\"user-add\",\"name\":7,\"password\":{}}\n").contains("invalid"));
        QCOMPARE(ask(QByteArray(200'000, 'x')), QByteArray());
        QCOMPARE(ask(R"({"command":"online"})").size(), 0); // no line
        QVERIFY(json({u"online"_s}).value("ok"_L1).toBool());
        // What a killed node leaves behind is in nobody's way.
        node.kill();
        QVERIFY(QFile::exists(path));
        QVERIFY(json({u"user"_s, u"list"_s}).value("ok"_L1).toBool());
        NodeProcess next(NodeProcess::serving(folder));
        QVERIFY(next.port());
        QVERIFY(json({u"online"_s}).value("ok"_L1).toBool());
    }
    void wrongCommandsAreUsageErrors()
    {
        for (const QStringList &words : {QStringList{u"nonsense"_s},
                                         {u"user"_s},
                                         {u"user"_s, u"add"_s},
                                         {u"user"_s, u"remove"_s, u"x"_s},
                                         {u"backup"_s},
                                         {u"online"_s, u"now"_s},
                                         {u"--no-such-option"_s}}) {
            const auto ended = command(words);
            QCOMPARE(ended.code, 2);
            QVERIFY(!ended.errors.isEmpty());
        }
        QVERIFY(!QFile::exists(folder));
    }
};

QTEST_GUILESS_MAIN(tst_Admin)
#include "tst_admin.moc"
