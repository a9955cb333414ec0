// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "desktop/tray_watch.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QDBusVariant>

#include <utility>

using namespace Qt::StringLiterals;

namespace timbre::desktop {

namespace {
constexpr int callTimeout = 5'000; // ms
constexpr auto watcherName = "org.kde.StatusNotifierWatcher"_L1;
constexpr auto watcherPath = "/StatusNotifierWatcher"_L1;
} // namespace

TrayWatch::TrayWatch(QObject *parent) : QObject(parent) { }

TrayWatch::~TrayWatch() = default;

void TrayWatch::start()
{
    if (m_selection)
        return;
    m_selection = std::make_unique<TraySelection>();
    connect(m_selection.get(), &TraySelection::changed, this, [this] { decide(m_hasHost); });
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        decide(false);
        return;
    }
    auto *names = new QDBusServiceWatcher(watcherName, bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(names, &QDBusServiceWatcher::serviceOwnerChanged, this, &TrayWatch::askWatcher);
    for (const auto &signal : {u"StatusNotifierHostRegistered"_s, u"StatusNotifierHostUnregistered"_s})
        bus.connect(watcherName, watcherPath, watcherName, signal, this, SLOT(askWatcher()));
    askWatcher();
}

void TrayWatch::askWatcher()
{
    QDBusMessage message
        = QDBusMessage::createMethodCall(watcherName, watcherPath, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    message.setAutoStartService(false); // who is not running shows nothing
    message << QString(watcherName) << u"IsStatusNotifierHostRegistered"_s;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message, callTimeout), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, asking = ++m_asking] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        watcher->deleteLater();
        if (asking == m_asking)
            decide(!reply.isError() && reply.value().variant().toBool());
    });
}

void TrayWatch::decide(bool hasHost)
{
    m_hasHost = hasHost;
    const Tray now = hasHost ? Tray::StatusNotifier : m_selection->isOwned() ? Tray::Embedded : Tray::None;
    if (std::exchange(m_tray, now) != now)
        Q_EMIT changed();
}

} // namespace timbre::desktop
