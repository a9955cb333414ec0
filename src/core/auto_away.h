// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/away_limits.h"
#include "core/clock.h"
#include "core/effective_status.h"
#include "core/idle_source.h"

namespace timbre::core {

// Decides from what the desktop says whether its user is away (features.md S3): the chosen time without input anywhere
// on the desktop (never the focus of a window), or ten seconds locked or going to sleep. Away ends when the lock does, or
// after input over two seconds, so that a bumped table does not count. A source that falls silent for good ends it too:
// nothing is pretended. Knows nothing of statuses; owned by StatusController; GUI thread.
//
// Reads the idle time when it could have reached the limit, at most every 5 s and at least every minute; every second
// while away.
class AutoAway : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds lockDelay{10'000}; // a password prompt may look like a lock
    static constexpr Milliseconds returnTime{2'000};
    static constexpr Milliseconds longestPause{10'000}; // between two inputs that belong together
    static constexpr Milliseconds awayPoll{1'000};
    static constexpr Milliseconds shortestPoll{5'000};
    static constexpr Milliseconds longestPoll{60'000};
    static constexpr Milliseconds silence{30'000}; // without an answer a source counts as gone

    AutoAway(IdleSource &source, Clock &clock, QObject *parent = nullptr);

    std::optional<Absence> absence() const { return m_absence; }
    // Whether idleness can be seen at all, as far as is known now.
    bool seesIdle() const;
    bool seesLock() const { return m_source.facts().seesLock; }
    // Monotonic, of the last input anywhere or here(); what it was at the start where no source tells.
    qint64 activeAt() const;
    // Reads the idle time now, whenever its turn would be.
    void poll();
    const AwayLimits &limits() const { return m_limits; }
    void setLimits(const AwayLimits &limits);
    // The user did something that says "I am here": absence ends, and only a new cause brings another.
    void here();

Q_SIGNALS:
    void changed();

private:
    void look();
    void arm();
    void setAbsence(std::optional<Absence> absence);
    std::optional<Absence> absenceNow(const std::optional<Absence> &current);
    bool isBack(qint64 lastInput);
    std::optional<qint64> lastInput() const;

    IdleSource &m_source;
    Clock &m_clock;
    AwayLimits m_limits;
    std::unique_ptr<Timer> m_poll;
    std::unique_ptr<Timer> m_lockEnd; // of the debounce
    std::optional<Absence> m_absence;
    std::optional<qint64> m_lockedAt; // monotonic
    qint64 m_lockedWall = 0;
    bool m_lockForgiven = false; // the user said "I am here" during this lock
    qint64 m_hereAt; // monotonic; idleness before it does not count
    std::optional<qint64> m_backSince; // monotonic, of the first of the inputs that may be a return
    qint64 m_backLast = 0;
    bool m_sawIdle = false;
};

} // namespace timbre::core
