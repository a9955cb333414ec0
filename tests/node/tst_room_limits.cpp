// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "support/room_fixture.h"

using namespace timbre;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using node::Membership;
using node::RoomStore;
using node::Stance;

namespace {

constexpr Membership member{Stance::Added, Stance::Added, 0};

}

// How much one room and one account may hold. The tables are filled directly.
class tst_RoomLimits : public QObject
{
    Q_OBJECT

    std::unique_ptr<RoomFixture> rooms;
    QString open;

    template <typename Fill> void fill(int count, Fill one)
    {
        rooms->harness.store->run(
            [count, one](node::Database &database) -> std::optional<bool> {
                RoomStore store(database);
                for (int i = 0; i < count; ++i) {
                    if (!one(store, QString::number(i)))
                        return std::nullopt;
                }
                return true;
            },
            [](std::optional<bool> filled) { QVERIFY(filled); });
        rooms->harness.settle();
    }

private Q_SLOTS:
    void init()
    {
        rooms = std::make_unique<RoomFixture>();
        open = rooms->newRoom(2);
    }
    void cleanup() { rooms.reset(); }

    void aFullRoomTakesNobodyMore()
    {
        // Founder, manager and member are in already.
        fill(node::maxRoomMembers - 4, [room = open](RoomStore &store, const QString &number) {
            return store.setMembership(room, number, member);
        });
        rooms->bob.op(9, open, ",\"reqStr\":\"\"");
        QCOMPARE(rooms->bob.told().bnType, 10);
        rooms->stranger.op(9, open, ",\"reqStr\":\"\"");
        QCOMPARE(rooms->stranger.refusedTwice(9, open), 5104);
        rooms->founder.op(12, open, rooms->stranger);
        QCOMPARE(rooms->founder.refusedTwice(12, open), 5104);
        rooms->bob.op(16, open);
        rooms->stranger.op(9, open, ",\"reqStr\":\"\"");
        QCOMPARE(rooms->stranger.told().bnType, 10);
    }
    void othersCannotUseUpAnAccountsRooms()
    {
        fill(node::maxRoomsOfPerson / 2, [bob = rooms->bob.node](RoomStore &store, const QString &number) {
            return store.setMembership(number, bob, member);
        });
        rooms->founder.op(12, open, rooms->bob);
        QCOMPARE(rooms->founder.refusedTwice(12, open), 5104);
        QVERIFY(rooms->bob.peer.raw.isEmpty());
        rooms->bob.op(9, open, ",\"reqStr\":\"\"");
        QCOMPARE(rooms->bob.told().bnType, 10);
    }
    void whatRoomsThinkOfAPersonIsNotHerDoing()
    {
        fill(node::maxRoomsOfPerson, [bob = rooms->bob.node](RoomStore &store, const QString &number) {
            return store.setMembership(number, bob, {Stance::None, Stance::Blocked, 0});
        });
        rooms->bob.op(9, open, ",\"reqStr\":\"\"");
        QCOMPARE(rooms->bob.told().bnType, 10);
    }
    void anAccountFoundsSoManyRooms()
    {
        fill(node::maxRoomsFounded - 1, [bob = rooms->bob.node](RoomStore &store, const QString &number) {
            return store.addRoom({number, bob, node::RoomKind::Open, false, 0}, "x");
        });
        rooms->bob.op(8, u"last"_s, ",\"reqInt\":2");
        const QString last = *rooms->bob.ack().n;
        rooms->bob.op(8, u"one more"_s, ",\"reqInt\":2");
        QCOMPARE(rooms->bob.refusedTwice(8, u""_s), 5104);
        rooms->bob.op(17, last);
        QVERIFY(rooms->bob.confirmed(17, last));
        rooms->bob.op(8, u"again"_s, ",\"reqInt\":2");
        QVERIFY(rooms->bob.ack().ok);
    }
};

QTEST_GUILESS_MAIN(tst_RoomLimits)
#include "tst_room_limits.moc"
