// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/group_sync.h"

namespace timbre::core {

GroupSync::GroupSync(ContactGroups &groups, ProfileFetcher &profiles, Clock &clock, std::function<void()> write,
                     QObject *parent) :
    QObject(parent),
    m_groups(groups),
    m_profiles(profiles),
    m_write(std::move(write)),
    m_timer(clock.makeTimer([this] { onTimer(); }))
{
    connect(&groups, &ContactGroups::changedHere, this, [this] {
        m_behind = true;
        if (m_state == State::NoLine)
            return;
        m_state = State::Quiet;
        m_timer->start(quietTime);
    });
}

void GroupSync::lineUp(const ContactId &ownId)
{
    m_ownId = ownId;
    m_state = State::Idle;
    if (m_behind) {
        m_state = State::Quiet;
        m_timer->start(quietTime);
    }
}

void GroupSync::lineLost()
{
    m_state = State::NoLine;
    m_timer->stop();
}

void GroupSync::onTimer()
{
    if (m_state == State::Quiet) {
        m_state = State::Reading;
        m_timer->start(readTime);
        m_profiles.fetch(m_ownId);
    } else if (m_state == State::Reading) {
        m_state = State::Due;
        m_write();
    }
}

void GroupSync::profileRead(const std::optional<protocol::TextMap> &extend)
{
    const bool behind = m_groups.mergeFromServer(extend);
    m_behind = behind;
    if (m_state == State::Reading) {
        m_timer->stop();
        m_state = behind ? State::Due : State::Idle;
        if (behind)
            m_write();
    } else if (m_state == State::Idle && behind) {
        m_state = State::Quiet;
        m_timer->start(quietTime);
    }
}

std::optional<protocol::TextMap> GroupSync::takeDue()
{
    if (m_state != State::Due)
        return std::nullopt;
    m_state = State::Idle;
    m_behind = false;
    return m_groups.forServer();
}

} // namespace timbre::core
