// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/day_plan.h"
#include "support/scripted_desk.h"
#include "support/status_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace timbre;
using core::Availability;
using core::DayPlan;
using core::ManualStatus;
using test::StatusFixture;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;

// Lunch in an hour for an hour, two hours of work, one of talk.
DayPlan planFrom(qint64 now)
{
    return {now + hour,
            {{Availability::Away, u"lunch"_s, now + 2 * hour},
             {Availability::Busy, {}, now + 4 * hour},
             {Availability::Chat, u"come in"_s, now + 5 * hour}}};
}

} // namespace

// Today's plan: the value, and what it makes of the status.
class tst_DayPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsFollowEachOther();
    void nonsenseIsLeftOut_data();
    void nonsenseIsLeftOut();
    void keptAsItIs();
    void holdsOverChatAndTellsWhatComesThen();
    void otherPicksStay();
    void pickingChatSkipsAPart();
    void anAbsenceHoldsOverPlannedChat();
    void aNewPlanHoldsAtOnceAndIsKept();
    void aNewerDocumentIsLeftAlone();
    void sleptOver();

private:
    // show/mood/next of what left since the last call
    static QStringList told(StatusFixture &f)
    {
        QStringList list;
        for (const protocol::Presence &presence : f.connection.sentPresences())
            list.append(u"%1/%2/%3"_s.arg(presence.show.value_or(0))
                            .arg(presence.status.value_or(QString()), presence.extend->value(u"next"_s)));
        f.connection.sent.clear();
        return list;
    }
};

void tst_DayPlan::partsFollowEachOther()
{
    const DayPlan plan = planFrom(hour);
    QVERIFY(!plan.at(2 * hour - 1));
    QCOMPARE(plan.at(2 * hour)->mood, u"lunch"_s);
    QCOMPARE(plan.at(3 * hour)->availability, Availability::Busy);
    QCOMPARE(plan.at(3 * hour)->from, 3 * hour);
    QCOMPARE(plan.at(6 * hour - 1)->availability, Availability::Chat);
    QVERIFY(!plan.at(6 * hour));
    QCOMPARE(plan.nextChange(0), 2 * hour);
    QCOMPARE(plan.nextChange(2 * hour), 3 * hour);
    QCOMPARE(plan.nextChange(6 * hour), 0);
    QVERIFY(plan.isOver(6 * hour) && !plan.isOver(6 * hour - 1));
    QVERIFY(DayPlan().isOver(0));
}

void tst_DayPlan::nonsenseIsLeftOut_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("parts");
    QTest::newRow("nothing") << QByteArray() << 0;
    QTest::newRow("no json") << QByteArray("{{{") << 0;
    QTest::newRow("no begin") << QByteArray(R"({"v":1,"parts":[{"state":"busy","until":9}]})") << 0;
    QTest::newRow("negative") << QByteArray(R"({"v":1,"from":-5,"parts":[{"state":"busy","until":9}]})") << 0;
    QTest::newRow("huge") << QByteArray(
        R"({"v":1,"from":9223372036854775807,"parts":[{"state":"busy","until":9223372036854775807}]})")
                          << 0;
    QTest::newRow("backwards") << QByteArray(
        R"({"v":1,"from":5,"parts":[{"state":"busy","until":9},{"state":"away","until":9},{"state":"chat","until":8}]})")
                               << 1;
    QTest::newRow("invisible") << QByteArray(R"({"v":1,"from":5,"parts":[{"state":"invisible","until":9}]})") << 0;
    QTest::newRow("a year") << QByteArray(R"({"v":1,"from":5,"parts":[{"state":"busy","until":31536000000}]})") << 0;
}

void tst_DayPlan::nonsenseIsLeftOut()
{
    QFETCH(QByteArray, json);
    QFETCH(int, parts);
    QCOMPARE(DayPlan::fromJson(json).parts().size(), parts);
}

void tst_DayPlan::keptAsItIs()
{
    const DayPlan plan = planFrom(hour);
    QCOMPARE(DayPlan::fromJson(plan.toJson()), plan);
}

void tst_DayPlan::holdsOverChatAndTellsWhatComesThen()
{
    StatusFixture f;
    f.goOnline();
    f.status->setPlan(planFrom(f.clock.wall()));
    told(f);
    f.clock.advance(hour + minute);
    QCOMPARE(told(f), QStringList{u"3/lunch/4"_s});
    f.clock.advance(hour);
    QCOMPARE(told(f), QStringList{u"4/hi/1"_s});
    f.clock.advance(2 * hour);
    QCOMPARE(told(f), QStringList{u"1/come in/"_s}); // then Chat goes on
    f.clock.advance(hour);
    QCOMPARE(told(f), QStringList{u"1/hi/"_s});
    QCOMPARE(f.status->manual(), (ManualStatus{Availability::Chat, u"hi"_s}));
    QCOMPARE(f.status->cause(), core::StatusCause::Scheduled);
}

void tst_DayPlan::otherPicksStay()
{
    StatusFixture f;
    f.goOnline();
    f.status->setPlan(planFrom(f.clock.wall()));
    f.status->setAvailability(Availability::Invisible);
    f.clock.advance(minute);
    told(f);
    f.clock.advance(6 * hour);
    QCOMPARE(told(f), QStringList());
}

void tst_DayPlan::pickingChatSkipsAPart()
{
    StatusFixture f;
    f.goOnline();
    f.status->setPlan(planFrom(f.clock.wall()));
    f.clock.advance(hour + minute);
    told(f);
    f.status->setAvailability(Availability::Chat);
    f.clock.advance(minute);
    QCOMPARE(told(f), QStringList{u"1/hi/"_s});
    f.clock.advance(hour);
    QCOMPARE(told(f), QStringList{u"4/hi/1"_s}); // the next part holds
}

void tst_DayPlan::anAbsenceHoldsOverPlannedChat()
{
    StatusFixture f;
    test::ScriptedDesk desk(f.clock);
    f.status->setIdleSource(desk);
    f.goOnline();
    f.status->setPlan({f.clock.wall(), {{Availability::Chat, u"come in"_s, f.clock.wall() + 5 * hour}}});
    f.clock.advance(5 * minute);
    told(f);
    f.clock.advance(15 * minute);
    QCOMPARE(told(f), QStringList{u"3/come in/"_s});
}

void tst_DayPlan::aNewPlanHoldsAtOnceAndIsKept()
{
    StatusFixture f;
    f.goOnline();
    f.clock.advance(minute);
    const DayPlan plan(f.clock.wall() - minute, {{Availability::Busy, {}, f.clock.wall() + hour}});
    f.status->setPlan(plan);
    QCOMPARE(f.status->effective().availability, Availability::Busy);
    f.start();
    QCOMPARE(f.status->plan(), plan);
    QCOMPARE(f.status->effective().availability, Availability::Busy);
    f.status->setPlan({});
    QCOMPARE(f.status->effective().availability, Availability::Chat);
    f.start();
    QVERIFY(f.status->plan().isEmpty());
}

void tst_DayPlan::aNewerDocumentIsLeftAlone()
{
    StatusFixture f;
    const QByteArray newer = R"({"v":2,"from":5,"parts":[]})";
    f.store.documents.insert(u"day-plan"_s, newer);
    f.start();
    f.status->setPlan(planFrom(f.clock.wall()));
    QCOMPARE(f.store.documents.value(u"day-plan"_s), newer);
}

void tst_DayPlan::sleptOver()
{
    StatusFixture f;
    f.goOnline();
    f.status->setPlan(planFrom(f.clock.wall()));
    told(f);
    f.clock.jumpWall(3 * hour);
    f.status->reconsider();
    f.clock.advance(minute);
    QCOMPARE(told(f), QStringList{u"4/hi/1"_s}); // lunch was slept over
    f.clock.jumpWall(-3 * hour); // someone set the clock back
    f.status->reconsider();
    f.clock.advance(minute);
    QCOMPARE(told(f), QStringList{u"1/hi/"_s});
}

QTEST_GUILESS_MAIN(tst_DayPlan)
#include "tst_day_plan.moc"
