// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/attention_watch.h"

#include <utility>

namespace timbre::core {

AttentionWatch::AttentionWatch(Session &session, Store &store, Clock &clock, AttentionBoard &board, QString account,
                               FocusOn focusOn, QObject *parent) :
    QObject(parent),
    m_session(session),
    m_board(board),
    m_account(std::move(account)),
    m_focusOn(std::move(focusOn)),
    m_quiet(clock),
    m_tellMe(session.presences(), session.roster(), store, clock, [this] { return m_quiet.isOpen(); }),
    m_own(session.status().effective().availability)
{
    connect(&session.connection(), &Connection::statusChanged, this, &AttentionWatch::onConnection);
    connect(&session.presences(), &PresenceModel::presencesChanged, this, [this] { m_quiet.presenceHeard(); });
    connect(&session.roster(), &Roster::requestsChanged, this, &AttentionWatch::onRequests);
    connect(&m_tellMe, &TellMe::reached, this, [this](const ContactId &id) {
        happened({Happening::Available, m_account, id, {}, {}, false});
    });
    const StatusController &status = session.status();
    connect(&status, &StatusController::manualChanged, this, &AttentionWatch::onOwnStatus);
    connect(&status, &StatusController::absenceChanged, this, &AttentionWatch::onOwnStatus);
    connect(&status, &StatusController::scheduleChanged, this, &AttentionWatch::onOwnStatus);
    // Requests of the profile are no news.
    for (const Contact &contact : session.roster().requests())
        m_requests.insert(contact.id);
    onConnection(session.connection().status());
}

AttentionWatch::~AttentionWatch()
{
    m_board.forget(m_account);
}

void AttentionWatch::happened(const Incident &incident)
{
    Situation situation;
    situation.own = m_own;
    situation.focus = m_focusOn(incident.who);
    situation.signingIn = m_quiet.isOpen();
    situation.breaksThrough = m_tellMe.wish(incident.author.isEmpty() ? incident.who : incident.author).evenWhenBusy;
    if (m_board.happened(incident, situation).flash)
        Q_EMIT flashWanted();
}

void AttentionWatch::messageReceived(Happening happening, const ContactId &who, const ContactId &author,
                                     const QString &text, bool waited)
{
    happened({happening, m_account, who, author, text, waited});
}

void AttentionWatch::onConnection(const ConnectionStatus &status)
{
    // Both: a large roster takes longer to fetch than the window lasts.
    if (status.state == ConnectionState::Synchronizing || status.state == ConnectionState::Online)
        m_quiet.open();
    const bool wasBlocked = std::exchange(m_isBlocked, status.state == ConnectionState::Blocked);
    if (m_isBlocked && !wasBlocked)
        happened({Happening::Problem, m_account, {}, {}, {}, false});
    else if (wasBlocked && !m_isBlocked)
        m_board.seen(Happening::Problem, m_account, {});
}

void AttentionWatch::onRequests()
{
    QSet<ContactId> now;
    QList<Contact> fresh;
    const QList<Contact> requests = m_session.roster().requests();
    for (const Contact &contact : requests) {
        now.insert(contact.id);
        // What the server's roster holds without the user's doing waits in its panel; nobody asks.
        if (!m_requests.contains(contact.id) && contact.relation == Relation::AsksUs)
            fresh.append(contact);
    }
    const QSet<ContactId> before = std::exchange(m_requests, now);
    for (const ContactId &id : before) {
        if (!now.contains(id))
            m_board.seen(Happening::Request, m_account, id);
    }
    // Not at once: who that is has to be asked of the server first.
    for (const Contact &contact : std::as_const(fresh))
        happened({Happening::Request, m_account, contact.id, {}, contact.requestText, true});
}

void AttentionWatch::onOwnStatus()
{
    const Availability before = std::exchange(m_own, m_session.status().effective().availability);
    if (before != Availability::Busy || m_own == Availability::Busy)
        return;
    m_quiet.open();
    m_board.leftBusy(m_account);
}

} // namespace timbre::core
