// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/database.h"

namespace timbre::node {

// What administration adds to the account table.
QStringList accountSchema();

// Accounts as their administrator sees them. Writer thread only, inside the store's jobs; failures as in Database.
class AccountStore
{
public:
    explicit AccountStore(Database &database) : m_database(database) { }

    // All of them by domain and name, without their hashes.
    std::optional<QList<AccountRow>> everybody();
    std::optional<QStringList> blocked();
    bool setBlocked(const QString &node, bool blocked);
    // Does nothing if the hash is no longer `before`.
    bool replaceHash(const QString &node, const QByteArray &before, const QByteArray &after);

private:
    Database &m_database;
};

} // namespace timbre::node
