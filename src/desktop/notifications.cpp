// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "desktop/notifications.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>

using namespace Qt::StringLiterals;

namespace timbre::desktop {

namespace {

constexpr int callTimeout = 5'000; // ms
constexpr auto service = "org.freedesktop.Notifications"_L1;
constexpr auto path = "/org/freedesktop/Notifications"_L1;
constexpr auto desktopEntry = "io.github.timbre.Timbre"_L1;
constexpr auto defaultAction = "default"_L1;
constexpr auto replyAction = "inline-reply"_L1;

// The hint "image-data" of the specification: (iiibiiay).
struct WireImage {
    QImage image; // RGBA8888
};

QDBusArgument &operator<<(QDBusArgument &argument, const WireImage &wire)
{
    const QImage &image = wire.image;
    const QByteArray bytes = QByteArray::fromRawData(static_cast<const char *>(static_cast<const void *>(image.bits())),
                                                     image.sizeInBytes());
    argument.beginStructure();
    argument << image.width() << image.height() << static_cast<int>(image.bytesPerLine()) << true << 8 << 4 << bytes;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, WireImage &)
{
    return argument; // only ever sent
}

} // namespace

} // namespace timbre::desktop

Q_DECLARE_METATYPE(timbre::desktop::WireImage)

namespace timbre::desktop {

Notifications::Notifications(core::Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) { }

Notifications::~Notifications() = default;

QDBusMessage Notifications::call(const QString &method)
{
    return QDBusMessage::createMethodCall(service, path, service, method);
}

void Notifications::show(const QString &key, const Notification &notification)
{
    Live &live = m_live[key];
    live.next = notification;
    live.isWithdrawn = false;
    if (m_service == Service::There) {
        send(key);
    } else if (m_service == Service::Unasked
               || (m_service == Service::Missing && m_clock.monotonic() >= m_missingSince + retryTime.count())) {
        ask();
    } else if (m_service == Service::Missing) {
        onMissing();
    }
}

void Notifications::withdraw(const QString &key)
{
    const auto live = m_live.find(key);
    if (live == m_live.end())
        return;
    if (live->isSending) {
        live->isWithdrawn = true;
        live->next.reset();
        return;
    }
    if (live->id != 0)
        close(live->id);
    m_live.erase(live);
}

void Notifications::watch()
{
    if (std::exchange(m_isWatching, true))
        return;
    qDBusRegisterMetaType<WireImage>();
    QDBusConnection bus = QDBusConnection::sessionBus();
    auto *watcher = new QDBusServiceWatcher(service, bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &before, const QString &now) { onOwnerChanged(before, now); });
    bus.connect(service, path, service, u"ActionInvoked"_s, this, SLOT(onActionInvoked(quint32, QString)));
    bus.connect(service, path, service, u"ActivationToken"_s, this, SLOT(onActivationToken(quint32, QString)));
    bus.connect(service, path, service, u"NotificationReplied"_s, this, SLOT(onReplied(quint32, QString)));
    bus.connect(service, path, service, u"NotificationClosed"_s, this, SLOT(onClosed(quint32, quint32)));
}

// Starts the service if the desktop knows how.
void Notifications::ask()
{
    m_service = Service::Asked;
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        onMissing();
        return;
    }
    watch();
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call(u"GetCapabilities"_s), callTimeout), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, asking = ++m_asking] {
        const QDBusPendingReply<QStringList> reply = *watcher;
        watcher->deleteLater();
        if (asking != m_asking)
            return;
        if (reply.isError())
            onMissing();
        else
            onCapabilities(reply.value());
    });
}

void Notifications::onOwnerChanged(const QString &before, const QString &now)
{
    if (m_service == Service::Asked && before.isEmpty())
        return; // it is starting because we asked; the answer is on its way
    // What the one before showed went with it.
    QStringList gone;
    m_live.removeIf([&gone](const auto &live) {
        if (live->id != 0 && !live->next)
            gone.append(live.key());
        return live->id != 0 && !live->next;
    });
    for (Live &live : m_live) {
        live.id = 0;
        live.isSending = false;
    }
    ++m_asking;
    m_service = Service::Unasked;
    if (now.isEmpty())
        onMissing();
    else if (!m_live.isEmpty())
        ask();
    for (const QString &key : std::as_const(gone))
        Q_EMIT closed(key);
}

void Notifications::onCapabilities(const QStringList &capabilities)
{
    m_service = Service::There;
    m_capabilities = {capabilities.cbegin(), capabilities.cend()};
    const QStringList keys = m_live.keys();
    for (const QString &key : keys)
        send(key);
}

void Notifications::onMissing()
{
    if (m_service != Service::Missing) {
        m_service = Service::Missing;
        m_missingSince = m_clock.monotonic();
    }
    const QHash<QString, Live> lost = std::exchange(m_live, {});
    for (auto live = lost.cbegin(); live != lost.cend(); ++live) {
        if (live->next && !live->next->sound.isEmpty())
            Q_EMIT soundWanted(live->next->sound);
        Q_EMIT notShown(live.key());
    }
}

void Notifications::send(const QString &key)
{
    Live &live = m_live[key];
    if (live.isSending || !live.next)
        return;
    const Notification notification = *std::exchange(live.next, std::nullopt);
    live.isSending = true;
    QString body = notification.body.left(longestBody);
    if (m_capabilities.contains(u"body-markup"_s))
        body = body.toHtmlEscaped();
    QDBusMessage message = call(u"Notify"_s);
    message << u"Timbre"_s << live.id << QString(desktopEntry) << notification.title << body << actionsOf(notification)
            << hintsOf(notification) << -1;
    if (!notification.sound.isEmpty() && !m_capabilities.contains(u"sound"_s))
        Q_EMIT soundWanted(notification.sound);
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message, callTimeout), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, key, asking = m_asking] {
        const QDBusPendingReply<quint32> reply = *watcher;
        watcher->deleteLater();
        const auto sent = m_live.find(key);
        if (asking != m_asking || sent == m_live.end())
            return;
        if (reply.isError()) {
            onMissing();
            return;
        }
        sent->isSending = false;
        sent->id = reply.value();
        if (sent->isWithdrawn)
            withdraw(key);
        else
            send(key); // what came meanwhile
    });
}

QVariantMap Notifications::hintsOf(const Notification &notification) const
{
    QVariantMap hints{
        {u"urgency"_s, QVariant::fromValue(static_cast<uchar>(notification.isMinor ? 0 : 1))},
        {u"category"_s, notification.category},
        {u"desktop-entry"_s, QString(desktopEntry)},
    };
    if (!notification.sound.isEmpty() && m_capabilities.contains(u"sound"_s))
        hints.insert(u"sound-name"_s, notification.sound);
    else
        hints.insert(u"suppress-sound"_s, true);
    if (!notification.image.isNull()) {
        const WireImage image{notification.image.convertToFormat(QImage::Format_RGBA8888)};
        hints.insert(u"image-data"_s, QVariant::fromValue(image));
    }
    if (!notification.replyLabel.isEmpty())
        hints.insert(u"x-kde-reply-placeholder-text"_s, notification.replyHint);
    return hints;
}

QStringList Notifications::actionsOf(const Notification &notification) const
{
    if (!m_capabilities.contains(u"actions"_s))
        return {};
    QStringList actions{defaultAction, QString()};
    if (!notification.replyLabel.isEmpty() && m_capabilities.contains(replyAction))
        actions << QString(replyAction) << notification.replyLabel;
    for (const Notification::Action &action : notification.actions)
        actions << action.id << action.label;
    return actions;
}

void Notifications::close(quint32 id)
{
    QDBusMessage message = call(u"CloseNotification"_s);
    message.setAutoStartService(false);
    message << id;
    QDBusConnection::sessionBus().asyncCall(message, callTimeout);
}

// Empty for the notifications of other programs, whose signals everybody hears.
QString Notifications::keyOf(quint32 id) const
{
    for (auto live = m_live.cbegin(); live != m_live.cend(); ++live) {
        if (live->id == id && id != 0)
            return live.key();
    }
    return {};
}

void Notifications::onActivationToken(quint32 id, const QString &token)
{
    if (const QString key = keyOf(id); !key.isEmpty())
        m_live[key].token = token;
}

void Notifications::onActionInvoked(quint32 id, const QString &action)
{
    const QString key = keyOf(id);
    if (key.isEmpty() || action == replyAction) // the text follows
        return;
    Q_EMIT activated(key, action == defaultAction ? QString() : action, std::exchange(m_live[key].token, {}));
}

void Notifications::onReplied(quint32 id, const QString &text)
{
    if (const QString key = keyOf(id); !key.isEmpty() && !text.trimmed().isEmpty())
        Q_EMIT replied(key, text.left(longestReply));
}

void Notifications::onClosed(quint32 id, quint32)
{
    const QString key = keyOf(id);
    if (key.isEmpty())
        return;
    if (Live &live = m_live[key]; live.isSending || live.next) {
        live.id = 0; // its successor is on its way
        return;
    }
    m_live.remove(key);
    Q_EMIT closed(key);
}

} // namespace timbre::desktop
