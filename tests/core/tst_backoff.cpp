// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/backoff.h"
#include "support/fake_random.h"

#include <QTest>

using namespace timbre::core;
using timbre::test::FakeRandom;

namespace {
constexpr double almostOne = 0.999999;
}

class tst_Backoff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstWaitDependsOnTheCause()
    {
        FakeRandom random;
        random.script({0.5, 0.5});
        QCOMPARE(Backoff().next(Backoff::Cause::Server, random), Milliseconds(1'500));
        QCOMPARE(Backoff().next(Backoff::Cause::Local, random), Milliseconds(125));
    }

    void laterWaitsDoubleUpToTheCap()
    {
        FakeRandom random;
        Backoff backoff;
        backoff.next(Backoff::Cause::Local, random);
        for (const int ceiling : {1, 2, 4, 8, 16, 30, 30, 30}) {
            random.script({almostOne});
            const Milliseconds wait = backoff.next(Backoff::Cause::Server, random);
            QVERIFY(wait < std::chrono::seconds(ceiling));
            QVERIFY(wait > std::chrono::seconds(ceiling) - Milliseconds(5));
        }
        QCOMPARE(backoff.attempts(), 9);
    }

    void laterWaitsAreNeverNothing()
    {
        FakeRandom random;
        Backoff backoff;
        backoff.next(Backoff::Cause::Local, random);
        random.script({0.0});
        QCOMPARE(backoff.next(Backoff::Cause::Local, random), Milliseconds(250));
    }

    void resetStartsAgain()
    {
        FakeRandom random;
        Backoff backoff;
        for (int i = 0; i < 100; ++i)
            QVERIFY(backoff.next(Backoff::Cause::Server, random) <= Backoff::cap);
        backoff.reset();
        random.script({almostOne});
        QVERIFY(backoff.next(Backoff::Cause::Local, random) < Milliseconds(250));
        QCOMPARE(backoff.attempts(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_Backoff)
#include "tst_backoff.moc"
