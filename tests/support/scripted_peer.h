// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/frame.h"

#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

namespace timbre::test {

// One TCP connection to a ScriptedPeer, seen from the server: what the client wrote, and every way
// to answer it wrongly. Writes bytes, not WebSockets: a frame can be cut anywhere.
class PeerLine final : public QObject
{
    Q_OBJECT

public:
    struct WebSocketFrame {
        quint8 opcode = 0;
        bool final = false;
        bool masked = false;
        QByteArray payload;
    };
    enum Opcode : quint8 { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

    PeerLine(QTcpSocket *socket, QObject *parent);

    // What came so far.
    QByteArray requestHead() const { return m_head; } // up to and with the empty line; empty until complete
    QByteArray header(const QByteArray &name) const;
    QByteArray body() const { return isPost() ? m_unread : QByteArray(); }
    const QList<WebSocketFrame> &webSocketFrames() const { return m_webSocketFrames; }
    const QList<protocol::Frame> &frames() const { return m_frames; } // tim's, decoded
    qsizetype count(protocol::FrameType type) const;
    bool isOpen() const;

    // Answers.
    QByteArray acceptance() const; // the whole 101
    void accept(const QByteArray &inTheSameSegment = {}) { write(acceptance() + inTheSameSegment); }
    void write(const QByteArray &bytes);
    void respond(const QByteArray &status, const QByteArray &body); // plain HTTP
    void sendMessage(const QByteArray &payload) { write(webSocketFrame(Binary, payload)); }
    void send(const protocol::Frame &frame);
    void sendClose(quint16 code); // the close frame only
    void finish(); // FIN after what is written
    void reset(); // RST now
    void stopReading();

    static QByteArray webSocketFrame(quint8 opcode, const QByteArray &payload, bool final = true);
    static QByteArray closeFrame(quint16 code);

Q_SIGNALS:
    void requested(); // the request is complete: the head, or a POST with its body
    void frameArrived(const timbre::protocol::Frame &frame);

private:
    bool isPost() const { return m_head.startsWith("POST"); }
    void read();
    bool readWebSocketFrame();

    QPointer<QTcpSocket> m_socket;
    QByteArray m_unread;
    QByteArray m_head;
    QList<WebSocketFrame> m_webSocketFrames;
    QList<protocol::Frame> m_frames;
};

// A server on a free loopback port that does what the test's script says; without a script it
// behaves like tim: accepts the upgrade, lets everybody in as `node`, answers pings. Same thread as
// the client under test.
class ScriptedPeer final : public QObject
{
    Q_OBJECT

public:
    explicit ScriptedPeer(QObject *parent = nullptr);

    QUrl url() const;
    qsizetype lineCount() const { return m_lines.size(); }
    PeerLine *line(qsizetype index) const { return m_lines.at(index); }
    PeerLine *last() const { return m_lines.isEmpty() ? nullptr : m_lines.constLast(); }
    // From now on nobody listens; open lines stay.
    void stopListening() { m_server.close(); }

    QString node = QStringLiteral("KrffBZqyqTL");

    // The script. Each is called instead of the default.
    std::function<void(PeerLine &)> onConnect; // TCP is there; default: nothing
    std::function<void(PeerLine &)> onRequest; // default: accept()
    std::function<void(PeerLine &, const protocol::Frame &)> onFrame; // default: beTim()

    void beTim(PeerLine &line, const protocol::Frame &frame) const;
    static protocol::Frame signInAnswer(bool ok, const QString &node, qint32 code = 0);

private:
    void take();

    QTcpServer m_server;
    quint16 m_port = 0; // also after stopListening()
    QList<PeerLine *> m_lines;
};

} // namespace timbre::test
