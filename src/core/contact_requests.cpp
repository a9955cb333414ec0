// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/contact_requests.h"

#include <algorithm>

namespace timbre::core {

ContactRequests::ContactRequests(Connection &connection, Clock &clock, QObject *parent) :
    QObject(parent),
    m_connection(connection),
    m_clock(clock),
    m_timer(clock.makeTimer([this] { expire(); }))
{
}

bool ContactRequests::send(protocol::BusinessOp op, const ContactId &id, const QString &text, bool accepts)
{
    protocol::Request request;
    request.rtype = static_cast<qint32>(op);
    request.node = id.node();
    if (op == protocol::BusinessOp::AddFriend)
        request.reqStr = text; // tim wants it even if it is empty
    if (!m_connection.send({protocol::FrameType::Business, std::nullopt, std::move(request)}))
        return false;
    m_pending.push_back({op, id, accepts, m_clock.monotonic()});
    if (!m_timer->isActive())
        m_timer->start(Milliseconds(answerTime));
    return true;
}

std::optional<ContactRequests::Operation> ContactRequests::takeAcked(const protocol::Ack &ack)
{
    // What the ack does say; the generic error says nothing.
    const auto fits = [&](const Operation &operation) {
        return (!ack.t || *ack.t == static_cast<qint64>(operation.op)) && (!ack.n || *ack.n == operation.id.node());
    };
    const auto found = std::find_if(m_pending.begin(), m_pending.end(), fits);
    if (found == m_pending.end())
        return std::nullopt;
    const Operation operation = *found;
    m_pending.erase(found);
    return operation;
}

void ContactRequests::lineLost()
{
    m_timer->stop();
    const std::deque<Operation> lost = std::exchange(m_pending, {});
    for (const Operation &operation : lost) {
        if (operation.op != protocol::BusinessOp::AddFriend)
            Q_EMIT unanswered(operation);
    }
}

void ContactRequests::expire()
{
    const qint64 now = m_clock.monotonic();
    while (!m_pending.empty() && m_pending.front().sentAt + answerTime <= now) {
        const Operation operation = m_pending.front();
        m_pending.pop_front();
        if (operation.op != protocol::BusinessOp::AddFriend)
            Q_EMIT unanswered(operation);
    }
    if (!m_pending.empty())
        m_timer->start(Milliseconds(m_pending.front().sentAt + answerTime - now));
}

} // namespace timbre::core
