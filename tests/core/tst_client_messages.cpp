// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "support/client_fixture.h"

#include <QSignalSpy>

using namespace timbre;
using namespace timbre::core;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using protocol::BusinessOp;
using protocol::ErrorCode;
using protocol::FrameType;
using protocol::OdType;
using Kind = CallError::Kind;

class tst_ClientMessages : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ClientFixture> f;
    const ContactId bob{u"bob"_s};
    const RoomId room{u"room"_s};

    static protocol::Message chat(const QString &from, const QString &to, qint64 mid, const QString &text = u"hi"_s)
    {
        protocol::Message message = ClientFixture::message(OdType::Chat, from, to);
        message.mid = mid;
        message.dataString = text;
        return message;
    }
    // What the server makes of the message sent last.
    protocol::Message echo(qint64 mid) const
    {
        auto copy = f->lastSent<protocol::Message>();
        copy.fromTid.emplace().node = u"me"_s;
        copy.mid = mid;
        copy.timestamp = 1'795'426'416'944'103'313;
        return copy;
    }
    static QStringList texts(const QList<protocol::Message> &messages)
    {
        QStringList list;
        for (const protocol::Message &message : messages)
            list += message.dataString.value_or(QString());
        return list;
    }

private Q_SLOTS:
    void init() { f = std::make_unique<ClientFixture>(); }
    void cleanup() { f.reset(); }

    void theEchoIsTheReceipt()
    {
        QSignalSpy received(f->client.get(), &Client::messageReceived);
        Outcome<Receipt> sent;
        MessageContent content;
        content.text = u"hello"_s;
        content.binary = "\1\2"_ba;
        content.udtype = 3;
        content.extend.insert(u"k"_s, u"v"_s);
        f->client->sendMessage(Conversation::with(bob), content, &f->context, sent.record());
        const auto message = f->lastSent<protocol::Message>();
        QCOMPARE(message.msType, qint8(2));
        QCOMPARE(message.odType, qint8(1));
        QVERIFY(message.id.value_or(0) > 0 && *message.id < (qint64(1) << 53));
        QCOMPARE(message.toTid->node, u"bob"_s);
        QVERIFY(!message.roomTid && !message.fromTid && !message.toList && !message.mid && !message.isOffline);
        QCOMPARE(message.dataString, u"hello"_s);
        QCOMPARE(message.dataBinary, "\1\2"_ba);
        QCOMPARE(message.udtype, qint16(3));
        QVERIFY(!message.udshow);
        QCOMPARE(message.extend->value(u"k"_s), u"v"_s);

        // Somebody else who sends the same id, and another message of another device of ours.
        protocol::Message forged = echo(1);
        forged.fromTid->node = u"bob"_s;
        forged.toTid->node = u"me"_s;
        f->receive(forged);
        protocol::Message other = echo(2);
        other.id = *message.id ^ 1;
        f->receive(other);
        QVERIFY(sent.isPending());
        QCOMPARE(received.size(), 2);
        f->receive(echo(42));
        QVERIFY(sent.isSuccess());
        QCOMPARE(sent.value().id, *message.id);
        QCOMPARE(sent.value().mid, 42);
        QCOMPARE(sent.value().timestamp, 1'795'426'416'944'103'313);
        QCOMPARE(received.size(), 2); // the receipt is no message
    }

    void inARoomTheOwnCopyIsTheReceipt()
    {
        QSignalSpy received(f->client.get(), &Client::messageReceived);
        Outcome<Receipt> sent;
        f->client->sendMessage(Conversation::in(room), {}, &f->context, sent.record());
        const auto message = f->lastSent<protocol::Message>();
        QCOMPARE(message.msType, qint8(3));
        QCOMPARE(message.roomTid->node, u"room"_s);
        QVERIFY(!message.toTid);
        f->receive(echo(9));
        f->receive(echo(9)); // sync frames are repeated
        QCOMPARE(sent.value().mid, 9);
        QVERIFY(received.isEmpty());
    }

    void privatelyInARoomGoesToOne()
    {
        Outcome<Receipt> sent;
        f->client->sendMessage(Conversation::privately(room, bob), {}, &f->context, sent.record());
        const auto message = f->lastSent<protocol::Message>();
        QCOMPARE(message.msType, qint8(2));
        QCOMPARE(message.toTid->node, u"bob"_s);
        QCOMPARE(message.roomTid->node, u"room"_s);
        f->receive(echo(9));
        QVERIFY(sent.isSuccess());
    }

    void aServerWithoutHistoryGivesNoMid()
    {
        Outcome<Receipt> sent;
        f->client->sendMessage(Conversation::with(bob), {}, &f->context, sent.record());
        protocol::Message copy = echo(0);
        copy.mid.reset();
        f->receive(copy);
        QVERIFY(sent.isSuccess());
        QCOMPARE(sent.value().mid, 0);
    }

    void customAndStreamMessagesHaveTheirOdType()
    {
        Outcome<Success> done;
        f->client->sendCustom(bob, 40, {}, &f->context, done.record());
        QCOMPARE(f->lastSent<protocol::Message>().odType, qint8(40));
        QVERIFY(f->lastSent<protocol::Message>().id.has_value()); // what the other side knows copies by
        f->client->sendStream(Conversation::in(room), {}, &f->context, done.record());
        QCOMPARE(f->lastSent<protocol::Message>().odType, qint8(5));
        QCOMPARE(f->lastSent<protocol::Message>().msType, qint8(3));
    }

    void aRevokeBetweenUsersEndsWithTheOwnCopy()
    {
        QSignalSpy revokes(f->client.get(), &Client::messageRevoked);
        Outcome<Success> revoked;
        f->client->revoke(Conversation::with(bob), 18, &f->context, revoked.record());
        QCOMPARE(f->lastType(), FrameType::RevokeMessage);
        const auto sent = f->lastSent<protocol::Message>();
        QCOMPARE(sent.msType, qint8(2));
        QCOMPARE(sent.odType, qint8(2));
        QCOMPARE(sent.mid, 18);
        QCOMPARE(sent.toTid->node, u"bob"_s);
        auto copy = [](const QString &from, const QString &to, qint64 mid, qint64 id) {
            protocol::Message message = ClientFixture::message(OdType::Revoke, from, to);
            message.mid = mid;
            message.id = id;
            return message;
        };
        f->receive(copy(u"bob"_s, u"me"_s, 18, 1)); // theirs
        f->receive(copy(u"me"_s, u"carol"_s, 18, 2)); // another conversation
        f->receive(copy(u"me"_s, u"bob"_s, 17, 3));
        f->ack(FrameType::RevokeMessage, 3, {}, {}, 18); // of rooms only
        QVERIFY(revoked.isPending());
        f->receive(copy(u"me"_s, u"bob"_s, 18, 4));
        QVERIFY(revoked.isSuccess());
        QCOMPARE(revokes.size(), 4);
        const auto gone = revokes.first().first().value<MessageGone>();
        QCOMPARE(gone.conversation, Conversation::with(bob));
        QCOMPARE(gone.by, bob);
        QCOMPARE(gone.mid, 18);
    }

    void aRevokeInARoomEndsWithAnAck()
    {
        Outcome<Success> revoked;
        f->client->revoke(Conversation::in(room), 20, &f->context, revoked.record());
        QCOMPARE(f->lastSent<protocol::Message>().msType, qint8(3));
        f->ack(FrameType::RevokeMessage, 3, u"other"_s, {}, 20);
        f->ack(FrameType::RevokeMessage, 3, u"room"_s, {}, 21);
        QVERIFY(revoked.isPending());
        f->ack(FrameType::RevokeMessage, 3, u"room"_s, {}, 20);
        QVERIFY(revoked.isSuccess());
    }

    void aBurnEndsWithTheOwnCopy()
    {
        QSignalSpy burns(f->client.get(), &Client::messageBurned);
        Outcome<Success> burned;
        f->client->burn(bob, 19, &f->context, burned.record());
        QCOMPARE(f->lastType(), FrameType::BurnMessage);
        QCOMPARE(f->lastSent<protocol::Message>().odType, qint8(3));
        protocol::Message copy = ClientFixture::message(OdType::Burn, u"me"_s, u"bob"_s);
        copy.mid = 19;
        copy.id = 5;
        f->receive(copy);
        QVERIFY(burned.isSuccess());
        QCOMPARE(burns.size(), 1);
    }

    void historyIsAPage()
    {
        Outcome<Listing<protocol::Message>> page;
        f->client->history(Conversation::with(bob), {30, 0, 5}, &f->context, page.record());
        const auto request = f->lastSent<protocol::Request>();
        QCOMPARE(request.rtype, 1);
        QCOMPARE(request.node, u"bob"_s);
        QCOMPARE(request.reqInt, 30);
        QCOMPARE(request.reqInt2, 5);
        QVERIFY(!request.node2);
        protocol::MessageList list;
        list.messageList = {chat(u"carol"_s, u"me"_s, 30)}; // late, of another conversation
        f->connection.receive(FrameType::PullMessages, list);
        QVERIFY(page.isPending());
        list.messageList = {chat(u"me"_s, u"bob"_s, 30, u"new"_s), chat(u"bob"_s, u"me"_s, 29, u"old"_s)};
        f->connection.receive(FrameType::PullMessages, list);
        QVERIFY(page.isSuccess());
        QVERIFY(page.value().answered);
        QCOMPARE(texts(page.value().items), (QStringList{u"new"_s, u"old"_s}));
    }

    void historyOfARoomByTime()
    {
        Outcome<Listing<protocol::Message>> page;
        f->client->history(Conversation::in(room), {0, 1'795'426'416'944'103'313, 0}, &f->context, page.record());
        const auto request = f->lastSent<protocol::Request>();
        QCOMPARE(request.rtype, 2);
        QCOMPARE(request.node, u"room"_s);
        QCOMPARE(request.node2, u"1795426416944103313"_s);
        QCOMPARE(request.reqInt, 0); // tim wants all four
        QCOMPARE(request.reqInt2, 1); // 0 would be all there is
        protocol::MessageList list;
        list.messageList = {ClientFixture::message(OdType::Chat, u"bob"_s, {}, u"room"_s)};
        f->connection.receive(FrameType::PullMessages, list);
        QCOMPARE(page.value().items.size(), 1);
    }

    // tim stops after ten and without an end (protocol.md 6.4).
    void offlineMessagesAreFetchedToTheEnd()
    {
        QSignalSpy waiting(f->client.get(), &Client::offlineMessagesReceived);
        Outcome<OfflineMessages> fetched;
        f->client->offlineMessages(&f->context, fetched.record());
        QCOMPARE(f->connection.count(FrameType::OfflineMessages), 1);
        f->receiveWaiting({chat(u"bob"_s, u"me"_s, 1, u"a"_s), chat(u"bob"_s, u"me"_s, 2, u"b"_s)});
        QCOMPARE(f->connection.count(FrameType::OfflineMessages), 2);
        f->clock.advance(limits::offlineMessages - Milliseconds(1)); // from the last batch
        f->receiveWaiting({chat(u"bob"_s, u"me"_s, 2, u"b"_s), chat(u"bob"_s, u"me"_s, 3, u"c"_s)});
        QCOMPARE(f->connection.count(FrameType::OfflineMessages), 3);
        QVERIFY(fetched.isPending());
        f->connection.receive(FrameType::OfflineMessagesEnd);
        QVERIFY(fetched.isSuccess());
        QVERIFY(fetched.value().complete);
        QCOMPARE(texts(fetched.value().messages), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        QVERIFY(waiting.isEmpty());
    }

    void offlineMessagesWithoutAnEndAreIncomplete()
    {
        Outcome<OfflineMessages> fetched;
        f->client->offlineMessages(&f->context, fetched.record());
        f->receiveWaiting({chat(u"bob"_s, u"me"_s, 1, u"a"_s)});
        f->clock.advance(limits::offlineMessages);
        QVERIFY(fetched.isSuccess());
        QVERIFY(!fetched.value().complete);
        QCOMPARE(fetched.value().messages.size(), 1);
    }

    void aServerThatNeverEndsIsLeft()
    {
        Outcome<OfflineMessages> fetched;
        f->client->offlineMessages(&f->context, fetched.record());
        int batches = 0;
        while (fetched.isPending() && batches < 5'000) {
            ++batches;
            f->receiveWaiting({chat(u"bob"_s, u"me"_s, 1, u"again"_s)});
        }
        QVERIFY(batches <= 1'000);
        QVERIFY(!fetched.value().complete);
        QCOMPARE(fetched.value().messages.size(), 1);
    }

    void waitingMessagesThatSomebodyElseAskedForAreTold()
    {
        QSignalSpy waiting(f->client.get(), &Client::offlineMessagesReceived);
        f->receive(chat(u"bob"_s, u"me"_s, 1, u"seen"_s));
        f->receiveWaiting({chat(u"bob"_s, u"me"_s, 1, u"seen"_s), chat(u"bob"_s, u"me"_s, 2, u"new"_s)});
        f->receiveWaiting({chat(u"bob"_s, u"me"_s, 2, u"new"_s)});
        QCOMPARE(waiting.size(), 1);
        QCOMPARE(texts(waiting.first().first().value<QList<protocol::Message>>()), QStringList{u"new"_s});
        QCOMPARE(f->connection.count(FrameType::OfflineMessages), 0); // asking is theirs
    }

    void messagesAreToldOnce()
    {
        QSignalSpy received(f->client.get(), &Client::messageReceived);
        protocol::Message message = chat(u"bob"_s, u"me"_s, 1);
        message.id = 77;
        f->receive(message);
        f->receive(message);
        QCOMPARE(received.size(), 1);
        message.mid = 2;
        f->receive(message);
        QCOMPARE(received.size(), 2);
    }

    void noticesAndRoomsAreToldWithTheirNames()
    {
        QSignalSpy notices(f->client.get(), &Client::noticeReceived);
        protocol::Message kicked = ClientFixture::notice(BusinessOp::Kick, u"bob"_s, u"me"_s, u"room"_s);
        kicked.id = 1;
        kicked.timestamp = 5;
        f->receive(kicked);
        f->receive(kicked);
        QCOMPARE(notices.size(), 1);
        const auto notice = notices.first().first().value<Notice>();
        QCOMPARE(notice.op, BusinessOp::Kick);
        QCOMPARE(notice.from, bob);
        QCOMPARE(notice.room, room);
        QCOMPARE(notice.timestamp, 5);
    }

    void anAdministratorsKickIsTold()
    {
        QSignalSpy kicked(f->client.get(), &Client::kicked);
        f->connection.setState(ConnectionState::Blocked, ConnectionProblem::WrongPassword);
        QVERIFY(kicked.isEmpty());
        f->connection.setState(ConnectionState::Blocked, ConnectionProblem::Kicked);
        QCOMPARE(kicked.size(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_ClientMessages)
#include "tst_client_messages.moc"
