// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "desktop/bus_idle_reader.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace timbre::desktop {

namespace {
constexpr int callTimeout = 2'000; // ms
constexpr qint64 longest = 366LL * 24 * 3600 * 1000;
} // namespace

BusIdleReader::BusIdleReader(Service service) : m_service(service), m_zeroMeansZero(service == Service::Mutter) { }

BusIdleReader::~BusIdleReader() = default;

void BusIdleReader::read(Done done)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        done(std::nullopt);
        return;
    }
    QDBusMessage call = m_service == Service::Mutter
        ? QDBusMessage::createMethodCall(u"org.gnome.Mutter.IdleMonitor"_s, u"/org/gnome/Mutter/IdleMonitor/Core"_s,
                                         u"org.gnome.Mutter.IdleMonitor"_s, u"GetIdletime"_s)
        : QDBusMessage::createMethodCall(u"org.freedesktop.ScreenSaver"_s, u"/org/freedesktop/ScreenSaver"_s,
                                         u"org.freedesktop.ScreenSaver"_s, u"GetSessionIdleTime"_s);
    call.setAutoStartService(false); // who is not running knows nothing
    m_call = std::make_unique<QDBusPendingCallWatcher>(bus.asyncCall(call, callTimeout));
    QObject::connect(m_call.get(), &QDBusPendingCallWatcher::finished, m_call.get(),
                     [this, done = std::move(done)](QDBusPendingCallWatcher *finished) {
                         const std::optional<qint64> result = resultOf(*finished);
                         finished->deleteLater();
                         m_call.release(); // we stand in its signal
                         done(result);
                     });
}

std::optional<qint64> BusIdleReader::resultOf(QDBusPendingCallWatcher &call)
{
    const QDBusMessage reply = call.reply();
    if (reply.type() != QDBusMessage::ReplyMessage || reply.arguments().isEmpty())
        return std::nullopt;
    bool isNumber = false;
    const qint64 idleFor = reply.arguments().constFirst().toLongLong(&isNumber);
    if (!isNumber || idleFor < 0 || idleFor > longest)
        return std::nullopt;
    m_zeroMeansZero = m_zeroMeansZero || idleFor > 0;
    return m_zeroMeansZero ? std::optional(idleFor) : std::nullopt;
}

} // namespace timbre::desktop
