// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/rooms.h"

#include "node/replies.h"

namespace timbre::node {

using protocol::BusinessOp;
using protocol::ErrorCode;
using protocol::FrameType;

Rooms::Rooms(Directory &directory, Accounts &accounts, NodeStore &store, Deliveries &deliveries, RoomBook &book,
             Environment environment) :
    m_directory(directory),
    m_accounts(accounts),
    m_store(store),
    m_deliveries(deliveries),
    m_book(book),
    m_environment(std::move(environment))
{
}

bool Rooms::isRoomOperation(BusinessOp op)
{
    switch (op) {
    case BusinessOp::Rooms:
    case BusinessOp::RoomMembers:
    case BusinessOp::NewRoom:
    case BusinessOp::JoinRoom:
    case BusinessOp::RejectRoom:
    case BusinessOp::PullIn:
    case BusinessOp::Kick:
    case BusinessOp::BlockRoom:
    case BusinessOp::BlockMember:
    case BusinessOp::LeaveRoom:
    case BusinessOp::CancelRoom:
    case BusinessOp::BlockedRooms:
    case BusinessOp::RoomBlockedMembers:
        return true;
    default:
        return false;
    }
}

void Rooms::handle(Device &device, const protocol::Request &)
{
    device.send(errorAck(quint8(FrameType::Business), ErrorCode::Params, device.encoding));
}

void Rooms::info(Device &device, const protocol::Nodes &)
{
    device.send(errorAck(quint8(FrameType::Nodes), ErrorCode::Params, device.encoding));
}

} // namespace timbre::node
