// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "models/roster_query.h"

#include <algorithm>

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

RosterQuery::Section RosterQuery::sectionOf(quint16 orderClass) const
{
    if (isGrouped() && orderClass != pinnedClass)
        return orderClass == noGroupClass ? Section::NoGroup : Section::Group;
    return static_cast<Section>(orderClass & ((1 << sectionBits) - 1));
}

quint16 RosterQuery::groupClassOf(const RosterRow &row)
{
    if (row.pinned)
        return pinnedClass;
    return row.group > 0 ? row.group : noGroupClass;
}

bool RosterQuery::hides(const RosterRow &row) const
{
    if (!hidesSome() || row.unread || row.kept)
        return false;
    switch (show) {
    case RosterModel::Show::All:
        break;
    case RosterModel::Show::Reachable:
        return row.bucket != static_cast<quint16>(Section::Reachable) && !row.pinned;
    case RosterModel::Show::Online:
        return row.bucket == notNow && !row.pinned;
    case RosterModel::Show::Unread:
        return true;
    }
    return false;
}

quint16 RosterQuery::classFor(const RosterRow &row) const
{
    if (row.gone)
        return RosterRow::hidden;
    if (isGrouped()) {
        const quint16 group = groupClassOf(row);
        return collapsed.test(group) || hides(row) ? RosterRow::hidden : group;
    }
    auto section = static_cast<Section>(row.bucket);
    if (row.pinned)
        section = Section::Pinned;
    else if (mode != RosterModel::SortMode::Status)
        section = Section::Reachable; // one class: only places and names count
    else if (row.unread && !isFiltering())
        section = Section::Unread;
    const auto low = static_cast<quint16>(section);
    if (isFiltering()) {
        if (row.match == static_cast<quint16>(Match::None))
            return RosterRow::hidden;
        return static_cast<quint16>(row.match << sectionBits | low);
    }
    return hides(row) ? RosterRow::hidden : low;
}

bool RosterQuery::usesPlaces() const
{
    return isGrouped() || (mode == RosterModel::SortMode::Recent && !isFiltering());
}

quint64 RosterQuery::placeFor(const RosterRow &row) const
{
    constexpr qint64 latest = (qint64{1} << placeBits) - 1;
    if (!usesPlaces())
        return 0;
    if (mode == RosterModel::SortMode::Recent)
        return static_cast<quint64>(latest - std::clamp<qint64>(row.activeAt, 0, latest));
    return row.pinned ? 0 : static_cast<quint64>(row.groupPlace);
}

} // namespace timbre::models
