// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/room_book.h"
#include "node/room_rules.h"

#include <QTest>

using namespace timbre::node;
using namespace Qt::StringLiterals;
using timbre::protocol::BusinessOp;
using timbre::protocol::ErrorCode;

namespace {

constexpr Membership stranger{};
constexpr Membership applicant{Stance::Added, Stance::None, 0};
constexpr Membership member{Stance::Added, Stance::Added, 0};
constexpr Membership manager{Stance::Added, Stance::Added, 1};
constexpr Membership left{Stance::Blocked, Stance::None, 0}; // blocked the room
constexpr Membership banned{Stance::None, Stance::Blocked, 0};
constexpr Membership both{Stance::Blocked, Stance::Blocked, 0};

constexpr auto nobody = RoomRole::None;
constexpr auto runs = RoomRole::Manager;
constexpr auto founder = RoomRole::Founder;

} // namespace

// Who may do what to whom in a room, and the room book.
class tst_RoomRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOpenRoomLetsEverybodyInWhoIsNotBlocked()
    {
        for (const Membership &before : {stranger, applicant, left}) {
            const auto change = joinRoom(RoomKind::Open, before);
            QVERIFY(!change.error);
            QVERIFY(change.after == member);
            QCOMPARE(change.tell, BusinessOp::PassRoom);
        }
        QCOMPARE(joinRoom(RoomKind::Open, member).error, ErrorCode::HasExist);
        QCOMPARE(joinRoom(RoomKind::Open, banned).error, ErrorCode::Blocked);
        QCOMPARE(joinRoom(RoomKind::Open, both).error, ErrorCode::Blocked);
    }
    void aPrivateRoomTakesApplications()
    {
        for (const Membership &before : {stranger, applicant, left}) {
            const auto change = joinRoom(RoomKind::Private, before);
            QVERIFY(!change.error);
            QVERIFY(change.after == applicant);
            QCOMPARE(change.tell, BusinessOp::JoinRoom);
        }
        QCOMPARE(joinRoom(RoomKind::Private, member).error, ErrorCode::HasExist);
        QCOMPARE(joinRoom(RoomKind::Private, banned).error, ErrorCode::Blocked);
    }
    void pullingIn_data()
    {
        QTest::addColumn<RoomKind>("kind");
        QTest::addColumn<RoomRole>("actor");
        QTest::addColumn<Membership>("before");
        QTest::addColumn<int>("error");
        QTest::addColumn<int>("told");
        const auto open = RoomKind::Open;
        const auto closed = RoomKind::Private;
        QTest::newRow("stranger by nobody, private") << closed << nobody << stranger << 4105 << 0;
        QTest::newRow("applicant by nobody, private") << closed << nobody << applicant << 4105 << 0;
        QTest::newRow("stranger by nobody, open") << open << nobody << stranger << 0 << 12;
        QTest::newRow("applicant by manager") << closed << runs << applicant << 0 << 10;
        QTest::newRow("stranger by manager") << closed << runs << stranger << 0 << 12;
        QTest::newRow("stranger by founder") << closed << founder << stranger << 0 << 12;
        QTest::newRow("member") << closed << founder << member << 4101 << 0;
        QTest::newRow("who blocked the room") << closed << founder << left << 4110 << 0;
        QTest::newRow("who blocked the open room") << open << nobody << left << 4110 << 0;
        QTest::newRow("banned by nobody, open") << open << nobody << banned << 4105 << 0;
        QTest::newRow("banned by manager") << open << runs << banned << 0 << 12;
        QTest::newRow("both blocked") << open << founder << both << 4110 << 0;
    }
    void pullingIn()
    {
        QFETCH(RoomKind, kind);
        QFETCH(RoomRole, actor);
        QFETCH(Membership, before);
        const auto change = pullIn(kind, {actor, nobody}, before);
        QTEST(int(change.error.value_or(ErrorCode(0))), "error");
        QTEST(int(change.tell.value_or(BusinessOp(0))), "told");
        QVERIFY(change.after == (change.error ? before : member));
    }
    void rejectingNeedsAnApplication()
    {
        QCOMPARE(rejectRoom({nobody, nobody}, applicant).error, ErrorCode::PermissionDenied);
        const auto change = rejectRoom({runs, nobody}, applicant);
        QVERIFY(!change.error);
        QVERIFY(change.after == stranger);
        QCOMPARE(change.tell, BusinessOp::RejectRoom);
        QCOMPARE(rejectRoom({runs, nobody}, stranger).error, ErrorCode::NoExist);
        for (const Membership &before : {member, left, banned})
            QCOMPARE(rejectRoom({founder, nobody}, before).error, ErrorCode::ExpireOp);
    }
    void onlyThoseAboveRemove_data()
    {
        QTest::addColumn<RoomRole>("actor");
        QTest::addColumn<RoomRole>("target");
        QTest::addColumn<bool>("may");
        QTest::newRow("nobody, nobody") << nobody << nobody << false;
        QTest::newRow("nobody, manager") << nobody << runs << false;
        QTest::newRow("nobody, founder") << nobody << founder << false;
        QTest::newRow("manager, nobody") << runs << nobody << true;
        QTest::newRow("manager, manager") << runs << runs << false;
        QTest::newRow("manager, founder") << runs << founder << false;
        QTest::newRow("founder, nobody") << founder << nobody << true;
        QTest::newRow("founder, manager") << founder << runs << true;
    }
    void onlyThoseAboveRemove()
    {
        QFETCH(RoomRole, actor);
        QFETCH(RoomRole, target);
        QFETCH(bool, may);
        for (const auto rule : {&kick, &blockMember}) {
            const auto change = rule({actor, target}, manager);
            QCOMPARE(!change.error, may);
            if (may)
                QCOMPARE(change.after.manager, 0);
            else
                QCOMPARE(change.error, ErrorCode::PermissionDenied);
        }
    }
    void kickingEndsEverythingButThePersonsOwnBlock()
    {
        QVERIFY(kick({founder, nobody}, member).after == stranger);
        QCOMPARE(kick({founder, nobody}, member).tell, BusinessOp::Kick);
        QVERIFY(kick({founder, nobody}, applicant).after == stranger);
        QVERIFY(kick({founder, nobody}, banned).after == stranger); // lifts the room's block
        QVERIFY(kick({founder, nobody}, both).after == left);
        QVERIFY(!kick({founder, nobody}, both).tell);
        QCOMPARE(kick({founder, nobody}, stranger).error, ErrorCode::NoExist);
    }
    void blocksOfBothSidesAreKeptApart()
    {
        QVERIFY(blockMember({runs, nobody}, member).after == banned);
        QVERIFY(!blockMember({runs, nobody}, member).tell);
        QVERIFY(blockMember({runs, nobody}, left).after == both);
        QVERIFY(blockMember({runs, nobody}, stranger).after == banned);
        QVERIFY(blockRoom({nobody, nobody}, member).after == left);
        QVERIFY(blockRoom({nobody, nobody}, banned).after == both);
        QVERIFY(blockRoom({runs, runs}, manager).after == left);
        QCOMPARE(blockRoom({founder, founder}, member).error, ErrorCode::PermissionDenied);
    }
    void leavingLiftsTheOwnBlockOnly()
    {
        QVERIFY(leaveRoom({nobody, nobody}, member).after == stranger);
        QVERIFY(leaveRoom({nobody, nobody}, applicant).after == stranger);
        QVERIFY(leaveRoom({nobody, nobody}, left).after == stranger);
        QVERIFY(leaveRoom({nobody, nobody}, both).after == banned);
        QVERIFY(leaveRoom({runs, runs}, manager).after == stranger);
        QCOMPARE(leaveRoom({nobody, nobody}, stranger).error, ErrorCode::NoExist);
        QCOMPARE(leaveRoom({founder, founder}, member).error, ErrorCode::PermissionDenied);
    }
    void theBookKnowsWhoIsInAfterManyChanges()
    {
        RoomBook book;
        book.load({{u"r"_s, {u"a"_s, u"b"_s, u"c"_s}}, {u"empty"_s, {}}});
        QVERIFY(book.isOpen(u"empty"_s));
        QVERIFY(!book.isOpen(u"other"_s));
        book.add(u"r"_s, u"a"_s); // again: still once
        QCOMPARE(book.members(u"r"_s).size(), 3);
        book.remove(u"r"_s, u"a"_s); // the last takes its place
        book.remove(u"r"_s, u"c"_s);
        book.remove(u"r"_s, u"nobody"_s);
        QCOMPARE(book.members(u"r"_s), QStringList{u"b"_s});
        QVERIFY(book.isMember(u"r"_s, u"b"_s));
        QVERIFY(!book.isMember(u"r"_s, u"c"_s));
        QVERIFY(!book.isMember(u"empty"_s, u"b"_s));
        book.add(u"new"_s, u"a"_s);
        QVERIFY(book.isOpen(u"new"_s));
        book.remove(u"r"_s);
        QVERIFY(!book.isOpen(u"r"_s) && !book.isMember(u"r"_s, u"b"_s));
        // Against a plain set, many steps.
        QSet<QString> model;
        quint32 seed = 1;
        for (int i = 0; i < 5000; ++i) {
            seed = seed * 1664525 + 1013904223;
            const QString node = QString::number(seed >> 24);
            if (seed & 0x800000) {
                book.add(u"x"_s, node);
                model.insert(node);
            } else {
                book.remove(u"x"_s, node);
                model.remove(node);
            }
            QCOMPARE(book.isMember(u"x"_s, node), model.contains(node));
        }
        const QStringList members = book.members(u"x"_s);
        QCOMPARE(members.size(), model.size());
        QCOMPARE(QSet<QString>(members.begin(), members.end()), model);
    }
};

QTEST_GUILESS_MAIN(tst_RoomRules)
#include "tst_room_rules.moc"
