// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/room_bean.h"

#include "protocol/frame.h"

namespace timbre::node {

using protocol::RoomBean;

namespace {

void dropColumns(RoomBean &bean)
{
    bean.founder.reset();
    bean.managers.reset();
    bean.gtype.reset();
    bean.createtime.reset();
}

} // namespace

QByteArray encodeRoomBean(const RoomBean &bean)
{
    RoomBean kept = bean;
    dropColumns(kept);
    protocol::Nodes nodes;
    nodes.ntype = qint32(protocol::NodesOp::ModifyRoom);
    nodes.roommap = QMap<QString, RoomBean>{{QString(), std::move(kept)}};
    return protocol::encode({protocol::FrameType::Nodes, std::nullopt, std::move(nodes)},
                            protocol::Direction::ServerToClient);
}

RoomBean decodeRoomBean(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return {};
    const auto decoded = protocol::decode(bytes, protocol::Direction::ServerToClient);
    const auto *nodes = decoded ? std::get_if<protocol::Nodes>(&decoded->frame.payload) : nullptr;
    return nodes && nodes->roommap && !nodes->roommap->isEmpty() ? nodes->roommap->first() : RoomBean();
}

void mergeRoomBean(RoomBean &bean, const RoomBean &changes)
{
    RoomBean allowed = changes;
    dropColumns(allowed);
    protocol::forEachField<RoomBean>([&](const auto &field) {
        if (allowed.*(field.member))
            bean.*(field.member) = allowed.*(field.member);
    });
}

} // namespace timbre::node
