// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"

#include <QObject>
#include <QVariantMap>

namespace timbre::desktop {

// NetworkManager's word, on the system bus, that this computer's way to the net is another one: a VPN came up, a portal
// was passed, which the kernel's own word (net::NetworkWatch) may not show. A hint to look at the line, never a reason
// not to try. A storm of changes gives one signal, a second after the last. Touches no bus before start(), which may be called again. Owned by the
// composition root; GUI thread.
class OnlineWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr core::Milliseconds settleTime{1'000};

    explicit OnlineWatch(core::Clock &clock, QObject *parent = nullptr);
    ~OnlineWatch() override;

    void start();

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void onState(quint32 state);
    void onProperties(const QString &interface, const QVariantMap &values, const QStringList &invalid);

private:
    std::unique_ptr<core::Timer> m_timer;
    bool m_isStarted = false;
};

} // namespace timbre::desktop
