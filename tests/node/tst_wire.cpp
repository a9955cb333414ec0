// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/node.h"
#include "support/node_client.h"

#include <QTemporaryDir>
#include <QTest>

using namespace timbre;
using namespace timbre::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using protocol::Ack;
using protocol::Presence;

// A whole node over real sockets: handshake, framing, limits, goodbyes.
class tst_Wire : public QObject
{
    Q_OBJECT

    QTemporaryDir dir;
    std::unique_ptr<node::Node> server;
    quint16 port = 0;

    QString befriended(NodeClient &a, const QString &nodeA, NodeClient &b, const QString &nodeB)
    {
        a.send(41, "{\"rtype\":4,\"reqStr\":\"\",\"node\":\"" + nodeB.toUtf8() + "\"}");
        const auto request = b.next();
        if (!request)
            return u"no request"_s;
        b.ack(*request);
        b.send(41, "{\"rtype\":4,\"reqStr\":\"\",\"node\":\"" + nodeA.toUtf8() + "\"}");
        for (NodeClient *client : {&a, &b}) {
            const auto done = client->next();
            if (!done)
                return u"no confirmation"_s;
            client->ack(*done);
        }
        return {};
    }
    QByteArray rawExchange(const QByteArray &request)
    {
        boost::asio::io_context loop;
        NodeClient::Tcp::socket socket(loop);
        boost::beast::error_code error;
        socket.connect(NodeClient::endpoint(port), error);
        boost::asio::write(socket, boost::asio::buffer(request.constData(), std::size_t(request.size())), error);
        std::string answer;
        std::array<char, 4096> chunk;
        while (!error)
            answer.append(chunk.data(), socket.read_some(boost::asio::buffer(chunk), error));
        return QByteArray::fromStdString(answer);
    }
    QByteArray upgrade(const QByteArray &path, const QByteArray &headers)
    {
        return rawExchange("GET " + path
                           + " HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                             "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                           + headers + "\r\n");
    }

private Q_SLOTS:
    void init()
    {
        node::NodeConfig config;
        config.dataFolder = dir.filePath(QString::fromLatin1(QTest::currentTestFunction()));
        auto started = node::Node::start(config);
        QVERIFY(started);
        server = std::move(started).value();
        port = server->port();
    }
    void cleanup() { server.reset(); }

    void registrationAnswersInTimsWords()
    {
        QCOMPARE(NodeClient::post(port, R"(XX)").isEmpty(), false);
        unsigned status = 0;
        QCOMPARE(NodeClient::post(port, "\x8e{\"name\":\"alice\",\"pwd\":\"pw\"}", &status),
                 QByteArray("\x0c{\"ok\":true,\"timType\":14,\"n\":\"KrffBZqyqTL\"}"));
        QCOMPARE(status, 200U);
        QCOMPARE(NodeClient::post(port, "\x8e{\"name\":\"alice\",\"pwd\":\"pw2\"}"),
                 QByteArray("\x0c{\"ok\":false,\"timType\":14,\"error\":{\"code\":4101,\"info\":"
                            "\"has exist\"}}"));
        QCOMPARE(NodeClient::post(port, "\x8f{\"name\":\"alice\",\"pwd\":\"pw2\"}"),
                 QByteArray("\x0c{\"ok\":false,\"timType\":15,\"error\":{\"code\":4102,\"info\":"
                            "\"no pass\"}}"));
        QVERIFY(NodeClient::post(port, "\x8e" + QByteArray(10'000, 'x'), &status).isEmpty());
        QCOMPARE(status, 413U);
    }
    void anOriginIsRequired_data()
    {
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("absent") << QByteArray() << false;
        QTest::newRow("empty") << QByteArray("Origin: \r\n") << false;
        QTest::newRow("null") << QByteArray("Origin: null\r\n") << false;
        QTest::newRow("word") << QByteArray("Origin: foo\r\n") << false;
        QTest::newRow("web") << QByteArray("Origin: https://github.com/donnie4w/tim\r\n") << true;
        QTest::newRow("file") << QByteArray("Origin: file://\r\n") << true;
        QTest::newRow("path") << QByteArray("Origin: /abc\r\n") << true;
    }
    void anOriginIsRequired()
    {
        QFETCH(QByteArray, origin);
        QFETCH(bool, accepted);
        if (accepted) {
            NodeClient client(port, origin.sliced(8).trimmed().toStdString());
            QCOMPARE(client.httpStatus(), 101U);
            return;
        }
        QCOMPARE(upgrade("/tim", origin), QByteArray("HTTP/1.1 403 Forbidden\r\n\r\n"));
    }
    void otherPathsAndProtocolsAreRefused()
    {
        const QByteArray origin = "Origin: http://x\r\n";
        QVERIFY(upgrade("/tim/", origin).startsWith("HTTP/1.1 404"));
        QVERIFY(upgrade("/", origin).startsWith("HTTP/1.1 404"));
        QVERIFY(upgrade("/tim", origin + "Sec-WebSocket-Protocol: a, b\r\n").startsWith("HTTP/1.1 400"));
        QVERIFY(rawExchange("GET /tim HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\n\r\n").startsWith("HTTP/1.1 400"));
        QVERIFY(rawExchange("\x16\x03\x01 this is TLS\r\n\r\n").startsWith("HTTP/1.1 400"));
    }
    void presenceReachesAFriendAndNobodyElse()
    {
        const QString alice = NodeClient::registerAccount(port, "alice");
        const QString bob = NodeClient::registerAccount(port, "bob");
        NodeClient::registerAccount(port, "carol");
        NodeClient a(port), b(port), c(port);
        QVERIFY(a.signIn("alice", ",\"resource\":\"desk\"")->ok);
        QVERIFY(b.signIn("bob")->ok);
        QVERIFY(c.signIn("carol")->ok);
        QCOMPARE(befriended(a, alice, b, bob), QString());
        a.send(19, R"({"subStatus":1,"show":4,"status":"in a meeting"})");
        const auto bytes = b.nextBytes();
        QVERIFY(bytes);
        QCOMPARE(*bytes,
                 "\x5b{\"subStatus\":1,\"fromTid\":{\"node\":\"" + alice.toUtf8()
                     + "\",\"resource\":\"desk\"},\"toTid\":{\"node\":\"" + bob.toUtf8()
                     + "\"},\"show\":4,\"status\":\"in a meeting\"}");
        a.closeTcp();
        const auto notice = b.next();
        QVERIFY(notice);
        QCOMPARE(std::get<Presence>(notice->payload).offline, true);
        QVERIFY(c.barrier().isEmpty());
    }
    void fragmentsAreOneMessage()
    {
        NodeClient::registerAccount(port, "alice");
        NodeClient a(port);
        a.stream().auto_fragment(true);
        a.stream().write_buffer_bytes(8);
        QVERIFY(a.signIn("alice")->ok);
        QVERIFY(a.barrier().isEmpty());
    }
    void brokenWebSocketFramesEndThatConnectionOnly()
    {
        NodeClient::registerAccount(port, "alice");
        NodeClient a(port), broken(port);
        QVERIFY(a.signIn("alice")->ok);
        boost::beast::error_code error;
        const QByteArray unmasked("\x82\x02hi", 4);
        boost::asio::write(broken.stream().next_layer(), boost::asio::buffer(unmasked.constData(), 4), error);
        QVERIFY(broken.waitClosed());
        a.sendRaw(QByteArray());
        QVERIFY(a.barrier().isEmpty());
    }
    void aStrangerCannotSendMuch()
    {
        NodeClient stranger(port);
        stranger.sendRaw("\x90" + QByteArray(9 * 1024, 'x'));
        QVERIFY(stranger.waitClosed());
    }
    void aFrameOfAMegabyteIsReadAfterSignIn()
    {
        NodeClient::registerAccount(port, "alice");
        NodeClient a(port);
        QVERIFY(a.signIn("alice")->ok);
        a.send(19, "{\"status\":\"" + QByteArray(1024 * 1024, 'x') + "\"}");
        const auto refused = a.next();
        QVERIFY(refused);
        QCOMPARE(std::get<Ack>(refused->payload).error->code, 4104);
        a.send(13);
        QCOMPARE(*a.nextBytes(), QByteArray("\x0d"));
    }
    void aPingIsAnsweredUnderAFlood()
    {
        NodeClient::registerAccount(port, "alice");
        NodeClient a(port);
        QVERIFY(a.signIn("alice")->ok);
        for (int i = 0; i < 1500; ++i) // above the rate of one connection
            a.send(19, "{}");
        a.send(13);
        QCOMPARE(*a.nextBytes(), QByteArray("\x0d"));
    }
    void someoneWhoDoesNotReadIsCutOffAndHurtsNobody()
    {
        const QString alice = NodeClient::registerAccount(port, "alice");
        const QString deaf = NodeClient::registerAccount(port, "deaf");
        NodeClient a(port), d(port);
        QVERIFY(a.signIn("alice")->ok);
        QVERIFY(d.signIn("deaf")->ok);
        QCOMPARE(befriended(a, alice, d, deaf), QString());
        const QByteArray large = "{\"status\":\"" + QByteArray(60 * 1024, 'x') + "\"}";
        bool told = false;
        for (int i = 0; i < 400 && !told; ++i) {
            a.send(19, large);
            for (const auto &frame : a.barrier())
                told = told || std::get<Presence>(frame.payload).offline.value_or(false);
        }
        QVERIFY(told);
        QVERIFY(a.isOpen());
    }
    void stoppingSaysGoingAwayAndTellsNobodyOffline()
    {
        const QString alice = NodeClient::registerAccount(port, "alice");
        const QString bob = NodeClient::registerAccount(port, "bob");
        NodeClient a(port), b(port);
        QVERIFY(a.signIn("alice")->ok);
        QVERIFY(b.signIn("bob")->ok);
        QCOMPARE(befriended(a, alice, b, bob), QString());
        std::thread stopping([this] { server->stop(); });
        const auto last = b.next();
        QVERIFY(a.waitClosed());
        stopping.join();
        QVERIFY(!last);
        QCOMPARE(b.closeCode(), 1001);
        QCOMPARE(a.closeCode(), 1001);
    }
    void evictionClosesWith1000()
    {
        NodeClient early(port);
        early.send(19, "{}");
        QVERIFY(early.waitClosed());
        QCOMPARE(early.closeCode(), 1000);
    }
    void theOwnerSignsInWithATokenAndTwoNodesDoNotShareAFolder()
    {
        const auto token = server->ownerToken(u"me"_s);
        QVERIFY(token);
        NodeClient me(port);
        me.send(16, "{\"name\":\"me\",\"token\":\"" + token->toUtf8() + "\"}");
        QVERIFY(std::get<Ack>(me.next()->payload).ok);

        node::NodeConfig config;
        config.dataFolder = dir.filePath(QString::fromLatin1(QTest::currentTestFunction()));
        const auto second = node::Node::start(config);
        QVERIFY(!second);
        QCOMPARE(second.error().kind, node::StartError::Kind::DataFolderInUse);
        config.dataFolder = dir.filePath(u"elsewhere"_s);
        config.port = port;
        const auto third = node::Node::start(config);
        QVERIFY(!third);
        QCOMPARE(third.error().kind, node::StartError::Kind::PortTaken);
    }
};

QTEST_GUILESS_MAIN(tst_Wire)
#include "tst_wire.moc"
