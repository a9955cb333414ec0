// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/names.h"

namespace timbre::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 512; // characters
// Short names can pass the one-byte check by chance ("bob" does); of the nodes that tim makes one in 145 000 is
// shorter.
constexpr qsizetype shortestNode = 9;
constexpr QLatin1StringView nodePrefix("node:");

} // namespace

void Names::checkScheme(const QString &ownName, const QString &ownNode)
{
    m_isSchemeKnown = m_scheme.accountNode(ownName, m_domain) == ownNode;
}

Expected<QString, QString> Names::node(const QString &nodeOrName) const
{
    if (nodeOrName.isEmpty() || nodeOrName.size() > longestName)
        return unexpected(u"A name has 1 to %1 characters."_s.arg(longestName));
    if (nodeOrName.startsWith(nodePrefix))
        return nodeOrName.mid(nodePrefix.size());
    if (!m_isSchemeKnown) // then not even the check byte can be checked
        return nodeOrName;
    if (nodeOrName.size() >= shortestNode && m_scheme.isNode(nodeOrName))
        return nodeOrName;
    const qsizetype at = nodeOrName.lastIndexOf(u'@');
    if (at < 0)
        return m_scheme.accountNode(nodeOrName, m_domain);
    return m_scheme.accountNode(QStringView(nodeOrName).left(at), QStringView(nodeOrName).mid(at + 1));
}

void Names::learn(const QString &node, const QString &name)
{
    if (!name.isEmpty())
        m_names.insert(node, name);
}

} // namespace timbre::cli
