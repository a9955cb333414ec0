// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "core/idle_source.h"

namespace timbre::test {

// A desktop without a desktop: someone touches it, locks it, puts it to sleep when a test says so. Answers polls at
// once unless told to hang.
class ScriptedDesk final : public core::IdleSource
{
public:
    explicit ScriptedDesk(core::Clock &clock) : m_clock(clock), m_touchedAt(clock.monotonic())
    {
        m_facts.seesLock = true;
    }

    bool seesIdle = true;
    bool hangs = false;
    int polls = 0;

    void touch() { m_touchedAt = m_clock.monotonic(); }
    void setLocked(bool locked)
    {
        m_facts.locked = locked;
        Q_EMIT factsChanged();
    }
    void setAsleep(bool asleep)
    {
        m_facts.asleep = asleep;
        Q_EMIT factsChanged();
    }

    core::DeskFacts facts() const override { return m_facts; }
    void poll() override
    {
        ++polls;
        if (hangs)
            return;
        m_facts.idleFor.reset();
        if (seesIdle)
            m_facts.idleFor = m_clock.monotonic() - m_touchedAt;
        m_facts.readAt = m_clock.monotonic();
        Q_EMIT factsChanged();
    }

private:
    core::Clock &m_clock;
    qint64 m_touchedAt;
    core::DeskFacts m_facts;
};

} // namespace timbre::test
