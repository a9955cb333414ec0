// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDBusVariant>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <memory>

// A private message bus in the place of the desktop's, and services on it that do what a test says (python3-dbusmock).
namespace timbre::test {

// A program of the test; ends with it.
class Helper : public QProcess
{
public:
    ~Helper() override
    {
        kill();
        waitForFinished();
    }
};

class MockBus
{
public:
    // Null where what it needs is not installed.
    static std::unique_ptr<MockBus> start(const char *variable = "DBUS_SESSION_BUS_ADDRESS")
    {
        if (QStandardPaths::findExecutable(QStringLiteral("dbus-daemon")).isEmpty()
            || QProcess::execute(python(), {QStringLiteral("-c"), QStringLiteral("import dbusmock")}) != 0)
            return nullptr;
        std::unique_ptr<MockBus> bus(new MockBus);
        bus->m_daemon.start(
            QStringLiteral("dbus-daemon"),
            {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        if (!bus->m_daemon.waitForStarted() || !bus->m_daemon.waitForReadyRead())
            return nullptr;
        bus->m_address = bus->m_daemon.readLine().trimmed();
        qputenv(variable, bus->m_address);
        bus->m_connection.emplace(
            QDBusConnection::connectToBus(QString::fromLatin1(bus->m_address), QString::fromLatin1(variable)));
        return bus;
    }

    QByteArray address() const { return m_address; }
    // The test's own connection, apart from the one under test.
    QDBusConnection connection() const { return *m_connection; }

    // "NAME PATH INTERFACE" or "--template", "notification_daemon"…; null if it does not come up.
    std::unique_ptr<Helper> mock(const QStringList &arguments, const QString &service) const
    {
        auto program = std::make_unique<Helper>();
        program->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program->setStandardOutputFile(QProcess::nullDevice());
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const auto &variable :
             {QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("DBUS_SYSTEM_BUS_ADDRESS")})
            environment.insert(variable, QString::fromLatin1(m_address));
        program->setProcessEnvironment(environment);
        program->start(python(), QStringList{QStringLiteral("-m"), QStringLiteral("dbusmock")} + arguments);
        return QTest::qWaitFor([&] { return hasOwner(service); }, 20'000) ? std::move(program) : nullptr;
    }
    bool hasOwner(const QString &service) const
    {
        auto call
            = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/"),
                                             QStringLiteral("org.freedesktop.DBus"), QStringLiteral("NameHasOwner"));
        call << service;
        return QDBusReply<bool>(m_connection->call(call)).value();
    }
    // Kills it and waits until the bus has noticed.
    void end(std::unique_ptr<Helper> &program, const QString &service) const
    {
        program.reset();
        QTRY_VERIFY(!hasOwner(service));
    }
    // Calls a method of the mock's own interface.
    bool control(const QString &service, const QString &path, const QString &method,
                 const QVariantList &arguments) const
    {
        auto call = QDBusMessage::createMethodCall(service, path, QStringLiteral("org.freedesktop.DBus.Mock"), method);
        call.setArguments(arguments);
        const QDBusMessage reply = m_connection->call(call);
        if (reply.type() == QDBusMessage::ErrorMessage)
            qWarning("%s", qPrintable(reply.errorMessage()));
        return reply.type() == QDBusMessage::ReplyMessage;
    }
    bool emitSignal(const QString &service, const QString &path, const QString &interface, const QString &name,
                    const QString &signature, const QVariantList &arguments) const
    {
        QVariantList wrapped;
        for (const QVariant &argument : arguments)
            wrapped.append(QVariant::fromValue(QDBusVariant(argument)));
        return control(service, path, QStringLiteral("EmitSignal"), {interface, name, signature, wrapped});
    }
    bool addProperty(const QString &service, const QString &path, const QString &interface, const QString &name,
                     const QVariant &value) const
    {
        return control(service, path, QStringLiteral("AddProperty"),
                       {interface, name, QVariant::fromValue(QDBusVariant(value))});
    }

private:
    MockBus() = default;
    static QString python() { return QStringLiteral("/usr/bin/python3"); } // Debian's, which has Debian's modules

    Helper m_daemon;
    QByteArray m_address;
    std::optional<QDBusConnection> m_connection;
};

// Every call of a mocked service's methods.
class CallSpy : public QObject
{
    Q_OBJECT

public:
    struct Call {
        QString method;
        QVariantList arguments;
    };

    CallSpy(const MockBus &bus, const QString &service, const QString &path)
    {
        bus.connection().connect(service, path, QStringLiteral("org.freedesktop.DBus.Mock"),
                                 QStringLiteral("MethodCalled"), this, SLOT(onCalled(QString, QVariantList)));
    }
    int count(const QString &method) const
    {
        return static_cast<int>(
            std::count_if(calls.cbegin(), calls.cend(), [&](const Call &call) { return call.method == method; }));
    }
    QVariantList last(const QString &method) const
    {
        for (auto call = calls.crbegin(); call != calls.crend(); ++call) {
            if (call->method == method)
                return call->arguments;
        }
        return {};
    }

    QList<Call> calls;

private Q_SLOTS:
    void onCalled(const QString &method, const QVariantList &arguments) { calls.append({method, arguments}); }
};

// An X server without a screen to look at; its display in DISPLAY. Null where Xvfb is not installed.
inline std::unique_ptr<Helper> startXServer()
{
    if (QStandardPaths::findExecutable(QStringLiteral("Xvfb")).isEmpty())
        return nullptr;
    auto server = std::make_unique<Helper>();
    server->start(QStringLiteral("Xvfb"),
                  {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"), QStringLiteral("0"),
                   QStringLiteral("1280x800x24"), QStringLiteral("-nolisten"), QStringLiteral("tcp")});
    if (!server->waitForStarted() || !server->waitForReadyRead(20'000))
        return nullptr;
    qputenv("DISPLAY", ":" + server->readLine().trimmed());
    return server;
}

} // namespace timbre::test
