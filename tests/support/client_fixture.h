// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/client.h"
#include "core/client_limits.h"
#include "support/fake_clock.h"
#include "support/fake_random.h"
#include "support/scripted_connection.h"

#include <QTest>

// A Client of the account "me" on a scripted connection, with the server's half of the conversation in plain words.
namespace timbre::test {

// What the callbacks of calls said, in order.
template <typename T> class Outcome
{
public:
    core::CallDone<T> record()
    {
        return [this](const core::CallResult<T> &result) { results.push_back(result); };
    }
    bool isPending() const { return results.empty(); }
    // The one result; blank if there is none, or more than one.
    T value() const { return results.size() == 1 && results.front() ? *results.front() : T(); }
    bool isSuccess() const { return results.size() == 1 && results.front(); }
    std::optional<core::CallError> error() const
    {
        if (results.size() == 1 && !results.front())
            return results.front().error();
        return std::nullopt;
    }
    std::optional<core::CallError::Kind> errorKind() const
    {
        const auto one = error();
        return one ? std::optional(one->kind) : std::nullopt;
    }

    std::vector<core::CallResult<T>> results;
};

class ClientFixture
{
public:
    ClientFixture()
    {
        client = std::make_unique<core::Client>(connection, clock, random);
        connection.bringUp();
    }

    // The server's frames.
    void ack(protocol::FrameType type, std::optional<qint64> t = {}, std::optional<QString> n = {},
             std::optional<QString> n2 = {}, std::optional<qint64> t2 = {})
    {
        connection.receive(protocol::FrameType::Ack, makeAck(true, type, t, n, n2, t2));
    }
    void refuse(protocol::FrameType type, protocol::ErrorCode code, std::optional<qint64> t = {},
                std::optional<QString> n = {}, std::optional<QString> n2 = {}, const QString &text = {})
    {
        protocol::Ack ack = makeAck(false, type, t, n, n2, {});
        ack.error = protocol::Error{static_cast<qint32>(code), text};
        connection.receive(protocol::FrameType::Ack, ack);
    }
    void nodes(protocol::NodesOp op, const QStringList &list, std::optional<QString> node = {})
    {
        protocol::Nodes answer;
        answer.ntype = static_cast<qint32>(op);
        answer.nodelist = list;
        answer.node = node;
        connection.receive(protocol::FrameType::Nodes, answer);
    }
    static protocol::Message message(protocol::OdType odType, const QString &from, const QString &to,
                                     const QString &room = {})
    {
        protocol::Message message;
        message.msType
            = static_cast<qint8>(to.isEmpty() && !room.isEmpty() ? protocol::MsType::Room : protocol::MsType::User);
        message.odType = static_cast<qint8>(odType);
        if (!from.isEmpty())
            message.fromTid.emplace().node = from;
        if (!to.isEmpty())
            message.toTid.emplace().node = to;
        if (!room.isEmpty())
            message.roomTid.emplace().node = room;
        return message;
    }
    static protocol::Message notice(protocol::BusinessOp op, const QString &from, const QString &to,
                                    const QString &room = {})
    {
        protocol::Message notice = message(protocol::OdType::Business, from, to, room);
        notice.msType = static_cast<qint8>(protocol::MsType::User);
        notice.bnType = static_cast<qint32>(op);
        return notice;
    }
    void receive(const protocol::Message &message) { connection.receive(protocol::FrameType::Message, message); }
    void receiveWaiting(const QList<protocol::Message> &messages)
    {
        protocol::MessageList list;
        list.messageList = messages;
        connection.receive(protocol::FrameType::OfflineMessages, list);
    }

    // What the client sent last.
    template <typename Payload> Payload lastSent() const
    {
        const auto *payload
            = connection.sent.isEmpty() ? nullptr : std::get_if<Payload>(&connection.sent.last().frame.payload);
        return payload ? *payload : Payload();
    }
    protocol::FrameType lastType() const
    {
        return connection.sent.isEmpty() ? protocol::FrameType::Ping : connection.sent.last().frame.type;
    }

    FakeClock clock;
    FakeRandom random;
    ScriptedConnection connection{&clock};
    QObject context;
    std::unique_ptr<core::Client> client;

private:
    static protocol::Ack makeAck(bool ok, protocol::FrameType type, std::optional<qint64> t, std::optional<QString> n,
                                 std::optional<QString> n2, std::optional<qint64> t2)
    {
        protocol::Ack ack;
        ack.ok = ok;
        ack.timType = static_cast<qint8>(type);
        ack.t = t;
        ack.n = n;
        ack.n2 = n2;
        ack.t2 = t2;
        return ack;
    }
};

} // namespace timbre::test
