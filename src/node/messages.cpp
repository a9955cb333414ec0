// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/messages.h"

namespace timbre::node {

using protocol::ErrorCode;

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

// Messages are not carried yet; the node says so with the code tim would give for the first thing wrong.
std::optional<ErrorCode> Messages::handle(Device &device, protocol::FrameType, protocol::Message message)
{
    if (message.msType != qint8(protocol::MsType::User) || !message.toTid)
        return ErrorCode::Params;
    const QString &to = message.toTid->node;
    if (!m_accounts.isNode(to) || !m_accounts.exists(to))
        return ErrorCode::Account;
    if (!device.account->relationTo(to).friends())
        return ErrorCode::PermissionDenied;
    return ErrorCode::Params;
}

std::optional<ErrorCode> Messages::pull(Device &, const protocol::Request &)
{
    return ErrorCode::Params;
}

} // namespace timbre::node
