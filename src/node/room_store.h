// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/database.h"
#include "node/room_rules.h"

namespace timbre::node {

// The tables of rooms, their members and blocks.
QStringList roomSchema();

struct RoomRow {
    QString node;
    QString founder;
    RoomKind kind = RoomKind::Open;
    bool cancelled = false;
    qint64 createTime = 0; // Unix nanoseconds
};

struct RoomMembers {
    QString room;
    QStringList members;
};

// Rooms in the database, in the words of the node. A cancelled room keeps its row, so that it can be told from one
// that never was, but neither people nor profile. Writer thread only, inside the store's jobs; failures as in Database.
class RoomStore
{
public:
    explicit RoomStore(Database &database) : m_database(database) { }

    // False if that room is there already, or on failure.
    bool addRoom(const RoomRow &room, const QByteArray &bean);
    std::optional<std::optional<RoomRow>> room(const QString &node);
    bool cancel(const QString &node);

    std::optional<QByteArray> bean(const QString &node);
    bool setBean(const QString &node, const QByteArray &bean);

    std::optional<Membership> membership(const QString &room, const QString &person);
    bool setMembership(const QString &room, const QString &person, const Membership &membership);
    // In the founder's order. They need not be members.
    std::optional<QStringList> managers(const QString &room);
    bool setManagers(const QString &room, const QStringList &managers);

    std::optional<QStringList> roomsOf(const QString &person);
    std::optional<QStringList> roomsBlockedBy(const QString &person);
    std::optional<QStringList> blockedBy(const QString &room);

    // For the caps: members of a room; rooms a person is in, has applied to or blocks (what rooms think of the person
    // is not the person's doing); rooms a person has founded and not cancelled.
    std::optional<int> memberCount(const QString &room);
    std::optional<int> membershipCount(const QString &person);
    std::optional<int> foundedCount(const QString &person);

    // Every room that is not cancelled.
    std::optional<QList<RoomMembers>> everything();

private:
    QSqlQuery *query(const QString &statement, const QStringList &values);
    std::optional<QStringList> list(const QString &statement, const QString &value);
    std::optional<int> count(const QString &statement, const QString &value);

    Database &m_database;
};

} // namespace timbre::node
