// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/room_info.h"

#include "node/replies.h"
#include "node/room_bean.h"
#include "node/room_changes.h"

namespace timbre::node {

using protocol::ErrorCode;
using protocol::FrameType;
using protocol::NodesOp;
using protocol::RoomBean;

namespace {

constexpr quint8 nodesType = quint8(FrameType::Nodes);
constexpr qsizetype maxNodes = 10'000;
constexpr qsizetype maxManagers = 1'000;
constexpr qsizetype answerBytes = 1024 * 1024; // an answer is cut into frames of about this size

struct Found {
    QMap<QString, RoomBean> rooms;
    qsizetype next = 0; // the first node not looked at
};

// From `first` on as many as make one frame.
std::optional<Found> roomsFrom(Database &database, const QStringList &nodes, qsizetype first)
{
    RoomStore store(database);
    Found found;
    qsizetype bytes = 0;
    for (found.next = first; found.next < nodes.size() && bytes < answerBytes; ++found.next) {
        const QString &node = nodes[found.next];
        const auto row = store.room(node);
        if (!row)
            return std::nullopt;
        if (!*row || (*row)->cancelled)
            continue;
        const auto kept = store.bean(node);
        const auto managers = store.managers(node);
        if (!kept || !managers)
            return std::nullopt;
        RoomBean bean = decodeRoomBean(*kept);
        bean.founder = (*row)->founder;
        bean.gtype = qint8((*row)->kind);
        bean.createtime = (*row)->createTime;
        if (!managers->isEmpty())
            bean.managers = *managers;
        found.rooms.insert(node, std::move(bean));
        bytes += kept->size() + 128 + 16 * managers->size();
    }
    return found;
}

// Done, or why not.
std::optional<RoomDecision> modifyRoom(Database &database, const QString &node, const QString &actor,
                                       const RoomBean &changes)
{
    RoomStore store(database);
    const auto row = store.room(node);
    if (!row)
        return std::nullopt;
    if (!*row)
        return RoomDecision{ErrorCode::NoExist};
    if ((*row)->cancelled)
        return RoomDecision{ErrorCode::Cancelled};
    const auto membership = store.membership(node, actor);
    const auto kept = store.bean(node);
    if (!membership || !kept)
        return std::nullopt;
    const RoomRole role = roleIn(**row, actor, *membership);
    if (role == RoomRole::None)
        return RoomDecision{ErrorCode::PermissionDenied};
    RoomBean bean = decodeRoomBean(*kept);
    mergeRoomBean(bean, changes);
    const QByteArray encoded = encodeRoomBean(bean);
    if (encoded.size() > maxRoomBean)
        return RoomDecision{ErrorCode::Params};
    if (!store.setBean(node, encoded))
        return std::nullopt;
    // From a manager the list is ignored, as tim does: clients send the whole bean back.
    if (changes.managers && role == RoomRole::Founder && !store.setManagers(node, *changes.managers))
        return std::nullopt;
    return RoomDecision();
}

} // namespace

void RoomInfo::refuse(Device &device, ErrorCode code)
{
    device.send(errorAck(nodesType, code, device.encoding));
}

void RoomInfo::handle(Device &device, const protocol::Nodes &request)
{
    if (NodesOp(request.ntype) == NodesOp::RoomInfo) {
        if (!request.nodelist || request.nodelist->isEmpty() || request.nodelist->size() > maxNodes)
            return refuse(device, ErrorCode::Params);
        QStringList nodes = *request.nodelist;
        nodes.removeDuplicates();
        m_directory.hold(device);
        return get(device.id, nodes, 0);
    }
    if (!request.roommap || request.roommap->size() != 1)
        return refuse(device, ErrorCode::Params);
    modify(device, request.roommap->firstKey(), request.roommap->first());
}

// One frame per job, so that neither the writer nor the memory is taken by one large question. Rooms that do not exist
// are left out, and when none is left there is no answer (protocol.md 2.3).
void RoomInfo::get(quint64 deviceId, const QStringList &nodes, qsizetype first)
{
    m_store.run([nodes, first](Database &database) { return roomsFrom(database, nodes, first); },
                [this, deviceId, nodes](std::optional<Found> found) {
                    Device *asking = m_directory.device(deviceId);
                    if (asking && !found) {
                        refuse(*asking, ErrorCode::Database);
                    } else if (asking && !found->rooms.isEmpty()) {
                        protocol::Nodes answer;
                        answer.ntype = qint32(NodesOp::RoomInfo);
                        answer.roommap = std::move(found->rooms);
                        asking->send(protocol::encode({FrameType::Nodes, std::nullopt, std::move(answer)},
                                                      protocol::Direction::ServerToClient, asking->encoding));
                    }
                    if (asking && asking->peer && found && found->next < nodes.size())
                        return get(deviceId, nodes, found->next);
                    m_directory.release(deviceId);
                });
}

void RoomInfo::modify(Device &device, const QString &room, const RoomBean &changes)
{
    if (!m_accounts.isNode(room))
        return refuse(device, ErrorCode::Account);
    if (encodeRoomBean(changes).size() > maxRoomBean)
        return refuse(device, ErrorCode::Params);
    RoomBean wanted = changes;
    if (wanted.managers) {
        wanted.managers->removeDuplicates();
        // Clients send back the whole list; one who no longer exists must not stop them.
        wanted.managers->removeIf([this](const QString &manager) { return !m_accounts.exists(manager); });
        if (wanted.managers->size() > maxManagers)
            return refuse(device, ErrorCode::Params);
    }
    m_directory.hold(device);
    m_store.run([room, actor = device.account->node,
                 wanted](Database &database) { return modifyRoom(database, room, actor, wanted); },
                [this, id = device.id](std::optional<RoomDecision> decision) {
                    if (Device *asking = m_directory.device(id)) {
                        if (!decision || decision->error) {
                            refuse(*asking, decision ? *decision->error : ErrorCode::Database);
                        } else {
                            asking->send(encodeAck(okAck(nodesType, qint64(NodesOp::ModifyRoom)), asking->encoding));
                        }
                    }
                    m_directory.release(id);
                });
}

} // namespace timbre::node
