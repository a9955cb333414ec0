// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/session_sync.h"

#include <algorithm>

namespace timbre::core {

SessionSync::SessionSync(Connection &connection, Roster &roster, ProfileFetcher &profiles, Clock &clock,
                         QObject *parent) :
    QObject(parent),
    m_connection(connection),
    m_roster(roster),
    m_profiles(profiles),
    m_clock(clock),
    m_timer(clock.makeTimer([this] { onTimeout(); })),
    m_refetch(clock.makeTimer([this] { sendRosterRequest(); }))
{
    connect(&m_profiles, &ProfileFetcher::idle, this, [this] {
        if (m_step == Step::Profiles)
            enter(Step::Messages);
    });
}

void SessionSync::start(const ContactId &ownId)
{
    m_ownId = ownId;
    m_rosterAnswered = false;
    enter(Step::Roster);
}

void SessionSync::lineLost()
{
    m_step = Step::Idle;
    m_timer->stop();
    m_refetch->stop();
}

void SessionSync::enter(Step step)
{
    m_step = step;
    m_timer->stop();
    switch (step) {
    case Step::Idle:
        break;
    case Step::Roster:
        sendRosterRequest();
        m_timer->start(stepTime);
        break;
    case Step::Profiles:
        m_profiles.fetch(m_ownId);
        fetchUnknownProfiles();
        m_timer->start(stepTime);
        break;
    case Step::Messages:
        m_messagesSince = m_clock.monotonic();
        requestMessages();
        m_timer->start(messagesTime);
        break;
    case Step::Done:
        Q_EMIT finished();
        break;
    }
}

void SessionSync::onTimeout()
{
    switch (m_step) {
    case Step::Roster:
        enter(Step::Profiles);
        break;
    case Step::Profiles:
        enter(Step::Messages);
        break;
    case Step::Messages:
        enter(Step::Done);
        break;
    case Step::Idle:
    case Step::Done:
        break;
    }
}

void SessionSync::rosterReceived(const QList<QString> &nodes)
{
    m_rosterAnswered = true;
    m_roster.setServerRoster(nodes);
    if (m_step == Step::Roster)
        enter(Step::Profiles);
    else
        fetchUnknownProfiles();
}

void SessionSync::waitingMessagesReceived(bool any)
{
    if (!any) {
        waitingMessagesEnded();
        return;
    }
    requestMessages();
    if (m_step != Step::Messages)
        return;
    if (m_clock.monotonic() - m_messagesSince >= longestMessages)
        enter(Step::Done);
    else
        m_timer->start(messagesTime);
}

void SessionSync::waitingMessagesEnded()
{
    // The server is alive and has long done the first request: no answer meant an empty roster.
    if (m_step == Step::Messages && !m_rosterAnswered)
        m_roster.setServerRoster({});
    if (m_step == Step::Messages)
        enter(Step::Done);
}

void SessionSync::refetchRoster()
{
    if (!m_refetch->isActive() && m_step != Step::Idle)
        m_refetch->start(refetchDelay);
}

void SessionSync::sendRosterRequest()
{
    protocol::Request request;
    request.rtype = static_cast<qint32>(protocol::BusinessOp::Roster);
    m_connection.send({protocol::FrameType::Business, std::nullopt, std::move(request)});
}

void SessionSync::requestMessages()
{
    m_connection.send({protocol::FrameType::OfflineMessages, std::nullopt, {}});
}

void SessionSync::fetchUnknownProfiles()
{
    for (const Contact &contact : m_roster.contacts()) {
        if (contact.profileName.isEmpty() && contact.relation != Relation::Blocked)
            m_profiles.fetch(contact.id);
    }
}

} // namespace timbre::core
