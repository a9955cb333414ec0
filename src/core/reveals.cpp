// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/reveals.h"

#include <algorithm>

namespace timbre::core {

Reveals::Reveals(VisibilityKeeper &visibility, StatusController &status, Clock &clock, QObject *parent) :
    QObject(parent),
    m_visibility(visibility),
    m_status(status),
    m_clock(clock),
    m_reminder(clock.makeTimer([this] {
        m_reminder->start(reminderTime);
        Q_EMIT reminderDue();
    }))
{
    connect(&status, &StatusController::manualChanged, this, &Reveals::follow);
    connect(&visibility, &VisibilityKeeper::changed, this, &Reveals::follow);
    follow();
}

Reveals::~Reveals() = default;

bool Reveals::isHidden() const
{
    return m_status.effective().reach == EffectiveStatus::Reach::AllowList;
}

bool Reveals::wouldReveal(const ContactId &id) const
{
    if (m_visibility.faceFor(m_status.effective(), id) || m_status.toldTo(id))
        return false;
    return std::none_of(m_log.cbegin(), m_log.cend(), [&id](const Reveal &reveal) { return reveal.id == id; });
}

void Reveals::revealed(const ContactId &id, Reveal::Way way)
{
    if (!wouldReveal(id))
        return;
    m_log.append({id, way, m_clock.wall()});
    Q_EMIT changed();
}

void Reveals::stayVisibleTo(const ContactId &id)
{
    m_visibility.addGuest(id);
}

void Reveals::follow()
{
    const bool hidden = isHidden();
    if (hidden != m_hidden) {
        m_hidden = hidden;
        m_log.clear(); // another hiding, other witnesses
        if (!hidden)
            m_visibility.forgetGuests();
    }
    const bool invisible = m_status.effective().availability == Availability::Invisible;
    if (invisible != (m_since != 0)) {
        m_since = invisible ? m_clock.wall() : 0;
        if (invisible)
            m_reminder->start(reminderTime);
        else
            m_reminder->stop();
    }
    Q_EMIT changed();
}

} // namespace timbre::core
