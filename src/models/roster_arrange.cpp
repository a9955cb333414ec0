// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "models/roster_model_p.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace timbre::models
{

namespace
{

constexpr qint64 orderQuiet = 400;
constexpr qint64 orderLimit = 2000;
// Up to here rows move one by one, which views follow cheaply; beyond, all are laid out anew in
// three steps.
constexpr size_t fewMoves = 50;

} // namespace

quint8 RosterModel::Private::wanted(const RosterRow &row) const
{
    if (row.gone)
        return RosterRow::hidden;
    Section section = static_cast<Section>(row.bucket);
    if (row.pinned)
        section = Section::Pinned;
    else if (m_mode == SortMode::Name)
        section = Section::Reachable; // one class: only names count
    const auto low = static_cast<quint8>(section);
    if (!m_needle.empty()) {
        if (row.match == static_cast<quint8>(Match::None))
            return RosterRow::hidden;
        return static_cast<quint8>(row.match << 2 | low);
    }
    if (m_show == Show::Online && row.bucket == notNow && !row.pinned && !row.kept)
        return RosterRow::hidden;
    return low;
}

bool RosterModel::Private::evaluate(RosterRow &row)
{
    const quint8 target = wanted(row);
    const bool pending = target != row.shown || (target != RosterRow::hidden && row.renamed);
    if (pending != row.pending) {
        row.pending = pending;
        m_pending += pending ? 1 : -1;
        if (m_pending == 0)
            m_firstOrderChange.reset();
    }
    if (pending && !row.queued) {
        row.queued = true;
        m_queue.push_back(&row);
    }
    return pending;
}

void RosterModel::Private::noteOrderChange()
{
    m_lastOrderChange = m_clock.monotonic();
    if (!m_firstOrderChange)
        m_firstOrderChange = m_lastOrderChange;
    scheduleOrder();
}

void RosterModel::Private::scheduleOrder()
{
    if (m_frozen || m_pending == 0) {
        m_orderTimer->stop();
        if (m_pending == 0)
            m_firstOrderChange.reset();
        return;
    }
    const qint64 now = m_clock.monotonic();
    const qint64 due
        = std::min(m_lastOrderChange + orderQuiet, m_firstOrderChange.value_or(now) + orderLimit);
    if (due <= now && !m_arranging)
        applyPending();
    else
        m_orderTimer->start(core::Milliseconds(std::max<qint64>(due - now, 0)));
}

void RosterModel::Private::onOrderTimer()
{
    if (!m_frozen)
        applyPending();
}

void RosterModel::Private::applyPending()
{
    if (m_arranging) { // a view asked for it while it was told of rows
        m_orderTimer->start(core::Milliseconds(0));
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
    std::vector<Changed> recounted;
    for (quint8 c = 0; c < classes; ++c) {
        if (m_headers[c] && m_counts[c] != before[c])
            recounted.push_back({lowerBound(keyOf(c, 0)), CountChange});
    }
    announce(std::move(recounted));
}

void RosterModel::Private::settle(RosterRow &row)
{
    const quint8 from = row.shown;
    const quint8 to = wanted(row);
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
    const quint64 key = keyOf(to, row.rank);
    ++m_counts[to];
    showHeader(to);
    row.shown = to;
    if (at < 0) {
        insertEntry({key, &row});
        return;
    }
    --m_counts[from];
    if (hasHeaders() && from != to) {
        // The header may have come above it.
        at = static_cast<int>(std::find_if(m_entries.begin() + at, m_entries.end(),
                                           [&](const Entry &e) { return e.row == &row; })
                              - m_entries.begin());
    }
    const auto byKey = [](const Entry &entry, quint64 wantedKey) { return entry.key < wantedKey; };
    auto place = std::lower_bound(m_entries.begin(), m_entries.begin() + at, key, byKey);
    if (place == m_entries.begin() + at)
        place = std::lower_bound(m_entries.begin() + at + 1, m_entries.end(), key, byKey);
    m_entries[static_cast<size_t>(at)].key = key;
    moveEntry(at, static_cast<int>(place - m_entries.begin()));
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

void RosterModel::Private::showHeader(quint8 orderClass)
{
    if (!hasHeaders() || m_headers[orderClass])
        return;
    m_headers[orderClass] = true;
    insertEntry({keyOf(orderClass, 0), nullptr});
}

void RosterModel::Private::dropEmptyHeader(quint8 orderClass)
{
    if (!m_headers[orderClass] || m_counts[orderClass] > 0)
        return;
    m_headers[orderClass] = false;
    removeEntry(lowerBound(keyOf(orderClass, 0)));
}

// Ranks were spread anew. Their order is the same, so the entries stay where they are.
void RosterModel::Private::refreshKeys()
{
    for (Entry &entry : m_entries) {
        if (entry.row)
            entry.key = keyOf(classOf(entry), entry.row->rank);
    }
}

// Decides for every row where it shall stand. Reads each row once, as 100 000 of them do not fit
// into a cache; they come by rank, so dealing them out to their classes sorts them.
RosterModel::Private::Deal RosterModel::Private::deal(Scope scope, Rematch rematch)
{
    Deal result;
    for (quint8 c = 0; c < classes; ++c)
        result.entries[c].reserve(static_cast<size_t>(m_counts[c]));
    for (const auto &row : m_order.rows()) {
        if (rematch == Rematch::All
            || (rematch == Rematch::Hits && row->match != static_cast<quint8>(Match::None)))
            row->match = static_cast<quint8>(matchOf(*row));
        const bool moves = scope == Scope::All || row->picked;
        const quint8 target = moves ? wanted(*row) : row->shown;
        if (target != RosterRow::hidden) {
            const Entry entry{keyOf(target, row->rank), row.get()};
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
    return result;
}

// Lays out the whole list in at most three steps, whatever changed: new rows are appended, one
// permutation puts every row in its place and those that go behind all others, and these are cut
// off. So selections and persistent indexes follow as with single moves, and it costs the same for
// one row as for all.
void RosterModel::Private::rearrange(Scope scope, Rematch rematch)
{
    Q_ASSERT(!m_arranging);
    const QScopedValueRollback<bool> guard(m_arranging, true);
    if (scope == Scope::All) {
        m_orderTimer->stop();
        m_firstOrderChange.reset();
        m_pending = 0;
        for (RosterRow *row : std::exchange(m_queue, {}))
            row->queued = row->pending = false;
    }

    Deal dealt = deal(scope, rematch);
    if (!dealt.renamed.empty()) {
        if (m_order.rerank(dealt.renamed))
            refreshKeys();
        dealt = deal(scope, Rematch::No);
    }
    for (RosterRow *row : dealt.turned) {
        if (row->target != RosterRow::hidden)
            row->shown = row->target;
    }

    Entries arranged;
    arranged.reserve(m_entries.size() + dealt.fresh.size());
    std::array<bool, classes> headers{};
    std::array<int, classes> counts{};
    for (quint8 c = 0; c < classes; ++c) {
        const Entries &entries = dealt.entries[c];
        counts[c] = static_cast<int>(entries.size());
        headers[c] = hasHeaders() && !entries.empty();
        if (headers[c]) {
            arranged.push_back({keyOf(c, 0), nullptr});
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
    std::array<size_t, classes>
        left{}; // of each class; leaving rows are dealt in the order in which they stand
    for (size_t i = 0; i < old; ++i) {
        const Entry entry = m_entries[i];
        const quint8 c = classOf(entry);
        const bool leaves = entry.row
            ? left[c] < dealt.leaving[c].size() && dealt.leaving[c][left[c]] == entry.row
            : !headers[c];
        if (leaves) {
            if (entry.row)
                ++left[c];
            leaving.push_back(static_cast<int>(i));
            arranged.push_back(entry);
        }
    }
    const bool moved
        = !std::equal(arranged.begin(), arranged.end(), m_entries.begin(), m_entries.end(),
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
                to.append(
                    q->index(static_cast<int>(staying) + static_cast<int>(gone - leaving.begin())));
                continue;
            }
            const quint64 key = entry.row ? keyOf(entry.row->shown, entry.row->rank) : entry.key;
            const auto place = std::lower_bound(
                arranged.begin(), arranged.begin() + static_cast<qsizetype>(staying), key,
                [](const Entry &e, quint64 wantedKey) { return e.key < wantedKey; });
            to.append(q->index(static_cast<int>(place - arranged.begin())));
        }
    }
    m_entries = std::move(arranged);
    m_sorted = staying;
    const std::array<int, classes> before = std::exchange(m_counts, counts);
    const std::array<bool, classes> headersBefore = std::exchange(m_headers, headers);
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

    std::vector<Changed> recounted;
    for (quint8 c = 0; c < classes; ++c) {
        if (m_headers[c] && headersBefore[c] && m_counts[c] != before[c])
            recounted.push_back({lowerBound(keyOf(c, 0)), CountChange});
    }
    announce(std::move(recounted));
}

int RosterModel::Private::lowerBound(quint64 key) const
{
    const auto end = m_entries.begin() + static_cast<qsizetype>(m_sorted);
    return static_cast<int>(std::lower_bound(m_entries.begin(), end, key,
                                             [](const Entry &entry, quint64 wantedKey) {
                                                 return entry.key < wantedKey;
                                             })
                            - m_entries.begin());
}

int RosterModel::Private::placeOf(const RosterRow &row) const
{
    if (row.shown == RosterRow::hidden)
        return -1;
    const auto at = static_cast<size_t>(lowerBound(keyOf(row.shown, row.rank)));
    if (at < m_sorted && m_entries[at].row == &row)
        return static_cast<int>(at);
    // Only for those who ask while a rearrangement is being announced.
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const Entry &entry) { return entry.row == &row; });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

} // namespace timbre::models
