// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "models/roster_model_p.h"

#include <QScopedValueRollback>

#include <algorithm>

// The whole list of RosterModel laid out at once; roster_arrange.cpp moves single rows.
namespace timbre::models {

// Decides for every row where it shall stand. Reads each row once, as 100 000 of them do not fit
// into a cache; they come by rank, so dealing them out to their classes sorts them.
RosterModel::Private::Deal RosterModel::Private::deal(Scope scope, RosterQuery::Rematch rematch)
{
    Deal result;
    const bool places = m_query.usesPlaces();
    for (quint16 c = 0; c < classes; ++c)
        result.entries[c].reserve(static_cast<size_t>(m_counts[c]));
    for (const auto &row : m_order.rows()) {
        if (rematch == RosterQuery::Rematch::All
            || (rematch == RosterQuery::Rematch::Hits && row->match != static_cast<quint16>(Match::None)))
            row->match = static_cast<quint16>(m_query.matchOf(*row)) & 7;
        const bool moves = scope == Scope::All || row->picked;
        const quint16 target = moves ? m_query.classFor(*row) : row->shown;
        if (target != RosterRow::hidden) {
            const quint64 place = !places ? 0 : moves ? m_query.placeFor(*row) : row->shownPlace;
            const Entry entry{keyOf(target, place, row->rank), row.get()};
            result.entries[target].push_back(entry);
            if (row->shown == RosterRow::hidden)
                result.fresh.push_back(entry);
            if (moves && row->renamed)
                result.renamed.push_back(row.get());
        } else if (row->shown != RosterRow::hidden) {
            result.leaving[row->shown].push_back(row.get());
        }
        if (target != row->shown) {
            row->target = target;
            result.turned.push_back(row.get());
        }
    }
    if (places) {
        for (Entries &entries : result.entries)
            std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.key < b.key; });
    }
    if (m_hasPlaces) { // they are to be in the order in which they stand
        for (std::vector<RosterRow *> &rows : result.leaving) {
            std::sort(rows.begin(), rows.end(),
                      [](const RosterRow *a, const RosterRow *b) { return shownKey(*a) < shownKey(*b); });
        }
    }
    return result;
}

// Lays out the whole list in at most three steps, whatever changed: new rows are appended, one
// permutation puts every row in its place and those that go behind all others, and these are cut
// off. So selections and persistent indexes follow as with single moves, and it costs the same for
// one row as for all.
void RosterModel::Private::rearrange(Scope scope, RosterQuery::Rematch rematch)
{
    Q_ASSERT(!m_arranging);
    const QScopedValueRollback<bool> guard(m_arranging, true);
    m_disturbed = false;
    if (scope == Scope::All) {
        m_orderPace.stop();
        m_orderPace.forgetFirst();
        m_pending = 0;
        for (RosterRow *row : std::exchange(m_queue, {}))
            row->queued = row->pending = false;
    }

    Deal dealt = deal(scope, rematch);
    if (!dealt.renamed.empty()) {
        if (m_order.rerank(dealt.renamed))
            refreshKeys();
        dealt = deal(scope, RosterQuery::Rematch::No);
    }
    for (RosterRow *row : dealt.turned) {
        if (row->target != RosterRow::hidden)
            row->shown = row->target;
    }
    if (const bool places = m_query.usesPlaces(); places || m_hasPlaces) {
        for (const Entries &entries : dealt.entries) {
            for (const Entry &entry : entries)
                entry.row->shownPlace = entry.key.spot & ((quint64{1} << RosterQuery::placeBits) - 1);
        }
        m_hasPlaces = places;
    }

    Entries arranged;
    arranged.reserve(m_entries.size() + dealt.fresh.size());
    std::bitset<classes> headers;
    std::array<int, classes> counts{};
    for (quint16 c = 0; c < classes; ++c) {
        const Entries &entries = dealt.entries[c];
        counts[c] = static_cast<int>(entries.size());
        headers[c] = m_query.hasHeaders() && (!entries.empty() || keepsHeader(c));
        if (headers[c]) {
            arranged.push_back({headerKey(c), nullptr});
            if (!m_headers[c])
                dealt.fresh.push_back(arranged.back());
        }
        arranged.insert(arranged.end(), entries.begin(), entries.end());
    }
    // Into an empty list they go as they shall stand, and no permutation follows.
    if (m_entries.empty())
        dealt.fresh = arranged;
    const size_t old = m_entries.size();
    if (const Entries &fresh = dealt.fresh; !fresh.empty()) {
        q->beginInsertRows({}, static_cast<int>(old), static_cast<int>(old + fresh.size()) - 1);
        m_entries.insert(m_entries.end(), fresh.begin(), fresh.end());
        q->endInsertRows();
    }

    std::vector<int> leaving; // old places, rising
    const size_t staying = arranged.size();
    std::array<size_t, classes> left{}; // of each class; leaving rows are dealt in the order in which they stand
    for (size_t i = 0; i < old; ++i) {
        const Entry entry = m_entries[i];
        const quint16 c = classOf(entry);
        const bool leaves
            = entry.row ? left[c] < dealt.leaving[c].size() && dealt.leaving[c][left[c]] == entry.row : !headers[c];
        if (leaves) {
            if (entry.row)
                ++left[c];
            leaving.push_back(static_cast<int>(i));
            arranged.push_back(entry);
        }
    }
    const bool moved = !std::equal(arranged.begin(), arranged.end(), m_entries.begin(), m_entries.end(),
                                   [](const Entry &a, const Entry &b) { return a.sameAs(b); });
    QModelIndexList from;
    QModelIndexList to;
    if (moved) {
        Q_EMIT q->layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        from = q->persistentIndexList();
        to.reserve(from.size());
        for (const QModelIndex &index : std::as_const(from)) {
            const Entry &entry = m_entries[static_cast<size_t>(index.row())];
            const auto gone = std::lower_bound(leaving.begin(), leaving.end(), index.row());
            if (gone != leaving.end() && *gone == index.row()) {
                to.append(q->index(static_cast<int>(staying) + static_cast<int>(gone - leaving.begin())));
                continue;
            }
            const Key key = entry.row ? shownKey(*entry.row) : entry.key;
            const auto place
                = std::lower_bound(arranged.begin(), arranged.begin() + static_cast<qsizetype>(staying), key,
                                   [](const Entry &e, const Key &wantedKey) { return e.key < wantedKey; });
            to.append(q->index(static_cast<int>(place - arranged.begin())));
        }
    }
    m_entries = std::move(arranged);
    m_sorted = staying;
    const std::array<int, classes> before = std::exchange(m_counts, counts);
    m_headers = headers;
    if (moved) {
        q->changePersistentIndexList(from, to);
        Q_EMIT q->layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    }

    if (!leaving.empty()) {
        q->beginRemoveRows({}, static_cast<int>(staying), static_cast<int>(m_entries.size()) - 1);
        for (size_t i = staying; i < m_entries.size(); ++i) {
            if (RosterRow *row = m_entries[i].row)
                row->shown = RosterRow::hidden;
        }
        m_entries.resize(staying);
        q->endRemoveRows();
    }
    if (m_disturbed) {
        for (const std::vector<RosterRow *> &rows : dealt.leaving) {
            for (RosterRow *row : rows)
                evaluate(*row);
        }
        if (m_pending > 0)
            noteOrderChange();
    }

    for (quint16 c = 0; c < classes; ++c) {
        if (m_counts[c] != before[c])
            m_recounted.set(c);
    }
    announceHeaders();
}

} // namespace timbre::models
