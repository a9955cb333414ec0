// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/text.h"
#include "support/chat_frames.h"

#include <QSignalSpy>
#include <QTest>

using namespace timbre;
using namespace timbre::core;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using protocol::OdType;

namespace {

const ContactId anna(u"anna"_s);
const ContactId ben(u"ben"_s);

} // namespace

// What others write: kept once, in order, counted until it is read.
class tst_Conversations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesAreKeptCountedAndRead()
    {
        ChatFixture f({u"anna"_s, u"ben"_s});
        f.signIn({u"anna"_s, u"ben"_s});
        QSignalSpy received(&f.conversations(), &Conversations::messageReceived);
        QSignalSpy unread(&f.conversations(), &Conversations::unreadChanged);
        f.hear(u"ben"_s, u"first"_s, 1);
        f.clock.advance(1'000);
        f.hear(u"anna"_s, u"hello"_s, 1); // the same number in another conversation is another message
        f.hear(u"anna"_s, u"there"_s, 2);

        QCOMPARE(f.texts(u"anna"_s), (QStringList{u"hello"_s, u"there"_s}));
        const ChatMessage hello = f.messages(u"anna"_s).constFirst();
        QCOMPARE(hello.from, anna);
        QCOMPARE(hello.time, f.clock.wall());
        QVERIFY(hello.unread && !hello.mine && !hello.waited);
        QCOMPARE(f.conversations().unread(anna), 2);
        QCOMPARE(f.conversations().unread(ben), 1);
        QCOMPARE(f.conversations().totalUnread(), 3);
        QCOMPARE(f.conversations().unreadConversations(), (QList<ContactId>{ben, anna}));
        QCOMPARE(received.size(), 3);
        QCOMPARE(received.constLast().at(1).toBool(), false);
        QCOMPARE(unread.constLast(), (QVariantList{QVariant::fromValue(anna), 2}));

        f.conversations().markRead(anna);
        QCOMPARE(unread.constLast(), (QVariantList{QVariant::fromValue(anna), 0}));
        QCOMPARE(f.conversations().totalUnread(), 1);
        QCOMPARE(f.conversations().unreadConversations(), QList<ContactId>{ben});
        f.conversations().markRead(anna);
        QCOMPARE(unread.size(), 4);
    }

    void repeatedCopiesAreOneMessage()
    {
        ChatFixture f({u"anna"_s});
        f.signIn({u"anna"_s});
        for (int copy = 0; copy < 3; ++copy)
            f.hear(u"anna"_s, u"hello"_s, 7, 99);
        f.hearBatch({f.stamped(chatBetween(u"anna"_s, u"me"_s, u"hello"_s, 7))}); // the offline copy
        f.hear(u"anna"_s, u"hello"_s, 8, 99); // her program sent it again, because it missed the echo
        QCOMPARE(f.texts(u"anna"_s), QStringList{u"hello"_s});
        QCOMPARE(f.conversations().unread(anna), 1);
        f.hear(u"anna"_s, u"hello"_s, 9, 100); // she says it again
        QCOMPARE(f.conversations().unread(anna), 2);
    }

    void waitingMessagesSayThatTheyWaited()
    {
        ChatFixture f({u"anna"_s});
        f.connection.bringUp();
        f.serverRoster({u"anna"_s});
        QSignalSpy received(&f.conversations(), &Conversations::messageReceived);
        f.hearBatch({f.stamped(chatBetween(u"anna"_s, u"me"_s, u"one"_s, 1)),
                     f.stamped(chatBetween(u"anna"_s, u"me"_s, u"two"_s, 2))});
        QCOMPARE(received.size(), 2);
        QCOMPARE(received.constFirst().at(1).toBool(), true);
        QVERIFY(f.messages(u"anna"_s).constFirst().waited);
        protocol::Message forged = f.stamped(chatBetween(u"anna"_s, u"me"_s, u"live"_s, 3));
        forged.isOffline = true; // tim lets a sender say so (protocol.md 12)
        f.connection.receive(protocol::FrameType::Message, forged);
        QCOMPARE(received.constLast().at(1).toBool(), false);
    }

    void strangersAreKeptAndBlockedPeopleAreNot()
    {
        ChatFixture f({u"anna"_s});
        f.signIn({u"anna"_s});
        f.hear(u"stranger"_s, u"hi"_s, 1);
        QVERIFY(f.conversations().isStranger(ContactId(u"stranger"_s)));
        QVERIFY(!f.conversations().isStranger(anna));
        QCOMPARE(f.conversations().unread(ContactId(u"stranger"_s)), 1);
        f.session->block(ContactId(u"anna"_s));
        f.hear(u"anna"_s, u"still here"_s, 1);
        QVERIFY(f.messages(u"anna"_s).isEmpty());
    }

    void crowdOfStrangersIsBounded()
    {
        ChatFixture f({u"anna"_s});
        f.signIn({u"anna"_s});
        for (int i = 0; i < 1'000; ++i)
            f.hear(u"stranger%1"_s.arg(i), u"buy"_s, 1);
        QCOMPARE(f.conversations().totalUnread(), Conversations::mostStrangers);
        f.hear(u"stranger3"_s, u"more"_s, 2);
        f.hear(u"anna"_s, u"what is going on?"_s, 1);
        QCOMPARE(f.conversations().unread(ContactId(u"stranger3"_s)), 2);
        QCOMPARE(f.conversations().unread(anna), 1);
    }

    void hostileTextsAreCutAndCleaned()
    {
        ChatFixture f({u"anna"_s});
        f.signIn({u"anna"_s});
        f.hear(u"anna"_s, QString(1'000'000, u'x'), 1);
        f.hear(u"anna"_s, QString(100'000, u'\n') + u"end"_s, 2);
        f.hear(u"anna"_s, QString(10'000, u'\n') + u"end"_s, 3);
        f.hear(u"anna"_s, u"a\u202Eb\u0000c\u0007d\n\te"_s, 4);
        f.hear(u"anna"_s, u"\u200B\u2060 \n"_s, 5);
        f.hear(u"anna"_s, u"a"_s + QString(5'000, QChar(0x0301)), 6);
        f.hear(u"anna"_s, QString(u"l\n"_s).repeated(8'000), 7);
        f.hear(u"anna"_s, u"&#128512; <b>"_s, 8);
        const QStringList texts = f.texts(u"anna"_s);
        QCOMPARE(texts.size(), 6);
        QCOMPARE(texts.at(0).size(), longestMessage);
        QVERIFY(texts.at(0).endsWith(u'…'));
        QCOMPARE(texts.at(1), u"end"_s);
        QCOMPARE(texts.at(2), u"abcd\n    e"_s);
        QVERIFY(texts.at(3).size() < 12);
        QCOMPARE(texts.at(4).count(u'\n'), mostMessageLines - 1);
        QCOMPARE(texts.at(5), u"😀 <b>"_s);
    }

    void hostileTimesAreOurs()
    {
        ChatFixture f({u"anna"_s});
        f.signIn({u"anna"_s});
        for (const qint64 stamp : {qint64(0), qint64(-5), std::numeric_limits<qint64>::max()}) {
            protocol::Message message = chatBetween(u"anna"_s, u"me"_s, u"x"_s, f.messages(u"anna"_s).size() + 1);
            message.timestamp = stamp;
            f.connection.receive(protocol::FrameType::Message, message);
            QCOMPARE(f.messages(u"anna"_s).constLast().time, f.clock.wall());
        }
    }

    void otherKindsAreNoMessages()
    {
        ChatFixture f({u"anna"_s});
        f.signIn({u"anna"_s});
        protocol::Message message = f.stamped(chatBetween(u"anna"_s, u"me"_s, u"x"_s, 1));
        message.odType = 5; // a stream
        f.connection.receive(protocol::FrameType::Message, message);
        message.odType = 1;
        message.msType = 3; // a room
        f.connection.receive(protocol::FrameType::Message, message);
        message.msType = 2;
        message.fromTid.reset();
        f.connection.receive(protocol::FrameType::Message, message);
        f.hear(u"me"_s, u"to myself"_s, 2);
        QVERIFY(f.messages(u"anna"_s).isEmpty());
        QCOMPARE(f.conversations().totalUnread(), 0);
    }

    void takenBackMessagesLoseTheirText_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("by");
        QTest::addColumn<bool>("theirs"); // message 1 of anna goes
        QTest::addColumn<bool>("ours"); // message 2 of ours goes
        const int revoke = int(OdType::Revoke);
        const int burn = int(OdType::Burn);
        QTest::newRow("she-revokes-hers") << revoke << u"anna"_s << true << false;
        QTest::newRow("we-burn-hers") << burn << u"me"_s << true << false;
        QTest::newRow("our-other-device-revokes-ours") << revoke << u"me"_s << false << true;
        QTest::newRow("she-burns-ours") << burn << u"anna"_s << false << true;
        QTest::newRow("stranger") << revoke << u"mallory"_s << false << false;
    }
    // Both messages carry both numbers in turn, so that only who may take which decides.
    void takenBackMessagesLoseTheirText()
    {
        QFETCH(int, kind);
        QFETCH(QString, by);
        QFETCH(bool, theirs);
        QFETCH(bool, ours);
        ChatFixture f({u"anna"_s});
        f.signIn({u"anna"_s});
        f.hear(u"anna"_s, u"hers"_s, 1);
        f.conversations().send(anna, u"mine"_s);
        f.echo(f.sentChats().constLast(), 2);
        QSignalSpy told(&f.conversations(), &Conversations::takenBack);
        for (const qint64 mid : {1, 2})
            f.takeBack(OdType(kind), by, by == "me"_L1 ? u"anna"_s : u"me"_s, mid);
        const QList<ChatMessage> messages = f.messages(u"anna"_s);
        QCOMPARE(messages.size(), 2);
        QCOMPARE(messages.at(0).state == MessageState::TakenBack, theirs);
        QCOMPARE(messages.at(0).text.isEmpty(), theirs);
        QCOMPARE(messages.at(1).state == MessageState::TakenBack, ours);
        QCOMPARE(f.conversations().unread(anna), 0); // answering has read it
    }

    void takingBackAnUnreadMessageIsNoLongerUnread()
    {
        ChatFixture f({u"anna"_s});
        f.signIn({u"anna"_s});
        f.hear(u"anna"_s, u"oops"_s, 1);
        f.takeBack(OdType::Revoke, u"anna"_s, u"me"_s, 1);
        QCOMPARE(f.conversations().unread(anna), 0);
        f.hearBatch({f.stamped(chatBetween(u"anna"_s, u"me"_s, u"oops"_s, 1))});
        QCOMPARE(f.texts(u"anna"_s), QStringList{QString()});
    }

    // tim forgets which message it was while the notice waits (protocol.md 6.4): history tells.
    void waitingRevokeIsFoundOutFromHistory()
    {
        ChatFixture f({u"anna"_s});
        f.signIn({u"anna"_s});
        QList<protocol::Message> stored;
        for (int mid = 1; mid <= 4; ++mid) {
            f.hear(u"anna"_s, u"m%1"_s.arg(mid), mid);
            stored.prepend(f.stamped(chatBetween(u"anna"_s, u"me"_s, u"m%1"_s.arg(mid), mid)));
            f.clock.advance(1'000);
        }
        protocol::Message notice = chatBetween(u"anna"_s, u"me"_s, {}, 0);
        notice.odType = int(OdType::Revoke);
        f.hearBatch({notice});
        QCOMPARE(f.connection.count(protocol::FrameType::PullMessages), 1);
        stored.removeAt(1); // 4, 2, 1
        f.history(stored);
        QCOMPARE(f.texts(u"anna"_s), (QStringList{u"m1"_s, u"m2"_s, {}, u"m4"_s}));
    }

    void openingBringsWhatOtherDevicesTook()
    {
        ChatFixture f({u"anna"_s});
        f.signIn({u"anna"_s});
        const protocol::Message before = f.stamped(chatBetween(u"me"_s, u"anna"_s, u"from my phone"_s, 4));
        f.clock.advance(60'000);
        f.hear(u"anna"_s, u"live"_s, 5);
        QSignalSpy changed(&f.conversations(), &Conversations::conversationChanged);
        QSignalSpy received(&f.conversations(), &Conversations::messageReceived);
        f.conversations().open(anna);
        f.conversations().open(anna);
        QCOMPARE(f.connection.count(protocol::FrameType::PullMessages), 1);
        f.history({f.stamped(chatBetween(u"anna"_s, u"me"_s, u"live"_s, 5)), before});
        QCOMPARE(f.texts(u"anna"_s), (QStringList{u"from my phone"_s, u"live"_s}));
        QVERIFY(f.messages(u"anna"_s).constFirst().mine);
        QVERIFY(changed.size() >= 1);
        QCOMPARE(received.size(), 0);
        QCOMPARE(f.conversations().unread(anna), 1);
    }

    void memoryStaysSmallInALongConversation()
    {
        ChatFixture f({u"anna"_s});
        f.signIn({u"anna"_s});
        for (int i = 1; i <= 10'000; ++i)
            f.hear(u"anna"_s, u"message %1"_s.arg(i), i);
        QVERIFY(f.messages(u"anna"_s).size() <= Conversations::mostHeld);
        QCOMPARE(f.texts(u"anna"_s).constLast(), u"message 10000"_s);
        QCOMPARE(f.conversations().unread(anna), 10'000);
        f.conversations().markRead(anna);
        QCOMPARE(f.conversations().totalUnread(), 0);
        QList<ChatMessage> page;
        f.conversations().older(ConversationId::with(anna), f.messages(u"anna"_s).constFirst().key(), 50, this,
                                [&](const QList<ChatMessage> &messages) { page = messages; });
        QTRY_COMPARE(page.size(), 50);
        QVERIFY(page.constLast().key() < f.messages(u"anna"_s).constFirst().key());
    }
};

QTEST_GUILESS_MAIN(tst_Conversations)
#include "tst_conversations.moc"
