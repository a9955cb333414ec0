// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/connection.h"

namespace timbre::net {

// Which server of an account to try next: a value without I/O. A round starts with the server that
// worked last and goes once through all of them; the wait lies between rounds, never inside one
// (design.md 3).
class EndpointRound
{
public:
    EndpointRound() = default;
    // Keeps only ws and wss URLs with a host. The order is the order of preference.
    explicit EndpointRound(const QList<core::Endpoint> &endpoints);

    bool isEmpty() const { return m_endpoints.isEmpty(); }
    qsizetype size() const { return m_endpoints.size(); }
    const core::Endpoint &current() const { return m_endpoints.at(m_current); }

    // The current one failed. True: current() is another one to be tried at once. False: all of
    // them were tried and a new round begins.
    bool advance();
    // Rounds begin with this one, if it is among them.
    bool startAt(const QUrl &server);

    // The current one let us in: rounds begin here from now on.
    void markGood();

private:
    QList<core::Endpoint> m_endpoints;
    qsizetype m_first = 0; // where rounds begin
    qsizetype m_current = 0;
};

} // namespace timbre::net
