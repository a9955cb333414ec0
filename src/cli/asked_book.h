// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact_id.h"

#include <QSet>
#include <QString>

namespace timbre::cli {

// Whom an account has asked to be friends, kept across runs: tim keeps no list that could be asked for, and asking
// twice before the answer makes it put both into each other's roster (protocol-live.md b). One small JSON file per
// account below the user's data folder, mode 0600; it holds node ids only. A file that cannot be read or written is no
// failure: the book is then empty, or forgets.
class AskedBook
{
public:
    AskedBook(const QString &server, const QString &ownNode);

    bool contains(const core::ContactId &id) const { return m_nodes.contains(id.node()); }
    void add(const core::ContactId &id);
    void remove(const core::ContactId &id);

private:
    void save() const;

    QString m_path;
    QSet<QString> m_nodes;
};

} // namespace timbre::cli
