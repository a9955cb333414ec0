// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/account_store.h"

#include <QVariant>

namespace timbre::node {

using namespace Qt::StringLiterals;

QStringList accountSchema()
{
    return {u"CREATE TABLE blocked(node TEXT PRIMARY KEY) WITHOUT ROWID"_s};
}

std::optional<QList<AccountRow>> AccountStore::everybody()
{
    QSqlQuery &query
        = m_database.prepared(u"SELECT node, name, domain, createtime FROM account ORDER BY domain, name"_s);
    if (!m_database.run(query))
        return std::nullopt;
    QList<AccountRow> rows;
    while (query.next())
        rows.append({query.value(0).toString(),
                     query.value(1).toString(),
                     query.value(2).toString(),
                     {},
                     query.value(3).toLongLong()});
    query.finish();
    return rows;
}

std::optional<QStringList> AccountStore::blocked()
{
    QSqlQuery &query = m_database.prepared(u"SELECT node FROM blocked"_s);
    if (!m_database.run(query))
        return std::nullopt;
    QStringList nodes;
    while (query.next())
        nodes.append(query.value(0).toString());
    query.finish();
    return nodes;
}

bool AccountStore::setBlocked(const QString &node, bool blocked)
{
    QSqlQuery &query = m_database.prepared(blocked ? u"INSERT OR IGNORE INTO blocked(node) VALUES(?)"_s
                                                   : u"DELETE FROM blocked WHERE node = ?"_s);
    query.bindValue(0, node);
    return m_database.run(query);
}

bool AccountStore::replaceHash(const QString &node, const QByteArray &before, const QByteArray &after)
{
    QSqlQuery &query = m_database.prepared(u"UPDATE account SET hash = ? WHERE node = ? AND hash = ?"_s);
    query.bindValue(0, after);
    query.bindValue(1, node);
    query.bindValue(2, before);
    return m_database.run(query);
}

} // namespace timbre::node
