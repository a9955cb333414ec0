// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/name_order.h"
#include "models/roster_model.h"
#include "models/search_text.h"

#include <bitset>
#include <optional>
#include <string>

namespace timbre::models {

// What the user asked the list to show: sort mode, who, and the filter. Says of one row whether and in which order
// class it should stand; moves nothing. A member of RosterModel's workings.
//
// An order class is the match of the filter (best first), then the section; or the group. Rows are ordered by class,
// then by their place in it (the order of the hand, or recency), then by name.
class RosterQuery
{
public:
    using Section = RosterModel::Section;
    static constexpr int sectionBits = 3;
    static constexpr int classes = 128; // 4 matches with 5 sections; or 100 groups between those pinned and the others
    static constexpr quint16 pinnedClass = 0;
    static constexpr quint16 noGroupClass = 120;
    static constexpr int placeBits = 48;
    static constexpr quint16 notNow = static_cast<quint16>(Section::NotNow);

    RosterModel::SortMode mode = RosterModel::SortMode::Status;
    RosterModel::Show show = RosterModel::Show::All;
    std::bitset<classes> collapsed; // by class of Groups

    // Whose match is to be found anew.
    enum class Rematch { No, Hits, All };
    // None: the list stays as it is.
    std::optional<Rematch> setFilter(const QString &text);
    QString filter() const { return m_filter; }
    bool isFiltering() const { return !m_needle.empty(); }

    // Only while there is a filter.
    Match matchOf(const RosterRow &row) const;
    // By the match that the row remembers; RosterRow::hidden if it should not stand in the list.
    quint16 classFor(const RosterRow &row) const;
    quint64 placeFor(const RosterRow &row) const;
    bool usesPlaces() const;
    bool isGrouped() const { return mode == RosterModel::SortMode::Groups && !isFiltering(); }
    bool hasHeaders() const { return (mode == RosterModel::SortMode::Status && !isFiltering()) || isGrouped(); }
    Section sectionOf(quint16 orderClass) const;
    // In Groups, whether shown or not.
    static quint16 groupClassOf(const RosterRow &row);
    bool hidesSome() const { return show != RosterModel::Show::All && !isFiltering(); }
    bool hides(const RosterRow &row) const;

private:
    QString m_filter;
    std::string m_needle; // m_filter, folded
};

} // namespace timbre::models
