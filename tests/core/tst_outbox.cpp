// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/history_fetcher.h"
#include "core/memory_message_store.h"
#include "support/chat_frames.h"

#include <QSignalSpy>
#include <QTest>

using namespace timbre;
using namespace timbre::core;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using protocol::ErrorCode;
using protocol::FrameType;

namespace {

const ContactId anna(u"anna"_s);
const ContactId ben(u"ben"_s);

} // namespace

// What we write: on disk first, sent in order, once, and honest about what became of it.
class tst_Outbox : public QObject
{
    Q_OBJECT

private:
    static MessageState stateOf(ChatFixture &f, qint64 id)
    {
        for (const QString &peer : {u"anna"_s, u"ben"_s}) {
            for (const ChatMessage &message : f.messages(peer)) {
                if (message.id == id)
                    return message.state;
            }
        }
        return MessageState::Received;
    }
    static void backOnline(ChatFixture &f)
    {
        f.connection.dropLine();
        f.connection.sent.clear();
        f.connection.bringUp();
        f.serverRoster({u"anna"_s, u"ben"_s});
        f.clock.advance(1'500);
        f.connection.receive(FrameType::OfflineMessagesEnd);
    }

private Q_SLOTS:
    void echoMakesItSent()
    {
        ChatFixture f({u"anna"_s});
        f.signIn({u"anna"_s});
        QSignalSpy added(&f.conversations(), &Conversations::messageAdded);
        QSignalSpy changed(&f.conversations(), &Conversations::messageChanged);
        QSignalSpy received(&f.conversations(), &Conversations::messageReceived);
        const qint64 id = f.conversations().send(anna, u"  hello\n"_s);
        QCOMPARE(added.size(), 1);
        QCOMPARE(f.sentTexts(), QStringList{u"hello"_s});
        const protocol::Message sent = f.sentChats().constFirst();
        QCOMPARE(sent.toTid->node, u"anna"_s);
        QCOMPARE(sent.extend->value(Outbox::clientIdKey()).toLongLong(), *sent.id);
        QCOMPARE(stateOf(f, id), MessageState::Waiting);
        f.clock.advance(400);
        f.echo(sent, 12);
        QCOMPARE(stateOf(f, id), MessageState::Sent);
        QCOMPARE(f.messages(u"anna"_s).constFirst().mid, 12);
        QCOMPARE(f.messages(u"anna"_s).constFirst().time, f.clock.wall());
        f.echo(sent, 12);
        QCOMPARE(added.size(), 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(received.size(), 0);
        QCOMPARE(f.conversations().totalUnread(), 0);
    }

    void nothingIsSentOfNothing()
    {
        ChatFixture f({u"anna"_s});
        f.signIn({u"anna"_s});
        QCOMPARE(f.conversations().send(anna, u" \n\u200B"_s), 0);
        QVERIFY(f.sentChats().isEmpty());
        QVERIFY(f.messages(u"anna"_s).isEmpty());
    }

    void oneLeavesAfterTheOtherIsStored()
    {
        ChatFixture f({u"anna"_s, u"ben"_s});
        f.signIn({u"anna"_s, u"ben"_s});
        f.conversations().send(anna, u"one"_s);
        f.conversations().send(ben, u"two"_s);
        f.conversations().send(anna, u"three"_s);
        QCOMPARE(f.sentTexts(), QStringList{u"one"_s});
        f.echo(f.sentChats().constLast(), 1);
        f.echo(f.sentChats().constLast(), 1);
        f.echo(f.sentChats().constLast(), 2);
        QCOMPARE(f.sentTexts(), (QStringList{u"one"_s, u"two"_s, u"three"_s}));
        QCOMPARE(f.texts(u"anna"_s), (QStringList{u"one"_s, u"three"_s}));
    }

    void waitsForTheLineAndKeepsItsOrder()
    {
        ChatFixture f({u"anna"_s, u"ben"_s});
        const qint64 one = f.conversations().send(anna, u"one"_s);
        f.conversations().send(anna, u"two"_s);
        QCOMPARE(stateOf(f, one), MessageState::Waiting);
        f.clock.advance(3'600'000);
        QCOMPARE(stateOf(f, one), MessageState::Waiting);
        f.connection.bringUp();
        f.serverRoster({u"anna"_s});
        QVERIFY(f.sentChats().isEmpty()); // first what waited there
        f.clock.advance(1'500);
        f.connection.receive(FrameType::OfflineMessagesEnd);
        QCOMPARE(f.sentTexts(), QStringList{u"one"_s});
        f.echo(f.sentChats().constLast(), 1);
        QCOMPARE(f.sentTexts(), (QStringList{u"one"_s, u"two"_s}));
    }

    // The line fell between sending and echo: only the server's history knows.
    void lostEchoIsLookedForBeforeItIsSentAgain_data()
    {
        QTest::addColumn<bool>("stored");
        QTest::newRow("stored") << true;
        QTest::newRow("not-stored") << false;
    }
    void lostEchoIsLookedForBeforeItIsSentAgain()
    {
        QFETCH(bool, stored);
        ChatFixture f({u"anna"_s, u"ben"_s});
        f.signIn({u"anna"_s, u"ben"_s});
        const qint64 id = f.conversations().send(anna, u"once"_s);
        f.conversations().send(ben, u"after"_s);
        const protocol::Message sent = f.sentChats().constFirst();
        backOnline(f);
        QVERIFY(f.sentChats().isEmpty());
        QCOMPARE(f.connection.count(FrameType::PullMessages), 1);
        protocol::Message copy = f.stamped(sent); // tim's copy has no id
        copy.id.reset();
        copy.fromTid.emplace().node = u"me"_s;
        copy.mid = 5;
        if (stored)
            f.history({copy});
        else
            f.clock.advance(HistoryFetcher::answerTime);
        QCOMPARE(f.sentTexts(), QStringList{stored ? u"after"_s : u"once"_s});
        QCOMPARE(stateOf(f, id), stored ? MessageState::Sent : MessageState::Waiting);
        if (!stored) {
            QCOMPARE(f.sentChats().constFirst().id, sent.id); // by which her program knows it
            f.echo(f.sentChats().constLast(), 6);
            QCOMPARE(stateOf(f, id), MessageState::Sent);
        }
        QCOMPARE(f.texts(u"anna"_s), QStringList{u"once"_s});
    }

    void silenceIsTriedOnceMoreThenFails()
    {
        ChatFixture f({u"anna"_s});
        f.signIn({u"anna"_s});
        const qint64 id = f.conversations().send(anna, u"hello?"_s);
        const qint64 next = f.conversations().send(anna, u"next"_s);
        f.clock.advance(Outbox::echoTime);
        f.history({});
        QCOMPARE(f.sentTexts(), (QStringList{u"hello?"_s, u"hello?"_s}));
        f.clock.advance(Outbox::echoTime);
        QCOMPARE(stateOf(f, id), MessageState::Failed);
        QCOMPARE(f.messages(u"anna"_s).constFirst().problem, MessageProblem::NoAnswer);
        QCOMPARE(f.sentTexts().constLast(), u"next"_s); // it holds nothing up
        f.echo(f.sentChats().constLast(), 2);
        QCOMPARE(stateOf(f, next), MessageState::Sent);

        f.echo(f.sentChats().constFirst(), 1); // a very late one
        QCOMPARE(stateOf(f, id), MessageState::Sent);
        QCOMPARE(f.messages(u"anna"_s).size(), 2);
    }

    void refusalSaysWhy_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("problem");
        QTest::newRow("no-friends") << 4105 << int(MessageProblem::NotContacts);
        QTest::newRow("nobody") << 4106 << int(MessageProblem::NoSuchAccount);
        QTest::newRow("blocked") << 4110 << int(MessageProblem::BlockedByThem);
        QTest::newRow("database") << 5103 << int(MessageProblem::ServerError);
        QTest::newRow("unheard-of") << 1 << int(MessageProblem::ServerError);
    }
    void refusalSaysWhy()
    {
        QFETCH(int, code);
        QFETCH(int, problem);
        ChatFixture f({u"anna"_s, u"ben"_s});
        f.signIn({u"anna"_s, u"ben"_s});
        const qint64 id = f.conversations().send(anna, u"hello"_s);
        const qint64 other = f.conversations().send(ben, u"hi"_s);
        f.ack(FrameType::Message, false, ErrorCode(code));
        QCOMPARE(stateOf(f, id), MessageState::Failed);
        QCOMPARE(int(f.messages(u"anna"_s).constFirst().problem), problem);
        QCOMPARE(stateOf(f, other), MessageState::Waiting);
        QCOMPARE(f.sentTexts().constLast(), u"hi"_s);
    }

    void overloadIsWaitedOut()
    {
        ChatFixture f({u"anna"_s});
        f.signIn({u"anna"_s});
        const qint64 id = f.conversations().send(anna, u"hello"_s);
        f.ack(FrameType::Message, false, ErrorCode::Overload);
        QCOMPARE(stateOf(f, id), MessageState::Waiting);
        f.clock.advance(Outbox::overloadPause);
        QCOMPARE(f.sentChats().size(), 2);
        f.echo(f.sentChats().constLast(), 1);
        QCOMPARE(stateOf(f, id), MessageState::Sent);
    }

    void failedOnesAreSentAgainOrThrownAway()
    {
        ChatFixture f({u"anna"_s});
        f.signIn({u"anna"_s});
        const qint64 again = f.conversations().send(anna, u"again"_s);
        f.ack(FrameType::Message, false, ErrorCode::PermissionDenied);
        const qint64 away = f.conversations().send(anna, u"away"_s);
        f.ack(FrameType::Message, false, ErrorCode::PermissionDenied);
        QSignalSpy removed(&f.conversations(), &Conversations::messageRemoved);
        f.clock.advance(1'000);
        f.conversations().retry(again);
        f.conversations().discard(away);
        f.conversations().discard(again); // it is under way
        QCOMPARE(removed.size(), 1);
        QCOMPARE(f.texts(u"anna"_s), QStringList{u"again"_s});
        QCOMPARE(f.sentTexts().constLast(), u"again"_s);
        f.echo(f.sentChats().constLast(), 3);
        QCOMPARE(stateOf(f, again), MessageState::Sent);
    }

    void whatOtherDevicesSendIsOurs()
    {
        ChatFixture f({u"anna"_s});
        f.signIn({u"anna"_s});
        QSignalSpy received(&f.conversations(), &Conversations::messageReceived);
        f.echo(chatBetween(u"me"_s, u"anna"_s, u"from my phone"_s, 0), 4);
        const ChatMessage message = f.messages(u"anna"_s).constFirst();
        QVERIFY(message.mine);
        QCOMPARE(message.state, MessageState::Sent);
        QCOMPARE(received.size(), 0);
        QCOMPARE(f.conversations().unread(anna), 0);
    }

    void whatWouldGiveTheUserAwayWaits()
    {
        ChatFixture f({u"anna"_s, u"ben"_s});
        f.signIn({u"anna"_s, u"ben"_s});
        f.connection.dropLine();
        const qint64 toAnna = f.conversations().send(anna, u"to anna"_s);
        f.conversations().send(ben, u"to ben"_s);
        f.session->visibility().setStrictByDefault(true);
        f.session->status().setAvailability(Availability::Invisible);
        f.session->visibility().setAllowed(ben, true);
        f.connection.sent.clear();
        f.connection.bringUp();
        f.serverRoster({u"anna"_s, u"ben"_s});
        f.clock.advance(1'500);
        f.connection.receive(FrameType::OfflineMessagesEnd);
        QVERIFY(f.session->reveals().isHidden());
        QCOMPARE(f.sentTexts(), QStringList{u"to ben"_s}); // who may see the user does not wait behind her
        f.echo(f.sentChats().constFirst(), 7);
        QCOMPARE(f.sentTexts(), QStringList{u"to ben"_s});
        QVERIFY(f.conversations().isHeld(anna));
        QVERIFY(!f.conversations().isHeld(ben));
        QCOMPARE(stateOf(f, toAnna), MessageState::Waiting);

        f.session->reveals().revealed(anna, Reveal::Way::Wrote); // the user said so
        QCOMPARE(f.sentTexts(), (QStringList{u"to ben"_s, u"to anna"_s}));
        QVERIFY(!f.conversations().isHeld(anna));
    }
    void programThatEndedGoesOn()
    {
        FakeClock clock;
        FakeRandom random;
        MemoryStore store;
        MemoryMessageStore messages;
        {
            ScriptedConnection connection(&clock);
            Session session(connection, store, messages, clock, random);
            session.conversations().send(anna, u"one"_s);
            session.conversations().send(anna, u"two"_s);
        }
        ScriptedConnection connection(&clock);
        Session session(connection, store, messages, clock, random);
        QCOMPARE(session.conversations().recent(ConversationId::with(anna), 10).size(), 2);
        connection.bringUp();
        clock.advance(20'000); // a server that answers nothing
        const auto sent = connection.sentOf<protocol::Message>(FrameType::Message);
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent.constFirst().dataString, u"one"_s);
        session.conversations().send(anna, u"three"_s);
        QList<qint64> ids = messages.messages.keys();
        QCOMPARE(ids.size(), 3);
    }
};

QTEST_GUILESS_MAIN(tst_Outbox)
#include "tst_outbox.moc"
