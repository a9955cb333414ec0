// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/digest_collector.h"

#include <algorithm>

namespace timbre::core {

using Reason = Digest::Reason;

DigestCollector::DigestCollector(Session &session, Clock &clock, QObject *parent) :
    QObject(parent),
    m_session(session),
    m_clock(clock),
    m_settle(clock.makeTimer([this] { finish(); }))
{
    connect(&session.status(), &StatusController::absenceChanged, this, &DigestCollector::update);
    connect(&session.status(), &StatusController::manualChanged, this, &DigestCollector::update);
    connect(&session.status(), &StatusController::scheduleChanged, this, &DigestCollector::update);
    connect(&session.connection(), &Connection::statusChanged, this, &DigestCollector::update);
    connect(&session.presences(), &PresenceModel::presencesChanged, this, [this](const QSet<ContactId> &ids) {
        if (m_gone)
            m_gone->touched.unite(ids);
    });
    connect(&session.conversations(), &Conversations::messageReceived, this, [this](const ChatMessage &message) {
        if (m_gone && !message.from.isEmpty())
            ++m_gone->messages[message.from];
    });
    update();
}

QSet<Reason> DigestCollector::reasonsNow() const
{
    QSet<Reason> reasons;
    if (m_session.status().absence())
        reasons.insert(Reason::Away);
    if (m_session.status().effective().availability == Availability::Busy)
        reasons.insert(Reason::Busy);
    // Signed out by hand is no loss.
    const ConnectionState state = m_session.connection().status().state;
    if (m_everOnline && state != ConnectionState::Online && state != ConnectionState::Offline)
        reasons.insert(Reason::LineLost);
    return reasons;
}

void DigestCollector::update()
{
    const ConnectionState state = m_session.connection().status().state;
    if (state == ConnectionState::Online)
        m_everOnline = true;
    else if (m_everOnline)
        m_lineWasLost = true;
    if (state == ConnectionState::Offline) {
        m_gone.reset();
        m_settle->stop();
        return;
    }
    const QSet<Reason> reasons = reasonsNow();
    if (m_gone && !(reasons - QSet<Reason>{Reason::LineLost}).isEmpty())
        m_gone->onlyLine = false;
    if (!reasons.isEmpty()) {
        m_settle->stop();
        if (!m_gone) {
            leave(reasons.contains(Reason::Away)       ? Reason::Away
                      : reasons.contains(Reason::Busy) ? Reason::Busy
                                                       : Reason::LineLost);
        }
    } else if (m_gone && !m_settle->isActive()) {
        const bool blink = m_gone->onlyLine && m_clock.monotonic() - m_gone->sinceMonotonic <= shortLoss;
        if (blink)
            m_gone.reset();
        else
            m_settle->start(m_lineWasLost ? answersTime : Milliseconds(0));
        if (blink)
            m_lineWasLost = false;
    }
}

void DigestCollector::leave(Reason reason)
{
    m_gone.emplace();
    m_gone->since = m_clock.wall();
    m_gone->sinceMonotonic = m_clock.monotonic();
    m_gone->reason = reason;
    m_gone->onlyLine = reason == Reason::LineLost;
    if (const auto absence = m_session.status().absence(); absence && reason == Reason::Away)
        m_gone->since = absence->since;
    const auto &contacts = m_session.roster().contacts();
    for (auto contact = contacts.cbegin(); contact != contacts.cend(); ++contact) {
        const ContactPresence presence = m_session.presences().presence(contact.key());
        if (isPresent(presence.availability))
            m_gone->before.insert(contact.key(), {presence.availability, presence.mood});
    }
    Q_EMIT left();
}

void DigestCollector::finish()
{
    if (!m_gone)
        return;
    const Gone gone = *std::exchange(m_gone, std::nullopt);
    m_lineWasLost = false;
    Digest digest;
    digest.reason = gone.reason;
    digest.since = gone.since;
    digest.until = m_clock.wall();
    for (auto one = gone.messages.cbegin(); one != gone.messages.cend(); ++one)
        digest.messages.append({one.key(), one.value()});
    std::sort(digest.messages.begin(), digest.messages.end(),
              [](const auto &a, const auto &b) { return std::pair(-a.count, a.from) < std::pair(-b.count, b.from); });
    QHash<ContactId, ContactPresence> now;
    for (const ContactId &id : gone.touched) {
        if (m_session.roster().isAccepted(id))
            now.insert(id, m_session.presences().presence(id));
    }
    addChanges(digest, gone.before, now);
    if (!digest.isEmpty())
        Q_EMIT ready(digest);
}

} // namespace timbre::core
