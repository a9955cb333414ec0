// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "models/roster_query.h"

#include <QRandomGenerator>
#include <QTest>

using namespace timbre::models;
using SortMode = RosterModel::SortMode;

namespace {

// Rows with few values, so that most are alike in something.
RosterRow randomRow(QRandomGenerator &random, quint64 rank)
{
    RosterRow row;
    row.rank = rank;
    row.bucket = (2 + random.bounded(3)) & 7;
    row.pinned = random.bounded(5) == 0;
    row.unread = random.bounded(4) == 0;
    row.group = static_cast<quint16>(random.bounded(3));
    row.groupPlace = random.bounded(3);
    row.activeAt = 1'800'000'000'000 + random.bounded(3);
    return row;
}

using Key = std::pair<std::pair<quint16, quint64>, quint64>;

Key keyOf(const RosterQuery &query, const RosterRow &row)
{
    return {{query.classFor(row), query.placeFor(row)}, row.rank};
}

} // namespace

class tst_RosterOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyModeIsAStrictWeakOrder_data();
    void everyModeIsAStrictWeakOrder();
    void awayToBusyIsTheSamePlaceInEveryMode();
    void placesStayWithinTheirBits();
};

void tst_RosterOrder::everyModeIsAStrictWeakOrder_data()
{
    QTest::addColumn<SortMode>("mode");
    QTest::newRow("status") << SortMode::Status;
    QTest::newRow("name") << SortMode::Name;
    QTest::newRow("recent") << SortMode::Recent;
    QTest::newRow("groups") << SortMode::Groups;
}

// Irreflexive, asymmetric, transitive; and total, since no two rows share a rank. A pinned row is before all others.
void tst_RosterOrder::everyModeIsAStrictWeakOrder()
{
    QFETCH(const SortMode, mode);
    RosterQuery query;
    query.mode = mode;
    QRandomGenerator random(3);
    std::vector<RosterRow> rows;
    for (quint64 i = 1; i <= 60; ++i)
        rows.push_back(randomRow(random, i));
    const auto before = [&](const RosterRow &a, const RosterRow &b) { return keyOf(query, a) < keyOf(query, b); };
    for (const RosterRow &a : rows) {
        QVERIFY(!before(a, a));
        for (const RosterRow &b : rows) {
            if (&a != &b)
                QVERIFY(before(a, b) != before(b, a));
            if (a.pinned && !b.pinned)
                QVERIFY(before(a, b));
            for (const RosterRow &c : rows) {
                if (before(a, b) && before(b, c))
                    QVERIFY(before(a, c));
            }
        }
    }
}

void tst_RosterOrder::awayToBusyIsTheSamePlaceInEveryMode()
{
    // Both are Section::Maybe: the row has only that, and no mode but Recent looks at more.
    for (const SortMode mode : {SortMode::Status, SortMode::Name, SortMode::Groups}) {
        RosterQuery query;
        query.mode = mode;
        RosterRow away;
        away.bucket = static_cast<quint16>(RosterModel::Section::Maybe) & 7;
        RosterRow busy;
        busy.bucket = away.bucket;
        busy.availability = timbre::core::Availability::Busy;
        busy.activeAt = 5;
        QVERIFY(keyOf(query, away) == keyOf(query, busy));
    }
}

void tst_RosterOrder::placesStayWithinTheirBits()
{
    RosterQuery query;
    query.mode = SortMode::Recent;
    RosterRow row;
    for (const qint64 time : {qint64{-5}, qint64{0}, qint64{1} << 47, qint64{1} << 62}) {
        row.activeAt = time;
        QVERIFY(query.placeFor(row) >> RosterQuery::placeBits == 0);
    }
}

QTEST_GUILESS_MAIN(tst_RosterOrder)

#include "tst_roster_order.moc"
