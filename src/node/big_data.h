// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/directory.h"
#include "node/virtual_rooms.h"

namespace timbre::node {

// Frames 95, 96 and 97 from a client (protocol.md 9.3, 9.4): length, node, separator, bytes; no encoding, no history,
// no offline copy, no friendship needed, but nothing passes a block. Loop thread only; owned by the router.
//
// A frame that announces more than it brings collects the following messages of its connection, whatever they look
// like: pings and acks among them are swallowed, as by tim. What is collected is bounded: 32 MiB a frame, because no
// client takes more in one piece; 256 MiB for all half-sent frames of the node, beyond which the one that kept the
// most for the longest is dropped; 30 s without a byte end it, and its connection with it. A frame that is refused or
// dropped gets 4114, and the rest of it is swallowed unkept: read as frames, the bytes of a file would act in its
// sender's name.
class BigData
{
public:
    static constexpr qint64 largestFrame = 32 * 1024 * 1024;
    static constexpr qint64 budget = 256 * 1024 * 1024;

    BigData(Directory &directory, VirtualRooms &virtualRooms, Environment environment);

    // A message of a signed-in device, as it came. Gives the frame to be served now: the message itself, or the one it
    // completed (valid until the next call); empty if the message was kept or swallowed.
    QByteArrayView collect(Device &device, QByteArrayView message);
    // A whole frame, its type byte included.
    void handle(Device &device, QByteArrayView frame);
    void deviceGone(const Device &device);
    // Devices in the middle of a frame who have sent nothing for too long. They are to be put out: what still comes
    // from them must not be read as frames.
    std::vector<quint64> stalled() const;

    qint64 collectedBytes() const { return m_collectedBytes; }

private:
    struct Collection {
        qint64 announced = 0;
        qint64 received = 0; // counts on when nothing is kept
        QByteArray bytes;
        bool swallowing = false; // nothing is kept any more
        SteadyTime since;
        SteadyTime lastProgress;
    };
    using Collections = std::unordered_map<quint64, Collection>; // by device

    void keep(Collection &collection, QByteArrayView message);
    void makeRoom();
    void refuse(Collections::value_type &collection);
    void forget(Collection &collection);
    void relay(const Device &device, protocol::FrameType type, const QString &node, QByteArrayView data);

    Directory &m_directory;
    VirtualRooms &m_virtualRooms;
    Environment m_environment;
    Collections m_collections;
    qint64 m_collectedBytes = 0; // what the collections take in memory
    QByteArray m_complete;
};

} // namespace timbre::node
