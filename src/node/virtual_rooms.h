// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/accounts.h"
#include "node/directory.h"

namespace timbre::node {

// Virtual rooms: channels without a history that one account pushes into and devices subscribe to (protocol.md 9.1,
// 9.2). Kept in memory; an idle one ends after five minutes. Loop thread only; owned by the router.
class VirtualRooms
{
public:
    VirtualRooms(Directory &directory, Accounts &accounts, Environment environment);

    // Frame 22.
    void handle(Device &device, const protocol::Request &request);
    // Frame 94.
    void push(Device &device, protocol::Stream stream);
    // Frame 97 without its header: the virtual room's node and the bytes.
    void pushBinary(Device &device, const QString &vnode, const QByteArray &bytes);
    void deviceGone(const Device &device);

private:
    Directory &m_directory;
    Accounts &m_accounts;
    Environment m_environment;
};

} // namespace timbre::node
