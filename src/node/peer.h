// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

#include <array>

namespace timbre::node {

// One outgoing frame in up to three pieces, so that a broadcast is encoded once and only its
// recipient differs.
using FrameParts = std::array<QByteArrayView, 3>;

// A connection as the router sees it: somewhere to put frames. Implemented by Session over a
// WebSocket and by the tests in memory. Frames keep their order; sending never blocks and never
// fails towards the caller, a peer that does not read is cut off by its implementation.
class Peer
{
public:
    virtual ~Peer() = default;

    virtual void send(const FrameParts &parts) = 0;
    void send(QByteArrayView frame) { send(FrameParts{frame}); }
    // For frames nobody waits for (streams, big data): left out, rather than queued, while the peer reads too slowly.
    // So nobody can cut a slow peer off by sending it much.
    virtual void offer(const FrameParts &parts) { send(parts); }
    // Close frame 1000 without a reason, as tim evicts (protocol.md 1.3). Nothing can be sent
    // afterwards.
    virtual void close() = 0;
    // Signed in: the small limits for strangers end (engineering.md 6.5).
    virtual void trust() = 0;
    // The remote address without port, for limits per address. Never shown to other clients.
    virtual QString address() const = 0;
};

} // namespace timbre::node
