// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "net/endpoint_round.h"

namespace timbre::net {

using namespace Qt::StringLiterals;

EndpointRound::EndpointRound(const QList<core::Endpoint> &endpoints)
{
    for (const core::Endpoint &endpoint : endpoints) {
        const QUrl &url = endpoint.url;
        const bool webSocket = url.scheme() == "ws"_L1 || url.scheme() == "wss"_L1;
        if (url.isValid() && webSocket && !url.host().isEmpty() && url.port() != 0 && !m_endpoints.contains(endpoint))
            m_endpoints.append(endpoint);
    }
}

bool EndpointRound::advance()
{
    m_current = (m_current + 1) % m_endpoints.size();
    return m_current != m_first;
}

bool EndpointRound::startAt(const QUrl &server)
{
    const qsizetype place = m_endpoints.indexOf(core::Endpoint{server});
    if (place < 0)
        return false;
    m_first = m_current = place;
    return true;
}

void EndpointRound::markGood()
{
    m_first = m_current;
}

} // namespace timbre::net
