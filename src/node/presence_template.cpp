// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/presence_template.h"

#include <algorithm>

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
        m_json = Halves{std::move(bytes), at + mark.size(), at + mark.size()};
    }
    return *m_json;
}

const PresenceTemplate::Halves &PresenceTemplate::thrift(qsizetype nodeLength)
{
    if (!m_thrift || m_thrift->after - m_thrift->before != nodeLength) {
        // The node's length stands before it as a number, so its place cannot be searched for as in JSON: two frames
        // that differ in nothing but the node show where it begins.
        const auto encoded = [this, nodeLength](char filler) {
            m_presence.toTid->node = QString(nodeLength, QLatin1Char(filler));
            QByteArray bytes = protocol::encode({FrameType::Presence, std::nullopt, m_presence},
                                                Direction::ServerToClient, Encoding::ThriftCompact);
            m_presence.toTid->node.clear();
            return bytes;
        };
        QByteArray bytes = encoded('a');
        const QByteArray other = encoded('b');
        Q_ASSERT(bytes.size() == other.size());
        const qsizetype at
            = std::mismatch(bytes.cbegin(), bytes.cend(), other.cbegin(), other.cend()).first - bytes.cbegin();
        m_thrift = Halves{std::move(bytes), at, at + nodeLength};
    }
    return *m_thrift;
}

void PresenceTemplate::sendTo(const Account &account)
{
    for (Device *device : account.devices) {
        const Halves &halves = device->encoding == Encoding::Json ? json() : thrift(account.nodeUtf8.size());
        const QByteArrayView bytes(halves.bytes);
        device->send(FrameParts{bytes.first(halves.before), account.nodeUtf8, bytes.sliced(halves.after)});
    }
}

} // namespace timbre::node
