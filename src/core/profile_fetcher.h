// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "core/connection.h"

#include <QSet>

namespace timbre::core {

// Fetches user info (protocol.md 7.4), 50 accounts a request, one request at a time. tim answers
// nothing if it knows nobody of a batch, so each ends by itself after 1.5 s. What arrives reaches
// Roster through Session. Owned by Session; GUI thread.
class ProfileFetcher : public QObject
{
    Q_OBJECT

public:
    ProfileFetcher(Connection &connection, Clock &clock, QObject *parent = nullptr);

    // One that already waits is not asked for twice.
    void fetch(const ContactId &id);
    bool isIdle() const { return m_asked.isEmpty() && m_waiting.isEmpty(); }
    void received(const protocol::Nodes &nodes);
    void lineLost();

Q_SIGNALS:
    void idle(); // everything asked for was answered or given up

private:
    void next();

    static constexpr int batchSize = 50;
    static constexpr Milliseconds answerTime{1'500};

    Connection &m_connection;
    std::unique_ptr<Timer> m_timer;
    QList<ContactId> m_waiting;
    QSet<ContactId> m_known; // what m_waiting holds
    QSet<ContactId> m_asked; // the batch under way
};

} // namespace timbre::core
