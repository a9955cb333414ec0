// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "support/status_fixture.h"

#include <QDateTime>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

using namespace timbre;
using namespace timbre::core;
using namespace timbre::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;

struct Fixture : StatusFixture {
    void goOnline()
    {
        StatusFixture::goOnline();
        clock.advance(1'900);
        connection.sent.clear();
    }
    void drop()
    {
        connection.dropLine();
        status->lineLost();
    }
    // "show/subStatus/mood/until" of each frame, until as seconds from now; and forgets them.
    QStringList sent()
    {
        QStringList list;
        for (const protocol::Presence &presence : connection.sentPresences()) {
            const QString until = presence.extend->value(u"until"_s);
            list += u"%1/%2/%3/%4"_s.arg(presence.show.value_or(-1))
                        .arg(presence.subStatus.value_or(-1))
                        .arg(presence.status.value_or(u"none"_s))
                        .arg(until.isEmpty() ? u"-"_s : QString::number(until.toLongLong() - clock.wall() / 1'000));
        }
        connection.sent.clear();
        return list;
    }
    ManualStatus chat() const { return {Availability::Chat, u"hi"_s}; }
};

} // namespace

class tst_StatusEnd : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Fixture> f;

    // One hour Busy, beginning with the next full hour of today's weekday (the tests run in UTC).
    Schedule nextHour(const QString &mood) const
    {
        const QDateTime begin = QDateTime::fromMSecsSinceEpoch((f->clock.wall() / hour + 1) * hour, Qt::UTC);
        ScheduleRule rule;
        rule.days = static_cast<quint8>(1 << (begin.date().dayOfWeek() - 1));
        rule.from = begin.time().hour() * 60;
        rule.to = (rule.from + 60) % (24 * 60);
        rule.mood = mood;
        return Schedule({rule});
    }

private Q_SLOTS:
    void init() { f = std::make_unique<Fixture>(); }
    void cleanup() { f.reset(); }

    void bothStateAndTextComeBack()
    {
        f->goOnline();
        f->status->setManual({Availability::Busy, u"meeting"_s}, ClearAfter::Hour);
        f->clock.advance(0);
        QCOMPARE(f->sent(), QStringList{u"4/4/meeting/3600"_s});
        QCOMPARE(f->store.before, f->chat());
        f->clock.advance(hour - 1);
        QCOMPARE(f->sent(), QStringList());
        f->clock.advance(1);
        QCOMPARE(f->sent(), QStringList{u"1/4/hi/-"_s});
        QCOMPARE(f->status->manual(), f->chat());
        QCOMPARE(f->store.manual, f->chat());
        QVERIFY(!f->status->canUndo());
        f->clock.advance(24 * hour);
        QCOMPARE(f->sent(), QStringList());
    }

    void aChangeByHandDropsTheEnd_data()
    {
        QTest::addColumn<bool>("state");
        QTest::newRow("state") << true;
        QTest::newRow("text") << false;
    }
    void aChangeByHandDropsTheEnd()
    {
        QFETCH(bool, state);
        f->goOnline();
        f->status->setManual({Availability::Busy, u"meeting"_s}, ClearAfter::HalfHour);
        f->clock.advance(10 * minute);
        if (state)
            f->status->setAvailability(Availability::Away);
        else
            f->status->setMood(u"other"_s);
        f->clock.advance(1'000);
        const ManualStatus picked = f->status->manual();
        QCOMPARE(picked.until, 0);
        f->sent();
        f->clock.advance(24 * hour);
        QCOMPARE(f->sent(), QStringList());
        QCOMPARE(f->status->manual(), picked);
    }

    void theSameAgainKeepsTheEnd()
    {
        f->goOnline();
        f->status->setManual({Availability::Busy, u"meeting"_s}, ClearAfter::HalfHour);
        f->clock.advance(1'000);
        const ManualStatus picked = f->status->manual();
        f->sent();
        f->status->setAvailability(Availability::Busy);
        f->status->setMood(u" meeting "_s);
        f->status->setManual({Availability::Busy, u"meeting"_s});
        f->clock.advance(1'000);
        QCOMPARE(f->status->manual(), picked);
        QCOMPARE(f->sent(), QStringList());
    }

    void onlyTheEndMakesNoSecondRecent()
    {
        f->goOnline();
        f->status->setManual({Availability::Busy, u"meeting"_s}, ClearAfter::HalfHour);
        f->clock.advance(5 * minute);
        const QList<RecentMood> moods = f->status->recentMoods();
        QCOMPARE(moods.size(), 1);
        f->sent();
        f->status->setClearAfter(ClearAfter::FourHours);
        f->clock.advance(1'000);
        QCOMPARE(f->status->recentMoods(), moods);
        QCOMPARE(f->sent().size(), 1); // contacts see the new end
        QCOMPARE(f->status->manual().until, f->clock.wall() - 1'000 + 4 * hour);
        f->status->setManual({Availability::Busy, u"meeting"_s}, ClearAfter::Hour);
        QCOMPARE(f->status->recentMoods(), moods);
        f->status->setClearAfter(ClearAfter::Never);
        f->clock.advance(24 * hour);
        QCOMPARE(f->status->manual(), (ManualStatus{Availability::Busy, u"meeting"_s}));
    }

    void stepsWithinAMinuteAreOneChange()
    {
        f->goOnline();
        f->clock.advance(hour);
        f->status->setAvailability(Availability::Busy);
        f->clock.advance(20'000);
        f->status->setMood(u"report"_s);
        f->clock.advance(20'000);
        f->status->setClearAfter(ClearAfter::HalfHour);
        f->clock.advance(hour);
        QCOMPARE(f->status->manual(), f->chat());
    }

    void laterStepsAreChangesOfTheirOwn()
    {
        f->goOnline();
        f->status->setAvailability(Availability::Busy);
        f->clock.advance(10 * minute);
        f->status->setManual({Availability::Away, u"lunch"_s}, ClearAfter::HalfHour);
        f->clock.advance(hour);
        QCOMPARE(f->status->manual(), (ManualStatus{Availability::Busy, u"hi"_s}));
    }

    void oneEndAfterAnotherGoesBackToWhatStays()
    {
        f->goOnline();
        f->status->setManual({Availability::Away, u"lunch"_s}, ClearAfter::Hour);
        f->clock.advance(30 * minute);
        f->status->setManual({Availability::Busy, u"meeting"_s}, ClearAfter::Hour);
        f->clock.advance(2 * hour);
        QCOMPARE(f->status->manual(), f->chat()); // not lunch for ever
    }

    void endOverASuspendSendsOnePacket()
    {
        f->goOnline();
        f->status->setManual({Availability::Busy, u"meeting"_s}, ClearAfter::Hour);
        f->clock.advance(1'000);
        f->sent();
        f->clock.jumpWall(3 * hour); // asleep: the monotonic clock stood still
        f->status->reconsider();
        f->clock.advance(5'000);
        QCOMPARE(f->sent(), QStringList{u"1/4/hi/-"_s});
    }

    void endWhileOfflineAppliesBeforeTheFirstBroadcast()
    {
        f->goOnline();
        f->status->setManual({Availability::Busy, u"meeting"_s}, ClearAfter::Hour);
        f->drop();
        f->clock.jumpWall(3 * hour);
        f->goOnline(); // nobody called reconsider()
        f->drop();
        QCOMPARE(f->status->manual(), f->chat());
        f->status->setManual({Availability::Busy, u"meeting"_s}, ClearAfter::Hour);
        f->clock.jumpWall(3 * hour);
        f->connection.bringUp();
        f->connection.synchronized();
        f->status->announce();
        f->clock.advance(5'000);
        QCOMPARE(f->sent(), QStringList{u"1/1/hi/-"_s});
    }

    void pastEndAppliesAtStart()
    {
        f->store.manual = {Availability::Busy, u"meeting"_s, f->clock.wall() - 1};
        f->store.before = {Availability::Away, u"train"_s};
        f->start();
        QCOMPARE(f->status->manual(), (ManualStatus{Availability::Away, u"train"_s}));
        QCOMPARE(f->store.manual, f->status->manual());
        f->connection.bringUp();
        f->connection.synchronized();
        f->status->announce();
        f->clock.advance(5'000);
        QCOMPARE(f->sent(), QStringList{u"3/1/train/-"_s});
    }

    void endAheadSurvivesARestart()
    {
        f->status->setManual({Availability::Busy, u"meeting"_s}, ClearAfter::Hour);
        f->clock.advance(30 * minute);
        f->start();
        QCOMPARE(f->status->manual().availability, Availability::Busy);
        f->clock.advance(30 * minute);
        QCOMPARE(f->status->manual(), f->chat());
    }

    void aClockSetForwardIsNoticedWithinAMinute()
    {
        f->goOnline();
        f->status->setManual({Availability::Busy, u"meeting"_s}, ClearAfter::FourHours);
        f->clock.advance(1'000);
        f->sent();
        f->clock.jumpWall(5 * hour);
        f->clock.advance(minute);
        QCOMPARE(f->sent(), QStringList{u"1/4/hi/-"_s});
    }

    void aClockSetBackKeepsTheEndItShows()
    {
        f->goOnline();
        f->status->setManual({Availability::Busy, u"meeting"_s}, ClearAfter::Hour);
        const qint64 end = f->status->manual().until;
        f->clock.jumpWall(-30 * minute);
        f->clock.advance(hour);
        QCOMPARE(f->status->manual().until, end);
        f->clock.advance(31 * minute);
        QCOMPARE(f->status->manual(), f->chat());
    }

    void invisibleTellsNoEnd()
    {
        f->goOnline();
        f->status->setManual({Availability::Invisible, u"secret"_s}, ClearAfter::Hour);
        f->clock.advance(1'000);
        QCOMPARE(f->sent(), QStringList{u"2/4/none/-"_s});
        const auto extend = f->status->currentPresence(protocol::SubStatus::Answer).extend;
        QVERIFY(!extend->contains(u"since"_s));
        f->clock.advance(hour);
        QCOMPARE(f->sent(), QStringList{u"1/4/hi/-"_s});
    }

    void sinceIsWhenTheStateBegan()
    {
        f->goOnline();
        f->status->setAvailability(Availability::Busy);
        const qint64 began = f->clock.wall() / 1'000;
        f->clock.advance(10 * minute);
        f->status->setMood(u"report"_s);
        f->clock.advance(1'000);
        QCOMPARE(f->connection.sentPresences().last().extend->value(u"since"_s).toLongLong(), began);
    }

    void implausibleEndsAreNone()
    {
        f->status->setUntil(f->clock.wall() - 1);
        QCOMPARE(f->status->manual().until, 0);
        f->status->setUntil(std::numeric_limits<qint64>::max());
        QCOMPARE(f->status->manual().until, f->clock.wall() + longestEnd);
    }

    void undoTakesBackAll()
    {
        f->goOnline();
        f->status->setManual({Availability::Away, u"lunch"_s}, ClearAfter::Hour);
        f->clock.advance(10'000);
        QVERIFY(!f->status->canUndo());
        const ManualStatus lunch = f->status->manual();
        const QList<RecentMood> moods = f->status->recentMoods();
        f->sent();
        QSignalSpy can(f->status.get(), &StatusController::canUndoChanged);
        f->status->setManual({Availability::Busy, u"typo"_s});
        QVERIFY(f->status->canUndo());
        f->clock.advance(4'000);
        f->status->undo();
        QVERIFY(!f->status->canUndo());
        QCOMPARE(can.size(), 2);
        QCOMPARE(f->status->manual(), lunch);
        QCOMPARE(f->status->recentMoods(), moods);
        QCOMPARE(f->store.moods, moods);
        f->clock.advance(1'000);
        QCOMPARE(f->sent().size(), 2);
        f->clock.advance(hour);
        QCOMPARE(f->status->manual(), f->chat());
        f->status->undo();
        QCOMPARE(f->status->manual(), f->chat());
    }

    void undoEndsAfterFiveSeconds()
    {
        f->goOnline();
        f->status->setAvailability(Availability::Busy);
        f->clock.advance(4'999);
        QVERIFY(f->status->canUndo());
        f->clock.advance(1);
        QVERIFY(!f->status->canUndo());
        f->status->undo();
        QCOMPARE(f->status->manual().availability, Availability::Busy);
    }

    void undoDoesNotBringBackWhatHasEnded()
    {
        f->goOnline();
        f->status->setManual({Availability::Away, u"lunch"_s, f->clock.wall() + 3'000});
        f->clock.advance(1'000);
        f->status->setAvailability(Availability::Busy);
        f->clock.advance(4'000);
        f->status->undo();
        QCOMPARE(f->status->manual(), f->chat());
        QCOMPARE(f->store.manual, f->chat());
    }

    void forgottenMoodsStayForgottenAfterUndo()
    {
        f->status->setMood(u"old"_s);
        f->status->setMood(u"new"_s);
        f->status->forgetMood(u"old"_s);
        f->status->undo();
        QVERIFY(f->status->recentMoods().isEmpty());
    }

    // features.md S4, rule 4: over Chat only, and it ends on its own.
    void theWeekHoldsOverChatOnly_data()
    {
        QTest::addColumn<Availability>("manual");
        QTest::newRow("Chat") << Availability::Chat;
        QTest::newRow("Away") << Availability::Away;
        QTest::newRow("Busy") << Availability::Busy;
        QTest::newRow("Invisible") << Availability::Invisible;
    }
    void theWeekHoldsOverChatOnly()
    {
        QFETCH(Availability, manual);
        f->store.manual = {manual, u"hi"_s};
        f->store.week = nextHour(u"focus"_s);
        f->start();
        f->goOnline();
        f->clock.advance(3 * hour);
        QStringList shows;
        for (const QString &sent : f->sent())
            shows << sent.section(u'/', 0, 2);
        QCOMPARE(shows, manual == Availability::Chat ? (QStringList{u"4/4/focus"_s, u"1/4/hi"_s}) : QStringList());
        QCOMPARE(f->status->manual(), (ManualStatus{manual, u"hi"_s}));
        QCOMPARE(f->store.manual, f->status->manual()); // the week is never saved as a pick
    }

    void theWeekFollowsTheZoneOfTheComputer()
    {
        if (!QTimeZone("Asia/Shanghai").isValid())
            QSKIP("no time zone data on this machine");
        f->store.week = nextHour(u"focus"_s);
        f->start();
        f->goOnline();
        f->clock.advance(f->store.week.nextChange(f->clock.wall(), QTimeZone::utc()) - f->clock.wall() + minute);
        QVERIFY(f->status->scheduled());
        const QByteArray home = qgetenv("TZ");
        const auto backHome = qScopeGuard([&home] { qputenv("TZ", home); });
        qputenv("TZ", "Asia/Shanghai"); // landed there, where that hour is long over
        f->clock.advance(2 * minute);
        QVERIFY(!f->status->scheduled());
    }

    void theWeekTellsItsEnd()
    {
        f->store.week = nextHour({});
        f->start();
        f->goOnline();
        f->clock.advance(f->store.week.nextChange(f->clock.wall(), QTimeZone::utc()) - f->clock.wall());
        QCOMPARE(f->sent(), QStringList{u"4/4/hi/3600"_s}); // on time, with the picked mood
        f->clock.advance(hour);
        QCOMPARE(f->sent(), QStringList{u"1/4/hi/-"_s});
    }

    void contactsAreToldWhatComesThen()
    {
        f->store.week = nextHour({});
        f->start();
        f->goOnline();
        const auto next = [this] {
            f->clock.advance(2'000);
            return f->connection.sentPresences().last().extend->value(u"next"_s);
        };
        f->clock.advance(f->store.week.nextChange(f->clock.wall(), QTimeZone::utc()) - f->clock.wall());
        QCOMPARE(next(), u"1"_s); // a line of the week, then Chat
        f->clock.advance(hour + minute);
        f->status->setManual({Availability::Away, u"tea"_s});
        f->clock.advance(2 * minute);
        f->status->setManual({Availability::Busy, u"call"_s, f->clock.wall() + hour});
        QCOMPARE(next(), u"3"_s);
        f->status->setManual({Availability::Away, u"walk"_s, f->clock.wall() + hour});
        QCOMPARE(next(), QString()); // the same goes on
        f->status->setManual({Availability::Invisible, {}});
        f->clock.advance(2 * minute);
        f->status->setManual({Availability::Busy, u"call"_s, f->clock.wall() + hour});
        QCOMPARE(next(), QString()); // nobody hears that one will hide
    }

    void pickingChatSkipsTheLine()
    {
        f->store.week = nextHour(u"focus"_s);
        f->start();
        f->goOnline();
        f->clock.advance(f->store.week.nextChange(f->clock.wall(), QTimeZone::utc()) - f->clock.wall() + minute);
        QVERIFY(f->status->scheduled());
        f->sent();
        QSignalSpy changed(f->status.get(), &StatusController::scheduleChanged);
        f->status->setAvailability(Availability::Chat);
        QVERIFY(!f->status->scheduled());
        QCOMPARE(changed.size(), 1);
        f->clock.advance(minute);
        QCOMPARE(f->sent(), QStringList{u"1/4/hi/-"_s});
        f->clock.advance(7 * 24 * hour - 2 * minute); // next week it holds again
        QVERIFY(f->status->scheduled());
    }

    void aNewWeekHoldsAtOnce()
    {
        f->goOnline();
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(f->clock.wall(), Qt::UTC);
        ScheduleRule rule;
        rule.days = 0x7f;
        rule.from = now.time().hour() * 60;
        rule.to = (rule.from + 120) % (24 * 60);
        f->status->setSchedule(Schedule({rule}));
        f->clock.advance(1'000);
        QCOMPARE(f->sent().size(), 1);
        QCOMPARE(f->store.week.rules(), QList{rule});
        f->status->setSchedule({});
        f->clock.advance(1'000);
        QCOMPARE(f->sent(), QStringList{u"1/4/hi/-"_s});
    }

    void damagedProfileSaysLess()
    {
        f->store.manual = {Availability::Busy, {}, f->clock.wall() - 1};
        f->store.before = {Availability::Unknown, u"x"_s};
        f->start();
        QCOMPARE(f->status->manual().availability, Availability::Invisible);
    }
};

QTEST_GUILESS_MAIN(tst_StatusEnd)
#include "tst_status_end.moc"
