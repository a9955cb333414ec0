// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "net/connection_manager.h"

#include "net/certificate_trust.h"
#include "net/connection_rules.h"
#include "net/logging.h"

namespace timbre::net {

using core::ConnectionProblem;
using core::ConnectionState;
using core::ConnectionStatus;
using core::Milliseconds;
using protocol::Direction;
using protocol::Frame;
using protocol::FrameType;

// What is known of the current attempt, from open() to its end.
struct ConnectionManager::Line {
    enum class Stage { Opening, AwaitingCredentials, AwaitingAnswer, SignedIn };

    ChannelPtr channel;
    Stage stage = Stage::Opening;
    QList<Frame> early; // came before the answer to the sign-in
    int unreadable = 0; // frames in a row
    std::unique_ptr<Heartbeat> heartbeat; // since SignedIn
    qint64 signedInAt = 0;
    std::optional<qint64> presenceSentAt;
    std::optional<qint64> probedAt;
};

namespace {

bool isPresence(FrameType type)
{
    return type == FrameType::Presence || type == FrameType::BroadcastPresence;
}

} // namespace

// Often called from a slot of the channel itself. Its parent deletes it if no event loop does.
void ConnectionManager::DeferredDelete::operator()(WebSocketChannel *channel) const
{
    channel->disconnect();
    channel->deleteLater();
}

ConnectionManager::ConnectionManager(core::Clock &clock, core::Random &random, QString resource, QObject *parent) :
    core::Connection(parent),
    m_clock(clock),
    m_random(random),
    m_resource(std::move(resource)),
    m_signInTimer(clock.makeTimer([this] { endLine(ConnectionProblem::SignInTimeout); })),
    m_retryTimer(clock.makeTimer([this] { startAttempt(m_status.problem, m_status.serverCode); })),
    m_stableTimer(clock.makeTimer([this] {
        m_backoff.reset();
        m_evictions = 0;
    })),
    m_leaveTimer(clock.makeTimer([this] { m_leaving->close(); }))
{
}

ConnectionManager::~ConnectionManager() = default;

void ConnectionManager::setCredentialSource(CredentialSource source)
{
    m_source = std::move(source);
}

void ConnectionManager::setProxy(const ProxyChoice &proxy, const QString &password)
{
    m_proxy = proxy;
    m_proxyPassword = password;
}

void ConnectionManager::setEndpoints(const QList<core::Endpoint> &endpoints)
{
    const QUrl before = server();
    m_endpoints = EndpointRound(endpoints);
    if (!m_endpoints.startAt(before))
        renew();
}

void ConnectionManager::renew()
{
    const bool staysOut = m_status.state == ConnectionState::Offline || m_status.state == ConnectionState::Blocked
        || m_status.problem == ConnectionProblem::Hiding || m_leaving;
    if (!staysOut)
        begin();
}

QUrl ConnectionManager::server() const
{
    return m_endpoints.isEmpty() ? QUrl() : m_endpoints.current().url;
}

void ConnectionManager::signIn(const QList<core::Endpoint> &endpoints, const core::Credentials &credentials)
{
    m_endpoints = EndpointRound(endpoints);
    m_credentials = credentials;
    begin();
}

void ConnectionManager::begin()
{
    const bool hadLine = isSignedIn() || m_leaving;
    dropLine();
    m_leaving.reset();
    m_pause.reset();
    m_leaveTimer->stop();
    m_retryTimer->stop();
    m_backoff.reset();
    m_evictions = 0;
    if (m_endpoints.isEmpty())
        setStatus({ConnectionState::Blocked, ConnectionProblem::BadAddress});
    else
        startAttempt(ConnectionProblem::None, 0);
    if (hadLine)
        Q_EMIT lineLost();
}

void ConnectionManager::signOut()
{
    m_pause.reset();
    if (m_leaving)
        return;
    m_retryTimer->stop();
    if (isSignedIn()) {
        leave();
        return;
    }
    dropLine();
    setStatus({ConnectionState::Offline});
}

void ConnectionManager::reconnectAfter(Milliseconds pause)
{
    if (!isSignedIn())
        return;
    m_pause = pause;
    leave();
}

// The state stays what it was until the socket is closed: Offline means that the server knows.
void ConnectionManager::leave()
{
    const auto presenceSentAt = m_line->presenceSentAt;
    m_leaving = std::move(m_line->channel);
    m_leaving->disconnect(this);
    dropLine();
    connect(m_leaving.get(), &WebSocketChannel::closed, this, [this] {
        m_leaving.reset();
        if (const auto pause = std::exchange(m_pause, {}))
            wait(*pause, ConnectionProblem::Hiding, 0);
        else
            setStatus({ConnectionState::Offline});
        Q_EMIT lineLost();
    });
    const qint64 now = m_clock.monotonic();
    const Milliseconds since(presenceSentAt ? now - *presenceSentAt : lastWords.count());
    if (since < lastWords)
        m_leaveTimer->start(lastWords - since);
    else
        m_leaving->close();
}

void ConnectionManager::tryNow()
{
    const bool idle = m_status.state == ConnectionState::WaitingToRetry || m_status.state == ConnectionState::Blocked;
    if (!idle || m_endpoints.isEmpty() || m_status.problem == ConnectionProblem::Hiding)
        return;
    m_retryTimer->stop();
    m_evictions = 0;
    if (m_trust)
        m_trust->askAgain(server());
    startAttempt(m_status.problem, m_status.serverCode);
}

void ConnectionManager::probeNow()
{
    if (isSignedIn()) {
        m_line->probedAt = m_clock.monotonic();
        m_line->heartbeat->probe();
    } else if (m_status.state == ConnectionState::WaitingToRetry && m_status.problem != ConnectionProblem::OverEntry
               && m_status.problem != ConnectionProblem::Hiding) {
        m_backoff.reset();
        wait(m_backoff.next(core::Backoff::Cause::Local, m_random), m_status.problem, m_status.serverCode);
    }
}

void ConnectionManager::synchronized()
{
    if (isSignedIn() && m_status.state == ConnectionState::Synchronizing)
        setStatus({ConnectionState::Online});
}

bool ConnectionManager::send(const Frame &frame)
{
    if (!isSignedIn() || !sendNow(frame))
        return false;
    m_line->heartbeat->frameSent();
    if (isPresence(frame.type))
        m_line->presenceSentAt = m_clock.monotonic();
    return true;
}

bool ConnectionManager::sendNow(const Frame &frame)
{
    return m_line->channel->send(protocol::encode(frame, Direction::ClientToServer, m_encoding));
}

bool ConnectionManager::isSignedIn() const
{
    return m_line && m_line->stage == Line::Stage::SignedIn;
}

void ConnectionManager::startAttempt(ConnectionProblem lastProblem, qint32 lastCode)
{
    dropLine();
    const quint64 attempt = m_attempt;
    m_line = std::make_unique<Line>();
    m_line->channel.reset(new WebSocketChannel(m_clock, this));
    auto *channel = m_line->channel.get();
    channel->setTrust(m_trust);
    channel->setProxy(proxyFor(m_proxy, m_proxyPassword, server()));
    connect(channel, &WebSocketChannel::hostFound, this, [this] { setState(ConnectionState::Connecting); });
    connect(channel, &WebSocketChannel::opened, this, &ConnectionManager::askForCredentials);
    connect(channel, &WebSocketChannel::frameReceived, this, &ConnectionManager::onMessage);
    connect(channel, &WebSocketChannel::textReceived, this, &ConnectionManager::onUnreadable);
    connect(channel, &WebSocketChannel::closed, this, &ConnectionManager::onClosed);

    setStatus({ConnectionState::Resolving, lastProblem, lastCode});
    if (m_attempt == attempt)
        channel->open(m_endpoints.current().url);
}

void ConnectionManager::askForCredentials()
{
    const quint64 attempt = m_attempt;
    m_line->stage = Line::Stage::AwaitingCredentials;
    m_signInTimer->start(signInLimit);
    setState(ConnectionState::Authenticating);
    if (m_attempt != attempt)
        return;
    if (!m_source) {
        authenticate(m_credentials);
        return;
    }
    m_source([manager = QPointer(this), attempt](const std::optional<core::Credentials> &reply) {
        if (manager && manager->m_attempt == attempt && manager->m_line
            && manager->m_line->stage == Line::Stage::AwaitingCredentials)
            manager->authenticate(reply);
    });
}

void ConnectionManager::authenticate(const std::optional<core::Credentials> &credentials)
{
    if (!credentials) {
        endLine(ConnectionProblem::SignInRefused);
        return;
    }
    protocol::Auth auth;
    auth.name = credentials->name;
    if (!credentials->domain.isEmpty())
        auth.domain = credentials->domain;
    if (credentials->kind == core::Credentials::Kind::Token)
        auth.token = credentials->secret;
    else
        auth.pwd = credentials->secret;
    auth.resource = m_resource;
    auth.termtyp = desktopTermType;
    m_line->stage = Line::Stage::AwaitingAnswer;
    sendNow({FrameType::Auth, {}, auth});
}

void ConnectionManager::onMessage(const QByteArray &bytes)
{
    if (m_line->heartbeat)
        m_line->heartbeat->frameReceived();

    const auto decoded = protocol::decode(bytes, Direction::ServerToClient, m_encoding);
    if (!decoded) {
        if (decoded.error().syncId)
            sendNow({FrameType::Ack, decoded.error().syncId, {}});
        qCDebug(lcNet) << "frame not readable, type byte" << decoded.error().typeByte << "error"
                       << static_cast<int>(decoded.error().kind);
        onUnreadable();
        return;
    }
    m_line->unreadable = 0;

    const Frame &frame = decoded->frame;
    const auto *ack = std::get_if<protocol::Ack>(&frame.payload);
    const bool ours = frame.type == FrameType::Ping
        || (ack && (!isSignedIn() || ack->timType == static_cast<qint8>(FrameType::Logout)));
    if (!ours && !isSignedIn() && m_line->early.size() >= maxEarlyFrames)
        return; // nor acked: the server will offer it again
    if (frame.syncId)
        sendNow({FrameType::Ack, frame.syncId, {}});
    if (ack && ours)
        onAck(*ack);
    else if (!ours && isSignedIn())
        Q_EMIT frameReceived(frame);
    else if (!ours)
        m_line->early.append(frame);
}

void ConnectionManager::onUnreadable()
{
    if (++m_line->unreadable >= maxUnreadable)
        endLine(ConnectionProblem::ProtocolError);
}

void ConnectionManager::onAck(const protocol::Ack &ack)
{
    if (ack.timType == static_cast<qint8>(FrameType::Logout))
        endLine(ConnectionProblem::Kicked);
    else if (ack.timType == static_cast<qint8>(FrameType::Auth) && m_line->stage == Line::Stage::AwaitingAnswer)
        onSignInAnswer(ack);
}

void ConnectionManager::onSignInAnswer(const protocol::Ack &ack)
{
    // tim says ok without a node when its database stumbles: that is no sign-in (protocol-live.md
    // 0).
    if (ack.ok && ack.n && !ack.n->isEmpty()) {
        becomeSignedIn(core::ContactId(*ack.n));
        return;
    }
    const qint32 code = ack.error ? ack.error->code.value_or(0) : 0;
    ConnectionProblem problem = ack.ok ? ConnectionProblem::SignInRefused : problemOfRefusal(code);
    if (problem == ConnectionProblem::OverEntry && m_evictions > 0)
        problem = ConnectionProblem::SignedInElsewhere;
    endLine(problem, code);
}

void ConnectionManager::becomeSignedIn(const core::ContactId &ownId)
{
    const quint64 attempt = m_attempt;
    m_signInTimer->stop();
    m_stableTimer->start(core::Backoff::stableAfter);
    m_endpoints.markGood();
    m_ownId = ownId;
    m_line->stage = Line::Stage::SignedIn;
    m_line->signedInAt = m_clock.monotonic();
    m_line->heartbeat = std::make_unique<Heartbeat>(
        m_clock, m_random,
        [this] {
            sendNow({FrameType::Ping, {}, {}});
        },
        [this] { m_line->channel->giveUp(); });

    setState(ConnectionState::Synchronizing);
    if (m_attempt == attempt)
        Q_EMIT signedIn(ownId);
    // Receivers may end the line at any of these.
    const QList<Frame> early = m_attempt == attempt ? std::exchange(m_line->early, {}) : QList<Frame>();
    for (const Frame &frame : early) {
        if (m_attempt == attempt)
            Q_EMIT frameReceived(frame);
    }
}

void ConnectionManager::onClosed(const CloseInfo &info)
{
    const bool evicted = isSignedIn() && info.reason == CloseInfo::Reason::ClosedByPeer
        && info.peerCode == QWebSocketProtocol::CloseCodeNormal;
    if (!evicted) {
        endLine(problemOf(info.reason));
        return;
    }
    const bool soon = Milliseconds(m_clock.monotonic() - m_line->signedInAt) < wonBack;
    const int evictions = soon ? m_evictions + 1 : 1;
    endLine(evictions > 1 ? ConnectionProblem::SignedInElsewhere : ConnectionProblem::ClosedByServer, 0, evictions);
}

// The attempt or the line is over. Everything that follows from it is decided here.
void ConnectionManager::endLine(ConnectionProblem problem, qint32 serverCode, int evictions)
{
    using Cause = core::Backoff::Cause;
    const bool wasSignedIn = isSignedIn();
    const bool probed = wasSignedIn && m_line->probedAt
        && Milliseconds(m_clock.monotonic() - *m_line->probedAt) <= Heartbeat::answerLimit;
    qCInfo(lcNet) << "line ended:" << static_cast<int>(problem) << "server code" << serverCode
                  << (wasSignedIn ? "signed in" : "not signed in");
    dropLine();
    m_evictions = evictions;

    if (needsTheUser(problem))
        setStatus({ConnectionState::Blocked, problem, serverCode});
    else if (problem == ConnectionProblem::OverEntry)
        wait(overEntryWait, problem, serverCode);
    else if (!wasSignedIn && m_endpoints.advance())
        startAttempt(problem, serverCode);
    else
        wait(m_backoff.next(probed ? Cause::Local : Cause::Server, m_random), problem, serverCode);
    if (wasSignedIn)
        Q_EMIT lineLost();
}

void ConnectionManager::dropLine()
{
    ++m_attempt;
    m_line.reset();
    m_signInTimer->stop();
    m_stableTimer->stop();
}

void ConnectionManager::wait(Milliseconds delay, ConnectionProblem problem, qint32 serverCode)
{
    m_retryTimer->start(delay);
    setStatus({ConnectionState::WaitingToRetry, problem, serverCode, m_clock.monotonic() + delay.count()});
}

void ConnectionManager::setState(ConnectionState state)
{
    setStatus({state, m_status.problem, m_status.serverCode});
}

// The only place where the status changes. Receivers may call back: it is the last thing a caller
// does, or the caller checks m_attempt afterwards.
void ConnectionManager::setStatus(const ConnectionStatus &status)
{
    Q_ASSERT(isAllowedStep(m_status.state, status.state));
    if (m_status == status)
        return;
    m_status = status;
    qCDebug(lcNet) << "state" << static_cast<int>(status.state) << "problem" << static_cast<int>(status.problem);
    Q_EMIT statusChanged(status);
}

} // namespace timbre::net
