// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/database.h"

namespace timbre::node {

// The tables of stored chat messages.
QStringList messageSchema();

// Which conversation a message belongs to: two accounts, in whatever order, or a room.
QString chatOfPair(const QString &a, const QString &b);
QString chatOfRoom(const QString &room);

struct NewMessage {
    QString chat;
    QString sender;
    qint64 time = 0; // Unix nanoseconds
    QByteArray body; // see MessageRow
};

struct MessageRow {
    qint64 mid = 0;
    QString sender;
    QByteArray body; // a TIMMESSAGE frame in compact encoding, without what the columns hold and without id
};

struct HistoryPage {
    QString chat;
    qint64 from = 0; // the newest message wanted, by mid; 0: no such bound
    qint64 before = 0; // or by time, Unix nanoseconds
    int rows = 0;
    qint64 bytes = 0; // of bodies; two rows come whatever their size, or paging by the last mid would stop
};

// Chat messages and who has not got them yet, in the words of the node. A message is stored once whatever the number
// of its receivers; a receiver who has not acked it has a row of two numbers. Numbers of messages (mid) rise and are
// never used twice. Writer thread only, inside the store's jobs; failures as in Database.
class MessageStore
{
public:
    explicit MessageStore(Database &database) : m_database(database) { }

    std::optional<qint64> add(const NewMessage &message);
    // Waits for that account from now on. False: its queue is full (or failed() tells).
    bool await(const QString &node, qint64 mid);
    // Nothing waits any more; fine if nothing did.
    bool delivered(const QString &node, qint64 mid);

    // Who wrote it, empty if that conversation has no such message.
    std::optional<QString> sender(const QString &chat, qint64 mid);
    // What refers to it elsewhere goes when it is come across.
    bool remove(qint64 mid);

    // Newest first.
    std::optional<std::vector<MessageRow>> history(const HistoryPage &page);
    // The oldest that wait for that account and are not in `skip`, at most `limit`.
    std::optional<std::vector<MessageRow>> waiting(const QString &node, const std::vector<qint64> &skip, int limit);

private:
    Database &m_database;
};

} // namespace timbre::node
