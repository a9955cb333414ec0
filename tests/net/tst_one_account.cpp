// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/session.h"
#include "net/account_client.h"
#include "net/connection_manager.h"
#include "node/node.h"
#include "support/fake_clock.h"
#include "support/memory_store.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <tuple>

using namespace timbre;
using namespace timbre::core;
using namespace Qt::StringLiterals;
using test::FakeClock;
using test::MemoryStore;

namespace {

constexpr int patience = 30'000; // ms; hashing passwords on a busy machine

// One device: a line and a session on a profile of its own.
struct Person {
    Person(Clock &clock, Random &random, const QString &resource) :
        manager(clock, random, resource),
        session(manager, store, clock, random)
    {
        QObject::connect(&manager, &Connection::frameReceived, &manager, [this](const protocol::Frame &frame) {
            const auto *presence = std::get_if<protocol::Presence>(&frame.payload);
            const bool own = presence && presence->fromTid && presence->fromTid->node == manager.ownId().node();
            presences += presence && !own ? 1 : 0;
        });
    }
    ContactPresence seen(const Person &other) { return session.presences().presence(other.manager.ownId()); }

    MemoryStore store;
    net::ConnectionManager manager;
    Session session;
    int presences = 0; // of others
};

} // namespace

// Several devices of one account on the real node (or, with TIMBRE_LIVE_SERVER=ws://…/tim, on any tim server): Alice's
// desk and her laptop, Bob, who is her contact, and Mallory, who is nobody's and must hear nothing. Then two devices
// where the server admits one (TIMBRE_LIVE_SERVER_ONE for another server with device_limit 1).
class tst_OneAccount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void bothDevicesAndTheContactAgree();
    void whoComesLaterKnowsThePick();
    void anotherDeviceTakesOverWithoutAFight();

private:
    QUrl serve(const char *live, node::NodeConfig config);
    QString makeAccount(const QUrl &url, const QString &name);
    void signIn(Person &person, const QString &name);

    SystemClock m_clock;
    SystemRandom m_random;
    QTemporaryDir m_folder;
    std::vector<std::unique_ptr<node::Node>> m_nodes;
    QUrl m_url;
    QString m_alice;
    std::unique_ptr<Person> m_desk;
    std::unique_ptr<Person> m_laptop;
    std::unique_ptr<Person> m_bob;
    std::unique_ptr<Person> m_mallory;
    int m_names = 0;
};

QUrl tst_OneAccount::serve(const char *live, node::NodeConfig config)
{
    if (const QUrl url(qEnvironmentVariable(live)); !url.isEmpty())
        return url;
    config.dataFolder = m_folder.filePath(QString::number(m_nodes.size()));
    auto node = node::Node::start(config);
    if (!node)
        return {};
    const QUrl url(u"ws://127.0.0.1:%1/tim"_s.arg((*node)->port()));
    m_nodes.push_back(std::move(*node));
    return url;
}

QString tst_OneAccount::makeAccount(const QUrl &url, const QString &name)
{
    net::AccountClient accounts(m_clock);
    const QString account = u"%1-%2-%3"_s.arg(name).arg(QCoreApplication::applicationPid()).arg(++m_names);
    bool isMade = false;
    accounts.registerAccount({url}, {account, {}, Credentials::Kind::Password, u"pw"_s}, this,
                             [&](const net::AccountResult &result) { isMade = result.hasValue(); });
    return QTest::qWaitFor([&] { return isMade; }, patience) ? account : QString();
}

void tst_OneAccount::signIn(Person &person, const QString &name)
{
    person.manager.signIn({{m_url}}, {name, {}, Credentials::Kind::Password, u"pw"_s});
    QTRY_COMPARE_WITH_TIMEOUT(person.manager.status().state, ConnectionState::Online, patience);
}

void tst_OneAccount::initTestCase()
{
    m_url = serve("TIMBRE_LIVE_SERVER", {});
    QVERIFY(!m_url.isEmpty());
    m_alice = makeAccount(m_url, u"alice"_s);
    const QString bob = makeAccount(m_url, u"bob"_s);
    const QString mallory = makeAccount(m_url, u"mallory"_s);
    QVERIFY(!m_alice.isEmpty() && !bob.isEmpty() && !mallory.isEmpty());
    m_desk = std::make_unique<Person>(m_clock, m_random, u"desk"_s);
    m_laptop = std::make_unique<Person>(m_clock, m_random, u"laptop"_s);
    m_bob = std::make_unique<Person>(m_clock, m_random, u"bob"_s);
    m_mallory = std::make_unique<Person>(m_clock, m_random, u"mallory"_s);
    signIn(*m_desk, m_alice);
    signIn(*m_bob, bob);
    signIn(*m_mallory, mallory);
    m_desk->session.addContact(m_bob->manager.ownId().node(), u"hello"_s, {});
    QTRY_COMPARE_WITH_TIMEOUT(m_bob->session.roster().requests().size(), 1, patience);
    m_bob->session.accept(m_desk->manager.ownId());
    QTRY_COMPARE_WITH_TIMEOUT(m_bob->seen(*m_desk).availability, Availability::Chat, patience);
    signIn(*m_laptop, m_alice);
    QTRY_COMPARE_WITH_TIMEOUT(m_bob->seen(*m_desk).devices, 2, patience);
}

void tst_OneAccount::bothDevicesAndTheContactAgree()
{
    const ManualStatus busy{Availability::Busy, u"writing"_s};
    m_desk->session.status().setManual(busy);
    QTRY_COMPARE(m_laptop->session.status().manual(), busy);
    QTRY_COMPARE(m_bob->seen(*m_desk).availability, Availability::Busy);
    m_laptop->session.status().setAvailability(Availability::Away);
    QTRY_COMPARE(m_desk->session.status().manual().availability, Availability::Away);
    QTRY_COMPARE(m_bob->seen(*m_desk).availability, Availability::Away); // on both, or Busy would be best
    QCOMPARE(m_bob->seen(*m_desk).mood, u"writing"_s);
    m_desk->session.status().setAvailability(Availability::Invisible);
    QTRY_COMPARE(m_laptop->session.status().manual().availability, Availability::Invisible);
    QTRY_COMPARE(m_bob->seen(*m_desk).availability, Availability::Offline);
    QCOMPARE(m_mallory->presences, 0);
}

void tst_OneAccount::whoComesLaterKnowsThePick()
{
    m_laptop->session.signOut();
    QTRY_COMPARE(m_laptop->manager.status().state, ConnectionState::Offline);
    QSignalSpy heard(&m_bob->manager, &Connection::frameReceived);
    signIn(*m_laptop, m_alice);
    QCOMPARE(m_laptop->session.status().manual().availability, Availability::Invisible);
    // A device without any past does not part from the others either, and nobody hears a moment of Chat.
    Person fresh(m_clock, m_random, u"fresh"_s);
    signIn(fresh, m_alice);
    QTRY_COMPARE(fresh.session.status().manual().availability, Availability::Invisible);
    QTRY_VERIFY(!fresh.session.ledger().entries().isEmpty());
    for (const LedgerEntry &entry : fresh.session.ledger().entries())
        QCOMPARE(entry.availability, Availability::Invisible);
    for (const QList<QVariant> &one : std::as_const(heard)) {
        const auto frame = one.first().value<protocol::Frame>();
        if (const auto *presence = std::get_if<protocol::Presence>(&frame.payload); presence && presence->show)
            QCOMPARE(*presence->show, qint16(2));
    }
    QCOMPARE(m_mallory->presences, 0);
}

void tst_OneAccount::anotherDeviceTakesOverWithoutAFight()
{
    node::NodeConfig config;
    config.deviceLimit = 1;
    config.authMinUnix = std::chrono::seconds(1); // at tim's 10 s the first retry is refused at once
    const QUrl url = serve("TIMBRE_LIVE_SERVER_ONE", config);
    QVERIFY(!url.isEmpty());
    const QString name = makeAccount(url, u"carol"_s);
    FakeClock clock; // of the devices; the server has its own
    Person first(clock, m_random, u"first"_s);
    Person second(clock, m_random, u"second"_s);
    QSignalSpy firstIn(&first.manager, &Connection::signedIn);
    QSignalSpy secondIn(&second.manager, &Connection::signedIn);
    const auto pass = [&clock](qint64 milliseconds) {
        for (qint64 left = milliseconds; left > 0; left -= 250) {
            clock.advance(250);
            // The server lives in real time: without a moment for its answers, pings would seem lost.
            std::ignore = QTest::qWaitFor([] { return false; }, 10);
        }
        return true;
    };
    first.manager.signIn({{url}}, {name, {}, Credentials::Kind::Password, u"pw"_s});
    QTRY_COMPARE_WITH_TIMEOUT(firstIn.size(), 1, patience);
    second.manager.signIn({{url}}, {name, {}, Credentials::Kind::Password, u"pw"_s});
    QTRY_VERIFY_WITH_TIMEOUT(pass(250) && secondIn.size() >= 1, patience);
    const auto isOut = [](const Person &person) {
        return person.manager.status().state == ConnectionState::Blocked
            && person.manager.status().problem == ConnectionProblem::SignedInElsewhere;
    };
    QTRY_VERIFY_WITH_TIMEOUT(pass(250) && (isOut(first) || isOut(second)), patience);
    QTRY_VERIFY_WITH_TIMEOUT(pass(250)
                                 && (first.manager.status().state == ConnectionState::Online
                                     || second.manager.status().state == ConnectionState::Online),
                             patience);
    const qsizetype signIns = firstIn.size() + secondIn.size();
    QVERIFY2(signIns <= 4, qPrintable(QString::number(signIns)));
    pass(60'000);
    QCOMPARE(firstIn.size() + secondIn.size(), signIns);
    Person &out = isOut(first) ? first : second;
    Person &in = isOut(first) ? second : first;
    QVERIFY(isOut(out));
    QCOMPARE(in.manager.status().state, ConnectionState::Online);
    // "Use here" takes it back, once, and the other one is out.
    out.manager.tryNow();
    QTRY_VERIFY_WITH_TIMEOUT(pass(250) && out.manager.status().state == ConnectionState::Online && isOut(in), patience);
    const qsizetype after = firstIn.size() + secondIn.size();
    pass(60'000);
    QCOMPARE(firstIn.size() + secondIn.size(), after);
}

QTEST_GUILESS_MAIN(tst_OneAccount)
#include "tst_one_account.moc"
