// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/data_pace.h"
#include "models/name_order.h"
#include "models/order_pace.h"
#include "models/roster_changes.h"
#include "models/roster_model.h"
#include "models/roster_query.h"

#include <array>

namespace timbre::models {

// The workings of RosterModel. roster_facts.cpp reads facts and announces them, roster_arrange.cpp moves single rows,
// roster_rearrange.cpp lays out all of them; where a row should stand is RosterQuery's to say.
//
// A row in the list has an order class (match of the filter, then section; or the group), a place in it and a rank
// among all names; class and place are one integer, and with the rank they are the key. Headers are entries with place
// and rank 0. Entries are sorted by key and hold a copy of it, so the place of a row is a binary search and nothing has
// to be renumbered when rows move.
class RosterModel::Private
{
public:
    struct Key {
        quint64 spot; // class and place
        quint64 rank;
        auto operator<=>(const Key &) const = default;
    };
    struct Entry {
        Key key;
        RosterRow *row; // none: a header
        bool sameAs(const Entry &other) const { return row == other.row && (row || key == other.key); }
    };
    using Entries = std::vector<Entry>;

    static constexpr int classes = RosterQuery::classes;
    static Key keyOf(quint16 orderClass, quint64 place, quint64 rank)
    {
        return {quint64{orderClass} << RosterQuery::placeBits | place, rank};
    }
    static Key headerKey(quint16 orderClass) { return keyOf(orderClass, 0, 0); }
    static Key shownKey(const RosterRow &row) { return keyOf(row.shown, row.shownPlace, row.rank); }
    static quint16 classOf(const Entry &entry)
    {
        return static_cast<quint16>(entry.key.spot >> RosterQuery::placeBits);
    }

    Private(RosterModel *model, core::Roster &roster, core::PresenceModel &presences, core::Clock &clock);

    // Facts.
    void load();
    void onContactsChanged(const QSet<core::ContactId> &ids);
    void onPresencesChanged(const QSet<core::ContactId> &ids);
    std::unique_ptr<RosterRow> makeRow(const core::Contact &contact);
    quint16 readContact(RosterRow &row, const core::Contact &contact);
    quint16 readPresence(RosterRow &row, bool first);
    void readSearchText(RosterRow &row, const core::Contact &contact);
    void count(const RosterRow &row, int step);

    // Groups; in roster_groups.cpp.
    void readGroups();
    void readGroup(RosterRow &row) const;
    void onGroupsChanged();
    void setCollapsed(const QString &group, bool collapsed);
    void recountGroups();
    void countInGroup(const RosterRow &row, int online, int unread);
    bool keepsHeader(quint16 orderClass) const;
    QVariant headerData(quint16 orderClass, int role) const;
    QString groupIdOf(quint16 orderClass) const;
    RosterRow *find(const core::ContactId &id) const { return m_byId.value(id); }

    // Announcements.
    void scheduleData();
    void flushData();
    void announce(std::vector<Changed> changes);
    void announceHeaders();
    void announceCounts();
    void announcePending();

    // Order. evaluate() only notes that a row should stand elsewhere.
    bool evaluate(RosterRow &row);
    void noteOrderChange();
    void scheduleOrder();
    void onOrderDue();
    void applyPending();
    // These rows move now, even in a frozen list.
    void apply(const std::vector<RosterRow *> &rows);
    void settle(RosterRow &row);
    enum class Scope { All, Picked };
    void rearrange(Scope scope, RosterQuery::Rematch rematch = RosterQuery::Rematch::No);
    struct Deal {
        std::array<Entries, classes> entries; // who shall stand in the list, in order
        Entries fresh; // of them, who does not yet
        std::array<std::vector<RosterRow *>, classes> leaving; // by the class they stand in, in order
        std::vector<RosterRow *> turned; // whose class changes
        std::vector<RosterRow *> renamed; // whose place is still that of their old name
    };
    Deal deal(Scope scope, RosterQuery::Rematch rematch);
    void moveEntry(int from, int to);
    void insertEntry(Entry entry);
    void removeEntry(int at);
    void showHeader(quint16 orderClass);
    void dropEmptyHeader(quint16 orderClass);
    void refreshKeys();
    int lowerBound(const Key &key) const;
    int placeOf(const RosterRow &row) const; // -1 if it is not in the list

    RosterModel *const q;
    core::Roster &m_roster;
    core::PresenceModel &m_presences;

    NameOrder m_order; // owns the rows
    QHash<core::ContactId, RosterRow *> m_byId;
    Entries m_entries; // what the view sees
    // Entries that are in order; behind them stand, only while signals of a rearrangement are out,
    // those that come or go.
    size_t m_sorted = 0;
    std::array<int, classes> m_counts{}; // contacts in the list
    std::bitset<classes> m_headers; // which headers are in the list
    bool m_hasPlaces = false; // entries were placed by more than class and name
    bool m_arranging = false;
    bool m_disturbed = false; // a view that was told of a rearrangement changed what it was made from

    RosterQuery m_query;
    core::ContactId m_kept;
    AccessibleText m_accessibleText;

    const core::LastSeen *m_lastSeen = nullptr;
    core::ContactGroups *m_groups = nullptr;
    QStringList m_groupIds; // by class - 1
    QStringList m_groupNames;
    struct FirstGroup {
        quint16 group = 0;
        int place = 0;
        QStringList names; // of all its groups: they can be searched for
        bool operator==(const FirstGroup &) const = default;
    };
    QHash<core::ContactId, FirstGroup> m_groupOf;
    QSet<QString> m_collapsed; // ids
    struct GroupCount {
        int members = 0, online = 0, unread = 0;
        bool operator==(const GroupCount &) const = default;
    };
    std::array<GroupCount, classes> m_groupCounts{}; // in Groups only
    std::bitset<classes> m_recounted; // headers that say something else now
    QHash<core::ContactId, int> m_unread; // outlives the row: a contact may come back
    QHash<core::ContactId, qint64> m_lastMessage;

    std::vector<RosterRow *> m_dirty;
    DataPace m_dataPace;

    bool m_frozen = false;
    std::vector<RosterRow *> m_queue; // rows that are or were pending since the last order
    int m_pending = 0;
    int m_announcedPending = 0;
    OrderPace m_orderPace;

    int m_total = 0;
    int m_online = 0;
    struct Counts {
        int rows = 0, total = 0, online = 0, hidden = 0;
        bool operator==(const Counts &) const = default;
    };
    Counts counts() const;
    Counts m_announcedCounts;
};

} // namespace timbre::models
