// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "model/roster_fixture.h"
#include "model/row_spy.h"

#include <QTest>

using namespace timbre;
using namespace timbre::models;
using namespace Qt::StringLiterals;
using core::Availability;
using core::ContactId;
using test::RosterFixture;
using test::RowSpy;

// RosterModel with a filter and with Show::Online.
class tst_RosterFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void filters_data();
    void filters();
    void narrowingAndWideningFindTheSame();
    void aFilterFollowsMoods();
    void onlineHidesOffline();
    void onlineNeverHidesPinnedLeavingOrKept();
    void lettingGoOfAKeptRowWaitsWhileFrozen();

private:
    std::optional<RosterFixture> m;
};

void tst_RosterFilter::init()
{
    m.emplace();
}

void tst_RosterFilter::cleanup()
{
    m->close();
    m.reset();
}

void tst_RosterFilter::filters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    const QStringList everybody = {u"# Reachable 1"_s, u"Straße"_s, u"# NotNow 5"_s, u"100 % Tea"_s,
                                   u"Ann Lee"_s,       u"Hanna"_s,  u"José Ann"_s,   u"李小龙"_s};
    QTest::newRow("nothing") << u"   "_s << everybody;
    QTest::newRow("ranked") << u"ann"_s << QStringList({u"Ann Lee"_s, u"José Ann"_s, u"Hanna"_s, u"Straße"_s});
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
                                << QStringList({u"Ann Lee"_s, u"José Ann"_s, u"Hanna"_s, u"Straße"_s});
}

void tst_RosterFilter::filters()
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

void tst_RosterFilter::narrowingAndWideningFindTheSame()
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

void tst_RosterFilter::aFilterFollowsMoods()
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

void tst_RosterFilter::onlineHidesOffline()
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

void tst_RosterFilter::onlineNeverHidesPinnedLeavingOrKept()
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
    QCOMPARE(
        m->rows(),
        QStringList({u"# Pinned 1"_s, u"Pinned one"_s, u"# Reachable 1"_s, u"Leaving"_s, u"# NotNow 1"_s, u"Kept"_s}));
    m->settle();
    QCOMPARE(m->rows(), QStringList({u"# Pinned 1"_s, u"Pinned one"_s, u"# NotNow 1"_s, u"Kept"_s}));
    model.setKept({});
    m->settle();
    QCOMPARE(m->rows(), QStringList({u"# Pinned 1"_s, u"Pinned one"_s}));
}

void tst_RosterFilter::lettingGoOfAKeptRowWaitsWhileFrozen()
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

QTEST_GUILESS_MAIN(tst_RosterFilter)

#include "tst_roster_filter.moc"
