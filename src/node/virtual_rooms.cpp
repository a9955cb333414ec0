// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/virtual_rooms.h"

#include "node/replies.h"
#include "protocol/big_data_frame.h"

namespace timbre::node {

using namespace std::chrono_literals;
using protocol::Encoding;
using protocol::ErrorCode;
using protocol::FrameType;

namespace {

constexpr auto idleTime = 5min;

enum class Operation { Register = 1, Remove = 2, Grant = 3, Revoke = 4, Subscribe = 5, Unsubscribe = 6 };

QByteArray raw(const protocol::Stream &stream)
{
    const QByteArray vnode = stream.vnode.toUtf8();
    const QByteArray body = stream.body.value_or(QByteArray());
    return protocol::encode(
        {FrameType::BigBinaryStream, std::nullopt, protocol::serverBigData(FrameType::BigBinaryStream, vnode, body)},
        protocol::Direction::ServerToClient);
}

} // namespace

VirtualRooms::VirtualRooms(Directory &directory, Accounts &accounts, Environment environment) :
    m_directory(directory),
    m_accounts(accounts),
    m_environment(std::move(environment))
{
}

void VirtualRooms::handle(Device &device, const protocol::Request &request)
{
    constexpr auto type = quint8(FrameType::VRoom);
    const auto refuse = [&device](ErrorCode code) { device.send(errorAck(type, code, device.encoding)); };
    const auto operation = Operation(request.rtype.value_or(0));
    QString node = request.node.value_or(QString());
    if (operation != Operation::Register && !m_accounts.isNode(node))
        return refuse(ErrorCode::Params);

    protocol::Ack ack = okAck(type);
    std::optional<ErrorCode> error;
    switch (operation) {
    case Operation::Register:
        error = open(device, node);
        break;
    case Operation::Remove:
        if (ownedBy(device, node))
            end(m_rooms.find(node));
        break;
    case Operation::Grant:
    case Operation::Revoke: // tim never implemented them and says so without an error (protocol.md 9.1)
        if (!m_accounts.isNode(request.node2.value_or(QString())))
            return refuse(ErrorCode::Params);
        ack.ok = false;
        node = *request.node2;
        break;
    case Operation::Subscribe:
        error = subscribe(device, node, request.reqInt);
        break;
    case Operation::Unsubscribe:
        unsubscribe(device.id, node);
        break;
    default:
        return refuse(ErrorCode::Params);
    }
    if (error)
        return refuse(*error);
    ack.t = qint64(operation);
    ack.n = node;
    device.send(encodeAck(ack, device.encoding));
}

std::optional<ErrorCode> VirtualRooms::open(const Device &device, QString &node)
{
    const QString &owner = device.account->node;
    if (m_rooms.size() >= roomsAltogether || m_owned.value(owner) >= roomsPerAccount)
        return ErrorCode::Overload;
    do {
        const quint64 number = m_environment.random();
        node = m_accounts.scheme().nodeFromBytes(
            QByteArrayView(reinterpret_cast<const char *>(&number), qsizetype(sizeof number)));
    } while (m_rooms.contains(node) || m_accounts.exists(node));
    m_rooms.emplace(node, Room{owner, m_environment.now(), {}});
    ++m_owned[owner];
    return std::nullopt;
}

std::optional<ErrorCode> VirtualRooms::subscribe(const Device &device, const QString &node, std::optional<qint64> mode)
{
    if (mode && *mode != 1)
        return ErrorCode::Undefined;
    Room *room = find(node);
    if (!room)
        return std::nullopt;
    if (!room->subscribers.contains(device.id)) {
        if (room->subscribers.size() >= subscribersPerRoom
            || m_subscriptions.value(device.id).size() >= subscriptionsPerDevice)
            return ErrorCode::Undefined;
        m_subscriptions[device.id].insert(node);
    }
    room->subscribers.insert(device.id, mode ? Mode::Binary : Mode::Struct);
    return std::nullopt;
}

void VirtualRooms::unsubscribe(quint64 device, const QString &node)
{
    if (Room *room = find(node))
        room->subscribers.remove(device);
    const auto subscriptions = m_subscriptions.find(device);
    if (subscriptions == m_subscriptions.end())
        return;
    subscriptions->remove(node);
    if (subscriptions->isEmpty())
        m_subscriptions.erase(subscriptions);
}

void VirtualRooms::push(Device &device, protocol::Stream stream)
{
    if (!m_accounts.isNode(stream.vnode))
        return device.send(errorAck(quint8(FrameType::Stream), ErrorCode::Params, device.encoding));
    if (Room *room = ownedBy(device, stream.vnode))
        return deliver(device, *room, std::move(stream));
    protocol::Ack ack;
    ack.timType = qint8(FrameType::Stream);
    ack.error = protocol::Error{qint32(ErrorCode::PermissionDenied), QString(errorText(ErrorCode::PermissionDenied))};
    ack.n = stream.vnode;
    device.send(encodeAck(ack, device.encoding));
}

void VirtualRooms::pushBinary(Device &device, const QString &vnode, const QByteArray &bytes)
{
    if (!m_accounts.isNode(vnode))
        return device.send(errorAck(quint8(FrameType::BigBinaryStream), ErrorCode::Params, device.encoding));
    protocol::Stream stream;
    stream.vnode = vnode;
    stream.body = bytes;
    push(device, std::move(stream));
}

void VirtualRooms::deliver(Device &from, Room &room, protocol::Stream stream)
{
    room.lastStream = m_environment.now();
    stream.id = qint64(m_environment.random() >> 1);
    stream.fromNode = from.account->node;
    const double share = double(room.subscribers.size()) / fanOutPerToken; // their bytes likewise
    from.frames.charge(share);
    from.bytes.charge(share * double(stream.body.value_or(QByteArray()).size()));

    std::optional<QByteArray> json;
    std::optional<QByteArray> thrift;
    std::optional<QByteArray> binary;
    const auto encoded = [&stream](std::optional<QByteArray> &bytes, Encoding encoding) -> const QByteArray & {
        if (!bytes)
            bytes = protocol::encode({FrameType::Stream, std::nullopt, stream}, protocol::Direction::ServerToClient,
                                     encoding);
        return *bytes;
    };
    for (auto it = room.subscribers.cbegin(); it != room.subscribers.cend(); ++it) {
        Device *device = m_directory.device(it.key());
        if (!device)
            continue;
        if (*it == Mode::Binary) {
            if (!binary)
                binary = raw(stream);
            device->offer(FrameParts{*binary});
        } else if (device->encoding == Encoding::Json) {
            device->offer(FrameParts{encoded(json, Encoding::Json)});
        } else {
            device->offer(FrameParts{encoded(thrift, Encoding::ThriftCompact)});
        }
    }
}

void VirtualRooms::deviceGone(const Device &device)
{
    for (const QString &node : m_subscriptions.take(device.id)) {
        const auto room = m_rooms.find(node);
        if (room != m_rooms.end())
            room->second.subscribers.remove(device.id);
    }
}

void VirtualRooms::sweep()
{
    const SteadyTime now = m_environment.now();
    for (auto room = m_rooms.begin(); room != m_rooms.end();)
        room = now - room->second.lastStream > idleTime ? end(room) : std::next(room);
}

VirtualRooms::Room *VirtualRooms::find(const QString &node)
{
    const auto room = m_rooms.find(node);
    if (room == m_rooms.end())
        return nullptr;
    if (m_environment.now() - room->second.lastStream <= idleTime)
        return &room->second;
    end(room);
    return nullptr;
}

VirtualRooms::Room *VirtualRooms::ownedBy(const Device &device, const QString &node)
{
    Room *room = find(node);
    return room && room->owner == device.account->node ? room : nullptr;
}

VirtualRooms::RoomMap::iterator VirtualRooms::end(RoomMap::iterator room)
{
    for (auto it = room->second.subscribers.cbegin(); it != room->second.subscribers.cend(); ++it) {
        const auto subscriptions = m_subscriptions.find(it.key());
        subscriptions->remove(room->first);
        if (subscriptions->isEmpty())
            m_subscriptions.erase(subscriptions);
    }
    if (--m_owned[room->second.owner] == 0)
        m_owned.remove(room->second.owner);
    return m_rooms.erase(room);
}

} // namespace timbre::node
