// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/room_store.h"

#include <QVariant>

namespace timbre::node {

using namespace Qt::StringLiterals;

QStringList roomSchema()
{
    return {
        u"CREATE TABLE room(node TEXT PRIMARY KEY, founder TEXT NOT NULL, kind INTEGER NOT NULL,"
        " cancelled INTEGER NOT NULL, createtime INTEGER NOT NULL, bean BLOB) WITHOUT ROWID"_s,
        u"CREATE INDEX room_founder ON room(founder) WHERE NOT cancelled"_s,
        // What a person and a room think of each other; `manager` is the place in the list of managers, from 1.
        u"CREATE TABLE room_person(room TEXT NOT NULL, person TEXT NOT NULL, person_stance INTEGER NOT NULL,"
        " room_stance INTEGER NOT NULL, manager INTEGER NOT NULL, PRIMARY KEY(room, person)) WITHOUT ROWID"_s,
        u"CREATE INDEX room_person_person ON room_person(person, room)"_s,
        u"CREATE INDEX room_person_member ON room_person(room, person) WHERE person_stance = 1 AND room_stance = 1"_s,
        u"CREATE INDEX room_person_manager ON room_person(room, manager) WHERE manager > 0"_s,
    };
}

QSqlQuery *RoomStore::query(const QString &statement, const QStringList &values)
{
    QSqlQuery &query = m_database.prepared(statement);
    for (int i = 0; i < int(values.size()); ++i)
        query.bindValue(i, values[i]);
    return m_database.run(query) ? &query : nullptr;
}

std::optional<QStringList> RoomStore::list(const QString &statement, const QString &value)
{
    QSqlQuery *rows = query(statement, {value});
    if (!rows)
        return std::nullopt;
    QStringList found;
    while (rows->next())
        found.append(rows->value(0).toString());
    rows->finish();
    return found;
}

std::optional<int> RoomStore::count(const QString &statement, const QString &value)
{
    QSqlQuery *rows = query(statement, {value});
    if (!rows || !rows->next())
        return std::nullopt;
    const int found = rows->value(0).toInt();
    rows->finish();
    return found;
}

bool RoomStore::addRoom(const RoomRow &room, const QByteArray &bean)
{
    QSqlQuery &query = m_database.prepared(u"INSERT OR IGNORE INTO room(node, founder, kind, cancelled, createtime,"
                                           " bean) VALUES(?, ?, ?, 0, ?, ?)"_s);
    query.bindValue(0, room.node);
    query.bindValue(1, room.founder);
    query.bindValue(2, int(room.kind));
    query.bindValue(3, room.createTime);
    query.bindValue(4, bean);
    return m_database.run(query) && query.numRowsAffected() == 1;
}

std::optional<std::optional<RoomRow>> RoomStore::room(const QString &node)
{
    QSqlQuery *rows = query(u"SELECT founder, kind, cancelled, createtime FROM room WHERE node = ?"_s, {node});
    if (!rows)
        return std::nullopt;
    std::optional<RoomRow> found;
    if (rows->next()) {
        const bool isPrivate = rows->value(1).toInt() == int(RoomKind::Private);
        found = RoomRow{node, rows->value(0).toString(), isPrivate ? RoomKind::Private : RoomKind::Open,
                        rows->value(2).toBool(), rows->value(3).toLongLong()};
    }
    rows->finish();
    return std::optional(std::move(found));
}

bool RoomStore::cancel(const QString &node)
{
    return query(u"UPDATE room SET cancelled = 1, bean = NULL WHERE node = ?"_s, {node})
        && query(u"DELETE FROM room_person WHERE room = ?"_s, {node});
}

std::optional<QByteArray> RoomStore::bean(const QString &node)
{
    QSqlQuery *rows = query(u"SELECT bean FROM room WHERE node = ?"_s, {node});
    if (!rows)
        return std::nullopt;
    QByteArray found;
    if (rows->next())
        found = rows->value(0).toByteArray();
    rows->finish();
    return found;
}

bool RoomStore::setBean(const QString &node, const QByteArray &bean)
{
    QSqlQuery &query = m_database.prepared(u"UPDATE room SET bean = ? WHERE node = ?"_s);
    query.bindValue(0, bean);
    query.bindValue(1, node);
    return m_database.run(query);
}

std::optional<Membership> RoomStore::membership(const QString &room, const QString &person)
{
    QSqlQuery *rows = query(u"SELECT person_stance, room_stance, manager FROM room_person"
                            " WHERE room = ? AND person = ?"_s,
                            {room, person});
    if (!rows)
        return std::nullopt;
    Membership found;
    if (rows->next())
        found = {stanceOf(rows->value(0).toInt()), stanceOf(rows->value(1).toInt()), rows->value(2).toInt()};
    rows->finish();
    return found;
}

bool RoomStore::setMembership(const QString &room, const QString &person, const Membership &membership)
{
    if (membership == Membership())
        return query(u"DELETE FROM room_person WHERE room = ? AND person = ?"_s, {room, person});
    QSqlQuery &query = m_database.prepared(u"INSERT OR REPLACE INTO room_person(room, person, person_stance,"
                                           " room_stance, manager) VALUES(?, ?, ?, ?, ?)"_s);
    query.bindValue(0, room);
    query.bindValue(1, person);
    query.bindValue(2, int(membership.person));
    query.bindValue(3, int(membership.room));
    query.bindValue(4, membership.manager);
    return m_database.run(query);
}

std::optional<QStringList> RoomStore::managers(const QString &room)
{
    return list(u"SELECT person FROM room_person WHERE room = ? AND manager > 0 ORDER BY manager"_s, room);
}

bool RoomStore::setManagers(const QString &room, const QStringList &managers)
{
    const auto before = this->managers(room);
    if (!before)
        return false;
    for (const QString &person : *before) {
        auto row = membership(room, person);
        if (!row)
            return false;
        row->manager = 0;
        if (!setMembership(room, person, *row))
            return false;
    }
    int place = 0;
    for (const QString &person : managers) {
        auto row = membership(room, person);
        if (!row)
            return false;
        // Nobody runs a room he is blocked by or wants nothing of.
        if (row->person == Stance::Blocked || row->room == Stance::Blocked)
            continue;
        row->manager = ++place;
        if (!setMembership(room, person, *row))
            return false;
    }
    return true;
}

std::optional<QStringList> RoomStore::roomsOf(const QString &person)
{
    return list(u"SELECT room FROM room_person WHERE person = ? AND person_stance = 1 AND room_stance = 1"_s, person);
}

std::optional<QStringList> RoomStore::roomsBlockedBy(const QString &person)
{
    return list(u"SELECT room FROM room_person WHERE person = ? AND person_stance = 2"_s, person);
}

std::optional<QStringList> RoomStore::blockedBy(const QString &room)
{
    return list(u"SELECT person FROM room_person WHERE room = ? AND room_stance = 2"_s, room);
}

std::optional<int> RoomStore::memberCount(const QString &room)
{
    return count(u"SELECT COUNT(*) FROM room_person WHERE room = ? AND person_stance = 1 AND room_stance = 1"_s, room);
}

std::optional<int> RoomStore::membershipCount(const QString &person)
{
    return count(u"SELECT COUNT(*) FROM room_person WHERE person = ? AND person_stance <> 0"_s, person);
}

std::optional<int> RoomStore::foundedCount(const QString &person)
{
    return count(u"SELECT COUNT(*) FROM room WHERE founder = ? AND NOT cancelled"_s, person);
}

std::optional<QList<RoomMembers>> RoomStore::everything()
{
    QSqlQuery *rows = query(u"SELECT room.node, room_person.person FROM room LEFT JOIN room_person"
                            " ON room_person.room = room.node AND person_stance = 1 AND room_stance = 1"
                            " WHERE NOT cancelled ORDER BY room.node"_s,
                            {});
    if (!rows)
        return std::nullopt;
    QList<RoomMembers> rooms;
    while (rows->next()) {
        const QString node = rows->value(0).toString();
        if (rooms.isEmpty() || rooms.last().room != node)
            rooms.append({node, {}});
        if (!rows->isNull(1))
            rooms.last().members.append(rows->value(1).toString());
    }
    rows->finish();
    return rooms;
}

} // namespace timbre::node
