// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDebug>
#include <QHashFunctions>
#include <QMetaType>
#include <QString>

namespace timbre::core {

// A node of the wire that is no account (those are ContactId): one type per kind, so that a room cannot be passed for
// a user (protocol.md 4.1).
template <typename Kind> class NodeId
{
public:
    NodeId() = default;
    explicit NodeId(QString node) : m_node(std::move(node)) { }

    const QString &node() const { return m_node; }
    bool isEmpty() const { return m_node.isEmpty(); }

    friend bool operator==(const NodeId &, const NodeId &) = default;
    friend bool operator<(const NodeId &a, const NodeId &b) { return a.m_node < b.m_node; }
    friend size_t qHash(const NodeId &id, size_t seed = 0) { return qHash(id.m_node, seed); }
    friend QDebug operator<<(QDebug debug, const NodeId &id) { return debug << id.m_node; }

private:
    QString m_node;
};

using RoomId = NodeId<struct RoomKindTag>;
using VirtualRoomId = NodeId<struct VirtualRoomKindTag>; // the channel of a stream, protocol.md 9

} // namespace timbre::core

Q_DECLARE_METATYPE(timbre::core::RoomId)
Q_DECLARE_METATYPE(timbre::core::VirtualRoomId)
