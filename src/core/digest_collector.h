// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/digest.h"
#include "core/session.h"

#include <QSet>

#include <optional>

namespace timbre::core {

// Watches when the user of an account leaves (automatic Away, lock, sleep, Busy, or a line lost for more than two
// minutes) and comes back, and tells then in one value what became different (features.md section 4, 5). Owned by
// whoever shows it; GUI thread; session and clock outlive it.
//
// With several reasons the absence lasts from the first to the last. After a lost line, and if the line is not there on
// return, the comparison waits until contacts had their time to answer. Remembers at leaving who was present, and how.
class DigestCollector : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 shortLoss = 2 * 60'000; // ms; a line lost for less is no absence
    static constexpr Milliseconds answersTime{12'000}; // PresenceModel gives up those that stay silent after 10 s

    DigestCollector(Session &session, Clock &clock, QObject *parent = nullptr);

Q_SIGNALS:
    void left(); // what was told before is old now
    void ready(const timbre::core::Digest &digest); // never empty

private:
    void update();
    void leave(Digest::Reason reason);
    void finish();
    QSet<Digest::Reason> reasonsNow() const;

    struct Gone {
        qint64 since = 0; // wall
        qint64 sinceMonotonic = 0;
        Digest::Reason reason = Digest::Reason::Away; // the first
        bool onlyLine = true;
        SeenBeforeAll before;
        QSet<ContactId> touched;
        QHash<ContactId, int> messages;
    };
    Session &m_session;
    Clock &m_clock;
    std::unique_ptr<Timer> m_settle;
    std::optional<Gone> m_gone;
    bool m_lineWasLost = false; // since the last time contacts answered
    bool m_everOnline = false;
};

} // namespace timbre::core
