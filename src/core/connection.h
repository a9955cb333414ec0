// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact_id.h"
#include "protocol/frame.h"

#include <QObject>
#include <QUrl>

#include <chrono>
#include <optional>

namespace timbre::core {

// Where to sign in and as whom. The secret is a password or a single-use token (protocol.md 4.3, 4.4) and is held only
// in memory.
struct Endpoint {
    QUrl url; // ws://host:port/tim or wss://…
    bool operator==(const Endpoint &) const = default;
};

struct Credentials {
    enum class Kind { Password, Token };
    QString name;
    QString domain; // empty = none
    Kind kind = Kind::Password;
    QString secret;
};

enum class ConnectionState {
    Offline, // signed out, or never signed in
    Resolving,
    Connecting,
    Authenticating,
    Synchronizing, // signed in; roster and waiting messages are being fetched
    Online,
    WaitingToRetry,
    Blocked, // only the user can help
};

// Why the last attempt or line ended, or why we are Blocked. The sentence for it is made in gui.
enum class ConnectionProblem {
    None,
    HostNotFound,
    Refused, // nobody listens there
    ConnectTimeout,
    NotATimServer, // the handshake was refused or answered with something else
    SignInTimeout,
    LineLost, // TCP ended, or nothing heard in time
    ClosedByServer,
    TlsUntrusted,
    ProtocolError, // the server sent what we cannot read
    WrongPassword, // 4105 -> Blocked
    TokenRefused, // 4115 -> Blocked
    SignedInElsewhere, // takeover -> Blocked
    Kicked, // timType 20 -> Blocked
    OverEntry, // 4111: too many devices; waits 11 s and tries again
    SignInRefused, // any other error of TIMAUTH
    BadAddress, // no ws:// or wss:// URL -> Blocked
    Hiding, // closed by ourselves, so that the server calls us offline; back in a moment
    ProxyUnreachable, // the account's proxy is not found, does not answer, or is none
    ProxyRefused, // it wants a name and a password, or others
};

struct ConnectionStatus {
    ConnectionState state = ConnectionState::Offline;
    ConnectionProblem problem = ConnectionProblem::None; // of the last attempt; None once Online
    qint32 serverCode = 0; // tim's error code where it sent one
    qint64 retryAt = 0; // Clock::monotonic(); only in WaitingToRetry
    bool operator==(const ConnectionStatus &) const = default;
};

// The line to the server as core and gui see it: a port, implemented by net::ConnectionManager. It keeps the line up,
// acks sync frames, answers to nobody else. Frames arrive only between signedIn() and lineLost(), in order.
class Connection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual ConnectionStatus status() const = 0;
    // The own node; empty until the first sign-in succeeded.
    virtual ContactId ownId() const = 0;
    // The domain of the credentials in use; empty = none. Account names of contacts are of the same domain.
    virtual QString ownDomain() const { return {}; }
    // Whether signIn() named more than one server: then the next line may be one of another server, to which presence
    // finds its way only after a minute (protocol-live.md 10).
    virtual bool hasSeveralServers() const { return false; }
    // Starts and keeps trying until signOut() or Blocked. Calling it again replaces endpoints and credentials.
    virtual void signIn(const QList<Endpoint> &endpoints, const Credentials &credentials) = 0;
    // Sends nothing itself: the caller's last broadcast goes out, >= 100 ms later the socket closes (design.md 2).
    virtual void signOut() = 0;
    // Closes the signed-in line politely, as signOut(), and signs in again `pause` after it is closed, in
    // WaitingToRetry(Hiding) meanwhile, which nothing cuts short. Nothing without a signed-in line.
    virtual void reconnectAfter(std::chrono::milliseconds pause) = 0;
    // Cuts WaitingToRetry short and leaves Blocked; nothing in other states.
    virtual void tryNow() = 0;
    // Session tells that roster and waiting messages are here: Synchronizing -> Online.
    virtual void synchronized() = 0;
    // False if there is no signed-in line; the frame is then dropped. Never blocks.
    virtual bool send(const protocol::Frame &frame) = 0;

Q_SIGNALS:
    void statusChanged(const timbre::core::ConnectionStatus &status);
    // TIMAUTH succeeded on a fresh socket; state is Synchronizing.
    void signedIn(const timbre::core::ContactId &ownId);
    // The signed-in line is gone, for whatever reason, once per signedIn().
    void lineLost();
    void frameReceived(const timbre::protocol::Frame &frame);
};

} // namespace timbre::core

Q_DECLARE_METATYPE(timbre::core::ConnectionStatus)
