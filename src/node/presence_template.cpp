// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/presence_template.h"

namespace timbre::node {

using protocol::Direction;
using protocol::Encoding;
using protocol::FrameType;

PresenceTemplate::PresenceTemplate(protocol::Presence presence) : m_presence(std::move(presence))
{
    if (!m_presence.toTid)
        m_presence.toTid.emplace();
    m_presence.toTid->node.clear();
    m_presence.toList.reset();
}

const PresenceTemplate::Halves &PresenceTemplate::json()
{
    if (!m_json) {
        // Cannot occur before its place: quotes inside strings are escaped, and what stands before
        // it (id, subStatus, fromTid) holds no other object whose first key is "node" under that
        // name.
        static constexpr QByteArrayView mark("\"toTid\":{\"node\":\"");
        QByteArray bytes = protocol::encode({FrameType::Presence, std::nullopt, m_presence}, Direction::ServerToClient,
                                            Encoding::Json);
        const qsizetype at = bytes.indexOf(mark);
        Q_ASSERT(at > 0);
        m_json = Halves{std::move(bytes), at + mark.size()};
    }
    return *m_json;
}

void PresenceTemplate::sendTo(const Account &account)
{
    for (Device *device : account.devices) {
        if (device->encoding == Encoding::Json) {
            const Halves &halves = json();
            const QByteArrayView bytes(halves.bytes);
            device->send(FrameParts{bytes.first(halves.split), account.nodeUtf8, bytes.sliced(halves.split)});
            continue;
        }
        protocol::Presence copy = m_presence;
        copy.toTid->node = account.node;
        device->send(protocol::encode({FrameType::Presence, std::nullopt, std::move(copy)}, Direction::ServerToClient,
                                      device->encoding));
    }
}

} // namespace timbre::node
