// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "model/roster_fixture.h"
#include "model/row_spy.h"

#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace timbre;
using namespace timbre::models;
using namespace Qt::StringLiterals;
using core::Availability;
using core::ContactId;
using test::RosterFixture;
using test::RowSpy;

// What RosterModel tells of its rows, to whom holds an index, and when.
class tst_RosterSignals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

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

void tst_RosterSignals::init()
{
    m.emplace();
}

void tst_RosterSignals::cleanup()
{
    m->close();
    m.reset();
}

void tst_RosterSignals::persistentIndexesFollowTheirContact()
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

void tst_RosterSignals::selectionSurvives()
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

void tst_RosterSignals::tellsCountsOncePerChange()
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

void tst_RosterSignals::announcesDataAtItsPace()
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

void tst_RosterSignals::announcesRolesThatChanged()
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
    QCOMPARE(data.at(1).at(2).value<QList<int>>(), QList<int>({RosterModel::MoodRole, RosterModel::PresenceRole}));
}

void tst_RosterSignals::announcesOrderAtItsPace()
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

void tst_RosterSignals::headersCannotBeSelected()
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

void tst_RosterSignals::tellsTheWholeContactAndPresence()
{
    const ContactId a = m->add(u"n1"_s, u"A"_s);
    RosterModel &model = m->open();
    m->say(a, Availability::Busy, u"tea"_s);
    m->settle();
    const QModelIndex index = model.indexOf(a);
    QCOMPARE(index.data(RosterModel::ContactRole).value<core::Contact>(), m->roster().contact(a).value());
    const auto presence = index.data(RosterModel::PresenceRole).value<core::ContactPresence>();
    QCOMPARE(presence, m->presences().presence(a));
    QCOMPARE(presence.mood, u"tea"_s);
    QCOMPARE(index.data(RosterModel::SectionRole).value<RosterModel::Section>(), RosterModel::Section::Maybe);
}

QTEST_GUILESS_MAIN(tst_RosterSignals)

#include "tst_roster_signals.moc"
