// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/presence_flood.h"
#include "support/presence_fixture.h"
#include "support/session_fixture.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace timbre;
using core::Availability;
using core::PresenceFlood;
using protocol::Show;
using test::PresenceFixture;
using test::SessionFixture;
using Applied = core::PresenceModel::Applied;

// A contact that never stops, and what a hostile `extend` may hold.
class tst_PresenceFlood : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFloodIsHeldAndItsEndIsShown();
    void whoGoesOnStaysHeld();
    void othersAreHeardMeanwhile();
    void theServersNoticeCounts();
    void anOrdinaryDayIsNoFlood();
    void asksOfAFloodAreNotAnswered();
    void theLineForgives();
    void anyExtendIsSafe();

private:
    static void flood(PresenceFixture &f, int frames, qint64 gap = 20)
    {
        for (int i = 0; i < frames; ++i) {
            f.apply(f.first.says(i % 2 ? Show::Busy : Show::Chat));
            f.clock.advance(gap);
        }
    }
};

void tst_PresenceFlood::aFloodIsHeldAndItsEndIsShown()
{
    PresenceFixture f;
    flood(f, PresenceFlood::mostFrames); // just not too many
    QCOMPARE(f.shown().mutedUntil, 0);
    QCOMPARE(f.shown().availability, Availability::Busy);
    f.told.clear();
    QCOMPARE(f.apply(f.first.says(Show::Chat)), Applied::OutOfOrder);
    const qint64 until = f.shown().mutedUntil;
    QCOMPARE(until, f.clock.wall() + PresenceFlood::muteTime.count());
    for (int i = 0; i < 50; ++i) {
        f.apply(f.first.says(Show::Away, protocol::SubStatus::Changed, u"last %1"_s.arg(i)));
        f.clock.advance(20);
    }
    QCOMPARE(f.shown().availability, Availability::Busy);
    QCOMPARE(f.told.size(), 1); // that it is held
    f.clock.advance(PresenceFlood::muteTime);
    QCOMPARE(f.shown().mutedUntil, 0);
    QCOMPARE(f.shown().availability, Availability::Away);
    QCOMPARE(f.shown().mood, u"last 49"_s);
}

void tst_PresenceFlood::whoGoesOnStaysHeld()
{
    PresenceFixture f;
    flood(f, 101);
    QVERIFY(f.shown().mutedUntil > 0);
    f.told.clear();
    flood(f, 60'000, 10); // ten minutes of it
    QVERIFY(f.shown().mutedUntil > 0);
    QVERIFY(f.told.size() <= 60'000 / 100 + 1); // once per hundred frames, only that it goes on
    f.clock.advance(61'000);
    QCOMPARE(f.shown().mutedUntil, 0);
}

void tst_PresenceFlood::othersAreHeardMeanwhile()
{
    PresenceFixture f;
    test::Device eve{u"eve"_s, u"e"_s, u"re"_s};
    flood(f, 150);
    f.apply(eve.says(Show::Away));
    QCOMPARE(f.shown(f.eve).availability, Availability::Away);
    QCOMPARE(f.shown(f.eve).mutedUntil, 0);
}

void tst_PresenceFlood::theServersNoticeCounts()
{
    PresenceFixture f;
    flood(f, 150);
    f.clock.advance(3'000); // no race with its presence
    f.apply(f.first.notice());
    f.clock.advance(6'000);
    QCOMPARE(f.shown().availability, Availability::Offline);
}

void tst_PresenceFlood::anOrdinaryDayIsNoFlood()
{
    PresenceFixture f;
    for (int i = 0; i < 5'000; ++i) { // somebody who plays with the menu, three times a second
        f.apply(f.first.says(i % 2 ? Show::Busy : Show::Chat));
        f.clock.advance(300);
        QCOMPARE(f.shown().mutedUntil, 0);
    }
}

void tst_PresenceFlood::asksOfAFloodAreNotAnswered()
{
    SessionFixture f({u"bob"_s});
    f.signIn({u"bob"_s});
    test::Device bob{u"bob"_s, u"b"_s, u"r"_s};
    for (int i = 0; i < 2'000; ++i) {
        bob.resource = u"device%1"_s.arg(i); // each a new one, which would want its answer
        f.presence(bob.asks(Show::Chat));
        f.clock.advance(10);
    }
    f.clock.advance(2'000);
    // One answer per half second at most while it was heard, then none.
    QVERIFY(f.connection.sentPresences().size() <= 10);
}

void tst_PresenceFlood::theLineForgives()
{
    PresenceFixture f;
    flood(f, 150);
    f.model.lineLost();
    QCOMPARE(f.shown().mutedUntil, 0);
    f.model.lineBack();
    f.apply(f.first.answers(Show::Away));
    QCOMPARE(f.shown().availability, Availability::Away);
}

void tst_PresenceFlood::anyExtendIsSafe()
{
    PresenceFixture f;
    std::mt19937 random(7);
    const QStringList keys{u"v"_s,    u"run"_s,  u"seq"_s, u"until"_s, u"since"_s,
                           u"idle"_s, u"next"_s, u"src"_s, u"act"_s};
    const QStringList values{u""_s,
                             u"0"_s,
                             u"-1"_s,
                             u"1"_s,
                             u"9223372036854775807"_s,
                             u"9223372036854775808"_s,
                             u"999999999999"_s,
                             u"1e9"_s,
                             u"0x10"_s,
                             u" 5"_s,
                             u"٣٤"_s,
                             QString(1'000'000, u'9'),
                             QString(100'000, u'x'),
                             QString(QChar(0)),
                             u"1800000000"_s,
                             QString(QChar(0xd800))};
    qint64 cost = 0;
    for (int i = 0; i < 3'000; ++i) {
        protocol::Presence presence = f.web.says(Show::Busy);
        presence.extend.emplace();
        for (const QString &key : keys) {
            if (random() % 2)
                presence.extend->insert(
                    key, values.at(static_cast<qsizetype>(random() % static_cast<size_t>(values.size()))));
        }
        if (i % 1'000 == 0) {
            for (int more = 0; more < 20'000; ++more)
                presence.extend->insert(u"key%1"_s.arg(more), u"value"_s);
        }
        f.apply(presence);
        f.clock.advance(200); // no flood
        const core::ContactPresence shown = f.shown();
        const qint64 now = f.clock.wall();
        QVERIFY(shown.until == 0 || (shown.until > now - 1'000 && shown.until < now + 400LL * 24 * 3'600'000));
        QVERIFY(shown.since <= now);
        QVERIFY(shown.idleSince <= now);
        cost += shown.mutedUntil;
    }
    QCOMPARE(cost, 0);
}

QTEST_GUILESS_MAIN(tst_PresenceFlood)
#include "tst_presence_flood.moc"
