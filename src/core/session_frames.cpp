// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/session_private.h"
#include "core/text.h"

namespace timbre::core {

using protocol::BusinessOp;
using protocol::ErrorCode;

namespace {

RequestProblem problemOf(qint32 code)
{
    switch (ErrorCode(code)) {
    case ErrorCode::Account:
        return RequestProblem::NoSuchAccount;
    case ErrorCode::PermissionDenied:
        return RequestProblem::Yourself;
    case ErrorCode::Blocked:
        return RequestProblem::BlockedByThem;
    case ErrorCode::Repeat:
        return RequestProblem::AlreadyContact;
    default:
        return RequestProblem::ServerError;
    }
}

} // namespace

void Session::Private::onFrame(const protocol::Frame &frame)
{
    switch (frame.type) {
    case protocol::FrameType::Presence:
        if (const auto *presence = std::get_if<protocol::Presence>(&frame.payload))
            onPresence(*presence);
        break;
    case protocol::FrameType::Ack:
        if (const auto *ack = std::get_if<protocol::Ack>(&frame.payload))
            onAck(*ack);
        break;
    case protocol::FrameType::Nodes:
        if (const auto *nodes = std::get_if<protocol::Nodes>(&frame.payload))
            onNodes(*nodes);
        break;
    case protocol::FrameType::Message:
        if (const auto *message = std::get_if<protocol::Message>(&frame.payload))
            onMessage(*message, false);
        break;
    case protocol::FrameType::OfflineMessages:
        if (const auto *list = std::get_if<protocol::MessageList>(&frame.payload))
            onMessages(*list);
        break;
    case protocol::FrameType::PullMessages:
        if (const auto *list = std::get_if<protocol::MessageList>(&frame.payload))
            conversations.historyArrived(*list);
        break;
    case protocol::FrameType::OfflineMessagesEnd:
        sync.waitingMessagesEnded();
        break;
    default:
        break;
    }
}

void Session::Private::onPresence(const protocol::Presence &presence)
{
    if (ownDevices.hear(presence))
        return;
    const ContactId from(presence.fromTid ? presence.fromTid->node : QString());
    switch (presences.apply(presence, connection.ownId())) {
    case PresenceModel::Applied::Ask:
        ledger.asked(from, false);
        exchange.answer(from, presence.fromTid->resource.value_or(QString()));
        break;
    case PresenceModel::Applied::ProfileChanged:
        profiles.fetch(from);
        break;
    case PresenceModel::Applied::OwnNotice:
        if (synchronized)
            broadcastAsking();
        break;
    case PresenceModel::Applied::Applied:
        if (presence.offline.value_or(false))
            exchange.forget(from);
        break;
    case PresenceModel::Applied::Stranger:
        if (presence.subStatus == static_cast<qint8>(protocol::SubStatus::Ask) && from != connection.ownId()
            && !from.isEmpty())
            ledger.asked(from, true);
        break;
    case PresenceModel::Applied::OutOfOrder:
        break;
    }
}

void Session::Private::onAck(const protocol::Ack &ack)
{
    if (ack.timType == static_cast<qint8>(protocol::FrameType::Business)) {
        onContactAck(ack);
    } else if (ack.timType == static_cast<qint8>(protocol::FrameType::Nodes) && profileSent) {
        profileSent = false;
        if (const QString sent = std::exchange(ownNameSent, {}); !sent.isNull()) {
            ownNameWanted = ownName != sent;
            if (ack.ok) {
                ownNameOnServer = sent;
                status.announceProfile();
            } else {
                const qint32 code = ack.error ? ack.error->code.value_or(0) : 0;
                Q_EMIT q->requestFailed(connection.ownId(), RequestProblem::ServerError, code);
            }
        }
        sendProfile();
    } else {
        conversations.refused(ack);
    }
}

void Session::Private::onContactAck(const protocol::Ack &ack)
{
    const auto operation = requests.takeAcked(ack);
    if (ack.ok || !operation)
        return;
    const qint32 code = ack.error ? ack.error->code.value_or(0) : 0;
    const RequestProblem problem = problemOf(code);
    if (operation->op == BusinessOp::RemoveFriend) {
        if (ErrorCode(code) == ErrorCode::Params || problem == RequestProblem::NoSuchAccount)
            return; // there was nothing to remove
    } else if (operation->op == BusinessOp::AddFriend) {
        if (problem == RequestProblem::AlreadyContact) {
            roster.becameFriend(operation->id);
            sync.refetchRoster();
            if (operation->accepts)
                return;
        } else if (!operation->accepts) {
            roster.remove(operation->id);
        } else {
            roster.takeBackAccept(operation->id);
        }
    }
    Q_EMIT q->requestFailed(operation->id, problem, code);
}

void Session::Private::onNodes(const protocol::Nodes &nodes)
{
    if (nodes.ntype == static_cast<qint32>(protocol::NodesOp::Roster)) {
        sync.rosterReceived(nodes.nodelist.value_or(QList<QString>()));
    } else if (nodes.ntype == static_cast<qint32>(protocol::NodesOp::UserInfo) && nodes.usermap) {
        for (auto user = nodes.usermap->cbegin(); user != nodes.usermap->cend(); ++user) {
            const ContactId id(user.key());
            roster.setProfile(id, user.value());
            if (id != connection.ownId())
                continue;
            groupSync.profileRead(user->extend);
            ownNameOnServer = cleanName(user->name.value_or(QString()));
            if (!ownNameWanted && ownName != ownNameOnServer) {
                ownName = ownNameOnServer;
                Q_EMIT q->ownNameChanged(ownName);
            }
        }
        profiles.received(nodes);
    }
}

void Session::Private::onMessages(const protocol::MessageList &list)
{
    const QList<protocol::Message> messages = list.messageList.value_or(QList<protocol::Message>());
    for (const protocol::Message &message : messages)
        onMessage(message, true);
    sync.waitingMessagesReceived(!messages.isEmpty());
}

void Session::Private::onMessage(const protocol::Message &message, bool waited)
{
    conversations.messageArrived(message, waited);
    if (message.msType != static_cast<qint8>(protocol::MsType::User)
        || message.odType != static_cast<qint8>(protocol::OdType::Business) || !message.fromTid || !message.bnType
        || recent.isRepeated(message, connection.ownId()))
        return;
    ContactId peer(message.fromTid->node);
    if (peer == connection.ownId()) // a server that tells both sides
        peer = ContactId(message.toTid ? message.toTid->node : QString());
    if (!peer.isEmpty() && peer != connection.ownId())
        onBusiness(BusinessOp(*message.bnType), peer, message.dataString.value_or(QString()));
}

void Session::Private::onBusiness(BusinessOp op, const ContactId &peer, const QString &text)
{
    switch (op) {
    case BusinessOp::AddFriend:
        roster.requestReceived(peer, text);
        if (roster.contact(peer).value_or(Contact()).profileName.isEmpty())
            profiles.fetch(peer);
        break;
    case BusinessOp::Friend:
        roster.becameFriend(peer);
        sync.refetchRoster();
        break;
    case BusinessOp::RemoveFriend:
        roster.removedByPeer(peer);
        sync.refetchRoster();
        break;
    case BusinessOp::BlockUser:
        sync.refetchRoster();
        break;
    default:
        break; // rooms
    }
}

} // namespace timbre::core
