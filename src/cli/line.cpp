// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/line.h"

#include "cli/events.h"
#include "cli/words.h"

namespace timbre::cli {

using namespace Qt::StringLiterals;
using core::ConnectionState;

namespace {

constexpr core::Milliseconds longestGoodbye{4'000};

// A fresh one per start: others tell our old line from the new one by it (protocol-live.md, client list 1).
QString freshResource(core::Random &random)
{
    return u"timbre-cli-"_s + QString::number(random.bits(), 36);
}

QString stateWord(ConnectionState state)
{
    switch (state) {
    case ConnectionState::Online:
        return u"online"_s;
    case ConnectionState::WaitingToRetry:
        return u"waiting"_s;
    case ConnectionState::Blocked:
        return u"blocked"_s;
    case ConnectionState::Offline:
        return u"offline"_s;
    default:
        return {}; // passing by
    }
}

} // namespace

Line::Line(core::Clock &clock, core::Random &random, protocol::Encoding encoding, QObject *parent) :
    QObject(parent),
    m_clock(clock),
    m_connection(clock, random, freshResource(random)),
    m_client(m_connection, clock, random)
{
    m_connection.setEncoding(encoding);
    connect(&m_connection, &core::Connection::signedIn, this, [this] { m_connection.synchronized(); });
    connect(&m_connection, &core::Connection::statusChanged, this, &Line::tellConnection);
    followClient();
}

Line::~Line() = default;

void Line::followClient()
{
    using core::Client;
    connect(&m_client, &Client::presenceReceived, this,
            [this](const protocol::Presence &presence) { Q_EMIT happened(presenceEvent(presence, m_clock.wall())); });
    connect(&m_client, &Client::messageReceived, this,
            [this](const protocol::Message &message) { Q_EMIT happened(messageEvent(message)); });
    connect(&m_client, &Client::messageRevoked, this,
            [this](const core::MessageGone &gone) { Q_EMIT happened(goneEvent(u"revoked"_s, gone)); });
    connect(&m_client, &Client::messageBurned, this,
            [this](const core::MessageGone &gone) { Q_EMIT happened(goneEvent(u"burned"_s, gone)); });
    connect(&m_client, &Client::noticeReceived, this,
            [this](const core::Notice &notice) { Q_EMIT happened(noticeEvent(notice)); });
    connect(&m_client, &Client::streamReceived, this,
            [this](const core::VirtualRoomId &room, const protocol::Stream &stream) {
                Q_EMIT happened(streamEvent(room, stream));
            });
    connect(&m_client, &Client::binaryStreamReceived, this,
            [this](const core::VirtualRoomId &room, const QByteArray &bytes) {
                Q_EMIT happened(binaryStreamEvent(room, bytes));
            });
    connect(&m_client, &Client::bigStringReceived, this,
            [this](const core::ContactId &from, const QString &text) { Q_EMIT happened(bigStringEvent(from, text)); });
    connect(&m_client, &Client::bigBinaryReceived, this, [this](const core::ContactId &from, const QByteArray &bytes) {
        Q_EMIT happened(bigBinaryEvent(from, bytes));
    });
}

void Line::tellConnection(const core::ConnectionStatus &status)
{
    const QString word = stateWord(status.state);
    if (word.isEmpty())
        return;
    QJsonObject event{{u"event"_s, u"connection"_s}, {u"state"_s, word}};
    if (status.problem != core::ConnectionProblem::None)
        event.insert(u"reason"_s, outcomeOf(status).sentence);
    Q_EMIT happened(event);
}

Outcome Line::signIn(const QList<core::Endpoint> &servers, const core::Credentials &credentials,
                     core::Milliseconds limit)
{
    signOut();
    m_names.setDomain(credentials.domain);
    m_connection.signIn(servers, credentials);
    const auto isSettled = [this] {
        const ConnectionState state = m_connection.status().state;
        return state == ConnectionState::Online || state == ConnectionState::WaitingToRetry
            || state == ConnectionState::Blocked;
    };
    spin(m_clock, limit, isSettled);
    if (isOnline()) {
        m_names.checkScheme(credentials.name, ownId().node());
        m_names.learn(ownId().node(), credentials.name);
        return {};
    }
    const Outcome outcome = outcomeOf(m_connection.status());
    m_connection.signOut();
    return outcome;
}

void Line::signOut()
{
    if (m_connection.status().state == ConnectionState::Offline)
        return;
    m_connection.signOut();
    spin(m_clock, longestGoodbye, [this] { return m_connection.status().state == ConnectionState::Offline; });
}

Outcome outcomeOf(const core::CallError &error)
{
    using Kind = core::CallError::Kind;
    switch (error.kind) {
    case Kind::NotConnected:
    case Kind::LineLost:
        return {ExitCode::Unreachable, u"The connection was lost; what was asked may or may not have been done."_s};
    case Kind::NoAnswer:
        return {ExitCode::NoAnswer, u"The server did not answer in time; it may or may not have been done."_s};
    case Kind::Refused:
        return {ExitCode::Refused, u"The server refused: %1."_s.arg(serverCodeWords(error.serverCode))};
    case Kind::TooLarge:
        return {ExitCode::Usage, u"That is more than fits into one message."_s};
    case Kind::TooMany:
        return {ExitCode::Usage, u"Too many requests at a time."_s};
    }
    Q_UNREACHABLE();
}

bool spin(core::Clock &clock, core::Milliseconds limit, const std::function<bool()> &isDone)
{
    bool isOver = false;
    const auto timer = clock.makeTimer([&isOver] { isOver = true; });
    timer->start(limit);
    QEventLoop loop;
    while (!isOver) {
        if (isDone && isDone())
            return true;
        loop.processEvents(QEventLoop::WaitForMoreEvents);
    }
    return isDone && isDone();
}

} // namespace timbre::cli
