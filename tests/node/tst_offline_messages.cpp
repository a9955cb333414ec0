// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "support/message_fixture.h"

using namespace timbre;
using namespace timbre::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using protocol::FrameType;
using protocol::Message;

// What waits for an account: chat as references, the rest as copies, in one order; acks, silence and bounds.
class tst_OfflineMessages : public QObject
{
    Q_OBJECT

    std::unique_ptr<MessageFixture> f;

    void bobLeaves()
    {
        f->leave(f->bob);
        f->leave(f->bobToo);
    }

private Q_SLOTS:
    void init() { f = std::make_unique<MessageFixture>(); }
    void cleanup() { f.reset(); }

    void chatWaitsWithItsMidAndWithoutIdOrDevice()
    {
        bobLeaves();
        const qint64 mid = f->sent(f->alice, MessageFixture::chat(f->bob, u"missed"_s));
        f->enter(f->bobToo);
        QVERIFY(f->bobToo.peer.raw.isEmpty()); // nothing is pushed unasked
        const auto waiting = f->offline(f->bobToo);
        QCOMPARE(waiting.size(), 1);
        QCOMPARE(waiting[0].mid, mid);
        QCOMPARE(waiting[0].isOffline, true);
        QVERIFY(!waiting[0].id);
        QCOMPARE(*waiting[0].fromTid, (protocol::Tid{f->alice.node, {}, {}, {}, {}}));
        QCOMPARE(waiting[0].toTid->node, f->bob.node);
        QVERIFY(f->offline(f->bobToo).isEmpty());
        QVERIFY(f->offline(f->carol).isEmpty());
        QVERIFY(f->offline(f->alice).isEmpty());
    }
    void twoQueuesComeInOneOrderTenAtATime()
    {
        bobLeaves();
        QStringList expected;
        for (int i = 0; i < 23; ++i) {
            Message message = MessageFixture::chat(f->bob, QString::number(i));
            message.odType = i % 3 == 0 ? 40 : 1;
            f->say(f->alice, message);
            expected.append(QString::number(i));
        }
        f->ackAll();
        f->enter(f->bob);
        f->say(f->bob, {FrameType::OfflineMessages, std::nullopt, {}});
        QCOMPARE(f->bob.peer.raw.size(), 1);
        QVERIFY(MessageFixture::wantsAck(f->bob.peer.raw[0]));
        const auto first = f->bob.lists();
        QVERIFY(first[0].id);
        QCOMPARE(MessageFixture::textsOf(first), expected.first(10));
        f->leave(f->bob); // not acked: offered again
        f->enter(f->bob);
        QCOMPARE(MessageFixture::textsOf(f->offline(f->bob)), expected);
        QVERIFY(f->offline(f->bob).isEmpty());
    }
    void oneAckOfAnyDeviceIsEnough()
    {
        f->say(f->alice, MessageFixture::chat(f->bob, u"hi"_s));
        f->ack(f->bobToo, f->bobToo.peer.raw);
        f->leave(f->bob);
        QVERIFY(f->offline(f->bobToo).isEmpty());
    }
    void aSilentReceiverGetsThreeCopiesAndKeepsIt()
    {
        f->leave(f->bobToo);
        f->say(f->alice, MessageFixture::chat(f->bob, u"hi"_s));
        f->node.pass(60s);
        QCOMPARE(MessageFixture::textsOf(f->bob.messages()), (QStringList{u"hi"_s, u"hi"_s, u"hi"_s}));
        QCOMPARE(MessageFixture::textsOf(f->offline(f->bob)), QStringList{u"hi"_s});
    }
    void whatIsOnItsWayIsNotRepeatedByTheQueue()
    {
        f->say(f->alice, MessageFixture::chat(f->bob, u"under way"_s));
        f->bob.peer.raw.clear();
        f->say(f->bob, {FrameType::OfflineMessages, std::nullopt, {}});
        QCOMPARE(f->bob.peer.raw, QList<QByteArray>{"\x12"});
        // Asked for before the message was stored, answered after it was sent.
        f->node.router->received(
            f->alice.id,
            protocol::encode({FrameType::Message, std::nullopt, MessageFixture::chat(f->bob, u"racing"_s)},
                             protocol::Direction::ClientToServer));
        f->bob.peer.raw.clear();
        f->say(f->bob, {FrameType::OfflineMessages, std::nullopt, {}});
        QCOMPARE(f->bob.peer.raw.size(), 2);
        QCOMPARE(f->bob.peer.raw[1], QByteArray("\x12"));
    }
    void aRoomsMessageWaitsForEachMember()
    {
        const QString room = f->room({&f->alice, &f->bob, &f->carol});
        f->leave(f->carol);
        bobLeaves();
        f->say(f->alice, MessageFixture::roomChat(room, u"hello"_s));
        f->ackAll();
        for (MessageFixture::Party *party : {&f->carol, &f->bobToo}) {
            f->enter(*party);
            const auto waiting = f->offline(*party);
            QCOMPARE(MessageFixture::textsOf(waiting), QStringList{u"hello"_s});
            QCOMPARE(waiting[0].roomTid->node, room);
            QVERIFY(!waiting[0].toTid);
        }
        QVERIFY(f->offline(f->alice).isEmpty());
        QVERIFY(f->offline(f->mallory).isEmpty());
    }
    void largeMessagesComeInSmallerBatches()
    {
        bobLeaves();
        for (int i = 0; i < 3; ++i)
            f->sent(f->alice, MessageFixture::chat(f->bob, QString(600'000, u'x')));
        f->enter(f->bob);
        f->say(f->bob, {FrameType::OfflineMessages, std::nullopt, {}});
        QCOMPARE(f->bob.lists().at(0).messageList->size(), 1);
        f->leave(f->bob);
        f->enter(f->bob);
        QCOMPARE(f->offline(f->bob).size(), 3);
    }
    void aFullQueueRefusesTheSenderAndSparesTheRoom()
    {
        const QString room = f->room({&f->alice, &f->bob, &f->carol});
        bobLeaves();
        f->node.store->run(
            [node = f->bob.node](node::Database &database) -> std::optional<bool> {
                database.queueGrew(node, node::Database::queueLimit);
                return database.execute(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1)"
                                        " INSERT INTO undelivered(node, mid) SELECT '%2', 1000000 + i FROM n"_s
                                            .arg(node::Database::queueLimit)
                                            .arg(node));
            },
            [](auto) {});
        f->node.store->run(
            [node = f->bob.node](node::Database &database) { return database.enqueue(node, u"x"_s, 9, "m"); },
            [](std::optional<qint64> row) { QCOMPARE(row, std::optional<qint64>(0)); });
        f->node.settle();
        f->say(f->alice, MessageFixture::chat(f->bob, u"one too many"_s));
        QCOMPARE(f->alice.code(), 5104);
        Message custom = MessageFixture::chat(f->bob, u"of any kind"_s);
        custom.odType = 40;
        f->say(f->alice, custom);
        QCOMPARE(f->alice.code(), 5104);
        QVERIFY(f->quiet());
        QVERIFY(f->history(f->alice, 1, f->bob.node).isEmpty());
        f->say(f->alice, MessageFixture::roomChat(room, u"hello room"_s));
        QCOMPARE(MessageFixture::textsOf(f->carol.messages()), QStringList{u"hello room"_s});
        f->ackAll();
        // What refers to nothing is cleared away, and then there is room again.
        f->enter(f->bob);
        QVERIFY(f->offline(f->bob).isEmpty());
        f->leave(f->bob);
        f->say(f->alice, MessageFixture::chat(f->bob, u"fits again"_s));
        f->enter(f->bob);
        QCOMPARE(MessageFixture::textsOf(f->offline(f->bob)), QStringList{u"fits again"_s});
    }
};

QTEST_GUILESS_MAIN(tst_OfflineMessages)
#include "tst_offline_messages.moc"
