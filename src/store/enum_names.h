// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLatin1StringView>
#include <QString>

// Enums are kept as names, not numbers: they may be put in another order. A table is an array of pairs.
namespace timbre::store {

template <typename Table, typename Enum> QString nameOf(const Table &table, Enum value)
{
    for (const auto &[entry, name] : table) {
        if (entry == value)
            return name;
    }
    return table.front().second;
}

template <typename Table, typename Enum> Enum valueOf(const Table &table, const QString &wanted, Enum otherwise)
{
    for (const auto &[entry, name] : table) {
        if (name == wanted)
            return entry;
    }
    return otherwise;
}

} // namespace timbre::store
