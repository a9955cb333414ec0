// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/profile_fetcher.h"

#include <algorithm>

namespace timbre::core {

ProfileFetcher::ProfileFetcher(Connection &connection, Clock &clock, QObject *parent) :
    QObject(parent),
    m_connection(connection),
    m_timer(clock.makeTimer([this] { next(); }))
{
}

void ProfileFetcher::fetch(const ContactId &id)
{
    if (id.isEmpty() || m_known.contains(id))
        return;
    m_known.insert(id);
    m_waiting.append(id);
    if (!m_timer->isActive())
        m_timer->start(Milliseconds(0)); // so that those of one moment share a request
}

void ProfileFetcher::received(const protocol::Nodes &nodes)
{
    if (m_asked.isEmpty() || !nodes.usermap)
        return;
    const auto &users = *nodes.usermap;
    const bool ours = std::any_of(users.keyBegin(), users.keyEnd(),
                                  [this](const QString &node) { return m_asked.contains(ContactId(node)); });
    if (ours)
        next();
}

void ProfileFetcher::lineLost()
{
    m_timer->stop();
    m_waiting.clear();
    m_known.clear();
    m_asked.clear();
}

void ProfileFetcher::next()
{
    const bool wasAsking = !m_asked.isEmpty();
    m_asked.clear();
    m_timer->stop();
    if (m_waiting.isEmpty()) {
        if (wasAsking)
            Q_EMIT idle();
        return;
    }
    protocol::Nodes request;
    request.ntype = static_cast<qint32>(protocol::NodesOp::UserInfo);
    QList<QString> nodes;
    const qsizetype count = std::min<qsizetype>(batchSize, m_waiting.size());
    for (const ContactId &id : m_waiting.first(count)) {
        nodes.append(id.node());
        m_asked.insert(id);
        m_known.remove(id);
    }
    m_waiting.remove(0, count);
    request.nodelist = nodes;
    m_connection.send({protocol::FrameType::Nodes, std::nullopt, std::move(request)});
    m_timer->start(answerTime);
}

} // namespace timbre::core
