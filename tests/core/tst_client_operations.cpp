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
using Kind = CallError::Kind;

namespace {

// How a call ended, whatever its type.
struct Ended {
    int times = 0;
    std::optional<CallError> error;
};

struct Operation {
    FrameType type; // of its frame
    Milliseconds limit; // as documented
    bool silenceIsSuccess;
    std::function<void(Client &, QObject *, Ended &)> start;
};

auto into(Ended &ended)
{
    return [&ended](const auto &result) {
        ++ended.times;
        ended.error = result ? std::nullopt : std::optional(result.error());
    };
}

const ContactId bob(u"bob"_s);
const RoomId room(u"room"_s);
const VirtualRoomId channel(u"channel"_s);

#define CALL(...) [](Client &client, QObject *context, Ended &ended) { client.__VA_ARGS__; }

const QMap<QString, Operation> &operations()
{
    using protocol::SubStatus;
    constexpr bool isList = true;
    constexpr bool isUnanswered = true;
    constexpr bool isAnswered = false;
    const auto business = FrameType::Business;
    static const QMap<QString, Operation> all{
        {u"roster"_s, {business, limits::roster, isList, CALL(roster(context, into(ended)))}},
        {u"blockedContacts"_s,
         {business, limits::blockedContacts, isList, CALL(blockedContacts(context, into(ended)))}},
        {u"userInfos"_s, {FrameType::Nodes, limits::userInfos, isList, CALL(userInfos({bob}, context, into(ended)))}},
        {u"modifyOwnInfo"_s,
         {FrameType::Nodes, limits::modifyOwnInfo, isAnswered, CALL(modifyOwnInfo({}, context, into(ended)))}},
        {u"addContact"_s,
         {business, limits::addContact, isUnanswered, CALL(addContact(bob, u"hi"_s, context, into(ended)))}},
        {u"acceptContact"_s,
         {business, limits::acceptContact, isUnanswered, CALL(acceptContact(bob, context, into(ended)))}},
        {u"removeContact"_s,
         {business, limits::removeContact, isAnswered, CALL(removeContact(bob, context, into(ended)))}},
        {u"blockContact"_s,
         {business, limits::blockContact, isAnswered, CALL(blockContact(bob, context, into(ended)))}},
        {u"changePassword"_s,
         {business, limits::changePassword, isAnswered,
          CALL(changePassword(u"old"_s, u"new"_s, context, into(ended)))}},
        {u"broadcastPresence"_s,
         {FrameType::BroadcastPresence, limits::presence, isUnanswered,
          CALL(broadcastPresence({}, SubStatus::Ask, context, into(ended)))}},
        {u"sendPresence"_s,
         {FrameType::Presence, limits::presence, isUnanswered,
          CALL(sendPresence({bob}, {}, SubStatus::Plain, context, into(ended)))}},
        {u"sendPresence to a list"_s,
         {FrameType::Presence, limits::presence, isUnanswered,
          CALL(sendPresence({bob, ContactId(u"carol"_s)}, {}, SubStatus::Plain, context, into(ended)))}},
        {u"askPresence"_s,
         {FrameType::Presence, limits::askPresence, isAnswered, CALL(askPresence(bob, {}, context, into(ended)))}},
        {u"sendMessage"_s,
         {FrameType::Message, limits::sendMessage, isAnswered,
          CALL(sendMessage(Conversation::with(bob), {}, context, into(ended)))}},
        {u"sendCustom"_s,
         {FrameType::Message, limits::sendCustom, isUnanswered, CALL(sendCustom(bob, 40, {}, context, into(ended)))}},
        {u"sendStream"_s,
         {FrameType::Message, limits::sendStream, isUnanswered,
          CALL(sendStream(Conversation::in(room), {}, context, into(ended)))}},
        {u"revoke"_s,
         {FrameType::RevokeMessage, limits::revoke, isAnswered,
          CALL(revoke(Conversation::with(bob), 7, context, into(ended)))}},
        {u"burn"_s, {FrameType::BurnMessage, limits::burn, isAnswered, CALL(burn(bob, 7, context, into(ended)))}},
        {u"history"_s,
         {FrameType::PullMessages, limits::history, isList,
          CALL(history(Conversation::with(bob), {}, context, into(ended)))}},
        {u"offlineMessages"_s,
         {FrameType::OfflineMessages, limits::offlineMessages, isList, CALL(offlineMessages(context, into(ended)))}},
        {u"rooms"_s, {business, limits::rooms, isList, CALL(rooms(context, into(ended)))}},
        {u"createRoom"_s,
         {business, limits::createRoom, isAnswered, CALL(createRoom(u"tea"_s, RoomKind::Open, context, into(ended)))}},
        {u"joinRoom"_s, {business, limits::joinRoom, isUnanswered, CALL(joinRoom(room, {}, context, into(ended)))}},
        {u"admit"_s, {business, limits::admit, isAnswered, CALL(admit(room, bob, context, into(ended)))}},
        {u"rejectApplicant"_s,
         {business, limits::rejectApplicant, isAnswered, CALL(rejectApplicant(room, bob, context, into(ended)))}},
        {u"kick"_s, {business, limits::kick, isAnswered, CALL(kick(room, bob, context, into(ended)))}},
        {u"leaveRoom"_s, {business, limits::leaveRoom, isAnswered, CALL(leaveRoom(room, context, into(ended)))}},
        {u"cancelRoom"_s, {business, limits::cancelRoom, isAnswered, CALL(cancelRoom(room, context, into(ended)))}},
        {u"blockRoom"_s, {business, limits::blockRoom, isAnswered, CALL(blockRoom(room, context, into(ended)))}},
        {u"blockMember"_s,
         {business, limits::blockMember, isAnswered, CALL(blockMember(room, bob, context, into(ended)))}},
        {u"roomMembers"_s, {business, limits::roomMembers, isList, CALL(roomMembers(room, context, into(ended)))}},
        {u"blockedRooms"_s, {business, limits::blockedRooms, isList, CALL(blockedRooms(context, into(ended)))}},
        {u"blockedMembers"_s,
         {business, limits::blockedMembers, isList, CALL(blockedMembers(room, context, into(ended)))}},
        {u"roomInfos"_s, {FrameType::Nodes, limits::roomInfos, isList, CALL(roomInfos({room}, context, into(ended)))}},
        {u"modifyRoom"_s,
         {FrameType::Nodes, limits::modifyRoom, isAnswered, CALL(modifyRoom(room, {}, context, into(ended)))}},
        {u"createVirtualRoom"_s,
         {FrameType::VRoom, limits::createVirtualRoom, isAnswered, CALL(createVirtualRoom(context, into(ended)))}},
        {u"removeVirtualRoom"_s,
         {FrameType::VRoom, limits::removeVirtualRoom, isAnswered,
          CALL(removeVirtualRoom(channel, context, into(ended)))}},
        {u"subscribe"_s,
         {FrameType::VRoom, limits::subscribe, isAnswered,
          CALL(subscribe(channel, Subscription::Struct, context, into(ended)))}},
        {u"unsubscribe"_s,
         {FrameType::VRoom, limits::unsubscribe, isAnswered, CALL(unsubscribe(channel, context, into(ended)))}},
        {u"pushStream"_s,
         {FrameType::Stream, limits::pushStream, isUnanswered,
          CALL(pushStream(channel, "x"_ba, 1, context, into(ended)))}},
        {u"pushBinary"_s,
         {FrameType::BigBinaryStream, limits::pushBinary, isUnanswered,
          CALL(pushBinary(channel, "x"_ba, context, into(ended)))}},
        {u"sendBigString"_s,
         {FrameType::BigString, limits::bigString, isUnanswered,
          CALL(sendBigString(bob, u"x"_s, context, into(ended)))}},
        {u"sendBigBinary"_s,
         {FrameType::BigBinary, limits::bigBinary, isUnanswered,
          CALL(sendBigBinary(bob, "x"_ba, context, into(ended)))}},
    };
    return all;
}

#undef CALL

} // namespace

// What is the same for every operation: it leaves once, and ends once by refusal, silence or the end of the line.
class tst_ClientOperations : public QObject
{
    Q_OBJECT

private:
    static void rows()
    {
        QTest::addColumn<QString>("name");
        for (auto one = operations().keyBegin(); one != operations().keyEnd(); ++one)
            QTest::newRow(qPrintable(*one)) << *one;
    }

private Q_SLOTS:
    void isSentOnce_data() { rows(); }
    void isSentOnce()
    {
        QFETCH(QString, name);
        const Operation operation = operations().value(name);
        ClientFixture f;
        Ended ended;
        operation.start(*f.client, &f.context, ended);
        QCOMPARE(f.connection.sent.size(), 1);
        QCOMPARE(f.lastType(), operation.type);
        QVERIFY(!f.connection.sent.first().frame.syncId);
        f.clock.advance(60'000);
        QCOMPARE(f.connection.sent.size(), 1);
    }

    void isRefused_data() { rows(); }
    void isRefused()
    {
        QFETCH(QString, name);
        const Operation operation = operations().value(name);
        ClientFixture f;
        Ended ended;
        Ended other; // of another type, and so none of its business
        operation.start(*f.client, &f.context, ended);
        const bool isBusiness = operation.type == FrameType::Business;
        if (isBusiness)
            f.client->createVirtualRoom(&f.context, into(other));
        else
            f.client->createRoom(u"tea"_s, RoomKind::Open, &f.context, into(other));
        f.refuse(operation.type, ErrorCode::Database, {}, {}, {}, u"data\nbase \u202Eerror"_s);
        QCOMPARE(ended.times, 1);
        QCOMPARE(ended.error, (CallError{Kind::Refused, 5103, u"data base error"_s}));
        QCOMPARE(other.times, 0);
        f.clock.advance(60'000);
        QCOMPARE(ended.times, 1);
    }

    void hasItsOwnLimit_data() { rows(); }
    void hasItsOwnLimit()
    {
        QFETCH(QString, name);
        const Operation operation = operations().value(name);
        ClientFixture f;
        Ended ended;
        operation.start(*f.client, &f.context, ended);
        f.clock.advance(operation.limit - Milliseconds(1));
        QCOMPARE(ended.times, 0);
        f.clock.advance(1);
        QCOMPARE(ended.times, 1);
        QCOMPARE(!ended.error, operation.silenceIsSuccess);
        if (ended.error)
            QCOMPARE(ended.error->kind, Kind::NoAnswer);
        QCOMPARE(f.clock.activeTimers(), 0);
    }

    void endsWithTheLine_data() { rows(); }
    void endsWithTheLine()
    {
        QFETCH(QString, name);
        const Operation operation = operations().value(name);
        ClientFixture f;
        Ended ended;
        operation.start(*f.client, &f.context, ended);
        f.connection.dropLine();
        f.clock.advance(0);
        QCOMPARE(ended.times, 1);
        QVERIFY(ended.error);
        QCOMPARE(ended.error->kind, Kind::LineLost);
        f.connection.bringUp();
        f.clock.advance(60'000);
        QCOMPARE(ended.times, 1);
        QCOMPARE(f.connection.sent.size(), 1); // nothing is repeated on the next line
    }

    void needsALine_data() { rows(); }
    void needsALine()
    {
        QFETCH(QString, name);
        const Operation operation = operations().value(name);
        ClientFixture f;
        f.connection.dropLine();
        Ended ended;
        operation.start(*f.client, &f.context, ended);
        QCOMPARE(ended.times, 0); // never from inside the call
        f.clock.advance(0);
        QCOMPARE(ended.times, 1);
        QVERIFY(ended.error);
        QCOMPARE(ended.error->kind, Kind::NotConnected);
        QVERIFY(f.connection.sent.isEmpty());
    }

    void tellsNobodyWhenTheContextIsGone_data() { rows(); }
    void tellsNobodyWhenTheContextIsGone()
    {
        QFETCH(QString, name);
        const Operation operation = operations().value(name);
        ClientFixture f;
        Ended ended;
        for (const bool isRefused : {true, false}) {
            auto context = std::make_unique<QObject>();
            operation.start(*f.client, context.get(), ended);
            context.reset();
            if (isRefused)
                f.refuse(operation.type, ErrorCode::Database);
            f.clock.advance(60'000);
            QCOMPARE(ended.times, 0);
        }
    }
};

QTEST_GUILESS_MAIN(tst_ClientOperations)
#include "tst_client_operations.moc"
