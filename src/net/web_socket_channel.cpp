// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "net/web_socket_channel.h"

#include "net/certificate_trust.h"
#include "net/server_address.h"

#include <QNetworkProxy>
#include <QSslError>
#include <QSslSocket>
#include <QTcpSocket>
#include <QWebSocketProtocol>

#ifdef Q_OS_LINUX
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#endif

namespace timbre::net {

using namespace Qt::StringLiterals;
using Reason = CloseInfo::Reason;

namespace {

// tim answers 403 to a handshake without an Origin; any absolute URI will do, unless the server was
// started with a wanted one of its own (protocol.md 1.2).
QString origin()
{
    return u"https://timbre.invalid"_s;
}

// Without it a write into a dead line is noticed after a quarter of an hour.
void limitUnackedTime(const QTcpSocket &socket)
{
#ifdef Q_OS_LINUX
    const unsigned int milliseconds = 20'000;
    setsockopt(static_cast<int>(socket.socketDescriptor()), IPPROTO_TCP, TCP_USER_TIMEOUT, &milliseconds,
               sizeof milliseconds);
#else
    Q_UNUSED(socket)
#endif
}

bool isComplaint(quint16 code)
{
    switch (code) {
    case QWebSocketProtocol::CloseCodeProtocolError:
    case QWebSocketProtocol::CloseCodeDatatypeNotSupported:
    case QWebSocketProtocol::CloseCodeWrongDatatype:
    case QWebSocketProtocol::CloseCodeTooMuchData:
    case QWebSocketProtocol::CloseCodeMissingExtension:
        return true;
    default:
        return false;
    }
}

} // namespace

WebSocketChannel::WebSocketChannel(core::Clock &clock, QObject *parent) :
    QObject(parent),
    m_socket(origin()),
    m_timer(clock.makeTimer([this] { onTimeout(); }))
{
    m_socket.setMaxAllowedIncomingFrameSize(maxIncoming);
    m_socket.setMaxAllowedIncomingMessageSize(maxIncoming);
    // tim takes every WebSocket frame for a message of its own: never let Qt cut one in two.
    m_socket.setOutgoingFrameSize(2 * static_cast<quint64>(maxOutgoing));

    // What follows the 101 in one segment arrives right after connected(), so all of these stand
    // before open() and are direct. Only the end is queued: a refused connection reports
    // disconnected() before its error, an unsupported scheme reports its error inside open(), and a
    // QWebSocket must not be aborted while it is delivering.
    connect(&m_socket, &QWebSocket::connected, this, &WebSocketChannel::onOpened);
    connect(&m_socket, &QWebSocket::binaryMessageReceived, this, [this](const QByteArray &message) {
        if (m_phase == Phase::Open)
            Q_EMIT frameReceived(message);
    });
    connect(&m_socket, &QWebSocket::textMessageReceived, this, [this] {
        if (m_phase == Phase::Open)
            Q_EMIT textReceived();
    });
    connect(&m_socket, &QWebSocket::aboutToClose, this, &WebSocketChannel::onCloseFrame);
    connect(&m_socket, &QWebSocket::sslErrors, this, &WebSocketChannel::onSslErrors);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto errorSignal = &QWebSocket::errorOccurred;
#else
    const auto errorSignal = QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error);
#endif
    connect(&m_socket, errorSignal, this, &WebSocketChannel::onSocketError);
    connect(&m_socket, errorSignal, this, &WebSocketChannel::settle, Qt::QueuedConnection);
    connect(&m_socket, &QWebSocket::disconnected, this, &WebSocketChannel::settle, Qt::QueuedConnection);
}

WebSocketChannel::~WebSocketChannel()
{
    m_socket.disconnect(this);
    m_socket.abort();
}

void WebSocketChannel::open(const QUrl &url)
{
    Q_ASSERT(m_phase == Phase::Idle);
    if (isLoopbackHost(url.host()))
        m_socket.setProxy(QNetworkProxy::NoProxy);
    enter(Phase::Lookup);
    m_socket.open(url);

    // QWebSocket does not tell lookup, TCP and handshake apart; the socket below it does.
    m_tcp = m_socket.findChild<QTcpSocket *>();
    if (m_tcp)
        connect(m_tcp, &QTcpSocket::stateChanged, this, &WebSocketChannel::followTcp);
    QMetaObject::invokeMethod(this, &WebSocketChannel::followTcp, Qt::QueuedConnection);
}

bool WebSocketChannel::send(const QByteArray &message)
{
    if (m_phase != Phase::Open || m_cause || m_socket.state() != QAbstractSocket::ConnectedState
        || message.size() > maxOutgoing)
        return false;
    if (backlog() > maxBacklog) {
        fail(Reason::WriteStalled);
        return false;
    }
    return m_socket.sendBinaryMessage(message) > 0;
}

void WebSocketChannel::close()
{
    if (m_phase == Phase::Closing || m_phase == Phase::Ended)
        return;
    if (m_phase != Phase::Open) {
        fail(Reason::ClosedByUs);
        return;
    }
    if (!m_cause)
        m_cause = CloseInfo{Reason::ClosedByUs};
    enter(Phase::Closing);
    m_socket.close(QWebSocketProtocol::CloseCodeNormal);
}

void WebSocketChannel::giveUp()
{
    fail(Reason::LineLost);
}

void WebSocketChannel::followTcp()
{
    if (!m_tcp)
        return;
    if (m_phase == Phase::Lookup && m_tcp->state() >= QAbstractSocket::ConnectingState)
        enter(Phase::Connecting);
    if (m_phase == Phase::Connecting && m_tcp->state() == QAbstractSocket::ConnectedState)
        enter(Phase::Handshake);
}

// The only place where m_phase moves forward, and with it the timer that guards the phase.
void WebSocketChannel::enter(Phase phase)
{
    m_phase = phase;
    switch (phase) {
    case Phase::Lookup:
        m_timer->start(connectLimit);
        break;
    case Phase::Connecting: // shares the limit of the lookup
        Q_EMIT hostFound();
        break;
    case Phase::Handshake:
        m_timer->start(handshakeLimit);
        m_tcp->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        limitUnackedTime(*m_tcp);
        break;
    case Phase::Closing:
        m_timer->start(closeLimit);
        break;
    case Phase::Idle:
    case Phase::Open:
    case Phase::Ended:
        m_timer->stop();
        break;
    }
}

void WebSocketChannel::onOpened()
{
    followTcp();
    if (m_phase != Phase::Handshake || m_cause)
        return;
    enter(Phase::Open);
    Q_EMIT opened();
}

// aboutToClose: the peer's close frame came, or QWebSocket found a frame illegal, or we closed.
// closeCode() is true at this moment and at no other. A peer that does not read would keep the rest
// of the closing waiting for ever.
void WebSocketChannel::onCloseFrame()
{
    if (m_phase != Phase::Open)
        return;
    const auto code = static_cast<quint16>(m_socket.closeCode());
    if (!m_cause) {
        m_cause = isComplaint(code) ? CloseInfo{Reason::ProtocolViolation} : CloseInfo{Reason::ClosedByPeer, code};
    }
    enter(Phase::Closing);
}

// In the middle of the handshake: what is ignored now is exactly what was found, in this certificate of this one line.
void WebSocketChannel::onSslErrors(const QList<QSslError> &errors)
{
    auto *tls = qobject_cast<QSslSocket *>(m_tcp.data());
    if (m_trust && tls && m_trust->accepts(m_socket.requestUrl(), tls->peerCertificate(), errors))
        tls->ignoreSslErrors(errors);
    else if (!m_cause)
        m_cause = CloseInfo{Reason::TlsUntrusted};
}

void WebSocketChannel::onSocketError(QAbstractSocket::SocketError error)
{
    if (!m_cause)
        m_cause = CloseInfo{reasonOf(error)};
}

void WebSocketChannel::onTimeout()
{
    switch (m_phase) {
    case Phase::Lookup:
        finish({Reason::HostNotFound});
        break;
    case Phase::Connecting:
    case Phase::Handshake:
        finish({Reason::ConnectTimeout});
        break;
    default:
        settle();
        break;
    }
}

void WebSocketChannel::fail(Reason reason)
{
    if (!m_cause)
        m_cause = CloseInfo{reason};
    QMetaObject::invokeMethod(this, &WebSocketChannel::settle, Qt::QueuedConnection);
}

void WebSocketChannel::settle()
{
    if (!m_cause)
        m_cause = CloseInfo{m_phase == Phase::Lookup ? Reason::HostNotFound : Reason::LineLost};
    finish(*m_cause);
}

void WebSocketChannel::finish(const CloseInfo &info)
{
    if (m_phase == Phase::Ended || m_phase == Phase::Idle)
        return;
    enter(Phase::Ended);
    m_socket.disconnect(this);
    if (m_tcp)
        m_tcp->disconnect(this);
    m_socket.abort(); // a refused handshake would stay "connecting" for ever (fixed in 6.4.3)
    Q_EMIT closed(info);
}

CloseInfo::Reason WebSocketChannel::reasonOf(QAbstractSocket::SocketError error) const
{
    const bool beforeTcp = m_phase == Phase::Lookup || m_phase == Phase::Connecting;
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return Reason::HostNotFound;
    case QAbstractSocket::ConnectionRefusedError: // also what QWebSocket says of a refused
                                                  // handshake
        return beforeTcp ? Reason::Refused : Reason::HandshakeRefused;
    case QAbstractSocket::UnsupportedSocketOperationError:
        return Reason::BadAddress;
    case QAbstractSocket::SslHandshakeFailedError: // a bad certificate was told by sslErrors()
                                                   // before
        return Reason::HandshakeRefused;
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return Reason::TlsUntrusted;
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyProtocolError:
        return Reason::ProxyUnreachable;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return Reason::ProxyRefused;
    default:
        return beforeTcp ? Reason::ConnectTimeout : Reason::LineLost;
    }
}

// Over TLS QWebSocket's own count is blind: the bytes have moved into the socket below
// (engineering.md 1.2 no. 11).
qint64 WebSocketChannel::backlog() const
{
    const auto *tls = qobject_cast<const QSslSocket *>(m_tcp.data());
    return m_socket.bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0);
}

} // namespace timbre::net
