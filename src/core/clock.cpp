// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/clock.h"

#include <QDateTime>
#include <QTimer>

namespace timbre::core {

namespace {

class SystemTimer final : public Timer
{
public:
    explicit SystemTimer(std::function<void()> onTimeout)
    {
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, std::move(onTimeout));
    }

    void start(Milliseconds delay) override
    {
        const qint64 wait = qBound(qint64(0), qint64(delay.count()), qint64(longest));
        // Qt's coarse timers may be 5 % late, which nobody notices above some seconds.
        m_timer.setTimerType(wait < 2'000 ? Qt::PreciseTimer : Qt::CoarseTimer);
        m_timer.start(Milliseconds(wait));
    }
    void stop() override { m_timer.stop(); }
    bool isActive() const override { return m_timer.isActive(); }

private:
    static constexpr int longest = 24 * 3600 * 1000; // QTimer counts in int

    QTimer m_timer;
};

} // namespace

qint64 SystemClock::monotonic() const
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

qint64 SystemClock::wall() const
{
    return QDateTime::currentMSecsSinceEpoch();
}

std::unique_ptr<Timer> SystemClock::makeTimer(std::function<void()> onTimeout)
{
    return std::make_unique<SystemTimer>(std::move(onTimeout));
}

} // namespace timbre::core
