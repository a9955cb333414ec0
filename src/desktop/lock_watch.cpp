// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "desktop/lock_watch.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace timbre::desktop {

namespace {

constexpr int callTimeout = 5'000; // ms
constexpr auto logind = "org.freedesktop.login1"_L1;
constexpr auto manager = "org.freedesktop.login1.Manager"_L1;
constexpr auto session = "org.freedesktop.login1.Session"_L1;
constexpr auto properties = "org.freedesktop.DBus.Properties"_L1;

} // namespace

void LockWatch::start()
{
    QDBusConnection sessionBus = QDBusConnection::sessionBus();
    if (sessionBus.isConnected()) {
        // Whoever plays the screen saver: from any path, they differ.
        for (const auto &interface : {u"org.freedesktop.ScreenSaver"_s, u"org.gnome.ScreenSaver"_s})
            sessionBus.connect({}, {}, interface, u"ActiveChanged"_s, this, SLOT(onSaverChanged(bool)));
    }
    QDBusConnection systemBus = QDBusConnection::systemBus();
    if (!systemBus.isConnected())
        return;
    systemBus.connect(logind, u"/org/freedesktop/login1"_s, manager, u"PrepareForSleep"_s, this,
                      SLOT(onPrepareForSleep(bool)));
    // "auto": the session we were started in, or else the one on the user's screen.
    QDBusMessage call = QDBusMessage::createMethodCall(logind, u"/org/freedesktop/login1"_s, manager, u"GetSession"_s);
    call.setAutoStartService(false);
    call << u"auto"_s;
    auto *watcher = new QDBusPendingCallWatcher(systemBus.asyncCall(call, callTimeout), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusObjectPath> reply = *watcher;
        if (!reply.isError())
            watchSession(reply.value().path());
        watcher->deleteLater();
    });
}

void LockWatch::watchSession(const QString &path)
{
    QDBusConnection bus = QDBusConnection::systemBus();
    bus.connect(logind, path, properties, u"PropertiesChanged"_s, this,
                SLOT(onSessionChanged(QString, QVariantMap, QStringList)));
    QDBusMessage call = QDBusMessage::createMethodCall(logind, path, properties, u"Get"_s);
    call << QString(session) << u"LockedHint"_s;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, callTimeout), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        watcher->deleteLater();
        if (reply.isError())
            return;
        m_isThere = true;
        m_hint = reply.value().variant().toBool();
        Q_EMIT changed();
    });
}

void LockWatch::onPrepareForSleep(bool before)
{
    if (m_asleep == before)
        return;
    m_asleep = before;
    Q_EMIT changed();
}

void LockWatch::onSessionChanged(const QString &interface, const QVariantMap &values, const QStringList &)
{
    const auto hint = values.constFind(u"LockedHint"_s);
    if (interface == session && hint != values.constEnd())
        setHint(hint->toBool());
}

void LockWatch::setHint(bool locked)
{
    if (m_hint == locked)
        return;
    m_hint = locked;
    Q_EMIT changed();
}

void LockWatch::onSaverChanged(bool active)
{
    if (m_saver == active && m_isThere)
        return;
    m_isThere = true;
    m_saver = active;
    Q_EMIT changed();
}

} // namespace timbre::desktop
