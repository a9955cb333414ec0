// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"

#include <QObject>

#include <functional>

namespace timbre::net {

// Notices that the machine slept: its clock that counts sleep ran ahead of the one that does not.
// Needs no D-Bus, so it works in a bare session as well; up to five seconds late. Owned by the
// composition root, GUI thread.
class WakeWatch final : public QObject
{
    Q_OBJECT

public:
    static constexpr core::Milliseconds period{5'000};
    static constexpr core::Milliseconds shortestSleep{2'000};

    // How long the machine has slept since it was started; given by tests.
    using SleepTime = std::function<core::Milliseconds()>;

    explicit WakeWatch(core::Clock &clock, SleepTime sleepTime = systemSleepTime, QObject *parent = nullptr);

    // CLOCK_BOOTTIME minus CLOCK_MONOTONIC; 0 where there is no such clock.
    static core::Milliseconds systemSleepTime();

Q_SIGNALS:
    void woke();

private:
    void look();

    SleepTime m_sleepTime;
    core::Milliseconds m_last;
    std::unique_ptr<core::Timer> m_timer;
};

} // namespace timbre::net
