// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "model/roster_fixture.h"

#include <QAbstractItemModelTester>
#include <QCollator>
#include <QLocale>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace timbre;
using namespace timbre::models;
using namespace Qt::StringLiterals;
using core::Availability;
using core::ContactId;
using test::RosterFixture;

namespace {

// What the list must look like, worked out anew from core and without any of the model's means.
QStringList expectedRows(RosterFixture &fixture, bool byName, bool onlyOnline, const ContactId &kept,
                         const QString &needle)
{
    struct Line {
        int section;
        QString name;
        QString id;
    };
    QList<Line> lines;
    for (const core::Contact &contact : fixture.roster().contacts()) {
        if (contact.relation != core::Relation::Accepted && contact.relation != core::Relation::Asked)
            continue;
        const Availability availability = fixture.presences().presence(contact.id).availability;
        int section = availability == Availability::Chat                               ? 1
            : availability == Availability::Away || availability == Availability::Busy ? 2
                                                                                       : 3;
        if (needle.isEmpty() && onlyOnline && section == 3 && !contact.pinned && contact.id != kept)
            continue;
        if (byName)
            section = 1;
        if (contact.pinned)
            section = 0;
        const QString name = contact.displayName();
        if (!needle.isEmpty()) {
            const QString all = name + u'\n' + contact.profileName + u'\n' + contact.account + u'\n' + contact.id.node()
                + u'\n' + fixture.presences().presence(contact.id).mood;
            if (!all.contains(needle))
                continue;
            section += 10
                * (name.startsWith(needle)            ? 0
                       : name.contains(u' ' + needle) ? 1
                       : name.contains(needle)        ? 2
                                                      : 3);
        }
        lines.append({section, name, contact.id.node()});
    }
    QCollator collator(QLocale(QLocale::English, QLocale::UnitedStates));
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::sort(lines.begin(), lines.end(), [&](const Line &a, const Line &b) {
        if (a.section != b.section)
            return a.section < b.section;
        const int by = collator.compare(a.name, b.name);
        return by != 0 ? by < 0 : a.id < b.id;
    });
    QStringList rows;
    QHash<int, int> counts;
    for (const Line &line : std::as_const(lines))
        ++counts[line.section];
    static const QStringList sections = {u"Pinned"_s, u"Reachable"_s, u"Maybe"_s, u"NotNow"_s};
    int last = -1;
    for (const Line &line : std::as_const(lines)) {
        if (line.section != std::exchange(last, line.section) && !byName && needle.isEmpty())
            rows.append(u"# %1 %2"_s.arg(sections.at(line.section)).arg(counts[line.section]));
        rows.append(line.name);
    }
    return rows;
}

class CountingModel final : public RosterModel
{
public:
    using RosterModel::RosterModel;
    QVariant data(const QModelIndex &index, int role) const override
    {
        ++calls;
        return RosterModel::data(index, role);
    }
    mutable int calls = 0;
};

} // namespace

class tst_RosterStorm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysSortedAndComplete_data();
    void staysSortedAndComplete();
    void aViewReadsLessThanOnceAChange();
};

void tst_RosterStorm::staysSortedAndComplete_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<int>("burst"); // changes per step: below and above the limit for single moves
    for (quint32 seed = 1; seed <= 4; ++seed) {
        QTest::addRow("single-%u", seed) << seed << 3;
        QTest::addRow("burst-%u", seed) << seed << 120;
    }
}

void tst_RosterStorm::staysSortedAndComplete()
{
    QFETCH(const quint32, seed);
    QFETCH(const int, burst);
    QRandomGenerator random(seed);
    RosterFixture fixture;
    QList<ContactId> ids;
    for (int i = 0; i < 250; ++i)
        ids.append(fixture.add(u"x%1"_s.arg(i), u"name %1"_s.arg(random.bounded(200))));
    RosterModel &model = fixture.open();
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy resets(&model, &RosterModel::modelReset);
    bool byName = false;
    bool onlyOnline = false;
    ContactId kept;
    QString needle;
    const auto any = [&] { return ids.at(random.bounded(int(ids.size()))); };
    const auto anyAvailability = [&] {
        static constexpr std::array values
            = {Availability::Chat, Availability::Away, Availability::Busy, Availability::Offline};
        return values[random.bounded(4u)];
    };
    // As a view does: what it is told of rows makes it pick another current one, and the window
    // asks for it at once.
    const auto meddle = [&] {
        if (random.bounded(4) == 0)
            model.setKept(kept = any());
        (void)model.indexOf(any());
    };
    QObject::connect(&model, &RosterModel::rowsInserted, &model, meddle);
    QObject::connect(&model, &RosterModel::rowsMoved, &model, meddle);
    QObject::connect(&model, &RosterModel::rowsRemoved, &model, meddle);
    QObject::connect(&model, &RosterModel::layoutChanged, &model, meddle);
    for (int step = 0; step < 150; ++step) {
        const int changes = 1 + random.bounded(burst);
        for (int i = 0; i < changes; ++i) {
            switch (random.bounded(12)) {
            case 0:
                fixture.roster().rename(any(), random.bounded(3) ? u"nick %1"_s.arg(random.bounded(100)) : QString());
                break;
            case 1:
                fixture.profile(any(), u"self %1"_s.arg(random.bounded(300)));
                break;
            case 2:
                fixture.roster().setPinned(any(), random.bounded(4) == 0);
                break;
            case 3:
                if (burst > 10 || random.bounded(3) == 0)
                    fixture.roster().remove(any());
                break;
            case 4: {
                const ContactId id = any();
                if (!fixture.roster().contact(id)) {
                    fixture.roster().requestSent(id, u"new %1"_s.arg(random.bounded(100)), {});
                    if (random.bounded(2))
                        fixture.roster().becameFriend(id);
                }
                break;
            }
            case 5:
                fixture.serverSaysOffline(any());
                break;
            default:
                fixture.say(any(), anyAvailability(),
                            random.bounded(3) ? QString() : u"mood %1"_s.arg(random.bounded(9)));
                break;
            }
        }
        switch (random.bounded(10)) {
        case 0:
            model.setFilter(needle = random.bounded(2) ? QString() : QString::number(random.bounded(30)));
            break;
        case 1:
            model.setShow((onlyOnline = random.bounded(2)) ? RosterModel::Show::Online : RosterModel::Show::All);
            break;
        case 2:
            model.setSortMode((byName = random.bounded(2)) ? RosterModel::SortMode::Name
                                                           : RosterModel::SortMode::Status);
            break;
        case 3:
            model.setKept(kept = random.bounded(3) ? any() : ContactId());
            break;
        case 4:
            model.setOrderFrozen(!model.isOrderFrozen());
            break;
        case 5:
            model.applyPendingOrder();
            break;
        case 6:
            model.setVisible(random.bounded(2));
            break;
        default:
            break;
        }
        fixture.clock.advance(random.bounded(700));
        for (int i = 0; i < model.rowCount(); ++i) { // every place is found, also in between
            const QModelIndex index = model.index(i);
            const auto id = index.data(RosterModel::IdRole).value<ContactId>();
            QVERIFY(id.isEmpty() || model.indexOf(id) == index);
        }
        if (step % 5 == 0) {
            model.setOrderFrozen(false);
            fixture.settle();
            QCOMPARE(fixture.rows(), expectedRows(fixture, byName, onlyOnline, kept, needle));
            QCOMPARE(model.totalContacts(), fixture.roster().accepted().size());
            int online = 0;
            for (const ContactId &id : fixture.roster().accepted())
                online += core::isPresent(fixture.presences().presence(id).availability) ? 1 : 0;
            QCOMPARE(model.onlineContacts(), online);
        }
    }
    QCOMPARE(resets.size(), 0);
}

// Cost is counted, not timed: what a view asks of the model under 2 000 changes a second.
void tst_RosterStorm::aViewReadsLessThanOnceAChange()
{
    RosterFixture fixture;
    QList<ContactId> ids;
    for (int i = 0; i < 5'000; ++i)
        ids.append(fixture.add(u"x%1"_s.arg(i), u"name %1"_s.arg(i)));
    auto &model = fixture.open<CountingModel>();
    QTreeView view;
    view.setUniformRowHeights(true);
    view.setRootIsDecorated(false);
    view.setModel(&model);
    view.resize(320, 600);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QCoreApplication::processEvents();

    QSignalSpy layouts(&model, &RosterModel::layoutChanged);
    QSignalSpy data(&model, &RosterModel::dataChanged);
    QRandomGenerator random(3);
    model.calls = 0;
    int changes = 0;
    for (int ms = 0; ms < 4'000; ms += 10) {
        for (int i = 0; i < 20; ++i, ++changes) {
            fixture.say(ids.at(random.bounded(int(ids.size()))),
                        random.bounded(2) ? Availability::Chat : Availability::Away);
        }
        fixture.clock.advance(10);
        QCoreApplication::processEvents(); // the view paints
    }
    QVERIFY2(model.calls < changes, qPrintable(QString::number(model.calls)));
    QVERIFY(model.calls > 0);
    QVERIFY2(layouts.size() <= 4, qPrintable(QString::number(layouts.size())));
    QVERIFY2(data.size() <= 4 * 10 * 2 * 64, qPrintable(QString::number(data.size())));
    fixture.close();
}

QTEST_MAIN(tst_RosterStorm)

#include "tst_roster_storm.moc"
