// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "desktop/online_watch.h"

#include <QDBusConnection>

#include <utility>

using namespace Qt::StringLiterals;

namespace timbre::desktop {

namespace {
constexpr auto service = "org.freedesktop.NetworkManager"_L1;
constexpr auto path = "/org/freedesktop/NetworkManager"_L1;
} // namespace

OnlineWatch::OnlineWatch(core::Clock &clock, QObject *parent) :
    QObject(parent),
    m_timer(clock.makeTimer([this] { Q_EMIT changed(); }))
{
}

OnlineWatch::~OnlineWatch() = default;

void OnlineWatch::start()
{
    QDBusConnection bus = QDBusConnection::systemBus();
    if (!bus.isConnected() || std::exchange(m_isStarted, true))
        return;
    bus.connect(service, path, service, u"StateChanged"_s, this, SLOT(onState(quint32)));
    bus.connect(service, path, u"org.freedesktop.DBus.Properties"_s, u"PropertiesChanged"_s, this,
                SLOT(onProperties(QString, QVariantMap, QStringList)));
}

void OnlineWatch::onState(quint32)
{
    m_timer->start(settleTime);
}

void OnlineWatch::onProperties(const QString &interface, const QVariantMap &values, const QStringList &)
{
    if (interface != service)
        return;
    for (const auto &name : {u"State"_s, u"Connectivity"_s, u"PrimaryConnection"_s}) {
        if (values.contains(name)) {
            m_timer->start(settleTime);
            return;
        }
    }
}

} // namespace timbre::desktop
