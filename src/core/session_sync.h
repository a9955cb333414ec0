// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/profile_fetcher.h"
#include "core/roster.h"

namespace timbre::core {

// What is fetched after each sign-in before anybody is told anything (features.md S7): roster, user
// info, waiting messages. tim answers nothing for empty lists, so each step ends by itself. Later
// answers are still taken. Owned by Session; GUI thread.
class SessionSync : public QObject
{
    Q_OBJECT

public:
    SessionSync(Connection &connection, Roster &roster, ProfileFetcher &profiles, Clock &clock,
                QObject *parent = nullptr);

    void start(const ContactId &ownId);
    void lineLost();
    // A roster answer, now or later.
    void rosterReceived(const QList<QString> &nodes);
    // 17 with entries: asks for the rest, now or later, because tim stops after ten
    // (protocol.md 6.4).
    void waitingMessagesReceived(bool any);
    // 18
    void waitingMessagesEnded();
    // Asks for the roster again, some 0.5-1 s later, so that tim has done what was sent before (it
    // works in parallel).
    void refetchRoster();

Q_SIGNALS:
    void finished();

private:
    enum class Step { Idle, Roster, Profiles, Messages, Done };
    void enter(Step step);
    void onTimeout();
    void sendRosterRequest();
    void requestMessages();
    void fetchUnknownProfiles();

    static constexpr Milliseconds stepTime{1'500};
    static constexpr Milliseconds messagesTime{3'000};
    static constexpr qint64 longestMessages = 30'000; // ms; a long queue goes on after sign-in is done
    static constexpr Milliseconds refetchDelay{700};

    Connection &m_connection;
    Roster &m_roster;
    ProfileFetcher &m_profiles;
    Clock &m_clock;
    std::unique_ptr<Timer> m_timer;
    std::unique_ptr<Timer> m_refetch;
    Step m_step = Step::Idle;
    ContactId m_ownId;
    bool m_rosterAnswered = false;
    qint64 m_messagesSince = 0;
};

} // namespace timbre::core
