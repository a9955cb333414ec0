// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "net/web_socket_channel.h"
#include "support/fake_clock.h"
#include "support/scripted_peer.h"

#include <QFile>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace timbre;
using net::CloseInfo;
using net::WebSocketChannel;
using test::PeerLine;
using test::ScriptedPeer;
using Reason = CloseInfo::Reason;

namespace {

// A channel with a record of everything it said.
struct Subject {
    explicit Subject(const QUrl &url = {}) : channel(clock)
    {
        QObject::connect(&channel, &WebSocketChannel::hostFound, &channel, [this] { said.append(u"hostFound"_s); });
        QObject::connect(&channel, &WebSocketChannel::opened, &channel, [this] { said.append(u"opened"_s); });
        QObject::connect(&channel, &WebSocketChannel::frameReceived, &channel, [this](const QByteArray &message) {
            said.append(u"frame"_s);
            messages.append(message);
        });
        QObject::connect(&channel, &WebSocketChannel::textReceived, &channel, [this] { said.append(u"text"_s); });
        QObject::connect(&channel, &WebSocketChannel::closed, &channel, [this](const CloseInfo &info) {
            said.append(u"closed"_s);
            end = info;
        });
        if (!url.isEmpty()) {
            channel.open(url);
            saidInsideOpen = said;
        }
    }

    bool isOpen() const { return said.contains(u"opened"_s); }
    qsizetype ends() const { return said.count(u"closed"_s); }

    test::FakeClock clock;
    WebSocketChannel channel;
    QStringList said;
    QStringList saidInsideOpen;
    QList<QByteArray> messages;
    std::optional<CloseInfo> end;
};

QUrl nobodyListens()
{
    ScriptedPeer peer;
    return peer.url();
}

} // namespace

class tst_WebSocketChannel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shakesHandsAsTimWants();
    void tellsHostFoundOpenedFramesClosedInThisOrder();
    void refusedConnection();
    void badScheme();
    void silentAfterTcpAccept();
    void silentBetweenTcpAndTheEndOfTheHead();
    void refusedHandshake_data();
    void refusedHandshake();
    void closesAtAnyByteOfTheHandshake_data();
    void closesAtAnyByteOfTheHandshake();
    void tlsAgainstAPlainServer();
    void untrustedCertificate();
    void framesInTheSegmentOfThe101();
    void closeCodes_data();
    void closeCodes();
    void codeOfAnEndWithoutCloseFrameIsNotBelieved();
    void frameAndCloseInOneSegment();
    void frameCutAtAnyByte();
    void stalledFrame();
    void fragmentedMessageIsOneMessage();
    void textIsNotAFrame();
    void illegalFrames_data();
    void illegalFrames();
    void largestFrameOfAStrangerDoesNotEndTheLine();
    void largeMessageLeavesAsOneFrame();
    void messageAboveTimsLimitIsNotSent();
    void peerThatNeverReads();
    void closeWaitsForWhatIsQueued();
    void closeOfAPeerThatNeverReadsTakesThreeSeconds();
    void closeBeforeOpened();
    void peersCloseIsNotHeldUpByOurBacklog();
    void giveUp();
    void nothingIsSentUnlessOpen();
    void deletedWhileAFrameArrives();
};

void tst_WebSocketChannel::shakesHandsAsTimWants()
{
    ScriptedPeer peer;
    Subject subject(peer.url());
    QTRY_VERIFY(subject.isOpen());
    PeerLine &line = *peer.last();
    QVERIFY(line.requestHead().startsWith("GET /tim HTTP/1.1\r\n"));
    QVERIFY(QUrl(QString::fromUtf8(line.header("Origin")), QUrl::StrictMode).isValid());
    QVERIFY(line.header("Origin").contains("://"));
    QCOMPARE(line.header("Sec-WebSocket-Version"), "13");
    QVERIFY(line.header("Sec-WebSocket-Protocol").isEmpty());
    QVERIFY(line.header("Sec-WebSocket-Extensions").isEmpty());

    QVERIFY(subject.channel.send("\x8d"));
    QTRY_COMPARE(line.webSocketFrames().size(), 1);
    const auto &frame = line.webSocketFrames().constFirst();
    QCOMPARE(frame.opcode, PeerLine::Binary);
    QVERIFY(frame.final);
    QVERIFY(frame.masked);
    QCOMPARE(frame.payload, "\x8d");
}

void tst_WebSocketChannel::tellsHostFoundOpenedFramesClosedInThisOrder()
{
    ScriptedPeer peer;
    peer.onRequest = [](PeerLine &line) {
        line.accept(PeerLine::webSocketFrame(PeerLine::Binary, "1") + PeerLine::webSocketFrame(PeerLine::Binary, "2")
                    + PeerLine::closeFrame(1000));
    };
    Subject subject(peer.url());
    QVERIFY(subject.saidInsideOpen.isEmpty());
    QTRY_VERIFY(subject.end);
    QCOMPARE(subject.said, (QStringList{u"hostFound"_s, u"opened"_s, u"frame"_s, u"frame"_s, u"closed"_s}));
}

void tst_WebSocketChannel::refusedConnection()
{
    Subject subject(nobodyListens());
    QVERIFY(subject.saidInsideOpen.isEmpty());
    QTRY_VERIFY(subject.end);
    QCOMPARE(*subject.end, CloseInfo{Reason::Refused});
    QCoreApplication::processEvents(); // what is queued may speak now
    QCOMPARE(subject.ends(), 1);
}

void tst_WebSocketChannel::badScheme()
{
    Subject subject(QUrl(u"gopher://127.0.0.1:1/tim"_s));
    QVERIFY(subject.saidInsideOpen.isEmpty());
    QTRY_VERIFY(subject.end);
    QCOMPARE(*subject.end, CloseInfo{Reason::BadAddress});
}

void tst_WebSocketChannel::silentAfterTcpAccept()
{
    ScriptedPeer peer;
    peer.onRequest = [](PeerLine &) {};
    Subject subject(peer.url());
    subject.clock.advance(6s); // TCP was slow: the handshake has a limit of its own
    QTRY_VERIFY(peer.last() && !peer.last()->requestHead().isEmpty());
    subject.clock.advance(9'999ms);
    QVERIFY(!subject.end);
    subject.clock.advance(1ms);
    QVERIFY(subject.end);
    QCOMPARE(*subject.end, CloseInfo{Reason::ConnectTimeout});
    QTRY_VERIFY(!peer.last()->isOpen());
    QCOMPARE(subject.ends(), 1);
}

void tst_WebSocketChannel::silentBetweenTcpAndTheEndOfTheHead()
{
    ScriptedPeer peer;
    peer.onRequest = [](PeerLine &line) { line.write(line.acceptance().left(60)); };
    Subject subject(peer.url());
    QTRY_VERIFY(peer.last() && !peer.last()->requestHead().isEmpty());
    QCoreApplication::processEvents();
    subject.clock.advance(10s);
    QTRY_VERIFY(subject.end);
    QCOMPARE(*subject.end, CloseInfo{Reason::ConnectTimeout});
    QVERIFY(!subject.isOpen());
}

void tst_WebSocketChannel::refusedHandshake_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("403 without Origin") << QByteArray("HTTP/1.1 403 Forbidden\r\n\r\n");
    QTest::newRow("503") << QByteArray("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 4\r\n\r\nbusy");
    QTest::newRow("302") << QByteArray("HTTP/1.1 302 Found\r\nLocation: ws://127.0.0.1:1/tim\r\n\r\n");
    QTest::newRow("200") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("401") << QByteArray("HTTP/1.1 401 Unauthorized\r\n\r\n");
    QTest::newRow("keep-alive, Upgrade") << QByteArray(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: keep-alive, "
        "Upgrade\r\nSec-WebSocket-Accept: KEY\r\n\r\n");
    QTest::newRow("wrong key") << QByteArray(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Accept: AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n\r\n");
    QTest::newRow("no key") << QByteArray(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
    QTest::newRow("another protocol") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n\r\n");
    QTest::newRow("noise") << QByteArray("\x16\x03\x01\x00\xff\xfe\n\r\n\r\n", 11);
}

// Such a QWebSocket would stay in ConnectingState for ever.
void tst_WebSocketChannel::refusedHandshake()
{
    QFETCH(QByteArray, answer);
    ScriptedPeer peer;
    peer.onRequest = [&](PeerLine &line) {
        const QByteArray right = line.acceptance();
        const qsizetype at = right.indexOf("Accept: ") + 8;
        line.write(answer.replace("KEY", right.mid(at, 28)));
    };
    Subject subject(peer.url());
    QTRY_VERIFY(subject.end);
    QCOMPARE(*subject.end, CloseInfo{Reason::HandshakeRefused});
    QVERIFY(!subject.isOpen());
    QTRY_VERIFY(!peer.last()->isOpen());
    QCOMPARE(subject.ends(), 1);
}

void tst_WebSocketChannel::closesAtAnyByteOfTheHandshake_data()
{
    QTest::addColumn<bool>("reset");
    QTest::newRow("FIN") << false;
    QTest::newRow("RST") << true;
}

void tst_WebSocketChannel::closesAtAnyByteOfTheHandshake()
{
    QFETCH(const bool, reset);
    for (qsizetype bytes = 0;; ++bytes) {
        ScriptedPeer peer;
        qsizetype whole = 0;
        peer.onRequest = [&](PeerLine &line) {
            whole = line.acceptance().size();
            line.write(line.acceptance().left(bytes));
            if (reset)
                line.reset();
            else
                line.finish();
        };
        Subject subject(peer.url());
        QTRY_VERIFY2(subject.end, qPrintable(QString::number(bytes)));
        QVERIFY(subject.end->reason == Reason::LineLost || subject.end->reason == Reason::HandshakeRefused);
        QCOMPARE(subject.end->peerCode, 0);
        QCOMPARE(subject.ends(), 1);
        if (bytes < whole)
            QVERIFY(!subject.isOpen());
        if (bytes == whole)
            break;
    }
}

void tst_WebSocketChannel::tlsAgainstAPlainServer()
{
    ScriptedPeer peer;
    peer.onConnect = [](PeerLine &line) { line.write("HTTP/1.1 400 Bad Request\r\n\r\n"); };
    QUrl url = peer.url();
    url.setScheme(u"wss"_s);
    Subject subject(url);
    QTRY_VERIFY(subject.end);
    QCOMPARE(*subject.end, CloseInfo{Reason::HandshakeRefused});
}

void tst_WebSocketChannel::untrustedCertificate()
{
    const auto pem = [](const char *name) {
        QFile file(QStringLiteral(TIMBRE_SOURCE_DIR "/tests/net/") + QString::fromUtf8(name));
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    };
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(pem("untrusted_certificate.pem")));
    configuration.setPrivateKey(QSslKey(pem("untrusted_key.pem"), QSsl::Ec));
    QSslServer server;
    server.setSslConfiguration(configuration);
    QVERIFY(server.listen(QHostAddress::LocalHost));

    Subject subject(QUrl(u"wss://127.0.0.1:%1/tim"_s.arg(server.serverPort())));
    QTRY_VERIFY(subject.end);
    QCOMPARE(*subject.end, CloseInfo{Reason::TlsUntrusted});
    QCOMPARE(subject.ends(), 1);
}

void tst_WebSocketChannel::framesInTheSegmentOfThe101()
{
    ScriptedPeer peer;
    peer.onRequest = [](PeerLine &line) { line.accept(PeerLine::webSocketFrame(PeerLine::Binary, "early")); };
    Subject subject(peer.url());
    QTRY_COMPARE(subject.messages, QList<QByteArray>{"early"});
    QCOMPARE(subject.said, (QStringList{u"hostFound"_s, u"opened"_s, u"frame"_s}));
}

void tst_WebSocketChannel::closeCodes_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("1000") << 1000;
    QTest::newRow("1001") << 1001;
    QTest::newRow("1011") << 1011;
    QTest::newRow("4001") << 4001;
}

void tst_WebSocketChannel::closeCodes()
{
    QFETCH(const int, code);
    ScriptedPeer peer;
    Subject subject(peer.url());
    QTRY_VERIFY(subject.isOpen());
    peer.last()->sendClose(static_cast<quint16>(code));
    peer.last()->finish();
    QTRY_VERIFY(subject.end);
    QCOMPARE(*subject.end, (CloseInfo{Reason::ClosedByPeer, static_cast<quint16>(code)}));
    QCOMPARE(subject.ends(), 1);
}

// QWebSocket says 1000 in both cases.
void tst_WebSocketChannel::codeOfAnEndWithoutCloseFrameIsNotBelieved()
{
    for (const bool reset : {false, true}) {
        ScriptedPeer peer;
        Subject subject(peer.url());
        QTRY_VERIFY(subject.isOpen());
        if (reset)
            peer.last()->reset();
        else
            peer.last()->finish();
        QTRY_VERIFY(subject.end);
        QCOMPARE(*subject.end, CloseInfo{Reason::LineLost});
        QCOMPARE(subject.ends(), 1);
    }
}

void tst_WebSocketChannel::frameAndCloseInOneSegment()
{
    ScriptedPeer peer;
    Subject subject(peer.url());
    QTRY_VERIFY(subject.isOpen());
    peer.last()->write(PeerLine::webSocketFrame(PeerLine::Binary, "last words") + PeerLine::closeFrame(1000));
    peer.last()->finish();
    QTRY_VERIFY(subject.end);
    QCOMPARE(subject.messages, QList<QByteArray>{"last words"});
    QCOMPARE(*subject.end, (CloseInfo{Reason::ClosedByPeer, 1000}));
}

void tst_WebSocketChannel::frameCutAtAnyByte()
{
    const QByteArray frame = PeerLine::webSocketFrame(PeerLine::Binary, QByteArray(200, 'x'));
    for (qsizetype bytes = 0; bytes < frame.size(); bytes += bytes < 8 ? 1 : 47) {
        ScriptedPeer peer;
        Subject subject(peer.url());
        QTRY_VERIFY(subject.isOpen());
        peer.last()->write(frame.left(bytes));
        peer.last()->finish();
        QTRY_VERIFY(subject.end);
        QVERIFY(subject.messages.isEmpty());
        QCOMPARE(subject.end->reason, Reason::LineLost);
    }
}

// QWebSocket watches the first piece of a frame only. A stall after the second is left to the
// heartbeat; what matters here is that nothing of it counts as a message.
void tst_WebSocketChannel::stalledFrame()
{
    const QByteArray frame = PeerLine::webSocketFrame(PeerLine::Binary, QByteArray(60'000, 'x'));
    ScriptedPeer peer;
    Subject subject(peer.url());
    QTRY_VERIFY(subject.isOpen());
    QSignalSpy messages(&subject.channel, &WebSocketChannel::frameReceived);
    peer.last()->write(frame.left(1'000));
    QVERIFY(!messages.wait(50));
    peer.last()->write(frame.mid(1'000, 1'000));
    QVERIFY(!messages.wait(50));
    peer.last()->write(frame.mid(2'000));
    QTRY_COMPARE(subject.messages.size(), 1);
    QCOMPARE(subject.messages.constFirst().size(), 60'000);
}

void tst_WebSocketChannel::fragmentedMessageIsOneMessage()
{
    ScriptedPeer peer;
    Subject subject(peer.url());
    QTRY_VERIFY(subject.isOpen());
    peer.last()->write(PeerLine::webSocketFrame(PeerLine::Binary, "\xe2\x98", false));
    peer.last()->write(PeerLine::webSocketFrame(PeerLine::Ping, "in between"));
    peer.last()->write(PeerLine::webSocketFrame(PeerLine::Continuation, "\x95", true));
    QTRY_COMPARE(subject.messages, QList<QByteArray>{"\xe2\x98\x95"});
    QTRY_COMPARE(peer.last()->webSocketFrames().size(), 1);
    QCOMPARE(peer.last()->webSocketFrames().constFirst().opcode, PeerLine::Pong);
    QCOMPARE(peer.last()->webSocketFrames().constFirst().payload, "in between");
}

void tst_WebSocketChannel::textIsNotAFrame()
{
    ScriptedPeer peer;
    Subject subject(peer.url());
    QTRY_VERIFY(subject.isOpen());
    peer.last()->write(PeerLine::webSocketFrame(PeerLine::Text, "\r{}"));
    QTRY_COMPARE(subject.said.last(), u"text"_s);
    QVERIFY(subject.messages.isEmpty());
    QVERIFY(!subject.end);
}

void tst_WebSocketChannel::illegalFrames_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("reserved opcode") << QByteArray("\x83\x01x", 3);
    QTest::newRow("reserved bit") << QByteArray("\xc2\x01x", 3);
    QTest::newRow("continuation of nothing") << QByteArray("\x80\x01x", 3);
    QTest::newRow("long ping") << PeerLine::webSocketFrame(PeerLine::Ping, QByteArray(126, 'x'));
    QTest::newRow("text that is not UTF-8") << PeerLine::webSocketFrame(PeerLine::Text, "\xff\xfe");
    QTest::newRow("one byte above the limit") << QByteArray("\x82\x7f\x00\x00\x00\x00\x02\x01\x00\x01", 10);
    QTest::newRow("2^63") << QByteArray("\x82\x7f\x7f\xff\xff\xff\xff\xff\xff\xff", 10);
}

void tst_WebSocketChannel::illegalFrames()
{
    QFETCH(const QByteArray, bytes);
    ScriptedPeer peer;
    Subject subject(peer.url());
    QTRY_VERIFY(subject.isOpen());
    peer.last()->write(bytes);
    QTRY_VERIFY(subject.end);
    QCOMPARE(*subject.end, CloseInfo{Reason::ProtocolViolation});
    QVERIFY(subject.messages.isEmpty());
}

void tst_WebSocketChannel::largestFrameOfAStrangerDoesNotEndTheLine()
{
    ScriptedPeer peer;
    Subject subject(peer.url());
    QTRY_VERIFY(subject.isOpen());
    const qsizetype size = 33'554'518; // what tim makes of 32 MiB
    peer.last()->write(PeerLine::webSocketFrame(PeerLine::Binary, QByteArray(size, 'x')));
    QTRY_COMPARE_WITH_TIMEOUT(subject.messages.size(), 1, 30'000);
    QCOMPARE(subject.messages.constFirst().size(), size);
    QVERIFY(!subject.end);
}

void tst_WebSocketChannel::largeMessageLeavesAsOneFrame()
{
    ScriptedPeer peer;
    Subject subject(peer.url());
    QTRY_VERIFY(subject.isOpen());
    const QByteArray message(2'000'000, 'x');
    QVERIFY(subject.channel.send(message));
    QTRY_COMPARE_WITH_TIMEOUT(peer.last()->webSocketFrames().size(), 1, 20'000);
    const auto &frame = peer.last()->webSocketFrames().constFirst();
    QVERIFY(frame.final);
    QCOMPARE(frame.opcode, PeerLine::Binary);
    QCOMPARE(frame.payload, message);
}

void tst_WebSocketChannel::messageAboveTimsLimitIsNotSent()
{
    ScriptedPeer peer;
    Subject subject(peer.url());
    QTRY_VERIFY(subject.isOpen());
    QVERIFY(!subject.channel.send(QByteArray(32 * 1024 * 1024 + 1, 'x')));
    QVERIFY(subject.channel.send("still there"));
    QTRY_COMPARE(peer.last()->webSocketFrames().size(), 1);
}

void tst_WebSocketChannel::peerThatNeverReads()
{
    ScriptedPeer peer;
    Subject subject(peer.url());
    QTRY_VERIFY(subject.isOpen());
    peer.last()->stopReading();
    const QByteArray message(1'000'000, 'x');
    int sent = 0;
    while (sent < 200 && subject.channel.send(message)) {
        ++sent;
        QCoreApplication::processEvents();
    }
    QVERIFY2(sent >= 4 && sent < 50, qPrintable(QString::number(sent)));
    QTRY_VERIFY(subject.end);
    QCOMPARE(*subject.end, CloseInfo{Reason::WriteStalled});
    QVERIFY(!subject.channel.send("x"));
}

void tst_WebSocketChannel::closeWaitsForWhatIsQueued()
{
    ScriptedPeer peer;
    Subject subject(peer.url());
    QTRY_VERIFY(subject.isOpen());
    QVERIFY(subject.channel.send("last words"));
    subject.channel.close();
    QVERIFY(!subject.channel.send("too late"));
    QTRY_VERIFY(subject.end);
    QCOMPARE(*subject.end, CloseInfo{Reason::ClosedByUs});
    QTRY_COMPARE(peer.last()->webSocketFrames().size(), 2);
    QCOMPARE(peer.last()->webSocketFrames().at(0).payload, "last words");
    QCOMPARE(peer.last()->webSocketFrames().at(1).opcode, PeerLine::Close);
    QCOMPARE(peer.last()->webSocketFrames().at(1).payload, "\x03\xe8");
}

void tst_WebSocketChannel::closeOfAPeerThatNeverReadsTakesThreeSeconds()
{
    ScriptedPeer peer;
    Subject subject(peer.url());
    QTRY_VERIFY(subject.isOpen());
    peer.last()->stopReading();
    QVERIFY(subject.channel.send(QByteArray(30'000'000, 'x')));
    subject.channel.close();
    QCoreApplication::processEvents();
    subject.clock.advance(2'999ms);
    QCoreApplication::processEvents();
    QVERIFY(!subject.end);
    subject.clock.advance(1ms);
    QTRY_VERIFY(subject.end);
    QCOMPARE(*subject.end, CloseInfo{Reason::ClosedByUs});
}

void tst_WebSocketChannel::closeBeforeOpened()
{
    ScriptedPeer peer;
    peer.onRequest = [](PeerLine &) {};
    Subject subject(peer.url());
    subject.channel.close();
    QVERIFY(!subject.end);
    QTRY_VERIFY(subject.end);
    QCOMPARE(*subject.end, CloseInfo{Reason::ClosedByUs});
    QVERIFY(!subject.isOpen());
}

void tst_WebSocketChannel::peersCloseIsNotHeldUpByOurBacklog()
{
    ScriptedPeer peer;
    Subject subject(peer.url());
    QTRY_VERIFY(subject.isOpen());
    peer.last()->stopReading();
    QVERIFY(subject.channel.send(QByteArray(30'000'000, 'x')));
    peer.last()->sendClose(1000);
    QSignalSpy ends(&subject.channel, &WebSocketChannel::closed);
    QVERIFY(!ends.wait(100));
    subject.clock.advance(3s);
    QTRY_VERIFY(subject.end);
    QCOMPARE(*subject.end, (CloseInfo{Reason::ClosedByPeer, 1000}));
}

void tst_WebSocketChannel::giveUp()
{
    ScriptedPeer peer;
    Subject subject(peer.url());
    QTRY_VERIFY(subject.isOpen());
    subject.channel.giveUp();
    QVERIFY(!subject.end);
    QVERIFY(!subject.channel.send("x"));
    QTRY_VERIFY(subject.end);
    QCOMPARE(*subject.end, CloseInfo{Reason::LineLost});
    QTRY_VERIFY(!peer.last()->isOpen());
}

void tst_WebSocketChannel::nothingIsSentUnlessOpen()
{
    Subject never;
    QVERIFY(!never.channel.send("x"));
    ScriptedPeer peer;
    Subject subject(peer.url());
    QVERIFY(!subject.channel.send("x"));
    QTRY_VERIFY(subject.isOpen());
    peer.last()->finish();
    QTRY_VERIFY(subject.end);
    QVERIFY(!subject.channel.send("x"));
}

void tst_WebSocketChannel::deletedWhileAFrameArrives()
{
    ScriptedPeer peer;
    test::FakeClock clock;
    auto *channel = new WebSocketChannel(clock);
    int frames = 0;
    connect(channel, &WebSocketChannel::frameReceived, this, [&] {
        ++frames;
        channel->disconnect(this);
        channel->deleteLater();
    });
    channel->open(peer.url());
    QTRY_VERIFY(peer.last() && peer.last()->isOpen() && !peer.last()->requestHead().isEmpty());
    peer.last()->write(PeerLine::webSocketFrame(PeerLine::Binary, "1")
                       + PeerLine::webSocketFrame(PeerLine::Binary, "2"));
    QTRY_VERIFY(!peer.last()->isOpen());
    QCOMPARE(frames, 1);
}

QTEST_GUILESS_MAIN(tst_WebSocketChannel)
#include "tst_web_socket_channel.moc"
