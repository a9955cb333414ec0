// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "support/room_fixture.h"

using namespace timbre;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using protocol::Ack;
using protocol::Message;
using protocol::MessageList;
using protocol::Nodes;

namespace {

const QString noRoom = u"NRKxQdJEzAo"_s; // well-formed, never made

}

// Room operations: who may, who is told, and with which codes the rest are refused. A stranger and a member without
// office stand by and must see nothing.
class tst_Rooms : public QObject
{
    Q_OBJECT

    std::unique_ptr<RoomFixture> rooms;
    QString open, closed;

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

    void aNewRoomBelongsToWhoMadeIt()
    {
        Person &bob = rooms->bob;
        bob.op(8, u"tea & talk"_s, ",\"reqInt\":1,\"rtype\":8");
        const Ack ack = bob.ack();
        QVERIFY(ack.ok);
        QCOMPARE(ack.timType, qint8(41));
        QCOMPARE(ack.t, 8);
        QVERIFY(rooms->harness.accounts->isNode(*ack.n));
        QCOMPARE(bob.list(2), QStringList{*ack.n});
        QCOMPARE(bob.list(3, *ack.n), QStringList{bob.node});
        bob.op(8, u"another"_s, ",\"reqInt\":2");
        QVERIFY(bob.ack().n != ack.n);
    }
    void membersAreShownToMembersOnly()
    {
        Person &member = rooms->member;
        member.op(3, closed);
        const auto answer = member.peer.takeAll<Nodes>().at(0);
        QCOMPARE(answer.ntype, 3);
        QCOMPARE(answer.node, closed);
        QCOMPARE(RoomFixture::sorted(*answer.nodelist),
                 RoomFixture::sorted({rooms->founder.node, rooms->manager.node, member.node}));
        rooms->stranger.op(3, closed);
        QCOMPARE(rooms->stranger.refused(), 4104);
        rooms->stranger.op(3, open);
        QCOMPARE(rooms->stranger.refused(), 4104);
        for (const QString &wrong : {noRoom, u"garbage!"_s, QString(), rooms->bob.node}) {
            rooms->stranger.op(3, wrong);
            QCOMPARE(rooms->stranger.refused(), 4106);
        }
    }
    void joiningAnOpenRoomIsAnsweredByAMessageToAllOnesDevices()
    {
        Person &bob = rooms->bob;
        FakePeer phone;
        rooms->harness.signIn(phone, "bob");
        bob.op(9, open, ",\"reqStr\":\"hello\"");
        const Message word = bob.told();
        QCOMPARE(word.bnType, 10);
        QCOMPARE(word.msType, qint8(2));
        QCOMPARE(word.odType, qint8(4));
        QCOMPARE(word.roomTid->node, open);
        QVERIFY(word.id && word.timestamp && !word.fromTid && !word.toTid && !word.dataString);
        QCOMPARE(phone.takeAll<Message>().size(), 1);
        QVERIFY(rooms->members(open).contains(bob.node));
        QVERIFY(rooms->founder.peer.raw.isEmpty()); // nobody else is told
        bob.op(9, open, ",\"reqStr\":\"\"");
        QCOMPARE(bob.refusedTwice(9, open), 4101);
    }
    void anApplicationReachesFounderAndManagers()
    {
        Person &bob = rooms->bob;
        bob.op(9, closed, ",\"reqStr\":\"may I?\"");
        QVERIFY(bob.peer.raw.isEmpty()); // tim does not answer
        for (Person *person : {&rooms->founder, &rooms->manager}) {
            const Message word = person->told();
            QCOMPARE(word.bnType, 9);
            QCOMPARE(*word.fromTid, (protocol::Tid{bob.node, {}, u"desk"_s, {}, {}}));
            QCOMPARE(word.toTid->node, person->node);
            QCOMPARE(word.roomTid->node, closed);
            QCOMPARE(word.dataString, u"may I?"_s);
        }
        QVERIFY(!rooms->members(closed).contains(bob.node));
        QVERIFY(bob.list(2).isEmpty());
        bob.op(3, closed);
        QCOMPARE(bob.refused(), 4104);

        rooms->manager.op(12, closed, bob);
        QVERIFY(rooms->manager.confirmed(12, closed, bob.node));
        const Message passed = bob.told();
        QCOMPARE(passed.bnType, 10);
        QCOMPARE(passed.fromTid->node, rooms->manager.node);
        QCOMPARE(passed.toTid->node, bob.node);
        QCOMPARE(passed.roomTid->node, closed);
        QVERIFY(rooms->members(closed).contains(bob.node));
        bob.op(9, closed, ",\"reqStr\":\"\"");
        QCOMPARE(bob.refused(), 4101); // once for private rooms
    }
    void aRejectedApplicationIsOver()
    {
        Person &bob = rooms->bob;
        rooms->manager.op(11, closed, bob);
        QCOMPARE(rooms->manager.refusedTwice(11, closed, bob.node), 4109);
        bob.op(9, closed, ",\"reqStr\":\"\"");
        rooms->everybodyQuiet();
        rooms->member.op(11, closed, bob);
        QCOMPARE(rooms->member.refusedTwice(11, closed, bob.node), 4105);
        rooms->manager.op(11, closed, ",\"node2\":\"" + bob.node.toUtf8() + "\",\"reqStr\":\"no\"");
        QVERIFY(rooms->manager.confirmed(11, closed, bob.node));
        const Message word = bob.told();
        QCOMPARE(word.bnType, 11);
        QVERIFY(!word.dataString);
        rooms->founder.op(11, closed, rooms->member);
        QCOMPARE(rooms->founder.refusedTwice(11, closed, rooms->member.node), 4103);
        rooms->founder.op(11, closed, rooms->founder);
        QCOMPARE(rooms->founder.refusedTwice(11, closed, rooms->founder.node), 4103);
    }
    void pullingInWithoutAnApplicationIsTwelve()
    {
        Person &bob = rooms->bob;
        rooms->member.op(12, closed, bob);
        QCOMPARE(rooms->member.refusedTwice(12, closed), 4105);
        rooms->founder.op(12, closed, bob);
        QVERIFY(rooms->founder.confirmed(12, closed, bob.node));
        QCOMPARE(bob.told().bnType, 12);
        rooms->founder.op(12, closed, bob);
        QCOMPARE(rooms->founder.refusedTwice(12, closed), 4101);
        rooms->founder.op(12, closed, rooms->founder);
        QCOMPARE(rooms->founder.refused(), 4105);
        rooms->founder.op(12, closed, ",\"node2\":\"" + noRoom.toUtf8() + "\"");
        QCOMPARE(rooms->founder.refusedTwice(12, closed), 4106);
        // An open room asks for no office.
        rooms->member.op(12, open, bob);
        QVERIFY(rooms->member.confirmed(12, open, bob.node));
        QCOMPARE(bob.told().bnType, 12);
    }
    void whoBlocksSomebodyIsNotPulledInByHim()
    {
        Person &bob = rooms->bob;
        bob.op(7, rooms->founder.node);
        rooms->everybodyQuiet();
        rooms->founder.op(12, closed, bob);
        QCOMPARE(rooms->founder.refusedTwice(12, closed), 4110);
        QVERIFY(bob.peer.raw.isEmpty());
        // He who has applied wants to be let in by anybody.
        bob.op(9, closed, ",\"reqStr\":\"\"");
        rooms->everybodyQuiet();
        rooms->founder.op(12, closed, bob);
        QVERIFY(rooms->founder.confirmed(12, closed, bob.node));
        QCOMPARE(bob.told().bnType, 10);
    }
    void kickingEndsMembershipAndTellsTheOneKicked()
    {
        Person &member = rooms->member;
        rooms->stranger.op(13, closed, member);
        QCOMPARE(rooms->stranger.refusedTwice(13, closed, member.node), 4105);
        member.op(13, closed, rooms->founder);
        QCOMPARE(member.refusedTwice(13, closed, rooms->founder.node), 4105);
        rooms->manager.op(13, closed, rooms->founder);
        QCOMPARE(rooms->manager.refusedTwice(13, closed, rooms->founder.node), 4105);
        rooms->manager.op(13, closed, rooms->manager);
        QCOMPARE(rooms->manager.refused(), 4105);
        rooms->manager.op(13, closed, rooms->bob);
        QCOMPARE(rooms->manager.refusedTwice(13, closed, rooms->bob.node), 4109);
        rooms->manager.op(13, closed, member);
        QVERIFY(rooms->manager.confirmed(13, closed, member.node));
        const Message word = member.told();
        QCOMPARE(word.bnType, 13);
        QCOMPARE(word.fromTid->node, rooms->manager.node);
        member.op(3, closed);
        QCOMPARE(member.refused(), 4104);
        QCOMPARE(member.list(2), QStringList{open});
        QVERIFY(rooms->bob.peer.raw.isEmpty());
    }
    void aKickedManagerHasLostTheOffice()
    {
        Person &manager = rooms->manager;
        rooms->setManagers(closed, {manager.node, rooms->bob.node});
        rooms->everybodyQuiet();
        manager.op(13, closed, rooms->bob);
        QCOMPARE(manager.refusedTwice(13, closed, rooms->bob.node), 4105); // manager by manager
        rooms->founder.op(13, closed, manager);
        QVERIFY(rooms->founder.confirmed(13, closed, manager.node));
        manager.quiet();
        manager.op(12, closed, rooms->stranger);
        QCOMPARE(manager.refusedTwice(12, closed), 4105);
    }
    void leavingIsForEverybodyButTheFounder()
    {
        Person &manager = rooms->manager;
        manager.op(16, closed);
        QVERIFY(manager.confirmed(16, closed));
        QVERIFY(!rooms->members(closed).contains(manager.node));
        manager.op(12, closed, rooms->bob);
        QCOMPARE(manager.refusedTwice(12, closed), 4105);
        manager.op(16, closed);
        QCOMPARE(manager.refusedTwice(16, closed), 4109);
        rooms->founder.op(16, closed);
        QCOMPARE(rooms->founder.refusedTwice(16, closed), 4105);
        QVERIFY(rooms->founder.peer.raw.isEmpty()); // nobody is told
        // Leaving withdraws an application.
        manager.op(9, closed, ",\"reqStr\":\"\"");
        rooms->everybodyQuiet();
        manager.op(16, closed);
        QVERIFY(manager.confirmed(16, closed));
        rooms->founder.op(11, closed, manager);
        QCOMPARE(rooms->founder.refusedTwice(11, closed, manager.node), 4109);
    }
    void aRoomIsCancelledByItsFounderAlone()
    {
        rooms->member.op(17, closed);
        QCOMPARE(rooms->member.refusedTwice(17, closed), 4105);
        rooms->founder.op(17, closed);
        QCOMPARE(rooms->founder.refusedTwice(17, closed), 4105); // still with others
        rooms->founder.op(13, closed, rooms->member);
        rooms->founder.op(13, closed, rooms->manager);
        rooms->everybodyQuiet();
        rooms->founder.op(17, closed);
        QVERIFY(rooms->founder.confirmed(17, closed));
        QCOMPARE(rooms->founder.list(2), QStringList{open});
        rooms->founder.op(3, closed);
        QCOMPARE(rooms->founder.refused(), 4104);
        rooms->founder.op(17, closed);
        QCOMPARE(rooms->founder.refusedTwice(17, closed), 4108);
    }
    void blockingARoomEndsIt()
    {
        Person &member = rooms->member;
        member.op(14, closed);
        QVERIFY(member.confirmed(14, closed));
        QCOMPARE(member.list(2), QStringList{open});
        QCOMPARE(member.list(19), QStringList{closed});
        QVERIFY(!rooms->members(closed).contains(member.node));
        rooms->founder.op(12, closed, member);
        QCOMPARE(rooms->founder.refusedTwice(12, closed), 4110);
        // Kicking somebody who blocked the room leaves his block and tells him nothing.
        rooms->founder.op(13, closed, member);
        QVERIFY(rooms->founder.confirmed(13, closed, member.node));
        QVERIFY(member.peer.raw.isEmpty());
        QCOMPARE(member.list(19), QStringList{closed});
        // Leaving lifts it.
        member.op(16, closed);
        QVERIFY(member.confirmed(16, closed));
        QVERIFY(member.list(19).isEmpty());
        rooms->founder.op(12, closed, member);
        QVERIFY(rooms->founder.confirmed(12, closed, member.node));
        member.quiet();
        rooms->founder.op(14, closed);
        QCOMPARE(rooms->founder.refusedTwice(14, closed), 4105);
        // Before ever having been in.
        rooms->bob.op(14, open);
        QVERIFY(rooms->bob.confirmed(14, open));
        rooms->bob.op(9, open, ",\"reqStr\":\"\"");
        QCOMPARE(rooms->bob.told().bnType, 10);
        QVERIFY(rooms->bob.list(19).isEmpty());
    }
    void aBlockedMemberStaysOut()
    {
        Person &bob = rooms->bob;
        bob.op(9, open, ",\"reqStr\":\"\"");
        rooms->everybodyQuiet();
        rooms->member.op(15, open, bob);
        QCOMPARE(rooms->member.refusedTwice(15, open, bob.node), 4105);
        rooms->manager.op(15, open, rooms->founder);
        QCOMPARE(rooms->manager.refusedTwice(15, open, rooms->founder.node), 4105);
        rooms->manager.op(15, open, rooms->manager);
        QCOMPARE(rooms->manager.refused(), 4105);
        rooms->manager.op(15, open, bob);
        QVERIFY(rooms->manager.confirmed(15, open, bob.node));
        QVERIFY(bob.peer.raw.isEmpty()); // not told
        QVERIFY(bob.list(2).isEmpty());
        QVERIFY(!rooms->members(open).contains(bob.node));
        bob.op(9, open, ",\"reqStr\":\"\"");
        QCOMPARE(bob.refusedTwice(9, open), 4110);
        // Nor by the help of a friend, nor by going away and coming back.
        rooms->member.op(12, open, bob);
        QCOMPARE(rooms->member.refusedTwice(12, open), 4105);
        bob.op(16, open);
        QVERIFY(bob.confirmed(16, open));
        bob.op(9, open, ",\"reqStr\":\"\"");
        QCOMPARE(bob.refusedTwice(9, open), 4110);
        QCOMPARE(rooms->manager.list(20, open), QStringList{bob.node});
        QCOMPARE(rooms->founder.list(20, open), QStringList{bob.node});
        for (Person *person : {&rooms->member, &rooms->stranger, &bob}) {
            person->op(20, open);
            QCOMPARE(person->refused(), 4105);
        }
        // The same at a private room, once.
        rooms->founder.op(15, closed, bob);
        QVERIFY(rooms->founder.confirmed(15, closed, bob.node));
        bob.op(9, closed, ",\"reqStr\":\"\"");
        QCOMPARE(bob.refused(), 4110);
        // A kick lifts the block.
        rooms->founder.op(13, open, bob);
        QVERIFY(rooms->founder.confirmed(13, open, bob.node));
        QCOMPARE(bob.told().bnType, 13);
        QVERIFY(rooms->founder.list(20, open).isEmpty());
        bob.op(9, open, ",\"reqStr\":\"\"");
        QCOMPARE(bob.told().bnType, 10);
    }
    void emptyListsAreNotAnswered()
    {
        for (const int rtype : {2, 19}) {
            rooms->bob.op(rtype, {});
            QVERIFY(rooms->bob.peer.raw.isEmpty());
        }
        rooms->founder.op(20, closed);
        QVERIFY(rooms->founder.peer.raw.isEmpty());
    }
    void unknownAndCancelledRooms_data()
    {
        QTest::addColumn<int>("rtype");
        QTest::addColumn<int>("unknown");
        QTest::newRow("join") << 9 << 4104;
        for (const int rtype : {11, 12, 13, 14, 15, 16, 17})
            QTest::addRow("%d", rtype) << rtype << 4109;
    }
    void unknownAndCancelledRooms()
    {
        QFETCH(int, rtype);
        QFETCH(int, unknown);
        Person &founder = rooms->founder;
        const bool names = rtype == 11 || rtype == 12 || rtype == 13 || rtype == 15;
        const QString target = rooms->bob.node;
        const QByteArray more = names ? ",\"node2\":\"" + target.toUtf8() + "\"" : QByteArray(",\"reqStr\":\"\"");
        const QString named = names && rtype != 12 ? target : QString();
        founder.op(rtype, noRoom, more);
        QCOMPARE(founder.refusedTwice(rtype, noRoom, named), unknown);
        // An account is no room.
        founder.op(rtype, rooms->bob.node, more);
        QCOMPARE(founder.refusedTwice(rtype, rooms->bob.node, named), unknown);
        for (const QString &room : {open, closed}) {
            founder.op(13, room, rooms->member);
            founder.op(13, room, rooms->manager);
            founder.op(17, room);
            rooms->everybodyQuiet();
            founder.op(rtype, room, more);
            QCOMPARE(founder.refusedTwice(rtype, room, named), 4108);
        }
        QVERIFY(rooms->bob.peer.raw.isEmpty());
    }
    void wrongParametersAre4104Once_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("broken") << QByteArray("{");
        QTest::newRow("new without name") << QByteArray(R"({"rtype":8,"reqInt":1})");
        QTest::newRow("new without kind") << QByteArray(R"({"rtype":8,"node":"x"})");
        QTest::newRow("new with a long name")
            << "{\"rtype\":8,\"reqInt\":1,\"node\":\"" + QByteArray(5000, 'x') + "\"}";
        for (const QByteArray rtype : {"9", "11", "12", "13", "14", "15", "16", "17", "20"}) {
            QTest::newRow(("no room " + rtype).constData())
                << "{\"rtype\":" + rtype + ",\"node2\":\"NRKxQdJEzAo\",\"reqStr\":\"\"}";
            QTest::newRow(("bad room " + rtype).constData())
                << "{\"rtype\":" + rtype + ",\"node\":\"garbage!\",\"node2\":\"NRKxQdJEzAo\",\"reqStr\":\"\"}";
        }
        for (const QByteArray rtype : {"11", "12", "13", "15"}) {
            QTest::newRow(("nobody " + rtype).constData()) << "{\"rtype\":" + rtype + ",\"node\":\"NRKxQdJEzAo\"}";
            QTest::newRow(("bad person " + rtype).constData())
                << "{\"rtype\":" + rtype + ",\"node\":\"NRKxQdJEzAo\",\"node2\":\"x\"}";
        }
        QTest::newRow("join without text") << QByteArray(R"({"rtype":9,"node":"NRKxQdJEzAo"})");
        QTest::newRow("join with a long text")
            << "{\"rtype\":9,\"node\":\"NRKxQdJEzAo\",\"reqStr\":\"" + QByteArray(5000, 'x') + "\"}";
        QTest::newRow("pass is no request") << QByteArray(R"({"rtype":10,"node":"NRKxQdJEzAo"})");
    }
    void wrongParametersAre4104Once()
    {
        QFETCH(QByteArray, json);
        rooms->bob.harness->say(rooms->bob.id, 41, json);
        QCOMPARE(rooms->bob.refused(), 4104);
    }
    void forgedFieldsChangeNothing()
    {
        // Somebody else's name in every field that might be believed.
        const QByteArray founder = rooms->founder.node.toUtf8();
        rooms->stranger.op(12, closed,
                           ",\"node2\":\"" + rooms->bob.node.toUtf8() + "\",\"fromTid\":{\"node\":\"" + founder
                               + "\"},\"from\":\"" + founder + "\",\"reqStr\":\"" + founder + "\",\"reqInt\":2");
        QCOMPARE(rooms->stranger.refusedTwice(12, closed), 4105);
        // A foreign frame that looks like the server's answer.
        rooms->harness.say(rooms->stranger.id, 42,
                           "{\"ntype\":3,\"node\":\"" + closed.toUtf8() + "\",\"nodelist\":[\""
                               + rooms->stranger.node.toUtf8() + "\"]}");
        QCOMPARE(rooms->stranger.ack().error->code, 4104);
        QVERIFY(!rooms->members(closed).contains(rooms->stranger.node));
        QVERIFY(rooms->bob.peer.raw.isEmpty());
    }
    void thriftClientsHaveTheSameRooms()
    {
        protocol::Request request;
        request.rtype = 8;
        request.node = u"compact"_s;
        request.reqInt = 2;
        const auto thrift = [&](quint64 id) {
            rooms->harness.router->received(id,
                                            protocol::encode({protocol::FrameType::Business, std::nullopt, request},
                                                             protocol::Direction::ClientToServer,
                                                             protocol::Encoding::ThriftCompact));
            rooms->harness.settle();
        };
        FakePeer peer;
        const quint64 id = rooms->harness.connect(peer);
        protocol::Auth auth;
        auth.name = u"bob"_s;
        auth.pwd = u"pw"_s;
        rooms->harness.router->received(id,
                                        protocol::encode({protocol::FrameType::Auth, std::nullopt, auth},
                                                         protocol::Direction::ClientToServer,
                                                         protocol::Encoding::ThriftCompact));
        rooms->harness.settleUntil([&] { return !peer.raw.isEmpty(); });
        const auto answer = [&] {
            const auto decoded = protocol::decode(peer.raw.takeFirst(), protocol::Direction::ServerToClient,
                                                  protocol::Encoding::ThriftCompact);
            return decoded ? decoded->frame : protocol::Frame();
        };
        QVERIFY(std::get<Ack>(answer().payload).ok);
        thrift(id);
        QCOMPARE(peer.raw.size(), 1);
        QVERIFY(peer.raw[0].at(1) != '{');
        const auto made = std::get<Ack>(answer().payload);
        QVERIFY(made.ok);
        QCOMPARE(made.t, 8);
        request = {};
        request.rtype = 2;
        thrift(id);
        QCOMPARE(std::get<Nodes>(answer().payload).nodelist, QStringList{*made.n});
        request.rtype = 13;
        request.node = closed;
        request.node2 = rooms->founder.node;
        thrift(id);
        QCOMPARE(std::get<Ack>(answer().payload).n2, rooms->founder.node);
        QCOMPARE(std::get<Ack>(answer().payload).error->code, 4105);
        QVERIFY(peer.raw.isEmpty());
    }
    void whoIsAwayFindsTheWordsInTheQueue()
    {
        Person &bob = rooms->bob;
        rooms->harness.disconnect(bob.id);
        rooms->harness.disconnect(rooms->manager.id);
        rooms->founder.op(12, closed, bob);
        rooms->founder.op(13, closed, bob);
        rooms->founder.op(12, open, bob);
        // Two rooms, one applicant: two entries.
        rooms->stranger.op(9, closed, ",\"reqStr\":\"1\"");
        const QString second = rooms->newRoom(1);
        rooms->stranger.op(9, second, ",\"reqStr\":\"2\"");
        FakePeer back;
        quint64 id = rooms->harness.signIn(back, "bob");
        rooms->harness.say(id, 17);
        const auto batch = *back.takeAll<MessageList>().at(0).messageList;
        QCOMPARE(batch.size(), 3);
        QCOMPARE(batch[0].bnType, 12);
        QCOMPARE(batch[0].roomTid->node, closed);
        QCOMPARE(batch[1].bnType, 13);
        QCOMPARE(batch[2].bnType, 12);
        QCOMPARE(batch[2].roomTid->node, open);
        QCOMPARE(*batch[2].fromTid, (protocol::Tid{rooms->founder.node, {}, {}, {}, {}}));
        QVERIFY(batch[2].isOffline == true);
        id = rooms->harness.signIn(back, "manager");
        rooms->harness.say(id, 17);
        QStringList texts;
        const auto words = *back.takeAll<MessageList>().at(0).messageList;
        for (const Message &message : words) {
            if (message.bnType == 9)
                texts.append(message.dataString.value_or(QString()));
        }
        QCOMPARE(texts, (QStringList{u"1"_s, u"2"_s}));
    }
    // webtim's offline reader stops at an entry without sender.
    void theWordAboutOnesOwnJoiningHasASenderInTheQueue()
    {
        Person &bob = rooms->bob;
        bob.op(9, open, ",\"reqStr\":\"\"");
        bob.peer.raw.clear(); // not acked
        rooms->harness.disconnect(bob.id);
        FakePeer back;
        const quint64 id = rooms->harness.signIn(back, "bob");
        rooms->harness.say(id, 17);
        const auto batch = *back.takeAll<MessageList>().at(0).messageList;
        QCOMPARE(batch.size(), 1);
        QCOMPARE(batch[0].bnType, 10);
        QCOMPARE(batch[0].fromTid->node, bob.node);
    }
    void twoManagersAtOnceDecideOnce()
    {
        Person &bob = rooms->bob;
        bob.op(9, closed, ",\"reqStr\":\"\"");
        rooms->everybodyQuiet();
        const QByteArray target = ",\"node2\":\"" + bob.node.toUtf8() + "\"}";
        rooms->harness.router->received(rooms->founder.id, "\xa9" + Person::request(12, closed) + target);
        rooms->harness.router->received(rooms->manager.id, "\xa9" + Person::request(11, closed) + target);
        rooms->harness.settle();
        QVERIFY(rooms->founder.confirmed(12, closed, bob.node));
        QCOMPARE(rooms->manager.refusedTwice(11, closed, bob.node), 4103);
        QCOMPARE(bob.told().bnType, 10);
        QVERIFY(rooms->members(closed).contains(bob.node));
    }
    void aRequestOutlivesItsConnection()
    {
        Person &bob = rooms->bob;
        rooms->harness.router->received(bob.id, "\xa9" + Person::request(9, open) + ",\"reqStr\":\"\"}");
        rooms->harness.disconnect(bob.id);
        QVERIFY(rooms->members(open).contains(bob.node));
    }
};

QTEST_GUILESS_MAIN(tst_Rooms)
#include "tst_rooms.moc"
