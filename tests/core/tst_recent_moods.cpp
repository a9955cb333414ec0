// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/recent_moods.h"

#include <QTest>

using namespace timbre::core;
using namespace Qt::StringLiterals;

namespace {
constexpr qint64 day = 24LL * 3600 * 1000;
}

class tst_RecentMoods : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usesCountAsDaysUpToTen()
    {
        RecentMoods moods;
        for (int i = 0; i < 30; ++i)
            moods.use(Availability::Chat, u"often"_s, 0);
        moods.use(Availability::Chat, u"nine days later"_s, 9 * day - 1);
        QCOMPARE(moods.list().first().mood, u"often"_s);
        moods.use(Availability::Chat, u"after that"_s, 9 * day + 1);
        QCOMPARE(moods.list().first().mood, u"after that"_s);
        QCOMPARE(moods.list().at(1).mood, u"often"_s);
        QCOMPARE(moods.list().at(1).uses, 30);
    }

    void sameTextAndStateIsOne()
    {
        RecentMoods moods;
        moods.use(Availability::Busy, u"lunch"_s, 1);
        moods.use(Availability::Busy, u"lunch"_s, 2);
        moods.use(Availability::Away, u"lunch"_s, 3);
        QCOMPARE(moods.list().size(), 2);
        QVERIFY(moods.list().contains(RecentMood{Availability::Busy, u"lunch"_s, 2, 2}));
    }

    void keepsTwoHundredWithTheNewestAmongThem()
    {
        QList<RecentMood> full;
        for (int i = 0; i < RecentMoods::kept; ++i)
            full.append({Availability::Chat, QString::number(i), 100 * day + i, 20});
        RecentMoods moods(full);
        moods.use(Availability::Chat, u"new"_s, 0);
        QCOMPARE(moods.list().size(), RecentMoods::kept);
        QCOMPARE(moods.list().last().mood, u"new"_s);
        QVERIFY(!moods.list().contains(full.first())); // the worst one went
        QCOMPARE(RecentMoods(full + full).list().size(), RecentMoods::kept);
    }

    void forgetsOneText()
    {
        RecentMoods moods;
        moods.use(Availability::Busy, u"a"_s, 1);
        moods.use(Availability::Chat, u"b"_s, 2);
        QVERIFY(moods.forget(u"a"_s));
        QVERIFY(!moods.forget(u"a"_s));
        QCOMPARE(moods.list().size(), 1);
        QCOMPARE(moods.list().first().mood, u"b"_s);
    }
};

QTEST_GUILESS_MAIN(tst_RecentMoods)
#include "tst_recent_moods.moc"
