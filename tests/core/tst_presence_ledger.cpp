// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/presence_ledger.h"
#include "support/session_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace timbre;
using core::Availability;
using core::ContactId;
using core::LedgerEntry;
using core::PresenceLedger;
using test::Device;
using test::FakeClock;
using test::MemoryStore;
using test::SessionFixture;
using Kind = LedgerEntry::Kind;
using Why = LedgerEntry::Why;

namespace {

constexpr qint64 day = 24LL * 3600 * 1'000;
const ContactId bob(u"bob"_s);
const ContactId eve(u"eve"_s);

protocol::Presence presence(protocol::Show show, const std::optional<QList<QString>> &to = {})
{
    protocol::Presence presence;
    presence.show = static_cast<qint16>(show);
    presence.status = u"hi"_s;
    presence.toList = to;
    return presence;
}

QList<Why> reasons(const QList<LedgerEntry> &entries)
{
    QList<Why> list;
    for (const LedgerEntry &entry : entries) {
        if (entry.kind == Kind::Told)
            list.append(entry.why);
    }
    return list;
}

} // namespace

class tst_PresenceLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sessionWritesWhatLeft();
    void ownDevicesAreNobody();
    void anAskIsAnsweredOrNot();
    void whoCameLaterDidNotHearWhatWasToldBefore();
    void repeatedAsksAreOneLine();
    void strangersCannotFillIt();
    void boundedInNumberTimeAndSize();
    void keptAndReadAgain();
    void whatCannotBeReadIsLeftOut_data();
    void whatCannotBeReadIsLeftOut();
    void aNewerDocumentIsLeftAlone();
};

void tst_PresenceLedger::sessionWritesWhatLeft()
{
    SessionFixture f({u"bob"_s, u"eve"_s});
    f.signIn({u"bob"_s, u"eve"_s});
    PresenceLedger &ledger = f.session->ledger();
    QCOMPARE(reasons(ledger.entries()), QList<Why>{Why::SignIn});
    QVERIFY(ledger.entries().first().everybody);
    f.clock.advance(5'000);
    f.session->status().setManual({Availability::Busy, u"call"_s, f.clock.wall() + 10 * 60'000});
    f.clock.advance(1'000);
    const LedgerEntry picked = ledger.entries().last();
    QCOMPARE(picked.why, Why::Picked);
    QCOMPARE(picked.availability, Availability::Busy);
    QCOMPARE(picked.mood, u"call"_s);
    QCOMPARE(picked.at, f.clock.wall() - 1'000);
    f.clock.advance(11 * 60'000);
    QCOMPARE(reasons(ledger.entries()), (QList<Why>{Why::SignIn, Why::Picked, Why::Repeat, Why::Ended}));
    // The line breaks: what is told on the new one is a sign-in again.
    f.connection.dropLine();
    f.signIn({u"bob"_s, u"eve"_s});
    QCOMPARE(reasons(ledger.entries()).last(), Why::SignIn);
    // As many lines as frames left for others.
    QCOMPARE(f.connection.sentPresences().size(), 0); // signIn() forgets them
    f.session->status().setAvailability(Availability::Away);
    f.clock.advance(1'000);
    QCOMPARE(ledger.entries().last().availability, Availability::Away);
}

void tst_PresenceLedger::ownDevicesAreNobody()
{
    SessionFixture f({u"bob"_s});
    f.signIn({u"bob"_s});
    f.session->status().setAvailability(Availability::Busy);
    f.clock.advance(1'000);
    QVERIFY(!f.connection.sentToOwnDevices().isEmpty());
    QVERIFY(f.session->ledger().about(ContactId(u"me"_s)).size() < 3); // only what everybody heard
    for (const LedgerEntry &entry : f.session->ledger().entries())
        QVERIFY(!entry.people.contains(ContactId(u"me"_s)));
}

void tst_PresenceLedger::anAskIsAnsweredOrNot()
{
    SessionFixture f({u"bob"_s});
    f.signIn({u"bob"_s});
    Device phone{u"bob"_s, u"phone"_s, u"r1"_s};
    Device stranger{u"mallory"_s, u"x"_s, u"r2"_s};
    f.clock.advance(1'000);
    f.presence(phone.asks(protocol::Show::Chat));
    f.presence(stranger.asks(protocol::Show::Chat));
    f.clock.advance(2'000);
    const QList<LedgerEntry> aboutBob = f.session->ledger().about(bob);
    QCOMPARE(aboutBob.size(), 3);
    QCOMPARE(aboutBob.at(1).kind, Kind::Asked);
    QVERIFY(aboutBob.at(1).answered);
    QVERIFY(!aboutBob.at(1).stranger);
    QCOMPARE(aboutBob.at(2).why, Why::Answer);
    QCOMPARE(aboutBob.at(2).people, QList<ContactId>{bob});
    const LedgerEntry ask = f.session->ledger().entries().at(2);
    QCOMPARE(ask.people, QList<ContactId>{ContactId(u"mallory"_s)});
    QVERIFY(ask.stranger && !ask.answered);
}

void tst_PresenceLedger::whoCameLaterDidNotHearWhatWasToldBefore()
{
    FakeClock clock;
    MemoryStore store;
    PresenceLedger ledger(store, clock);
    ledger.told(presence(protocol::Show::Chat), Why::SignIn);
    ledger.contactsChanged({eve}, {eve, bob});
    ledger.told(presence(protocol::Show::Busy), Why::Picked);
    ledger.told(presence(protocol::Show::Away, QStringList{u"eve"_s}), Why::Answer);
    ledger.contactsChanged({eve, bob}, {eve});
    ledger.told(presence(protocol::Show::Chat), Why::Picked);
    QList<Kind> kinds;
    for (const LedgerEntry &entry : ledger.about(bob))
        kinds.append(entry.kind);
    QCOMPARE(kinds, (QList<Kind>{Kind::Joined, Kind::Told, Kind::Left}));
    QCOMPARE(reasons(ledger.about(eve)), (QList<Why>{Why::SignIn, Why::Picked, Why::Answer, Why::Picked}));
}

void tst_PresenceLedger::repeatedAsksAreOneLine()
{
    FakeClock clock;
    MemoryStore store;
    PresenceLedger ledger(store, clock);
    for (int i = 0; i < 50; ++i) {
        ledger.asked(bob, false);
        clock.advance(1'000);
    }
    QCOMPARE(ledger.entries().size(), 1);
    QCOMPARE(ledger.entries().first().times, 50);
    clock.advance(10 * 60'000);
    ledger.asked(bob, false);
    QCOMPARE(ledger.entries().size(), 2);
}

void tst_PresenceLedger::strangersCannotFillIt()
{
    FakeClock clock;
    MemoryStore store;
    PresenceLedger ledger(store, clock);
    ledger.told(presence(protocol::Show::Chat), Why::SignIn);
    for (int i = 0; i < 20'000; ++i)
        ledger.asked(ContactId(u"stranger%1"_s.arg(i)), true);
    QCOMPARE(ledger.entries().size(), 1 + PresenceLedger::mostStrangers);
    QCOMPARE(ledger.entries().first().kind, Kind::Told);
}

void tst_PresenceLedger::boundedInNumberTimeAndSize()
{
    FakeClock clock;
    MemoryStore store;
    PresenceLedger ledger(store, clock);
    for (int i = 0; i < 6'000; ++i)
        ledger.told(presence(protocol::Show::Chat), Why::Picked);
    QCOMPARE(ledger.entries().size(), PresenceLedger::mostEntries);
    QStringList many;
    for (int i = 0; i < 900; ++i)
        many.append(u"node%1xxxx"_s.arg(i, 5));
    for (int i = 0; i < 200; ++i)
        ledger.told(presence(protocol::Show::Chat, many), Why::Picked);
    clock.advance(31'000);
    const qsizetype size = store.documents.value(u"presence-ledger"_s).size();
    QVERIFY(size > 500'000 && size <= PresenceLedger::mostBytes + 100);
    for (int i = 0; i < 200; ++i)
        many.append(u"more%1"_s.arg(i));
    ledger.told(presence(protocol::Show::Chat, many), Why::Picked);
    QVERIFY(ledger.entries().last().everybody);
    clock.advance(31 * day);
    ledger.asked(bob, false);
    QCOMPARE(ledger.entries().size(), 1);
}

void tst_PresenceLedger::keptAndReadAgain()
{
    FakeClock clock;
    MemoryStore store;
    QList<LedgerEntry> before;
    {
        PresenceLedger ledger(store, clock);
        ledger.told(presence(protocol::Show::Invisible), Why::SignIn);
        ledger.told(presence(protocol::Show::Busy, QStringList{u"bob"_s, u"eve"_s}), Why::Question);
        ledger.asked(bob, true);
        ledger.contactsChanged({eve}, {bob});
        QVERIFY(store.documents.isEmpty()); // not for every line
        before = ledger.entries();
    }
    QVERIFY(!store.documents.isEmpty());
    PresenceLedger again(store, clock);
    QCOMPARE(again.entries(), before);
    QCOMPARE(again.entries().first().availability, Availability::Invisible);
    again.clear();
    QVERIFY(PresenceLedger(store, clock).entries().isEmpty());
}

void tst_PresenceLedger::whatCannotBeReadIsLeftOut_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no array") << QByteArray(R"({"a":1})");
    QTest::newRow("unknown kind") << QByteArray(R"([9,1800000000000,"*",0,"chat",""])");
    QTest::newRow("unknown reason") << QByteArray(R"([0,1800000000000,"*",99,"chat",""])");
    QTest::newRow("unknown state") << QByteArray(R"([0,1800000000000,"*",0,"sleepy",""])");
    QTest::newRow("nobody") << QByteArray(R"([0,1800000000000,[],0,"chat",""])");
    QTest::newRow("no time") << QByteArray(R"([0,-4,"*",0,"chat",""])");
    QTest::newRow("wrong types") << QByteArray(R"(["a",[],{},null,7,[1]])");
    QTest::newRow("deep") << QByteArray(100'000, '[');
    QTest::newRow("long node") << R"([1,1800000000000,[")" + QByteArray(1'000, 'x') + R"("],true,false,1])";
}

void tst_PresenceLedger::whatCannotBeReadIsLeftOut()
{
    QFETCH(QByteArray, line);
    FakeClock clock;
    MemoryStore store;
    const QByteArray good = R"([1,1800000000000,["bob"],true,false,3])";
    store.documents.insert(u"presence-ledger"_s, "{\"v\":1}\n" + good + '\n' + line + '\n' + good);
    PresenceLedger ledger(store, clock);
    QCOMPARE(ledger.entries().size(), 2);
    QCOMPARE(ledger.entries().first().times, 3);
}

void tst_PresenceLedger::aNewerDocumentIsLeftAlone()
{
    FakeClock clock;
    MemoryStore store;
    const QByteArray newer = "{\"v\":2}\n[1,1800000000000,[\"bob\"],true,false,3]\n[77]";
    store.documents.insert(u"presence-ledger"_s, newer);
    {
        PresenceLedger ledger(store, clock);
        QVERIFY(ledger.isReadOnly());
        QCOMPARE(ledger.entries().size(), 1);
        ledger.asked(eve, false);
        clock.advance(60'000);
    }
    QCOMPARE(store.documents.value(u"presence-ledger"_s), newer);
}

QTEST_GUILESS_MAIN(tst_PresenceLedger)
#include "tst_presence_ledger.moc"
