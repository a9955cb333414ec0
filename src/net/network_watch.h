// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"

#include <QObject>
#include <QSocketNotifier>

namespace timbre::net {

// Notices that links, addresses or routes of this computer change, by the kernel's own word
// (rtnetlink): there without NetworkManager, and blind to what it thinks of "online". A storm of
// changes gives one signal, a second after the last. Owned by the composition root, GUI thread.
// Says nothing where there is no netlink.
class NetworkWatch final : public QObject
{
    Q_OBJECT

public:
    static constexpr core::Milliseconds settleTime{1'000};

    // Reads the descriptor and owns it; -1 = none.
    explicit NetworkWatch(core::Clock &clock, int descriptor = openRouteSocket(), QObject *parent = nullptr);
    ~NetworkWatch() override;

    static int openRouteSocket();

Q_SIGNALS:
    void changed();

private:
    void drain();

    const int m_descriptor;
    QSocketNotifier m_notifier;
    std::unique_ptr<core::Timer> m_timer;
};

} // namespace timbre::net
