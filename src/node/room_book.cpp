// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/room_book.h"

#include <QSet>

namespace timbre::node {

void RoomBook::load(const QList<RoomMembers> &rooms)
{
    QSet<QString> texts;
    m_rooms.clear();
    m_rooms.reserve(rooms.size());
    for (const RoomMembers &room : rooms) {
        Members &members = m_rooms[room.room];
        members.nodes.reserve(room.members.size());
        members.places.reserve(room.members.size());
        for (const QString &node : room.members) {
            const QString &shared = *texts.insert(node);
            members.places.insert(shared, members.nodes.size());
            members.nodes.append(shared);
        }
    }
}

bool RoomBook::isMember(const QString &room, const QString &node) const
{
    const auto found = m_rooms.constFind(room);
    return found != m_rooms.cend() && found->places.contains(node);
}

QStringList RoomBook::members(const QString &room) const
{
    const auto found = m_rooms.constFind(room);
    return found == m_rooms.cend() ? QStringList() : found->nodes;
}

void RoomBook::add(const QString &room, const QString &node)
{
    Members &members = m_rooms[room];
    if (members.places.contains(node))
        return;
    members.places.insert(node, members.nodes.size());
    members.nodes.append(node);
}

void RoomBook::remove(const QString &room, const QString &node)
{
    const auto found = m_rooms.find(room);
    if (found == m_rooms.end())
        return;
    const auto place = found->places.constFind(node);
    if (place == found->places.cend())
        return;
    // The last one takes the free place.
    const qsizetype free = *place;
    found->places.erase(place);
    const QString last = found->nodes.takeLast();
    if (free < found->nodes.size()) {
        found->nodes[free] = last;
        found->places[last] = free;
    }
}

} // namespace timbre::node
