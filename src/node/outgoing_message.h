// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/frame.h"

#include <array>

namespace timbre::node {

// A frame for many devices: encoded once per encoding, when the first device of that encoding needs it. Recipients
// that want an ack get the same bytes behind a head of their own (Deliveries).
class OutgoingMessage
{
public:
    explicit OutgoingMessage(protocol::Message message) :
        m_frame{protocol::FrameType::Message, std::nullopt, std::move(message)}
    {
    }

    const protocol::Message &message() const { return std::get<protocol::Message>(m_frame.payload); }
    // Without a sync id.
    const QByteArray &frame(protocol::Encoding encoding)
    {
        QByteArray &bytes = m_encoded[std::size_t(encoding)];
        if (bytes.isEmpty())
            bytes = protocol::encode(m_frame, protocol::Direction::ServerToClient, encoding);
        return bytes;
    }

private:
    protocol::Frame m_frame;
    std::array<QByteArray, 2> m_encoded; // by protocol::Encoding
};

} // namespace timbre::node
