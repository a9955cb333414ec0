// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "net/network_watch.h"
#include "net/wake_watch.h"
#include "support/fake_clock.h"

#include <QSignalSpy>
#include <QTest>

#include <sys/socket.h>
#include <unistd.h>

using namespace std::chrono_literals;
using namespace timbre;

class tst_SystemWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noticesSleepOnce()
    {
        test::FakeClock clock;
        core::Milliseconds slept = 1h; // before we started
        net::WakeWatch watch(clock, [&] { return slept; });
        QSignalSpy woke(&watch, &net::WakeWatch::woke);
        clock.advance(1min);
        QCOMPARE(woke.count(), 0);
        slept += 2s;
        clock.advance(4'999ms);
        QCOMPARE(woke.count(), 0);
        clock.advance(1ms);
        QCOMPARE(woke.count(), 1);
        clock.advance(1min);
        QCOMPARE(woke.count(), 1);
    }

    void clockJitterIsNoSleep()
    {
        test::FakeClock clock;
        core::Milliseconds slept = 0ms;
        net::WakeWatch watch(clock, [&] { return slept; });
        QSignalSpy woke(&watch, &net::WakeWatch::woke);
        for (int i = 0; i < 100; ++i) {
            slept += i % 2 ? 1'999ms : -1'999ms;
            clock.advance(5s);
        }
        QCOMPARE(woke.count(), 0);
    }

    void systemSleepTimeIsNotNegative()
    {
        QVERIFY(net::WakeWatch::systemSleepTime() >= -1ms); // two readings, one after the other
    }

    void stormOfChangesGivesOneSignal()
    {
        test::FakeClock clock;
        int ends[2];
        QVERIFY(socketpair(AF_UNIX, SOCK_DGRAM, 0, ends) == 0);
        net::NetworkWatch watch(clock, ends[0]);
        QSignalSpy changed(&watch, &net::NetworkWatch::changed);
        for (int i = 0; i < 10; ++i) {
            const int timers = clock.activeTimers();
            QCOMPARE(write(ends[1], "xyz", 3), 3);
            if (timers == 0)
                QTRY_COMPARE(clock.activeTimers(), 1);
            clock.advance(10ms);
        }
        QCOMPARE(changed.count(), 0);
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents();
        clock.advance(1s);
        QCOMPARE(changed.count(), 1);
        clock.advance(1min);
        QCOMPARE(changed.count(), 1);
        ::close(ends[1]);
    }

    void closedDescriptorDoesNotSpin()
    {
        test::FakeClock clock;
        int ends[2];
        QVERIFY(socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0);
        net::NetworkWatch watch(clock, ends[0]);
        ::close(ends[1]);
        QTRY_COMPARE(clock.activeTimers(), 1);
        clock.advance(1s);
        for (int i = 0; i < 10; ++i)
            QCoreApplication::processEvents();
        QCOMPARE(clock.activeTimers(), 0);
    }

    void worksWithoutNetlink()
    {
        test::FakeClock clock;
        net::NetworkWatch none(clock, -1);
        net::NetworkWatch real(clock);
        QCoreApplication::processEvents();
    }
};

QTEST_GUILESS_MAIN(tst_SystemWatch)
#include "tst_system_watch.moc"
