// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/accounts.h"
#include "node/directory.h"

namespace timbre::node {

// Frame 42, ntype 5 and 7: what rooms say of themselves and who may change it (protocol.md 8.4). Nothing of it is
// private: whoever knows a room's node may ask, as in tim; who is in it only its members learn (Rooms). Loop thread
// only; owned by Rooms.
class RoomInfo
{
public:
    RoomInfo(Directory &directory, Accounts &accounts, NodeStore &store) :
        m_directory(directory),
        m_accounts(accounts),
        m_store(store)
    {
    }

    void handle(Device &device, const protocol::Nodes &request);

private:
    void get(quint64 deviceId, const QStringList &nodes, qsizetype first);
    void modify(Device &device, const QString &room, const protocol::RoomBean &changes);
    void refuse(Device &device, protocol::ErrorCode code);

    Directory &m_directory;
    Accounts &m_accounts;
    NodeStore &m_store;
};

} // namespace timbre::node
