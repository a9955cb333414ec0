// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "desktop/appearance_portal.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace timbre::desktop {

namespace {

constexpr int callTimeout = 5'000; // ms
constexpr auto service = "org.freedesktop.portal.Desktop"_L1;
constexpr auto path = "/org/freedesktop/portal/desktop"_L1;
constexpr auto settings = "org.freedesktop.portal.Settings"_L1;
constexpr auto appearance = "org.freedesktop.appearance"_L1;
constexpr auto colorScheme = "color-scheme"_L1; // 0 = no preference, 1 = dark, 2 = light
constexpr auto gnome = "org.gnome.desktop.interface"_L1; // other desktops' portals give it too
constexpr auto animations = "enable-animations"_L1;

// Read() of the portal wraps the value twice, its signal once.
QVariant unwrapped(QVariant value)
{
    for (int depth = 0; depth < 4 && value.metaType() == QMetaType::fromType<QDBusVariant>(); ++depth)
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

AppearancePortal::AppearancePortal(QObject *parent) : QObject(parent) { }

AppearancePortal::~AppearancePortal() = default;

void AppearancePortal::start()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected() || m_watcher)
        return;
    m_watcher = new QDBusServiceWatcher(service, bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(m_watcher, &QDBusServiceWatcher::serviceRegistered, this, &AppearancePortal::readAll);
    connect(m_watcher, &QDBusServiceWatcher::serviceUnregistered, this, [this] { setFacts({}); });
    qRegisterMetaType<QDBusVariant>(); // or the slot below is no slot for Qt: our header only names the type
    bus.connect(service, path, settings, u"SettingChanged"_s, this,
                SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    readAll();
}

void AppearancePortal::readAll()
{
    read(appearance, colorScheme);
    read(gnome, animations);
}

void AppearancePortal::read(const QString &group, const QString &key)
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, settings, u"Read"_s);
    call << group << key;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, callTimeout), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, group, key] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError())
            learn(group, key, QVariant::fromValue(reply.value()));
        watcher->deleteLater();
    });
}

void AppearancePortal::onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    learn(group, key, QVariant::fromValue(value));
}

void AppearancePortal::learn(const QString &group, const QString &key, const QVariant &value)
{
    const QVariant plain = unwrapped(value);
    Facts facts = m_facts;
    if (group == appearance && key == colorScheme) {
        bool isNumber = false;
        const uint scheme = plain.toUInt(&isNumber);
        facts.dark = isNumber && (scheme == 1 || scheme == 2) ? std::optional(scheme == 1) : std::nullopt;
    } else if (group == gnome && key == animations && plain.metaType() == QMetaType::fromType<bool>()) {
        facts.reducedMotion = !plain.toBool();
    }
    setFacts(facts);
}

void AppearancePortal::setFacts(const Facts &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    Q_EMIT changed();
}

} // namespace timbre::desktop
