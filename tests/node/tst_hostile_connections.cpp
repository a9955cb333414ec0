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

// Peers that never become clients, over real sockets. Alice, who is signed in, must notice none of them.
class tst_HostileConnections : public QObject
{
    Q_OBJECT

    QTemporaryDir dir;
    std::unique_ptr<node::Node> server;
    std::unique_ptr<NodeClient> alice;
    quint16 port = 0;
    boost::asio::io_context loop;

    using Socket = NodeClient::Tcp::socket;
    Socket open()
    {
        Socket socket(loop);
        boost::beast::error_code error;
        socket.connect(NodeClient::endpoint(port), error);
        return socket;
    }
    static bool write(Socket &socket, const QByteArray &bytes)
    {
        boost::beast::error_code error;
        boost::asio::write(socket, boost::asio::buffer(bytes.constData(), std::size_t(bytes.size())), error);
        return !error;
    }
    // Blocks until the server has ended the connection.
    static QByteArray rest(Socket &socket)
    {
        QByteArray all;
        std::array<char, 4096> chunk;
        boost::beast::error_code error;
        for (;;) {
            const std::size_t got = socket.read_some(boost::asio::buffer(chunk), error);
            if (error)
                return all;
            all.append(chunk.data(), qsizetype(got));
        }
    }
    bool aliceIsServed()
    {
        alice->send(13);
        return alice->nextBytes() == QByteArray("\x0d");
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
        NodeClient::registerAccount(port, "alice");
        NodeClient::registerAccount(port, "bob");
        alice = std::make_unique<NodeClient>(port);
        QVERIFY(alice->signIn("alice")->ok);
    }
    void cleanup()
    {
        alice.reset();
        server.reset();
    }

    void aThousandConnectionsOfOneAddressHurtNobody()
    {
        std::vector<Socket> crowd;
        for (int i = 0; i < 1000; ++i) {
            crowd.push_back(open());
            QVERIFY(i % 100 != 0 || aliceIsServed());
        }
        // Most are not even let in; those that are have no claim on the places of who is signed in.
        int ended = 0;
        for (Socket &socket : crowd) {
            socket.non_blocking(true);
            QTRY_VERIFY_WITH_TIMEOUT(aliceIsServed(), 1000);
            char byte = 0;
            boost::beast::error_code error;
            socket.read_some(boost::asio::buffer(&byte, 1), error);
            ended += error != boost::asio::error::would_block;
        }
        QVERIFY2(ended >= 800, QByteArray::number(ended).constData());
        crowd.clear();
        // And when they are gone there is room again.
        QTRY_VERIFY_WITH_TIMEOUT(NodeClient(port).signIn("bob").has_value(), 5000);
        QVERIFY(aliceIsServed());
    }
    void halfOpenPeersAreCutOffAfterTenSeconds()
    {
        Socket silent = open();
        Socket half = open();
        QVERIFY(write(half, "GET /tim HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nUpg"));
        Socket post = open();
        QVERIFY(write(post, "POST /tim2 HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n\x8e{"));
        NodeClient stranger(port); // a WebSocket, but nobody
        QVERIFY(stranger.isOpen());
        Socket slow = open();
        const auto started = std::chrono::steady_clock::now();
        const QByteArray request("GET /tim HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nUpgrade: websocket\r\n"
                                 "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n");
        qsizetype trickled = 0;
        const auto trickle = [&] { // a byte every 250 ms; the deadline is for the whole request
            if (!write(slow, request.sliced(trickled++, 1)))
                return false;
            return stranger.nextBytes(250ms) || stranger.isOpen();
        };
        while (trickled < request.size() && trickle())
            QVERIFY(aliceIsServed());
        QVERIFY(stranger.waitClosed(12s));
        for (Socket *socket : {&silent, &half, &post, &slow})
            rest(*socket);
        const auto took = std::chrono::steady_clock::now() - started;
        QVERIFY2(took > 8s && took < 14s, QByteArray::number(took.count()).constData());
        QVERIFY(aliceIsServed());
    }
    void bytesThatAreNoProtocolEndTheirConnectionOnly_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("binary") << QByteArray::fromHex("000102fffe").repeated(5000);
        QTest::newRow("endless header") << "GET /tim HTTP/1.1\r\nX: " + QByteArray(100'000, 'x');
        QTest::newRow("endless line") << QByteArray(100'000, 'x');
        QTest::newRow("negative length") << QByteArray("POST /tim2 HTTP/1.1\r\nContent-Length: -1\r\n\r\n");
        QTest::newRow("large length") << QByteArray("POST /tim2 HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\nx");
        QTest::newRow("two lengths") << QByteArray(
            "POST /tim2 HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx");
        QTest::newRow("broken chunks") << QByteArray(
            "POST /tim2 HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nx");
    }
    void bytesThatAreNoProtocolEndTheirConnectionOnly()
    {
        QFETCH(QByteArray, bytes);
        Socket socket = open();
        write(socket, bytes); // may fail half-way: it is being hung up on
        rest(socket);
        QVERIFY(aliceIsServed());
    }
    void webSocketFramesThatAreNoneEndTheirConnectionOnly_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("enormous") << QByteArray::fromHex("82ff7fffffffffffffff00000000");
        QTest::newRow("negative") << QByteArray::fromHex("82ffffffffffffffffff00000000");
        QTest::newRow("reserved bits") << QByteArray::fromHex("f28000000000");
        QTest::newRow("reserved opcode") << QByteArray::fromHex("838000000000");
        QTest::newRow("long ping") << QByteArray::fromHex("89fe007e00000000") + QByteArray(126, 'x');
        QTest::newRow("continues nothing") << QByteArray::fromHex("808000000000");
        QTest::newRow("close of one byte") << QByteArray::fromHex("88810000000000");
    }
    void webSocketFramesThatAreNoneEndTheirConnectionOnly()
    {
        QFETCH(QByteArray, bytes);
        for (const bool signedIn : {false, true}) {
            NodeClient hostile(port);
            if (signedIn)
                QVERIFY(hostile.signIn("bob")->ok);
            boost::beast::error_code error;
            boost::asio::write(hostile.stream().next_layer(),
                               boost::asio::buffer(bytes.constData(), std::size_t(bytes.size())), error);
            QVERIFY(hostile.waitClosed());
            QVERIFY(aliceIsServed());
        }
    }
    void bigDataToOneWhoReadsSlowlyCutsNobodyOff()
    {
        const QString bob = NodeClient::registerAccount(port, "bobby");
        NodeClient slow(port);
        QVERIFY(slow.signIn("bobby")->ok);
        // 8 MiB, more than the backlog of a slow reader may be, again and again: he gets one and misses others.
        const QByteArray data(8 * 1024 * 1024, 'x');
        QByteArray frame("\x60\0\0\0\0", 5);
        frame += bob.toUtf8() + "\x83" + data;
        for (int i = 0; i < 4; ++i)
            frame[1 + i] = char(quint32(frame.size()) >> (24 - 8 * i));
        for (int i = 0; i < 4; ++i)
            alice->sendRaw(frame);
        QVERIFY(alice->barrier().isEmpty());
        const auto first = slow.nextBytes();
        QVERIFY(first);
        QCOMPARE(first->size(), data.size() + 2 + 11);
        slow.send(13);
        std::optional<QByteArray> answer = slow.nextBytes();
        while (answer && answer->size() > 1)
            answer = slow.nextBytes();
        QCOMPARE(answer, QByteArray("\x0d"));
        QVERIFY(aliceIsServed());
    }
};

QTEST_GUILESS_MAIN(tst_HostileConnections)
#include "tst_hostile_connections.moc"
