// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "model/roster_fixture.h"
#include "model/row_spy.h"

#include <QSignalSpy>
#include <QTest>

using namespace timbre;
using namespace timbre::models;
using namespace Qt::StringLiterals;
using core::Availability;
using core::ContactId;
using test::RosterFixture;
using test::RowSpy;

// Who stands where, and what waits while the order is frozen.
class tst_RosterModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void sortsByBucketThenNameUnderHeaders();
    void sortsByNameAloneInNameMode();
    void showsWhomWeAskedButNotWhoAsksUs();
    void followsContactsThatComeAndGo();
    void awayToBusyMovesNothing();
    void drawsAFrozenRowAnewButKeepsItInPlace();
    void appliesPendingOrderWhileFrozen();
    void appliesPendingOrderWhenUnfrozen();
    void countsNoPendingChangeThatWasTakenBack();
    void movesOnlyWhatTheUserPickedWhileFrozen();
    void aProfileThatChangesItsNameWaitsForTheOrder();
    void leavingKeepsItsPlaceForFiveSeconds();
    void comingBackWithinTheGraceShowsNothing();
    void aLostLineMovesNothing();

private:
    std::optional<RosterFixture> m;
};

void tst_RosterModel::init()
{
    m.emplace();
}

void tst_RosterModel::cleanup()
{
    m->close();
    m.reset();
}

void tst_RosterModel::sortsByBucketThenNameUnderHeaders()
{
    const ContactId ten = m->add(u"n1"_s, u"Room 10"_s);
    const ContactId two = m->add(u"n2"_s, u"room 2"_s);
    const ContactId away = m->add(u"n3"_s, u"Zoë"_s);
    const ContactId busy = m->add(u"n4"_s, u"Éva"_s);
    m->add(u"n5"_s, u"Never heard"_s);
    const ContactId invisible = m->add(u"n6"_s, u"Invisible"_s);
    m->open();
    m->say(ten, Availability::Chat);
    m->say(two, Availability::Chat);
    m->say(away, Availability::Away);
    m->say(busy, Availability::Busy);
    m->say(invisible, Availability::Invisible);
    m->settle();
    m->roster().setPinned(invisible, true);
    m->settle();
    QCOMPARE(m->rows(),
             QStringList({u"# Pinned 1"_s, u"Invisible"_s, u"# Reachable 2"_s, u"room 2"_s, u"Room 10"_s,
                          u"# Maybe 2"_s, u"Éva"_s, u"Zoë"_s, u"# NotNow 1"_s, u"Never heard"_s}));
}

void tst_RosterModel::sortsByNameAloneInNameMode()
{
    const ContactId b = m->add(u"n1"_s, u"Bo"_s);
    m->add(u"n2"_s, u"Al"_s);
    const ContactId c = m->add(u"n3"_s, u"Cy"_s);
    RosterModel &model = m->open();
    m->say(b, Availability::Chat);
    m->settle();
    model.setSortMode(RosterModel::SortMode::Name);
    QCOMPARE(m->rows(), QStringList({u"Al"_s, u"Bo"_s, u"Cy"_s}));

    const RowSpy spy(model);
    m->say(c, Availability::Chat);
    m->say(b, Availability::Busy);
    m->settle();
    QCOMPARE(spy.all(), 0);
    m->roster().setPinned(c, true);
    m->settle();
    QCOMPARE(m->rows(), QStringList({u"Cy"_s, u"Al"_s, u"Bo"_s}));
}

void tst_RosterModel::showsWhomWeAskedButNotWhoAsksUs()
{
    m->add(u"n1"_s, u"Accepted"_s);
    m->add(u"n2"_s, u"Asked"_s, core::Relation::Asked);
    m->add(u"n3"_s, u"AsksUs"_s, core::Relation::AsksUs);
    m->add(u"n4"_s, u"Unapproved"_s, core::Relation::Unapproved);
    m->add(u"n5"_s, u"Blocked"_s, core::Relation::Blocked);
    RosterModel &model = m->open();
    QCOMPARE(m->rows(), QStringList({u"# NotNow 2"_s, u"Accepted"_s, u"Asked"_s}));
    QCOMPARE(model.totalContacts(), 1);
    m->roster().accept(ContactId(u"n3"_s));
    m->roster().block(ContactId(u"n1"_s));
    m->settle();
    QCOMPARE(m->rows(), QStringList({u"# NotNow 2"_s, u"Asked"_s, u"AsksUs"_s}));
}

void tst_RosterModel::followsContactsThatComeAndGo()
{
    RosterModel &model = m->open();
    QCOMPARE(model.rowCount(), 0);
    QList<ContactId> ids;
    for (int i = 0; i < 120; ++i) { // more than move one by one
        ids.append(ContactId(u"n%1"_s.arg(i)));
        m->roster().requestSent(ids.last(), u"name %1"_s.arg(i), {});
    }
    m->settle();
    QCOMPARE(model.rowCount(), 121);
    QCOMPARE(m->rows().at(11), u"name 10"_s);
    for (int i = 0; i < 120; ++i) {
        if (i != 7)
            m->roster().remove(ids.at(i));
    }
    m->settle();
    QCOMPARE(m->rows(), QStringList({u"# NotNow 1"_s, u"name 7"_s}));
    m->roster().remove(ids.at(7));
    m->settle();
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.indexOf(ids.at(7)).isValid());
}

void tst_RosterModel::awayToBusyMovesNothing()
{
    const ContactId a = m->add(u"n1"_s, u"A"_s);
    const ContactId b = m->add(u"n2"_s, u"B"_s);
    RosterModel &model = m->open();
    m->say(a, Availability::Away);
    m->say(b, Availability::Away);
    m->settle();
    const RowSpy spy(model);
    QSignalSpy data(&model, &RosterModel::dataChanged);
    m->say(a, Availability::Busy);
    m->settle();
    QCOMPARE(spy.all(), 0);
    QVERIFY(!data.isEmpty());
    QCOMPARE(model.indexOf(a).data(RosterModel::AvailabilityRole).value<Availability>(), Availability::Busy);
    QCOMPARE(model.indexOf(b).data(RosterModel::AvailabilityRole).value<Availability>(), Availability::Away);
}

void tst_RosterModel::drawsAFrozenRowAnewButKeepsItInPlace()
{
    const ContactId a = m->add(u"n1"_s, u"A"_s);
    const ContactId b = m->add(u"n2"_s, u"B"_s);
    RosterModel &model = m->open();
    m->say(a, Availability::Chat);
    m->say(b, Availability::Chat);
    m->settle();
    model.setOrderFrozen(true);
    const RowSpy spy(model);
    const QStringList before = m->rows();
    m->say(a, Availability::Busy, u"in a call"_s);
    m->clock.advance(33);
    const QModelIndex row = model.indexOf(a);
    QCOMPARE(row.data(RosterModel::AvailabilityRole).value<Availability>(), Availability::Busy);
    QCOMPARE(row.data(RosterModel::MoodRole).toString(), u"in a call"_s);
    m->clock.advance(60'000);
    QCOMPARE(spy.all(), 0);
    QCOMPARE(m->rows(), before);
    QCOMPARE(model.pendingChanges(), 1);
}

void tst_RosterModel::appliesPendingOrderWhileFrozen()
{
    const ContactId a = m->add(u"n1"_s, u"A"_s);
    m->add(u"n2"_s, u"B"_s);
    RosterModel &model = m->open();
    model.setOrderFrozen(true);
    QSignalSpy pending(&model, &RosterModel::pendingChangesChanged);
    m->say(a, Availability::Chat);
    m->settle();
    QCOMPARE(pending.size(), 1);
    QCOMPARE(pending.last().first().toInt(), 1);
    model.applyPendingOrder();
    QCOMPARE(m->rows(), QStringList({u"# Reachable 1"_s, u"A"_s, u"# NotNow 1"_s, u"B"_s}));
    QCOMPARE(pending.last().first().toInt(), 0);
    QVERIFY(model.isOrderFrozen());
    m->say(a, Availability::Away);
    m->settle();
    QCOMPARE(m->rows().first(), u"# Reachable 1"_s);
}

void tst_RosterModel::appliesPendingOrderWhenUnfrozen()
{
    QList<ContactId> ids;
    for (int i = 0; i < 80; ++i)
        ids.append(m->add(u"n%1"_s.arg(i), u"name %1"_s.arg(i)));
    RosterModel &model = m->open();
    model.setOrderFrozen(true);
    for (const ContactId &id : ids)
        m->say(id, Availability::Chat);
    m->settle();
    QCOMPARE(model.pendingChanges(), 80);
    QCOMPARE(m->rows().first(), u"# NotNow 80"_s);
    model.setOrderFrozen(false);
    QCOMPARE(model.pendingChanges(), 0);
    m->clock.advance(0);
    QCOMPARE(m->rows().first(), u"# Reachable 80"_s);
    QCOMPARE(model.rowCount(), 81);
}

void tst_RosterModel::countsNoPendingChangeThatWasTakenBack()
{
    const ContactId a = m->add(u"n1"_s, u"A"_s);
    RosterModel &model = m->open();
    m->say(a, Availability::Chat);
    m->settle();
    model.setOrderFrozen(true);
    const RowSpy spy(model);
    m->say(a, Availability::Away);
    m->settle();
    QCOMPARE(model.pendingChanges(), 1);
    m->say(a, Availability::Chat);
    m->settle();
    QCOMPARE(model.pendingChanges(), 0);
    model.setOrderFrozen(false);
    m->settle();
    QCOMPARE(spy.all(), 0);
}

void tst_RosterModel::movesOnlyWhatTheUserPickedWhileFrozen()
{
    const ContactId a = m->add(u"n1"_s, u"A"_s);
    const ContactId b = m->add(u"n2"_s, u"B"_s);
    const ContactId c = m->add(u"n3"_s, u"C"_s);
    RosterModel &model = m->open();
    m->say(a, Availability::Chat);
    m->say(b, Availability::Chat);
    m->say(c, Availability::Chat);
    m->settle();
    model.setOrderFrozen(true);
    m->say(a, Availability::Away);
    m->settle();
    m->roster().rename(b, u"Zed"_s);
    m->clock.advance(0);
    QCOMPARE(m->rows(), QStringList({u"# Reachable 3"_s, u"A"_s, u"C"_s, u"Zed"_s}));
    m->roster().setPinned(c, true);
    m->clock.advance(0);
    QCOMPARE(m->rows(), QStringList({u"# Pinned 1"_s, u"C"_s, u"# Reachable 2"_s, u"A"_s, u"Zed"_s}));
    m->roster().remove(b);
    m->clock.advance(0);
    QCOMPARE(m->rows(), QStringList({u"# Pinned 1"_s, u"C"_s, u"# Reachable 1"_s, u"A"_s}));
    QCOMPARE(model.pendingChanges(), 1);
    model.setOrderFrozen(false);
    m->settle();
    QCOMPARE(m->rows(), QStringList({u"# Pinned 1"_s, u"C"_s, u"# Maybe 1"_s, u"A"_s}));
}

void tst_RosterModel::aProfileThatChangesItsNameWaitsForTheOrder()
{
    const ContactId a = m->add(u"n1"_s, u"A"_s);
    m->add(u"n2"_s, u"B"_s);
    RosterModel &model = m->open();
    model.setOrderFrozen(true);
    m->profile(a, u"Zed"_s);
    m->settle();
    QCOMPARE(m->rows(), QStringList({u"# NotNow 2"_s, u"Zed"_s, u"B"_s}));
    QCOMPARE(model.pendingChanges(), 1);
    model.setOrderFrozen(false);
    m->settle();
    QCOMPARE(m->rows(), QStringList({u"# NotNow 2"_s, u"B"_s, u"Zed"_s}));
}

void tst_RosterModel::leavingKeepsItsPlaceForFiveSeconds()
{
    const ContactId a = m->add(u"n1"_s, u"A"_s);
    m->add(u"n2"_s, u"B"_s);
    RosterModel &model = m->open();
    m->say(a, Availability::Chat);
    m->settle();
    const RowSpy spy(model);
    m->serverSaysOffline(a);
    m->clock.advance(4'900);
    QCOMPARE(model.indexOf(a).data(RosterModel::FreshnessRole).value<core::Freshness>(), core::Freshness::Leaving);
    QCOMPARE(spy.all(), 0);
    QCOMPARE(model.onlineContacts(), 1);
    m->clock.advance(600);
    QCOMPARE(m->rows(), QStringList({u"# NotNow 2"_s, u"A"_s, u"B"_s}));
    QCOMPARE(model.onlineContacts(), 0);
}

void tst_RosterModel::comingBackWithinTheGraceShowsNothing()
{
    const ContactId a = m->add(u"n1"_s, u"A"_s);
    m->add(u"n2"_s, u"B"_s);
    RosterModel &model = m->open();
    m->say(a, Availability::Chat);
    m->settle();
    const RowSpy spy(model);
    m->serverSaysOffline(a);
    m->clock.advance(4'900);
    m->say(a, Availability::Chat);
    m->settle();
    QCOMPARE(spy.all(), 0);
    QCOMPARE(model.indexOf(a).data(RosterModel::FreshnessRole).value<core::Freshness>(), core::Freshness::Live);
}

void tst_RosterModel::aLostLineMovesNothing()
{
    const ContactId a = m->add(u"n1"_s, u"A"_s);
    const ContactId b = m->add(u"n2"_s, u"B"_s);
    RosterModel &model = m->open();
    m->say(a, Availability::Chat);
    m->say(b, Availability::Away);
    m->settle();
    const RowSpy spy(model);
    m->presences().lineLost();
    m->settle();
    QCOMPARE(spy.all(), 0);
    QCOMPARE(model.indexOf(a).data(RosterModel::FreshnessRole).value<core::Freshness>(), core::Freshness::Stale);
    QCOMPARE(model.onlineContacts(), 2);
}

QTEST_GUILESS_MAIN(tst_RosterModel)

#include "tst_roster_model.moc"
