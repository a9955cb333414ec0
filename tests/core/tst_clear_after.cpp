// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/clear_after.h"

#include <QDateTime>
#include <QTest>

using namespace timbre::core;
using namespace Qt::StringLiterals;

class tst_ClearAfter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void meansWhatItSays_data()
    {
        QTest::addColumn<ClearAfter>("choice");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("end");
        const auto row = [](const char *name, ClearAfter choice, const char *zone, const char *now, const char *end) {
            QTest::newRow(name) << choice << QString::fromLatin1(zone) << QString::fromLatin1(now)
                                << QString::fromLatin1(end);
        };
        // 2026-11-23 is a Monday. All times are of the zone.
        row("half hour", ClearAfter::HalfHour, "Europe/Berlin", "2026-11-23T14:00:00", "2026-11-23T14:30:00");
        row("hour over midnight", ClearAfter::Hour, "Asia/Shanghai", "2026-11-23T23:30:00", "2026-11-24T00:30:00");
        row("four hours", ClearAfter::FourHours, "UTC", "2026-11-23T14:00:00", "2026-11-23T18:00:00");
        row("morning", ClearAfter::TomorrowMorning, "Europe/Berlin", "2026-11-23T18:00:00", "2026-11-24T08:00:00");
        row("morning from morning", ClearAfter::TomorrowMorning, "UTC", "2026-11-23T07:00:00", "2026-11-24T08:00:00");
        row("morning at night", ClearAfter::TomorrowMorning, "UTC", "2026-11-24T01:00:00", "2026-11-24T08:00:00");
        row("today", ClearAfter::Today, "Asia/Shanghai", "2026-11-23T00:00:00", "2026-11-23T23:59:59");
        row("today's last but one", ClearAfter::Today, "UTC", "2026-11-23T23:59:58", "2026-11-23T23:59:59");
        row("today's last second", ClearAfter::Today, "UTC", "2026-11-23T23:59:59", "2026-11-24T23:59:59");
        row("week from Monday", ClearAfter::ThisWeek, "Europe/Berlin", "2026-11-23T09:00:00", "2026-11-29T23:59:59");
        row("week from Sunday", ClearAfter::ThisWeek, "Europe/Berlin", "2026-11-29T09:00:00", "2026-11-29T23:59:59");
        row("week's last second", ClearAfter::ThisWeek, "UTC", "2026-11-29T23:59:59", "2026-12-06T23:59:59");
        // Summer time begins on 2026-03-29 and ends on 2026-10-25 at night.
        row("short day", ClearAfter::Today, "Europe/Berlin", "2026-03-29T01:30:00", "2026-03-29T23:59:59");
        row("long day", ClearAfter::Today, "Europe/Berlin", "2026-10-25T01:30:00", "2026-10-25T23:59:59");
        row("hour over the gap", ClearAfter::Hour, "Europe/Berlin", "2026-03-29T01:30:00", "2026-03-29T03:30:00");
        row("week with a change", ClearAfter::ThisWeek, "Europe/Berlin", "2026-10-20T09:00:00", "2026-10-25T23:59:59");
    }
    void meansWhatItSays()
    {
        QFETCH(ClearAfter, choice);
        QFETCH(QString, zone);
        QFETCH(QString, now);
        QFETCH(QString, end);
        const QTimeZone there(zone.toLatin1());
        if (!there.isValid())
            QSKIP("no time zone data on this machine");
        const auto wall = [&there](const QString &text) {
            const QDateTime plain = QDateTime::fromString(text, Qt::ISODate);
            return QDateTime(plain.date(), plain.time(), there).toMSecsSinceEpoch();
        };
        QCOMPARE(
            QDateTime::fromMSecsSinceEpoch(endOf(choice, wall(now), there), there).toString(u"yyyy-MM-ddThh:mm:ss"_s),
            end);
        QVERIFY(endOf(choice, wall(now), there) > wall(now));
    }

    // A day whose midnight does not exist (Cairo, Beirut) still has an end.
    void everyMinuteOfAYearHasAnEndAhead()
    {
        for (const char *name : {"Africa/Cairo", "America/Sao_Paulo", "Australia/Lord_Howe", "Pacific/Apia"}) {
            const QTimeZone zone(name);
            if (!zone.isValid())
                continue;
            for (qint64 hour = 0; hour < 366 * 24; hour += 5) {
                const qint64 now = 1'774'000'000'000 + hour * 3'600'000;
                for (const ClearAfter choice : {ClearAfter::Today, ClearAfter::ThisWeek}) {
                    const qint64 ahead = endOf(choice, now, zone) - now;
                    QVERIFY(ahead > 0 && ahead <= 8LL * 24 * 3'600'000);
                }
            }
        }
    }

    void neverIsNoEnd() { QCOMPARE(endOf(ClearAfter::Never, 1'800'000'000'000, QTimeZone::utc()), 0); }

    void endsArePlausible()
    {
        constexpr qint64 now = 1'800'000'000'000;
        QCOMPARE(boundedEnd(0, now), 0);
        QCOMPARE(boundedEnd(now, now), 0);
        QCOMPARE(boundedEnd(-1, now), 0);
        QCOMPARE(boundedEnd(now + 1, now), now + 1);
        QCOMPARE(boundedEnd(std::numeric_limits<qint64>::max(), now), now + longestEnd);
    }
};

QTEST_GUILESS_MAIN(tst_ClearAfter)
#include "tst_clear_after.moc"
