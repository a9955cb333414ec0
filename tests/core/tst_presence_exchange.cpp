// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/presence_exchange.h"
#include "support/fake_clock.h"
#include "support/fake_random.h"
#include "support/memory_store.h"
#include "support/scripted_connection.h"

#include <QTest>

using namespace timbre;
using namespace timbre::core;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using protocol::SubStatus;

namespace {

const ContactId bob(u"bob"_s);
const ContactId eve(u"eve"_s);

struct Fixture {
    FakeClock clock;
    FakeRandom random;
    MemoryStore store;
    ScriptedConnection connection{&clock};
    PresencePacer pacer{connection, clock};
    StatusController status{pacer, connection, store, clock, random};
    PresenceExchange exchange{pacer, status, clock, random};

    Fixture() { connection.bringUp(); }
    void announce()
    {
        connection.synchronized();
        status.announce();
        clock.advance(100);
        connection.sent.clear();
    }
    QList<protocol::Presence> take()
    {
        const auto list = connection.sentPresences();
        connection.sent.clear();
        return list;
    }
};

} // namespace

class tst_PresenceExchange : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Fixture> f;

private Q_SLOTS:
    void init() { f = std::make_unique<Fixture>(); }
    void cleanup() { f.reset(); }

    void askersOfAMomentShareOneAnswer()
    {
        f->announce();
        f->random.script({0.0});
        f->exchange.answer(bob);
        f->clock.advance(200);
        f->exchange.answer(eve);
        f->exchange.answer(bob);
        f->clock.advance(49);
        QVERIFY(f->take().isEmpty());
        f->clock.advance(1);
        const auto sent = f->take();
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent.first().subStatus, qint8(SubStatus::Answer));
        QCOMPARE(sent.first().show, qint16(1));
        QVERIFY(!sent.first().toTid);
        const auto to = *sent.first().toList;
        QCOMPARE(QSet<QString>(to.begin(), to.end()), (QSet<QString>{u"bob"_s, u"eve"_s}));
        QCOMPARE(to.size(), 2);
    }

    void waitIsRandomUpToHalfASecond()
    {
        f->announce();
        f->random.script({0.999});
        f->exchange.answer(bob);
        f->clock.advance(498);
        QVERIFY(f->take().isEmpty());
        f->clock.advance(2);
        QCOMPARE(f->take().size(), 1);
    }

    void sameStateIsNotAnsweredTwiceInTenSeconds()
    {
        f->announce();
        f->exchange.answer(bob);
        f->clock.advance(600);
        QCOMPARE(f->take().size(), 1);
        f->exchange.answer(bob);
        f->exchange.answer(eve);
        f->clock.advance(600);
        auto sent = f->take();
        QCOMPARE(sent.size(), 1);
        QCOMPARE(*sent.first().toList, QList<QString>{u"eve"_s});
        f->clock.advance(10'000);
        f->exchange.answer(bob);
        f->clock.advance(600);
        QCOMPARE(f->take().size(), 1);
    }

    void newStateNewDeviceAndReturnAreAnswered()
    {
        f->announce();
        f->exchange.answer(bob, u"a"_s);
        f->clock.advance(600);
        f->exchange.answer(bob, u"b"_s);
        f->clock.advance(600);
        QCOMPARE(f->take().size(), 2);
        f->exchange.forget(bob);
        f->exchange.answer(bob, u"b"_s);
        f->clock.advance(600);
        QCOMPARE(f->take().size(), 1);
        f->status.setAvailability(Availability::Busy);
        f->clock.advance(300);
        f->take();
        f->exchange.answer(bob, u"b"_s);
        f->clock.advance(600);
        QCOMPARE(f->take().first().show, qint16(4));
    }

    void newDeviceBesideAnAnsweredOneIsAnswered()
    {
        f->announce();
        f->exchange.answer(bob, u"a"_s);
        f->clock.advance(600);
        f->exchange.answer(bob, u"a"_s);
        f->exchange.answer(bob, u"b"_s);
        f->clock.advance(600);
        QCOMPARE(f->take().size(), 2);
    }

    void answersSayWhatWasAnnouncedNotWhatIsPicked()
    {
        f->announce();
        f->random.script({0.0});
        f->exchange.answer(bob);
        f->clock.advance(100);
        f->status.setAvailability(Availability::Busy);
        f->clock.advance(150);
        QCOMPARE(f->take().first().show, qint16(1));
    }

    void invisibleAnswersWithoutMood()
    {
        f->status.setManual({Availability::Invisible, u"secret"_s});
        f->announce();
        f->exchange.answer(bob);
        f->clock.advance(600);
        const auto sent = f->take();
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent.first().show, qint16(2));
        QVERIFY(!sent.first().status);
    }

    void nothingBeforeTheFirstBroadcastOrAfterTheLine()
    {
        f->exchange.answer(bob);
        f->exchange.ask(bob);
        f->clock.advance(1'000);
        QVERIFY(f->take().isEmpty());
        f->announce();
        f->exchange.answer(bob);
        f->exchange.ask(bob);
        f->exchange.lineLost();
        f->clock.advance(1'000);
        QVERIFY(f->take().isEmpty());
    }

    void largeCrowdsAreSplitAndPaced()
    {
        f->announce();
        QSet<QString> nodes;
        for (int i = 0; i < 450; ++i) {
            nodes.insert(u"c%1"_s.arg(i));
            f->exchange.answer(ContactId(u"c%1"_s.arg(i)));
        }
        f->clock.advance(600);
        const QList<qint64> times = f->connection.presenceTimes();
        const auto sent = f->take();
        QCOMPARE(sent.size(), 3);
        QSet<QString> reached;
        for (const protocol::Presence &presence : sent) {
            QVERIFY(presence.toList->size() <= 200);
            reached.unite(QSet<QString>(presence.toList->begin(), presence.toList->end()));
        }
        QCOMPARE(reached, nodes);
        QVERIFY(times[1] - times[0] >= 20 && times[2] - times[1] >= 20);
    }

    void asksOfAMomentShareOnePacket()
    {
        f->announce();
        f->exchange.ask(bob);
        f->exchange.ask(eve);
        f->exchange.ask(bob);
        f->clock.advance(0);
        const auto sent = f->take();
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent.first().subStatus, qint8(SubStatus::Ask));
        QCOMPARE(*sent.first().toList, (QList<QString>{u"bob"_s, u"eve"_s}));
    }

    void presencesOfBothSendersAreNeverInFlightTogether()
    {
        f->announce();
        f->random.script({0.2});
        f->exchange.answer(bob); // after 300 ms, as the pick
        f->status.setAvailability(Availability::Busy);
        f->exchange.ask(eve);
        f->clock.advance(290);
        f->status.announceProfile();
        f->status.announce();
        f->clock.advance(2'000);
        const QList<qint64> times = f->connection.presenceTimes();
        QVERIFY(times.size() >= 4);
        for (qsizetype i = 1; i < times.size(); ++i)
            QVERIFY(times[i] - times[i - 1] >= 20);
        qint64 last = 0;
        for (const protocol::Presence &presence : f->take()) {
            QVERIFY(presence.extend->value(u"seq"_s).toLongLong() > last);
            last = presence.extend->value(u"seq"_s).toLongLong();
        }
    }
};

QTEST_GUILESS_MAIN(tst_PresenceExchange)
#include "tst_presence_exchange.moc"
