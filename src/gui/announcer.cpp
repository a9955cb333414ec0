// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/announcer.h"

#include "gui/announcement_batch.h"

#include <algorithm>

namespace timbre::gui {

using core::ContactId;
using core::ContactPresence;
using core::Milliseconds;

Announcer::Announcer(core::Session &session, core::Clock &clock, QObject *parent) :
    QObject(parent),
    m_session(session),
    m_clock(clock),
    m_speakTimer(clock.makeTimer([this] { speak(); })),
    m_quietTimer(clock.makeTimer([this] { onQuietTimer(); })),
    m_spokeAt(clock.monotonic() - pauseTime.count())
{
    connect(&session.presences(), &core::PresenceModel::presencesChanged, this, &Announcer::onPresences);
    connect(&session.connection(), &core::Connection::signedIn, this, &Announcer::startQuiet);
}

Announcer::~Announcer() = default;

void Announcer::setEnabled(bool enabled)
{
    if (m_enabled == enabled)
        return;
    m_enabled = enabled;
    m_changed.clear();
    m_speakTimer->stop();
    if (enabled)
        learnEverybody();
}

void Announcer::startQuiet()
{
    m_quietSince = m_heardAt = m_clock.monotonic();
    m_quietTimer->start(shortestQuiet);
}

void Announcer::onQuietTimer()
{
    const qint64 now = m_clock.monotonic();
    const qint64 end = std::min(m_heardAt + calm.count(), m_quietSince + longestQuiet.count());
    if (now < end)
        m_quietTimer->start(Milliseconds(end - now));
    else if (m_enabled)
        learnEverybody();
}

void Announcer::onPresences(const QSet<ContactId> &ids)
{
    if (m_quietTimer->isActive()) {
        m_heardAt = m_clock.monotonic();
        return;
    }
    if (!m_enabled)
        return;
    m_changed.unite(ids);
    if (!m_speakTimer->isActive()) {
        const Milliseconds sincePause(m_spokeAt + pauseTime.count() - m_clock.monotonic());
        m_speakTimer->start(std::max(gatherTime, sincePause));
    }
}

void Announcer::speak()
{
    if (m_quietTimer->isActive()) {
        m_changed.clear(); // signed in anew meanwhile; afterwards everything is learnt again
        return;
    }
    AnnouncementBatch batch;
    for (const ContactId &id : std::exchange(m_changed, {})) {
        const auto contact = m_session.roster().contact(id);
        const ContactPresence presence = m_session.presences().presence(id);
        if (!contact || presence.freshness != core::Freshness::Live)
            continue; // what is doubtful now changes again
        const core::Availability before = m_told.value(id, core::Availability::Unknown);
        m_told.insert(id, presence.availability);
        batch.note(contact->displayName(), before, presence.availability);
    }
    const QString sentence = batch.sentence();
    if (sentence.isEmpty())
        return;
    m_spokeAt = m_clock.monotonic();
    Q_EMIT announced(sentence);
}

void Announcer::learnEverybody()
{
    m_told.clear();
    m_changed.clear();
    for (const ContactId &id : m_session.roster().accepted()) {
        const ContactPresence presence = m_session.presences().presence(id);
        if (presence.availability != core::Availability::Unknown)
            m_told.insert(id, presence.availability);
    }
}

} // namespace timbre::gui
