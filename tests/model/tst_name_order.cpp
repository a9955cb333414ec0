// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "models/name_order.h"

#include <QLocale>
#include <QRandomGenerator>
#include <QTest>

using namespace timbre::models;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<RosterRow> row(const QString &name, const QString &id)
{
    auto result = std::make_unique<RosterRow>();
    result->name = name;
    result->id = timbre::core::ContactId(id);
    return result;
}

QStringList names(const NameOrder &order)
{
    QStringList list;
    for (const auto &entry : order.rows())
        list.append(entry->name);
    return list;
}

bool ranksRise(const NameOrder &order)
{
    quint64 last = 0;
    for (const auto &entry : order.rows()) {
        if (entry->rank <= last || entry->rank >> NameOrder::rankBits != 0)
            return false;
        last = entry->rank;
    }
    return true;
}

// Names as hostile as random ones get: few letters, so that many are equal or differ only in case
// or accents.
QString randomName(QRandomGenerator &random)
{
    static const QStringList parts
        = {u"a"_s, u"A"_s, u"á"_s,  u"a\u0301"_s, u"b"_s, u"1"_s,      u"02"_s,     u"10"_s, u" "_s,
           u"-"_s, u"ß"_s, u"ss"_s, u"李"_s,      u"😀"_s, u"\xd83d"_s, u"\u200d"_s, u"İ"_s,  u"ı"_s};
    QString name;
    for (int i = random.bounded(5); i >= 0; --i)
        name += parts.at(random.bounded(int(parts.size())));
    return name;
}

} // namespace

class tst_NameOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsAsPeopleDo();
    void equalNamesGoById();
    void isTheSameHoweverRowsCame();
    void orderIsStrictWeak();
    void findsRoomBetweenNeighboursForEver();
    void reranksAndRemoves();
};

void tst_NameOrder::sortsAsPeopleDo()
{
    NameOrder order;
    for (const auto &name : {u"Room 10"_s, u"zebra"_s, u"room 2"_s, u"Äpfel"_s, u"Zoo"_s, u"apfel"_s})
        order.insert([&] {
            std::vector<std::unique_ptr<RosterRow>> one;
            one.push_back(row(name, name));
            return one;
        }());
    QCOMPARE(names(order), QStringList({u"apfel"_s, u"Äpfel"_s, u"room 2"_s, u"Room 10"_s, u"zebra"_s, u"Zoo"_s}));
}

void tst_NameOrder::equalNamesGoById()
{
    NameOrder order;
    std::vector<std::unique_ptr<RosterRow>> rows;
    for (const auto &id : {u"c"_s, u"a"_s, u"b"_s})
        rows.push_back(row(u"Same"_s, id));
    order.insert(std::move(rows));
    QCOMPARE(order.rows()[0]->id.node(), u"a"_s);
    QCOMPARE(order.rows()[2]->id.node(), u"c"_s);
    QVERIFY(ranksRise(order));
}

void tst_NameOrder::isTheSameHoweverRowsCame()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 20; ++round) {
        std::vector<std::unique_ptr<RosterRow>> all;
        std::vector<std::unique_ptr<RosterRow>> half;
        NameOrder single;
        for (int i = 0; i < 300; ++i) {
            const QString name = randomName(random);
            const QString id = QString::number(i);
            (i % 2 ? all : half).push_back(row(name, id));
            std::vector<std::unique_ptr<RosterRow>> one;
            one.push_back(row(name, id));
            single.insert(std::move(one));
        }
        NameOrder bulk; // by sort keys, then merged by comparing
        bulk.insert(std::move(all));
        bulk.insert(std::move(half));
        QVERIFY(ranksRise(single));
        QVERIFY(ranksRise(bulk));
        QCOMPARE(names(bulk), names(single));
    }
}

void tst_NameOrder::orderIsStrictWeak()
{
    QRandomGenerator random(11);
    QCollator collator(QLocale(QLocale::English, QLocale::UnitedStates));
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::vector<std::unique_ptr<RosterRow>> rows;
    for (int i = 0; i < 200; ++i)
        rows.push_back(row(randomName(random), QString::number(i)));
    NameOrder order;
    order.insert(std::move(rows));
    const auto &sorted = order.rows();
    // Irreflexive, asymmetric and transitive all follow if every pair agrees with its places.
    for (size_t i = 0; i < sorted.size(); ++i) {
        for (size_t j = 0; j < sorted.size(); ++j) {
            const int by = collator.compare(sorted[i]->name, sorted[j]->name);
            const bool less = by != 0 ? by < 0 : sorted[i]->id < sorted[j]->id;
            QCOMPARE(less, i < j);
        }
    }
}

void tst_NameOrder::findsRoomBetweenNeighboursForEver()
{
    NameOrder order;
    bool renumbered = false;
    for (int i = 1000; i > 0; --i) { // always just above the first
        std::vector<std::unique_ptr<RosterRow>> one;
        one.push_back(row(i == 1000 ? u"a"_s : u"b %1"_s.arg(i), QString::number(i)));
        renumbered |= order.insert(std::move(one));
        QVERIFY(ranksRise(order));
    }
    QVERIFY(renumbered);
    QCOMPARE(order.rows()[0]->name, u"a"_s);
    QCOMPARE(order.rows()[1]->name, u"b 1"_s);
    QCOMPARE(order.rows()[999]->name, u"b 999"_s);
}

void tst_NameOrder::reranksAndRemoves()
{
    NameOrder order;
    std::vector<std::unique_ptr<RosterRow>> rows;
    for (int i = 0; i < 200; ++i)
        rows.push_back(row(u"n %1"_s.arg(i), QString::number(i)));
    order.insert(std::move(rows));
    std::vector<RosterRow *> some;
    for (const auto &entry : order.rows()) { // more than go one by one
        if (entry->name.endsWith(u'1') || entry->name.size() == 5)
            some.push_back(entry.get());
    }
    for (RosterRow *entry : some) {
        entry->name.prepend(u"a "_s);
        entry->renamed = true;
    }
    QVERIFY(order.rerank(some));
    QVERIFY(ranksRise(order));
    QCOMPARE(order.rows()[0]->name, u"a n 1"_s);
    QCOMPARE(order.rows().size(), size_t{200});
    RosterRow *last = order.rows().back().get();
    last->name = u"0"_s;
    order.rerank({last});
    QVERIFY(ranksRise(order));
    QCOMPARE(order.rows()[0].get(), last);
    QVERIFY(!last->renamed);
    last->gone = true;
    order.removeGone();
    QCOMPARE(order.rows().size(), size_t{199});
    QCOMPARE(order.rows()[0]->name, u"a n 1"_s);
}

QTEST_GUILESS_MAIN(tst_NameOrder)

#include "tst_name_order.moc"
