// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"

#include <QNetworkProxy>
#include <QPointer>
#include <QWebSocket>

#include <optional>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace timbre::net {

class CertificateTrust;

// Why a WebSocketChannel ended.
struct CloseInfo {
    enum class Reason {
        BadAddress,
        HostNotFound,
        Refused,
        ConnectTimeout, // nobody answered in time: neither TCP, nor TLS, nor the upgrade
        TlsUntrusted,
        ProxyUnreachable,
        ProxyRefused, // name or password
        HandshakeRefused, // it answered, but not as a WebSocket server
        ClosedByPeer, // with a close frame: peerCode
        ProtocolViolation, // either side called the other's WebSocket frames illegal, or too big
        LineLost, // TCP ended without a close frame, or was given up
        WriteStalled, // the peer does not read
        ClosedByUs,
    };
    Reason reason = Reason::LineLost;
    quint16 peerCode = 0; // only with ClosedByPeer

    bool operator==(const CloseInfo &) const = default;
};

// One QWebSocket, one life: opened once, closed once, never used again, because a QWebSocket keeps
// the codes and texts of its last life (engineering.md 1.2 nos. 3-5). Everything QWebSocket 6.4
// leaves to its user is done here: limits, time-outs for TCP, handshake and closing, the end of a
// failed handshake, back-pressure, TCP options, proxies. Knows nothing of tim's frames. Owned by
// ConnectionManager, in its thread.
//
// Signals: [hostFound] [opened frameReceived*] closed. closed comes exactly once per open(),
// nothing follows it, and no signal is emitted from inside open(). Receivers may send and close in
// any slot; to delete the channel they use deleteLater.
class WebSocketChannel final : public QObject
{
    Q_OBJECT

public:
    static constexpr core::Milliseconds connectLimit{10'000}; // name lookup and TCP
    static constexpr core::Milliseconds handshakeLimit{10'000}; // TLS and the 101
    static constexpr core::Milliseconds closeLimit{3'000};
    // A server relays what others sent, with a few bytes added: a smaller limit would let any
    // stranger close our line with one frame (protocol-live.md, client list 8).
    static constexpr quint64 maxIncoming = 32 * 1024 * 1024 + 64 * 1024;
    static constexpr qsizetype maxOutgoing = 32 * 1024 * 1024; // tim closes on more
    static constexpr qint64 maxBacklog = 4 * 1024 * 1024;

    explicit WebSocketChannel(core::Clock &clock, QObject *parent = nullptr);
    ~WebSocketChannel() override;

    // Both before open(). Without a trust only what the system vouches for is taken; it outlives the channel. A server
    // on this computer is never reached through a proxy.
    void setTrust(CertificateTrust *trust) { m_trust = trust; }
    void setProxy(const QNetworkProxy &proxy) { m_socket.setProxy(proxy); }
    void open(const QUrl &url);
    // One binary WebSocket frame. False if the channel is not open, the message is above
    // maxOutgoing, or maxBacklog was already waiting before it; the last one also ends the channel.
    bool send(const QByteArray &message);
    // Says good-bye after what is already queued, and cuts the line if that takes more than
    // closeLimit.
    void close();
    // The line is believed dead: ends as LineLost without a word to the peer.
    void giveUp();

Q_SIGNALS:
    void hostFound(); // the name is known, TCP begins
    void opened();
    void frameReceived(const QByteArray &message);
    void textReceived(); // a text message: no tim server sends one
    void closed(const timbre::net::CloseInfo &info);

private:
    enum class Phase { Idle, Lookup, Connecting, Handshake, Open, Closing, Ended };

    void followTcp();
    void enter(Phase phase);
    void onOpened();
    void onCloseFrame();
    void onSslErrors(const QList<QSslError> &errors);
    void onSocketError(QAbstractSocket::SocketError error);
    void onTimeout();
    void fail(CloseInfo::Reason reason);
    void settle();
    void finish(const CloseInfo &info);
    CloseInfo::Reason reasonOf(QAbstractSocket::SocketError error) const;
    qint64 backlog() const;

    CertificateTrust *m_trust = nullptr;
    QWebSocket m_socket;
    QPointer<QTcpSocket> m_tcp; // child of m_socket, there while it lives
    std::unique_ptr<core::Timer> m_timer; // of the phase
    Phase m_phase = Phase::Idle;
    std::optional<CloseInfo> m_cause; // the first thing that went wrong
};

} // namespace timbre::net

Q_DECLARE_METATYPE(timbre::net::CloseInfo)
