// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/auto_away.h"

#include <algorithm>

namespace timbre::core {

AutoAway::AutoAway(IdleSource &source, Clock &clock, QObject *parent) :
    QObject(parent),
    m_source(source),
    m_clock(clock),
    m_poll(clock.makeTimer([this] { poll(); })),
    m_lockEnd(clock.makeTimer([this] { look(); })),
    m_hereAt(clock.monotonic())
{
    connect(&source, &IdleSource::factsChanged, this, &AutoAway::look);
    m_poll->start(shortestPoll); // after the window is there
}

bool AutoAway::seesIdle() const
{
    return lastInput().has_value();
}

qint64 AutoAway::activeAt() const
{
    return std::max(m_hereAt, lastInput().value_or(m_hereAt));
}

void AutoAway::setLimits(const AwayLimits &limits)
{
    if (limits == m_limits)
        return;
    m_limits = limits;
    setAbsence(absenceNow({}));
    arm();
}

void AutoAway::here()
{
    m_hereAt = m_clock.monotonic();
    m_lockForgiven = m_lockedAt.has_value();
    setAbsence({});
    arm();
}

std::optional<qint64> AutoAway::lastInput() const
{
    const DeskFacts facts = m_source.facts();
    if (!facts.idleFor || m_clock.monotonic() - facts.readAt > (longestPoll + silence).count())
        return std::nullopt;
    return facts.readAt - *facts.idleFor;
}

void AutoAway::poll()
{
    m_source.poll();
    look(); // for a source that went silent
    arm();
}

void AutoAway::look()
{
    const DeskFacts facts = m_source.facts();
    const bool gone = facts.locked || facts.asleep;
    std::optional<Absence> current = m_absence;
    if (gone && !m_lockedAt) {
        m_lockedAt = m_clock.monotonic();
        m_lockedWall = m_clock.wall();
        m_lockForgiven = false;
        m_lockEnd->start(lockDelay);
    } else if (!gone && m_lockedAt) {
        m_lockedAt.reset();
        m_lockEnd->stop();
        if (current) {
            // Who unlocked is here, whatever the idle time was before.
            m_hereAt = m_clock.monotonic();
            current.reset();
        }
    }
    const bool sawIdle = std::exchange(m_sawIdle, seesIdle());
    const bool wasAway = m_absence.has_value();
    setAbsence(absenceNow(current));
    if (sawIdle != m_sawIdle)
        Q_EMIT changed();
    if (wasAway != m_absence.has_value() || sawIdle != m_sawIdle)
        arm();
}

std::optional<Absence> AutoAway::absenceNow(const std::optional<Absence> &current)
{
    const qint64 now = m_clock.monotonic();
    // Only a lock may be a password prompt; sleep is told at once or never, for the clock stands still in it.
    const bool isSure = current || m_source.facts().asleep || (m_lockedAt && now - *m_lockedAt >= lockDelay.count());
    if (m_limits.lock && m_lockedAt && !m_lockForgiven && isSure)
        return current ? current : Absence{Absence::Reason::Locked, m_lockedWall};
    const std::optional<qint64> input = lastInput();
    if (!input || m_limits.idle.count() == 0)
        return std::nullopt;
    if (current)
        return isBack(*input) ? std::nullopt : current;
    const qint64 idleSince = std::max(*input, m_hereAt);
    if (m_source.facts().readAt - idleSince < m_limits.idle.count())
        return std::nullopt;
    m_backSince.reset();
    m_backLast = *input;
    return Absence{Absence::Reason::Idle, m_clock.wall() - (now - idleSince)};
}

// Input that goes on for returnTime, with no long pauses.
bool AutoAway::isBack(qint64 input)
{
    constexpr qint64 jitter = 200; // two readings of one input
    if (input <= m_backLast + jitter)
        return false;
    if (!m_backSince || input - m_backLast > longestPause.count())
        m_backSince = input;
    m_backLast = input;
    return input - *m_backSince >= returnTime.count();
}

void AutoAway::setAbsence(std::optional<Absence> absence)
{
    if (absence == m_absence)
        return;
    m_absence = absence;
    Q_EMIT changed();
}

void AutoAway::arm()
{
    const std::optional<qint64> input = lastInput();
    Milliseconds wait = longestPoll;
    if (m_absence && m_absence->reason == Absence::Reason::Idle) {
        wait = awayPoll;
    } else if (input && m_limits.idle.count() > 0) {
        const qint64 idleFor = m_clock.monotonic() - std::max(*input, m_hereAt);
        wait = std::clamp(m_limits.idle - Milliseconds(idleFor), shortestPoll, longestPoll);
    }
    m_poll->start(wait);
}

} // namespace timbre::core
