// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "net/manager_subject.h"
#include "support/scripted_peer.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace timbre;
using core::ConnectionProblem;
using core::ConnectionState;
using core::Credentials;
using net::ConnectionManager;
using protocol::Frame;
using protocol::FrameType;
using test::ManagerSubject;
using test::PeerLine;
using test::ScriptedPeer;

namespace {

Frame presence(qint64 id)
{
    protocol::Presence value;
    value.id = id;
    value.show = 4;
    return {FrameType::Presence, {}, value};
}

Frame broadcast()
{
    return {FrameType::BroadcastPresence, {}, protocol::Presence{}};
}

qint64 idOf(const Frame &frame)
{
    return std::get<protocol::Presence>(frame.payload).id.value_or(0);
}

QByteArray serverBytes(const Frame &frame)
{
    return protocol::encode(frame, protocol::Direction::ServerToClient);
}

} // namespace

// Sign-in, frames and sign-out on one line. What happens when lines end is in tst_reconnect.
class tst_ConnectionManager : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsIn();
    void signInFrame_data();
    void signInFrame();
    void everyRunHasOneResource();
    void statusTellsProblemUntilOnline();
    void badAddressIsBlocked();
    void refusals_data();
    void refusals();
    void okWithoutANodeIsAFailure_data();
    void okWithoutANodeIsAFailure();
    void noAnswerToTheSignIn();
    void pongIsNoAnswerToTheSignIn();
    void secondAnswerIsAnOrdinaryFrame();
    void kicked();
    void kickedBeforeTheAnswer();

    void freshTokenForEveryAttempt();
    void sourceWithoutCredentials();
    void sourceThatNeverReplies();
    void lateAndDoubleReplies();

    void framesArriveInOrder();
    void pongsAreNotForwarded();
    void syncFramesAreAckedAtOnce();
    void unreadableSyncFramesAreAckedToo();
    void unreadableFramesAreIgnored();
    void onlyUnreadableFramesEndTheLine();
    void textEndsTheLineToo();
    void framesBeforeTheAnswerFollowSignedIn();
    void floodBeforeTheAnswerIsBounded();
    void sendNeedsASignedInLine();
    void serverThatNeverReadsIsGivenUp();

    void signOutClosesAfterTheLastWords();
    void signOutWithoutLastWordsClosesAtOnce();
    void signOutOfAServerThatNeverReads();
    void signOutWhileConnecting();
    void signOutWhileWaiting();
    void nothingArrivesAfterSignOut();
    void signInAgainDuringSignOut();
    void signInAgainReplacesTheLine();
    void receiversMaySignOutInAnySlot_data();
    void receiversMaySignOutInAnySlot();
    void destroyedWithALine();
};

void tst_ConnectionManager::signsIn()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    QCOMPARE(subject.state(), ConnectionState::Offline);
    QVERIFY(subject.manager.ownId().isEmpty());
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.state(), ConnectionState::Synchronizing);
    QCOMPARE(subject.signedInAs, QStringList{peer.node});
    QCOMPARE(subject.manager.ownId().node(), peer.node);
    subject.manager.synchronized();
    QCOMPARE(subject.states(),
             (QList{ConnectionState::Resolving, ConnectionState::Connecting, ConnectionState::Authenticating,
                    ConnectionState::Synchronizing, ConnectionState::Online}));
    QCOMPARE(subject.linesLost, 0);
    QCOMPARE(peer.lineCount(), 1);
}

void tst_ConnectionManager::signInFrame_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<bool>("token");
    QTest::newRow("password") << u""_s << false;
    QTest::newRow("password, domain") << u"tlnet.top"_s << false;
    QTest::newRow("token, domain") << u"tlnet.top"_s << true;
}

void tst_ConnectionManager::signInFrame()
{
    QFETCH(const QString, domain);
    QFETCH(const bool, token);
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.credentials
        = {u"ålice"_s, domain, token ? Credentials::Kind::Token : Credentials::Kind::Password, u"s3cret"_s};
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    QCOMPARE(peer.last()->frames().size(), 1);
    QCOMPARE(peer.last()->webSocketFrames().constFirst().payload.at(0), char(0x90)); // JSON

    protocol::Auth wanted;
    wanted.name = u"ålice"_s;
    if (!domain.isEmpty())
        wanted.domain = domain;
    (token ? wanted.token : wanted.pwd) = u"s3cret"_s;
    wanted.resource = u"timbre-0badcafe"_s;
    wanted.termtyp = ConnectionManager::desktopTermType;
    QVERIFY(std::get<protocol::Auth>(peer.last()->frames().constFirst().payload) == wanted);
}

void tst_ConnectionManager::everyRunHasOneResource()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    peer.last()->reset();
    QTRY_COMPARE(subject.state(), ConnectionState::WaitingToRetry);
    subject.sleepUntilRetry();
    QTRY_COMPARE(subject.signedInAs.size(), 2);
    QVERIFY(peer.line(0)->frames().constFirst() == peer.line(1)->frames().constFirst());
}

void tst_ConnectionManager::statusTellsProblemUntilOnline()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    subject.manager.synchronized();
    peer.last()->reset();
    QTRY_COMPARE(subject.state(), ConnectionState::WaitingToRetry);
    subject.statuses.clear();
    subject.sleepUntilRetry();
    QTRY_COMPARE(subject.signedInAs.size(), 2);
    subject.manager.synchronized();
    for (const auto &status : std::as_const(subject.statuses)) {
        const bool online = status.state == ConnectionState::Online;
        QCOMPARE(status.problem, online ? ConnectionProblem::None : ConnectionProblem::LineLost);
        QCOMPARE(status.retryAt, 0);
    }
}

void tst_ConnectionManager::badAddressIsBlocked()
{
    ManagerSubject subject;
    subject.signIn({QUrl(u"http://127.0.0.1:1/tim"_s), QUrl()});
    QCOMPARE(subject.state(), ConnectionState::Blocked);
    QCOMPARE(subject.problem(), ConnectionProblem::BadAddress);
    subject.manager.tryNow();
    QCOMPARE(subject.state(), ConnectionState::Blocked);
    subject.signIn({});
    QCOMPARE(subject.state(), ConnectionState::Blocked);
    subject.manager.signOut();
    QCOMPARE(subject.state(), ConnectionState::Offline);
}

void tst_ConnectionManager::refusals_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<ConnectionState>("state");
    QTest::addColumn<ConnectionProblem>("problem");
    QTest::newRow("4105") << 4105 << ConnectionState::Blocked << ConnectionProblem::WrongPassword;
    QTest::newRow("4115") << 4115 << ConnectionState::Blocked << ConnectionProblem::TokenRefused;
    QTest::newRow("4111") << 4111 << ConnectionState::WaitingToRetry << ConnectionProblem::OverEntry;
    QTest::newRow("4104") << 4104 << ConnectionState::WaitingToRetry << ConnectionProblem::SignInRefused;
    QTest::newRow("5103") << 5103 << ConnectionState::WaitingToRetry << ConnectionProblem::SignInRefused;
    QTest::newRow("no error object") << 0 << ConnectionState::WaitingToRetry << ConnectionProblem::SignInRefused;
}

void tst_ConnectionManager::refusals()
{
    QFETCH(const int, code);
    QFETCH(const ConnectionState, state);
    QFETCH(const ConnectionProblem, problem);
    ScriptedPeer peer;
    peer.onFrame = [&](PeerLine &line, const Frame &) { line.send(ScriptedPeer::signInAnswer(false, {}, code)); };
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.state(), state);
    QCOMPARE(subject.problem(), problem);
    QCOMPARE(subject.status().serverCode, code);
    QVERIFY(subject.signedInAs.isEmpty());
    QCOMPARE(subject.linesLost, 0);
    QTRY_VERIFY(!peer.last()->isOpen());

    if (state == ConnectionState::Blocked) {
        subject.clock.advance(1h);
        QCOMPARE(subject.state(), ConnectionState::Blocked);
        QCOMPARE(peer.lineCount(), 1);
    }
    peer.onFrame = nullptr;
    subject.manager.tryNow();
    QCOMPARE(subject.problem(), problem);
    QTRY_COMPARE(subject.state(), ConnectionState::Synchronizing);
}

void tst_ConnectionManager::okWithoutANodeIsAFailure_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("empty n") << QByteArray("\x0c{\"ok\":true,\"timType\":16,\"n\":\"\"}");
    QTest::newRow("null n") << QByteArray("\x0c{\"ok\":true,\"timType\":16,\"n\":null}");
    QTest::newRow("no n") << QByteArray("\x0c{\"ok\":true,\"timType\":16}");
    QTest::newRow("n is a number") << QByteArray("\x0c{\"ok\":true,\"timType\":16,\"n\":7}");
}

void tst_ConnectionManager::okWithoutANodeIsAFailure()
{
    QFETCH(const QByteArray, answer);
    ScriptedPeer peer;
    peer.onFrame = [&](PeerLine &line, const Frame &) { line.sendMessage(answer); };
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.state(), ConnectionState::WaitingToRetry);
    QCOMPARE(subject.problem(), ConnectionProblem::SignInRefused);
    QVERIFY(subject.signedInAs.isEmpty());
}

void tst_ConnectionManager::noAnswerToTheSignIn()
{
    ScriptedPeer peer;
    peer.onFrame = [](PeerLine &, const Frame &) {};
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.state(), ConnectionState::Authenticating);
    subject.clock.advance(9'999ms);
    QCOMPARE(subject.state(), ConnectionState::Authenticating);
    subject.clock.advance(1ms);
    QCOMPARE(subject.state(), ConnectionState::WaitingToRetry);
    QCOMPARE(subject.problem(), ConnectionProblem::SignInTimeout);
    QTRY_VERIFY(!peer.last()->isOpen());
}

void tst_ConnectionManager::pongIsNoAnswerToTheSignIn()
{
    ScriptedPeer peer;
    peer.onFrame = [](PeerLine &line, const Frame &) { line.send({FrameType::Ping, {}, {}}); };
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_VERIFY(peer.last() && !peer.last()->frames().isEmpty());
    subject.clock.advance(10s);
    QCOMPARE(subject.problem(), ConnectionProblem::SignInTimeout);
}

void tst_ConnectionManager::secondAnswerIsAnOrdinaryFrame()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    peer.last()->send(ScriptedPeer::signInAnswer(true, u"another"_s));
    peer.last()->send(ScriptedPeer::signInAnswer(false, {}, 4105));
    QTRY_COMPARE(subject.frames.size(), 2);
    QCOMPARE(subject.signedInAs, QStringList{peer.node});
    QCOMPARE(subject.state(), ConnectionState::Synchronizing);
}

void tst_ConnectionManager::kicked()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    subject.manager.synchronized();
    peer.last()->write(PeerLine::webSocketFrame(PeerLine::Binary, "\x0c{\"ok\":true,\"timType\":20}")
                       + PeerLine::closeFrame(1000));
    QTRY_COMPARE(subject.state(), ConnectionState::Blocked);
    QCOMPARE(subject.problem(), ConnectionProblem::Kicked);
    QCOMPARE(subject.linesLost, 1);
    subject.clock.advance(1h);
    QCOMPARE(peer.lineCount(), 1);
    subject.manager.tryNow();
    QTRY_COMPARE(subject.signedInAs.size(), 2);
}

void tst_ConnectionManager::kickedBeforeTheAnswer()
{
    ScriptedPeer peer;
    peer.onFrame = [](PeerLine &line, const Frame &) { line.sendMessage("\x0c{\"ok\":true,\"timType\":20}"); };
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.state(), ConnectionState::Blocked);
    QCOMPARE(subject.problem(), ConnectionProblem::Kicked);
    QCOMPARE(subject.linesLost, 0);
}

void tst_ConnectionManager::freshTokenForEveryAttempt()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    int asked = 0;
    subject.manager.setCredentialSource([&](const ConnectionManager::CredentialsReply &reply) {
        ++asked;
        reply(Credentials{u"alice"_s, {}, Credentials::Kind::Token, u"token%1"_s.arg(asked)});
    });
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    peer.last()->reset();
    QTRY_COMPARE(subject.state(), ConnectionState::WaitingToRetry);
    QCOMPARE(asked, 1); // not before it is needed: a token lives 10 s
    subject.sleepUntilRetry();
    QTRY_COMPARE(subject.signedInAs.size(), 2);
    for (const int i : {0, 1}) {
        const auto auth = std::get<protocol::Auth>(peer.line(i)->frames().constFirst().payload);
        QCOMPARE(*auth.token, u"token%1"_s.arg(i + 1));
        QVERIFY(!auth.pwd);
    }
}

void tst_ConnectionManager::sourceWithoutCredentials()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.manager.setCredentialSource([](const ConnectionManager::CredentialsReply &reply) { reply(std::nullopt); });
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.state(), ConnectionState::WaitingToRetry);
    QCOMPARE(subject.problem(), ConnectionProblem::SignInRefused);
    QVERIFY(peer.last()->frames().isEmpty());
}

void tst_ConnectionManager::sourceThatNeverReplies()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    ConnectionManager::CredentialsReply kept;
    subject.manager.setCredentialSource([&](const ConnectionManager::CredentialsReply &reply) { kept = reply; });
    subject.signIn({peer.url()});
    QTRY_VERIFY(kept);
    subject.clock.advance(10s);
    QCOMPARE(subject.state(), ConnectionState::WaitingToRetry);
    QCOMPARE(subject.problem(), ConnectionProblem::SignInTimeout);
}

void tst_ConnectionManager::lateAndDoubleReplies()
{
    ScriptedPeer peer;
    QList<ConnectionManager::CredentialsReply> replies;
    const Credentials old{u"alice"_s, {}, Credentials::Kind::Token, u"old"_s};
    const Credentials fresh{u"alice"_s, {}, Credentials::Kind::Token, u"fresh"_s};
    {
        ManagerSubject subject;
        subject.manager.setCredentialSource(
            [&](const ConnectionManager::CredentialsReply &reply) { replies.append(reply); });
        subject.signIn({peer.url()});
        QTRY_COMPARE(replies.size(), 1);
        subject.clock.advance(10s);
        subject.manager.tryNow();
        QTRY_COMPARE(replies.size(), 2);
        replies.at(0)(old); // of the attempt that is over
        replies.at(1)(fresh);
        replies.at(1)(old);
        QTRY_COMPARE(subject.signedInAs.size(), 1);
        QCOMPARE(peer.last()->frames().size(), 1);
        QCOMPARE(*std::get<protocol::Auth>(peer.last()->frames().constFirst().payload).token, u"fresh"_s);
    }
    replies.at(1)(fresh); // to nobody
}

void tst_ConnectionManager::framesArriveInOrder()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    QByteArray bytes;
    for (int i = 0; i < 500; ++i)
        bytes += PeerLine::webSocketFrame(PeerLine::Binary, serverBytes(presence(i)));
    for (qsizetype at = 0; at < bytes.size(); at += 777)
        peer.last()->write(bytes.mid(at, 777));
    QTRY_COMPARE(subject.frames.size(), 500);
    for (int i = 0; i < 500; ++i)
        QCOMPARE(idOf(subject.frames.at(i)), i);

    for (int i = 0; i < 100; ++i)
        QVERIFY(subject.manager.send(presence(i)));
    QTRY_COMPARE(peer.last()->frames().size(), 101);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(idOf(peer.last()->frames().at(i + 1)), i);
}

void tst_ConnectionManager::pongsAreNotForwarded()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    peer.last()->send({FrameType::Ping, {}, {}});
    peer.last()->send(presence(1));
    QTRY_COMPARE(subject.frames.size(), 1);
    QCOMPARE(subject.frames.constFirst().type, FrameType::Presence);
}

void tst_ConnectionManager::syncFramesAreAckedAtOnce()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    protocol::Message message;
    message.msType = 2;
    message.odType = 1;
    for (const qint32 id : {7, 7, -2}) // twice the same: the first ack may have been lost
        peer.last()->send({FrameType::Message, id, message});
    peer.last()->send({FrameType::Message, {}, message});
    QTRY_COMPARE(subject.frames.size(), 4);
    QCOMPARE(*subject.frames.at(2).syncId, -2);
    QTRY_COMPARE(peer.last()->count(FrameType::Ack), 3);
    const auto &sent = peer.last()->webSocketFrames();
    QCOMPARE(sent.at(1).payload, QByteArray("\x8c\x00\x00\x00\x07", 5));
    QCOMPARE(sent.at(2).payload, QByteArray("\x8c\x00\x00\x00\x07", 5));
    QCOMPARE(sent.at(3).payload, QByteArray("\x8c\xff\xff\xff\xfe", 5));
}

void tst_ConnectionManager::unreadableSyncFramesAreAckedToo()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    peer.last()->sendMessage(QByteArray("\xda\x00\x00\x00\x09{\"msType\":", 15));
    QTRY_COMPARE(peer.last()->count(FrameType::Ack), 1);
    QCOMPARE(*peer.last()->frames().constLast().syncId, 9);
    QVERIFY(subject.frames.isEmpty());
    QCOMPARE(subject.linesLost, 0);
}

void tst_ConnectionManager::unreadableFramesAreIgnored()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    // 49, a good one, 49 again: never 50 in a row.
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < 49; ++i)
            peer.last()->sendMessage(i % 2 ? QByteArray("\x5b{nonsense") : QByteArray("\x7f"));
        peer.last()->send(presence(round));
    }
    QTRY_COMPARE(subject.frames.size(), 2);
    QCOMPARE(subject.linesLost, 0);
    QCOMPARE(subject.state(), ConnectionState::Synchronizing);
}

void tst_ConnectionManager::onlyUnreadableFramesEndTheLine()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    for (int i = 0; i < 60; ++i)
        peer.last()->sendMessage("\x5b{nonsense");
    QTRY_COMPARE(subject.state(), ConnectionState::WaitingToRetry);
    QCOMPARE(subject.problem(), ConnectionProblem::ProtocolError);
    QCOMPARE(subject.linesLost, 1);
}

void tst_ConnectionManager::textEndsTheLineToo()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    for (int i = 0; i < 50; ++i)
        peer.last()->write(PeerLine::webSocketFrame(PeerLine::Text, "hello"));
    QTRY_COMPARE(subject.problem(), ConnectionProblem::ProtocolError);
}

void tst_ConnectionManager::framesBeforeTheAnswerFollowSignedIn()
{
    ScriptedPeer peer;
    peer.onFrame = [&](PeerLine &line, const Frame &frame) {
        if (frame.type != FrameType::Auth)
            return;
        line.sendMessage("\x5b\x18\x01"); // thrift on a JSON line (protocol.md 12.4)
        Frame early = presence(1);
        early.syncId = 3;
        line.send(early);
        line.send(presence(2));
        line.send(ScriptedPeer::signInAnswer(true, peer.node));
        line.send(presence(3));
    };
    ManagerSubject subject;
    QStringList order;
    connect(&subject.manager, &core::Connection::signedIn, this, [&] { order += u"in"_s; });
    connect(&subject.manager, &core::Connection::frameReceived, this,
            [&](const Frame &frame) { order += QString::number(idOf(frame)); });
    subject.signIn({peer.url()});
    QTRY_COMPARE(order, (QStringList{u"in"_s, u"1"_s, u"2"_s, u"3"_s}));
    QTRY_COMPARE(peer.last()->count(FrameType::Ack), 1);
}

void tst_ConnectionManager::floodBeforeTheAnswerIsBounded()
{
    ScriptedPeer peer;
    peer.onFrame = [&](PeerLine &line, const Frame &frame) {
        if (frame.type != FrameType::Auth)
            return;
        for (int i = 0; i < ConnectionManager::maxEarlyFrames + 500; ++i) {
            Frame early = presence(i);
            early.syncId = i;
            line.send(early);
        }
        line.send(ScriptedPeer::signInAnswer(true, peer.node));
    };
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    QCOMPARE(subject.frames.size(), ConnectionManager::maxEarlyFrames);
    QTRY_COMPARE(peer.last()->count(FrameType::Ack), ConnectionManager::maxEarlyFrames);
}

void tst_ConnectionManager::sendNeedsASignedInLine()
{
    ScriptedPeer peer;
    peer.onFrame = [](PeerLine &, const Frame &) {};
    ManagerSubject subject;
    QVERIFY(!subject.manager.send(broadcast()));
    subject.signIn({peer.url()});
    QVERIFY(!subject.manager.send(broadcast()));
    QTRY_VERIFY(peer.last() && !peer.last()->frames().isEmpty());
    QVERIFY(!subject.manager.send(broadcast()));
    peer.last()->send(ScriptedPeer::signInAnswer(true, peer.node));
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    QVERIFY(subject.manager.send(broadcast()));
    QTRY_COMPARE(peer.last()->frames().size(), 2);
    subject.manager.signOut();
    QVERIFY(!subject.manager.send(broadcast()));
}

void tst_ConnectionManager::serverThatNeverReadsIsGivenUp()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    peer.last()->stopReading();
    protocol::Message message;
    message.dataString = QString(500'000, u'x');
    int sent = 0;
    while (sent < 100 && subject.manager.send({FrameType::Message, {}, message})) {
        ++sent;
        QCoreApplication::processEvents();
    }
    QVERIFY(sent < 100);
    QTRY_COMPARE(subject.state(), ConnectionState::WaitingToRetry);
    QCOMPARE(subject.problem(), ConnectionProblem::LineLost);
    QCOMPARE(subject.linesLost, 1);
}

void tst_ConnectionManager::signOutClosesAfterTheLastWords()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    QVERIFY(subject.manager.send(broadcast()));
    subject.clock.advance(30ms);
    subject.manager.signOut();
    QTRY_COMPARE(peer.last()->count(FrameType::BroadcastPresence), 1);
    subject.clock.advance(69ms);
    QCoreApplication::processEvents();
    QCOMPARE(peer.last()->webSocketFrames().size(), 2);
    QVERIFY(subject.state() != ConnectionState::Offline);
    subject.clock.advance(1ms);
    QTRY_COMPARE(subject.state(), ConnectionState::Offline);
    QCOMPARE(subject.problem(), ConnectionProblem::None);
    QCOMPARE(subject.linesLost, 1);
    QTRY_COMPARE(peer.last()->webSocketFrames().size(), 3);
    QCOMPARE(peer.last()->webSocketFrames().constLast().opcode, PeerLine::Close);
    subject.clock.advance(1h);
    QCOMPARE(peer.lineCount(), 1);
}

void tst_ConnectionManager::signOutWithoutLastWordsClosesAtOnce()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    QVERIFY(subject.manager.send(broadcast()));
    subject.clock.advance(100ms);
    subject.manager.signOut();
    subject.manager.signOut();
    QTRY_COMPARE(subject.state(), ConnectionState::Offline);
    QCOMPARE(subject.linesLost, 1);
}

void tst_ConnectionManager::signOutOfAServerThatNeverReads()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    peer.last()->stopReading();
    protocol::Message message;
    message.dataString = QString(20'000'000, u'x');
    QVERIFY(subject.manager.send({FrameType::Message, {}, message}));
    subject.manager.signOut();
    QCoreApplication::processEvents();
    QVERIFY(subject.state() != ConnectionState::Offline);
    subject.clock.advance(3s);
    QTRY_COMPARE(subject.state(), ConnectionState::Offline);
}

void tst_ConnectionManager::signOutWhileConnecting()
{
    ScriptedPeer peer;
    peer.onRequest = [](PeerLine &) {};
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.state(), ConnectionState::Connecting);
    subject.manager.signOut();
    QCOMPARE(subject.state(), ConnectionState::Offline);
    QCOMPARE(subject.linesLost, 0);
    QTRY_VERIFY(peer.last() && !peer.last()->isOpen());
    subject.clock.advance(1h);
    QCOMPARE(subject.state(), ConnectionState::Offline);
}

void tst_ConnectionManager::signOutWhileWaiting()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    peer.last()->reset();
    QTRY_COMPARE(subject.state(), ConnectionState::WaitingToRetry);
    subject.manager.signOut();
    QCOMPARE(subject.state(), ConnectionState::Offline);
    subject.manager.tryNow();
    subject.manager.probeNow();
    subject.clock.advance(1h);
    QCOMPARE(subject.state(), ConnectionState::Offline);
    QCOMPARE(peer.lineCount(), 1);
}

void tst_ConnectionManager::nothingArrivesAfterSignOut()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    QVERIFY(subject.manager.send(broadcast()));
    subject.manager.signOut();
    Frame late = presence(1);
    late.syncId = 5;
    peer.last()->send(late);
    QSignalSpy frames(&subject.manager, &core::Connection::frameReceived);
    QVERIFY(!frames.wait(50));
    subject.manager.synchronized();
    QVERIFY(subject.state() != ConnectionState::Online);
    subject.clock.advance(100ms);
    QTRY_COMPARE(subject.state(), ConnectionState::Offline);
    QCOMPARE(peer.last()->count(FrameType::Ack), 0); // the server keeps it for the next sign-in
    QVERIFY(subject.frames.isEmpty());
}

void tst_ConnectionManager::signInAgainDuringSignOut()
{
    ScriptedPeer peer;
    ManagerSubject subject;
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    QVERIFY(subject.manager.send(broadcast()));
    subject.manager.signOut();
    subject.signIn({peer.url()});
    QCOMPARE(subject.linesLost, 1);
    QTRY_COMPARE(subject.signedInAs.size(), 2);
    subject.clock.advance(5s);
    QCoreApplication::processEvents();
    QCOMPARE(subject.state(), ConnectionState::Synchronizing);
    QVERIFY(!subject.states().contains(ConnectionState::Offline));
}

void tst_ConnectionManager::signInAgainReplacesTheLine()
{
    ScriptedPeer first;
    ScriptedPeer second;
    second.node = u"ZD9HTVV1Jca"_s;
    ManagerSubject subject;
    subject.signIn({first.url()});
    QTRY_COMPARE(subject.signedInAs.size(), 1);
    subject.credentials.name = u"bob"_s;
    subject.signIn({second.url()});
    QCOMPARE(subject.linesLost, 1);
    QTRY_COMPARE(subject.signedInAs.size(), 2);
    QCOMPARE(subject.manager.ownId().node(), second.node);
    QTRY_VERIFY(!first.last()->isOpen());
    QCOMPARE(*std::get<protocol::Auth>(second.last()->frames().constFirst().payload).name, u"bob"_s);
}

void tst_ConnectionManager::receiversMaySignOutInAnySlot_data()
{
    QTest::addColumn<ConnectionState>("at");
    QTest::newRow("Resolving") << ConnectionState::Resolving;
    QTest::newRow("Connecting") << ConnectionState::Connecting;
    QTest::newRow("Authenticating") << ConnectionState::Authenticating;
    QTest::newRow("Synchronizing") << ConnectionState::Synchronizing;
    QTest::newRow("Online") << ConnectionState::Online;
    QTest::newRow("WaitingToRetry") << ConnectionState::WaitingToRetry;
}

void tst_ConnectionManager::receiversMaySignOutInAnySlot()
{
    QFETCH(const ConnectionState, at);
    ScriptedPeer peer;
    ManagerSubject subject;
    connect(&subject.manager, &core::Connection::statusChanged, this, [&](const core::ConnectionStatus &status) {
        if (status.state == at)
            subject.manager.signOut();
    });
    connect(&subject.manager, &core::Connection::signedIn, this, [&] {
        subject.manager.synchronized();
        if (at == ConnectionState::WaitingToRetry)
            peer.last()->reset();
    });
    subject.signIn({peer.url()});
    QTRY_COMPARE(subject.state(), ConnectionState::Offline);
    QCOMPARE(subject.states().count(at), 1);
    QVERIFY(subject.linesLost >= subject.signedInAs.size());
    subject.clock.advance(1h);
    QCoreApplication::processEvents();
    QCOMPARE(subject.state(), ConnectionState::Offline);
    QVERIFY(peer.lineCount() <= 1);
}

void tst_ConnectionManager::destroyedWithALine()
{
    ScriptedPeer peer;
    {
        ManagerSubject subject;
        subject.signIn({peer.url()});
        QTRY_COMPARE(subject.signedInAs.size(), 1);
        QVERIFY(subject.manager.send(broadcast()));
        subject.manager.signOut();
    }
    QTRY_VERIFY(!peer.last()->isOpen());
}

QTEST_GUILESS_MAIN(tst_ConnectionManager)
#include "tst_connection_manager.moc"
