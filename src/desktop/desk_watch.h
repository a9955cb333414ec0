// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "core/idle_source.h"
#include "desktop/idle_reader.h"
#include "desktop/lock_watch.h"

#include <vector>

namespace timbre::desktop {

// The desktop's word on its user (core::IdleSource): GNOME's compositor, org.freedesktop.ScreenSaver, the X server, the
// first that answers; logind and screen savers for lock and sleep. Touches no bus before the first poll(), so that it
// costs the start of the program nothing. A reader that does not answer within 3 s makes way for the next; when none is
// left, all are tried again after a minute. Owned by the composition root; GUI thread.
class DeskWatch final : public core::IdleSource
{
    Q_OBJECT

public:
    static constexpr core::Milliseconds readTime{3'000};
    static constexpr core::Milliseconds retryTime{60'000};

    explicit DeskWatch(core::Clock &clock, QObject *parent = nullptr);
    // For tests.
    DeskWatch(std::vector<std::unique_ptr<IdleReader>> readers, core::Clock &clock, QObject *parent = nullptr);
    ~DeskWatch() override;

    core::DeskFacts facts() const override;
    void poll() override;

private:
    void readNext();
    void giveUpReader();

    core::Clock &m_clock;
    std::vector<std::unique_ptr<IdleReader>> m_readers;
    std::unique_ptr<core::Timer> m_limit; // runs while one is read
    LockWatch m_lock;
    size_t m_reader = 0; // in use or to be tried
    quint32 m_reading = 0; // later answers than the newest do not count
    std::optional<qint64> m_idleFor;
    qint64 m_readAt = 0;
    qint64 m_retryAt = 0;
    bool m_started = false;
};

} // namespace timbre::desktop
