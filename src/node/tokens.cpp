// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/tokens.h"

namespace timbre::node {

namespace {

constexpr int sweepAbove = 1000;

}

QString Tokens::issue(Grant grant, std::chrono::seconds lifetime)
{
    if (m_entries.size() > sweepAbove)
        sweep();
    const quint64 random[] = {m_environment.random(), m_environment.random()};
    const QString token
        = m_scheme.nodeFromBytes(QByteArrayView(reinterpret_cast<const char *>(random), qsizetype(sizeof random)));
    m_entries.insert(token, {std::move(grant), m_environment.now() + lifetime});
    return token;
}

std::optional<Tokens::Grant> Tokens::redeem(const QString &token, const QString &name, const QString &domain)
{
    const auto entry = m_entries.find(token);
    if (entry == m_entries.end())
        return std::nullopt;
    if (entry->expires < m_environment.now()) {
        m_entries.erase(entry);
        return std::nullopt;
    }
    if (entry->grant.name != name || entry->grant.domain != domain)
        return std::nullopt;
    Grant grant = std::move(entry->grant);
    m_entries.erase(entry);
    return grant;
}

void Tokens::sweep()
{
    const SteadyTime now = m_environment.now();
    m_entries.removeIf([now](auto entry) { return entry.value().expires < now; });
}

} // namespace timbre::node
