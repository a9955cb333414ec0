// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/schedule.h"

#include <QDateTime>
#include <QTest>

using namespace timbre::core;
using namespace Qt::StringLiterals;

namespace {

constexpr quint8 workdays = 0x1f;
constexpr int hour = 60;

ScheduleRule rule(quint8 days, int from, int to, const QString &mood = {}, Availability state = Availability::Busy)
{
    return {days, from, to, state, mood};
}

} // namespace

class tst_Schedule : public QObject
{
    Q_OBJECT

private:
    static qint64 wall(const char *text, const QTimeZone &zone = QTimeZone::utc())
    {
        const QDateTime plain = QDateTime::fromString(QString::fromLatin1(text), u"yyyy-MM-dd hh:mm"_s);
        return QDateTime(plain.date(), plain.time(), zone).toMSecsSinceEpoch();
    }
    static QString moodAt(const Schedule &schedule, const char *time, const QTimeZone &zone = QTimeZone::utc())
    {
        const auto status = schedule.at(wall(time, zone), zone);
        return status ? status->mood : u"none"_s;
    }

private Q_SLOTS:
    void holdsFromItsBeginningToItsEnd()
    {
        const Schedule schedule({rule(workdays, 9 * hour, 10 * hour, u"focus"_s)});
        QCOMPARE(moodAt(schedule, "2026-11-23 08:59"), u"none"_s); // a Monday
        QCOMPARE(moodAt(schedule, "2026-11-23 09:00"), u"focus"_s);
        QCOMPARE(moodAt(schedule, "2026-11-23 09:59"), u"focus"_s);
        QCOMPARE(moodAt(schedule, "2026-11-23 10:00"), u"none"_s);
        QCOMPARE(moodAt(schedule, "2026-11-27 09:30"), u"focus"_s);
        QCOMPARE(moodAt(schedule, "2026-11-28 09:30"), u"none"_s); // Saturday
    }

    void passesMidnight()
    {
        const Schedule schedule({rule(0x10 | 0x40, 22 * hour, 6 * hour, u"night"_s)}); // Friday and Sunday
        QCOMPARE(moodAt(schedule, "2026-11-27 21:59"), u"none"_s);
        QCOMPARE(moodAt(schedule, "2026-11-27 23:59"), u"night"_s);
        QCOMPARE(moodAt(schedule, "2026-11-28 05:59"), u"night"_s);
        QCOMPARE(moodAt(schedule, "2026-11-28 06:00"), u"none"_s);
        QCOMPARE(moodAt(schedule, "2026-11-28 23:00"), u"none"_s);
        QCOMPARE(moodAt(schedule, "2026-11-30 03:00"), u"night"_s); // Sunday's, on Monday
        QCOMPARE(schedule.at(wall("2026-11-30 03:00"), QTimeZone::utc())->until, wall("2026-11-30 06:00"));
    }

    void theLatestBeginningWins()
    {
        const Schedule schedule({rule(workdays, 9 * hour, 17 * hour, u"work"_s),
                                 rule(workdays, 12 * hour, 13 * hour, u"lunch"_s, Availability::Away),
                                 rule(workdays, 12 * hour, 12 * hour + 30, u"soup"_s)});
        QCOMPARE(moodAt(schedule, "2026-11-23 11:59"), u"work"_s);
        QCOMPARE(moodAt(schedule, "2026-11-23 12:10"), u"soup"_s);
        QCOMPARE(moodAt(schedule, "2026-11-23 12:40"), u"lunch"_s);
        QCOMPARE(moodAt(schedule, "2026-11-23 13:00"), u"work"_s);
    }

    void followsTheTimeZone()
    {
        const QTimeZone berlin("Europe/Berlin");
        const QTimeZone shanghai("Asia/Shanghai");
        if (!berlin.isValid() || !shanghai.isValid())
            QSKIP("no time zone data on this machine");
        const Schedule schedule({rule(workdays, 9 * hour, 10 * hour, u"focus"_s)});
        const qint64 now = wall("2026-11-23 09:30", berlin);
        QVERIFY(schedule.at(now, berlin));
        QVERIFY(!schedule.at(now, shanghai)); // 16:30 there
        QVERIFY(schedule.at(wall("2026-11-23 09:30", shanghai), shanghai));
    }

    void summerTimeMovesNothingButItsOwnHour()
    {
        const QTimeZone berlin("Europe/Berlin");
        if (!berlin.isValid())
            QSKIP("no time zone data on this machine");
        const Schedule schedule(
            {rule(0x7f, 9 * hour, 10 * hour, u"focus"_s), rule(0x40, 1 * hour, 4 * hour, u"night"_s)});
        for (const char *day : {"2026-03-28 09:30", "2026-03-29 09:30", "2026-10-25 09:30"})
            QCOMPARE(moodAt(schedule, day, berlin), u"focus"_s);
        const auto spring = schedule.at(wall("2026-03-29 01:30", berlin), berlin);
        const auto autumn = schedule.at(wall("2026-10-25 01:30", berlin), berlin);
        QVERIFY(spring && autumn);
        QCOMPARE(spring->until - spring->from, 2 * 3'600'000);
        QCOMPARE(autumn->until - autumn->from, 4 * 3'600'000);
    }

    void theNextChangeIsExact()
    {
        const QTimeZone berlin("Europe/Berlin");
        const QTimeZone zone = berlin.isValid() ? berlin : QTimeZone::utc();
        const Schedule schedule(
            {rule(workdays, 9 * hour, 17 * hour, u"work"_s), rule(0x60, 22 * hour, 6 * hour, u"night"_s)});
        qint64 now = wall("2026-03-20 00:00", zone);
        const qint64 end = wall("2026-04-10 00:00", zone);
        int changes = 0;
        while (now < end) {
            const qint64 next = schedule.nextChange(now, zone);
            QVERIFY(next > now);
            const auto status = schedule.at(now, zone);
            for (qint64 time = now; time < next; time += 17 * 60'000) // nothing between
                QCOMPARE(schedule.at(time, zone), status);
            QVERIFY(schedule.at(next, zone) != status);
            now = next;
            ++changes;
        }
        QVERIFY(changes >= 3 * 14);
        QCOMPARE(Schedule().nextChange(now, zone), 0);
    }

    void thePlanOfADay()
    {
        const Schedule schedule(
            {rule(0x7f, 22 * hour, 6 * hour, u"night"_s), rule(workdays, 12 * hour, 13 * hour, u"lunch"_s)});
        QStringList moods;
        for (const ScheduledStatus &status : schedule.planOf(QDate(2026, 11, 23), QTimeZone::utc()))
            moods << status.mood;
        QCOMPARE(moods, (QStringList{u"night"_s, u"lunch"_s, u"night"_s}));
        QCOMPARE(schedule.planOf(QDate(2026, 11, 28), QTimeZone::utc()).size(), 2);
    }

    void nonsenseIsLeftOut()
    {
        const ScheduleRule good = rule(1, 0, 60, u"a"_s);
        QCOMPARE(Schedule({good, rule(0, 0, 60), rule(0x80, 0, 60), rule(1, 60, 60), rule(1, -1, 60), rule(1, 0, 1440),
                           rule(1, 0, 60, {}, Availability::Chat), rule(1, 0, 60, {}, Availability::Invisible)})
                     .rules(),
                 QList{good});
        QCOMPARE(Schedule(QList<ScheduleRule>(1'000, good)).rules().size(), Schedule::mostRules);
        QCOMPARE(Schedule({rule(1, 0, 60, u" a\nb "_s)}).rules().first().mood, u"a b"_s);
    }

    void survivesTheStore()
    {
        const Schedule schedule({rule(workdays, 9 * hour, 17 * hour, u"wörk \"😀\""_s),
                                 rule(0x60, 22 * hour, 6 * hour, {}, Availability::Away)});
        QCOMPARE(Schedule::fromJson(schedule.toJson()), schedule);
        QVERIFY(Schedule::fromJson(Schedule().toJson()).isEmpty());
        for (const char *damaged : {"", "null", "{}", "[1,2]", "[{}]", "[[", "[{\"days\":1e99,\"state\":\"busy\"}]",
                                    "[{\"days\":1,\"from\":\"9\",\"to\":600,\"state\":\"busy\"}]",
                                    "[{\"days\":1,\"from\":0,\"to\":600,\"state\":\"dancing\"}]"})
            QVERIFY2(Schedule::fromJson(damaged).isEmpty(), damaged);
        // A newer program's line beside one of ours.
        QCOMPARE(Schedule::fromJson("[{\"days\":1,\"from\":0,\"to\":600,\"state\":\"busy\",\"place\":\"home\"},"
                                    "{\"days\":1,\"state\":\"x\"}]")
                     .rules()
                     .size(),
                 1);
    }
};

QTEST_GUILESS_MAIN(tst_Schedule)
#include "tst_schedule.moc"
