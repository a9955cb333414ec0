// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "support/scripted_peer.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <sys/socket.h>

namespace timbre::test {

using namespace Qt::StringLiterals;
using protocol::Frame;
using protocol::FrameType;

PeerLine::PeerLine(QTcpSocket *socket, QObject *parent) : QObject(parent), m_socket(socket)
{
    socket->setParent(this);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(socket, &QTcpSocket::readyRead, this, &PeerLine::read);
}

QByteArray PeerLine::header(const QByteArray &name) const
{
    for (const QByteArray &line : m_head.split('\n')) {
        if (line.toLower().startsWith(name.toLower() + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

qsizetype PeerLine::count(FrameType type) const
{
    return std::count_if(m_frames.begin(), m_frames.end(), [type](const Frame &frame) { return frame.type == type; });
}

bool PeerLine::isOpen() const
{
    return m_socket && m_socket->state() == QAbstractSocket::ConnectedState;
}

QByteArray PeerLine::acceptance() const
{
    const QByteArray key = header("Sec-WebSocket-Key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: "
        + QCryptographicHash::hash(key, QCryptographicHash::Sha1).toBase64() + "\r\n\r\n";
}

void PeerLine::respond(const QByteArray &status, const QByteArray &body)
{
    write("HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

void PeerLine::write(const QByteArray &bytes)
{
    if (!isOpen())
        return;
    m_socket->write(bytes);
    m_socket->flush();
}

void PeerLine::send(const Frame &frame)
{
    sendMessage(protocol::encode(frame, protocol::Direction::ServerToClient));
}

void PeerLine::sendClose(quint16 code)
{
    write(closeFrame(code));
}

void PeerLine::finish()
{
    if (m_socket)
        m_socket->disconnectFromHost();
}

void PeerLine::reset()
{
    if (!m_socket)
        return;
    const linger now{1, 0};
    setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    m_socket->abort();
}

void PeerLine::stopReading()
{
    m_socket->disconnect(this);
    m_socket->setReadBufferSize(1);
}

QByteArray PeerLine::webSocketFrame(quint8 opcode, const QByteArray &payload, bool final)
{
    QByteArray frame;
    frame.append(static_cast<char>((final ? 0x80 : 0) | opcode));
    if (payload.size() < 126) {
        frame.append(static_cast<char>(payload.size()));
    } else if (payload.size() < 65536) {
        frame.append(char(126)).append(2, '\0');
        qToBigEndian(static_cast<quint16>(payload.size()), frame.data() + 2);
    } else {
        frame.append(char(127)).append(8, '\0');
        qToBigEndian(static_cast<quint64>(payload.size()), frame.data() + 2);
    }
    return frame + payload;
}

QByteArray PeerLine::closeFrame(quint16 code)
{
    QByteArray payload(2, '\0');
    qToBigEndian(code, payload.data());
    return webSocketFrame(Close, payload);
}

void PeerLine::read()
{
    m_unread += m_socket->readAll();
    if (m_head.isEmpty()) {
        const qsizetype end = m_unread.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        m_head = m_unread.left(end + 4);
        m_unread.remove(0, end + 4);
        if (!isPost())
            Q_EMIT requested();
    }
    if (isPost()) {
        if (body().size() == header("Content-Length").toInt())
            Q_EMIT requested();
        return;
    }
    while (readWebSocketFrame()) { }
}

bool PeerLine::readWebSocketFrame()
{
    if (m_unread.size() < 2)
        return false;
    const auto byte = [this](qsizetype i) { return static_cast<quint8>(m_unread.at(i)); };
    const bool masked = byte(1) & 0x80;
    quint64 length = byte(1) & 0x7f;
    qsizetype at = 2;
    if (length == 126 && m_unread.size() >= 4) {
        length = qFromBigEndian<quint16>(m_unread.constData() + 2);
        at = 4;
    } else if (length == 127 && m_unread.size() >= 10) {
        length = qFromBigEndian<quint64>(m_unread.constData() + 2);
        at = 10;
    } else if (length >= 126) {
        return false;
    }
    const qsizetype maskAt = at;
    at += masked ? 4 : 0;
    const auto size = static_cast<qsizetype>(length);
    if (m_unread.size() < at + size)
        return false;

    WebSocketFrame frame{static_cast<quint8>(byte(0) & 0x0f), (byte(0) & 0x80) != 0, masked, m_unread.mid(at, size)};
    if (masked) {
        for (qsizetype i = 0; i < size; ++i)
            frame.payload[i] = static_cast<char>(frame.payload.at(i) ^ m_unread.at(maskAt + i % 4));
    }
    m_unread.remove(0, at + size);
    m_webSocketFrames.append(frame);
    if (frame.opcode == Binary) {
        const auto decoded = protocol::decode(frame.payload, protocol::Direction::ClientToServer);
        if (decoded) {
            m_frames.append(decoded->frame);
            Q_EMIT frameArrived(decoded->frame);
        }
    }
    return true;
}

ScriptedPeer::ScriptedPeer(QObject *parent) : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &ScriptedPeer::take);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no free port on loopback");
    m_port = m_server.serverPort();
}

QUrl ScriptedPeer::url() const
{
    return QUrl(u"ws://127.0.0.1:%1/tim"_s.arg(m_port));
}

void ScriptedPeer::take()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        auto *line = new PeerLine(socket, this);
        m_lines.append(line);
        connect(line, &PeerLine::requested, this, [this, line] {
            if (onRequest)
                onRequest(*line);
            else
                line->accept();
        });
        connect(line, &PeerLine::frameArrived, this, [this, line](const Frame &frame) {
            if (onFrame)
                onFrame(*line, frame);
            else
                beTim(*line, frame);
        });
        if (onConnect)
            onConnect(*line);
    }
}

void ScriptedPeer::beTim(PeerLine &line, const Frame &frame) const
{
    if (frame.type == FrameType::Auth)
        line.send(signInAnswer(true, node));
    else if (frame.type == FrameType::Ping)
        line.send({FrameType::Ping, {}, {}});
}

Frame ScriptedPeer::signInAnswer(bool ok, const QString &node, qint32 code)
{
    protocol::Ack ack;
    ack.ok = ok;
    ack.timType = static_cast<qint8>(FrameType::Auth);
    if (ok)
        ack.n = node;
    if (code != 0)
        ack.error = protocol::Error{code, u"told so"_s};
    return {FrameType::Ack, {}, ack};
}

} // namespace timbre::test
