// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact_groups.h"
#include "core/profile_fetcher.h"

#include <functional>

namespace timbre::core {

// When the groups go into the own user info: five seconds after the last change, read again and merged first, since
// another machine may have written meanwhile; once after a sign-in if the server lacks something. A write the server
// refused is not repeated before the next change or sign-in. Sends nothing itself: Session puts takeDue() into the one
// ModifyUser that is under way at a time. Owned by Session; GUI thread.
class GroupSync : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds quietTime{5'000};
    static constexpr Milliseconds readTime{2'000}; // a server without our user info does not answer

    GroupSync(ContactGroups &groups, ProfileFetcher &profiles, Clock &clock, std::function<void()> write,
              QObject *parent = nullptr);

    void lineUp(const ContactId &ownId);
    void lineLost();
    // The own user info came.
    void profileRead(const std::optional<protocol::TextMap> &extend);
    // What is to be written now, once.
    std::optional<protocol::TextMap> takeDue();

private:
    void onTimer();

    enum class State { NoLine, Idle, Quiet, Reading, Due };
    ContactGroups &m_groups;
    ProfileFetcher &m_profiles;
    std::function<void()> m_write;
    std::unique_ptr<Timer> m_timer;
    ContactId m_ownId;
    State m_state = State::NoLine;
    bool m_behind = false; // the server lacks something
};

} // namespace timbre::core
