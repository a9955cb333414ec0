// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "support/client_fixture.h"

using namespace timbre;
using namespace timbre::core;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using protocol::BusinessOp;
using protocol::ErrorCode;
using protocol::FrameType;
using protocol::NodesOp;
using Kind = CallError::Kind;

// Whose answer is it? Turns, double refusals, strangers' answers, and callbacks that do as they like.
class tst_ClientTurns : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ClientFixture> f;
    const ContactId bob{u"bob"_s};
    const RoomId room{u"room"_s};

    qint64 rtypeSentLast() const { return f->lastSent<protocol::Request>().rtype.value_or(0); }

private Q_SLOTS:
    void init() { f = std::make_unique<ClientFixture>(); }
    void cleanup() { f.reset(); }

    void callsOfOneTypeWaitForEachOther()
    {
        Outcome<Success> removed;
        Outcome<Success> blocked;
        f->client->removeContact(bob, &f->context, removed.record());
        f->client->blockContact(bob, &f->context, blocked.record());
        QCOMPARE(f->connection.sent.size(), 1);
        QCOMPARE(rtypeSentLast(), qint64(BusinessOp::RemoveFriend));
        // The generic refusal can only be of the first.
        f->refuse(FrameType::Business, ErrorCode::Params);
        QCOMPARE(removed.errorKind(), Kind::Refused);
        QVERIFY(blocked.isPending());
        QCOMPARE(rtypeSentLast(), qint64(BusinessOp::BlockUser));
        f->ack(FrameType::Business, 7, u"bob"_s);
        QVERIFY(blocked.isSuccess());
    }

    void aWaitingCallsTimeStartsWhenItIsSent()
    {
        Outcome<Success> first;
        Outcome<Success> second;
        f->client->removeContact(bob, &f->context, first.record());
        f->client->removeContact(bob, &f->context, second.record());
        f->clock.advance(limits::removeContact);
        QCOMPARE(first.errorKind(), Kind::NoAnswer);
        QVERIFY(second.isPending());
        QCOMPARE(f->connection.sent.size(), 2);
        f->clock.advance(limits::removeContact);
        QCOMPARE(second.errorKind(), Kind::NoAnswer);
    }

    void callsOfOtherTypesDoNotWait()
    {
        Outcome<Success> removed;
        Outcome<VirtualRoomId> created;
        Outcome<Infos<ContactId, protocol::UserBean>> infos;
        f->client->removeContact(bob, &f->context, removed.record());
        f->client->createVirtualRoom(&f->context, created.record());
        f->client->userInfos({bob}, &f->context, infos.record());
        QCOMPARE(f->connection.sent.size(), 3);
        f->ack(FrameType::VRoom, 1, u"channel"_s);
        QCOMPARE(created.value(), VirtualRoomId(u"channel"_s));
        QVERIFY(removed.isPending());
        QVERIFY(infos.isPending());
    }

    // protocol.md 8.3: the detailed refusal, then one without a name.
    void theSecondRefusalMeetsNobody()
    {
        Outcome<Success> kicked;
        Outcome<Success> left;
        f->client->kick(room, bob, &f->context, kicked.record());
        f->client->leaveRoom(room, &f->context, left.record());
        f->refuse(FrameType::Business, ErrorCode::NoExist, 13, u"room"_s, u"bob"_s);
        QCOMPARE(kicked.error()->serverCode, 4109);
        QCOMPARE(f->connection.sent.size(), 1); // the next one waits for the second refusal
        f->refuse(FrameType::Business, ErrorCode::NoExist);
        QCOMPARE(f->connection.sent.size(), 2);
        QVERIFY(left.isPending());
        f->ack(FrameType::Business, 16, u"room"_s);
        QVERIFY(left.isSuccess());
        QCOMPARE(kicked.results.size(), 1UL);
    }

    // The second one of a password change has another code (protocol.md 7.3).
    void theSecondRefusalMayDiffer()
    {
        Outcome<Success> changed;
        Outcome<Listing<RoomId>> rooms;
        f->client->changePassword(u"a"_s, u"b"_s, &f->context, changed.record());
        f->client->rooms(&f->context, rooms.record());
        f->refuse(FrameType::Business, ErrorCode::ModifyAuth, 21);
        f->refuse(FrameType::Business, ErrorCode::PermissionDenied);
        QCOMPARE(changed.error()->serverCode, 4112);
        QVERIFY(rooms.isPending());
        QCOMPARE(rtypeSentLast(), qint64(BusinessOp::Rooms));
    }

    // A server that refuses only once.
    void theNextCallDoesNotWaitForASecondRefusalForever()
    {
        Outcome<Success> kicked;
        Outcome<Success> left;
        f->client->kick(room, bob, &f->context, kicked.record());
        f->refuse(FrameType::Business, ErrorCode::NoExist, 13, u"room"_s, u"bob"_s);
        f->client->leaveRoom(room, &f->context, left.record());
        f->clock.advance(limits::secondRefusal - Milliseconds(1));
        QCOMPARE(f->connection.sent.size(), 1);
        f->clock.advance(1);
        QCOMPARE(f->connection.sent.size(), 2);
        f->refuse(FrameType::Business, ErrorCode::PermissionDenied);
        QCOMPARE(left.error()->serverCode, 4105);
    }

    void aRefusalThatNamesSomethingElseIsNobodys()
    {
        Outcome<Success> kicked;
        f->client->kick(room, bob, &f->context, kicked.record());
        f->refuse(FrameType::Business, ErrorCode::NoExist, 13, u"other"_s, u"bob"_s);
        f->refuse(FrameType::Business, ErrorCode::NoExist, 13, u"room"_s, u"carol"_s);
        f->refuse(FrameType::Business, ErrorCode::NoExist, 15, u"room"_s, u"bob"_s);
        QVERIFY(kicked.isPending());
    }

    void anAnswerThatNamesSomethingElseIsNobodys()
    {
        Outcome<Success> removed;
        f->client->removeContact(bob, &f->context, removed.record());
        f->ack(FrameType::Business, 6, u"carol"_s);
        f->ack(FrameType::Business, 7, u"bob"_s);
        f->ack(FrameType::VRoom, 6, u"bob"_s);
        f->ack(FrameType::Message);
        f->nodes(NodesOp::Roster, {u"bob"_s});
        QVERIFY(removed.isPending());
        f->ack(FrameType::Business, 6, u"bob"_s);
        QVERIFY(removed.isSuccess());
    }

    void aLateAnswerIsNobodys()
    {
        Outcome<Success> removed;
        Outcome<Success> blocked;
        f->client->removeContact(bob, &f->context, removed.record());
        f->clock.advance(limits::removeContact);
        f->client->blockContact(bob, &f->context, blocked.record());
        f->ack(FrameType::Business, 6, u"bob"_s);
        QCOMPARE(removed.errorKind(), Kind::NoAnswer);
        QVERIFY(blocked.isPending());
    }

    // What tim never answers leaves at once; the refusal goes to the oldest still listening.
    void unansweredCallsLeaveTogether()
    {
        Outcome<Success> first;
        Outcome<Success> second;
        const VirtualRoomId channel(u"channel"_s);
        f->client->pushStream(channel, "1"_ba, 0, &f->context, first.record());
        f->clock.advance(10);
        f->client->pushStream(channel, "2"_ba, 0, &f->context, second.record());
        QCOMPARE(f->connection.sent.size(), 2);
        f->refuse(FrameType::Stream, ErrorCode::PermissionDenied, {}, u"channel"_s);
        QCOMPARE(first.errorKind(), Kind::Refused);
        QVERIFY(second.isPending());
        f->clock.advance(limits::pushStream);
        QVERIFY(second.isSuccess());
    }

    void aReceiptedMessageWaitsUntilItIsAlone()
    {
        Outcome<Success> custom;
        Outcome<Receipt> sent;
        Outcome<Success> later;
        f->client->sendCustom(bob, 40, {}, &f->context, custom.record());
        f->client->sendMessage(Conversation::with(bob), {}, &f->context, sent.record());
        f->client->sendCustom(bob, 41, {}, &f->context, later.record());
        QCOMPARE(f->connection.sent.size(), 1);
        f->clock.advance(limits::sendCustom);
        QVERIFY(custom.isSuccess());
        QCOMPARE(f->connection.sent.size(), 2);
        QCOMPARE(f->lastSent<protocol::Message>().odType, qint8(1));
        f->refuse(FrameType::Message, ErrorCode::PermissionDenied);
        QCOMPARE(sent.errorKind(), Kind::Refused);
        QCOMPARE(f->lastSent<protocol::Message>().odType, qint8(41));
        QVERIFY(later.isPending());
    }

    // tim swaps presences sent back to back.
    void presencesKeepTheirDistance()
    {
        Outcome<Success> done;
        for (int i = 0; i < 3; ++i)
            f->client->broadcastPresence({}, protocol::SubStatus::Plain, &f->context, done.record());
        QCOMPARE(f->connection.presenceTimes().size(), 1);
        f->clock.advance(100);
        const QList<qint64> times = f->connection.presenceTimes();
        QCOMPARE(times.size(), 3);
        QCOMPARE(times[1] - times[0], limits::presenceGap.count());
        QCOMPARE(times[2] - times[1], limits::presenceGap.count());
    }

    void lostLineTellsSentFromWaiting()
    {
        Outcome<Success> sent;
        Outcome<Success> waiting;
        f->client->removeContact(bob, &f->context, sent.record());
        f->client->blockContact(bob, &f->context, waiting.record());
        f->connection.dropLine();
        f->clock.advance(0);
        QCOMPARE(sent.errorKind(), Kind::LineLost);
        QCOMPARE(waiting.errorKind(), Kind::NotConnected);
        // Nor does the old line's closed lane hold the new one up.
        f->connection.bringUp();
        Outcome<Success> again;
        f->client->blockContact(bob, &f->context, again.record());
        QCOMPARE(f->connection.sent.size(), 2);
        f->ack(FrameType::Business, 7, u"bob"_s);
        QVERIFY(again.isSuccess());
    }

    void tooManyCallsAreRefusedHere()
    {
        Outcome<Success> calls;
        Outcome<Success> tooMany;
        for (int i = 0; i < Client::maxCalls; ++i)
            f->client->removeContact(bob, &f->context, calls.record());
        f->client->blockContact(bob, &f->context, tooMany.record());
        QVERIFY(tooMany.isPending());
        f->clock.advance(0);
        QCOMPARE(tooMany.errorKind(), Kind::TooMany);
        f->ack(FrameType::Business, 6, u"bob"_s);
        QCOMPARE(calls.results.size(), 1UL);
        Outcome<Success> next;
        f->client->blockContact(bob, &f->context, next.record());
        f->clock.advance(0);
        QVERIFY(next.isPending()); // there is room again
    }

    void whatDoesNotFitAFrameIsRefusedHere()
    {
        Outcome<Success> big;
        f->client->sendBigBinary(bob, QByteArray(Client::maxFrameBytes, 'x'), &f->context, big.record());
        Outcome<Receipt> message;
        MessageContent content;
        content.binary = QByteArray(Client::maxFrameBytes * 3 / 4, 'x'); // base64 makes it a third longer
        f->client->sendMessage(Conversation::with(bob), content, &f->context, message.record());
        f->clock.advance(0);
        QCOMPARE(big.errorKind(), Kind::TooLarge);
        QCOMPARE(message.errorKind(), Kind::TooLarge);
        QVERIFY(f->connection.sent.isEmpty());

        const QByteArray largest(Client::maxFrameBytes - 5 - 3 - 1, 'x'); // type and length, "bob", separator
        f->client->sendBigBinary(bob, largest, &f->context, big.record());
        QCOMPARE(f->connection.sent.size(), 1);
        const QByteArray bytes
            = protocol::encode(f->connection.sent.first().frame, protocol::Direction::ClientToServer);
        QCOMPARE(bytes.size(), Client::maxFrameBytes);
    }

    void callbacksMayCallAgain()
    {
        Outcome<Success> second;
        int ended = 0;
        f->client->removeContact(bob, &f->context, [&](const CallResult<Success> &) {
            ++ended;
            f->client->blockContact(bob, &f->context, second.record());
        });
        f->ack(FrameType::Business, 6, u"bob"_s);
        QCOMPARE(ended, 1);
        QCOMPARE(rtypeSentLast(), qint64(BusinessOp::BlockUser));
        QVERIFY(second.isPending());
    }

    void callbacksMayDestroyTheClient_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("answer") << 0;
        QTest::newRow("refusal") << 1;
        QTest::newRow("silence") << 2;
        QTest::newRow("lost line") << 3;
    }
    void callbacksMayDestroyTheClient()
    {
        QFETCH(int, way);
        int ended = 0;
        const auto destroy = [&](const auto &) {
            ++ended;
            f->client.reset();
        };
        f->client->askPresence(bob, {}, &f->context, destroy);
        f->client->askPresence(bob, {}, &f->context, destroy);
        f->clock.advance(limits::presenceGap);
        protocol::Presence theirs;
        theirs.fromTid.emplace().node = u"bob"_s;
        if (way == 0)
            f->connection.receive(FrameType::Presence, theirs);
        else if (way == 1)
            f->refuse(FrameType::Presence, ErrorCode::Account);
        else if (way == 3)
            f->connection.dropLine();
        f->clock.advance(60'000);
        QCOMPARE(ended, 1);
        QVERIFY(!f->client);
    }

    void aDestroyedClientTellsNobody()
    {
        Outcome<Success> removed;
        Outcome<Success> notSent;
        f->client->removeContact(bob, &f->context, removed.record());
        f->connection.dropLine();
        f->client->removeContact(bob, &f->context, notSent.record());
        f->client.reset();
        f->clock.advance(60'000);
        QVERIFY(removed.isPending());
        QVERIFY(notSent.isPending());
    }

    void answersOfHostileShapeEndNothing()
    {
        Outcome<Listing<ContactId>> roster;
        f->client->roster(&f->context, roster.record());
        f->connection.receive(FrameType::Ack, protocol::Ack());
        f->connection.receive(FrameType::Ack);
        f->connection.receive(FrameType::Nodes);
        f->connection.receive(FrameType::Message, protocol::Message());
        f->connection.receive(FrameType::Presence, protocol::Presence());
        f->connection.receive(FrameType::Stream, protocol::Stream());
        f->connection.receive(FrameType::OfflineMessages);
        f->connection.receive(FrameType::PullMessages, protocol::MessageList());
        for (const FrameType type : {FrameType::BigString, FrameType::BigBinary, FrameType::BigBinaryStream})
            f->connection.receive(type, protocol::Raw{"no separator"_ba});
        f->refuse(FrameType(0), ErrorCode::Params);
        f->refuse(FrameType(255), ErrorCode::Params);
        QVERIFY(roster.isPending());
        f->nodes(NodesOp::Roster, {u"bob"_s});
        QCOMPARE(roster.value().items, QList<ContactId>{bob});
    }
};

QTEST_GUILESS_MAIN(tst_ClientTurns)
#include "tst_client_turns.moc"
