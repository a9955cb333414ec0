// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "core/connection.h"

namespace timbre::test {

// core::Connection without a network: records what was sent, and does what the test says. The
// clock, if there is one, stamps each frame.
class ScriptedConnection final : public core::Connection
{
public:
    struct Sent {
        qint64 at = 0;
        protocol::Frame frame;
    };

    explicit ScriptedConnection(core::Clock *clock = nullptr) : m_clock(clock) { }

    QList<Sent> sent;
    QString domain;
    QList<std::chrono::milliseconds> pauses; // asked of reconnectAfter()
    bool severalServers = false;

    // What a test drives.
    void bringUp(const QString &node = QStringLiteral("me"))
    {
        m_ownId = core::ContactId(node);
        m_lineUp = true;
        setState(core::ConnectionState::Synchronizing);
        Q_EMIT signedIn(m_ownId);
    }
    void dropLine(core::ConnectionProblem problem = core::ConnectionProblem::LineLost)
    {
        if (!m_lineUp)
            return;
        m_lineUp = false;
        setState(core::ConnectionState::WaitingToRetry, problem);
        Q_EMIT lineLost();
    }
    void receive(const protocol::Frame &frame)
    {
        if (m_lineUp)
            Q_EMIT frameReceived(frame);
    }
    void receive(protocol::FrameType type, protocol::Payload payload = {})
    {
        receive(protocol::Frame{type, std::nullopt, std::move(payload)});
    }
    void setState(core::ConnectionState state, core::ConnectionProblem problem = core::ConnectionProblem::None)
    {
        m_status = {};
        m_status.state = state;
        m_status.problem = problem;
        Q_EMIT statusChanged(m_status);
    }

    // What it recorded: presence for others, and what went to our own devices.
    QList<protocol::Presence> sentPresences() const { return presencesToOwn(false); }
    QList<protocol::Presence> sentToOwnDevices() const { return presencesToOwn(true); }
    QList<qint64> presenceTimes() const
    {
        QList<qint64> list;
        for (const Sent &one : sent) {
            const auto *presence = std::get_if<protocol::Presence>(&one.frame.payload);
            if (presence && !isToOwn(*presence))
                list.append(one.at);
        }
        return list;
    }
    template <typename Payload> QList<Payload> sentOf(protocol::FrameType type) const
    {
        QList<Payload> list;
        for (const Sent &one : sent) {
            if (const auto *payload = std::get_if<Payload>(&one.frame.payload); payload && one.frame.type == type)
                list.append(*payload);
        }
        return list;
    }
    int count(protocol::FrameType type) const
    {
        int n = 0;
        for (const Sent &one : sent)
            n += one.frame.type == type ? 1 : 0;
        return n;
    }

    // core::Connection
    core::ConnectionStatus status() const override { return m_status; }
    core::ContactId ownId() const override { return m_ownId; }
    QString ownDomain() const override { return domain; }
    bool hasSeveralServers() const override { return severalServers; }
    void signIn(const QList<core::Endpoint> &, const core::Credentials &) override
    {
        setState(core::ConnectionState::Connecting);
    }
    void signOut() override
    {
        const bool wasUp = m_lineUp;
        m_lineUp = false;
        setState(core::ConnectionState::Offline);
        if (wasUp)
            Q_EMIT lineLost();
    }
    void reconnectAfter(std::chrono::milliseconds pause) override
    {
        pauses.append(pause);
        dropLine(core::ConnectionProblem::Hiding);
    }
    void tryNow() override { }
    void synchronized() override { setState(core::ConnectionState::Online); }
    bool send(const protocol::Frame &frame) override
    {
        if (!m_lineUp)
            return false;
        sent.append({m_clock ? m_clock->monotonic() : 0, frame});
        return true;
    }

private:
    bool isToOwn(const protocol::Presence &presence) const
    {
        return presence.toList && *presence.toList == QList<QString>{m_ownId.node()};
    }
    QList<protocol::Presence> presencesToOwn(bool own) const
    {
        QList<protocol::Presence> list;
        for (const Sent &one : sent) {
            const auto *presence = std::get_if<protocol::Presence>(&one.frame.payload);
            if (presence && isToOwn(*presence) == own)
                list.append(*presence);
        }
        return list;
    }

    core::Clock *m_clock;
    core::ConnectionStatus m_status;
    core::ContactId m_ownId;
    bool m_lineUp = false;
};

} // namespace timbre::test
