// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/room_store.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace timbre::node {

// Which rooms there are and who is in them, in memory, so that a message to a room needs no database. Filled at start,
// changed by Rooms after each commit. Loop thread only; owned by the router. Knows no protocol.
class RoomBook
{
public:
    // What the database holds at start. Equal texts share one copy from here on.
    void load(const QList<RoomMembers> &rooms);

    // Exists and is not cancelled.
    bool isOpen(const QString &room) const { return m_rooms.contains(room); }
    bool isMember(const QString &room, const QString &node) const;
    // A shared copy, not a deep one; in no particular order.
    QStringList members(const QString &room) const;
    qsizetype size() const { return m_rooms.size(); }

    // A member of a room that is not there yet makes it.
    void add(const QString &room, const QString &node);
    void remove(const QString &room, const QString &node);
    void remove(const QString &room) { m_rooms.remove(room); }

private:
    struct Members {
        QStringList nodes;
        QHash<QString, qsizetype> places; // in `nodes`
    };

    QHash<QString, Members> m_rooms;
};

} // namespace timbre::node
