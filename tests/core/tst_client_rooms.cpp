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

using RoomAndUserCall = void (Client::*)(const RoomId &, const ContactId &, QObject *, CallDone<Success>);
using RoomCall = void (Client::*)(const RoomId &, QObject *, CallDone<Success>);
Q_DECLARE_METATYPE(RoomAndUserCall)
Q_DECLARE_METATYPE(RoomCall)

class tst_ClientRooms : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ClientFixture> f;
    const ContactId bob{u"bob"_s};
    const RoomId room{u"room"_s};

private Q_SLOTS:
    void init() { f = std::make_unique<ClientFixture>(); }
    void cleanup() { f.reset(); }

    void aNewRoomHasANode()
    {
        Outcome<RoomId> created;
        f->client->createRoom(u"tea room"_s, RoomKind::Private, &f->context, created.record());
        const auto request = f->lastSent<protocol::Request>();
        QCOMPARE(request.rtype, qint32(BusinessOp::NewRoom));
        QCOMPARE(request.node, u"tea room"_s);
        QCOMPARE(request.reqInt, 1);
        f->ack(FrameType::Business, 8); // without a node it is no room
        QVERIFY(created.isPending());
        f->ack(FrameType::Business, 8, u"BEhexA"_s);
        QCOMPARE(created.value(), RoomId(u"BEhexA"_s));
    }

    void joiningAnOpenRoomMakesAMember()
    {
        Outcome<Joined> joined;
        f->client->joinRoom(room, u"let me in"_s, &f->context, joined.record());
        const auto request = f->lastSent<protocol::Request>();
        QCOMPARE(request.rtype, qint32(BusinessOp::JoinRoom));
        QCOMPARE(request.reqStr, u"let me in"_s);
        f->receive(f->notice(BusinessOp::PassRoom, {}, {}, u"other"_s));
        f->receive(f->notice(BusinessOp::PullIn, {}, {}, u"room"_s));
        QVERIFY(joined.isPending());
        f->receive(f->notice(BusinessOp::PassRoom, {}, {}, u"room"_s)); // names nobody
        QCOMPARE(joined.value(), Joined::Member);
        QCOMPARE(joined.results.size(), 1UL);
    }

    void joiningAPrivateRoomIsAnApplication()
    {
        Outcome<Joined> joined;
        f->client->joinRoom(room, {}, &f->context, joined.record());
        QVERIFY(f->lastSent<protocol::Request>().reqStr.has_value());
        f->clock.advance(limits::joinRoom);
        QCOMPARE(joined.value(), Joined::Applied);
    }

    void joiningTwiceIsRefusedTwice()
    {
        Outcome<Joined> joined;
        f->client->joinRoom(room, {}, &f->context, joined.record());
        f->refuse(FrameType::Business, ErrorCode::HasExist, 9, u"room"_s);
        f->refuse(FrameType::Business, ErrorCode::HasExist);
        QCOMPARE(joined.results.size(), 1UL);
        QCOMPARE(joined.error()->serverCode, 4101);
    }

    void membersAreManaged_data()
    {
        QTest::addColumn<RoomAndUserCall>("call");
        QTest::addColumn<BusinessOp>("op");
        QTest::newRow("admit") << RoomAndUserCall(&Client::admit) << BusinessOp::PullIn;
        QTest::newRow("reject") << RoomAndUserCall(&Client::rejectApplicant) << BusinessOp::RejectRoom;
        QTest::newRow("kick") << RoomAndUserCall(&Client::kick) << BusinessOp::Kick;
        QTest::newRow("block") << RoomAndUserCall(&Client::blockMember) << BusinessOp::BlockMember;
    }
    void membersAreManaged()
    {
        QFETCH(RoomAndUserCall, call);
        QFETCH(BusinessOp, op);
        Outcome<Success> done;
        (f->client.get()->*call)(room, bob, &f->context, done.record());
        const auto request = f->lastSent<protocol::Request>();
        QCOMPARE(request.rtype, qint32(op));
        QCOMPARE(request.node, u"room"_s);
        QCOMPARE(request.node2, u"bob"_s);
        f->ack(FrameType::Business, qint64(op), u"room"_s, u"carol"_s);
        f->ack(FrameType::Business, qint64(op), u"other"_s, u"bob"_s);
        f->ack(FrameType::Business, qint64(op) + 100, u"room"_s, u"bob"_s);
        QVERIFY(done.isPending());
        f->ack(FrameType::Business, qint64(op), u"room"_s, u"bob"_s);
        QVERIFY(done.isSuccess());
    }

    void roomsAreLeft_data()
    {
        QTest::addColumn<RoomCall>("call");
        QTest::addColumn<BusinessOp>("op");
        QTest::newRow("leave") << RoomCall(&Client::leaveRoom) << BusinessOp::LeaveRoom;
        QTest::newRow("cancel") << RoomCall(&Client::cancelRoom) << BusinessOp::CancelRoom;
        QTest::newRow("block") << RoomCall(&Client::blockRoom) << BusinessOp::BlockRoom;
    }
    void roomsAreLeft()
    {
        QFETCH(RoomCall, call);
        QFETCH(BusinessOp, op);
        Outcome<Success> done;
        (f->client.get()->*call)(room, &f->context, done.record());
        QCOMPARE(f->lastSent<protocol::Request>().rtype, qint32(op));
        QCOMPARE(f->lastSent<protocol::Request>().node, u"room"_s);
        f->ack(FrameType::Business, qint64(op), u"other"_s);
        QVERIFY(done.isPending());
        f->ack(FrameType::Business, qint64(op), u"room"_s);
        QVERIFY(done.isSuccess());
    }

    void roomsAreListed()
    {
        Outcome<Listing<RoomId>> rooms;
        f->client->rooms(&f->context, rooms.record());
        QCOMPARE(f->lastSent<protocol::Request>().rtype, qint32(BusinessOp::Rooms));
        f->nodes(NodesOp::Rooms, {u"room"_s});
        QCOMPARE(rooms.value().items, QList<RoomId>{room});
        Outcome<Listing<RoomId>> blocked;
        f->client->blockedRooms(&f->context, blocked.record());
        QCOMPARE(f->lastSent<protocol::Request>().rtype, qint32(BusinessOp::BlockedRooms));
        f->nodes(NodesOp::BlockedRooms, {u"room"_s});
        QCOMPARE(blocked.value().items, QList<RoomId>{room});
    }

    void membersAreThoseOfTheRoom()
    {
        Outcome<Listing<ContactId>> members;
        f->client->roomMembers(room, &f->context, members.record());
        QCOMPARE(f->lastSent<protocol::Request>().node, u"room"_s);
        f->nodes(NodesOp::RoomMembers, {u"eve"_s}, u"other"_s);
        QVERIFY(members.isPending());
        f->nodes(NodesOp::RoomMembers, {u"bob"_s}, u"room"_s);
        QCOMPARE(members.value().items, QList<ContactId>{bob});
        Outcome<Listing<ContactId>> blocked;
        f->client->blockedMembers(room, &f->context, blocked.record());
        f->nodes(NodesOp::RoomBlockedMembers, {u"bob"_s}); // names no room
        QCOMPARE(blocked.value().items, QList<ContactId>{bob});
    }

    void roomInfosAreThoseAskedFor()
    {
        Outcome<Infos<RoomId, protocol::RoomBean>> infos;
        f->client->roomInfos({room}, &f->context, infos.record());
        QCOMPARE(f->lastSent<protocol::Nodes>().ntype, qint32(NodesOp::RoomInfo));
        protocol::RoomBean bean;
        bean.topic = u"tea"_s;
        protocol::Nodes answer;
        answer.ntype = qint32(NodesOp::RoomInfo);
        answer.roommap = {{u"other"_s, bean}};
        f->connection.receive(FrameType::Nodes, answer);
        QVERIFY(infos.isPending());
        answer.roommap = {{u"room"_s, bean}};
        f->connection.receive(FrameType::Nodes, answer);
        QCOMPARE(infos.value().items.value(room).topic, u"tea"_s);
    }

    void aRoomIsModified()
    {
        Outcome<Success> modified;
        protocol::RoomBean bean;
        bean.label = u"green"_s;
        f->client->modifyRoom(room, bean, &f->context, modified.record());
        const auto request = f->lastSent<protocol::Nodes>();
        QCOMPARE(request.ntype, qint32(NodesOp::ModifyRoom));
        QCOMPARE(request.roommap->firstKey(), u"room"_s);
        f->ack(FrameType::Nodes, 6);
        QVERIFY(modified.isPending());
        f->ack(FrameType::Nodes, 7);
        QVERIFY(modified.isSuccess());
    }
};

QTEST_GUILESS_MAIN(tst_ClientRooms)
#include "tst_client_rooms.moc"
