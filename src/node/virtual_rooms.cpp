// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/virtual_rooms.h"

#include "node/replies.h"

namespace timbre::node {

using protocol::ErrorCode;
using protocol::FrameType;

VirtualRooms::VirtualRooms(Directory &directory, Accounts &accounts, Environment environment) :
    m_directory(directory),
    m_accounts(accounts),
    m_environment(std::move(environment))
{
}

void VirtualRooms::handle(Device &device, const protocol::Request &)
{
    device.send(errorAck(quint8(FrameType::VRoom), ErrorCode::Params, device.encoding));
}

void VirtualRooms::push(Device &device, protocol::Stream)
{
    device.send(errorAck(quint8(FrameType::Stream), ErrorCode::Params, device.encoding));
}

void VirtualRooms::pushBinary(Device &device, const QString &, const QByteArray &)
{
    device.send(errorAck(quint8(FrameType::BigBinaryStream), ErrorCode::Params, device.encoding));
}

void VirtualRooms::deviceGone(const Device &) { }

} // namespace timbre::node
