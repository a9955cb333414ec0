// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/session.h"
#include "support/fake_clock.h"
#include "support/fake_random.h"
#include "support/memory_store.h"
#include "support/presence_frames.h"
#include "support/scripted_connection.h"

// A Session of the account "me" on a scripted connection, with the server's half of the
// conversation in plain words.
namespace timbre::test {

class SessionFixture
{
public:
    // `contacts` are accepted in the profile already.
    explicit SessionFixture(const QStringList &contacts = {})
    {
        for (const QString &node : contacts) {
            core::Contact contact;
            contact.id = core::ContactId(node);
            contact.profileName = node.toUpper();
            store.saveContact(contact);
        }
        store.adopted = !contacts.isEmpty();
        session = std::make_unique<core::Session>(connection, store, clock, random);
        QObject::connect(session.get(), &core::Session::requestFailed, session.get(),
                         [this](const core::ContactId &id, core::RequestProblem problem, qint32 code) {
                             failures.append({id, problem, code});
                         });
        QObject::connect(session.get(), &core::Session::contactAdded, session.get(),
                         [this](const core::ContactId &id) { added.append(id); });
    }

    // Signs in against a server that answers everything at once; forgets what was sent.
    void signIn(const QStringList &roster = {})
    {
        connection.bringUp();
        serverRoster(roster);
        clock.advance(1'500);
        connection.receive(protocol::FrameType::OfflineMessagesEnd);
        clock.advance(100);
        connection.sent.clear();
    }
    void serverRoster(const QStringList &nodes)
    {
        protocol::Nodes answer;
        answer.ntype = static_cast<qint32>(protocol::NodesOp::Roster);
        answer.nodelist = nodes;
        connection.receive(protocol::FrameType::Nodes, answer);
    }
    void userInfo(const QMap<QString, QString> &names)
    {
        protocol::Nodes answer;
        answer.ntype = static_cast<qint32>(protocol::NodesOp::UserInfo);
        answer.usermap.emplace();
        for (auto name = names.cbegin(); name != names.cend(); ++name) {
            protocol::UserBean bean;
            bean.name = name.value();
            answer.usermap->insert(name.key(), bean);
        }
        connection.receive(protocol::FrameType::Nodes, answer);
    }
    static protocol::Message businessMessage(protocol::BusinessOp op, const QString &from, const QString &text = {})
    {
        protocol::Message message;
        message.msType = static_cast<qint8>(protocol::MsType::User);
        message.odType = static_cast<qint8>(protocol::OdType::Business);
        message.bnType = static_cast<qint32>(op);
        message.fromTid.emplace().node = from;
        message.toTid.emplace().node = QStringLiteral("me");
        message.dataString = text;
        return message;
    }
    void business(protocol::BusinessOp op, const QString &from, const QString &text = {})
    {
        connection.receive(protocol::FrameType::Message, businessMessage(op, from, text));
    }
    void ack(protocol::FrameType type, bool ok, std::optional<protocol::ErrorCode> code = {},
             std::optional<qint64> t = {}, std::optional<QString> n = {})
    {
        protocol::Ack ack;
        ack.ok = ok;
        ack.timType = static_cast<qint8>(type);
        ack.t = t;
        ack.n = n;
        if (code)
            ack.error = protocol::Error{static_cast<qint32>(*code), {}};
        connection.receive(protocol::FrameType::Ack, ack);
    }
    void presence(const protocol::Presence &presence) { connection.receive(protocol::FrameType::Presence, presence); }
    // The business requests sent with this operation: the nodes they name.
    QStringList requested(protocol::BusinessOp op) const
    {
        QStringList nodes;
        for (const auto &request : connection.sentOf<protocol::Request>(protocol::FrameType::Business)) {
            if (request.rtype == static_cast<qint32>(op))
                nodes += request.node.value_or(QString());
        }
        return nodes;
    }
    std::optional<core::Relation> relation(const QString &node) const
    {
        const auto contact = session->roster().contact(core::ContactId(node));
        return contact ? std::optional(contact->relation) : std::nullopt;
    }

    struct Failure {
        core::ContactId id;
        core::RequestProblem problem;
        qint32 code;
    };

    FakeClock clock;
    FakeRandom random;
    MemoryStore store;
    ScriptedConnection connection{&clock};
    std::unique_ptr<core::Session> session;
    QList<Failure> failures;
    QList<core::ContactId> added;
};

} // namespace timbre::test
