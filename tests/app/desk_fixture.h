// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/conversations.h"
#include "core/session.h"
#include "core/volatile_store.h"
#include "net/account_client.h"
#include "net/connection_manager.h"
#include "node/node.h"
#include "store/profile.h"
#include "support/mock_bus.h"

#include <QDBusArgument>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <csignal>

// The real program on a desktop of the test's own: an X server, two message buses, a tim node, and a friend that signs
// in with the client library.
namespace timbre::test {

inline constexpr int patience = 30'000; // ms; hashing passwords on a busy machine

// Somebody else, on a line of their own.
class Person
{
public:
    Person(const QUrl &url, const QString &name, core::Clock &clock, core::Random &random) :
        connection(clock, random, name),
        session(connection, store, clock, random)
    {
        QObject::connect(&session.conversations(), &core::Conversations::messageReceived, &session,
                         [this](const core::ChatMessage &message) { heard += message.text; });
        QObject::connect(&connection, &core::Connection::statusChanged, &session, [this, name] {
            if (isOnline() && session.ownName().isEmpty())
                session.setOwnName(name);
        });
        connection.signIn({{url}}, {name, {}, core::Credentials::Kind::Password, QStringLiteral("pw")});
    }
    bool isOnline() const { return connection.status().state == core::ConnectionState::Online; }
    core::Availability sees(const core::ContactId &id) { return session.presences().presence(id).availability; }
    void writes(const core::ContactId &to, const QString &text) { session.conversations().send(to, text); }

    core::VolatileStore store;
    net::ConnectionManager connection;
    core::Session session;
    QStringList heard;
};

// Passes bytes on between the program and the node, and counts what the program says.
class Wiretap : public QTcpServer
{
public:
    explicit Wiretap(quint16 port)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this, port] {
            QTcpSocket *near = nextPendingConnection();
            auto *far = new QTcpSocket(near);
            far->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
            connect(near, &QTcpSocket::readyRead, far, [this, near, far] {
                const QByteArray bytes = near->readAll();
                said += bytes.size();
                far->write(bytes);
            });
            connect(far, &QTcpSocket::readyRead, near, [near, far] { near->write(far->readAll()); });
            connect(near, &QTcpSocket::disconnected, far, [far] { far->close(); });
            connect(far, &QTcpSocket::disconnected, near, [near] { near->close(); });
        });
    }
    QUrl url() const { return QUrl(QStringLiteral("ws://127.0.0.1:%1/tim").arg(serverPort())); }

    qint64 said = 0;
};

// The program, signed in from its command line.
class Program
{
public:
    Program(const QString &folder, const QUrl &url, const QString &name, const QStringList &environment)
    {
        QFile password(folder + QStringLiteral("/password"));
        if (password.open(QIODevice::WriteOnly))
            password.write("pw\n");
        password.close();
        arguments = {QStringLiteral("--profile"), folder + QStringLiteral("/profile")};
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.setEnvironment(QProcess::systemEnvironment() + environment);
        process.start(QStringLiteral(TIMBRE_PROGRAM),
                      arguments
                          + QStringList{QStringLiteral("--sign-in"), url.toString(), QStringLiteral("--user"), name,
                                        QStringLiteral("--password-file"), password.fileName()});
    }
    ~Program()
    {
        if (process.state() == QProcess::NotRunning)
            return;
        process.terminate();
        if (!process.waitForFinished(patience))
            process.kill();
        process.waitForFinished();
    }
    // As somebody types it while the program runs.
    int command(const QStringList &words) const
    {
        QProcess other;
        other.setProcessEnvironment(process.processEnvironment());
        other.start(QStringLiteral(TIMBRE_PROGRAM), arguments + words);
        return other.waitForFinished(patience) ? other.exitCode() : -1;
    }
    bool isRunning() const { return process.state() == QProcess::Running; }

    QProcess process;
    QStringList arguments;
};

// What xdotool prints; empty if it fails.
inline QString xdotool(const QStringList &arguments)
{
    QProcess tool;
    tool.start(QStringLiteral("xdotool"), arguments);
    return tool.waitForFinished() && tool.exitCode() == 0 ? QString::fromUtf8(tool.readAllStandardOutput()).trimmed()
                                                          : QString();
}

// Whether a window of the program is on the screen.
inline bool isWindowVisible()
{
    return !xdotool({QStringLiteral("search"), QStringLiteral("--onlyvisible"), QStringLiteral("--name"),
                     QStringLiteral("bob .* Timbre$")})
                .isEmpty();
}

// The ids of a D-Bus menu's rows, by their words.
inline void readMenu(const QDBusArgument &row, QMap<QString, int> &ids)
{
    int id = 0;
    QVariantMap properties;
    QVariantList children;
    row.beginStructure();
    row >> id >> properties >> children;
    row.endStructure();
    const QString label = properties.value(QStringLiteral("label")).toString().remove(u'_').section(u'\t', 0, 0);
    if (properties.value(QStringLiteral("visible"), true).toBool())
        ids.insert(label, id);
    for (const QVariant &child : std::as_const(children))
        readMenu(child.value<QDBusArgument>(), ids);
}

} // namespace timbre::test
