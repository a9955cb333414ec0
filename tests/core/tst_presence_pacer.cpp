// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/presence_pacer.h"
#include "support/fake_clock.h"
#include "support/scripted_connection.h"

#include <QTest>

using namespace timbre;
using namespace timbre::core;
using namespace timbre::test;
using namespace Qt::StringLiterals;

class tst_PresencePacer : public QObject
{
    Q_OBJECT

private:
    FakeClock clock;
    std::unique_ptr<ScriptedConnection> connection;
    std::unique_ptr<PresencePacer> pacer;

    void put(const QString &name, PresencePacer::Turn turn = PresencePacer::Turn::InOrder)
    {
        pacer->enqueue(
            [name] {
                protocol::Presence presence;
                presence.status = name;
                return std::optional(protocol::Frame{protocol::FrameType::Presence, {}, presence});
            },
            turn);
    }
    QStringList sent() const
    {
        QStringList names;
        for (const protocol::Presence &presence : connection->sentPresences())
            names += presence.status.value_or(QString());
        return names;
    }

private Q_SLOTS:
    void init()
    {
        connection = std::make_unique<ScriptedConnection>(&clock);
        connection->bringUp();
        pacer = std::make_unique<PresencePacer>(*connection, clock);
    }
    void cleanup()
    {
        pacer.reset();
        connection.reset();
    }

    void framesLeaveTwentyMillisecondsApart()
    {
        const qint64 start = clock.monotonic();
        put(u"a"_s);
        put(u"b"_s);
        put(u"c"_s);
        QCOMPARE(sent(), QStringList());
        clock.advance(0);
        QCOMPARE(sent(), QStringList{u"a"_s});
        clock.advance(1'000);
        QCOMPARE(connection->presenceTimes(), (QList<qint64>{start, start + 20, start + 40}));
        put(u"d"_s);
        clock.advance(0); // long after the last one: at once
        QCOMPARE(sent(), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
    }

    void firstTurnGoesBeforeTheOthers()
    {
        put(u"a"_s);
        put(u"b"_s);
        put(u"urgent"_s, PresencePacer::Turn::First);
        put(u"urgent too"_s, PresencePacer::Turn::First);
        clock.advance(100);
        QCOMPARE(sent(), (QStringList{u"urgent"_s, u"urgent too"_s, u"a"_s, u"b"_s}));
    }

    void whatIsNoLongerNeededTakesNoTurn()
    {
        const qint64 start = clock.monotonic();
        pacer->enqueue([] { return std::nullopt; });
        put(u"a"_s);
        clock.advance(0);
        QCOMPARE(connection->presenceTimes(), QList<qint64>{start});
    }

    void makingOneMayEnqueueTheNext()
    {
        const qint64 start = clock.monotonic();
        pacer->enqueue([this] {
            put(u"second"_s);
            return std::optional(protocol::Frame{protocol::FrameType::Presence, {}, protocol::Presence()});
        });
        clock.advance(100);
        QCOMPARE(connection->presenceTimes(), (QList<qint64>{start, start + 20}));
    }

    void clearDropsWhatWaits()
    {
        put(u"a"_s);
        pacer->clear();
        clock.advance(100);
        QCOMPARE(sent(), QStringList());
    }

    void gapHoldsAcrossClear()
    {
        const qint64 start = clock.monotonic();
        put(u"a"_s);
        clock.advance(5);
        pacer->clear();
        put(u"b"_s);
        clock.advance(100);
        QCOMPARE(connection->presenceTimes(), (QList<qint64>{start, start + 20}));
    }
};

QTEST_GUILESS_MAIN(tst_PresencePacer)
#include "tst_presence_pacer.moc"
