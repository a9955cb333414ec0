// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

#include "app/account.h"
#include "app/embedded_node.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace timbre;
using core::Availability;

// The main job, whole: a node, real sockets, real windows, three people. What one picks the other's roster shows, and a
// bystander, who is nobody's contact, sees nothing.
class tst_TwoWindows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void everyStateArrives_data();
    void everyStateArrives();
    void moodArrivesAsPlainText_data();
    void moodArrivesAsPlainText();
    void lineLostMakesStaleNotOffline();
    void leavingIsSeenAfterTheGrace();

private:
    std::unique_ptr<app::Account> makeAccount(const QString &name);
    core::ContactPresence seenBy(app::Account &watcher, app::Account &who);

    core::SystemClock m_clock;
    core::SystemRandom m_random;
    QTemporaryDir m_folder;
    std::unique_ptr<app::EmbeddedNode> m_node;
    std::unique_ptr<app::Account> m_alice;
    std::unique_ptr<app::Account> m_bob;
    std::unique_ptr<app::Account> m_bystander;
};

std::unique_ptr<app::Account> tst_TwoWindows::makeAccount(const QString &name)
{
    auto data = store::Profile::open(m_folder.filePath(name));
    Q_ASSERT(data);
    store::AccountRecord record;
    record.home = store::AccountRecord::Home::ThisComputer;
    record.name = name;
    auto account = std::make_unique<app::Account>(std::move(*data), record, m_clock, m_random);
    account->window().show();
    account->signInAtNode(*m_node);
    return account;
}

core::ContactPresence tst_TwoWindows::seenBy(app::Account &watcher, app::Account &who)
{
    return watcher.session().presences().presence(who.session().ownId());
}

void tst_TwoWindows::initTestCase()
{
    node::NodeConfig config;
    config.dataFolder = m_folder.filePath(u"node"_s);
    m_node = std::make_unique<app::EmbeddedNode>(config);
    QSignalSpy started(m_node.get(), &app::EmbeddedNode::started);
    m_node->start();
    QVERIFY(started.wait());
    m_alice = makeAccount(u"alice"_s);
    m_bob = makeAccount(u"bob"_s);
    m_bystander = makeAccount(u"mallory"_s);
    for (auto *account : {m_alice.get(), m_bob.get(), m_bystander.get()})
        QTRY_COMPARE_WITH_TIMEOUT(account->connection().status().state, core::ConnectionState::Online, 20'000);

    m_alice->session().addContact(u"bob"_s, u"hello"_s, {});
    QTRY_COMPARE(m_bob->session().roster().requests().size(), 1);
    QCOMPARE(m_bob->session().roster().requests().constFirst().requestText, u"hello"_s);
    m_bob->session().accept(m_alice->session().ownId());
    QTRY_VERIFY(m_alice->session().roster().isAccepted(m_bob->session().ownId()));
    QTRY_COMPARE(seenBy(*m_alice, *m_bob).availability, Availability::Chat);
    QTRY_COMPARE(seenBy(*m_bob, *m_alice).availability, Availability::Chat);
}

void tst_TwoWindows::cleanupTestCase()
{
    m_alice.reset();
    m_bob.reset();
    m_bystander.reset();
    m_node.reset();
}

void tst_TwoWindows::everyStateArrives_data()
{
    QTest::addColumn<Availability>("picked");
    QTest::addColumn<Availability>("seen");
    QTest::newRow("busy") << Availability::Busy << Availability::Busy;
    QTest::newRow("away") << Availability::Away << Availability::Away;
    QTest::newRow("invisible-is-offline") << Availability::Invisible << Availability::Offline;
    QTest::newRow("chat") << Availability::Chat << Availability::Chat;
}

void tst_TwoWindows::everyStateArrives()
{
    QFETCH(Availability, picked);
    QFETCH(Availability, seen);
    m_alice->session().status().setAvailability(picked);
    QTRY_COMPARE(seenBy(*m_bob, *m_alice).availability, seen);
    QCOMPARE(seenBy(*m_bystander, *m_alice).availability, Availability::Unknown);
}

void tst_TwoWindows::moodArrivesAsPlainText_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("seen");
    QTest::newRow("emoji") << u"Lunch 🍜"_s << u"Lunch 🍜"_s;
    QTest::newRow("html") << u"<b>bold</b>"_s << u"‹b›bold‹/b›"_s;
    QTest::newRow("lines") << u"one\ntwo"_s << u"one two"_s;
    QTest::newRow("empty") << QString() << QString();
}

void tst_TwoWindows::moodArrivesAsPlainText()
{
    QFETCH(QString, typed);
    QFETCH(QString, seen);
    m_alice->session().status().setMood(typed);
    QTRY_COMPARE(seenBy(*m_bob, *m_alice).mood, seen);
}

void tst_TwoWindows::lineLostMakesStaleNotOffline()
{
    QSignalSpy changes(&m_bob->session().presences(), &core::PresenceModel::presencesChanged);
    m_bob->session().signOut();
    QTRY_COMPARE(m_bob->connection().status().state, core::ConnectionState::Offline);
    QTRY_COMPARE(seenBy(*m_bob, *m_alice).freshness, core::Freshness::Stale);
    QCOMPARE(seenBy(*m_bob, *m_alice).availability, Availability::Chat);
    m_bob->signInAtNode(*m_node);
    QTRY_COMPARE_WITH_TIMEOUT(seenBy(*m_bob, *m_alice).freshness, core::Freshness::Live, 20'000);
}

void tst_TwoWindows::leavingIsSeenAfterTheGrace()
{
    QTRY_COMPARE_WITH_TIMEOUT(seenBy(*m_alice, *m_bob).freshness, core::Freshness::Live, 20'000);
    m_bob->session().signOut();
    // Leaving, or Doubtful because he came less than two seconds ago; in both cases nothing moves yet.
    QTRY_VERIFY(seenBy(*m_alice, *m_bob).freshness != core::Freshness::Live);
    QCOMPARE(seenBy(*m_alice, *m_bob).availability, Availability::Chat);
    QTRY_COMPARE_WITH_TIMEOUT(seenBy(*m_alice, *m_bob).availability, Availability::Offline, 20'000);
    QCOMPARE(seenBy(*m_bystander, *m_bob).availability, Availability::Unknown);
}

QTEST_MAIN(tst_TwoWindows)
#include "tst_two_windows.moc"
