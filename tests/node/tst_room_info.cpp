// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/node.h"
#include "support/node_client.h"
#include "support/room_fixture.h"

using namespace timbre;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using protocol::Ack;
using protocol::Nodes;
using protocol::RoomBean;

namespace {

const QString noRoom = u"NRKxQdJEzAo"_s;

}

// What rooms say of themselves, and what survives a restart. A stranger and a member without office stand by.
class tst_RoomInfo : public QObject
{
    Q_OBJECT

    std::unique_ptr<RoomFixture> rooms;
    QString open, closed;

    static QMap<QString, RoomBean> ask(Person &person, const QStringList &nodes)
    {
        person.harness->say(person.id, 42, "{\"ntype\":5,\"nodelist\":[\"" + nodes.join(u"\",\""_s).toUtf8() + "\"]}");
        QMap<QString, RoomBean> beans;
        const auto answers = person.peer.takeAll<Nodes>();
        for (const Nodes &answer : answers) {
            if (answer.ntype == 5 && answer.roommap)
                beans.insert(*answer.roommap);
        }
        return beans;
    }
    static Ack modify(Person &person, const QString &room, const QByteArray &bean)
    {
        person.harness->say(person.id, 42, "{\"ntype\":7,\"roommap\":{\"" + room.toUtf8() + "\":" + bean + "}}");
        return person.ack();
    }
    static int refused(const Ack &ack)
    {
        return !ack.ok && ack.timType == 42 && ack.error && !ack.t ? ack.error->code.value_or(0) : 0;
    }

private Q_SLOTS:
    void init()
    {
        rooms = std::make_unique<RoomFixture>();
        open = rooms->newRoom(2);
        closed = rooms->newRoom(1);
    }
    void cleanup()
    {
        QVERIFY2(rooms->stranger.peer.raw.isEmpty(), "the stranger got something");
        QVERIFY2(rooms->member.peer.raw.isEmpty(), "the member got something");
        rooms.reset();
    }

    void everybodyMayAskWhatARoomIs()
    {
        const auto beans = ask(rooms->stranger, {open, closed, closed, noRoom, u"garbage!"_s, rooms->bob.node});
        QCOMPARE(beans.size(), 2);
        const RoomBean bean = beans.value(closed);
        QCOMPARE(bean.topic, u"a room"_s);
        QCOMPARE(bean.founder, rooms->founder.node);
        QCOMPARE(bean.managers, QStringList{rooms->manager.node});
        QCOMPARE(bean.gtype, qint8(1));
        QCOMPARE(bean.createtime, 1'700'000'000'000'000'000);
        QCOMPARE(beans.value(open).gtype, qint8(2));
    }
    void nothingFoundIsNotAnswered()
    {
        QVERIFY(ask(rooms->bob, {noRoom, u"garbage!"_s}).isEmpty());
        QVERIFY(rooms->bob.peer.raw.isEmpty());
    }
    void aCancelledRoomIsNotShown()
    {
        rooms->founder.op(13, open, rooms->member);
        rooms->founder.op(13, open, rooms->manager);
        rooms->founder.op(17, open);
        rooms->everybodyQuiet();
        QCOMPARE(ask(rooms->bob, {open, closed}).keys(), QStringList{closed});
        QCOMPARE(refused(modify(rooms->founder, open, R"({"topic":"x"})")), 4108);
    }
    void changesAreMerged()
    {
        const Ack ack = modify(rooms->manager, closed, R"({"topic":"Tea","cover":"pic","kind":7,"extend":{"a":"b"}})");
        QVERIFY(ack.ok);
        QCOMPARE(ack.timType, qint8(42));
        QCOMPARE(ack.t, 7);
        QVERIFY(modify(rooms->founder, closed, R"({"label":"L","topic":null,"extra":{"k":"AQI="}})").ok);
        const RoomBean bean = ask(rooms->stranger, {closed}).value(closed);
        QCOMPARE(bean.topic, u"Tea"_s);
        QCOMPARE(bean.cover, u"pic"_s);
        QCOMPARE(bean.kind, 7);
        QCOMPARE(bean.label, u"L"_s);
        QCOMPARE(bean.extend, (protocol::TextMap{{u"a"_s, u"b"_s}}));
        QCOMPARE(bean.extra, (protocol::BinaryMap{{u"k"_s, "\1\2"}}));
        QCOMPARE(bean.managers, QStringList{rooms->manager.node});
    }
    void foundersKindAndTimeCannotBeForged()
    {
        const QByteArray stranger = rooms->stranger.node.toUtf8();
        for (Person *person : {&rooms->founder, &rooms->manager})
            QVERIFY(modify(*person, closed,
                           "{\"founder\":\"" + stranger + "\",\"gtype\":2,\"createtime\":5,\"topic\":\"t\"}")
                        .ok);
        const RoomBean bean = ask(rooms->bob, {closed}).value(closed);
        QCOMPARE(bean.founder, rooms->founder.node);
        QCOMPARE(bean.gtype, qint8(1));
        QCOMPARE(bean.createtime, 1'700'000'000'000'000'000);
        rooms->stranger.op(17, closed);
        QCOMPARE(rooms->stranger.refusedTwice(17, closed), 4105);
    }
    void onlyTheFounderNamesManagers()
    {
        const QByteArray two = "{\"managers\":[\"" + rooms->bob.node.toUtf8() + "\",\"" + rooms->manager.node.toUtf8()
            + "\",\"" + rooms->bob.node.toUtf8() + "\",\"" + noRoom.toUtf8() + "\"]}";
        QVERIFY(modify(rooms->manager, closed, two).ok); // clients send the whole bean back; the list is ignored
        QCOMPARE(ask(rooms->bob, {closed}).value(closed).managers, QStringList{rooms->manager.node});
        QVERIFY(modify(rooms->founder, closed, two).ok);
        QCOMPARE(ask(rooms->bob, {closed}).value(closed).managers, (QStringList{rooms->bob.node, rooms->manager.node}));
        // A manager need not be a member.
        QVERIFY(!rooms->members(closed).contains(rooms->bob.node));
        QVERIFY(modify(rooms->bob, closed, R"({"label":"by bob"})").ok);
        QVERIFY(modify(rooms->founder, closed, R"({"managers":[]})").ok);
        QVERIFY(!ask(rooms->bob, {closed}).value(closed).managers);
        QCOMPARE(refused(modify(rooms->manager, closed, R"({"label":"x"})")), 4105);
    }
    void whoWantsNothingOfTheRoomIsNotMadeManager()
    {
        rooms->bob.op(14, closed);
        rooms->everybodyQuiet();
        QVERIFY(modify(rooms->founder, closed, "{\"managers\":[\"" + rooms->bob.node.toUtf8() + "\"]}").ok);
        QVERIFY(!ask(rooms->bob, {closed}).value(closed).managers);
    }
    void theRestAreRefused()
    {
        for (Person *person : {&rooms->member, &rooms->stranger})
            QCOMPARE(refused(modify(*person, closed, R"({"topic":"mine"})")), 4105);
        QCOMPARE(refused(modify(rooms->bob, noRoom, R"({"topic":"x"})")), 4109);
        QCOMPARE(refused(modify(rooms->bob, u"roomNode"_s, R"({"topic":"x"})")), 4106);
        QCOMPARE(ask(rooms->bob, {closed}).value(closed).topic, u"a room"_s);
    }
    void badRequestsAre4104_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no list") << QByteArray(R"({"ntype":5})");
        QTest::newRow("empty list") << QByteArray(R"({"ntype":5,"nodelist":[]})");
        QTest::newRow("two beans") << QByteArray(R"({"ntype":7,"roommap":{"a":{},"b":{}}})");
        QTest::newRow("no bean") << QByteArray(R"({"ntype":7})");
        QTest::newRow("too large") << "{\"ntype\":7,\"roommap\":{\"NRKxQdJEzAo\":{\"cover\":\""
                + QByteArray(300'000, 'x') + "\"}}}";
    }
    void badRequestsAre4104()
    {
        QFETCH(QByteArray, json);
        rooms->bob.harness->say(rooms->bob.id, 42, json);
        QCOMPARE(refused(rooms->bob.ack()), 4104);
    }
    void aBeanCannotGrowPieceByPiece()
    {
        QVERIFY(modify(rooms->founder, closed, "{\"cover\":\"" + QByteArray(200'000, 'x') + "\"}").ok);
        QCOMPARE(refused(modify(rooms->founder, closed, "{\"label\":\"" + QByteArray(200'000, 'x') + "\"}")), 4104);
        QVERIFY(!ask(rooms->bob, {closed}).value(closed).label);
    }
    void aLongAnswerComesInPieces()
    {
        QStringList nodes;
        for (int i = 0; i < 8; ++i) {
            nodes.append(rooms->newRoom(2));
            QVERIFY(modify(rooms->founder, nodes.last(), "{\"cover\":\"" + QByteArray(200'000, 'x') + "\"}").ok);
        }
        rooms->bob.harness->say(rooms->bob.id, 42,
                                "{\"ntype\":5,\"nodelist\":[\"" + nodes.join(u"\",\""_s).toUtf8() + "\"]}");
        QCOMPARE(rooms->bob.peer.raw.size(), 2);
        for (const QByteArray &frame : std::as_const(rooms->bob.peer.raw))
            QVERIFY(frame.size() < 1'500'000);
        QStringList got;
        for (const Nodes &answer : rooms->bob.peer.takeAll<Nodes>())
            got += answer.roommap->keys();
        QCOMPARE(RoomFixture::sorted(got), RoomFixture::sorted(nodes));
        rooms->everybodyQuiet();
    }

    void roomsSurviveARestart()
    {
        QTemporaryDir dir;
        node::NodeConfig config;
        config.dataFolder = dir.path();
        QString room, gone, alice, bob;
        const auto request = [](NodeClient &client, const QByteArray &json) {
            client.send(41, json);
            return client.barrier();
        };
        {
            const auto node = node::Node::start(config);
            QVERIFY(bool(node));
            alice = NodeClient::registerAccount((*node)->port(), "alice");
            bob = NodeClient::registerAccount((*node)->port(), "bob");
            NodeClient client((*node)->port());
            QVERIFY(client.signIn("alice"));
            auto frames = request(client, R"({"rtype":8,"node":"kept","reqInt":1})");
            room = *std::get<Ack>(frames.at(0).payload).n;
            frames = request(client, R"({"rtype":8,"node":"gone","reqInt":1})");
            gone = *std::get<Ack>(frames.at(0).payload).n;
            request(client, Person::request(12, room) + ",\"node2\":\"" + bob.toUtf8() + "\"}");
            request(client, Person::request(17, gone) + "}");
        }
        const auto node = node::Node::start(config);
        QVERIFY(bool(node));
        NodeClient client((*node)->port());
        QVERIFY(client.signIn("bob"));
        auto frames = request(client, Person::request(3, room) + "}");
        QCOMPARE(frames.size(), 1);
        QCOMPARE(RoomFixture::sorted(*std::get<Nodes>(frames[0].payload).nodelist), RoomFixture::sorted({alice, bob}));
        frames = request(client, R"({"rtype":2})");
        QCOMPARE(std::get<Nodes>(frames.at(0).payload).nodelist, QStringList{room});
        frames = request(client, Person::request(3, gone) + "}");
        QCOMPARE(std::get<Ack>(frames.at(0).payload).error->code, 4104);
    }
};

QTEST_GUILESS_MAIN(tst_RoomInfo)
#include "tst_room_info.moc"
