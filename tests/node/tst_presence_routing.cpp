// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "support/node_harness.h"

using namespace timbre;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using protocol::Ack;
using protocol::Presence;

// Who gets whose presence. Alice and Bob are friends; Carol is a stranger to both and the bystander
// of every test.
class tst_PresenceRouting : public QObject
{
    Q_OBJECT

    std::unique_ptr<NodeHarness> node;
    FakePeer alice, bob, carol;
    quint64 aliceId = 0, bobId = 0, carolId = 0;
    QString aliceNode, bobNode, carolNode;

    QByteArray to(const QString &who) { return "\"toTid\":{\"node\":\"" + who.toUtf8() + "\"}"; }
    int errorOf(FakePeer &peer)
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
        aliceId = node->signIn(alice, "alice", ",\"resource\":\"desk\",\"termtyp\":1");
        bobId = node->signIn(bob, "bob");
        carolId = node->signIn(carol, "carol");
        node->befriend(aliceId, alice, aliceNode, bobId, bob, bobNode);
    }
    void cleanup() { node.reset(); }

    void aBroadcastGoesToFriendsOnly()
    {
        node->say(aliceId, 19, R"({"id":7,"offline":true,"fromTid":{"node":"x"},"show":4,"status":"busy"})");
        const auto got = bob.takeAll<Presence>();
        QCOMPARE(got.size(), 1);
        Presence wanted;
        wanted.fromTid = protocol::Tid{aliceNode, {}, u"desk"_s, qint8(1), {}};
        wanted.toTid = protocol::Tid{bobNode, {}, {}, {}, {}};
        wanted.show = qint16(4);
        wanted.status = u"busy"_s;
        QCOMPARE(got[0], wanted); // no id, no offline, the true sender
        QVERIFY(carol.raw.isEmpty());
        QVERIFY(alice.raw.isEmpty());
    }
    void everyDeviceOfAFriendGetsTheBroadcastAndNoSiblingOfTheSender()
    {
        FakePeer bobPhone, alicePhone;
        node->signIn(bobPhone, "bob");
        node->signIn(alicePhone, "alice");
        node->say(aliceId, 19, "{}");
        QCOMPARE(bob.takeAll<Presence>().size(), 1);
        QCOMPARE(bobPhone.takeAll<Presence>().size(), 1);
        QVERIFY(alicePhone.raw.isEmpty());
        QVERIFY(carol.raw.isEmpty());
    }
    void directedPresenceReachesStrangersAndKeepsItsId()
    {
        node->say(aliceId, 91, "{\"id\":9007199254740993," + to(carolNode) + ",\"subStatus\":1}");
        const auto got = carol.takeAll<Presence>();
        QCOMPARE(got.size(), 1);
        QCOMPARE(got[0].id, 9007199254740993);
        QCOMPARE(got[0].fromTid->node, aliceNode);
        QVERIFY(bob.raw.isEmpty());
        node->say(aliceId, 91, "{" + to(carolNode) + "}");
        QVERIFY(carol.takeAll<Presence>().at(0).id);
    }
    void oneBadNodeInAListStopsTheWholePacket()
    {
        node->say(aliceId, 91, "{\"toList\":[\"" + bobNode.toUtf8() + "\",\"NRKxQdJEzAo\"]}");
        QCOMPARE(errorOf(alice), 4106);
        QVERIFY(bob.raw.isEmpty());
        node->say(aliceId, 91, "{\"toList\":[\"garbage!\",\"" + bobNode.toUtf8() + "\"]}");
        QCOMPARE(errorOf(alice), 4106);
        QVERIFY(bob.raw.isEmpty());
    }
    void withoutARecipientDirectedPresenceIsAnError_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<int>("code");
        QTest::newRow("nothing") << QByteArray("{}") << 4106;
        QTest::newRow("empty tid") << QByteArray("{\"toTid\":{}}") << 4106;
        QTest::newRow("wrong type") << QByteArray("{\"toTid\":5}") << 4106;
        QTest::newRow("array") << QByteArray("[]") << 4106;
        QTest::newRow("empty list") << QByteArray("{\"toList\":[]}") << 0;
        QTest::newRow("broken") << QByteArray("{") << 4113;
        QTest::newRow("no bytes") << QByteArray() << 4113;
    }
    void withoutARecipientDirectedPresenceIsAnError()
    {
        QFETCH(QByteArray, payload);
        QFETCH(int, code);
        node->say(aliceId, 91, payload);
        QCOMPARE(errorOf(alice), code);
        QVERIFY(bob.raw.isEmpty());
        QVERIFY(carol.raw.isEmpty());
    }
    void aListIsServedOnceEachAndWinsOverToTid()
    {
        const QByteArray twice = "[\"" + bobNode.toUtf8() + "\",\"" + bobNode.toUtf8() + "\"]";
        node->say(aliceId, 91,
                  "{\"id\":5,\"toTid\":{\"node\":\"" + carolNode.toUtf8()
                      + "\",\"domain\":\"dd\",\"resource\":\"rr\"},\"toList\":" + twice + "}");
        const auto got = bob.takeAll<Presence>();
        QCOMPARE(got.size(), 1);
        QCOMPARE(*got[0].toTid, (protocol::Tid{bobNode, u"dd"_s, u"rr"_s, {}, {}}));
        QVERIFY(!got[0].toList);
        QVERIFY(carol.raw.isEmpty());
    }
    void aBroadcastWithAListOrTidReachesThoseAndNobodyElse()
    {
        node->say(aliceId, 19, "{\"toList\":[\"" + carolNode.toUtf8() + "\",\"garbage!\"]}");
        auto got = carol.takeAll<Presence>();
        QCOMPARE(got.size(), 1);
        QVERIFY(!got[0].id);
        node->say(aliceId, 19, "{" + to(carolNode) + "}");
        got = carol.takeAll<Presence>();
        QCOMPARE(got.size(), 1);
        QVERIFY(got[0].id);
        node->say(aliceId, 19, "{\"toList\":[]}");
        node->say(aliceId, 19, "{\"toTid\":{\"node\":\"garbage!\"}}");
        node->say(aliceId, 19, "{\"toList\":\"carol\"}");
        node->say(aliceId, 19, "[]");
        QVERIFY(carol.raw.isEmpty());
        QVERIFY(bob.raw.isEmpty());
        QVERIFY(alice.raw.isEmpty());
    }
    void aWrongTypeNeverLetsAClientPoseAsOffline()
    {
        node->say(aliceId, 91, "{\"offline\":true,\"show\":\"4\"," + to(bobNode) + ",\"status\":\"x\"}");
        const auto got = bob.takeAll<Presence>();
        QCOMPARE(got.size(), 1);
        QVERIFY(!got[0].offline);
        QVERIFY(got[0].id);
        QCOMPARE(got[0].show, qint16(0));
        QCOMPARE(got[0].status, u"x"_s);
        QVERIFY(carol.raw.isEmpty());
    }
    void aBlockStopsDirectedPresenceBothWays()
    {
        node->say(carolId, 41, "{\"rtype\":7,\"node\":\"" + aliceNode.toUtf8() + "\"}");
        carol.raw.clear();
        alice.raw.clear();
        node->say(aliceId, 91, "{" + to(carolNode) + "}");
        node->say(aliceId, 19, "{" + to(carolNode) + "}");
        node->say(carolId, 91, "{" + to(aliceNode) + "}");
        QVERIFY(carol.raw.isEmpty());
        QVERIFY(alice.raw.isEmpty()); // nor does silence tell who blocked whom
        node->say(bobId, 91, "{" + to(carolNode) + "}");
        QCOMPARE(carol.takeAll<Presence>().size(), 1);
    }
    void aMoodOf64KBPassesAndALargerOneIsRefused()
    {
        node->say(aliceId, 19, "{\"status\":\"" + QByteArray(64 * 1024, 'x') + "\"}");
        QCOMPARE(bob.takeAll<Presence>().at(0).status->size(), 64 * 1024);
        node->say(aliceId, 19, "{\"status\":\"" + QByteArray(64 * 1024 + 1, 'x') + "\"}");
        QCOMPARE(errorOf(alice), 4104);
        QVERIFY(bob.raw.isEmpty());
    }
    void textThatLooksLikeTheEnvelopeStaysText()
    {
        const QByteArray trap = R"(\"toTid\":{\"node\":\")";
        node->say(aliceId, 19, "{\"status\":\"" + trap + "\",\"extend\":{\"toTid\":\"" + trap + "\"}}");
        const auto got = bob.takeAll<Presence>();
        QCOMPARE(got.size(), 1);
        QCOMPARE(got[0].toTid->node, bobNode);
        QCOMPARE(got[0].status, u"\"toTid\":{\"node\":\""_s);
    }
    void theLastDeviceLeavingTellsFriendsOnce()
    {
        FakePeer phone;
        const quint64 phoneId = node->signIn(phone, "alice", ",\"resource\":\"phone\"");
        node->disconnect(aliceId);
        QVERIFY(bob.raw.isEmpty());
        node->disconnect(phoneId);
        const auto got = bob.takeAll<Presence>();
        QCOMPARE(got.size(), 1);
        Presence wanted;
        wanted.id = got[0].id;
        wanted.offline = true;
        wanted.fromTid = protocol::Tid{aliceNode, {}, u"phone"_s, {}, {}};
        wanted.toTid = protocol::Tid{bobNode, {}, {}, {}, {}};
        QVERIFY(wanted.id);
        QCOMPARE(got[0], wanted);
        QVERIFY(carol.raw.isEmpty());
    }
    void aFloodIsServedInOrderAndPartByPart()
    {
        for (int i = 0; i < 1500; ++i)
            node->router->received(aliceId, "\x93{\"show\":" + QByteArray::number(i) + "}");
        QVERIFY(bob.raw.size() < 1100);
        node->pass(std::chrono::seconds(20)); // sixteen frames per step of the clock
        const auto got = bob.takeAll<Presence>();
        QCOMPARE(got.size(), 1500);
        for (int i = 0; i < 1500; ++i)
            QCOMPARE(int(got[i].show.value_or(-1)), i);
        QVERIFY(carol.raw.isEmpty());
    }
    void whatDoesNotFitTheQueueIsRefusedAloud()
    {
        for (int i = 0; i < 4000; ++i)
            node->router->received(aliceId, QByteArray("\x93{}"));
        const auto acks = alice.takeAll<Ack>();
        QVERIFY(acks.size() > 1000);
        QCOMPARE(acks[0].error->code, 5104);
        QCOMPARE(acks[0].timType, qint8(19));
    }
    void nobodyIsToldWhenOfflineNoticesAreBlocked()
    {
        node::NodeConfig config;
        config.presenceOfflineBlock = true;
        NodeHarness silent(config);
        FakePeer a, b;
        const QString nodeA = silent.addAccount(u"a"_s);
        const QString nodeB = silent.addAccount(u"b"_s);
        const quint64 idA = silent.signIn(a, "a");
        const quint64 idB = silent.signIn(b, "b");
        silent.befriend(idA, a, nodeA, idB, b, nodeB);
        silent.disconnect(idA);
        QVERIFY(b.raw.isEmpty());
    }
    void nobodyIsToldWhenTheNodeStops()
    {
        node->router->shutDown();
        node->disconnect(aliceId);
        QVERIFY(bob.raw.isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_PresenceRouting)
#include "tst_presence_routing.moc"
