// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/backoff.h"
#include "core/connection.h"
#include "net/endpoint_round.h"
#include "net/heartbeat.h"
#include "net/proxy_choice.h"
#include "net/web_socket_channel.h"

#include <functional>

namespace timbre::net {

// Keeps one account signed in to a tim server, or to one of several of a cluster (design.md 3,
// protocol.md 1, 4.3-4.5). Owned by the composition root; GUI thread. Decides when to connect,
// wait, give up; what the frames mean is core's.
//
//   Offline | WaitingToRetry | Blocked -> Resolving -> Connecting -> Authenticating ->
//   Synchronizing -> Online any -> Resolving        the next endpoint of the round, or signIn()
//   again any but Offline, Blocked -> WaitingToRetry any -> Blocked, Offline
//
// reconnectAfter() closes as signOut() does and waits its time out, whatever says to try now.
//
// What ends where: no server of the round reachable, sign-in refused or unanswered, line lost ->
// WaitingToRetry with Backoff. 4111 -> WaitingToRetry for 11 s, tim's memory of the last sign-in.
// Wrong password, refused token, kick and takeover -> Blocked: trying again by itself could only do
// harm. A takeover shows as a close 1000 of the signed-in line and then 4111 on the next attempt,
// or the same close again within 15 s of winning the account back.
//
// Sync frames are acked as soon as they are parsed, the unreadable ones too; duplicates are core's.
// Frames that come before the answer to the sign-in (protocol.md 12.4) are kept and follow
// signedIn().
class ConnectionManager final : public core::Connection
{
    Q_OBJECT

public:
    using CredentialsReply = std::function<void(const std::optional<core::Credentials> &)>;
    // Asked once in every attempt, when the server is ready for the sign-in. Replies once, now or
    // later, in our thread, with nothing if there are none to be had; late replies and replies to
    // nobody are harmless. No reply within signInLimit is a SignInTimeout.
    using CredentialSource = std::function<void(CredentialsReply reply)>;

    static constexpr core::Milliseconds signInLimit{10'000};
    static constexpr core::Milliseconds overEntryWait{11'000}; // auth_min_unix is 10 s
    static constexpr core::Milliseconds lastWords{100}; // between the last presence and the close
    static constexpr core::Milliseconds wonBack{15'000};
    static constexpr int maxUnreadable = 50; // in a row
    static constexpr qsizetype maxEarlyFrames = 1'000;
    static constexpr qint8 desktopTermType = 2; // TimAuth.termtyp; webtim is 1

    // `resource` names this run of the program, fresh at every start: receivers tell our old line
    // from the new one by it (protocol-live.md, client list 1).
    ConnectionManager(core::Clock &clock, core::Random &random, QString resource, QObject *parent = nullptr);
    ~ConnectionManager() override;

    // Single-use tokens need a fresh one per attempt: with a source, the secret given to signIn()
    // is not used.
    void setCredentialSource(CredentialSource source);
    // What the next attempt speaks. JSON unless set.
    void setEncoding(protocol::Encoding encoding) { m_encoding = encoding; }

    // Whom it may trust beside the system's authorities; outlives this.
    void setTrust(CertificateTrust &trust) { m_trust = &trust; }
    // What the next attempt goes through; renew() for one at once.
    void setProxy(const ProxyChoice &proxy, const QString &password);
    // Other servers for the same credentials. A line to one of them stays, any other makes way for a new one.
    void setEndpoints(const QList<core::Endpoint> &endpoints);
    // A new line in the place of this one, unless there is to be none now (signed out, blocked, hiding).
    void renew();
    // Of the line or of the attempt; empty before the first.
    QUrl server() const;

    core::ConnectionStatus status() const override { return m_status; }
    core::ContactId ownId() const override { return m_ownId; }
    QString ownDomain() const override { return m_credentials.domain; }
    bool hasSeveralServers() const override { return m_endpoints.size() > 1; }
    void signIn(const QList<core::Endpoint> &endpoints, const core::Credentials &credentials) override;
    void signOut() override;
    void reconnectAfter(core::Milliseconds pause) override;
    void tryNow() override;
    void synchronized() override;
    bool send(const protocol::Frame &frame) override;

    // The machine woke up or the network changed: asks the line at once, or cuts the wait to a
    // moment. Never makes us Offline: what a system says about its network is only a hint.
    void probeNow();

private:
    struct Line;
    struct DeferredDelete {
        void operator()(WebSocketChannel *channel) const;
    };
    using ChannelPtr = std::unique_ptr<WebSocketChannel, DeferredDelete>;

    bool isSignedIn() const;
    void begin();
    void startAttempt(core::ConnectionProblem lastProblem, qint32 lastCode);
    void askForCredentials();
    void authenticate(const std::optional<core::Credentials> &credentials);
    void onMessage(const QByteArray &bytes);
    void onUnreadable();
    void onAck(const protocol::Ack &ack);
    void onSignInAnswer(const protocol::Ack &ack);
    void becomeSignedIn(const core::ContactId &ownId);
    void onClosed(const CloseInfo &info);
    void endLine(core::ConnectionProblem problem, qint32 serverCode = 0, int evictions = 0);
    void dropLine();
    void wait(core::Milliseconds delay, core::ConnectionProblem problem, qint32 serverCode);
    void leave();
    void setStatus(const core::ConnectionStatus &status);
    void setState(core::ConnectionState state);
    bool sendNow(const protocol::Frame &frame);

    core::Clock &m_clock;
    core::Random &m_random;
    const QString m_resource;
    protocol::Encoding m_encoding = protocol::Encoding::Json;
    CredentialSource m_source;
    CertificateTrust *m_trust = nullptr;
    ProxyChoice m_proxy;
    QString m_proxyPassword;

    core::ConnectionStatus m_status;
    core::ContactId m_ownId;
    core::Credentials m_credentials;
    EndpointRound m_endpoints;
    core::Backoff m_backoff;
    int m_evictions = 0; // signed-in lines closed with 1000, one soon after the other
    quint64 m_attempt = 0; // tells what belongs to an attempt that is over

    std::unique_ptr<Line> m_line; // of the attempt; none while waiting, blocked, leaving
    ChannelPtr m_leaving; // saying good-bye after signOut() or reconnectAfter()
    std::optional<core::Milliseconds> m_pause; // between the end of m_leaving and the next attempt; none = signed out
    std::unique_ptr<core::Timer> m_signInTimer;
    std::unique_ptr<core::Timer> m_retryTimer;
    std::unique_ptr<core::Timer> m_stableTimer;
    std::unique_ptr<core::Timer> m_leaveTimer;
};

} // namespace timbre::net
