// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/name_order.h"
#include "models/roster_model.h"
#include "models/search_text.h"

#include <optional>
#include <string>

namespace timbre::models {

// What the user asked the list to show: sort mode, who, and the filter. Says of one row whether and in which order
// class it should stand; moves nothing. A member of RosterModel's workings.
//
// An order class is the match of the filter (best first), then the section. Rows are first ordered by it, then by name.
class RosterQuery
{
public:
    using Section = RosterModel::Section;
    static constexpr int classes = 16; // 4 matches, 4 sections
    static constexpr quint8 notNow = static_cast<quint8>(Section::NotNow);
    static Section sectionOf(quint8 orderClass) { return static_cast<Section>(orderClass & 3); }

    RosterModel::SortMode mode = RosterModel::SortMode::Status;
    RosterModel::Show show = RosterModel::Show::All;

    // Whose match is to be found anew.
    enum class Rematch { No, Hits, All };
    // None: the list stays as it is.
    std::optional<Rematch> setFilter(const QString &text);
    QString filter() const { return m_filter; }
    bool isFiltering() const { return !m_needle.empty(); }

    // Only while there is a filter.
    Match matchOf(const RosterRow &row) const;
    // By the match that the row remembers; RosterRow::hidden if it should not stand in the list.
    quint8 classFor(const RosterRow &row) const;
    bool hasHeaders() const { return mode == RosterModel::SortMode::Status && !isFiltering(); }
    bool hidesOffline() const { return show == RosterModel::Show::Online && !isFiltering(); }

private:
    QString m_filter;
    std::string m_needle; // m_filter, folded
};

} // namespace timbre::models
