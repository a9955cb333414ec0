// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "model/roster_fixture.h"
#include "support/fake_random.h"

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

struct Wanted {
    RosterModel::SortMode mode = RosterModel::SortMode::Status;
    RosterModel::Show show = RosterModel::Show::All;
    ContactId kept;
    QString needle;
    QHash<ContactId, int> unread;
    QHash<ContactId, qint64> messages;
    QSet<QString> collapsed; // names of groups
};

bool isHidden(const Wanted &wanted, const core::Contact &contact, int section)
{
    if (!wanted.needle.isEmpty() || wanted.unread.value(contact.id) > 0 || contact.id == wanted.kept)
        return false;
    switch (wanted.show) {
    case RosterModel::Show::All:
        return false;
    case RosterModel::Show::Reachable:
        return section != 2 && !contact.pinned;
    case RosterModel::Show::Online:
        return section == 4 && !contact.pinned;
    case RosterModel::Show::Unread:
        return true;
    }
    return false;
}

// What the list must look like, worked out anew from core and without any of the model's means.
QStringList expectedRows(RosterFixture &fixture, const core::ContactGroups &groups, const Wanted &wanted)
{
    using SortMode = RosterModel::SortMode;
    struct Line {
        int section = 0;
        qint64 place = 0;
        QString name;
        QString id;
        bool online = false;
        bool hidden = false;
    };
    const bool grouped = wanted.mode == SortMode::Groups && wanted.needle.isEmpty();
    QList<Line> lines;
    for (const core::Contact &contact : fixture.roster().contacts()) {
        if (contact.relation != core::Relation::Accepted && contact.relation != core::Relation::Asked)
            continue;
        const core::ContactPresence presence = fixture.presences().presence(contact.id);
        int section = presence.availability == Availability::Chat                                        ? 2
            : presence.availability == Availability::Away || presence.availability == Availability::Busy ? 3
                                                                                                         : 4;
        Line line{.name = contact.displayName(), .id = contact.id.node()};
        line.online = section < 4 && contact.relation == core::Relation::Accepted;
        line.hidden = isHidden(wanted, contact, section);
        if (wanted.mode == SortMode::Status && wanted.unread.value(contact.id) > 0 && wanted.needle.isEmpty())
            section = 1;
        if (wanted.mode != SortMode::Status)
            section = 2;
        if (grouped) {
            section = 1000;
            for (int i = 0; i < groups.groups().size() && section == 1000; ++i) {
                const core::ContactGroup &group = groups.groups().at(i);
                if (!group.members.contains(contact.id))
                    continue;
                section = i + 1;
                line.place = group.isOrdered && !contact.pinned ? group.members.indexOf(contact.id) : 0;
            }
        }
        if (wanted.mode == SortMode::Recent && wanted.needle.isEmpty())
            line.place = -std::max(presence.since, wanted.messages.value(contact.id));
        if (contact.pinned)
            section = 0;
        if (const QString &needle = wanted.needle; !needle.isEmpty()) {
            QString all = line.name + u'\n' + contact.profileName + u'\n' + contact.account + u'\n' + contact.id.node()
                + u'\n' + presence.mood;
            for (const core::ContactGroup &group : groups.groups())
                all += group.members.contains(contact.id) ? u'\n' + group.name : QString();
            if (!all.contains(needle))
                continue;
            section += 10
                * (line.name.startsWith(needle)            ? 0
                       : line.name.contains(u' ' + needle) ? 1
                       : line.name.contains(needle)        ? 2
                                                           : 3);
        }
        line.section = section;
        lines.append(line);
    }
    QCollator collator(QLocale(QLocale::English, QLocale::UnitedStates));
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::sort(lines.begin(), lines.end(), [&](const Line &a, const Line &b) {
        if (a.section != b.section)
            return a.section < b.section;
        if (a.place != b.place)
            return a.place < b.place;
        const int by = collator.compare(a.name, b.name);
        return by != 0 ? by < 0 : a.id < b.id;
    });
    const auto of = [&lines](int section, auto &&condition) {
        return std::count_if(lines.cbegin(), lines.cend(),
                             [&](const Line &line) { return line.section == section && condition(line); });
    };
    QStringList rows;
    const auto appendSection = [&](int section, const QString &title, bool folded, bool always) {
        const auto shown = folded ? 0 : of(section, [](const Line &line) { return !line.hidden; });
        const auto all = of(section, [](const Line &) { return true; });
        if (shown == 0 && !always && !(folded && all > 0))
            return;
        QString header = u"# %1 %2"_s.arg(title).arg(shown);
        if (grouped && section > 0 && section < 1000)
            header += u" %1/%2"_s.arg(of(section, [](const Line &line) { return line.online; })).arg(all);
        if (!title.isEmpty())
            rows.append(header);
        for (const Line &line : std::as_const(lines)) {
            if (line.section == section && !line.hidden && !folded)
                rows.append(line.name);
        }
    };
    if (!grouped) {
        static const QStringList sections = {u"Pinned"_s, u"Unread"_s, u"Reachable"_s, u"Maybe"_s, u"NotNow"_s};
        const bool headers = wanted.mode == SortMode::Status && wanted.needle.isEmpty();
        for (int section = 0; section < 40; ++section)
            appendSection(section, headers ? sections.value(section) : QString(), false, false);
        return rows;
    }
    appendSection(0, u"Pinned"_s, false, false);
    for (int i = 0; i < groups.groups().size(); ++i) {
        const QString name = groups.groups().at(i).name;
        appendSection(i + 1, name, wanted.collapsed.contains(name), wanted.show == RosterModel::Show::All);
    }
    appendSection(1000, u"NoGroup"_s, false, false);
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
    test::FakeRandom groupIds;
    core::ContactGroups groups(fixture.store, fixture.clock, groupIds);
    model.setGroups(&groups);
    Wanted wanted;
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
            model.setKept(wanted.kept = any());
        (void)model.indexOf(any());
    };
    QObject::connect(&model, &RosterModel::rowsInserted, &model, meddle);
    QObject::connect(&model, &RosterModel::rowsMoved, &model, meddle);
    QObject::connect(&model, &RosterModel::rowsRemoved, &model, meddle);
    QObject::connect(&model, &RosterModel::layoutChanged, &model, meddle);
    for (int step = 0; step < 150; ++step) {
        const int changes = 1 + random.bounded(burst);
        for (int i = 0; i < changes; ++i) {
            switch (random.bounded(16)) {
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
            case 6: {
                const ContactId id = any();
                model.setUnread(id, wanted.unread[id] = random.bounded(3) ? 0 : 2);
                break;
            }
            case 7: {
                const ContactId id = any();
                model.setLastMessage(id, wanted.messages[id] = fixture.clock.wall() - random.bounded(100'000));
                break;
            }
            default:
                fixture.say(any(), anyAvailability(),
                            random.bounded(3) ? QString() : u"mood %1"_s.arg(random.bounded(9)));
                break;
            }
        }
        const auto anyGroup = [&] {
            return groups.groups().isEmpty() ? QString()
                                             : groups.groups().at(random.bounded(int(groups.groups().size()))).id;
        };
        switch (random.bounded(14)) {
        case 0:
            model.setFilter(wanted.needle = random.bounded(2) ? QString() : QString::number(random.bounded(30)));
            break;
        case 1:
            model.setShow(wanted.show = static_cast<RosterModel::Show>(random.bounded(4)));
            break;
        case 2:
            model.setSortMode(wanted.mode = static_cast<RosterModel::SortMode>(random.bounded(4)));
            break;
        case 3:
            model.setKept(wanted.kept = random.bounded(3) ? any() : ContactId());
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
        case 7: {
            const QString id = groups.create(u"Group %1"_s.arg(random.bounded(6)));
            for (int i = 0; i < 20; ++i)
                groups.setMember(id, any(), random.bounded(4) > 0);
            break;
        }
        case 8:
            groups.place(anyGroup(), any(), any());
            break;
        case 9: {
            const QString id = anyGroup();
            if (random.bounded(3) == 0)
                groups.remove(id);
            else
                groups.rename(id, u"Group %1"_s.arg(random.bounded(6)));
            break;
        }
        case 10: {
            const QString id = anyGroup();
            if (id.isEmpty())
                break;
            QStringList folded = model.collapsedGroups();
            if (folded.removeAll(id) == 0)
                folded.append(id);
            model.setCollapsedGroups(folded);
            break;
        }
        default:
            break;
        }
        wanted.collapsed.clear();
        for (const core::ContactGroup &group : groups.groups()) {
            if (model.collapsedGroups().contains(group.id))
                wanted.collapsed.insert(group.name);
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
            QCOMPARE(fixture.rows(), expectedRows(fixture, groups, wanted));
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
