// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact.h"

#include <QByteArray>
#include <QCollator>

#include <memory>
#include <vector>

namespace timbre::models {

// One contact as RosterModel keeps it: what is drawn without asking core, and its own copy of all
// it was sorted by, so that a place is found again after core has moved on.
struct RosterRow {
    static constexpr quint16 hidden = 0xffff;

    // What every pass over all rows reads, in one cache line.
    quint64 rank = 0; // place among all names; gaps between neighbours
    quint16 searchName = 0; // length of the name in searchText
    quint16 shown = hidden; // order class under which it stands in the list now
    quint16 target = hidden; // where a row that turns is to go, during one rearrangement
    quint16 bucket : 3 = 4; // RosterModel::Section without regard to the pin
    quint16 match : 3 = 0; // Match, while there is a filter
    bool accepted : 1 = false;
    bool pinned : 1 = false;
    bool nicknamed : 1 = false;
    bool kept : 1 = false;
    bool gone : 1 = false; // no contact any more; about to be destroyed
    bool dirty : 1 = false; // in the list of rows whose presence must be read
    bool pending : 1 = false; // stands elsewhere than it should
    bool queued : 1 = false; // in the list of rows that may be pending
    bool picked : 1 = false; // moves in this pass although the order is frozen
    bool renamed : 1 = false; // `name` is not what it was ordered by
    bool unread : 1 = false;
    QByteArray searchText; // search_text.h: the name and the other names
    QByteArray searchMood;

    core::ContactId id;
    QString name; // as drawn
    QString sortName; // what `rank` stands for
    QString mood;
    core::Availability availability = core::Availability::Unknown;
    core::Freshness freshness = core::Freshness::Live;
    quint16 group = 0; // place of its first group in the user's order, from 1; 0 = in none
    int groupPlace = 0; // in that group, from 1, if its order was made by hand
    int unreadCount = 0;
    qint64 messageAt = 0; // wall ms
    qint64 activeAt = 0; // the same, or when their presence changed, whichever is later
    quint64 shownPlace = 0; // as `shown`: the place in its class before its name counts
};

// Owns all rows, ordered by (name as people sort, id), and gives each a number that says the same.
// Comparing two rows is comparing two integers; collation is paid once per name. GUI thread.
class NameOrder
{
public:
    NameOrder();

    const std::vector<std::unique_ptr<RosterRow>> &rows() const { return m_rows; }

    // The contacts as people sort their names.
    std::vector<const core::Contact *> sorted(std::vector<const core::Contact *> contacts) const;
    // Takes the first rows, which are in that order.
    void start(std::vector<std::unique_ptr<RosterRow>> rows);

    // Both return true if other rows got new ranks, too; their order among each other never
    // changes.
    bool insert(std::vector<std::unique_ptr<RosterRow>> rows);
    // The rows' `name` becomes what they are ordered by.
    bool rerank(const std::vector<RosterRow *> &rows);
    // Destroys the rows whose `gone` is set.
    void removeGone();

    static constexpr int rankBits = 60;

private:
    using Rows = std::vector<std::unique_ptr<RosterRow>>;
    Rows::iterator placeFor(const RosterRow &row, Rows::iterator from);
    bool insertOne(std::unique_ptr<RosterRow> row);
    void renumber();

    QCollator m_collator;
    Rows m_rows;
};

} // namespace timbre::models
