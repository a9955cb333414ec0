// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/accounts.h"
#include "node/directory.h"
#include "node/room_book.h"

namespace timbre::node {

// Frame 21 (protocol.md 6.8): one's own conversation with an account, or that of a room one is a member of, newest
// first; nothing is sent when nothing matches, as by tim. An answer ends at 10 000 messages or about 1 MiB even if
// more were asked for; the next page starts at its last mid. Loop thread only; owned by the router.
class History
{
public:
    History(Directory &directory, Accounts &accounts, NodeStore &store, const RoomBook &rooms) :
        m_directory(directory),
        m_accounts(accounts),
        m_store(store),
        m_rooms(rooms)
    {
    }

    // What the error ack says, or nothing.
    std::optional<protocol::ErrorCode> pull(Device &device, const protocol::Request &request);

private:
    void answer(quint64 deviceId, std::optional<QList<protocol::Message>> messages);

    Directory &m_directory;
    Accounts &m_accounts;
    NodeStore &m_store;
    const RoomBook &m_rooms;
};

} // namespace timbre::node
