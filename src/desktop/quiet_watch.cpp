// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "desktop/quiet_watch.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusServiceWatcher>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace timbre::desktop {

namespace {

constexpr int callTimeout = 5'000; // ms
constexpr auto notifications = "org.freedesktop.Notifications"_L1;
constexpr auto notificationsPath = "/org/freedesktop/Notifications"_L1;
constexpr auto dunst = "org.dunstproject.cmd0"_L1;
constexpr auto properties = "org.freedesktop.DBus.Properties"_L1;
constexpr auto portal = "org.freedesktop.portal.Desktop"_L1;
constexpr auto portalPath = "/org/freedesktop/portal/desktop"_L1;
constexpr auto settings = "org.freedesktop.portal.Settings"_L1;
constexpr auto gnomeGroup = "org.gnome.desktop.notifications"_L1;
constexpr auto gnomeKey = "show-banners"_L1; // false is quiet

const QString inhibited = u"Inhibited"_s;
const QString paused = u"paused"_s;

} // namespace

void QuietWatch::start()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(notifications, notificationsPath, properties, u"PropertiesChanged"_s, this,
                SLOT(onPropertiesChanged(QString, QVariantMap, QStringList)));
    bus.connect(portal, portalPath, settings, u"SettingChanged"_s, this,
                SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    auto *watcher = new QDBusServiceWatcher(notifications, bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, [this] { readService(); });
    readService();
    readPortal();
}

std::optional<bool> QuietWatch::isQuiet() const
{
    if (m_says.isEmpty())
        return std::nullopt;
    return m_says.values().contains(true);
}

void QuietWatch::readService()
{
    ++m_reading;
    tell(inhibited, {});
    tell(paused, {});
    for (const auto &[interface, name] :
         {std::pair(QString(notifications), inhibited), std::pair(QString(dunst), paused)}) {
        QDBusMessage message = QDBusMessage::createMethodCall(notifications, notificationsPath, properties, u"Get"_s);
        message << interface << name;
        read(name, message);
    }
}

void QuietWatch::readPortal()
{
    QDBusMessage message = QDBusMessage::createMethodCall(portal, portalPath, settings, u"Read"_s);
    message << QString(gnomeGroup) << QString(gnomeKey);
    read(gnomeKey, message);
}

void QuietWatch::read(const QString &source, const QDBusMessage &message)
{
    QDBusMessage question = message;
    question.setAutoStartService(false); // who is not running keeps nothing quiet
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question, callTimeout), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, source, reading = m_reading] {
        const QDBusMessage reply = watcher->reply();
        watcher->deleteLater();
        if (reply.type() != QDBusMessage::ReplyMessage || reply.arguments().isEmpty())
            return;
        if (source == gnomeKey || reading == m_reading)
            tell(source, reply.arguments().constFirst());
    });
}

// Anything but a truth value is no answer.
void QuietWatch::tell(const QString &source, const QVariant &value)
{
    QVariant plain = value;
    while (plain.canConvert<QDBusVariant>()) // the portal wraps twice
        plain = plain.value<QDBusVariant>().variant();
    const std::optional<bool> before = isQuiet();
    if (plain.typeId() == QMetaType::Bool)
        m_says.insert(source, plain.toBool() != (source == gnomeKey));
    else
        m_says.remove(source);
    if (isQuiet() != before)
        Q_EMIT changed();
}

void QuietWatch::onPropertiesChanged(const QString &interface, const QVariantMap &values, const QStringList &)
{
    const QString name = interface == notifications ? inhibited : interface == dunst ? paused : QString();
    if (const auto value = values.constFind(name); value != values.constEnd())
        tell(name, *value);
}

void QuietWatch::onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == gnomeGroup && key == gnomeKey)
        tell(gnomeKey, value.variant());
}

} // namespace timbre::desktop
