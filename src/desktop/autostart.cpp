// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "desktop/autostart.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>

namespace timbre::desktop {

using namespace Qt::StringLiterals;

namespace {

constexpr auto entryName = "io.github.timbre.Timbre.desktop"_L1;
constexpr qint64 longestEntry = 64 * 1024;

// An argument of an Exec line (desktop entry specification, "The Exec key").
QString quoted(QString argument)
{
    argument.replace(u'%', "%%"_L1);
    const bool plain = !argument.isEmpty() && std::all_of(argument.cbegin(), argument.cend(), [](QChar c) {
        return c.isLetterOrNumber() || "-_./:=@%+,"_L1.contains(c);
    });
    if (plain)
        return argument;
    // Once for the quotes, and the backslashes once more for a value of type string.
    for (const auto &special : {"\\"_L1, "\""_L1, "`"_L1, "$"_L1})
        argument.replace(special, "\\"_L1 + special);
    argument.replace(u'\\', "\\\\"_L1);
    return u'"' + argument + u'"';
}

} // namespace

Autostart::Autostart(QStringList command, QObject *parent) :
    Autostart(std::move(command),
              QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + "/autostart"_L1, placeHere(),
              parent)
{
}

Autostart::Autostart(QStringList command, QString folder, Place place, QObject *parent) :
    QObject(parent),
    m_command(std::move(command)),
    m_folder(std::move(folder)),
    m_place(place)
{
}

Autostart::Place Autostart::placeHere()
{
    const bool flatpak = qEnvironmentVariableIsSet("FLATPAK_ID") || QFile::exists(u"/.flatpak-info"_s);
    return flatpak ? Place::Portal : Place::Folder;
}

QString Autostart::file() const
{
    return m_folder + u'/' + entryName;
}

Autostart::State Autostart::state() const
{
    if (m_place == Place::Portal)
        return m_portalState;
    QFile entry(file());
    if (!entry.open(QIODevice::ReadOnly))
        return m_failed;
    const QList<QByteArray> lines = entry.read(longestEntry).split('\n');
    const bool off = std::any_of(lines.cbegin(), lines.cend(), [](const QByteArray &line) {
        const QByteArray plain = line.simplified().replace(" ", "");
        return plain == "Hidden=true" || plain == "X-GNOME-Autostart-enabled=false";
    });
    return off ? State::Off : State::On;
}

QByteArray Autostart::entry(const QStringList &command)
{
    QStringList arguments;
    for (const QString &argument : command)
        arguments.append(quoted(argument));
    return "[Desktop Entry]\n"
           "Type=Application\n"
           "Name=Timbre\n"
           "Exec="
        + arguments.join(u' ').toUtf8()
        + "\n"
          "Icon=io.github.timbre.Timbre\n"
          "Terminal=false\n"
          "X-GNOME-Autostart-enabled=true\n";
}

void Autostart::set(bool on)
{
    if (m_place == Place::Portal)
        return askPortal(on);
    const bool done = on ? writeEntry() : !QFile::exists(file()) || QFile::remove(file());
    m_failed = done ? State::Off : State::Impossible;
    Q_EMIT stateChanged(done ? state() : State::Impossible);
}

bool Autostart::writeEntry()
{
    if (!QDir().mkpath(m_folder))
        return false;
    QSaveFile saved(file());
    const QByteArray text = entry(m_command);
    return saved.open(QIODevice::WriteOnly) && saved.write(text) == text.size() && saved.commit();
}

void Autostart::askPortal(bool on)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return settle(State::Impossible);
    const QString portal = u"org.freedesktop.portal.Desktop"_s;
    const QString request = u"org.freedesktop.portal.Request"_s;
    // The answer may come before the reply: listen where it will be (Request documentation, handle_token).
    const QString token = u"timbre"_s + QUuid::createUuid().toString(QUuid::Id128);
    const QString sender = bus.baseService().mid(1).replace(u'.', u'_');
    bus.connect(portal, "/org/freedesktop/portal/desktop/request/"_L1 + sender + u'/' + token, request, u"Response"_s,
                this, SLOT(onPortalAnswer(uint, QVariantMap)));
    QDBusMessage call = QDBusMessage::createMethodCall(portal, u"/org/freedesktop/portal/desktop"_s,
                                                       u"org.freedesktop.portal.Background"_s, u"RequestBackground"_s);
    call << QString()
         << QVariantMap{{u"handle_token"_s, token},
                        {u"autostart"_s, on},
                        {u"commandline"_s, m_command},
                        {u"dbus-activatable"_s, false}};
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        if (watcher->isError())
            settle(State::Impossible);
    });
}

void Autostart::onPortalAnswer(uint response, const QVariantMap &results)
{
    const bool granted = response == 0 && results.value(u"autostart"_s).toBool();
    settle(granted ? State::On : State::Off);
}

void Autostart::settle(State state)
{
    m_portalState = state;
    Q_EMIT stateChanged(state);
}

} // namespace timbre::desktop
