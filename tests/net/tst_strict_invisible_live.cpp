// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/session.h"
#include "net/account_client.h"
#include "net/connection_manager.h"
#include "node/node.h"
#include "support/frame_tap.h"
#include "support/memory_store.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace timbre;
using namespace timbre::core;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using protocol::Frame;
using protocol::FrameType;

namespace {

constexpr int patience = 30'000; // ms
const QString everybody = u"*"_s;

// One account on its own line, with its rules and all it hears.
struct Person {
    Person(Clock &clock, Random &random, const QString &accountName, const QString &resource) :
        name(accountName),
        manager(clock, random, resource),
        session(manager, store, clock, random)
    {
        QObject::connect(&manager, &Connection::frameReceived, &manager,
                         [this](const Frame &frame) { heard.append(frame); });
    }
    ContactId id() const { return manager.ownId(); }
    bool isOnline() const { return manager.status().state == ConnectionState::Online; }
    void signIn(const QUrl &url) { manager.signIn({{url}}, {name, {}, Credentials::Kind::Password, u"pw"_s}); }
    ContactPresence seenOf(const Person &other) { return session.presences().presence(other.id()); }
    // Presence of this account that is no notice of the server.
    int heardOf(const ContactId &other) const
    {
        int count = 0;
        for (const Frame &frame : heard) {
            const auto *presence = std::get_if<protocol::Presence>(&frame.payload);
            if (presence && presence->fromTid && presence->fromTid->node == other.node()
                && !presence->offline.value_or(false))
                ++count;
        }
        return count;
    }
    int noticesOf(const ContactId &other) const
    {
        int count = 0;
        for (const Frame &frame : heard) {
            const auto *presence = std::get_if<protocol::Presence>(&frame.payload);
            if (presence && presence->fromTid && presence->fromTid->node == other.node()
                && presence->offline.value_or(false))
                ++count;
        }
        return count;
    }

    QString name;
    MemoryStore store;
    net::ConnectionManager manager;
    Session session;
    QList<Frame> heard;
};

// Whom a frame reaches beside the server, or through it.
QSet<QString> recipientsOf(const Frame &frame)
{
    QSet<QString> nodes;
    if (const auto *presence = std::get_if<protocol::Presence>(&frame.payload)) {
        const auto list = presence->toList.value_or(QList<QString>());
        nodes = QSet<QString>(list.begin(), list.end());
        if (presence->toTid)
            nodes.insert(presence->toTid->node);
        if (nodes.isEmpty())
            nodes.insert(everybody);
    } else if (const auto *message = std::get_if<protocol::Message>(&frame.payload)) {
        nodes.insert(message->toTid ? message->toTid->node : everybody);
    } else if (const auto *request = std::get_if<protocol::Request>(&frame.payload)) {
        // Of the requests about one account some are told to it; none of them belongs here.
        if (request->node && !request->node->isEmpty())
            nodes.insert(*request->node);
    } else {
        switch (frame.type) {
        case FrameType::Auth:
        case FrameType::Ping:
        case FrameType::Ack:
        case FrameType::Nodes:
        case FrameType::OfflineMessages:
            break;
        default:
            nodes.insert(everybody); // not known to be the server's alone
        }
    }
    return nodes;
}

} // namespace

// Strictly invisible over real sockets and the real node (or, with TIMBRE_LIVE_SERVER=ws://…/tim, any tim server): from
// sign-in to exit, whatever tempts the client to talk, every frame that leaves is for the server, for oneself or for
// the allow-list. Anna may see alice, Bob is a contact who may not, Mallory is nobody's contact.
class tst_StrictInvisibleLive : public QObject
{
    Q_OBJECT

private:
    SystemClock m_clock;
    SystemRandom m_random;
    QTemporaryDir m_folder;
    std::unique_ptr<node::Node> m_node;
    QUrl m_url;
    std::unique_ptr<net::AccountClient> m_accounts;
    std::unique_ptr<FrameTap> m_tap;
    std::unique_ptr<Person> alice;
    std::unique_ptr<Person> anna;
    std::unique_ptr<Person> bob;
    std::unique_ptr<Person> mallory;
    int m_round = 0;

    std::unique_ptr<Person> makePerson(const QString &name)
    {
        const QString account = u"%1-%2-%3"_s.arg(name).arg(QCoreApplication::applicationPid()).arg(m_round);
        bool isMade = false;
        m_accounts->registerAccount({m_url}, {account, {}, Credentials::Kind::Password, u"pw"_s}, this,
                                    [&](const net::AccountResult &result) { isMade = result.hasValue(); });
        if (!QTest::qWaitFor([&] { return isMade; }, patience))
            qWarning("no account");
        return std::make_unique<Person>(m_clock, m_random, account, name);
    }
    void befriend(Person &other)
    {
        alice->session.addContact(other.id().node(), {}, {});
        QTRY_COMPARE_WITH_TIMEOUT(other.session.roster().requests().size(), 1, patience);
        other.session.accept(alice->id());
        QTRY_VERIFY_WITH_TIMEOUT(alice->session.roster().isAccepted(other.id()), patience);
        QTRY_COMPARE_WITH_TIMEOUT(other.seenOf(*alice).availability, Availability::Chat, patience);
    }
    // All that left for somebody else since `from`.
    QStringList leaks(const FrameTap &tap, qsizetype from = 0)
    {
        const QSet<QString> may{alice->id().node(), anna->id().node()};
        QStringList found;
        for (const Frame &frame : tap.sent.sliced(from)) {
            for (const QString &node : recipientsOf(frame) - may)
                found += u"type %1 to %2"_s.arg(int(frame.type)).arg(node);
        }
        return found;
    }
    int presencesTo(const FrameTap &tap, const ContactId &id)
    {
        int count = 0;
        for (const Frame &frame : tap.sent)
            count
                += std::holds_alternative<protocol::Presence>(frame.payload) && recipientsOf(frame).contains(id.node());
        return count;
    }
    static void ask(Person &who, const ContactId &whom)
    {
        protocol::Presence presence;
        presence.show = qint16(1);
        presence.subStatus = qint8(protocol::SubStatus::Ask);
        presence.toTid.emplace().node = whom.node();
        who.manager.send({FrameType::Presence, std::nullopt, presence});
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_accounts = std::make_unique<net::AccountClient>(m_clock);
        m_url = QUrl(qEnvironmentVariable("TIMBRE_LIVE_SERVER"));
        if (!m_url.isEmpty())
            return;
        node::NodeConfig config;
        config.dataFolder = m_folder.filePath(u"node"_s);
        config.deviceLimit = 1; // a second device takes over
        config.deviceTypeLimit = 1;
        config.authMinUnix = std::chrono::seconds(0);
        auto started = node::Node::start(config);
        QVERIFY(started);
        m_node = std::move(*started);
        m_url = QUrl(u"ws://127.0.0.1:%1/tim"_s.arg(m_node->port()));
    }
    void init()
    {
        ++m_round;
        m_tap = std::make_unique<FrameTap>(m_url);
        alice = makePerson(u"alice"_s);
        anna = makePerson(u"anna"_s);
        bob = makePerson(u"bob"_s);
        mallory = makePerson(u"mallory"_s);
        for (Person *person : {alice.get(), anna.get(), bob.get(), mallory.get()}) {
            person->signIn(person == alice.get() ? m_tap->url() : m_url);
            QTRY_VERIFY_WITH_TIMEOUT(person->isOnline(), patience);
        }
        befriend(*anna);
        befriend(*bob);
        alice->session.visibility().setAllowed(anna->id(), true);
        alice->session.visibility().setStrictByDefault(true);
    }
    void cleanup()
    {
        QCOMPARE(m_tap->unreadable, 0);
        QCOMPARE(mallory->heardOf(alice->id()), 0);
        QCOMPARE(mallory->noticesOf(alice->id()), 0);
        for (auto *person : {&alice, &anna, &bob, &mallory})
            person->reset();
        m_tap.reset();
    }

    void fromSignInToExit()
    {
        alice->session.signOut();
        QTRY_COMPARE_WITH_TIMEOUT(alice->manager.status().state, ConnectionState::Offline, patience);
        QTRY_COMPARE_WITH_TIMEOUT(bob->seenOf(*alice).availability, Availability::Offline, patience);
        m_tap->sent.clear();
        bob->heard.clear();
        anna->heard.clear();

        alice->session.status().setManual({Availability::Invisible, u"secret plan"_s});
        alice->signIn(m_tap->url());
        QTRY_VERIFY_WITH_TIMEOUT(alice->isOnline(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(anna->seenOf(*alice).availability, Availability::Chat, patience);

        // Asked, directed and by the broadcast of a sign-in.
        const auto answersToAnna = [this] { return presencesTo(*m_tap, anna->id()); };
        ask(*bob, alice->id());
        ask(*mallory, alice->id());
        bob->session.signOut();
        QTRY_COMPARE_WITH_TIMEOUT(bob->manager.status().state, ConnectionState::Offline, patience);
        bob->signIn(m_url);
        QTRY_VERIFY_WITH_TIMEOUT(bob->isOnline(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(alice->seenOf(*bob).availability, Availability::Chat, patience);
        // A stranger wants to be a friend, a contact changes, the user's own name and mood do.
        mallory->session.addContact(alice->id().node(), u"let me in"_s, {});
        QTRY_COMPARE_WITH_TIMEOUT(alice->session.roster().requests().size(), 1, patience);
        bob->session.status().setAvailability(Availability::Busy);
        QTRY_COMPARE_WITH_TIMEOUT(alice->seenOf(*bob).availability, Availability::Busy, patience);
        int before = answersToAnna();
        alice->session.setOwnName(u"Alice"_s);
        QTRY_COMPARE_WITH_TIMEOUT(answersToAnna(), before + 1, patience);
        alice->session.status().setMood(u"another secret"_s);
        QTRY_COMPARE_WITH_TIMEOUT(answersToAnna(), before + 2, patience);

        // The cable.
        const int lines = m_tap->lines;
        before = answersToAnna();
        m_tap->cut();
        QTRY_VERIFY_WITH_TIMEOUT(m_tap->lines > lines && alice->isOnline() && answersToAnna() > before, patience);

        // Another device takes the account over, as strict as the first, and is taken back.
        FrameTap secondTap(m_url);
        {
            Person second(m_clock, m_random, alice->name, u"alice2"_s);
            second.session.visibility().setRules(alice->session.visibility().rules());
            second.session.visibility().setStrict(true);
            second.session.status().setAvailability(Availability::Invisible);
            second.signIn(secondTap.url());
            QTRY_VERIFY_WITH_TIMEOUT(second.isOnline(), patience);
            QTRY_VERIFY_WITH_TIMEOUT(!alice->isOnline(), patience);
            second.session.signOut();
            QTRY_COMPARE_WITH_TIMEOUT(second.manager.status().state, ConnectionState::Offline, patience);
        }
        alice->manager.tryNow();
        QTRY_VERIFY_WITH_TIMEOUT(alice->isOnline(), patience);
        before = answersToAnna();
        alice->session.setOwnName(u"Ally"_s); // after all of the above: what was to come has come
        QTRY_VERIFY_WITH_TIMEOUT(answersToAnna() > before, patience);

        alice->session.signOut();
        QTRY_COMPARE_WITH_TIMEOUT(alice->manager.status().state, ConnectionState::Offline, patience);
        QCOMPARE(leaks(*m_tap), QStringList());
        QCOMPARE(leaks(secondTap), QStringList());
        QVERIFY(presencesTo(*m_tap, anna->id()) >= 4);
        QCOMPARE(bob->heardOf(alice->id()), 0);
        QCOMPARE(bob->seenOf(*alice).availability, Availability::Offline);
        QVERIFY(anna->heardOf(alice->id()) >= 4);
    }

    void midSession()
    {
        bob->heard.clear();
        ask(*bob, alice->id()); // its answer is being prepared
        QTRY_VERIFY_WITH_TIMEOUT(bob->heardOf(alice->id()) > 0, patience);
        const int visible = bob->heardOf(alice->id());
        const qsizetype from = m_tap->sent.size();
        const int lines = m_tap->lines;
        alice->session.status().setAvailability(Availability::Invisible);
        QTRY_VERIFY_WITH_TIMEOUT(bob->noticesOf(alice->id()) == 1 && m_tap->lines == lines + 1, patience);
        QTRY_COMPARE_WITH_TIMEOUT(bob->seenOf(*alice).availability, Availability::Offline, patience);
        QTRY_VERIFY_WITH_TIMEOUT(alice->isOnline(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(anna->seenOf(*alice).availability, Availability::Chat, patience);
        // What she knew of him before is kept, as of then.
        QCOMPARE(alice->seenOf(*bob).availability, Availability::Chat);
        QCOMPARE(alice->seenOf(*bob).freshness, Freshness::Stale);
        ask(*bob, alice->id());
        const int before = presencesTo(*m_tap, anna->id());
        alice->session.setOwnName(u"Ally"_s);
        QTRY_VERIFY_WITH_TIMEOUT(presencesTo(*m_tap, anna->id()) > before, patience);
        QCOMPARE(leaks(*m_tap, from), QStringList());
        QCOMPARE(bob->heardOf(alice->id()), visible);
        QCOMPARE(bob->seenOf(*alice).availability, Availability::Offline);

        alice->session.status().setAvailability(Availability::Busy);
        QTRY_COMPARE_WITH_TIMEOUT(bob->seenOf(*alice).availability, Availability::Busy, patience);
        QTRY_COMPARE_WITH_TIMEOUT(alice->seenOf(*bob).freshness, Freshness::Live, patience);
    }
};

QTEST_GUILESS_MAIN(tst_StrictInvisibleLive)
#include "tst_strict_invisible_live.moc"
