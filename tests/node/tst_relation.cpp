// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/relation.h"

#include <QTest>

using namespace timbre::node;
using timbre::protocol::BusinessOp;
using timbre::protocol::ErrorCode;

namespace {

constexpr Relation strangers{};
constexpr Relation iAsked{Stance::Added, Stance::None};
constexpr Relation askedMe{Stance::None, Stance::Added};
constexpr Relation friends{Stance::Added, Stance::Added};
constexpr Relation iBlocked{Stance::Blocked, Stance::None};
constexpr Relation blockedMe{Stance::None, Stance::Blocked};

} // namespace

class tst_Relation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFirstRequestMakesNoFriends()
    {
        const auto change = addFriend(strangers);
        QVERIFY(change.relation == iAsked);
        QVERIFY(!change.relation.friends());
        QCOMPARE(change.tellPeer, BusinessOp::AddFriend);
        QVERIFY(!change.tellMe);
    }
    // tim fills both rosters here (protocol.md 7.2); consent of one side must stay consent of one
    // side.
    void askingTwiceMakesNoFriends()
    {
        const auto change = addFriend(addFriend(strangers).relation);
        QVERIFY(!change.relation.friends());
        QCOMPARE(change.tellPeer, BusinessOp::AddFriend);
    }
    void acceptingTellsBothSides()
    {
        const auto change = addFriend(askedMe);
        QVERIFY(change.relation.friends());
        QCOMPARE(change.tellPeer, BusinessOp::Friend);
        QVERIFY(change.tellMe);
    }
    void addingAFriendAgainIsRefusedButRepeated()
    {
        const auto change = addFriend(friends);
        QCOMPARE(change.error, ErrorCode::Repeat);
        QCOMPARE(change.tellPeer, BusinessOp::Friend);
        QVERIFY(change.relation.friends());
    }
    void aBlockedPersonCannotAsk()
    {
        const auto change = addFriend(blockedMe);
        QCOMPARE(change.error, ErrorCode::Blocked);
        QVERIFY(change.relation == blockedMe);
        QVERIFY(!change.tellPeer);
    }
    void removingEndsBothSides()
    {
        const auto change = removeFriend(friends);
        QVERIFY(change.relation.none());
        QCOMPARE(change.tellPeer, BusinessOp::RemoveFriend);
    }
    void removingAStrangerIsAnError() { QCOMPARE(removeFriend(strangers).error, ErrorCode::Params); }
    void removingLiftsMyBlockOnly()
    {
        QVERIFY(removeFriend(iBlocked).relation.none());
        const auto change = removeFriend({Stance::Blocked, Stance::Blocked});
        QVERIFY(change.relation == blockedMe);
        QVERIFY(!change.tellPeer);
    }
    void blockingAFriendIsSilentAndEndsTheFriendship()
    {
        const auto change = blockUser(friends);
        QVERIFY(!change.relation.friends());
        QVERIFY(change.relation.blocked());
        QVERIFY(!change.tellPeer);
    }
    void blockingAStrangerTellsThem() { QCOMPARE(blockUser(strangers).tellPeer, BusinessOp::BlockUser); }
    void bothSidesSeeOneRelation()
    {
        QVERIFY(iAsked.seenByPeer() == askedMe);
        QVERIFY(iBlocked.seenByPeer() == blockedMe);
    }
};

QTEST_APPLESS_MAIN(tst_Relation)
#include "tst_relation.moc"
