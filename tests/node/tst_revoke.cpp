// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "support/message_fixture.h"

using namespace timbre;
using namespace timbre::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using protocol::Ack;
using protocol::FrameType;
using protocol::Message;

// Revoke by the sender, burn by the receiver: who may, who is told, and that what is taken back is gone everywhere.
class tst_Revoke : public QObject
{
    Q_OBJECT

    std::unique_ptr<MessageFixture> f;

    void compareNotices(int odType, qint64 mid, const QString &from, const QList<MessageFixture::Party *> &told)
    {
        for (MessageFixture::Party *party : told) {
            QCOMPARE(party->peer.raw.size(), 1);
            QVERIFY(MessageFixture::wantsAck(party->peer.raw[0]));
            const auto notices = party->messages();
            QCOMPARE(notices.size(), 1);
            QCOMPARE(notices[0].odType, qint8(odType));
            QCOMPARE(notices[0].mid, mid);
            QCOMPARE(notices[0].fromTid->node, from);
            QVERIFY(notices[0].id && notices[0].timestamp);
        }
    }

private Q_SLOTS:
    void init() { f = std::make_unique<MessageFixture>(); }
    void cleanup() { f.reset(); }

    void aRevokeReachesAllDevicesOfBothAtOnce()
    {
        const Message oops = MessageFixture::chat(f->bob, u"oops"_s);
        const qint64 mid = f->sent(f->alice, oops);
        f->revoke(f->aliceToo, oops, mid);
        compareNotices(2, mid, f->alice.node, {&f->alice, &f->aliceToo, &f->bob, &f->bobToo});
        QVERIFY(f->quiet());
        QVERIFY(f->history(f->bob, 1, f->alice.node).isEmpty());
        f->revoke(f->alice, oops, mid);
        QCOMPARE(f->alice.code(), 4104); // gone already
        QVERIFY(f->quiet());
    }
    void aBurnIsTheReceivers()
    {
        const qint64 mid = f->sent(f->alice, MessageFixture::chat(f->bob, u"burn me"_s));
        f->burn(f->alice, MessageFixture::chat(f->bob, {}), mid);
        QCOMPARE(f->alice.code(), 4105);
        f->burn(f->bob, MessageFixture::chat(f->alice, {}), mid);
        compareNotices(3, mid, f->bob.node, {&f->alice, &f->aliceToo, &f->bob, &f->bobToo});
        QVERIFY(f->quiet());
        QVERIFY(f->history(f->alice, 1, f->bob.node).isEmpty());
    }
    void othersMayNot()
    {
        const QString room = f->room({&f->alice, &f->bob, &f->carol});
        f->node.befriend(f->alice.id, f->alice.peer, f->alice.node, f->mallory.id, f->mallory.peer, f->mallory.node);
        f->ackAll();
        const qint64 mid = f->sent(f->alice, MessageFixture::chat(f->bob, u"mine"_s));
        const qint64 roomMid = f->sent(f->alice, MessageFixture::roomChat(room, u"mine too"_s));
        f->revoke(f->bob, MessageFixture::chat(f->alice, {}), mid);
        QCOMPARE(f->bob.code(), 4105);
        // A conversation of her own with him does not hold it.
        f->revoke(f->mallory, MessageFixture::chat(f->alice, {}), mid);
        QCOMPARE(f->mallory.code(), 4104);
        f->burn(f->mallory, MessageFixture::chat(f->alice, {}), mid);
        QCOMPARE(f->mallory.code(), 4104);
        f->revoke(f->mallory, MessageFixture::roomChat(room, {}), roomMid);
        QCOMPARE(f->mallory.code(), 4105);
        f->revoke(f->carol, MessageFixture::roomChat(room, {}), roomMid);
        QCOMPARE(f->carol.code(), 4105);
        f->revoke(f->alice, MessageFixture::roomChat(room, {}), mid); // not in this room
        QCOMPARE(f->alice.code(), 4104);
        for (const qint64 none : {qint64(0), qint64(-1), qint64(999'999)}) {
            f->revoke(f->alice, MessageFixture::chat(f->bob, {}), none);
            QCOMPARE(f->alice.code(), 4104);
        }
        QVERIFY(f->quiet());
        QCOMPARE(f->history(f->bob, 1, f->alice.node), QStringList{u"mine"_s});
        QCOMPARE(f->history(f->bob, 2, room), QStringList{u"mine too"_s});
    }
    void aRoomsRevokeIsAckedAndToldToAllMembers()
    {
        const QString room = f->room({&f->alice, &f->bob, &f->carol});
        const Message oops = MessageFixture::roomChat(room, u"oops"_s);
        f->say(f->alice, oops);
        const qint64 mid = *f->carol.messages().at(0).mid;
        f->ackAll();
        f->revoke(f->alice, oops, mid);
        for (MessageFixture::Party *party : {&f->alice, &f->aliceToo}) {
            const auto frames = party->peer.take();
            QCOMPARE(frames.size(), 2);
            const Ack ack = std::get<Ack>(frames[0].payload);
            QVERIFY(ack.ok);
            QCOMPARE(ack.timType, qint8(92));
            QCOMPARE(ack.t, 3);
            QCOMPARE(ack.n, room);
            QCOMPARE(ack.t2, mid);
            const Message notice = std::get<Message>(frames[1].payload);
            QCOMPARE(notice.mid, mid);
            QCOMPARE(notice.roomTid->node, room);
            QVERIFY(!notice.toTid);
        }
        compareNotices(2, mid, f->alice.node, {&f->bob, &f->bobToo, &f->carol});
        QVERIFY(f->quiet());
        QVERIFY(f->history(f->bob, 2, room).isEmpty());
    }
    void aPrivateWordOfTwoWhoAreNoFriendsCanBeRevoked()
    {
        Message whisper = MessageFixture::chat(f->carol, u"psst"_s);
        whisper.roomTid.emplace().node = f->room({&f->alice, &f->bob, &f->carol});
        const qint64 mid = f->sent(f->alice, whisper);
        QVERIFY(mid > 0);
        f->revoke(f->alice, whisper, mid);
        compareNotices(2, mid, f->alice.node, {&f->alice, &f->aliceToo, &f->carol});
        QVERIFY(f->quiet());
    }
    void anUnackedCopyIsNotSentAgainAfterItsRevoke()
    {
        const Message oops = MessageFixture::chat(f->bob, u"oops"_s);
        f->say(f->alice, oops);
        const qint64 mid = *f->bob.messages().at(0).mid;
        f->quiet();
        f->revoke(f->alice, oops, mid);
        QCOMPARE(MessageFixture::textsOf(f->bob.messages()), QStringList{u"-"_s});
        f->node.pass(40s);
        for (const Message &again : f->bob.messages())
            QCOMPARE(again.odType, qint8(2));
    }
    void anOfflineRevokeNamesItsMessageAndTheMessageIsGone()
    {
        f->leave(f->bob);
        f->leave(f->bobToo);
        const Message oops = MessageFixture::chat(f->bob, u"oops"_s);
        const qint64 mid = f->sent(f->alice, oops);
        f->revoke(f->alice, oops, mid);
        f->ackAll();
        f->enter(f->bob);
        const auto waiting = f->offline(f->bob);
        QCOMPARE(waiting.size(), 1);
        QCOMPARE(waiting[0].odType, qint8(2));
        QCOMPARE(waiting[0].mid, mid);
        QVERIFY(waiting[0].id);
        QVERIFY(f->offline(f->alice).isEmpty()); // hers was acked
    }
    void revokedMessagesNeverStarveTheQueue()
    {
        f->leave(f->bob);
        f->leave(f->bobToo);
        for (int i = 0; i < 11; ++i) {
            const Message oops = MessageFixture::chat(f->bob, u"oops"_s);
            f->revoke(f->alice, oops, f->sent(f->alice, oops));
            f->ackAll();
        }
        f->sent(f->alice, MessageFixture::chat(f->bob, u"newest"_s));
        f->enter(f->bobToo);
        const auto waiting = f->offline(f->bobToo);
        QCOMPARE(waiting.size(), 12);
        QCOMPARE(waiting.last().dataString, u"newest"_s);
        QVERIFY(f->offline(f->bobToo).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_Revoke)
#include "tst_revoke.moc"
