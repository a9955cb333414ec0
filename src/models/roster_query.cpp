// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "models/roster_query.h"

namespace timbre::models {

std::optional<RosterQuery::Rematch> RosterQuery::setFilter(const QString &text)
{
    if (m_filter == text)
        return std::nullopt;
    m_filter = text;
    const QByteArray folded = foldedForSearch(text.simplified());
    std::string needle(folded.constData(), static_cast<size_t>(folded.size()));
    if (needle == m_needle)
        return std::nullopt;
    const bool narrower = !m_needle.empty() && needle.find(m_needle) != std::string::npos;
    m_needle = std::move(needle);
    if (m_needle.empty())
        return Rematch::No;
    return narrower ? Rematch::Hits : Rematch::All;
}

Match RosterQuery::matchOf(const RosterRow &row) const
{
    const auto view = [](const QByteArray &bytes) {
        return std::string_view(bytes.constData(), static_cast<size_t>(bytes.size()));
    };
    const Match match = models::matchOf(view(row.searchText), row.searchName, m_needle);
    if (match == Match::None && view(row.searchMood).find(m_needle) != std::string_view::npos)
        return Match::Elsewhere;
    return match;
}

quint8 RosterQuery::classFor(const RosterRow &row) const
{
    if (row.gone)
        return RosterRow::hidden;
    Section section = static_cast<Section>(row.bucket);
    if (row.pinned)
        section = Section::Pinned;
    else if (mode == RosterModel::SortMode::Name)
        section = Section::Reachable; // one class: only names count
    const auto low = static_cast<quint8>(section);
    if (isFiltering()) {
        if (row.match == static_cast<quint8>(Match::None))
            return RosterRow::hidden;
        return static_cast<quint8>(row.match << 2 | low);
    }
    if (hidesOffline() && row.bucket == notNow && !row.pinned && !row.kept)
        return RosterRow::hidden;
    return low;
}

} // namespace timbre::models
