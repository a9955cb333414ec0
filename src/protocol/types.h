// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/fields.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

// The structures of tim's wire protocol (protocol.md 3.2) as plain values. They know neither an encoding nor a
// socket. Names of members are the wire's own, with its spelling ("brithday"). Ids and timestamps are full 64-bit
// integers and may be negative; timestamps are Unix nanoseconds.
namespace timbre::protocol {

using TextMap = QMap<QString, QString>;
using BinaryMap = QMap<QString, QByteArray>;

// Error codes of protocol.md 11 that code asks for by name.
enum class ErrorCode : qint32 {
    HasExist = 4101,
    NoPass = 4102,
    ExpireOp = 4103,
    Params = 4104,
    PermissionDenied = 4105,
    Account = 4106,
    Interface = 4107,
    Cancelled = 4108,
    NoExist = 4109,
    Blocked = 4110,
    OverEntry = 4111,
    ModifyAuth = 4112,
    Format = 4113,
    BigData = 4114,
    Token = 4115,
    Ping = 4116,
    Repeat = 4117,
    Undefined = 5101,
    Database = 5103,
    Overload = 5104,
    OverHz = 5105,
};

// TimReq.rtype of a Business frame, TimAck.t of its answer and TimMessage.bnType of what third parties are told
// (protocol.md 7.1, 8.2).
enum class BusinessOp : qint32 {
    Roster = 1,
    Rooms = 2,
    RoomMembers = 3,
    AddFriend = 4,
    Friend = 5,
    RemoveFriend = 6,
    BlockUser = 7,
    NewRoom = 8,
    JoinRoom = 9,
    PassRoom = 10,
    RejectRoom = 11,
    PullIn = 12,
    Kick = 13,
    BlockRoom = 14,
    BlockMember = 15,
    LeaveRoom = 16,
    CancelRoom = 17,
    BlockedUsers = 18,
    BlockedRooms = 19,
    RoomBlockedMembers = 20,
    ChangePassword = 21,
};

// TimNodes.ntype (protocol.md 7.1).
enum class NodesOp : qint32 {
    Roster = 1,
    Rooms = 2,
    RoomMembers = 3,
    UserInfo = 4,
    RoomInfo = 5,
    ModifyUser = 6,
    ModifyRoom = 7,
    BlockedUsers = 8,
    BlockedRooms = 9,
    RoomBlockedMembers = 10,
};

// TimPresence.subStatus by convention (protocol.md 5.1).
enum class SubStatus : qint8 { Plain = 0, Ask = 1, Answer = 2, ProfileChanged = 3, Changed = 4 };

// TimPresence.show as this project defines it (design.md 2).
enum class Show : qint16 { Unset = 0, Chat = 1, Invisible = 2, Away = 3, Busy = 4 };

// TimMessage.msType and odType (protocol.md 3.2, 6).
enum class MsType : qint8 { System = 1, User = 2, Room = 3 };
enum class OdType : qint8 { Chat = 1, Revoke = 2, Burn = 3, Business = 4, Stream = 5, BigString = 6, BigBinary = 7 };

struct Error {
    std::optional<qint32> code;
    std::optional<QString> info;

    static constexpr auto fields()
    {
        return std::tuple(Field{1, "code", &Error::code}, Field{2, "info", &Error::info});
    }
};

struct Ack {
    bool ok = false;
    qint8 timType = 0;
    std::optional<Error> error;
    std::optional<qint64> t;
    std::optional<QString> n;
    std::optional<qint64> t2;
    std::optional<QString> n2;

    static constexpr auto fields()
    {
        return std::tuple(Field{1, "ok", &Ack::ok}, Field{2, "timType", &Ack::timType}, Field{3, "error", &Ack::error},
                          Field{4, "t", &Ack::t}, Field{5, "n", &Ack::n}, Field{6, "t2", &Ack::t2},
                          Field{7, "n2", &Ack::n2});
    }
};

// Carries a password or token: printing shows neither.
struct Auth {
    std::optional<QString> name;
    std::optional<QString> pwd;
    std::optional<QString> domain;
    std::optional<QString> resource;
    std::optional<qint8> termtyp;
    std::optional<QString> token;
    std::optional<TextMap> extend;

    static constexpr auto fields()
    {
        return std::tuple(Field{1, "name", &Auth::name}, Field{2, "pwd", &Auth::pwd}, Field{3, "domain", &Auth::domain},
                          Field{4, "resource", &Auth::resource}, Field{5, "termtyp", &Auth::termtyp},
                          Field{6, "token", &Auth::token}, Field{7, "extend", &Auth::extend});
    }
};

// An account with the device that speaks: protocol.md 3.2. On live frames fromTid is the sender's sign-in Tid.
struct Tid {
    QString node;
    std::optional<QString> domain;
    std::optional<QString> resource;
    std::optional<qint8> termtyp;
    std::optional<TextMap> extend;

    static constexpr auto fields()
    {
        return std::tuple(Field{1, "node", &Tid::node}, Field{2, "domain", &Tid::domain},
                          Field{3, "resource", &Tid::resource}, Field{4, "termtyp", &Tid::termtyp},
                          Field{5, "extend", &Tid::extend});
    }
};

struct Request {
    std::optional<qint32> rtype;
    std::optional<QString> node;
    std::optional<QString> node2;
    std::optional<qint64> reqInt;
    std::optional<qint64> reqInt2;
    std::optional<QString> reqStr;
    std::optional<QString> reqStr2;

    static constexpr auto fields()
    {
        return std::tuple(Field{1, "rtype", &Request::rtype}, Field{2, "node", &Request::node},
                          Field{3, "node2", &Request::node2}, Field{4, "reqInt", &Request::reqInt},
                          Field{5, "reqInt2", &Request::reqInt2}, Field{6, "reqStr", &Request::reqStr},
                          Field{7, "reqStr2", &Request::reqStr2});
    }
};

struct Presence {
    std::optional<qint64> id;
    std::optional<bool> offline;
    std::optional<qint8> subStatus;
    std::optional<Tid> fromTid;
    std::optional<Tid> toTid;
    std::optional<QList<QString>> toList;
    std::optional<qint16> show;
    std::optional<QString> status;
    std::optional<TextMap> extend;
    std::optional<BinaryMap> extra;

    static constexpr auto fields()
    {
        return std::tuple(Field{1, "id", &Presence::id}, Field{2, "offline", &Presence::offline},
                          Field{3, "subStatus", &Presence::subStatus}, Field{4, "fromTid", &Presence::fromTid},
                          Field{5, "toTid", &Presence::toTid}, Field{6, "toList", &Presence::toList},
                          Field{7, "show", &Presence::show}, Field{8, "status", &Presence::status},
                          Field{9, "extend", &Presence::extend}, Field{10, "extra", &Presence::extra});
    }
};

struct Message {
    qint8 msType = 0;
    qint8 odType = 0;
    std::optional<qint64> id;
    std::optional<qint64> mid;
    std::optional<qint32> bnType;
    std::optional<Tid> fromTid;
    std::optional<Tid> toTid;
    std::optional<Tid> roomTid;
    std::optional<QByteArray> dataBinary;
    std::optional<QString> dataString;
    std::optional<bool> isOffline;
    std::optional<qint64> timestamp;
    std::optional<qint16> udtype;
    std::optional<qint16> udshow;
    std::optional<TextMap> extend;
    std::optional<BinaryMap> extra;
    std::optional<QList<QString>> toList;

    static constexpr auto fields()
    {
        return std::tuple(Field{1, "msType", &Message::msType}, Field{2, "odType", &Message::odType},
                          Field{3, "id", &Message::id}, Field{4, "mid", &Message::mid},
                          Field{5, "bnType", &Message::bnType}, Field{6, "fromTid", &Message::fromTid},
                          Field{7, "toTid", &Message::toTid}, Field{8, "roomTid", &Message::roomTid},
                          Field{9, "dataBinary", &Message::dataBinary}, Field{10, "dataString", &Message::dataString},
                          Field{11, "isOffline", &Message::isOffline}, Field{12, "timestamp", &Message::timestamp},
                          Field{13, "udtype", &Message::udtype}, Field{14, "udshow", &Message::udshow},
                          Field{15, "extend", &Message::extend}, Field{16, "extra", &Message::extra},
                          Field{17, "ToList", &Message::toList});
    }
};

struct MessageList {
    std::optional<qint64> id;
    std::optional<QList<Message>> messageList;

    static constexpr auto fields()
    {
        return std::tuple(Field{1, "id", &MessageList::id}, Field{2, "messageList", &MessageList::messageList});
    }
};

struct Stream {
    qint64 id = 0;
    QString vnode;
    std::optional<qint8> dtype;
    std::optional<QByteArray> body;
    QString fromNode;

    static constexpr auto fields()
    {
        return std::tuple(Field{1, "id", &Stream::id}, Field{2, "VNode", &Stream::vnode},
                          Field{3, "dtype", &Stream::dtype}, Field{4, "body", &Stream::body},
                          Field{5, "fromNode", &Stream::fromNode});
    }
};

struct UserBean {
    std::optional<QString> name;
    std::optional<QString> nickName;
    std::optional<QString> brithday;
    std::optional<qint8> gender;
    std::optional<QString> cover;
    std::optional<QString> area;
    std::optional<qint64> createtime;
    std::optional<QList<QString>> photoTidAlbum;
    std::optional<TextMap> extend;
    std::optional<BinaryMap> extra;

    static constexpr auto fields()
    {
        return std::tuple(Field{1, "name", &UserBean::name}, Field{2, "nickName", &UserBean::nickName},
                          Field{4, "brithday", &UserBean::brithday}, Field{5, "gender", &UserBean::gender},
                          Field{6, "cover", &UserBean::cover}, Field{7, "area", &UserBean::area},
                          Field{8, "createtime", &UserBean::createtime},
                          Field{9, "photoTidAlbum", &UserBean::photoTidAlbum}, Field{10, "extend", &UserBean::extend},
                          Field{11, "extra", &UserBean::extra});
    }
};

struct RoomBean {
    std::optional<QString> founder;
    std::optional<QList<QString>> managers;
    std::optional<QString> cover;
    std::optional<QString> topic;
    std::optional<QString> label;
    std::optional<qint8> gtype;
    std::optional<qint64> kind;
    std::optional<qint64> createtime;
    std::optional<TextMap> extend;
    std::optional<BinaryMap> extra;

    static constexpr auto fields()
    {
        return std::tuple(Field{1, "founder", &RoomBean::founder}, Field{2, "managers", &RoomBean::managers},
                          Field{3, "cover", &RoomBean::cover}, Field{4, "topic", &RoomBean::topic},
                          Field{5, "label", &RoomBean::label}, Field{6, "gtype", &RoomBean::gtype},
                          Field{7, "kind", &RoomBean::kind}, Field{8, "createtime", &RoomBean::createtime},
                          Field{9, "extend", &RoomBean::extend}, Field{10, "extra", &RoomBean::extra});
    }
};

struct Nodes {
    qint32 ntype = 0;
    std::optional<QList<QString>> nodelist;
    std::optional<QMap<QString, UserBean>> usermap;
    std::optional<QMap<QString, RoomBean>> roommap;
    std::optional<QString> node;

    static constexpr auto fields()
    {
        return std::tuple(Field{1, "ntype", &Nodes::ntype}, Field{2, "nodelist", &Nodes::nodelist},
                          Field{3, "usermap", &Nodes::usermap}, Field{4, "roommap", &Nodes::roommap},
                          Field{5, "node", &Nodes::node});
    }
};

} // namespace timbre::protocol
