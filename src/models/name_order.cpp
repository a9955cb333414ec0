// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "models/name_order.h"

#include <QLocale>

#include <algorithm>

namespace timbre::models {

namespace {

constexpr quint64 gap = quint64{1} << 32;
// Up to here places are sought one by one; above, all are merged in one pass.
constexpr size_t fewRows = 50;

QCollator personalCollator()
{
    QCollator collator;
    // The C locale's sort keys are raw bytes and disagree with its own compare().
    if (collator.locale().language() == QLocale::C)
        collator.setLocale(QLocale(QLocale::English, QLocale::UnitedStates));
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

// Sorts by the name that `nameOf` gives, then by id, with one sort key made for each.
template <typename Item, typename NameOf>
void sortByName(const QCollator &collator, std::vector<Item> &items, const NameOf &nameOf)
{
    struct Keyed {
        QCollatorSortKey key;
        Item item;
    };
    std::vector<Keyed> keyed;
    keyed.reserve(items.size());
    for (Item &item : items) {
        QCollatorSortKey key = collator.sortKey(nameOf(item));
        keyed.push_back({std::move(key), std::move(item)});
    }
    std::sort(keyed.begin(), keyed.end(), [](const Keyed &a, const Keyed &b) {
        const int order = a.key.compare(b.key);
        return order != 0 ? order < 0 : a.item->id < b.item->id;
    });
    std::transform(keyed.begin(), keyed.end(), items.begin(), [](Keyed &entry) { return std::move(entry.item); });
}

} // namespace

NameOrder::NameOrder() : m_collator(personalCollator()) { }

std::vector<const core::Contact *> NameOrder::sorted(std::vector<const core::Contact *> contacts) const
{
    sortByName(m_collator, contacts, [](const auto *contact) { return contact->displayName(); });
    return contacts;
}

void NameOrder::start(Rows rows)
{
    m_rows = std::move(rows);
    for (const auto &row : m_rows)
        row->sortName = row->name;
    renumber();
}

bool NameOrder::insert(Rows rows)
{
    for (const auto &row : rows) {
        row->sortName = row->name;
        row->renamed = false;
    }
    if (rows.size() <= fewRows) {
        bool renumbered = false;
        for (auto &row : rows)
            renumbered |= insertOne(std::move(row));
        return renumbered;
    }

    sortByName(m_collator, rows, [](const auto &row) { return row->sortName; });
    Rows merged;
    merged.reserve(m_rows.size() + rows.size());
    auto from = m_rows.begin();
    for (auto &row : rows) {
        const auto to = placeFor(*row, from); // what stands before is moved out
        std::move(from, to, std::back_inserter(merged));
        from = to;
        merged.push_back(std::move(row));
    }
    std::move(from, m_rows.end(), std::back_inserter(merged));
    m_rows = std::move(merged);
    renumber();
    return true;
}

bool NameOrder::rerank(const std::vector<RosterRow *> &rows)
{
    Rows taken;
    taken.reserve(rows.size());
    if (rows.size() <= fewRows) {
        for (const RosterRow *row : rows) {
            const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), row->rank,
                                             [](const auto &other, quint64 rank) { return other->rank < rank; });
            Q_ASSERT(at != m_rows.end() && at->get() == row);
            taken.push_back(std::move(*at));
            m_rows.erase(at);
        }
    } else {
        for (RosterRow *row : rows)
            row->rank = 0;
        for (auto &row : m_rows) {
            if (row->rank == 0)
                taken.push_back(std::move(row));
        }
        std::erase(m_rows, nullptr);
    }
    return insert(std::move(taken));
}

void NameOrder::removeGone()
{
    std::erase_if(m_rows, [](const auto &row) { return row->gone; });
}

NameOrder::Rows::iterator NameOrder::placeFor(const RosterRow &row, Rows::iterator from)
{
    return std::lower_bound(from, m_rows.end(), row, [this](const auto &other, const RosterRow &wanted) {
        const int order = m_collator.compare(other->sortName, wanted.sortName);
        return order != 0 ? order < 0 : other->id < wanted.id;
    });
}

bool NameOrder::insertOne(std::unique_ptr<RosterRow> row)
{
    const auto at = placeFor(*row, m_rows.begin());
    const quint64 below = at == m_rows.begin() ? 0 : (*std::prev(at))->rank;
    const quint64 above = at == m_rows.end() ? below + 2 * gap : (*at)->rank;
    row->rank = below + (above - below) / 2;
    const bool full = row->rank == below || row->rank >> rankBits != 0;
    m_rows.insert(at, std::move(row));
    if (full)
        renumber();
    return full;
}

void NameOrder::renumber()
{
    quint64 rank = 0;
    for (const auto &row : m_rows)
        row->rank = rank += gap;
}

} // namespace timbre::models
