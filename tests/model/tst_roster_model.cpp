// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "model/roster_fixture.h"

#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace timbre;
using namespace timbre::models;
using namespace Qt::StringLiterals;
using core::Availability;
using core::ContactId;
using test::RosterFixture;

namespace
{

// Every signal that tells a view of rows that come, go or move.
class RowSpy
{
public:
    explicit RowSpy(RosterModel &model)
        : m_moved(&model, &RosterModel::rowsMoved), m_inserted(&model, &RosterModel::rowsInserted),
          m_removed(&model, &RosterModel::rowsRemoved),
          m_layout(&model, &RosterModel::layoutChanged), m_reset(&model, &RosterModel::modelReset)
    {
    }
    qsizetype moves() const { return m_moved.size() + m_layout.size(); }
    qsizetype all() const
    {
        return moves() + m_inserted.size() + m_removed.size() + m_reset.size();
    }
    qsizetype resets() const { return m_reset.size(); }

private:
    QSignalSpy m_moved, m_inserted, m_removed, m_layout, m_reset;
};

} // namespace

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
    void filters_data();
    void filters();
    void narrowingAndWideningFindTheSame();
    void aFilterFollowsMoods();
    void onlineHidesOffline();
    void onlineNeverHidesPinnedLeavingOrKept();
    void lettingGoOfAKeptRowWaitsWhileFrozen();
    void persistentIndexesFollowTheirContact();
    void selectionSurvives();
    void tellsCountsOncePerChange();
    void announcesDataAtItsPace();
    void announcesRolesThatChanged();
    void announcesOrderAtItsPace();
    void headersCannotBeSelected();
    void tellsTheWholeContactAndPresence();

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
    QCOMPARE(
        m->rows(),
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
    QCOMPARE(model.indexOf(a).data(RosterModel::AvailabilityRole).value<Availability>(),
             Availability::Busy);
    QCOMPARE(model.indexOf(b).data(RosterModel::AvailabilityRole).value<Availability>(),
             Availability::Away);
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
    QCOMPARE(m->rows(),
             QStringList({u"# Pinned 1"_s, u"C"_s, u"# Reachable 2"_s, u"A"_s, u"Zed"_s}));
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
    QCOMPARE(model.indexOf(a).data(RosterModel::FreshnessRole).value<core::Freshness>(),
             core::Freshness::Leaving);
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
    QCOMPARE(model.indexOf(a).data(RosterModel::FreshnessRole).value<core::Freshness>(),
             core::Freshness::Live);
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
    QCOMPARE(model.indexOf(a).data(RosterModel::FreshnessRole).value<core::Freshness>(),
             core::Freshness::Stale);
    QCOMPARE(model.onlineContacts(), 2);
}

void tst_RosterModel::filters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    const QStringList everybody = {u"# Reachable 1"_s, u"Straße"_s, u"# NotNow 5"_s, u"100 % Tea"_s,
                                   u"Ann Lee"_s,       u"Hanna"_s,  u"José Ann"_s,   u"李小龙"_s};
    QTest::newRow("nothing") << u"   "_s << everybody;
    QTest::newRow("ranked") << u"ann"_s
                            << QStringList({u"Ann Lee"_s, u"José Ann"_s, u"Hanna"_s, u"Straße"_s});
    QTest::newRow("upper-case") << u"ANN L"_s << QStringList({u"Ann Lee"_s});
    QTest::newRow("accent-typed") << u"josé"_s << QStringList({u"José Ann"_s});
    QTest::newRow("accent-not-typed") << u"jose"_s << QStringList({u"José Ann"_s});
    QTest::newRow("decomposed") << u"jose\u0301"_s << QStringList({u"José Ann"_s});
    QTest::newRow("sharp-s") << u"STRASSE"_s << QStringList({u"Straße"_s});
    QTest::newRow("fullwidth") << u"ｌｅｅ"_s << QStringList({u"Ann Lee"_s});
    QTest::newRow("han") << u"小"_s << QStringList({u"李小龙"_s});
    QTest::newRow("account") << u"bruce"_s << QStringList({u"李小龙"_s});
    QTest::newRow("node") << u"node3"_s << QStringList({u"Hanna"_s});
    QTest::newRow("own-name-of-nicknamed") << u"teatime"_s << QStringList({u"100 % Tea"_s});
    QTest::newRow("mood") << u"at ann's"_s << QStringList({u"Straße"_s});
    QTest::newRow("no-wildcards") << u"%"_s << QStringList({u"100 % Tea"_s});
    QTest::newRow("no-pattern") << u".*"_s << QStringList();
    QTest::newRow("nobody") << u"qqq"_s << QStringList();
    QTest::newRow("not-across-fields") << u"leenode"_s << QStringList();
    QTest::newRow("only-marks") << u"\u0301\u200d"_s << everybody;
    QTest::newRow("half-emoji") << u"ann\xd83d"_s
                                << QStringList(
                                       {u"Ann Lee"_s, u"José Ann"_s, u"Hanna"_s, u"Straße"_s});
}

void tst_RosterModel::filters()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, names);
    m->add(u"node1"_s, u"Ann Lee"_s);
    m->add(u"node2"_s, u"José Ann"_s);
    m->add(u"node3"_s, u"Hanna"_s);
    const ContactId mooded = m->add(u"node4"_s, u"Straße"_s);
    core::Contact contact;
    contact.id = ContactId(u"node5"_s);
    contact.profileName = u"Teatime"_s;
    contact.nickname = u"100 % Tea"_s;
    m->add(contact);
    contact = {};
    contact.id = ContactId(u"node6"_s);
    contact.profileName = u"李小龙"_s;
    contact.account = u"Bruce"_s;
    m->add(contact);
    RosterModel &model = m->open();
    m->say(mooded, Availability::Chat, u"At Ánn's"_s);
    m->settle();
    model.setFilter(text);
    QCOMPARE(m->rows(), names);
    QCOMPARE(model.filter(), text);
}

void tst_RosterModel::narrowingAndWideningFindTheSame()
{
    for (int i = 0; i < 300; ++i)
        m->add(u"n%1"_s.arg(i), u"name %1"_s.arg(i));
    RosterModel &model = m->open();
    const QStringList whole = m->rows();
    model.setFilter(u"12"_s);
    const QStringList direct = m->rows();
    QCOMPARE(direct.size(), 13); // 12, 112, 120 to 129, 212
    model.setFilter({});
    QCOMPARE(m->rows(), whole);
    const RowSpy spy(model);
    for (const auto &text : {u"1"_s, u"12"_s, u"129"_s, u"12"_s})
        model.setFilter(text);
    QCOMPARE(m->rows(), direct);
    QCOMPARE(spy.resets(), 0);
    model.setFilter({});
    QCOMPARE(m->rows(), whole);
}

void tst_RosterModel::aFilterFollowsMoods()
{
    const ContactId a = m->add(u"n1"_s, u"Ada"_s);
    m->add(u"n2"_s, u"Bo"_s);
    RosterModel &model = m->open();
    model.setFilter(u"tea"_s);
    QCOMPARE(model.rowCount(), 0);
    m->say(a, Availability::Chat, u"Tea"_s);
    m->settle();
    QCOMPARE(m->rows(), QStringList({u"Ada"_s}));
    m->say(a, Availability::Chat, u"Coffee"_s);
    m->settle();
    QCOMPARE(model.rowCount(), 0);
}

void tst_RosterModel::onlineHidesOffline()
{
    const ContactId a = m->add(u"n1"_s, u"A"_s);
    const ContactId b = m->add(u"n2"_s, u"B"_s);
    m->add(u"n3"_s, u"C"_s);
    RosterModel &model = m->open();
    m->say(a, Availability::Busy);
    m->settle();
    model.setShow(RosterModel::Show::Online);
    QCOMPARE(m->rows(), QStringList({u"# Maybe 1"_s, u"A"_s}));
    QCOMPARE(model.hiddenContacts(), 2);
    QCOMPARE(model.totalContacts(), 3);
    m->say(b, Availability::Chat);
    m->settle();
    QCOMPARE(m->rows(), QStringList({u"# Reachable 1"_s, u"B"_s, u"# Maybe 1"_s, u"A"_s}));
    QCOMPARE(model.hiddenContacts(), 1);
    m->say(a, Availability::Offline);
    m->settle();
    QCOMPARE(m->rows(), QStringList({u"# Reachable 1"_s, u"B"_s}));
    QVERIFY(!model.indexOf(a).isValid());
    model.setFilter(u"c"_s); // a search finds everybody
    QCOMPARE(m->rows(), QStringList({u"C"_s}));
    model.setFilter({});
    model.setShow(RosterModel::Show::All);
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.hiddenContacts(), 0);
}

void tst_RosterModel::onlineNeverHidesPinnedLeavingOrKept()
{
    const ContactId pinned = m->add(u"n1"_s, u"Pinned one"_s);
    const ContactId kept = m->add(u"n2"_s, u"Kept"_s);
    const ContactId leaving = m->add(u"n3"_s, u"Leaving"_s);
    m->add(u"n4"_s, u"Gone"_s);
    RosterModel &model = m->open();
    m->roster().setPinned(pinned, true);
    m->say(leaving, Availability::Chat);
    m->settle();
    model.setShow(RosterModel::Show::Online);
    model.setKept(kept);
    m->serverSaysOffline(leaving);
    m->clock.advance(4'900);
    QCOMPARE(m->rows(),
             QStringList({u"# Pinned 1"_s, u"Pinned one"_s, u"# Reachable 1"_s, u"Leaving"_s,
                          u"# NotNow 1"_s, u"Kept"_s}));
    m->settle();
    QCOMPARE(m->rows(),
             QStringList({u"# Pinned 1"_s, u"Pinned one"_s, u"# NotNow 1"_s, u"Kept"_s}));
    model.setKept({});
    m->settle();
    QCOMPARE(m->rows(), QStringList({u"# Pinned 1"_s, u"Pinned one"_s}));
}

void tst_RosterModel::lettingGoOfAKeptRowWaitsWhileFrozen()
{
    const ContactId a = m->add(u"n1"_s, u"A"_s);
    const ContactId b = m->add(u"n2"_s, u"B"_s);
    RosterModel &model = m->open();
    model.setShow(RosterModel::Show::Online);
    model.setKept(a);
    model.setOrderFrozen(true);
    model.setKept(b);
    m->settle();
    QCOMPARE(m->rows(), QStringList({u"# NotNow 2"_s, u"A"_s, u"B"_s}));
    model.setOrderFrozen(false);
    m->settle();
    QCOMPARE(m->rows(), QStringList({u"# NotNow 1"_s, u"B"_s}));
}

void tst_RosterModel::persistentIndexesFollowTheirContact()
{
    QList<ContactId> ids;
    for (int i = 0; i < 200; ++i)
        ids.append(m->add(u"n%1"_s.arg(i), u"name %1"_s.arg(i)));
    RosterModel &model = m->open();
    QHash<ContactId, QPersistentModelIndex> indexes;
    for (const ContactId &id : ids)
        indexes.insert(id, model.indexOf(id));
    const auto check = [&] {
        for (const ContactId &id : ids) {
            const QPersistentModelIndex &index = indexes[id];
            if (index.isValid() && index.data(RosterModel::IdRole).value<ContactId>() != id)
                return false;
            if (index.isValid() && model.indexOf(id) != index)
                return false;
        }
        return true;
    };
    for (int i = 0; i < 200; i += 2) // many at once
        m->say(ids.at(i), Availability::Chat);
    m->settle();
    QVERIFY(check());
    m->say(ids.at(150), Availability::Away); // one by one
    m->say(ids.at(3), Availability::Busy);
    m->settle();
    QVERIFY(check());
    model.setSortMode(RosterModel::SortMode::Name);
    QVERIFY(check());
    QVERIFY(indexes[ids.at(0)].isValid());
    model.setFilter(u"name 1"_s); // some go
    QVERIFY(check());
    QVERIFY(!indexes[ids.at(50)].isValid());
    QVERIFY(indexes[ids.at(150)].isValid());
    model.setFilter({});
    QVERIFY(check());
    QVERIFY(indexes[ids.at(150)].isValid());
}

void tst_RosterModel::selectionSurvives()
{
    QList<ContactId> ids;
    for (int i = 0; i < 100; ++i)
        ids.append(m->add(u"n%1"_s.arg(i), u"name %1"_s.arg(i)));
    RosterModel &model = m->open();
    QItemSelectionModel selection(&model);
    selection.setCurrentIndex(model.indexOf(ids.at(42)), QItemSelectionModel::ClearAndSelect);
    QSignalSpy current(&selection, &QItemSelectionModel::currentChanged);
    for (int i = 0; i < 100; i += 3)
        m->say(ids.at(i), Availability::Chat);
    m->settle();
    m->say(ids.at(42), Availability::Busy);
    m->settle();
    m->profile(ids.at(42), u"AAA"_s);
    m->settle();
    for (const ContactId &id : ids)
        m->say(id, Availability::Away);
    m->settle();
    QCOMPARE(selection.currentIndex(), model.indexOf(ids.at(42)));
    QCOMPARE(selection.selectedIndexes(), QModelIndexList({model.indexOf(ids.at(42))}));
    QCOMPARE(current.size(), 0);
}

void tst_RosterModel::tellsCountsOncePerChange()
{
    const ContactId a = m->add(u"n1"_s, u"A"_s);
    m->add(u"n2"_s, u"B"_s, core::Relation::Asked);
    RosterModel &model = m->open();
    QCOMPARE(model.totalContacts(), 1);
    QCOMPARE(model.onlineContacts(), 0);
    QSignalSpy counts(&model, &RosterModel::countsChanged);
    m->say(a, Availability::Chat);
    m->clock.advance(100);
    QCOMPARE(counts.size(), 1);
    QCOMPARE(model.onlineContacts(), 1);
    m->settle();
    QCOMPARE(counts.size(), 2); // a header came
    m->say(a, Availability::Chat, u"only a mood"_s);
    m->settle();
    QCOMPARE(counts.size(), 2);
    m->roster().becameFriend(ContactId(u"n2"_s));
    m->settle();
    QCOMPARE(model.totalContacts(), 2);
    QCOMPARE(counts.size(), 3);
}

void tst_RosterModel::announcesDataAtItsPace()
{
    QList<ContactId> ids;
    for (int i = 0; i < 400; ++i)
        ids.append(m->add(u"n%1"_s.arg(i), u"name %1"_s.arg(i)));
    RosterModel &model = m->open();
    for (const ContactId &id : ids)
        m->say(id, Availability::Chat);
    m->settle();
    QSignalSpy data(&model, &RosterModel::dataChanged);
    const auto change = [&](int first, int count, const QString &mood) {
        for (int i = first; i < first + count; ++i)
            m->say(ids.at(i), Availability::Chat, mood);
        m->clock.advance(0);
    };

    change(0, 1, u"1"_s); // after a quiet time at once
    QCOMPARE(data.size(), 1);
    change(1, 1, u"1"_s);
    m->clock.advance(32);
    QCOMPARE(data.size(), 1);
    m->clock.advance(1);
    QCOMPARE(data.size(), 2);

    data.clear(); // many: the slow pace
    change(0, 300, u"2"_s);
    m->clock.advance(99);
    QCOMPARE(data.size(), 0);
    m->clock.advance(1);
    QVERIFY(!data.isEmpty());

    m->settle(); // hidden
    model.setVisible(false);
    data.clear();
    change(0, 1, u"3"_s);
    QCOMPARE(data.size(), 1);
    change(1, 1, u"3"_s);
    m->clock.advance(999);
    QCOMPARE(data.size(), 1);
    m->clock.advance(1);
    QCOMPARE(data.size(), 2);
    change(2, 1, u"3"_s);
    QCOMPARE(data.size(), 2);
    model.setVisible(true);
    QCOMPARE(data.size(), 3);
    m->settle();
    QCOMPARE(data.size(), 3);
}

void tst_RosterModel::announcesRolesThatChanged()
{
    QList<ContactId> ids;
    for (int i = 0; i < 4; ++i)
        ids.append(m->add(u"n%1"_s.arg(i), u"name %1"_s.arg(i)));
    RosterModel &model = m->open();
    for (const ContactId &id : ids)
        m->say(id, Availability::Away);
    m->settle();
    QSignalSpy data(&model, &RosterModel::dataChanged);
    m->say(ids.at(1), Availability::Away, u"tea"_s);
    m->say(ids.at(2), Availability::Away, u"tea"_s);
    m->say(ids.at(0), Availability::Busy);
    m->clock.advance(0);
    QCOMPARE(data.size(), 2); // one range for the neighbours that changed alike
    QCOMPARE(data.at(0).at(2).value<QList<int>>(),
             QList<int>({RosterModel::AvailabilityRole, RosterModel::PresenceRole}));
    QCOMPARE(data.at(1).at(0).toModelIndex(), model.indexOf(ids.at(1)));
    QCOMPARE(data.at(1).at(1).toModelIndex(), model.indexOf(ids.at(2)));
    QCOMPARE(data.at(1).at(2).value<QList<int>>(),
             QList<int>({RosterModel::MoodRole, RosterModel::PresenceRole}));
}

void tst_RosterModel::announcesOrderAtItsPace()
{
    QList<ContactId> ids;
    for (int i = 0; i < 20; ++i)
        ids.append(m->add(u"n%1"_s.arg(i), u"name %1"_s.arg(i)));
    RosterModel &model = m->open();
    m->settle();
    const RowSpy single(model);
    m->say(ids.at(0), Availability::Chat);
    m->clock.advance(399);
    QCOMPARE(single.all(), 0);
    m->clock.advance(1);
    QCOMPARE(single.moves(), 1);

    const RowSpy many(model); // changes that never pause still show within two seconds
    for (int i = 1; i < 20; ++i) {
        m->say(ids.at(i), Availability::Chat);
        m->clock.advance(100);
        QCOMPARE(many.all(), 0);
    }
    m->clock.advance(100);
    QCOMPARE(many.moves(), 19);
}

void tst_RosterModel::headersCannotBeSelected()
{
    m->add(u"n1"_s, u"A"_s);
    RosterModel &model = m->open();
    QVERIFY(!(model.flags(model.index(0)) & (Qt::ItemIsSelectable | Qt::ItemIsEnabled)));
    QCOMPARE(model.flags(model.index(1)) & (Qt::ItemIsSelectable | Qt::ItemIsEnabled),
             Qt::ItemIsSelectable | Qt::ItemIsEnabled);
    QVERIFY(!model.index(0).data(RosterModel::IdRole).isValid());
    QVERIFY(!model.index(1).data(Qt::AccessibleTextRole).isValid());
    QVERIFY(!model.data(QModelIndex(), RosterModel::NameRole).isValid());
    QCOMPARE(model.rowCount(model.index(1)), 0);
}

void tst_RosterModel::tellsTheWholeContactAndPresence()
{
    const ContactId a = m->add(u"n1"_s, u"A"_s);
    RosterModel &model = m->open();
    m->say(a, Availability::Busy, u"tea"_s);
    m->settle();
    const QModelIndex index = model.indexOf(a);
    QCOMPARE(index.data(RosterModel::ContactRole).value<core::Contact>(),
             m->roster().contact(a).value());
    const auto presence = index.data(RosterModel::PresenceRole).value<core::ContactPresence>();
    QCOMPARE(presence, m->presences().presence(a));
    QCOMPARE(presence.mood, u"tea"_s);
    QCOMPARE(index.data(RosterModel::SectionRole).value<RosterModel::Section>(),
             RosterModel::Section::Maybe);
}

QTEST_GUILESS_MAIN(tst_RosterModel)

#include "tst_roster_model.moc"
