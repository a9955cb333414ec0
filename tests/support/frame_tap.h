// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/frame.h"

#include <QUrl>
#include <QWebSocket>
#include <QWebSocketServer>

#include <memory>

namespace timbre::test {

// Stands between a client and a tim server, hands every frame on, and keeps what the client sent: what really left,
// whoever in the client sent it. JSON only.
class FrameTap
{
public:
    explicit FrameTap(QUrl server) :
        m_target(std::move(server)),
        m_server(QStringLiteral("tap"), QWebSocketServer::NonSecureMode)
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QWebSocketServer::newConnection, &m_server, [this] { join(); });
    }
    QUrl url() const { return QUrl(QStringLiteral("ws://127.0.0.1:%1/tim").arg(m_server.serverPort())); }
    // Loses the line, as a cut cable does.
    void cut()
    {
        for (const auto &line : m_server.findChildren<QWebSocket *>())
            line->abort();
    }

    QList<protocol::Frame> sent;
    int unreadable = 0;
    int lines = 0;

private:
    void join()
    {
        QWebSocket *client = m_server.nextPendingConnection();
        client->setParent(&m_server);
        ++lines;
        auto *server = new QWebSocket(QStringLiteral("http://127.0.0.1"), QWebSocketProtocol::VersionLatest, client);
        auto early = std::make_shared<QList<QByteArray>>();
        QObject::connect(client, &QWebSocket::binaryMessageReceived, server, [=, this](const QByteArray &bytes) {
            const auto decoded = protocol::decode(bytes, protocol::Direction::ClientToServer);
            if (decoded)
                sent.append(decoded->frame);
            else
                ++unreadable;
            if (server->isValid())
                server->sendBinaryMessage(bytes);
            else
                early->append(bytes);
        });
        QObject::connect(server, &QWebSocket::connected, server, [=] {
            for (const QByteArray &bytes : std::as_const(*early))
                server->sendBinaryMessage(bytes);
        });
        QObject::connect(server, &QWebSocket::binaryMessageReceived, client,
                         [client](const QByteArray &bytes) { client->sendBinaryMessage(bytes); });
        QObject::connect(server, &QWebSocket::disconnected, client, [=] { client->close(server->closeCode()); });
        QObject::connect(client, &QWebSocket::disconnected, server, [server] { server->close(); });
        server->open(m_target);
    }

    QUrl m_target;
    QWebSocketServer m_server;
};

} // namespace timbre::test
