// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/name_order.h"
#include "models/roster_model.h"
#include "models/search_text.h"

#include <array>
#include <optional>

namespace timbre::models
{

// The workings of RosterModel. Two files: roster_model.cpp reads facts and paces announcements,
// roster_arrange.cpp moves rows.
//
// A row in the list has an order class (match of the filter, then section) and a rank among all
// names; together they are one integer, the key. Headers are entries with rank 0. Entries are
// sorted by key and hold a copy of it, so the place of a row is a binary search and nothing has to
// be renumbered when rows move.
class RosterModel::Private
{
public:
    struct Entry {
        quint64 key;
        RosterRow *row; // none: a header
        bool sameAs(const Entry &other) const
        {
            return row == other.row && (row || key == other.key);
        }
    };
    using Entries = std::vector<Entry>;

    // What dataChanged is about; see rolesOf().
    enum Change : quint8 {
        NameChange = 1,
        ContactChange = 2,
        SectionChange = 4,
        AvailabilityChange = 8,
        FreshnessChange = 16,
        MoodChange = 32,
        PresenceChange = 64,
        CountChange = 128,
    };
    struct Changed {
        int at;
        quint8 what;
    };

    static constexpr int classes = 16; // 4 matches, 4 sections
    static constexpr quint8 notNow = static_cast<quint8>(Section::NotNow);
    static quint64 keyOf(quint8 orderClass, quint64 rank)
    {
        return quint64{orderClass} << NameOrder::rankBits | rank;
    }
    static quint8 classOf(const Entry &entry)
    {
        return static_cast<quint8>(entry.key >> NameOrder::rankBits);
    }
    static Section sectionOf(quint8 orderClass) { return static_cast<Section>(orderClass & 3); }

    Private(RosterModel *model, core::Roster &roster, core::PresenceModel &presences,
            core::Clock &clock);

    // Facts.
    void load();
    void onContactsChanged(const QSet<core::ContactId> &ids);
    void onPresencesChanged(const QSet<core::ContactId> &ids);
    std::unique_ptr<RosterRow> makeRow(const core::Contact &contact);
    quint8 readContact(RosterRow &row, const core::Contact &contact);
    quint8 readPresence(RosterRow &row, bool first);
    void count(const RosterRow &row, int step);
    Match matchOf(const RosterRow &row) const;
    RosterRow *find(const core::ContactId &id) const { return m_byId.value(id); }

    // Announcements.
    void scheduleData();
    void onDataTimer();
    void flushData();
    void announce(std::vector<Changed> changes);
    void announceCounts();
    void announcePending();

    // Order. evaluate() only notes that a row should stand elsewhere.
    quint8 wanted(const RosterRow &row) const;
    bool evaluate(RosterRow &row);
    void noteOrderChange();
    void scheduleOrder();
    void onOrderTimer();
    void applyPending();
    // These rows move now, even in a frozen list.
    void apply(const std::vector<RosterRow *> &rows);
    void settle(RosterRow &row);
    enum class Scope { All, Picked };
    enum class Rematch { No, Hits, All }; // who is compared with the filter anew
    void rearrange(Scope scope, Rematch rematch = Rematch::No);
    struct Deal {
        std::array<Entries, classes> entries; // who shall stand in the list, in order
        Entries fresh; // of them, who does not yet
        std::array<std::vector<RosterRow *>, classes>
            leaving; // by the class they stand in, in order
        std::vector<RosterRow *> turned; // whose class changes
        std::vector<RosterRow *> renamed; // whose place is still that of their old name
    };
    Deal deal(Scope scope, Rematch rematch);
    void moveEntry(int from, int to);
    void insertEntry(Entry entry);
    void removeEntry(int at);
    void showHeader(quint8 orderClass);
    void dropEmptyHeader(quint8 orderClass);
    void refreshKeys();
    bool hasHeaders() const { return m_mode == SortMode::Status && m_needle.empty(); }
    int lowerBound(quint64 key) const;
    int placeOf(const RosterRow &row) const; // -1 if it is not in the list
    int pace() const;

    RosterModel *const q;
    core::Roster &m_roster;
    core::PresenceModel &m_presences;
    core::Clock &m_clock;

    NameOrder m_order; // owns the rows
    QHash<core::ContactId, RosterRow *> m_byId;
    Entries m_entries; // what the view sees
    // Entries that are in order; behind them stand, only while signals of a rearrangement are out,
    // those that come or go.
    size_t m_sorted = 0;
    std::array<int, classes> m_counts{}; // contacts in the list
    std::array<bool, classes> m_headers{}; // which headers are in the list
    bool m_arranging = false;

    SortMode m_mode = SortMode::Status;
    Show m_show = Show::All;
    QString m_filter;
    std::string m_needle; // m_filter, folded
    core::ContactId m_kept;
    AccessibleText m_accessibleText;
    bool m_visible = true;

    std::vector<RosterRow *> m_dirty;
    qint64 m_lastFlush;
    std::unique_ptr<core::Timer> m_dataTimer;

    bool m_frozen = false;
    std::vector<RosterRow *> m_queue; // rows that are or were pending since the last order
    int m_pending = 0;
    int m_announcedPending = 0;
    std::optional<qint64> m_firstOrderChange;
    qint64 m_lastOrderChange = 0;
    std::unique_ptr<core::Timer> m_orderTimer;

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
