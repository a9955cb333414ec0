// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "protocol/big_data_frame.h"
#include "support/node_harness.h"

using namespace timbre;
using namespace timbre::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using protocol::Ack;
using protocol::Stream;

// Streams through virtual rooms. Alice creates; Bob subscribes; his phone does not, and Carol is subscribed to another
// room: the bystanders of every test.
class tst_VirtualRooms : public QObject
{
    Q_OBJECT

    std::unique_ptr<NodeHarness> node;
    FakePeer alice, bob, bobPhone, carol;
    quint64 aliceId = 0, bobId = 0, bobPhoneId = 0, carolId = 0;
    QString aliceNode, vnode;

    Ack ask(quint64 id, FakePeer &peer, const QByteArray &json)
    {
        node->say(id, 22, json);
        return onlyAck(peer);
    }
    Ack onlyAck(FakePeer &peer)
    {
        const auto acks = peer.takeAll<Ack>();
        return acks.size() == 1 ? acks[0] : Ack{};
    }
    int errorOf(FakePeer &peer) { return onlyAck(peer).error.value_or(protocol::Error()).code.value_or(0); }
    QString newRoom(quint64 id, FakePeer &peer) { return ask(id, peer, R"({"rtype":1})").n.value_or(QString()); }
    QByteArray request(int rtype, const QString &room, const QByteArray &more = {})
    {
        return "{\"rtype\":" + QByteArray::number(rtype) + ",\"node\":\"" + room.toUtf8() + "\"" + more + "}";
    }
    void push(quint64 id, const QString &room, const QByteArray &body)
    {
        node->say(id, 94, "{\"vNode\":\"" + room.toUtf8() + "\",\"dtype\":3,\"body\":\"" + body.toBase64() + "\"}");
    }
    void pushRaw(quint64 id, const QString &room, const QByteArray &body)
    {
        const auto raw = protocol::clientBigData(protocol::FrameType::BigBinaryStream, room.toUtf8(), body);
        node->router->received(id, '\xe1' + raw.bytes);
        node->settle();
    }
    bool bystandersHeardNothing() const { return bobPhone.raw.isEmpty() && carol.raw.isEmpty(); }

private Q_SLOTS:
    void init()
    {
        node = std::make_unique<NodeHarness>();
        for (FakePeer *peer : {&alice, &bob, &bobPhone, &carol})
            *peer = FakePeer();
        aliceNode = node->addAccount(u"alice"_s);
        node->addAccount(u"bob"_s);
        node->addAccount(u"carol"_s);
        aliceId = node->signIn(alice, "alice");
        bobId = node->signIn(bob, "bob");
        bobPhoneId = node->signIn(bobPhone, "bob");
        carolId = node->signIn(carol, "carol");
        vnode = newRoom(aliceId, alice);
        QVERIFY(ask(bobId, bob, request(5, vnode)).ok);
        const QString other = newRoom(carolId, carol);
        QVERIFY(ask(carolId, carol, request(5, other)).ok);
    }
    void cleanup() { node.reset(); }

    void creatingGivesAValidNode()
    {
        const Ack ack = ask(aliceId, alice, R"({"rtype":1,"node":"garbage!"})");
        QVERIFY(ack.ok);
        QCOMPARE(ack.timType, 22);
        QCOMPARE(ack.t, 1);
        QVERIFY(node->accounts->isNode(*ack.n));
        QVERIFY(*ack.n != vnode);
    }
    void operationsAnswerInTimsWords_data()
    {
        QTest::addColumn<int>("rtype");
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QByteArray>("answer");
        const auto ok
            = [](int t) { return R"({"ok":true,"timType":22,"t":)" + QByteArray::number(t) + R"(,"n":"V"})"; };
        const QByteArray node2(R"(,"node2":"QdH6CCms5EU")");
        const QByteArray params(R"({"ok":false,"timType":22,"error":{"code":4104,"info":"parameter incorrect"}})");
        QTest::newRow("remove another's") << 2 << QByteArray() << ok(2);
        QTest::newRow("grant") << 3 << node2 << QByteArray(R"({"ok":false,"timType":22,"t":3,"n":"QdH6CCms5EU"})");
        QTest::newRow("revoke") << 4 << node2 << QByteArray(R"({"ok":false,"timType":22,"t":4,"n":"QdH6CCms5EU"})");
        QTest::newRow("grant nobody") << 3 << QByteArray() << params;
        QTest::newRow("subscribe") << 5 << QByteArray() << ok(5);
        QTest::newRow("subscribe binary") << 5 << QByteArray(R"(,"reqInt":1)") << ok(5);
        QTest::newRow("subscribe otherwise")
            << 5 << QByteArray(R"(,"reqInt":2)")
            << QByteArray(R"({"ok":false,"timType":22,"error":{"code":5101,"info":"undefined error"}})");
        QTest::newRow("unsubscribe") << 6 << QByteArray() << ok(6);
        QTest::newRow("nothing") << 0 << QByteArray() << params;
        QTest::newRow("unknown") << 7 << QByteArray() << params;
    }
    void operationsAnswerInTimsWords()
    {
        QFETCH(int, rtype);
        QFETCH(QByteArray, more);
        QFETCH(QByteArray, answer);
        node->say(bobId, 22, request(rtype, vnode, more));
        QCOMPARE(bob.raw, QList<QByteArray>{'\x0c' + answer.replace("\"V\"", '"' + vnode.toUtf8() + '"')});
        QVERIFY(bystandersHeardNothing());
        QVERIFY(alice.raw.isEmpty());
    }
    void aBadNodeIsRefused()
    {
        for (const int rtype : {2, 3, 4, 5, 6}) {
            node->say(bobId, 22, request(rtype, u"garbage!"_s));
            QCOMPARE(errorOf(bob), 4104);
            node->say(bobId, 22, R"({"rtype":)" + QByteArray::number(rtype) + "}");
            QCOMPARE(errorOf(bob), 4104);
        }
    }
    void aRoomThatIsNotThereCanBeSubscribedTo()
    {
        QVERIFY(ask(bobId, bob, request(5, u"QdH6CCms5EU"_s)).ok);
        push(aliceId, u"QdH6CCms5EU"_s, "x");
        QCOMPARE(errorOf(alice), 4105);
        QVERIFY(bob.raw.isEmpty());
    }
    void aPushReachesStructSubscribersOnly()
    {
        push(aliceId, vnode, "hello");
        const auto got = bob.takeAll<Stream>();
        QCOMPARE(got.size(), 1);
        QVERIFY(got[0].id != 0);
        QCOMPARE(got[0].vnode, vnode);
        QCOMPARE(got[0].fromNode, aliceNode);
        QCOMPARE(got[0].body, "hello");
        QCOMPARE(got[0].dtype, 3);
        QVERIFY(bystandersHeardNothing());
        QVERIFY(alice.raw.isEmpty()); // she is not subscribed
    }
    void aBinarySubscriberGetsThemRaw()
    {
        QVERIFY(ask(bobId, bob, request(5, vnode, R"(,"reqInt":1)")).ok);
        const QByteArray raw = "\x61" + vnode.toUtf8() + "\x83" + "hel\x83lo";
        push(aliceId, vnode, "hel\x83lo");
        pushRaw(aliceId, vnode, "hel\x83lo");
        QCOMPARE(bob.raw, (QList<QByteArray>{raw, raw}));
        QVERIFY(bystandersHeardNothing());
    }
    void aRawPushReachesStructSubscribersAsAStream()
    {
        pushRaw(aliceId, vnode, "bytes");
        const auto got = bob.takeAll<Stream>();
        QCOMPARE(got.size(), 1);
        QCOMPARE(got[0].body, "bytes");
        QVERIFY(!got[0].dtype);
        QVERIFY(bystandersHeardNothing());
    }
    void eachIsServedInItsOwnEncoding()
    {
        FakePeer thrift;
        const quint64 id = node->connect(thrift);
        protocol::Auth auth;
        auth.name = u"carol"_s;
        auth.pwd = u"pw"_s;
        node->router->received(id,
                               protocol::encode({protocol::FrameType::Auth, {}, auth},
                                                protocol::Direction::ClientToServer,
                                                protocol::Encoding::ThriftCompact));
        QVERIFY(node->settleUntil([&] { return !thrift.raw.isEmpty(); }));
        thrift.raw.clear();
        node->say(id, 22, request(5, vnode));
        thrift.raw.clear();
        push(aliceId, vnode, "hello");
        QCOMPARE(thrift.raw.size(), 1);
        const auto decoded
            = protocol::decode(thrift.raw[0], protocol::Direction::ServerToClient, protocol::Encoding::ThriftCompact);
        QVERIFY(decoded);
        QCOMPARE(std::get<Stream>(decoded->frame.payload).body, "hello");
        QCOMPARE(bob.takeAll<Stream>().size(), 1);
        QVERIFY(bystandersHeardNothing());
    }
    void onlyTheCreatorPushes()
    {
        node->say(bobId, 94,
                  "{\"VNode\":\"" + vnode.toUtf8() + "\",\"fromNode\":\"" + aliceNode.toUtf8()
                      + "\",\"body\":\"aGk=\"}");
        const Ack refused = onlyAck(bob);
        QVERIFY(!refused.ok);
        QCOMPARE(refused.timType, 94);
        QCOMPARE(refused.error->code, 4105);
        QCOMPARE(refused.n, vnode);
        pushRaw(carolId, vnode, "x");
        const Ack rawRefused = onlyAck(carol);
        QCOMPARE(rawRefused.timType, 94);
        QCOMPARE(rawRefused.error->code, 4105);
        push(aliceId, u"garbage!"_s, "x");
        QCOMPARE(errorOf(alice), 4104);
        pushRaw(aliceId, u"garbage!"_s, "x");
        const Ack invalid = onlyAck(alice);
        QCOMPARE(invalid.timType, 97);
        QCOMPARE(invalid.error->code, 4104);
        QVERIFY(bob.raw.isEmpty());
        QVERIFY(bystandersHeardNothing());
    }
    void anyDeviceOfTheCreatorPushes()
    {
        FakePeer phone;
        const quint64 id = node->signIn(phone, "alice");
        push(id, vnode, "x");
        QCOMPARE(bob.takeAll<Stream>().size(), 1);
        QVERIFY(phone.raw.isEmpty());
    }
    void onlyTheCreatorRemoves()
    {
        QVERIFY(ask(bobId, bob, request(2, vnode)).ok);
        push(aliceId, vnode, "still there");
        QCOMPARE(bob.takeAll<Stream>().size(), 1);
        QVERIFY(ask(aliceId, alice, request(2, vnode)).ok);
        push(aliceId, vnode, "gone");
        QCOMPARE(errorOf(alice), 4105);
        QVERIFY(bob.raw.isEmpty());
    }
    void unsubscribingAndLeavingEndDelivery()
    {
        QVERIFY(ask(bobPhoneId, bobPhone, request(5, vnode)).ok);
        QVERIFY(ask(bobId, bob, request(6, vnode)).ok);
        push(aliceId, vnode, "x");
        QVERIFY(bob.raw.isEmpty());
        QCOMPARE(bobPhone.takeAll<Stream>().size(), 1);
        node->disconnect(bobPhoneId);
        FakePeer again;
        node->signIn(again, "bob");
        push(aliceId, vnode, "x");
        QVERIFY(again.raw.isEmpty()); // subscriptions belong to a connection, not to an account
        QVERIFY(bob.raw.isEmpty());
    }
    void anIdleRoomEndsAfterFiveMinutes()
    {
        node->pass(4min);
        push(aliceId, vnode, "x");
        node->pass(4min);
        push(aliceId, vnode, "x");
        QCOMPARE(bob.takeAll<Stream>().size(), 2);
        for (const quint64 id : {aliceId, bobId})
            node->say(id, 13); // or the node ends them for their silence
        alice.raw.clear();
        bob.raw.clear();
        node->pass(5min + 1s);
        push(aliceId, vnode, "x");
        QCOMPARE(errorOf(alice), 4105);
        QVERIFY(bob.raw.isEmpty());
    }
    void theNumberOfRoomsOfAnAccountIsBounded()
    {
        for (int i = 1; i < node::VirtualRooms::roomsPerAccount; ++i)
            QVERIFY(!newRoom(aliceId, alice).isEmpty());
        node->say(aliceId, 22, R"({"rtype":1})");
        QCOMPARE(errorOf(alice), 5104);
        QVERIFY(!newRoom(bobId, bob).isEmpty()); // somebody else's are not used up
        QVERIFY(ask(aliceId, alice, request(2, vnode)).ok);
        QVERIFY(!newRoom(aliceId, alice).isEmpty());
        node->pass(5min + 2s); // the idle ones are gone
        QVERIFY(!newRoom(aliceId, alice).isEmpty());
    }
    void theNumberOfSubscriptionsOfADeviceIsBounded()
    {
        QList<QString> rooms{vnode};
        std::vector<std::unique_ptr<FakePeer>> peers;
        while (rooms.size() <= node::VirtualRooms::subscriptionsPerDevice) {
            const QByteArray name = "maker" + QByteArray::number(rooms.size());
            node->addAccount(QString::fromLatin1(name));
            peers.push_back(std::make_unique<FakePeer>());
            const quint64 id = node->signIn(*peers.back(), name);
            for (int i = 0; i < node::VirtualRooms::roomsPerAccount; ++i)
                rooms.append(newRoom(id, *peers.back()));
        }
        for (int i = 1; i < node::VirtualRooms::subscriptionsPerDevice; ++i)
            QVERIFY(ask(bobId, bob, request(5, rooms[i])).ok);
        node->say(bobId, 22, request(5, rooms[node::VirtualRooms::subscriptionsPerDevice]));
        QCOMPARE(errorOf(bob), 5101);
        QVERIFY(ask(bobId, bob, request(5, vnode)).ok); // the mode of one that is there can be changed
        QVERIFY(ask(bobId, bob, request(6, rooms[1])).ok);
        QVERIFY(ask(bobId, bob, request(5, rooms[node::VirtualRooms::subscriptionsPerDevice])).ok);
    }
};

QTEST_GUILESS_MAIN(tst_VirtualRooms)
#include "tst_virtual_rooms.moc"
