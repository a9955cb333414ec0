// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/memory_message_store.h"
#include "core/session.h"
#include "net/account_client.h"
#include "net/connection_manager.h"
#include "node/node.h"
#include "support/memory_store.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace timbre;
using namespace timbre::core;
using namespace timbre::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000; // ms; hashing passwords on a busy machine

struct Person {
    Person(const QString &account, Clock &clock, Random &random) :
        name(account),
        manager(clock, random, u"live"_s),
        session(std::make_unique<Session>(manager, store, messages, clock, random))
    {
    }
    ContactId id() const { return manager.ownId(); }
    QList<ChatMessage> with(const Person &other) const
    {
        return session->conversations().recent(ConversationId::with(other.id()), 1'000);
    }
    QStringList texts(const Person &other) const
    {
        QStringList list;
        for (const ChatMessage &message : with(other))
            list.append(message.text);
        return list;
    }
    int count(const Person &other, MessageState state) const
    {
        const QList<ChatMessage> all = with(other);
        return int(std::count_if(all.begin(), all.end(), [=](const auto &one) { return one.state == state; }));
    }

    QString name;
    MemoryStore store;
    MemoryMessageStore messages;
    net::ConnectionManager manager;
    std::unique_ptr<Session> session;
};

} // namespace

// Conversations over sockets with the real node (or, with TIMBRE_LIVE_SERVER=ws://…/tim in the environment, any tim
// server). Alice and Bob write to each other; Carol, a contact of both, must hear nothing.
class tst_ConversationLive : public QObject
{
    Q_OBJECT

private:
    SystemClock m_clock;
    SystemRandom m_random;
    QTemporaryDir m_folder;
    std::unique_ptr<node::Node> m_node;
    QUrl m_url;
    std::unique_ptr<net::AccountClient> m_accounts;
    std::unique_ptr<Person> alice;
    std::unique_ptr<Person> bob;
    std::unique_ptr<Person> carol;

    std::unique_ptr<Person> makePerson(const QString &name)
    {
        auto person
            = std::make_unique<Person>(u"%1-%2"_s.arg(name).arg(QCoreApplication::applicationPid()), m_clock, m_random);
        bool isMade = false;
        m_accounts->registerAccount({m_url}, {person->name, {}, Credentials::Kind::Password, u"pw"_s}, this,
                                    [&](const net::AccountResult &result) { isMade = result.hasValue(); });
        if (!QTest::qWaitFor([&] { return isMade; }, patience))
            qWarning("no account");
        signIn(*person);
        return person;
    }
    void signIn(Person &person)
    {
        person.manager.signIn({{m_url}}, {person.name, {}, Credentials::Kind::Password, u"pw"_s});
        if (!QTest::qWaitFor([&] { return person.manager.status().state == ConnectionState::Online; }, patience))
            qWarning("no sign-in");
    }
    void signOut(Person &person)
    {
        person.session->signOut();
        if (!QTest::qWaitFor([&] { return person.manager.status().state == ConnectionState::Offline; }, patience))
            qWarning("no sign-out");
    }
    void befriend(Person &a, Person &b)
    {
        a.session->addContact(b.id().node(), u"hello"_s, {});
        QTRY_VERIFY_WITH_TIMEOUT(b.session->roster().contact(a.id()).has_value(), patience);
        b.session->accept(a.id());
        QTRY_VERIFY_WITH_TIMEOUT(a.session->roster().isAccepted(b.id()) && b.session->roster().isAccepted(a.id()),
                                 patience);
    }
    void sendAll(const QStringList &texts)
    {
        for (const QString &text : texts)
            QVERIFY(alice->session->conversations().send(bob->id(), text) != 0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_accounts = std::make_unique<net::AccountClient>(m_clock);
        m_url = QUrl(qEnvironmentVariable("TIMBRE_LIVE_SERVER"));
        if (m_url.isEmpty()) {
            node::NodeConfig config;
            config.dataFolder = m_folder.filePath(u"node"_s);
            auto started = node::Node::start(config);
            QVERIFY(started);
            m_node = std::move(*started);
            m_url = QUrl(u"ws://127.0.0.1:%1/tim"_s.arg(m_node->port()));
        }
        alice = makePerson(u"alice"_s);
        bob = makePerson(u"bob"_s);
        carol = makePerson(u"carol"_s);
        befriend(*alice, *bob);
        befriend(*alice, *carol);
        befriend(*bob, *carol);
    }
    void cleanup()
    {
        QVERIFY(carol->with(*alice).isEmpty());
        QVERIFY(carol->with(*bob).isEmpty());
        QCOMPARE(carol->session->conversations().totalUnread(), 0);
    }
    void cleanupTestCase()
    {
        alice.reset();
        bob.reset();
        carol.reset();
    }

    void messagesArriveInOrderAndAreStored()
    {
        QStringList texts;
        for (int i = 0; i < 20; ++i)
            texts.append(u"line %1 😀"_s.arg(i));
        QSignalSpy received(&bob->session->conversations(), &Conversations::messageReceived);
        sendAll(texts);
        QTRY_COMPARE_WITH_TIMEOUT(bob->texts(*alice), texts, patience);
        QTRY_COMPARE_WITH_TIMEOUT(alice->count(*bob, MessageState::Sent), 20, patience);
        QCOMPARE(alice->texts(*bob), texts);
        QCOMPARE(received.size(), 20);
        QCOMPARE(received.constFirst().at(1).toBool(), false);
        QCOMPARE(bob->session->conversations().unread(alice->id()), 20);
        const QList<ChatMessage> hers = alice->with(*bob);
        const QList<ChatMessage> his = bob->with(*alice);
        for (int i = 0; i < 20; ++i) {
            QVERIFY(hers.at(i).mid > 0);
            QCOMPARE(hers.at(i).mid, his.at(i).mid);
            QCOMPARE(hers.at(i).time, his.at(i).time);
            QCOMPARE(hers.at(i).clientId, his.at(i).clientId);
        }
        bob->session->conversations().markRead(alice->id());
    }

    void whatIsWrittenMeanwhileWaitsOnTheServer()
    {
        const qsizetype before = bob->with(*alice).size();
        signOut(*bob);
        QStringList texts;
        for (int i = 0; i < 25; ++i) // more than two batches
            texts.append(u"meanwhile %1"_s.arg(i));
        sendAll(texts);
        QTRY_COMPARE_WITH_TIMEOUT(alice->count(*bob, MessageState::Waiting), 0, patience);
        signIn(*bob);
        QTRY_COMPARE_WITH_TIMEOUT(bob->texts(*alice).mid(before), texts, patience);
        QVERIFY(bob->with(*alice).constLast().waited);
        QCOMPARE(bob->session->conversations().unread(alice->id()), 25);
        bob->session->conversations().markRead(alice->id());
    }

    void whatIsWrittenWithoutALineIsSentLater()
    {
        const qsizetype before = bob->with(*alice).size();
        signOut(*alice);
        sendAll({u"first"_s, u"second"_s});
        QCOMPARE(alice->count(*bob, MessageState::Waiting), 2);
        signIn(*alice);
        QTRY_COMPARE_WITH_TIMEOUT(bob->texts(*alice).mid(before), (QStringList{u"first"_s, u"second"_s}), patience);
        QTRY_COMPARE_WITH_TIMEOUT(alice->count(*bob, MessageState::Waiting), 0, patience);
    }

    // The program ended between sending and echo: the server's history says that the message is there.
    void storedMessageIsNotSentTwice()
    {
        sendAll({u"once"_s});
        QTRY_COMPARE_WITH_TIMEOUT(alice->count(*bob, MessageState::Waiting), 0, patience);
        QTRY_COMPARE_WITH_TIMEOUT(bob->texts(*alice).constLast(), u"once"_s, patience);
        const qsizetype before = bob->with(*alice).size();
        signOut(*alice);
        alice->session.reset();
        ChatMessage &last = alice->messages.messages.last();
        QCOMPARE(last.text, u"once"_s);
        last.state = MessageState::Waiting;
        last.mid = 0;
        alice->session = std::make_unique<Session>(alice->manager, alice->store, alice->messages, m_clock, m_random);
        signIn(*alice);
        sendAll({u"after"_s});
        QTRY_COMPARE_WITH_TIMEOUT(bob->texts(*alice).mid(before), QStringList{u"after"_s}, patience);
        QTRY_COMPARE_WITH_TIMEOUT(alice->count(*bob, MessageState::Waiting), 0, patience);
        QCOMPARE(alice->messages.messages.value(last.id).state, MessageState::Sent);
    }

    void afreshStartFindsTheHistory()
    {
        Person again(bob->name, m_clock, m_random);
        const QStringList known = bob->texts(*alice);
        signOut(*bob);
        signIn(again);
        again.session->conversations().open(alice->id());
        QTRY_COMPARE_WITH_TIMEOUT(again.texts(*alice), known.mid(known.size() - std::min<qsizetype>(50, known.size())),
                                  patience);
        QCOMPARE(again.session->conversations().totalUnread(), 0);
        signOut(again);
        signIn(*bob);
    }
};

QTEST_GUILESS_MAIN(tst_ConversationLive)
#include "tst_conversation_live.moc"
