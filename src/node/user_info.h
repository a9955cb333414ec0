// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/accounts.h"
#include "node/directory.h"

namespace timbre::node {

// Frame 42, ntype 4 and 6: what people say about themselves (protocol.md 7.4). Every existing
// account asked for has an entry, with at least its createtime. Nothing here is private: whoever
// knows a node may ask, as in tim. Loop thread only; owned by the router.
class UserInfo
{
public:
    UserInfo(Directory &directory, Accounts &accounts, NodeStore &store) :
        m_directory(directory),
        m_accounts(accounts),
        m_store(store)
    {
    }

    void handle(Device &device, const protocol::Nodes &request);

private:
    void get(Device &device, const QStringList &nodes);
    void modify(Device &device, const protocol::UserBean &changes);
    void refuse(Device &device, protocol::ErrorCode code);

    Directory &m_directory;
    Accounts &m_accounts;
    NodeStore &m_store;
};

} // namespace timbre::node
