// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/fields.h"

#include <QList>
#include <QMap>
#include <QString>

#include <optional>

// What a codec asks about the types of the members that a field list names.
namespace timbre::protocol {

template <typename T> constexpr bool isList = false;
template <typename T> constexpr bool isList<QList<T>> = true;
template <typename T> constexpr bool isMap = false;
template <typename T> constexpr bool isMap<QMap<QString, T>> = true;
template <typename T> constexpr bool isContainer = isList<T> || isMap<T> || WireStruct<T>;

// Required members always, optional ones if they hold something. An empty list or map counts as
// nothing, as in Go's omitempty.
template <typename T> bool isWritten(const T &)
{
    return true;
}
template <typename T> bool isWritten(const std::optional<T> &member)
{
    if constexpr (isList<T> || isMap<T>)
        return member && !member->isEmpty();
    else
        return member.has_value();
}

} // namespace timbre::protocol
