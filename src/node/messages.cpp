// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/messages.h"

#include "node/replies.h"
#include "node/stored_message.h"
#include "protocol/big_data_frame.h"

namespace timbre::node {

using protocol::ErrorCode;
using protocol::FrameType;
using protocol::Message;
using protocol::MsType;
using protocol::OdType;

namespace {

constexpr qsizetype maxFrame = 1024 * 1024;
// All copies of one frame to a room: 1 MiB for up to 64 members, 64 KiB for 1 024.
constexpr qint64 maxRoomBytes = 64 * 1024 * 1024;
// Kinds up to here are tim's own (protocol.md 6.7).
constexpr qint8 lastReservedKind = 30;

bool isRoom(const Message &message)
{
    return message.msType == qint8(MsType::Room);
}

QString chatOf(const Message &message)
{
    return isRoom(message) ? chatOfRoom(message.roomTid->node) : chatOfPair(message.fromTid->node, message.toTid->node);
}

bool isKnown(qint8 odType)
{
    return (odType >= qint8(OdType::Chat) && odType <= qint8(OdType::BigBinary)) || odType > lastReservedKind;
}

bool isAllowedInRooms(qint8 odType)
{
    return odType != qint8(OdType::Burn) && odType != qint8(OdType::Business) && odType <= lastReservedKind
        && isKnown(odType);
}

bool takesBack(qint8 odType)
{
    return odType == qint8(OdType::Revoke) || odType == qint8(OdType::Burn);
}

} // namespace

Messages::Messages(Directory &directory, Accounts &accounts, NodeStore &store, Deliveries &deliveries,
                   const RoomBook &rooms, Environment environment) :
    m_directory(directory),
    m_accounts(accounts),
    m_store(store),
    m_deliveries(deliveries),
    m_rooms(rooms),
    m_environment(std::move(environment))
{
}

void Messages::handle(Device &device, FrameType type, Message message, qsizetype bytes)
{
    if (const auto error = check(device, message))
        return refuse(device, type, *error);
    if (bytes > maxFrame)
        return refuse(device, type, ErrorCode::Params);
    if (isRoom(message)) {
        const qsizetype members = m_rooms.members(message.roomTid->node).size();
        if (bytes * members > maxRoomBytes)
            return refuse(device, type, ErrorCode::Params);
        device.frames.charge(double(members) / fanOutPerToken);
    }
    normalise(device, message);
    switch (OdType(message.odType)) {
    case OdType::Chat:
        return chat(device, type, std::move(message));
    case OdType::Revoke:
    case OdType::Burn:
        return takeBack(device, type, std::move(message));
    case OdType::Stream:
    case OdType::BigString:
    case OdType::BigBinary:
        return pass(device, std::move(message));
    case OdType::Business:
        break;
    }
    queued(device, type, std::move(message));
}

// In tim's order (protocol.md 6.1), which decides the code of a message that is wrong in several ways.
std::optional<ErrorCode> Messages::check(const Device &device, const Message &message) const
{
    if (message.msType == qint8(MsType::System))
        return ErrorCode::Params;
    for (const auto &tid : {message.toTid, message.roomTid}) {
        if (tid && !m_accounts.isNode(tid->node))
            return ErrorCode::Account;
    }
    const bool userThere = message.toTid && m_accounts.exists(message.toTid->node);
    const bool roomThere = message.roomTid && m_rooms.isOpen(message.roomTid->node);
    if (!userThere && !roomThere)
        return ErrorCode::Account;
    switch (MsType(message.msType)) {
    case MsType::Room:
        if (!message.roomTid || !m_rooms.isMember(message.roomTid->node, device.account->node))
            return ErrorCode::PermissionDenied;
        if (!isAllowedInRooms(message.odType))
            return ErrorCode::Params;
        break;
    case MsType::User:
        if (const auto error = checkUser(*device.account, message))
            return error;
        break;
    default:
        return ErrorCode::Params;
    }
    if (takesBack(message.odType) && message.mid.value_or(0) <= 0)
        return ErrorCode::Params;
    return std::nullopt;
}

std::optional<ErrorCode> Messages::checkUser(const Account &from, const Message &message) const
{
    if (!message.toTid || message.toTid->node == from.node)
        return ErrorCode::PermissionDenied;
    const QString &to = message.toTid->node;
    const Relation relation = from.relationTo(to);
    if (message.roomTid) {
        const QString &room = message.roomTid->node;
        if (!m_rooms.isMember(room, from.node) || !m_rooms.isMember(room, to) || relation.blocked())
            return ErrorCode::PermissionDenied;
    } else if (!relation.friends()) {
        return ErrorCode::PermissionDenied;
    }
    return isKnown(message.odType) ? std::nullopt : std::optional(ErrorCode::Params);
}

void Messages::normalise(const Device &device, Message &message) const
{
    message.fromTid = device.tid;
    message.timestamp = m_environment.wallNanoseconds();
    if (message.id.value_or(0) == 0)
        message.id = qint64(m_environment.random());
    message.isOffline.reset();
    message.toList.reset();
    message.bnType.reset();
    if (!takesBack(message.odType))
        message.mid.reset();
    if (isRoom(message))
        message.toTid.reset();
    else
        message.toTid->domain = device.tid.domain;
}

QStringList Messages::recipients(const Message &message) const
{
    return isRoom(message) ? m_rooms.members(message.roomTid->node) : QStringList{message.toTid->node};
}

// Runs behind the answers to everything the device sent before.
template <typename Action> void Messages::inOrder(Device &device, Action action)
{
    if (device.storing == 0)
        return action();
    m_directory.beginStoring(device);
    m_store.run([](Database &) { return std::optional(true); },
                [this, id = device.id, action = std::move(action)](std::optional<bool>) mutable {
                    action();
                    m_directory.finishStoring(id);
                });
}

void Messages::refuse(Device &device, FrameType type, ErrorCode code)
{
    inOrder(device, [this, id = device.id, type, code] { refuseNow(id, type, code); });
}

void Messages::refuseNow(quint64 deviceId, FrameType type, ErrorCode code)
{
    if (Device *device = m_directory.device(deviceId))
        device->send(errorAck(quint8(type), code, device->encoding));
}

void Messages::echo(const QString &node, OutgoingMessage &message)
{
    const Account *account = m_directory.online(node);
    if (!account)
        return;
    for (Device *device : account->devices)
        device->send(message.frame(device->encoding));
}

void Messages::chat(Device &device, FrameType type, Message message)
{
    NewMessage row{chatOf(message), device.account->node, *message.timestamp, storedBody(message)};
    const QStringList receivers = recipients(message);
    const bool room = isRoom(message);
    m_directory.beginStoring(device);
    m_store.run(
        [row = std::move(row), receivers, room](Database &database) -> std::optional<qint64> {
            // A room goes on without those whose queue is full.
            if (!room) {
                const auto size = database.queueSize(receivers.first());
                if (!size)
                    return std::nullopt;
                if (*size >= Database::queueLimit)
                    return 0;
            }
            MessageStore store(database);
            const auto mid = store.add(row);
            for (const QString &receiver : receivers) {
                if (mid)
                    store.await(receiver, *mid);
            }
            return mid;
        },
        [this, id = device.id, type, receivers, room, message = std::move(message)](std::optional<qint64> mid) mutable {
            if (mid.value_or(0) == 0) {
                refuseNow(id, type, mid ? ErrorCode::Overload : ErrorCode::Database);
            } else {
                message.mid = mid;
                OutgoingMessage outgoing(std::move(message));
                if (!room)
                    echo(outgoing.message().fromTid->node, outgoing);
                for (const QString &receiver : receivers)
                    m_deliveries.deliver(receiver, {QueueRef::Kind::Message, *mid}, outgoing);
            }
            m_directory.finishStoring(id);
        });
}

// Kinds of the application, and business of a client: neither history nor echo.
void Messages::queued(Device &device, FrameType type, Message message)
{
    const QString to = message.toTid->node;
    const QByteArray form = queuedForm(message);
    m_directory.beginStoring(device);
    m_store.run([to, from = device.account->node, form](Database &database) { return database.append(to, from, form); },
                [this, id = device.id, type, to, message = std::move(message)](std::optional<qint64> row) mutable {
                    if (row.value_or(0) == 0) {
                        refuseNow(id, type, row ? ErrorCode::Overload : ErrorCode::Database);
                    } else {
                        OutgoingMessage outgoing(std::move(message));
                        m_deliveries.deliver(to, {QueueRef::Kind::Row, *row}, outgoing);
                    }
                    m_directory.finishStoring(id);
                });
}

// Streams, and the text and bytes of 95 and 96 in a message's clothes: to whoever is there now.
void Messages::pass(Device &device, Message message)
{
    inOrder(device, [this, receivers = recipients(message), message = std::move(message)]() mutable {
        const auto kind = OdType(message.odType);
        QByteArray raw;
        if (kind != OdType::Stream) {
            const bool text = kind == OdType::BigString;
            const FrameType type = text ? FrameType::BigString : FrameType::BigBinary;
            const QByteArray data
                = text ? message.dataString.value_or(QString()).toUtf8() : message.dataBinary.value_or(QByteArray());
            raw = protocol::encode(
                {type, std::nullopt, protocol::serverBigData(type, message.fromTid->node.toUtf8(), data)},
                protocol::Direction::ServerToClient);
        }
        OutgoingMessage outgoing(std::move(message));
        for (const QString &receiver : receivers) {
            const Account *account = m_directory.online(receiver);
            if (!account)
                continue;
            for (Device *to : account->devices)
                to->offer(FrameParts{raw.isEmpty() ? outgoing.frame(to->encoding) : raw, {}, {}});
        }
    });
}

} // namespace timbre::node
