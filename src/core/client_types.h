// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/availability.h"
#include "core/contact_id.h"
#include "core/node_ids.h"
#include "protocol/expected.h"
#include "protocol/types.h"

#include <functional>

// The values of core::Client: what goes into its calls, what comes back, what arrives unasked.
namespace timbre::core {

// Why a call has no result.
struct CallError {
    enum class Kind {
        NotConnected, // no signed-in line: nothing was sent
        NoAnswer, // sent, and nothing came within the call's limit: it may or may not have been done
        LineLost, // sent, then the line fell: it may or may not have been done
        Refused, // the server said no; serverCode says why
        TooLarge, // what was to be sent does not fit into a frame; nothing was sent
        TooMany, // Client::maxCalls are under way; nothing was sent
    };
    Kind kind = Kind::NoAnswer;
    qint32 serverCode = 0; // of protocol.md 11; 0 unless Refused, and if the server gave none
    QString serverText; // the server's own words: one plain line of at most 200 characters, for logs

    bool operator==(const CallError &) const = default;
};

template <typename T> using CallResult = Expected<T, CallError>;
template <typename T> using CallDone = std::function<void(const CallResult<T> &)>;

// tim says nothing where a list is empty (protocol.md 2.3): then `answered` is false and the list is empty. That is
// no proof: whoever would lose something by believing it asks again.
template <typename Item> struct Listing {
    QList<Item> items;
    bool answered = false;
};
template <typename Id, typename Info> struct Infos {
    QMap<Id, Info> items; // only those that the server knows
    bool answered = false;
};

// What became of a request to be friends, or of the acceptance of one.
enum class Befriended {
    Sent, // the server did not object, which is all that tim tells
    Friends, // the server said at once that both are friends now
};

enum class RoomKind { Private = 1, Open = 2 }; // TimRoomBean.gtype

enum class Joined {
    Member,
    Applied, // private room: a manager decides; the answer arrives as a Notice
};

enum class Subscription {
    Struct, // streamReceived, with sender and dtype
    Binary, // binaryStreamReceived, bytes only
};

// Whom a message goes to, or belongs to.
struct Conversation {
    ContactId user; // with a room: privately between members of that room
    RoomId room;

    static Conversation with(ContactId user) { return {std::move(user), {}}; }
    static Conversation in(RoomId room) { return {{}, std::move(room)}; }
    static Conversation privately(RoomId room, ContactId user) { return {std::move(user), std::move(room)}; }
    bool isRoom() const { return user.isEmpty(); }
    bool operator==(const Conversation &) const = default;
};

// The part of a message that belongs to the people who write it.
struct MessageContent {
    QString text;
    QByteArray binary;
    std::optional<qint16> udtype;
    std::optional<qint16> udshow;
    protocol::TextMap extend;
    protocol::BinaryMap extra;
};

// The server has a message: the echo (user) or the own copy (room) came back.
struct Receipt {
    qint64 id = 0; // ours
    qint64 mid = 0; // the server's number of it in its conversation; 0 if the server keeps no history
    qint64 timestamp = 0; // Unix nanoseconds, the server's clock
};

// Where to start in a history, which goes from new to old.
struct HistoryPage {
    qint64 fromMid = 0; // this one and older; 0 = the newest
    qint64 fromTime = 0; // Unix nanoseconds, this and older; used if fromMid is 0; 0 = now
    int limit = 50; // 1 to Client::maxHistory
};

// Waiting messages, oldest first.
struct OfflineMessages {
    QList<protocol::Message> messages;
    bool complete = false; // the server said that there are no more
};

// What we tell of ourselves. `v`, `run` and `seq` of extend are the Client's (design.md 2).
struct OwnPresence {
    Availability availability = Availability::Chat; // not Offline, not Unknown
    QString mood;
    protocol::TextMap extend;
};

// What the server tells of relations and rooms (protocol.md 7.3, 8.2): odType 4. A friend can forge it, so it is a
// hint to fetch what it is about again.
struct Notice {
    protocol::BusinessOp op = protocol::BusinessOp::AddFriend;
    ContactId from; // empty if the server names nobody
    RoomId room; // empty if it is about no room
    QString text; // of a request; as received: any text, any size
    qint64 timestamp = 0; // Unix nanoseconds
};

// A message that is to be taken away.
struct MessageGone {
    Conversation conversation; // of two users: the other one, whoever wrote
    ContactId by;
    qint64 mid = 0; // 0 in a revoke that waited on tim: fetch the history again (protocol.md 6.4)
};

} // namespace timbre::core
