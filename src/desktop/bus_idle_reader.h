// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/idle_reader.h"

#include <QObject>

#include <memory>

class QDBusPendingCallWatcher;

namespace timbre::desktop {

// Asks a service of the session bus for the idle time, in milliseconds as both do it: GNOME's compositor, or what calls
// itself org.freedesktop.ScreenSaver (KDE on X11 answers, many others do not). Of the latter a plain 0 is not believed
// until it has said something else: on Wayland some have no idea and say 0 for ever.
class BusIdleReader final : public IdleReader
{
public:
    enum class Service { Mutter, ScreenSaver };

    explicit BusIdleReader(Service service);
    ~BusIdleReader() override;

    void read(Done done) override;

private:
    std::optional<qint64> resultOf(QDBusPendingCallWatcher &call);

    const Service m_service;
    bool m_zeroMeansZero;
    std::unique_ptr<QDBusPendingCallWatcher> m_call;
};

} // namespace timbre::desktop
