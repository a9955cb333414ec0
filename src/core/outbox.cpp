// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/outbox.h"

#include <algorithm>

namespace timbre::core {

using protocol::ErrorCode;

namespace {

MessageProblem problemOf(qint32 code)
{
    switch (ErrorCode(code)) {
    case ErrorCode::PermissionDenied:
        return MessageProblem::NotContacts;
    case ErrorCode::Account:
        return MessageProblem::NoSuchAccount;
    case ErrorCode::Blocked:
        return MessageProblem::BlockedByThem;
    default:
        return MessageProblem::ServerError;
    }
}

bool isOverload(qint32 code)
{
    return ErrorCode(code) == ErrorCode::Overload || ErrorCode(code) == ErrorCode::OverHz;
}

} // namespace

Outbox::Outbox(Connection &connection, Clock &clock, QObject *parent) :
    QObject(parent),
    m_connection(connection),
    m_timer(clock.makeTimer([this] { onTimeout(); }))
{
}

void Outbox::add(const ChatMessage &message, Before before)
{
    m_queue.append({message, before, 0});
    next();
}

void Outbox::remove(qint64 id)
{
    const auto found
        = std::find_if(m_queue.begin(), m_queue.end(), [id](const Entry &e) { return e.message.id == id; });
    if (found == m_queue.end())
        return;
    const bool isFirst = found == m_queue.begin();
    m_queue.erase(found);
    if (!isFirst || m_step == Step::NoLine)
        return;
    m_timer->stop();
    m_step = Step::Idle;
    next();
}

void Outbox::lineReady()
{
    m_step = Step::Idle;
    next();
}

void Outbox::lineLost()
{
    if (m_step == Step::Sending)
        m_queue.first().before = Before::PerhapsSent;
    m_timer->stop();
    m_step = Step::NoLine;
}

// To the front: the messages of one person keep their order, since all of them may go or none.
bool Outbox::bringAllowed()
{
    const auto found = std::find_if(m_queue.begin(), m_queue.end(),
                                    [this](const Entry &e) { return !m_maySend || m_maySend(e.message.peer()); });
    if (found == m_queue.end())
        return false;
    std::rotate(m_queue.begin(), found, std::next(found));
    return true;
}

bool Outbox::isHeld(const ContactId &peer) const
{
    return m_maySend && !m_maySend(peer) && std::any_of(m_queue.cbegin(), m_queue.cend(), [&peer](const Entry &entry) {
               return entry.message.peer() == peer;
           });
}

void Outbox::next()
{
    if (m_step != Step::Idle || !bringAllowed())
        return;
    Entry &entry = m_queue.first();
    if (entry.before == Before::PerhapsSent) {
        m_step = Step::Checking;
        m_timer->start(echoTime);
        Q_EMIT checkNeeded(entry.message.peer());
        return;
    }
    send(entry);
}

void Outbox::send(Entry &entry)
{
    protocol::Message message;
    message.msType = static_cast<qint8>(protocol::MsType::User);
    message.odType = static_cast<qint8>(protocol::OdType::Chat);
    message.id = entry.message.clientId;
    message.toTid.emplace().node = entry.message.peer().node();
    message.dataString = entry.message.text;
    message.extend = protocol::TextMap{{clientIdKey(), QString::number(entry.message.clientId)}};
    if (!m_connection.send({protocol::FrameType::Message, std::nullopt, std::move(message)}))
        return; // lineLost() is about to come
    ++entry.tries;
    m_step = Step::Sending;
    m_timer->start(echoTime);
}

qint64 Outbox::echoed(qint64 clientId)
{
    const auto found = std::find_if(m_queue.begin(), m_queue.end(),
                                    [=](const Entry &entry) { return entry.message.clientId == clientId; });
    if (found == m_queue.end())
        return 0;
    const qint64 id = found->message.id;
    remove(id);
    return id;
}

void Outbox::checked(const ContactId &peer)
{
    for (Entry &entry : m_queue) {
        if (entry.message.peer() == peer)
            entry.before = Before::NeverSent;
    }
    if (m_step != Step::Checking || m_queue.first().message.peer() != peer)
        return;
    m_timer->stop();
    m_step = Step::Idle;
    next();
}

void Outbox::refused(qint32 serverCode)
{
    if (m_step != Step::Sending)
        return;
    if (isOverload(serverCode) && m_queue.first().tries < mostTries) {
        m_step = Step::Pausing;
        m_timer->start(overloadPause);
        return;
    }
    fail(problemOf(serverCode));
}

void Outbox::onTimeout()
{
    switch (m_step) {
    case Step::Checking: // nobody looked
        m_queue.first().before = Before::NeverSent;
        break;
    case Step::Sending:
        if (m_queue.first().tries >= mostTries) {
            fail(MessageProblem::NoAnswer);
            return;
        }
        m_queue.first().before = Before::PerhapsSent;
        break;
    case Step::NoLine:
    case Step::Idle:
    case Step::Pausing:
        break;
    }
    m_step = Step::Idle;
    next();
}

void Outbox::fail(MessageProblem problem)
{
    m_timer->stop();
    const qint64 id = m_queue.takeFirst().message.id;
    m_step = Step::Idle;
    Q_EMIT failed(id, problem);
    next();
}

} // namespace timbre::core
