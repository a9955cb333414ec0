// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/directory.h"
#include "node/virtual_rooms.h"

namespace timbre::node {

// Frames 95, 96 and 97 from a client (protocol.md 9.3, 9.4): length, node, separator, bytes; no encoding, no history,
// no offline copy. Loop thread only; owned by the router.
class BigData
{
public:
    BigData(Directory &directory, VirtualRooms &virtualRooms) : m_directory(directory), m_virtualRooms(virtualRooms) { }

    // A whole frame, its type byte included.
    void handle(Device &device, QByteArrayView frame);

private:
    Directory &m_directory;
    VirtualRooms &m_virtualRooms;
};

} // namespace timbre::node
