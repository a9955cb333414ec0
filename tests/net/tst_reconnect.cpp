// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "net/manager_subject.h"
#include "support/scripted_peer.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace timbre;
using core::ConnectionProblem;
using core::ConnectionState;
using protocol::Frame;
using protocol::FrameType;
using test::ManagerSubject;
using test::PeerLine;
using test::ScriptedPeer;

namespace {

// FixedRandom says 0.5: the first wait after the server's doing, after ours, then of the growing
// kind.
constexpr auto firstWait = 1'500ms;
constexpr auto localWait = 125ms;
constexpr auto secondWait = 625ms;
constexpr auto thirdWait = 1'125ms;

// Lets the subject in, then drops the line as `drop` says, and waits for the consequence.
#define SIGN_IN_AND(subject, peer, drop)                                                                               \
    do {                                                                                                               \
        const qsizetype before = (subject).signedInAs.size();                                                          \
        const int lost = (subject).linesLost;                                                                          \
        (subject).signIn({(peer).url()});                                                                              \
        QTRY_COMPARE((subject).signedInAs.size(), before + 1);                                                         \
        drop;                                                                                                          \
        QTRY_COMPARE((subject).linesLost, lost + 1);                                                                   \
    } while (false)

void refuse(ScriptedPeer &peer, qint32 code)
{
    peer.onFrame = [code](PeerLine &line, const Frame &frame) {
        if (frame.type == FrameType::Auth)
            line.send(ScriptedPeer::signInAnswer(false, {}, code));
    };
}

void closeNormally(ScriptedPeer &peer)
{
    peer.last()->sendClose(1000);
    peer.last()->finish();
}

} // namespace

// How lines end and what ConnectionManager does about it.
class tst_Reconnect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsOfALine_data();
    void endsOfALine();
    void endsOfAnAttempt_data();
    void endsOfAnAttempt();
    void closesAtAnyByteOfTheAnswer();
    void waitsGrowUntilStable();
    void tryNowCutsTheWait();
    void tryNowDoesNothingToALiveLine();
    void lineLostOncePerSignIn();

    void halfOpenLineOfOurOwn();
    void takenOverByAnotherDevice();
    void takenOverAgainSoonAfterWinningBack();
    void closedAgainLaterIsNoTakeover();
    void closeThenTroubleThenOverEntryIsNoTakeover();
    void otherClosesAreNoTakeover_data();
    void otherClosesAreNoTakeover();

    void silentServerIsDeadAfterTenSeconds();
    void stalledFrameIsSilence();
    void latePongDuringOurBurst();
    void pongsKeepTheLine();
    void probeOfADeadLine();
    void probeOfALiveLine();
    void probeCutsTheWait();
    void probeDoesNotCutOverEntry();

    void comesBackAfterHiding();
    void signingOutEndsTheHiding();

    void nextEndpointAtOnce();
    void lastGoodEndpointFirst();
    void waitsBetweenRounds();
    void silentEndpointsAreGivenUpOneByOne();
    void refusalAndOverEntryStayWithTheEndpoint_data();
    void refusalAndOverEntryStayWithTheEndpoint();
};

void tst_Reconnect::endsOfALine_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("reset");
    QTest::addColumn<ConnectionProblem>("problem");
    QTest::newRow("FIN") << QByteArray() << false << ConnectionProblem::LineLost;
    QTest::newRow("RST") << QByteArray() << true << ConnectionProblem::LineLost;
    QTest::newRow("1000") << PeerLine::closeFrame(1000) << false << ConnectionProblem::ClosedByServer;
    QTest::newRow("1001") << PeerLine::closeFrame(1001) << false << ConnectionProblem::ClosedByServer;
    QTest::newRow("4001") << PeerLine::closeFrame(4001) << false << ConnectionProblem::ClosedByServer;
    QTest::newRow("1002") << PeerLine::closeFrame(1002) << false << ConnectionProblem::ProtocolError;
    QTest::newRow("half a frame") << QByteArray("\x82\x7e\x10", 3) << false << ConnectionProblem::LineLost;
    QTest::newRow("too large") << QByteArray("\x82\x7f\x00\x00\x00\x00\x7f\x00\x00\x00", 10) << false
                               << ConnectionProblem::ProtocolError;
}

void tst_Reconnect::endsOfALine()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, reset);
    QFETCH(const ConnectionProblem, problem);
    ScriptedPeer peer;
    ManagerSubject subject;
    bool sentWhileLost = false;
    connect(&subject.manager, &core::Connection::lineLost, this, [&] {
        sentWhileLost = subject.manager.send({FrameType::OfflineMessages, {}, {}});
    });
    SIGN_IN_AND(subject, peer, {
        subject.manager.synchronized();
        peer.last()->write(bytes);
        if (reset)
            peer.last()->reset();
        else
            peer.last()->finish();
    });
    QCOMPARE(subject.state(), ConnectionState::WaitingToRetry);
    QCOMPARE(subject.problem(), problem);
    QCOMPARE(subject.untilRetry(), firstWait);
    QVERIFY(!sentWhileLost);

    subject.clock.advance(firstWait - 1ms);
    QCOMPARE(subject.state(), ConnectionState::WaitingToRetry);
    subject.clock.advance(1ms);
    QTRY_COMPARE(subject.signedInAs.size(), 2);
    QCOMPARE(peer.lineCount(), 2);
}

void tst_Reconnect::endsOfAnAttempt_data()
{
    QTest::addColumn<QByteArray>("answer"); // to the upgrade; empty = nobody listens
    QTest::addColumn<ConnectionProblem>("problem");
    QTest::newRow("refused") << QByteArray() << ConnectionProblem::Refused;
    QTest::newRow("503") << QByteArray("HTTP/1.1 503 Service Unavailable\r\n\r\n") << ConnectionProblem::NotATimServer;
    QTest::newRow("302") << QByteArray("HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n") << ConnectionProblem::NotATimServer;
    QTest::newRow("silent") << QByteArray("HTTP/1.1 101") << ConnectionProblem::ConnectTimeout;
}

void tst_Reconnect::endsOfAnAttempt()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const ConnectionProblem, problem);
    ScriptedPeer peer;
    peer.onRequest = [&](PeerLine &line) { line.write(answer); };
    if (answer.isEmpty())
        peer.stopListening();
    ManagerSubject subject;
    subject.signIn({peer.url()});
    if (problem == ConnectionProblem::ConnectTimeout) {
        QTRY_VERIFY(peer.last() && !peer.last()->requestHead().isEmpty());
        subject.clock.advance(10s);
    }
    QTRY_COMPARE(subject.state(), ConnectionState::WaitingToRetry);
    QCOMPARE(subject.problem(), problem);
    QCOMPARE(subject.untilRetry(), firstWait);
    QCOMPARE(subject.linesLost, 0);
}

void tst_Reconnect::closesAtAnyByteOfTheAnswer()
{
    const QByteArray frame = PeerLine::webSocketFrame(
        PeerLine::Binary,
        protocol::encode(ScriptedPeer::signInAnswer(true, u"KrffBZqyqTL"_s), protocol::Direction::ServerToClient));
    for (qsizetype bytes = 0; bytes <= frame.size(); ++bytes) {
        ScriptedPeer peer;
        peer.onFrame = [&](PeerLine &line, const Frame &) {
            line.write(frame.left(bytes));
            line.finish();
        };
        ManagerSubject subject;
        subject.signIn({peer.url()});
        QTRY_COMPARE(subject.state(), ConnectionState::WaitingToRetry);
        QCOMPARE(subject.problem(), ConnectionProblem::LineLost);
        const bool whole = bytes == frame.size();
        QCOMPARE(subject.signedInAs.size(), whole ? 1 : 0);
        QCOMPARE(subject.linesLost, whole ? 1 : 0);
    }
}

void tst_Reconnect::waitsGrowUntilStable()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    const auto lose = [&] {
        peer.last()->reset();
        QTRY_COMPARE(subject.state(), ConnectionState::WaitingToRetry);
    };
    const auto comeBack = [&](int signIns) {
        const auto wait = subject.untilRetry();
        subject.random.value = 0.999; // the first ping comes too late to matter here
        subject.clock.advance(wait);
        QTRY_COMPARE(subject.signedInAs.size(), signIns);
        subject.random.value = 0.5;
    };
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    lose();
    QCOMPARE(subject.untilRetry(), firstWait);
    comeBack(2);
    lose(); // signed in, but not stable
    QCOMPARE(subject.untilRetry(), secondWait);
    comeBack(3);
    subject.clock.advance(29'999ms);
    lose();
    QCOMPARE(subject.untilRetry(), thirdWait);
    comeBack(4);
    subject.clock.advance(30s);
    lose();
    QCOMPARE(subject.untilRetry(), firstWait);
}

void tst_Reconnect::tryNowCutsTheWait()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    SIGN_IN_AND(subject, peer, peer.last()->reset());
    subject.manager.tryNow();
    QCOMPARE(subject.state(), ConnectionState::Resolving);
    QCOMPARE(subject.status().retryAt, 0);
    QTRY_COMPARE(subject.signedInAs.size(), 2);
    subject.clock.advance(5s); // the old wait is forgotten
    QCoreApplication::processEvents();
    QCOMPARE(peer.lineCount(), 2);
}

void tst_Reconnect::tryNowDoesNothingToALiveLine()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.manager.tryNow();
    QCOMPARE(subject.state(), ConnectionState::Offline);
    subject.signIn({peer.url()});
    subject.manager.tryNow();
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    subject.manager.tryNow();
    subject.manager.synchronized();
    subject.manager.tryNow();
    QCoreApplication::processEvents();
    QCOMPARE(subject.state(), ConnectionState::Online);
    QCOMPARE(peer.lineCount(), 1);
}

void tst_Reconnect::lineLostOncePerSignIn()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.signIn({peer.url()});
    for (int i = 1; i <= 20; ++i) {
        QTRY_COMPARE(subject.signedInAs.size(), i);
        QCOMPARE(subject.linesLost, i - 1);
        if (i % 2)
            peer.last()->reset();
        else
            peer.last()->write(PeerLine::closeFrame(1001));
        QTRY_COMPARE(subject.linesLost, i);
        QVERIFY(subject.untilRetry() <= 30s);
        subject.sleepUntilRetry();
    }
}

void tst_Reconnect::halfOpenLineOfOurOwn()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    SIGN_IN_AND(subject, peer, peer.last()->reset());
    refuse(peer, 4111);
    for (int i = 0; i < 3; ++i) {
        subject.sleepUntilRetry();
        QTRY_COMPARE(subject.state(), ConnectionState::WaitingToRetry);
        QCOMPARE(subject.problem(), ConnectionProblem::OverEntry);
        QCOMPARE(subject.status().serverCode, 4111);
        QCOMPARE(subject.untilRetry(), 11s);
    }
    peer.onFrame = nullptr;
    subject.sleepUntilRetry();
    QTRY_COMPARE(subject.signedInAs.size(), 2);
}

void tst_Reconnect::takenOverByAnotherDevice()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    SIGN_IN_AND(subject, peer, closeNormally(peer));
    QCOMPARE(subject.state(), ConnectionState::WaitingToRetry);
    refuse(peer, 4111);
    subject.sleepUntilRetry();
    QTRY_COMPARE(subject.state(), ConnectionState::Blocked);
    QCOMPARE(subject.problem(), ConnectionProblem::SignedInElsewhere);
    subject.clock.advance(1h);
    QCoreApplication::processEvents();
    QCOMPARE(peer.lineCount(), 2);

    // The user wants it here: now 4111 only means "not yet".
    subject.manager.tryNow();
    QTRY_COMPARE(subject.problem(), ConnectionProblem::OverEntry);
    QCOMPARE(subject.state(), ConnectionState::WaitingToRetry);
    peer.onFrame = nullptr;
    subject.sleepUntilRetry();
    QTRY_COMPARE(subject.signedInAs.size(), 2);
}

void tst_Reconnect::takenOverAgainSoonAfterWinningBack()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    SIGN_IN_AND(subject, peer, closeNormally(peer));
    subject.sleepUntilRetry();
    QTRY_COMPARE(subject.signedInAs.size(), 2);
    subject.clock.advance(10s);
    closeNormally(peer);
    QTRY_COMPARE(subject.state(), ConnectionState::Blocked);
    QCOMPARE(subject.problem(), ConnectionProblem::SignedInElsewhere);
    QCOMPARE(subject.linesLost, 2);
}

void tst_Reconnect::closedAgainLaterIsNoTakeover()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    SIGN_IN_AND(subject, peer, closeNormally(peer));
    subject.sleepUntilRetry();
    QTRY_COMPARE(subject.signedInAs.size(), 2);
    subject.clock.advance(15s);
    closeNormally(peer);
    QTRY_COMPARE(subject.state(), ConnectionState::WaitingToRetry);
    QCOMPARE(subject.problem(), ConnectionProblem::ClosedByServer);
}

void tst_Reconnect::closeThenTroubleThenOverEntryIsNoTakeover()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    SIGN_IN_AND(subject, peer, closeNormally(peer));
    peer.onRequest = [](PeerLine &line) { line.reset(); };
    subject.sleepUntilRetry();
    QTRY_COMPARE(subject.problem(), ConnectionProblem::LineLost);
    peer.onRequest = nullptr;
    refuse(peer, 4111);
    subject.sleepUntilRetry();
    QTRY_COMPARE(subject.problem(), ConnectionProblem::OverEntry);
    QCOMPARE(subject.state(), ConnectionState::WaitingToRetry);
}

void tst_Reconnect::otherClosesAreNoTakeover_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("FIN, RST and kill come as 1006") << 0;
    QTest::newRow("1001") << 1001;
    QTest::newRow("4001") << 4001;
}

void tst_Reconnect::otherClosesAreNoTakeover()
{
    QFETCH(const int, code);
    ScriptedPeer peer;
    ManagerSubject subject;
    SIGN_IN_AND(subject, peer, {
        if (code)
            peer.last()->sendClose(static_cast<quint16>(code));
        peer.last()->finish();
    });
    refuse(peer, 4111);
    subject.sleepUntilRetry();
    QTRY_COMPARE(subject.problem(), ConnectionProblem::OverEntry);
    QCOMPARE(subject.state(), ConnectionState::WaitingToRetry);
}

void tst_Reconnect::silentServerIsDeadAfterTenSeconds()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    subject.manager.synchronized();
    peer.onFrame = [](PeerLine &, const Frame &) {};
    subject.clock.advance(12'500ms);
    QTRY_COMPARE(peer.last()->count(FrameType::Ping), 1);
    QCOMPARE(peer.last()->webSocketFrames().constLast().payload, "\x8d");
    subject.clock.advance(9'999ms);
    QCoreApplication::processEvents();
    QCOMPARE(subject.state(), ConnectionState::Online);
    subject.clock.advance(1ms);
    QTRY_COMPARE(subject.state(), ConnectionState::WaitingToRetry);
    QCOMPARE(subject.problem(), ConnectionProblem::LineLost);
    QCOMPARE(subject.linesLost, 1);
    QTRY_VERIFY(!peer.last()->isOpen());
}

// QWebSocket would wait for the rest of it for ever.
void tst_Reconnect::stalledFrameIsSilence()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    peer.onFrame = [](PeerLine &line, const Frame &) { line.write("xxx"); };
    peer.last()->write(QByteArray("\x82\x7e\x10\x00", 4) + "some");
    subject.clock.advance(12'500ms);
    QTRY_COMPARE(peer.last()->count(FrameType::Ping), 1);
    peer.last()->write("more");
    QCoreApplication::processEvents();
    subject.clock.advance(10s);
    QTRY_COMPARE(subject.linesLost, 1);
}

void tst_Reconnect::latePongDuringOurBurst()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    peer.onFrame = [](PeerLine &, const Frame &) {};
    subject.clock.advance(12s);
    for (int i = 0; i < 200; ++i)
        QVERIFY(subject.manager.send({FrameType::Business, {}, protocol::Request{}}));
    subject.clock.advance(500ms);
    subject.clock.advance(19s);
    const int timers = subject.clock.activeTimers();
    peer.last()->send({FrameType::Ping, {}, {}});
    QTRY_COMPARE(subject.clock.activeTimers(), timers - 1); // nothing waits for an answer any more
    subject.clock.advance(2s);
    QCOMPARE(subject.linesLost, 0);
    QCOMPARE(subject.state(), ConnectionState::Synchronizing);
}

void tst_Reconnect::pongsKeepTheLine()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    subject.clock.advance(12'500ms);
    for (int i = 1; i <= 5; ++i) {
        const int timers = subject.clock.activeTimers();
        QTRY_COMPARE(subject.clock.activeTimers(), timers - 1); // the pong stops one
        QCOMPARE(peer.last()->count(FrameType::Ping), i);
        subject.clock.advance(25s);
    }
    QCOMPARE(subject.linesLost, 0);
}

void tst_Reconnect::probeOfADeadLine()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    peer.onFrame = [](PeerLine &, const Frame &) {};
    subject.manager.probeNow();
    QTRY_COMPARE(peer.last()->count(FrameType::Ping), 1);
    subject.clock.advance(3s);
    QTRY_COMPARE(subject.state(), ConnectionState::WaitingToRetry);
    QCOMPARE(subject.untilRetry(), localWait);
}

void tst_Reconnect::probeOfALiveLine()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    subject.manager.probeNow();
    const int timers = subject.clock.activeTimers();
    QTRY_COMPARE(subject.clock.activeTimers(), timers - 1); // the pong stops one
    QCOMPARE(peer.last()->count(FrameType::Ping), 1);
    subject.clock.advance(5s);
    QCOMPARE(subject.linesLost, 0);
}

void tst_Reconnect::probeCutsTheWait()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    SIGN_IN_AND(subject, peer, peer.last()->reset());
    subject.manager.probeNow();
    QCOMPARE(subject.state(), ConnectionState::WaitingToRetry);
    QCOMPARE(subject.problem(), ConnectionProblem::LineLost);
    QCOMPARE(subject.untilRetry(), localWait);
    subject.sleepUntilRetry();
    QTRY_COMPARE(subject.signedInAs.size(), 2);
}

void tst_Reconnect::probeDoesNotCutOverEntry()
{
    ScriptedPeer peer;
    refuse(peer, 4111);
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.problem(), ConnectionProblem::OverEntry);
    subject.manager.probeNow();
    QCOMPARE(subject.untilRetry(), 11s);
}

// The server must have told everybody before we come back: nothing cuts the pause short.
void tst_Reconnect::comesBackAfterHiding()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    subject.manager.synchronized();
    subject.manager.reconnectAfter(1'200ms);
    QVERIFY(!subject.manager.send({FrameType::OfflineMessages, {}, {}}));
    QTRY_COMPARE(subject.state(), ConnectionState::WaitingToRetry);
    QCOMPARE(subject.problem(), ConnectionProblem::Hiding);
    QCOMPARE(subject.linesLost, 1);
    QCOMPARE(subject.untilRetry(), 1'200ms);
    subject.manager.tryNow();
    subject.manager.probeNow();
    subject.clock.advance(1'199ms);
    QCOMPARE(subject.state(), ConnectionState::WaitingToRetry);
    subject.clock.advance(1ms);
    QTRY_COMPARE(subject.signedInAs.size(), 2);
    subject.manager.synchronized();
    QCOMPARE(subject.status(), core::ConnectionStatus{ConnectionState::Online});
    QCOMPARE(peer.lineCount(), 2);
}

void tst_Reconnect::signingOutEndsTheHiding()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.manager.reconnectAfter(1s); // without a line: nothing to hide
    QCOMPARE(subject.state(), ConnectionState::Offline);
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    subject.manager.reconnectAfter(1s);
    subject.manager.signOut();
    QTRY_COMPARE(subject.state(), ConnectionState::Offline);
    subject.clock.advance(10s);
    QCoreApplication::processEvents();
    QCOMPARE(peer.lineCount(), 1);
}

void tst_Reconnect::nextEndpointAtOnce()
{
    ScriptedPeer dead;
    dead.stopListening();
    ScriptedPeer broken;
    broken.onRequest = [](PeerLine &line) { line.write("HTTP/1.1 503 x\r\n\r\n"); };
    ScriptedPeer good;
    ManagerSubject subject;
    QVERIFY(!subject.manager.hasSeveralServers());
    subject.signIn({dead.url(), broken.url(), good.url()});
    QVERIFY(subject.manager.hasSeveralServers());
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    QCOMPARE(good.lineCount(), 1);
    QCOMPARE(broken.lineCount(), 1);
    QVERIFY(!subject.states().contains(ConnectionState::WaitingToRetry));
    QCOMPARE(subject.problem(), ConnectionProblem::NotATimServer); // until Online
}

void tst_Reconnect::lastGoodEndpointFirst()
{
    ScriptedPeer first;
    ScriptedPeer second;
    first.onRequest = [](PeerLine &line) { line.reset(); };
    ManagerSubject subject;
    subject.signIn({first.url(), second.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    first.onRequest = nullptr;
    second.last()->reset();
    QTRY_COMPARE(subject.state(), ConnectionState::WaitingToRetry);
    subject.sleepUntilRetry();
    QTRY_COMPARE(subject.signedInAs.size(), 2);
    QCOMPARE(first.lineCount(), 1);
    QCOMPARE(second.lineCount(), 2);

    // And from there to the other one when it fails.
    second.onRequest = [](PeerLine &line) { line.reset(); };
    second.last()->reset();
    QTRY_COMPARE(subject.state(), ConnectionState::WaitingToRetry);
    subject.sleepUntilRetry();
    QTRY_COMPARE(subject.signedInAs.size(), 3);
    QCOMPARE(first.lineCount(), 2);
}

void tst_Reconnect::waitsBetweenRounds()
{
    ScriptedPeer first;
    ScriptedPeer second;
    for (ScriptedPeer *peer : {&first, &second})
        peer->onRequest = [](PeerLine &line) { line.reset(); };
    ManagerSubject subject;
    subject.signIn({first.url(), second.url()});
    int round = 1;
    for (const auto wait :
         {core::Milliseconds(firstWait), core::Milliseconds(secondWait), core::Milliseconds(thirdWait)}) {
        QTRY_COMPARE(subject.state(), ConnectionState::WaitingToRetry);
        QCOMPARE(first.lineCount(), round);
        QCOMPARE(second.lineCount(), round);
        QCOMPARE(subject.untilRetry(), wait);
        subject.sleepUntilRetry();
        QVERIFY(subject.state() != ConnectionState::WaitingToRetry);
        ++round;
    }
}

void tst_Reconnect::silentEndpointsAreGivenUpOneByOne()
{
    ScriptedPeer mute; // at the upgrade
    mute.onRequest = [](PeerLine &) {};
    ScriptedPeer deaf; // to the sign-in
    deaf.onFrame = [](PeerLine &, const Frame &) {};
    ScriptedPeer good;
    ManagerSubject subject;
    subject.signIn({mute.url(), deaf.url(), good.url()});
    QTRY_VERIFY(mute.last() && !mute.last()->requestHead().isEmpty());
    subject.clock.advance(10s);
    QTRY_VERIFY(deaf.last() && !deaf.last()->frames().isEmpty());
    subject.clock.advance(10s);
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    QCOMPARE(good.lineCount(), 1);
}

void tst_Reconnect::refusalAndOverEntryStayWithTheEndpoint_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("wrong password") << 4105;
    QTest::newRow("over entry") << 4111;
}

void tst_Reconnect::refusalAndOverEntryStayWithTheEndpoint()
{
    QFETCH(const int, code);
    ScriptedPeer first;
    refuse(first, code);
    ScriptedPeer bystander;
    ManagerSubject subject;
    subject.signIn({first.url(), bystander.url()});
    QTRY_COMPARE(subject.status().serverCode, code);
    QTRY_VERIFY(!first.last()->isOpen());
    QCOMPARE(bystander.lineCount(), 0);
    QVERIFY(subject.signedInAs.isEmpty());
}

QTEST_GUILESS_MAIN(tst_Reconnect)
#include "tst_reconnect.moc"
