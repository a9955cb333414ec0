// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusReply>
#include <QDBusVariant>
#include <QProcess>
#include <QTest>

namespace timbre::test {

// The portal of a desktop, played by dbusmock on the bus of this test; ends with it.
class MockPortal
{
public:
    inline static const QString python = QStringLiteral("/usr/bin/python3"); // Debian's, which has Debian's modules
    inline static const QString name = QStringLiteral("org.freedesktop.portal.Desktop");
    inline static const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
    inline static const QString settings = QStringLiteral("org.freedesktop.portal.Settings");
    inline static const QString appearance = QStringLiteral("org.freedesktop.appearance");
    inline static const QString gnome = QStringLiteral("org.gnome.desktop.interface");

    static bool canBePlayed()
    {
        return QProcess::execute(python, {QStringLiteral("-c"), QStringLiteral("import dbusmock")}) == 0;
    }
    // `read` is Python that answers Read(group, key).
    explicit MockPortal(const QString &read)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(
            python,
            {QStringLiteral("-m"), QStringLiteral("dbusmock"), QStringLiteral("--session"), name, path, settings});
        m_isThere = QTest::qWaitFor([] { return hasOwner(); }, 10'000)
            && control(QStringLiteral("AddMethod"),
                       {settings, QStringLiteral("Read"), QStringLiteral("ss"), QStringLiteral("v"), read});
    }
    ~MockPortal()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    bool isThere() const { return m_isThere; }
    bool tell(const QString &group, const QString &key, const QVariant &value)
    {
        const QVariantList arguments{QVariant::fromValue(QDBusVariant(group)), QVariant::fromValue(QDBusVariant(key)),
                                     QVariant::fromValue(QDBusVariant(value))};
        return control(QStringLiteral("EmitSignal"),
                       {settings, QStringLiteral("SettingChanged"), QStringLiteral("ssv"), arguments});
    }

    static bool hasOwner()
    {
        auto call
            = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/"),
                                             QStringLiteral("org.freedesktop.DBus"), QStringLiteral("NameHasOwner"));
        call << name;
        return QDBusReply<bool>(QDBusConnection::sessionBus().call(call)).value();
    }

private:
    static bool control(const QString &method, const QVariantList &arguments)
    {
        auto call = QDBusMessage::createMethodCall(name, path, QStringLiteral("org.freedesktop.DBus.Mock"), method);
        call.setArguments(arguments);
        const QDBusMessage reply = QDBusConnection::sessionBus().call(call);
        if (reply.type() == QDBusMessage::ErrorMessage)
            qWarning("%s", qPrintable(reply.errorMessage()));
        return reply.type() == QDBusMessage::ReplyMessage;
    }

    QProcess m_process;
    bool m_isThere = false;
};

} // namespace timbre::test
