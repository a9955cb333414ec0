// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/business.h"

#include "node/replies.h"
#include "node/stored_message.h"

namespace timbre::node {

using protocol::BusinessOp;
using protocol::ErrorCode;
using protocol::FrameType;

namespace {

constexpr quint8 businessType = quint8(FrameType::Business);
constexpr qsizetype maxRequestText = 4096; // characters of a friend request's greeting
constexpr qsizetype maxRoster = 10'000; // pairs of one account, requests and blocks included

} // namespace

Business::Business(Directory &directory, Accounts &accounts, NodeStore &store, Deliveries &deliveries,
                   Environment environment) :
    m_directory(directory),
    m_accounts(accounts),
    m_store(store),
    m_deliveries(deliveries),
    m_environment(std::move(environment))
{
}

void Business::handle(Device &device, const protocol::Request &request)
{
    const auto select = [&](bool (*wanted)(Relation)) {
        QStringList nodes;
        const auto &relations = device.account->relations;
        for (auto it = relations.cbegin(); it != relations.cend(); ++it) {
            if (wanted(*it))
                nodes.append(it.key());
        }
        return nodes;
    };
    switch (BusinessOp(request.rtype.value_or(0))) {
    case BusinessOp::Roster:
        return sendNodes(device, protocol::NodesOp::Roster,
                         select([](Relation relation) { return relation.friends(); }));
    case BusinessOp::BlockedUsers:
        return sendNodes(device, protocol::NodesOp::BlockedUsers,
                         select([](Relation relation) { return relation.mine == Stance::Blocked; }));
    case BusinessOp::AddFriend:
        return addFriend(device, request);
    case BusinessOp::RemoveFriend:
        return removeFriend(device, request);
    case BusinessOp::BlockUser:
        return blockUser(device, request);
    case BusinessOp::ChangePassword:
        return changePassword(device, request);
    default:
        return refuse(device, ErrorCode::Params);
    }
}

void Business::refuse(Device &device, ErrorCode code)
{
    device.send(errorAck(businessType, code, device.encoding));
}

void Business::sendNodes(Device &device, protocol::NodesOp op, const QStringList &nodes)
{
    if (nodes.isEmpty())
        return;
    protocol::Nodes list;
    list.ntype = qint32(op);
    list.nodelist = nodes;
    device.send(protocol::encode({FrameType::Nodes, std::nullopt, std::move(list)}, protocol::Direction::ServerToClient,
                                 device.encoding));
}

std::optional<ErrorCode> Business::newRelationError(const Account &account, const QString &other) const
{
    if (!m_accounts.isNode(other))
        return ErrorCode::Account;
    if (other == account.node)
        return ErrorCode::PermissionDenied;
    if (!m_accounts.exists(other))
        return ErrorCode::Account;
    if (account.relations.size() >= maxRoster && !account.relations.contains(other))
        return ErrorCode::Overload;
    return std::nullopt;
}

void Business::addFriend(Device &device, const protocol::Request &request)
{
    if (!request.node || !request.reqStr || request.reqStr->size() > maxRequestText)
        return refuse(device, ErrorCode::Params);
    if (const auto error = newRelationError(*device.account, *request.node))
        return refuse(device, *error);
    change(device, *request.node, &node::addFriend, BusinessOp::AddFriend, request.reqStr);
}

void Business::removeFriend(Device &device, const protocol::Request &request)
{
    if (!request.node)
        return refuse(device, ErrorCode::Params);
    if (!m_accounts.isNode(*request.node))
        return refuse(device, ErrorCode::Account);
    change(device, *request.node, &node::removeFriend, BusinessOp::RemoveFriend, std::nullopt);
}

void Business::blockUser(Device &device, const protocol::Request &request)
{
    if (!request.node)
        return refuse(device, ErrorCode::Params);
    if (const auto error = newRelationError(*device.account, *request.node))
        return refuse(device, *error);
    change(device, *request.node, &node::blockUser, BusinessOp::BlockUser, std::nullopt);
}

void Business::change(Device &device, const QString &other, Rule rule, BusinessOp op,
                      const std::optional<QString> &text)
{
    protocol::Message message;
    message.msType = qint8(protocol::MsType::User);
    message.odType = qint8(protocol::OdType::Business);
    message.id = qint64(m_environment.random());
    message.fromTid = device.tid;
    message.toTid.emplace().node = other;
    message.dataString = text;
    message.timestamp = m_environment.wallNanoseconds();

    const QString me = device.account->node;
    m_directory.hold(device);
    m_store.run(
        [me, other, rule, message](Database &database) -> std::optional<Outcome> {
            const auto before = database.relation(me, other);
            if (!before)
                return std::nullopt;
            Outcome outcome{rule(*before), message, std::nullopt, std::nullopt};
            const RelationChange &change = outcome.change;
            if (change.relation != *before && !database.setRelation(me, other, change.relation))
                return std::nullopt;
            if (!change.tellPeer)
                return outcome;
            outcome.message.bnType = qint32(*change.tellPeer);
            const QByteArray stored = queuedForm(outcome.message);
            outcome.peerRow = database.enqueue(other, me, *outcome.message.bnType, stored);
            if (change.tellMe)
                outcome.myRow = database.enqueue(me, other, *outcome.message.bnType, stored);
            return outcome;
        },
        [this, id = device.id, me, other, op](std::optional<Outcome> outcome) {
            finish(id, me, other, op, outcome);
            m_directory.release(id);
        });
}

void Business::finish(quint64 deviceId, const QString &me, const QString &other, BusinessOp op,
                      const std::optional<Outcome> &outcome)
{
    Device *device = m_directory.device(deviceId);
    if (!outcome) {
        if (device)
            refuse(*device, ErrorCode::Database);
        return;
    }
    const RelationChange &change = outcome->change;
    m_directory.setRelation(me, other, change.relation);
    if (outcome->peerRow)
        m_deliveries.deliver(other, *outcome->peerRow, outcome->message);
    if (outcome->myRow)
        m_deliveries.deliver(me, *outcome->myRow, outcome->message);
    if (!device)
        return;
    if (change.error)
        return refuse(*device, *change.error);
    if (op == BusinessOp::AddFriend)
        return; // no answer but the other side's (protocol.md 7.3)
    device->send(encodeAck(okAck(businessType, qint64(op), other), device->encoding));
}

void Business::changePassword(Device &device, const protocol::Request &request)
{
    if (!request.reqStr || !request.reqStr2 || request.reqStr2->isEmpty())
        return refuse(device, ErrorCode::ModifyAuth);
    m_directory.hold(device);
    m_accounts.changePassword(
        device.account->node, *request.reqStr, *request.reqStr2, device.address(),
        [this, id = device.id](Expected<QString, ErrorCode> changed) {
            if (Device *asking = m_directory.device(id)) {
                if (changed) {
                    asking->send(encodeAck(okAck(businessType, qint64(BusinessOp::ChangePassword)), asking->encoding));
                } else if (changed.error() == ErrorCode::ModifyAuth) {
                    // tim answers twice, and clients look at either (protocol.md 8.3).
                    asking->send(detailedErrorAck(businessType, BusinessOp::ChangePassword, ErrorCode::ModifyAuth,
                                                  asking->encoding));
                    refuse(*asking, ErrorCode::PermissionDenied);
                } else {
                    refuse(*asking, changed.error());
                }
            }
            m_directory.release(id);
        });
}

} // namespace timbre::node
