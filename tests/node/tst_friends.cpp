// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "support/node_harness.h"

using namespace timbre;
using namespace timbre::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using protocol::Ack;
using protocol::FrameType;
using protocol::Message;
using protocol::MessageList;
using protocol::Nodes;
using protocol::Presence;

// Requests, rosters, blocks and the messages that tell of them: acks, repeats and the offline
// queue. Carol stands by.
class tst_Friends : public QObject
{
    Q_OBJECT

    std::unique_ptr<NodeHarness> node;
    FakePeer alice, bob, carol;
    quint64 aliceId = 0, bobId = 0, carolId = 0;
    QString aliceNode, bobNode, carolNode;

    void op(quint64 who, int rtype, const QString &target, const QByteArray &text = {})
    {
        const QByteArray reqStr = rtype == 4 ? ",\"reqStr\":\"" + text + "\"" : QByteArray();
        node->say(who, 41,
                  "{\"rtype\":" + QByteArray::number(rtype) + ",\"node\":\"" + target.toUtf8() + "\"" + reqStr + "}");
    }
    QStringList list(quint64 who, FakePeer &peer, int rtype)
    {
        peer.raw.clear();
        node->say(who, 41, "{\"rtype\":" + QByteArray::number(rtype) + "}");
        const auto nodes = peer.takeAll<Nodes>();
        return nodes.isEmpty() ? QStringList() : nodes[0].nodelist.value_or(QStringList());
    }
    int code(FakePeer &peer)
    {
        const auto acks = peer.takeAll<Ack>();
        return acks.size() == 1 && acks[0].error ? acks[0].error->code.value_or(0) : 0;
    }

private Q_SLOTS:
    void init()
    {
        node = std::make_unique<NodeHarness>();
        for (FakePeer *peer : {&alice, &bob, &carol})
            *peer = FakePeer();
        aliceNode = node->addAccount(u"alice"_s);
        bobNode = node->addAccount(u"bob"_s);
        carolNode = node->addAccount(u"carol"_s);
        aliceId = node->signIn(alice, "alice", ",\"resource\":\"desk\"");
        bobId = node->signIn(bob, "bob");
        carolId = node->signIn(carol, "carol");
    }
    void cleanup()
    {
        QVERIFY2(carol.raw.isEmpty(), "the bystander got something");
        node.reset();
    }

    void aRequestIsDeliveredAndAcceptedWithBothSidesTold()
    {
        op(aliceId, 4, bobNode, "hello, add me");
        QVERIFY(alice.raw.isEmpty()); // tim does not answer an add
        auto frames = bob.take();
        QCOMPARE(frames.size(), 1);
        QVERIFY(frames[0].syncId);
        const auto request = std::get<Message>(frames[0].payload);
        QCOMPARE(request.bnType, 4);
        QCOMPARE(request.msType, qint8(2));
        QCOMPARE(request.odType, qint8(4));
        QCOMPARE(request.dataString, u"hello, add me"_s);
        QCOMPARE(*request.fromTid, (protocol::Tid{aliceNode, {}, u"desk"_s, {}, {}}));
        QVERIFY(request.id && request.timestamp);
        QVERIFY(list(aliceId, alice, 1).isEmpty());
        QVERIFY(list(bobId, bob, 1).isEmpty());

        op(bobId, 4, aliceNode);
        const auto told = alice.takeAll<Message>();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0].bnType, 5);
        QCOMPARE(told[0].fromTid->node, bobNode);
        const auto confirmed = bob.takeAll<Message>();
        QCOMPARE(confirmed.size(), 1);
        QCOMPARE(confirmed[0].bnType, 5);
        QCOMPARE(confirmed[0].toTid->node, aliceNode);
        QCOMPARE(list(aliceId, alice, 1), QStringList{bobNode});
        QCOMPARE(list(bobId, bob, 1), QStringList{aliceNode});
    }
    void askingTwiceWithoutAnAnswerLetsNoPresenceThrough()
    {
        op(aliceId, 4, bobNode);
        op(aliceId, 4, bobNode);
        bob.raw.clear();
        node->say(aliceId, 19, "{}");
        node->say(bobId, 19, "{}");
        QVERIFY(bob.raw.isEmpty());
        QVERIFY(alice.raw.isEmpty());
    }
    void badRequestsGetTimsCodes()
    {
        node->say(aliceId, 41, "{\"rtype\":4,\"node\":\"" + bobNode.toUtf8() + "\"}"); // no reqStr
        QCOMPARE(code(alice), 4104);
        op(aliceId, 4, u"garbage!"_s);
        QCOMPARE(code(alice), 4106);
        op(aliceId, 4, u"NRKxQdJEzAo"_s); // well-formed, unknown
        QCOMPARE(code(alice), 4106);
        op(aliceId, 4, aliceNode);
        QCOMPARE(code(alice), 4105);
        op(aliceId, 6, bobNode);
        QCOMPARE(code(alice), 4104);
        node->say(aliceId, 41, "{\"rtype\":99}");
        QCOMPARE(code(alice), 4104);
        node->say(aliceId, 41, "{");
        QCOMPARE(code(alice), 4104);
        QVERIFY(bob.raw.isEmpty());
    }
    void addingAFriendAgainIsARepeat()
    {
        node->befriend(aliceId, alice, aliceNode, bobId, bob, bobNode);
        op(aliceId, 4, bobNode);
        QCOMPARE(code(alice), 4117);
        QCOMPARE(bob.takeAll<Message>().at(0).bnType, 5);
    }
    void removingEndsPresenceAtOnce()
    {
        node->befriend(aliceId, alice, aliceNode, bobId, bob, bobNode);
        op(aliceId, 6, bobNode);
        const auto acks = alice.takeAll<Ack>();
        QCOMPARE(acks.size(), 1);
        QVERIFY(acks[0].ok);
        QCOMPARE(acks[0].t, 6);
        QCOMPARE(acks[0].n, bobNode);
        QCOMPARE(bob.takeAll<Message>().at(0).bnType, 6);
        node->say(aliceId, 19, "{}");
        QVERIFY(bob.takeAll<Presence>().isEmpty());
        QVERIFY(list(bobId, bob, 1).isEmpty());
    }
    void aBlockedFriendIsNotToldAndCannotAskAgain()
    {
        node->befriend(aliceId, alice, aliceNode, bobId, bob, bobNode);
        op(aliceId, 7, bobNode);
        QCOMPARE(alice.takeAll<Ack>().at(0).t, 7);
        QVERIFY(bob.raw.isEmpty());
        QCOMPARE(list(aliceId, alice, 18), QStringList{bobNode});
        QVERIFY(list(bobId, bob, 18).isEmpty());
        op(bobId, 4, aliceNode);
        QCOMPARE(code(bob), 4110);
        QVERIFY(alice.raw.isEmpty());
        node->disconnect(aliceId);
        QVERIFY(bob.raw.isEmpty());
    }
    void relationsOutliveASignOut()
    {
        node->befriend(aliceId, alice, aliceNode, bobId, bob, bobNode);
        node->disconnect(aliceId);
        bob.raw.clear();
        FakePeer again;
        const quint64 id = node->signIn(again, "alice");
        node->say(id, 19, "{}");
        QCOMPARE(bob.takeAll<Presence>().size(), 1);
    }
    void aSilentClientGetsThreeCopiesAndKeepsTheMessageInTheQueue()
    {
        op(aliceId, 4, bobNode);
        QList<protocol::Frame> copies = bob.take();
        node->pass(10s);
        copies += bob.take();
        node->pass(10s);
        copies += bob.take();
        node->pass(30s);
        copies += bob.take();
        QCOMPARE(copies.size(), 3);
        QVERIFY(copies[0].syncId != copies[1].syncId && copies[1].syncId != copies[2].syncId);
        QCOMPARE(copies[0].payload, copies[2].payload);
        node->say(bobId, 17);
        const auto batch = bob.takeAll<MessageList>();
        QCOMPARE(batch.size(), 1);
        QCOMPARE(batch[0].messageList->size(), 1);
    }
    void anAckEndsTheRepeatsAndEmptiesTheQueue()
    {
        op(aliceId, 4, bobNode);
        node->ackAll(bobId, bob);
        bob.raw.clear();
        node->pass(40s);
        QVERIFY(bob.raw.isEmpty());
        node->say(bobId, 17);
        QCOMPARE(bob.raw, QList<QByteArray>{"\x12"});
    }
    void nobodyElseCanAckForADevice()
    {
        op(aliceId, 4, bobNode);
        node->say(aliceId, 12, bob.raw.at(0).sliced(1, 4));
        bob.raw.clear();
        node->pass(11s);
        QCOMPARE(bob.raw.size(), 1);
    }
    void theOfflineQueueComesInBatchesOfTenAndAlwaysEnds()
    {
        node->disconnect(bobId);
        std::vector<std::unique_ptr<FakePeer>> peers;
        for (int i = 0; i < 13; ++i) {
            const QString name = u"sender%1"_s.arg(i);
            node->addAccount(name);
            peers.push_back(std::make_unique<FakePeer>());
            const quint64 id = node->signIn(*peers.back(), name.toUtf8(), ",\"resource\":\"pc\"");
            op(id, 4, bobNode, QByteArray::number(i));
        }
        FakePeer back;
        const quint64 id = node->signIn(back, "bob");
        QVERIFY(back.raw.isEmpty()); // nothing is pushed unasked
        node->say(id, 17);
        auto frames = back.take();
        QCOMPARE(frames.size(), 1);
        const auto first = std::get<MessageList>(frames[0].payload);
        QCOMPARE(first.messageList->size(), 10);
        for (int i = 0; i < 10; ++i) {
            const Message &message = first.messageList->at(i);
            QCOMPARE(message.dataString, QString::number(i));
            QCOMPARE(message.isOffline, true);
            QVERIFY(!message.fromTid->resource);
        }
        node->say(id, 17); // as clients of the real tim must do
        QVERIFY(back.raw.isEmpty());
        const auto ack = [&](const protocol::Frame &frame) {
            node->router->received(
                id, protocol::encode({FrameType::Ack, frame.syncId, {}}, protocol::Direction::ClientToServer));
            node->settle();
        };
        ack(frames[0]);
        frames = back.take();
        QCOMPARE(frames.size(), 1);
        QCOMPARE(std::get<MessageList>(frames[0].payload).messageList->size(), 3);
        ack(frames[0]);
        QCOMPARE(back.raw, QList<QByteArray>{"\x12"});
        back.raw.clear();
        node->say(id, 17);
        QCOMPARE(back.raw, QList<QByteArray>{"\x12"});
    }
    void anUnackedBatchIsOfferedAgain()
    {
        node->disconnect(bobId);
        op(aliceId, 4, bobNode);
        FakePeer back;
        quint64 id = node->signIn(back, "bob");
        node->say(id, 17);
        QCOMPARE(back.takeAll<MessageList>().size(), 1);
        node->disconnect(id);
        id = node->signIn(back, "bob");
        node->say(id, 17);
        QCOMPARE(back.takeAll<MessageList>().size(), 1);
    }
    void twoPeopleAskingEachOtherAtOnceBecomeFriends()
    {
        node->router->received(aliceId, "\xa9{\"rtype\":4,\"reqStr\":\"\",\"node\":\"" + bobNode.toUtf8() + "\"}");
        node->router->received(bobId, "\xa9{\"rtype\":4,\"reqStr\":\"\",\"node\":\"" + aliceNode.toUtf8() + "\"}");
        node->settle();
        QCOMPARE(list(aliceId, alice, 1), QStringList{bobNode});
        QCOMPARE(list(bobId, bob, 1), QStringList{aliceNode});
    }
    void framesKeepTheirOrderAroundADatabaseAnswer()
    {
        node->router->received(aliceId, "\xa9{\"rtype\":7,\"node\":\"" + bobNode.toUtf8() + "\"}");
        node->router->received(aliceId, QByteArray("\xb2{}")); // no such type: answered at once
        node->settle();
        const auto acks = alice.takeAll<Ack>();
        QCOMPARE(acks.size(), 2);
        QCOMPARE(acks[0].timType, qint8(41));
        QCOMPARE(acks[1].timType, qint8(50));
    }
    void messagesAreRefusedInTimsWords()
    {
        const auto send = [&](const QString &target) {
            node->say(aliceId, 90, "{\"msType\":2,\"odType\":1,\"toTid\":{\"node\":\"" + target.toUtf8() + "\"}}");
            return code(alice);
        };
        QCOMPARE(send(u"NRKxQdJEzAo"_s), 4106);
        QCOMPARE(send(bobNode), 4105);
        node->say(aliceId, 90, "{");
        QCOMPARE(code(alice), 4113);
        QVERIFY(bob.raw.isEmpty());
    }
    void framesNobodyServesAreAnswered_data()
    {
        QTest::addColumn<int>("type");
        for (const int type : {0, 14, 15, 18, 20, 21, 50, 94, 127})
            QTest::newRow(qPrintable(QString::number(type))) << type;
    }
    void framesNobodyServesAreAnswered()
    {
        QFETCH(int, type);
        node->say(aliceId, quint8(type), "{\"rtype\":1}");
        const auto acks = alice.takeAll<Ack>();
        QCOMPARE(acks.size(), 1);
        QCOMPARE(int(acks[0].timType), type);
        QCOMPARE(acks[0].error->code, 4104);
        QCOMPARE(acks[0].error->info, u"parameter incorrect"_s);
    }
};

QTEST_GUILESS_MAIN(tst_Friends)
#include "tst_friends.moc"
