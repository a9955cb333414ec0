// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "store/account_record.h"

#include <QByteArray>

namespace timbre::store {

// The remembered accounts as one JSON text, which is how a profile keeps them beside the one row that Timbre 0.1 knew.
// Reading takes nothing on trust: at most mostAccounts, no text above 1 KiB, and what has no name counts as none.
constexpr int mostAccounts = 50;

QByteArray accountsToJson(const QList<AccountRecord> &accounts);
QList<AccountRecord> accountsFromJson(const QByteArray &text);

} // namespace timbre::store
