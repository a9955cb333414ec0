// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "net/account_client.h"
#include "net/connection_manager.h"
#include "node/node.h"
#include "support/client_fixture.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace timbre;
using namespace timbre::core;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using protocol::BusinessOp;
using protocol::Encoding;
using protocol::SubStatus;
using Kind = CallError::Kind;

namespace {

constexpr int patience = 20'000; // ms; hashing passwords on a busy machine

// One account on its own line.
struct Person {
    Person(Clock &clock, Random &random, Encoding encoding) :
        manager(clock, random, u"live"_s),
        client(manager, clock, random)
    {
        manager.setEncoding(encoding);
        // What a bystander must not hear.
        const auto count = [this](const auto &...) { ++heard; };
        QObject::connect(&client, &Client::messageReceived, &client, count);
        QObject::connect(&client, &Client::messageRevoked, &client, count);
        QObject::connect(&client, &Client::messageBurned, &client, count);
        QObject::connect(&client, &Client::noticeReceived, &client, count);
        QObject::connect(&client, &Client::offlineMessagesReceived, &client, count);
        QObject::connect(&client, &Client::presenceReceived, &client, count);
        QObject::connect(&client, &Client::streamReceived, &client, count);
        QObject::connect(&client, &Client::binaryStreamReceived, &client, count);
        QObject::connect(&client, &Client::bigStringReceived, &client, count);
        QObject::connect(&client, &Client::bigBinaryReceived, &client, count);
    }
    ContactId id() const { return manager.ownId(); }

    net::ConnectionManager manager;
    Client client;
    QString name;
    int heard = 0;
};

// Calls and waits for the end of the call.
template <typename T, typename... Arguments> Outcome<T> done(Person &who, auto call, const Arguments &...arguments)
{
    Outcome<T> outcome;
    QObject context;
    (who.client.*call)(arguments..., &context, outcome.record());
    if (!QTest::qWaitFor([&] { return !outcome.isPending(); }, patience))
        qWarning("a call did not end");
    return outcome;
}

} // namespace

// The client library, a real ConnectionManager and the real node (or, with TIMBRE_LIVE_SERVER=ws://…/tim in the
// environment, any tim server) over sockets, in both encodings. Alice and Bob talk; Carol is nobody's contact and must
// hear nothing.
class tst_ClientLive : public QObject
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
    int m_names = 0;

    std::unique_ptr<Person> makePerson(const QString &name)
    {
        QFETCH_GLOBAL(Encoding, encoding);
        auto person = std::make_unique<Person>(m_clock, m_random, encoding);
        person->name = u"%1-%2-%3"_s.arg(name).arg(QCoreApplication::applicationPid()).arg(++m_names);
        bool isMade = false;
        m_accounts->registerAccount({m_url}, {person->name, {}, Credentials::Kind::Password, u"pw"_s}, this,
                                    [&](const net::AccountResult &result) { isMade = result.hasValue(); });
        if (!QTest::qWaitFor([&] { return isMade; }, patience))
            qWarning("no account");
        signIn(*person);
        return person;
    }
    void signIn(Person &person, const QString &password = u"pw"_s)
    {
        person.manager.signIn({{m_url}}, {person.name, {}, Credentials::Kind::Password, password});
        if (!QTest::qWaitFor([&] { return person.manager.status().state == ConnectionState::Synchronizing; }, patience))
            qWarning("no sign-in");
    }
    void befriend(Person &a, Person &b)
    {
        QSignalSpy asked(&b.client, &Client::noticeReceived);
        Outcome<Befriended> added;
        a.client.addContact(b.id(), u"hello"_s, this, added.record());
        QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 1, patience);
        const auto notice = asked.first().first().value<Notice>();
        QCOMPARE(notice.op, BusinessOp::AddFriend);
        QCOMPARE(notice.from, a.id());
        QCOMPARE(notice.text, u"hello"_s);
        QSignalSpy accepted(&a.client, &Client::noticeReceived);
        const auto accepting = done<Befriended>(b, &Client::acceptContact, a.id());
        QVERIFY(accepting.isSuccess());
        QTRY_COMPARE_WITH_TIMEOUT(accepted.size(), 1, patience);
        QCOMPARE(accepted.first().first().value<Notice>().op, BusinessOp::Friend);
        QTRY_VERIFY_WITH_TIMEOUT(added.isSuccess(), patience);
    }
    Outcome<Receipt> say(Person &who, const Conversation &to, const QString &text)
    {
        MessageContent content;
        content.text = text;
        return done<Receipt>(who, &Client::sendMessage, to, content);
    }
    static QStringList texts(const QList<protocol::Message> &messages)
    {
        QStringList list;
        for (const protocol::Message &message : messages)
            list += message.dataString.value_or(QString());
        return list;
    }
    static protocol::Message messageIn(const QSignalSpy &spy, int index)
    {
        return spy.value(index).value(0).value<protocol::Message>();
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<Encoding>("encoding");
        QTest::newRow("json") << Encoding::Json;
        QTest::newRow("thrift") << Encoding::ThriftCompact;
    }
    void initTestCase()
    {
        m_accounts = std::make_unique<net::AccountClient>(m_clock);
        m_url = QUrl(qEnvironmentVariable("TIMBRE_LIVE_SERVER"));
        if (!m_url.isEmpty())
            return;
        node::NodeConfig config;
        config.dataFolder = m_folder.filePath(u"node"_s);
        auto started = node::Node::start(config);
        QVERIFY(started);
        m_node = std::move(*started);
        m_url = QUrl(u"ws://127.0.0.1:%1/tim"_s.arg(m_node->port()));
    }
    void init()
    {
        alice = makePerson(u"alice"_s);
        bob = makePerson(u"bob"_s);
        carol = makePerson(u"carol"_s);
    }
    void cleanup()
    {
        // An answer to carol after everything else: what was meant for her would have come.
        const auto last = done<VirtualRoomId>(*carol, &Client::createVirtualRoom);
        QVERIFY(last.isSuccess());
        QCOMPARE(carol->heard, 0);
        alice.reset();
        bob.reset();
        carol.reset();
    }

    void friends()
    {
        const auto nobody = done<Listing<ContactId>>(*alice, &Client::roster);
        QVERIFY(nobody.isSuccess());
        QVERIFY(nobody.value().items.isEmpty());
        befriend(*alice, *bob);
        for (auto *person : {alice.get(), bob.get()}) {
            const auto roster = done<Listing<ContactId>>(*person, &Client::roster);
            QVERIFY(roster.value().answered);
            QCOMPARE(roster.value().items, QList<ContactId>{person == alice.get() ? bob->id() : alice->id()});
        }
        protocol::UserBean bean;
        bean.name = u"Bob 😀"_s;
        bean.extend = protocol::TextMap{{u"k"_s, u"v"_s}};
        QVERIFY(done<Success>(*bob, &Client::modifyOwnInfo, bean).isSuccess());
        const auto infos = done<Infos<ContactId, protocol::UserBean>>(*alice, &Client::userInfos, QList{bob->id()});
        QCOMPARE(infos.value().items.value(bob->id()).name, u"Bob 😀"_s);
        QVERIFY(infos.value().items.value(bob->id()).createtime.value_or(0) > 0);

        const auto again = done<Befriended>(*alice, &Client::addContact, bob->id(), QString());
        QVERIFY(again.error());
        QCOMPARE(again.error()->serverCode, 4117);
        const auto self = done<Befriended>(*alice, &Client::addContact, alice->id(), QString());
        QVERIFY(self.error());
        QCOMPARE(self.error()->serverCode, 4105);

        QSignalSpy notices(&bob->client, &Client::noticeReceived);
        QVERIFY(done<Success>(*alice, &Client::removeContact, bob->id()).isSuccess());
        QTRY_VERIFY_WITH_TIMEOUT(!notices.isEmpty(), patience);
        QCOMPARE(notices.last().first().value<Notice>().op, BusinessOp::RemoveFriend);
        QVERIFY(done<Success>(*alice, &Client::blockContact, bob->id()).isSuccess());
        const auto blocked = done<Listing<ContactId>>(*alice, &Client::blockedContacts);
        QCOMPARE(blocked.value().items, QList<ContactId>{bob->id()});
        const auto barred = done<Befriended>(*bob, &Client::addContact, alice->id(), QString());
        QVERIFY(barred.error());
        QCOMPARE(barred.error()->serverCode, 4110);
    }

    void presence()
    {
        befriend(*alice, *bob);
        QSignalSpy seen(&bob->client, &Client::presenceReceived);
        const OwnPresence busy{Availability::Busy, u"in a meeting 🍜"_s, {{u"x"_s, u"y"_s}}};
        const auto told = done<Success>(*alice, &Client::broadcastPresence, busy, SubStatus::Plain);
        QVERIFY(told.isSuccess());
        QTRY_COMPARE_WITH_TIMEOUT(seen.size(), 1, patience);
        const auto presence = seen.first().first().value<protocol::Presence>();
        QCOMPARE(presence.fromTid->node, alice->id().node());
        QCOMPARE(presence.show, qint16(4));
        QCOMPARE(presence.status, u"in a meeting 🍜"_s);
        QCOMPARE(presence.extend->value(u"x"_s), u"y"_s);

        // Bob answers those who ask.
        QObject answering;
        Outcome<Success> answers;
        connect(&bob->client, &Client::presenceReceived, &answering, [&](const protocol::Presence &asked) {
            if (asked.subStatus == qint8(SubStatus::Ask))
                bob->client.sendPresence({ContactId(asked.fromTid->node)}, {Availability::Away, u"tea"_s, {}},
                                         SubStatus::Answer, &answering, answers.record());
        });
        const auto asked = done<protocol::Presence>(*alice, &Client::askPresence, bob->id(), OwnPresence());
        QVERIFY(asked.isSuccess());
        QCOMPARE(asked.value().status, u"tea"_s);
        QCOMPARE(asked.value().subStatus, qint8(SubStatus::Answer));

        const auto nobody = done<Success>(*alice, &Client::sendPresence, QList{ContactId(u"garbage!"_s)}, OwnPresence(),
                                          SubStatus::Plain);
        QVERIFY(nobody.error());
        QCOMPARE(nobody.error()->serverCode, 4106);
    }

    void messages()
    {
        const auto stranger = say(*alice, Conversation::with(bob->id()), u"hi"_s);
        QVERIFY(stranger.error());
        QCOMPARE(stranger.error()->serverCode, 4105);
        befriend(*alice, *bob);
        QSignalSpy received(&bob->client, &Client::messageReceived);
        const auto first = say(*alice, Conversation::with(bob->id()), u"one 😀"_s);
        QVERIFY(first.isSuccess());
        QVERIFY(first.value().mid > 0);
        QVERIFY(first.value().timestamp > 0);
        const auto second = say(*alice, Conversation::with(bob->id()), u"two"_s);
        QVERIFY(second.value().mid > first.value().mid);
        QTRY_COMPARE_WITH_TIMEOUT(received.size(), 2, patience);
        QCOMPARE(messageIn(received, 0).dataString, u"one 😀"_s);
        QCOMPARE(messageIn(received, 0).mid, first.value().mid);
        QCOMPARE(messageIn(received, 0).fromTid->node, alice->id().node());

        const auto page
            = done<Listing<protocol::Message>>(*bob, &Client::history, Conversation::with(alice->id()), HistoryPage());
        QCOMPARE(texts(page.value().items), (QStringList{u"two"_s, u"one 😀"_s}));
        const auto older = done<Listing<protocol::Message>>(*bob, &Client::history, Conversation::with(alice->id()),
                                                            HistoryPage{first.value().mid, 0, 10});
        QCOMPARE(texts(older.value().items), QStringList{u"one 😀"_s});

        QSignalSpy revoked(&bob->client, &Client::messageRevoked);
        QVERIFY(done<Success>(*alice, &Client::revoke, Conversation::with(bob->id()), first.value().mid).isSuccess());
        QTRY_COMPARE_WITH_TIMEOUT(revoked.size(), 1, patience);
        QCOMPARE(revoked.first().first().value<MessageGone>().mid, first.value().mid);
        const auto foreign = done<Success>(*bob, &Client::revoke, Conversation::with(alice->id()), second.value().mid);
        QVERIFY(foreign.error());
        QCOMPARE(foreign.error()->serverCode, 4105);
        QSignalSpy burned(&alice->client, &Client::messageBurned);
        QVERIFY(done<Success>(*bob, &Client::burn, alice->id(), second.value().mid).isSuccess());
        QTRY_COMPARE_WITH_TIMEOUT(burned.size(), 1, patience);
        const auto empty
            = done<Listing<protocol::Message>>(*bob, &Client::history, Conversation::with(alice->id()), HistoryPage());
        QVERIFY(empty.isSuccess());
        QVERIFY(empty.value().items.isEmpty());

        MessageContent content;
        content.binary = "\0\1\2"_ba;
        QVERIFY(done<Success>(*alice, &Client::sendCustom, bob->id(), qint8(40), content).isSuccess());
        QVERIFY(done<Success>(*alice, &Client::sendStream, Conversation::with(bob->id()), content).isSuccess());
        QTRY_COMPARE_WITH_TIMEOUT(received.size(), 4, patience);
        QCOMPARE(messageIn(received, 2).odType, qint8(40));
        QCOMPARE(messageIn(received, 2).dataBinary, content.binary);
        QCOMPARE(messageIn(received, 3).odType, qint8(5));
        const auto reserved = done<Success>(*alice, &Client::sendCustom, bob->id(), qint8(9), content);
        QVERIFY(reserved.error());
        QCOMPARE(reserved.error()->serverCode, 4104);
    }

    void offlineMessages()
    {
        befriend(*alice, *bob);
        QSignalSpy left(&alice->client, &Client::presenceReceived);
        bob->manager.signOut();
        QTRY_COMPARE_WITH_TIMEOUT(left.size(), 1, patience); // the server has seen it
        QVERIFY(left.first().first().value<protocol::Presence>().offline.value_or(false));
        QStringList expected;
        for (int i = 0; i < 12; ++i) { // tim stops after ten
            expected += u"message %1"_s.arg(i);
            QVERIFY(say(*alice, Conversation::with(bob->id()), expected.last()).isSuccess());
        }
        signIn(*bob);
        QSignalSpy live(&bob->client, &Client::messageReceived);
        const auto waiting = done<OfflineMessages>(*bob, &Client::offlineMessages);
        QVERIFY(waiting.isSuccess());
        QVERIFY(waiting.value().complete);
        QCOMPARE(texts(waiting.value().messages), expected);
        QVERIFY(live.isEmpty());
        const auto none = done<OfflineMessages>(*bob, &Client::offlineMessages);
        QVERIFY(none.value().complete);
        QVERIFY(none.value().messages.isEmpty());
    }

    void openRoom()
    {
        const auto created = done<RoomId>(*alice, &Client::createRoom, u"tea room"_s, RoomKind::Open);
        QVERIFY(created.isSuccess());
        const RoomId room = created.value();
        const auto join = [&](Person &who) { return done<Joined>(who, &Client::joinRoom, room, QString()); };
        QCOMPARE(join(*bob).value(), Joined::Member);
        // Refused twice; the next call must not get the second one.
        Outcome<Joined> again;
        Outcome<Listing<RoomId>> rooms;
        bob->client.joinRoom(room, {}, this, again.record());
        bob->client.rooms(this, rooms.record());
        QTRY_VERIFY_WITH_TIMEOUT(!rooms.isPending(), patience);
        QCOMPARE(again.error()->serverCode, 4101);
        QCOMPARE(rooms.value().items, QList<RoomId>{room});

        const auto members = done<Listing<ContactId>>(*bob, &Client::roomMembers, room);
        const QList<ContactId> present = members.value().items;
        QCOMPARE(QSet<ContactId>(present.begin(), present.end()), (QSet<ContactId>{alice->id(), bob->id()}));
        const auto infos = done<Infos<RoomId, protocol::RoomBean>>(*bob, &Client::roomInfos, QList{room});
        QCOMPARE(infos.value().items.value(room).topic, u"tea room"_s);
        QCOMPARE(infos.value().items.value(room).founder, alice->id().node());
        protocol::RoomBean bean;
        bean.label = u"green"_s;
        QVERIFY(done<Success>(*alice, &Client::modifyRoom, room, bean).isSuccess());
        const auto denied = done<Success>(*bob, &Client::modifyRoom, room, bean);
        QVERIFY(denied.error());
        QCOMPARE(denied.error()->serverCode, 4105);

        QSignalSpy received(&bob->client, &Client::messageReceived);
        const auto sent = say(*alice, Conversation::in(room), u"hello room"_s);
        QVERIFY(sent.isSuccess());
        QVERIFY(sent.value().mid > 0);
        const auto whispered = say(*alice, Conversation::privately(room, bob->id()), u"psst"_s);
        QVERIFY(whispered.isSuccess());
        QTRY_COMPARE_WITH_TIMEOUT(received.size(), 2, patience);
        QCOMPARE(messageIn(received, 0).roomTid->node, room.node());
        QCOMPARE(messageIn(received, 1).toTid->node, bob->id().node());
        const auto outsider = say(*carol, Conversation::in(room), u"let me"_s);
        QVERIFY(outsider.error());
        QCOMPARE(outsider.error()->serverCode, 4105);
        const auto history
            = done<Listing<protocol::Message>>(*bob, &Client::history, Conversation::in(room), HistoryPage());
        QCOMPARE(texts(history.value().items), QStringList{u"hello room"_s});
        QSignalSpy revoked(&bob->client, &Client::messageRevoked);
        QVERIFY(done<Success>(*alice, &Client::revoke, Conversation::in(room), sent.value().mid).isSuccess());
        QTRY_COMPARE_WITH_TIMEOUT(revoked.size(), 1, patience);
        QCOMPARE(revoked.first().first().value<MessageGone>().conversation, Conversation::in(room));

        QSignalSpy notices(&bob->client, &Client::noticeReceived);
        QVERIFY(done<Success>(*alice, &Client::kick, room, bob->id()).isSuccess());
        QTRY_VERIFY_WITH_TIMEOUT(!notices.isEmpty(), patience);
        QCOMPARE(notices.last().first().value<Notice>().op, BusinessOp::Kick);
        QCOMPARE(notices.last().first().value<Notice>().room, room);
        const auto gone = done<Success>(*alice, &Client::kick, room, bob->id());
        QVERIFY(gone.error());
        QCOMPARE(gone.error()->serverCode, 4109);
        QCOMPARE(join(*bob).value(), Joined::Member);
        QVERIFY(done<Success>(*bob, &Client::leaveRoom, room).isSuccess());
        QCOMPARE(join(*bob).value(), Joined::Member);
        QVERIFY(done<Success>(*alice, &Client::blockMember, room, bob->id()).isSuccess());
        const auto blocked = done<Listing<ContactId>>(*alice, &Client::blockedMembers, room);
        QCOMPARE(blocked.value().items, QList<ContactId>{bob->id()});
        const auto barred = join(*bob);
        QVERIFY(barred.error());
        QCOMPARE(barred.error()->serverCode, 4110);
        const auto founder = done<Success>(*alice, &Client::leaveRoom, room);
        QVERIFY(founder.error());
        QCOMPARE(founder.error()->serverCode, 4105);
        QVERIFY(done<Success>(*alice, &Client::cancelRoom, room).isSuccess());
    }

    void privateRoom()
    {
        const auto created = done<RoomId>(*alice, &Client::createRoom, u"board"_s, RoomKind::Private);
        QVERIFY(created.isSuccess());
        const RoomId room = created.value();
        const auto apply = [&](const QString &text) { return done<Joined>(*bob, &Client::joinRoom, room, text); };
        QSignalSpy asked(&alice->client, &Client::noticeReceived);
        QSignalSpy told(&bob->client, &Client::noticeReceived);
        QCOMPARE(apply(u"let me in"_s).value(), Joined::Applied);
        QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 1, patience);
        const auto application = asked.first().first().value<Notice>();
        QCOMPARE(application.op, BusinessOp::JoinRoom);
        QCOMPARE(application.from, bob->id());
        QCOMPARE(application.room, room);
        QCOMPARE(application.text, u"let me in"_s);
        QVERIFY(done<Success>(*alice, &Client::rejectApplicant, room, bob->id()).isSuccess());
        QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, patience);
        QCOMPARE(told.last().first().value<Notice>().op, BusinessOp::RejectRoom);
        const auto twice = done<Success>(*alice, &Client::rejectApplicant, room, bob->id());
        QVERIFY(twice.error());
        QCOMPARE(apply(u"please"_s).value(), Joined::Applied);
        QVERIFY(done<Success>(*alice, &Client::admit, room, bob->id()).isSuccess());
        QTRY_COMPARE_WITH_TIMEOUT(told.size(), 2, patience);
        QCOMPARE(told.last().first().value<Notice>().op, BusinessOp::PassRoom);
        QVERIFY(done<Success>(*bob, &Client::blockRoom, room).isSuccess());
        const auto blocked = done<Listing<RoomId>>(*bob, &Client::blockedRooms);
        QCOMPARE(blocked.value().items, QList<RoomId>{room});
        const auto refused = done<Success>(*alice, &Client::admit, room, bob->id());
        QVERIFY(refused.error());
        QCOMPARE(refused.error()->serverCode, 4110);
    }

    void virtualRooms()
    {
        const auto created = done<VirtualRoomId>(*alice, &Client::createVirtualRoom);
        QVERIFY(created.isSuccess());
        const VirtualRoomId room = created.value();
        QSignalSpy streams(&bob->client, &Client::streamReceived);
        QSignalSpy binaries(&bob->client, &Client::binaryStreamReceived);
        const auto subscribe = [&](Subscription kind) { return done<Success>(*bob, &Client::subscribe, room, kind); };
        const auto push = [&](Person &who, const QByteArray &body) {
            return done<Success>(who, &Client::pushStream, room, body, qint8(7));
        };
        QVERIFY(subscribe(Subscription::Struct).isSuccess());
        QVERIFY(push(*alice, "\0\xff one"_ba).isSuccess());
        QTRY_COMPARE_WITH_TIMEOUT(streams.size(), 1, patience);
        QCOMPARE(streams.first().at(0).value<VirtualRoomId>(), room);
        const auto stream = streams.first().at(1).value<protocol::Stream>();
        QCOMPARE(stream.body, "\0\xff one"_ba);
        QCOMPARE(stream.dtype, qint8(7));
        QCOMPARE(stream.fromNode, alice->id().node());
        const auto foreign = push(*bob, "mine"_ba);
        QVERIFY(foreign.error());
        QCOMPARE(foreign.error()->serverCode, 4105);
        QVERIFY(done<Success>(*bob, &Client::unsubscribe, room).isSuccess());
        QVERIFY(subscribe(Subscription::Binary).isSuccess());
        QVERIFY(done<Success>(*alice, &Client::pushBinary, room, "\x83 two"_ba).isSuccess());
        QTRY_COMPARE_WITH_TIMEOUT(binaries.size(), 1, patience);
        QCOMPARE(binaries.first().at(0).value<VirtualRoomId>(), room);
        QCOMPARE(binaries.first().at(1).toByteArray(), "\x83 two"_ba);
        const auto binaryForeign = done<Success>(*bob, &Client::pushBinary, room, "x"_ba);
        QVERIFY(binaryForeign.error());
        QCOMPARE(binaryForeign.error()->serverCode, 4105);
        QVERIFY(done<Success>(*alice, &Client::removeVirtualRoom, room).isSuccess());
        const auto removed = push(*alice, "late"_ba);
        QVERIFY(removed.error());
        QCOMPARE(streams.size(), 1);
    }

    void bigData()
    {
        QSignalSpy strings(&bob->client, &Client::bigStringReceived);
        QSignalSpy binaries(&bob->client, &Client::bigBinaryReceived);
        const QString text = u"a|b 😀 "_s.repeated(200'000); // 2 MB: several WebSocket frames for a careless client
        QVERIFY(done<Success>(*alice, &Client::sendBigString, bob->id(), text).isSuccess());
        QTRY_COMPARE_WITH_TIMEOUT(strings.size(), 1, patience);
        QCOMPARE(strings.first().at(0).value<ContactId>(), alice->id());
        QVERIFY(strings.first().at(1).toString() == text);
        QVERIFY(done<Success>(*alice, &Client::sendBigBinary, bob->id(), "\x83\0|"_ba).isSuccess());
        QTRY_COMPARE_WITH_TIMEOUT(binaries.size(), 1, patience);
        QCOMPARE(binaries.first().at(1).toByteArray(), "\x83\0|"_ba);
    }

    void password()
    {
        const auto wrong = done<Success>(*alice, &Client::changePassword, u"guess"_s, u"new"_s);
        QVERIFY(wrong.error());
        QCOMPARE(wrong.error()->serverCode, 4112);
        QVERIFY(done<Success>(*alice, &Client::changePassword, u"pw"_s, u"new"_s).isSuccess());
        alice->manager.signOut();
        QTRY_COMPARE_WITH_TIMEOUT(alice->manager.status().state, ConnectionState::Offline, patience);
        signIn(*alice, u"new"_s);
        QCOMPARE(alice->manager.status().state, ConnectionState::Synchronizing);
    }
};

QTEST_GUILESS_MAIN(tst_ClientLive)
#include "tst_client_live.moc"
