// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "models/roster_model_p.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace timbre::models {

namespace {

// Up to here rows move one by one, which views follow cheaply; beyond, all are laid out anew in
// three steps.
constexpr size_t fewMoves = 50;

} // namespace

bool RosterModel::Private::evaluate(RosterRow &row)
{
    m_disturbed = m_disturbed || m_arranging;
    const quint16 target = m_query.classFor(row);
    const bool pending = target != row.shown
        || (target != RosterRow::hidden && (row.renamed || m_query.placeFor(row) != row.shownPlace));
    if (pending != row.pending) {
        row.pending = pending;
        m_pending += pending ? 1 : -1;
        if (m_pending == 0)
            m_orderPace.forgetFirst();
    }
    if (pending && !row.queued) {
        row.queued = true;
        m_queue.push_back(&row);
    }
    return pending;
}

void RosterModel::Private::noteOrderChange()
{
    m_orderPace.noteChange();
    scheduleOrder();
}

void RosterModel::Private::scheduleOrder()
{
    if (m_frozen || m_pending == 0) {
        m_orderPace.stop();
        if (m_pending == 0)
            m_orderPace.forgetFirst();
        return;
    }
    if (m_orderPace.isDue(m_arranging))
        applyPending();
}

void RosterModel::Private::onOrderDue()
{
    if (!m_frozen)
        applyPending();
}

void RosterModel::Private::applyPending()
{
    if (m_arranging) { // a view asked for it while it was told of rows
        m_orderPace.askSoon();
        return;
    }
    if (static_cast<size_t>(m_pending) > fewMoves) {
        rearrange(Scope::All);
    } else {
        std::vector<RosterRow *> rows;
        for (RosterRow *row : std::exchange(m_queue, {})) {
            row->queued = false;
            if (row->pending)
                rows.push_back(row);
        }
        apply(rows);
    }
    scheduleOrder();
    announceCounts();
    announcePending();
}

void RosterModel::Private::apply(const std::vector<RosterRow *> &rows)
{
    if (rows.empty() || m_arranging) {
        for (RosterRow *row : rows)
            evaluate(*row);
        if (m_pending > 0)
            noteOrderChange();
        return;
    }
    if (rows.size() > fewMoves) {
        for (RosterRow *row : rows)
            row->picked = true;
        rearrange(Scope::Picked);
        for (RosterRow *row : rows) {
            row->picked = false;
            evaluate(*row);
        }
        return;
    }
    const std::array<int, classes> before = m_counts;
    {
        const QScopedValueRollback<bool> guard(m_arranging, true);
        for (RosterRow *row : rows) {
            settle(*row);
            evaluate(*row);
        }
    }
    for (quint16 c = 0; c < classes; ++c) {
        if (m_counts[c] != before[c])
            m_recounted.set(c);
    }
    announceHeaders();
}

void RosterModel::Private::settle(RosterRow &row)
{
    const quint16 from = row.shown;
    const quint16 to = m_query.classFor(row);
    int at = placeOf(row);
    // From here to the end of this function its entry may stand out of order; all searches below
    // allow for it.
    if (row.renamed && to != RosterRow::hidden && m_order.rerank({&row}))
        refreshKeys();

    if (to == RosterRow::hidden) {
        if (at < 0)
            return;
        row.shown = RosterRow::hidden;
        --m_counts[from];
        removeEntry(at);
        dropEmptyHeader(from);
        return;
    }
    const quint64 place = m_query.placeFor(row);
    const Key key = keyOf(to, place, row.rank);
    ++m_counts[to];
    showHeader(to);
    row.shown = to;
    row.shownPlace = place;
    if (at < 0) {
        insertEntry({key, &row});
        return;
    }
    --m_counts[from];
    if (m_query.hasHeaders() && from != to) {
        // The header may have come above it.
        at = static_cast<int>(
            std::find_if(m_entries.begin() + at, m_entries.end(), [&](const Entry &e) { return e.row == &row; })
            - m_entries.begin());
    }
    const auto byKey = [](const Entry &entry, const Key &wantedKey) { return entry.key < wantedKey; };
    auto target = std::lower_bound(m_entries.begin(), m_entries.begin() + at, key, byKey);
    if (target == m_entries.begin() + at)
        target = std::lower_bound(m_entries.begin() + at + 1, m_entries.end(), key, byKey);
    m_entries[static_cast<size_t>(at)].key = key;
    moveEntry(at, static_cast<int>(target - m_entries.begin()));
    if (from != to)
        dropEmptyHeader(from);
}

// `to` is the place before the move, as beginMoveRows() wants it.
void RosterModel::Private::moveEntry(int from, int to)
{
    if (to == from || to == from + 1)
        return;
    q->beginMoveRows({}, from, from, {}, to);
    const auto begin = m_entries.begin();
    if (to > from)
        std::rotate(begin + from, begin + from + 1, begin + to);
    else
        std::rotate(begin + to, begin + from, begin + from + 1);
    q->endMoveRows();
}

void RosterModel::Private::insertEntry(Entry entry)
{
    const int at = lowerBound(entry.key);
    q->beginInsertRows({}, at, at);
    m_entries.insert(m_entries.begin() + at, entry);
    ++m_sorted;
    q->endInsertRows();
}

void RosterModel::Private::removeEntry(int at)
{
    q->beginRemoveRows({}, at, at);
    m_entries.erase(m_entries.begin() + at);
    --m_sorted;
    q->endRemoveRows();
}

void RosterModel::Private::showHeader(quint16 orderClass)
{
    if (!m_query.hasHeaders() || m_headers[orderClass])
        return;
    m_headers.set(orderClass);
    insertEntry({headerKey(orderClass), nullptr});
}

void RosterModel::Private::dropEmptyHeader(quint16 orderClass)
{
    if (!m_headers[orderClass] || m_counts[orderClass] > 0 || keepsHeader(orderClass))
        return;
    m_headers.reset(orderClass);
    removeEntry(lowerBound(headerKey(orderClass)));
}

// Ranks were spread anew. Their order is the same, so the entries stay where they are.
void RosterModel::Private::refreshKeys()
{
    for (Entry &entry : m_entries) {
        if (entry.row)
            entry.key.rank = entry.row->rank;
    }
}

int RosterModel::Private::lowerBound(const Key &key) const
{
    const auto end = m_entries.begin() + static_cast<qsizetype>(m_sorted);
    return static_cast<int>(
        std::lower_bound(m_entries.begin(), end, key,
                         [](const Entry &entry, const Key &wantedKey) { return entry.key < wantedKey; })
        - m_entries.begin());
}

int RosterModel::Private::placeOf(const RosterRow &row) const
{
    if (row.shown == RosterRow::hidden)
        return -1;
    const auto at = static_cast<size_t>(lowerBound(shownKey(row)));
    if (at < m_sorted && m_entries[at].row == &row)
        return static_cast<int>(at);
    // Only for those who ask while a rearrangement is being announced.
    const auto found
        = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) { return entry.row == &row; });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

} // namespace timbre::models
