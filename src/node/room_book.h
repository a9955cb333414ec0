// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace timbre::node {

// Which rooms there are and who is in them, in memory, so that a message to a room needs no database. Filled at start,
// changed by Rooms after each commit. Loop thread only; owned by the router. Knows no protocol.
class RoomBook
{
public:
    // Exists and is not cancelled.
    bool isOpen(const QString &room) const { return m_members.contains(room); }
    bool isMember(const QString &room, const QString &node) const { return m_members.value(room).contains(node); }
    QStringList members(const QString &room) const { return m_members.value(room); }

    void add(const QString &room, const QStringList &members) { m_members.insert(room, members); }
    void remove(const QString &room) { m_members.remove(room); }

private:
    QHash<QString, QStringList> m_members;
};

} // namespace timbre::node
