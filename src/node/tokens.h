// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/environment.h"
#include "protocol/nodeid.h"
#include "protocol/types.h"

#include <QHash>

#include <optional>

namespace timbre::node {

// Single-use sign-in tokens (protocol.md 4.4), kept in memory only: they live for seconds. Loop
// thread only.
class Tokens
{
public:
    struct Grant {
        QString name;
        QString domain;
        QString node;
        std::optional<protocol::TextMap> extend;
    };

    Tokens(Environment environment, const protocol::NodeIdScheme &scheme) :
        m_environment(std::move(environment)),
        m_scheme(scheme)
    {
    }

    QString issue(Grant grant, std::chrono::seconds lifetime);
    // The grant, once, if name and domain are those it was given for. A wrong name spends nothing.
    std::optional<Grant> redeem(const QString &token, const QString &name, const QString &domain);

private:
    struct Entry {
        Grant grant;
        SteadyTime expires;
    };
    void sweep();

    Environment m_environment;
    const protocol::NodeIdScheme &m_scheme;
    QHash<QString, Entry> m_entries;
};

} // namespace timbre::node
