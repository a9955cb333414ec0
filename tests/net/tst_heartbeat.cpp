// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "net/fixed_random.h"
#include "net/heartbeat.h"
#include "support/fake_clock.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace timbre;
using net::Heartbeat;

class tst_Heartbeat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_pings = m_deaths = 0;
        m_clock = std::make_unique<test::FakeClock>();
        m_heart = std::make_unique<Heartbeat>(
            *m_clock, m_random, [this] { ++m_pings; }, [this] { ++m_deaths; });
    }

    void cleanup() { m_heart.reset(); }

    void firstPingComesAfterARandomPartOfThePeriod()
    {
        m_clock->advance(12'499ms);
        QCOMPARE(m_pings, 0);
        m_clock->advance(1ms);
        QCOMPARE(m_pings, 1);
    }

    void pingsEvery25SecondsWhateverElseIsGoingOn()
    {
        m_clock->advance(12'500ms);
        for (int i = 0; i < 10; ++i) {
            for (int second = 0; second < 25; ++second) {
                m_heart->frameReceived();
                m_clock->advance(1s);
            }
        }
        QCOMPARE(m_pings, 11);
        QCOMPARE(m_deaths, 0);
    }

    void deadAfter10SecondsOfSilence()
    {
        m_clock->advance(12'500ms + 9'999ms);
        QCOMPARE(m_deaths, 0);
        m_clock->advance(1ms);
        QCOMPARE(m_deaths, 1);
    }

    void anyFrameIsLife()
    {
        m_clock->advance(12'500ms + 9'999ms);
        m_heart->frameReceived();
        m_clock->advance(10s);
        QCOMPARE(m_deaths, 0);
    }

    void ourOwnBurstDoublesTheLimit_data()
    {
        QTest::addColumn<int>("framesBefore");
        QTest::addColumn<int>("framesAfter");
        QTest::addColumn<int>("limit");
        QTest::newRow("quiet") << 0 << 0 << 10'000;
        QTest::newRow("a few") << 10 << 9 << 10'000;
        QTest::newRow("before the ping") << 20 << 0 << 20'000;
        QTest::newRow("after the ping") << 0 << 20 << 20'000;
        QTest::newRow("across the ping") << 10 << 10 << 20'000;
    }

    void ourOwnBurstDoublesTheLimit()
    {
        QFETCH(const int, framesBefore);
        QFETCH(const int, framesAfter);
        QFETCH(const int, limit);
        send(framesBefore);
        m_clock->advance(12'500ms);
        send(framesAfter);
        m_clock->advance(core::Milliseconds(limit - 1));
        QCOMPARE(m_deaths, 0);
        m_clock->advance(1ms);
        QCOMPARE(m_deaths, 1);
    }

    void anOldBurstDoesNotCount()
    {
        send(100);
        m_clock->advance(12'500ms);
        m_heart->frameReceived();
        m_clock->advance(25s);
        m_clock->advance(10s);
        QCOMPARE(m_deaths, 1);
    }

    void probeAsksAtOnceAndWaitsThreeSeconds()
    {
        m_heart->probe();
        QCOMPARE(m_pings, 1);
        m_clock->advance(2'999ms);
        QCOMPARE(m_deaths, 0);
        m_clock->advance(1ms);
        QCOMPARE(m_deaths, 1);
    }

    void answeredProbeIsForgotten()
    {
        m_heart->probe();
        m_heart->frameReceived();
        m_clock->advance(24s);
        QCOMPARE(m_pings, 1);
        QCOMPARE(m_deaths, 0);
    }

private:
    void send(int frames)
    {
        for (int i = 0; i < frames; ++i)
            m_heart->frameSent();
    }

    test::FixedRandom m_random;
    std::unique_ptr<test::FakeClock> m_clock;
    std::unique_ptr<Heartbeat> m_heart;
    int m_pings = 0;
    int m_deaths = 0;
};

QTEST_GUILESS_MAIN(tst_Heartbeat)
#include "tst_heartbeat.moc"
