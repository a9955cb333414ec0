// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/auto_away.h"
#include "core/status_controller.h"
#include "support/fake_clock.h"
#include "support/fake_random.h"
#include "support/memory_store.h"
#include "support/scripted_connection.h"
#include "support/scripted_desk.h"

#include <QSignalSpy>
#include <QTest>

using namespace timbre;
using namespace timbre::core;
using namespace timbre::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 second = 1'000;
constexpr qint64 minute = 60'000;

struct Fixture {
    FakeClock clock;
    FakeRandom random;
    MemoryStore store;
    ScriptedConnection connection{&clock};
    PresencePacer pacer{connection, clock};
    ScriptedDesk desk{clock};
    std::unique_ptr<StatusController> status;

    explicit Fixture(Availability availability = Availability::Chat)
    {
        store.manual = {availability, u"hi"_s};
        start();
        goOnline();
    }
    void start()
    {
        status = std::make_unique<StatusController>(pacer, connection, store, clock, random);
        status->setIdleSource(desk);
    }
    void goOnline()
    {
        connection.bringUp();
        connection.synchronized();
        status->announce();
        clock.advance(second);
        connection.sent.clear();
    }
    // Someone works, with an input every second.
    void work(qint64 time)
    {
        for (qint64 spent = 0; spent < time; spent += second) {
            desk.touch();
            clock.advance(second);
        }
    }
    // "show/subStatus/mood/idle for so many seconds" of each frame, and forgets them.
    QStringList sent()
    {
        QStringList list;
        for (const ScriptedConnection::Sent &frame : std::exchange(connection.sent, {})) {
            const auto *presence = std::get_if<protocol::Presence>(&frame.frame.payload);
            if (!presence)
                continue;
            const QString idle = presence->extend->value(u"idle"_s);
            const qint64 wallThen = clock.wall() - (clock.monotonic() - frame.at);
            list += u"%1/%2/%3/%4"_s.arg(presence->show.value_or(-1))
                        .arg(presence->subStatus.value_or(-1))
                        .arg(presence->status.value_or(u"none"_s))
                        .arg(idle.isEmpty() ? u"-"_s : QString::number(wallThen / 1'000 - idle.toLongLong()));
        }
        return list;
    }
};

enum class Cause { Idle, Lock, Suspend };
enum class Event { Return, ManualChange, Quit, LineLoss };

} // namespace

class tst_AutoAway : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // features.md S3: every manual status, every cause, everything that may come next.
    void table_data()
    {
        QTest::addColumn<Availability>("manual");
        QTest::addColumn<int>("cause");
        QTest::addColumn<int>("event");
        const std::pair<const char *, Availability> states[] = {{"Chat", Availability::Chat},
                                                                {"Away", Availability::Away},
                                                                {"Busy", Availability::Busy},
                                                                {"Invisible", Availability::Invisible}};
        const std::pair<const char *, Cause> causes[]
            = {{"idle", Cause::Idle}, {"lock", Cause::Lock}, {"suspend", Cause::Suspend}};
        const std::pair<const char *, Event> events[] = {{"return", Event::Return},
                                                         {"manual change", Event::ManualChange},
                                                         {"quit", Event::Quit},
                                                         {"line loss", Event::LineLoss}};
        for (const auto &[stateName, state] : states) {
            for (const auto &[causeName, cause] : causes) {
                for (const auto &[eventName, event] : events)
                    QTest::addRow("%s, %s, %s", stateName, causeName, eventName)
                        << state << static_cast<int>(cause) << static_cast<int>(event);
            }
        }
    }
    void table()
    {
        QFETCH(Availability, manual);
        QFETCH(int, cause);
        QFETCH(int, event);
        Fixture f(manual);
        f.work(10 * second);
        const ManualStatus picked = f.status->manual();
        const bool isChat = manual == Availability::Chat;
        const qint64 goneAt = f.clock.monotonic();

        if (Cause(cause) == Cause::Idle) {
            f.clock.advance(10 * minute + 5 * second);
        } else {
            Cause(cause) == Cause::Lock ? f.desk.setLocked(true) : f.desk.setAsleep(true);
            // Asleep the clock stands still: it is told at once or never.
            f.clock.advance(Cause(cause) == Cause::Lock ? 11 * second : second / 10);
        }
        // The mood stays, and contacts learn when it began, not when it was noticed.
        const QStringList away = f.sent();
        QCOMPARE(away.size(), isChat ? 1 : 0);
        if (isChat) {
            QVERIFY2(away.first().startsWith(u"3/4/hi/"_s), qPrintable(away.first()));
            const qint64 spent = (f.clock.monotonic() - goneAt) / 1'000;
            const qint64 told = away.first().section(u'/', 3).toLongLong();
            QVERIFY(told >= (Cause(cause) == Cause::Idle       ? 600
                                 : Cause(cause) == Cause::Lock ? 9
                                                               : 0)
                    && told <= spent + 1);
        }
        QCOMPARE(f.status->absence().has_value(), isChat);
        QCOMPARE(f.status->manual(), picked);
        QCOMPARE(f.store.manual, picked); // never the automatic one

        const QString back = u"%1/4/%2/-"_s.arg(static_cast<int>(showFromAvailability(manual)))
                                 .arg(manual == Availability::Invisible ? u"none"_s : u"hi"_s);
        switch (Event(event)) {
        case Event::Return:
            f.desk.setLocked(false);
            f.desk.setAsleep(false);
            f.work(4 * second);
            QCOMPARE(f.sent(), isChat ? QStringList{back} : QStringList());
            QCOMPARE(f.status->manual(), picked);
            break;
        case Event::ManualChange: {
            const Availability other = manual == Availability::Busy ? Availability::Away : Availability::Busy;
            f.status->setAvailability(other);
            f.clock.advance(minute);
            QCOMPARE(f.sent(), QStringList{u"%1/4/hi/-"_s.arg(static_cast<int>(showFromAvailability(other)))});
            QCOMPARE(f.store.manual, (ManualStatus{other, u"hi"_s}));
            break;
        }
        case Event::Quit:
            f.status.reset();
            QCOMPARE(f.store.manual, picked);
            f.start();
            QCOMPARE(f.status->effective().availability, manual);
            break;
        case Event::LineLoss:
            f.connection.dropLine();
            f.status->lineLost();
            f.clock.advance(second);
            QCOMPARE(f.sent(), QStringList());
            f.connection.bringUp();
            f.connection.synchronized();
            f.status->announce();
            f.clock.advance(second);
            {
                const QStringList again = f.sent();
                QCOMPARE(again.size(), 1);
                QCOMPARE(again.first().section(u'/', 0, 1),
                         isChat ? u"3/1"_s : u"%1/1"_s.arg(static_cast<int>(showFromAvailability(manual))));
                QCOMPARE(again.first().section(u'/', 3) != u"-"_s, isChat);
            }
            break;
        }
    }

    void workingIsNotIdle()
    {
        Fixture f;
        f.work(30 * minute);
        QCOMPARE(f.sent(), QStringList());
        QVERIFY(f.status->seesIdle());
        QVERIFY(f.desk.polls <= 35); // a minute apart while there is nothing to see
    }

    void notOneSecondTooEarly()
    {
        Fixture f;
        f.work(10 * second);
        f.clock.advance(10 * minute - 2 * second);
        QVERIFY(!f.status->absence());
    }

    void theEndComesBackToo()
    {
        Fixture f;
        f.status->setManual({Availability::Chat, u"coffee"_s}, ClearAfter::FourHours);
        f.work(10 * second);
        const ManualStatus picked = f.status->manual();
        f.sent();
        f.clock.advance(11 * minute);
        QCOMPARE(f.status->announced().until, 0); // nobody knows when they are back
        QCOMPARE(f.status->manual(), picked);
        f.work(4 * second);
        QCOMPARE(f.status->announced().until, picked.until);
        QCOMPARE(f.sent().size(), 2);
    }

    void anEndDuringAbsenceChangesTheTextOnly()
    {
        Fixture f;
        f.status->setManual({Availability::Chat, u"coffee"_s}, ClearAfter::HalfHour);
        f.work(10 * second);
        f.sent();
        f.clock.advance(31 * minute);
        const QStringList sent = f.sent();
        QCOMPARE(sent.size(), 2);
        QVERIFY(sent.last().startsWith(u"3/4/hi/"_s));
    }

    void aBumpedTableIsNoReturn()
    {
        Fixture f;
        f.work(10 * second);
        f.clock.advance(11 * minute);
        f.sent();
        for (int i = 0; i < 5; ++i) {
            f.desk.touch();
            f.clock.advance(15 * second);
        }
        QVERIFY(f.status->absence());
        QCOMPARE(f.sent(), QStringList());
    }

    void returnIsToldWithinASecondOfTheSecondOne()
    {
        Fixture f;
        f.work(10 * second);
        f.clock.advance(11 * minute);
        f.sent();
        f.work(2 * second);
        QVERIFY(f.status->absence());
        f.work(2 * second);
        QVERIFY(!f.status->absence());
        QCOMPARE(f.sent(), QStringList{u"1/4/hi/-"_s});
    }

    void aShortLockIsNothing()
    {
        Fixture f;
        f.desk.setLocked(true);
        f.clock.advance(9 * second);
        f.desk.setLocked(false);
        f.clock.advance(minute);
        QCOMPARE(f.sent(), QStringList());
    }

    void lockAfterIdleEndsWithTheLock()
    {
        Fixture f;
        f.work(10 * second);
        f.clock.advance(11 * minute);
        f.desk.setLocked(true);
        f.clock.advance(60 * minute);
        QCOMPARE(f.sent().size(), 1);
        QCOMPARE(f.status->absence()->reason, Absence::Reason::Idle); // since when they are gone
        f.desk.setLocked(false);
        f.clock.advance(second);
        QVERIFY(!f.status->absence());
        QCOMPARE(f.sent(), QStringList{u"1/4/hi/-"_s});
    }

    void sleepThatStaysLockedIsOneAbsence()
    {
        Fixture f;
        f.desk.setLocked(true);
        f.desk.setAsleep(true);
        f.clock.advance(11 * second);
        f.clock.jumpWall(8 * 60 * minute);
        f.desk.setAsleep(false);
        f.status->reconsider();
        f.clock.advance(5 * second);
        QCOMPARE(f.sent().size(), 1);
        QVERIFY(f.status->absence());
    }

    void sayingHereEndsIt()
    {
        Fixture f;
        f.work(10 * second);
        f.clock.advance(11 * minute);
        f.sent();
        f.status->here();
        f.clock.advance(minute);
        QCOMPARE(f.sent(), QStringList{u"1/4/hi/-"_s});
        f.clock.advance(8 * minute);
        QVERIFY(!f.status->absence());
        f.clock.advance(2 * minute); // still nobody touched anything
        QVERIFY(f.status->absence());
    }

    void theSamePickSaysHere()
    {
        Fixture f;
        f.desk.setLocked(true); // picked from another place, while the screen is locked
        f.clock.advance(11 * second);
        f.sent();
        f.status->setAvailability(Availability::Chat);
        f.clock.advance(minute);
        QCOMPARE(f.sent(), QStringList{u"1/4/hi/-"_s});
        f.desk.setLocked(false);
        f.clock.advance(minute);
        QCOMPARE(f.sent(), QStringList());
    }

    void withoutASourceNothingIsPretended()
    {
        Fixture f;
        f.desk.seesIdle = false;
        f.clock.advance(60 * minute);
        QVERIFY(!f.status->seesIdle());
        QVERIFY(f.status->seesLock());
        QCOMPARE(f.sent(), QStringList());
        f.desk.setLocked(true);
        f.clock.advance(11 * second);
        QCOMPARE(f.sent().size(), 1);
    }

    void aHangingSourceKeepsNobodyAway()
    {
        Fixture f;
        f.work(10 * second);
        f.clock.advance(11 * minute);
        QVERIFY(f.status->absence());
        QSignalSpy changed(f.status.get(), &StatusController::absenceChanged);
        f.desk.hangs = true;
        f.clock.advance(5 * minute);
        QVERIFY(!f.status->absence());
        QVERIFY(!f.status->seesIdle());
        QVERIFY(changed.size() >= 1 && changed.size() <= 2);
        f.desk.hangs = false;
        f.clock.advance(2 * minute);
        QVERIFY(f.status->seesIdle());
    }

    void itIsReadEverySecondOnlyWhileAway()
    {
        Fixture f;
        f.work(10 * second);
        f.clock.advance(11 * minute);
        QVERIFY(f.status->absence());
        f.desk.polls = 0;
        f.clock.advance(10 * second);
        QCOMPARE(f.desk.polls, 10);
        f.work(10 * second);
        f.desk.polls = 0;
        f.work(2 * minute);
        QVERIFY(f.desk.polls >= 2 && f.desk.polls <= 4);
    }
};

QTEST_GUILESS_MAIN(tst_AutoAway)
#include "tst_auto_away.moc"
