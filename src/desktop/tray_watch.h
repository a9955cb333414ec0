// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/tray_selection.h"

namespace timbre::desktop {

// Whether this desktop has a system tray that shows icons now, and when it comes or goes: a StatusNotifierWatcher with
// a host on the session bus, else an XEmbed tray on the X screen. Qt decides once, at its first look, which kind it
// uses; so nobody should ask Qt before a tray is there. start() asks and returns at once. Owned by the composition
// root; GUI thread.
class TrayWatch : public QObject
{
    Q_OBJECT

public:
    enum class Tray {
        Unknown, // not yet answered
        None,
        StatusNotifier,
        Embedded,
    };

    explicit TrayWatch(QObject *parent = nullptr);
    ~TrayWatch() override;

    void start();
    Tray tray() const { return m_tray; }
    bool isThere() const { return m_tray == Tray::StatusNotifier || m_tray == Tray::Embedded; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void askWatcher();

private:
    void decide(bool hasHost);

    Tray m_tray = Tray::Unknown;
    std::unique_ptr<TraySelection> m_selection; // of the X screen, once started
    bool m_hasHost = false;
    quint32 m_asking = 0; // later answers than the newest do not count
};

} // namespace timbre::desktop
