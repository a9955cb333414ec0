// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

namespace timbre::test {

// A small real proxy on this computer: SOCKS5 (RFC 1928, 1929) or HTTP CONNECT, with or without a name and password.
// Whatever host it is asked for, it connects to `target` here, so that a test can reach a node under a name that is not
// this computer's. Remembers the hosts.
class ProxyServer : public QTcpServer
{
public:
    enum class Kind { Socks5, Http };

    ProxyServer(Kind kind, quint16 target) : m_kind(kind), m_target(target)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = nextPendingConnection())
                serve(client);
        });
    }

    QString user; // empty: nobody is asked
    QString password;
    QStringList hosts;
    int refused = 0; // for their name or password

private:
    enum class Stage { Greeting, Name, Request, Piping, Over };

    void serve(QTcpSocket *client)
    {
        auto *server = new QTcpSocket(client);
        auto stage = std::make_shared<Stage>(m_kind == Kind::Socks5 ? Stage::Greeting : Stage::Request);
        auto held = std::make_shared<QByteArray>();
        connect(client, &QTcpSocket::readyRead, this, [=, this] {
            *held += client->readAll();
            while (step(*client, *server, *stage, *held)) { }
        });
        connect(server, &QTcpSocket::readyRead, client, [=] { client->write(server->readAll()); });
        connect(server, &QTcpSocket::disconnected, client, [=] { client->disconnectFromHost(); });
        connect(client, &QTcpSocket::disconnected, this, [=] { client->deleteLater(); });
    }

    // True if something was done and more may follow.
    bool step(QTcpSocket &client, QTcpSocket &server, Stage &stage, QByteArray &held)
    {
        if (stage == Stage::Piping) {
            server.write(std::exchange(held, {}));
            return false;
        }
        if (stage == Stage::Over || held.isEmpty())
            return false;
        return m_kind == Kind::Socks5 ? socks(client, server, stage, held) : http(client, server, stage, held);
    }

    bool socks(QTcpSocket &client, QTcpSocket &server, Stage &stage, QByteArray &held)
    {
        const auto byte = [&held](qsizetype i) { return static_cast<quint8>(held.at(i)); };
        if (stage == Stage::Greeting) {
            if (held.size() < 2 || held.size() < 2 + byte(1))
                return false;
            const char wanted = user.isEmpty() ? 0 : 2;
            const bool offered = held.mid(2, byte(1)).contains(wanted);
            held.remove(0, 2 + byte(1));
            client.write(QByteArray("\x05", 1) + (offered ? wanted : '\xff'));
            refused += offered ? 0 : 1;
            stage = !offered ? Stage::Over : user.isEmpty() ? Stage::Request : Stage::Name;
            return offered;
        }
        if (stage == Stage::Name) {
            if (held.size() < 2 || held.size() < 3 + byte(1) || held.size() < 3 + byte(1) + byte(2 + byte(1)))
                return false;
            const QByteArray name = held.mid(2, byte(1));
            const QByteArray secret = held.mid(3 + byte(1), byte(2 + byte(1)));
            held.remove(0, 3 + name.size() + secret.size());
            const bool right = name == user.toUtf8() && secret == password.toUtf8();
            refused += right ? 0 : 1;
            client.write(right ? QByteArray("\x01\x00", 2) : QByteArray("\x01\x01", 2));
            stage = right ? Stage::Request : Stage::Over;
            if (!right)
                client.disconnectFromHost();
            return right;
        }
        if (held.size() < 7 || byte(3) != 3 || held.size() < 7 + byte(4))
            return false; // only names are expected
        hosts.append(QString::fromUtf8(held.mid(5, byte(4))));
        held.remove(0, 7 + byte(4));
        open(client, server, stage, QByteArray("\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00", 10));
        return true;
    }

    bool http(QTcpSocket &client, QTcpSocket &server, Stage &stage, QByteArray &held)
    {
        const qsizetype end = held.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        const QByteArray head = held.left(end);
        held.remove(0, end + 4);
        const QByteArray wanted
            = "Proxy-Authorization: Basic " + (user + QLatin1Char(':') + password).toUtf8().toBase64();
        if (!user.isEmpty() && !head.contains(wanted)) {
            ++refused;
            client.write("HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=\"test\"\r\n"
                         "Content-Length: 0\r\nConnection: close\r\n\r\n");
            stage = Stage::Over;
            client.disconnectFromHost();
            return false;
        }
        hosts.append(QString::fromUtf8(head.mid(8, head.indexOf(':') - 8))); // after "CONNECT "
        open(client, server, stage, "HTTP/1.1 200 Go on\r\n\r\n");
        return true;
    }

    void open(QTcpSocket &client, QTcpSocket &server, Stage &stage, const QByteArray &answer)
    {
        server.connectToHost(QHostAddress::LocalHost, m_target);
        client.write(answer);
        stage = Stage::Piping; // what is written meanwhile waits in the socket
    }

    Kind m_kind;
    quint16 m_target;
};

} // namespace timbre::test
