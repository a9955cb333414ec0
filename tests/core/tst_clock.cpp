// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/clock.h"
#include "support/fake_clock.h"

#include <QTest>

using namespace timbre::core;
using timbre::test::FakeClock;

class tst_Clock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void systemTimerFiresOnceAndNotEarly()
    {
        SystemClock clock;
        int fired = 0;
        const qint64 start = clock.monotonic();
        const auto timer = clock.makeTimer([&] { ++fired; });
        timer->start(Milliseconds(20));
        QVERIFY(timer->isActive());
        QTRY_COMPARE(fired, 1);
        QVERIFY(clock.monotonic() - start >= 19);
        QVERIFY(!timer->isActive());
    }

    void systemTimerStartsAfreshAndStops()
    {
        SystemClock clock;
        int stopped = 0;
        int restarted = 0;
        int marker = 0;
        const auto first = clock.makeTimer([&] { ++stopped; });
        const auto second = clock.makeTimer([&] { ++restarted; });
        const auto last = clock.makeTimer([&] { ++marker; });
        first->start(Milliseconds(1));
        first->stop();
        second->start(Milliseconds(1));
        second->start(Milliseconds(2));
        last->start(Milliseconds(30));
        QTRY_COMPARE(marker, 1);
        QCOMPARE(stopped, 0);
        QCOMPARE(restarted, 1);
    }

    void systemTimerMayDieInItsCallback()
    {
        SystemClock clock;
        std::unique_ptr<Timer> timer;
        bool fired = false;
        timer = clock.makeTimer([&] {
            timer.reset();
            fired = true;
        });
        timer->start(Milliseconds(0));
        QTRY_VERIFY(fired);
        QVERIFY(!timer);
    }

    void fakeClockFiresInOrderAtTheirTimes()
    {
        FakeClock clock;
        const qint64 start = clock.monotonic();
        QList<QPair<int, qint64>> fired;
        const auto note = [&](int n) { return [&, n] { fired.append({n, clock.monotonic() - start}); }; };
        const auto late = clock.makeTimer(note(1));
        const auto early = clock.makeTimer(note(2));
        const auto never = clock.makeTimer(note(3));
        late->start(Milliseconds(50));
        early->start(Milliseconds(10));
        never->start(Milliseconds(51));
        clock.advance(50);
        QCOMPARE(fired, (QList<QPair<int, qint64>>{{2, 10}, {1, 50}}));
        QCOMPARE(clock.activeTimers(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_Clock)
#include "tst_clock.moc"
