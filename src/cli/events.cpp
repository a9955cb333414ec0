// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/events.h"

#include "core/availability.h"
#include "core/presence_facts.h"
#include "core/text.h"

#include <QDateTime>

namespace timbre::cli {

using namespace Qt::StringLiterals;
using protocol::BusinessOp;
using protocol::OdType;

namespace {

constexpr qsizetype longestText = 1024 * 1024; // characters of a message that an event carries
constexpr qint64 nanosecondsPerMillisecond = 1'000'000;

QString nodeOf(const std::optional<protocol::Tid> &tid)
{
    return tid ? tid->node : QString();
}

void addIfAny(QJsonObject &object, QLatin1StringView key, const QString &value)
{
    if (!value.isEmpty())
        object.insert(key, value);
}

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QJsonObject event(QLatin1StringView name)
{
    return {{u"event"_s, QString(name)}};
}

QLatin1StringView kindWord(std::optional<qint8> subStatus)
{
    switch (static_cast<protocol::SubStatus>(subStatus.value_or(0))) {
    case protocol::SubStatus::Ask:
        return "ask"_L1;
    case protocol::SubStatus::Answer:
        return "answer"_L1;
    case protocol::SubStatus::ProfileChanged:
        return "profile"_L1;
    case protocol::SubStatus::Changed:
        return "changed"_L1;
    case protocol::SubStatus::Plain:
        break;
    }
    return "plain"_L1;
}

// What third parties are told of contacts and rooms (protocol.md 7.3, 8.2). Anybody can forge these.
QLatin1StringView businessWord(qint32 bnType)
{
    switch (static_cast<BusinessOp>(bnType)) {
    case BusinessOp::AddFriend:
        return "request"_L1;
    case BusinessOp::Friend:
        return "friend"_L1;
    case BusinessOp::RemoveFriend:
        return "removed"_L1;
    case BusinessOp::BlockUser:
        return "blocked"_L1;
    case BusinessOp::JoinRoom:
        return "room-request"_L1;
    case BusinessOp::PassRoom:
        return "room-admitted"_L1;
    case BusinessOp::RejectRoom:
        return "room-rejected"_L1;
    case BusinessOp::PullIn:
        return "room-added"_L1;
    case BusinessOp::Kick:
        return "room-kicked"_L1;
    default:
        return "business"_L1;
    }
}

QJsonObject businessEvent(qint32 bnType, const QString &from, const QString &room, const QString &text)
{
    QJsonObject object = event(businessWord(bnType));
    if (object.value("event"_L1) == "business"_L1)
        object.insert("code"_L1, bnType);
    addIfAny(object, "from"_L1, from);
    addIfAny(object, "room"_L1, room);
    addIfAny(object, "text"_L1, core::cleanRequestText(text));
    return object;
}

} // namespace

QJsonObject presenceEvent(const protocol::Presence &presence, qint64 wallNow)
{
    QJsonObject object = event("presence"_L1);
    object.insert("from"_L1, nodeOf(presence.fromTid));
    if (presence.fromTid)
        addIfAny(object, "device"_L1, presence.fromTid->resource.value_or(QString()));
    if (presence.offline.value_or(false)) {
        object.insert("availability"_L1, u"offline"_s);
        return object;
    }
    object.insert("availability"_L1, availabilityWord(presence.show));
    object.insert("kind"_L1, QString(kindWord(presence.subStatus)));
    object.insert("mood"_L1, core::cleanMood(presence.status.value_or(QString())));
    const core::PresenceFacts facts = core::factsFromExtend(presence.extend, wallNow);
    addIfAny(object, "since"_L1, timeWord(facts.since));
    addIfAny(object, "until"_L1, timeWord(facts.until));
    return object;
}

QJsonObject messageEvent(const protocol::Message &message)
{
    QJsonObject object;
    switch (static_cast<OdType>(message.odType)) {
    case OdType::Chat:
        object = messageRecord(message);
        object.insert("event"_L1, u"message"_s);
        break;
    case OdType::Revoke:
    case OdType::Burn:
        object = event(message.odType == qint8(OdType::Revoke) ? "revoked"_L1 : "burned"_L1);
        addIfAny(object, "from"_L1, nodeOf(message.fromTid));
        addIfAny(object, "room"_L1, nodeOf(message.roomTid));
        if (message.mid.value_or(0) != 0)
            object.insert("mid"_L1, QString::number(*message.mid));
        break;
    case OdType::Business:
        object = businessEvent(message.bnType.value_or(0), nodeOf(message.fromTid), nodeOf(message.roomTid),
                               message.dataString.value_or(QString()));
        break;
    case OdType::Stream:
        object = event("signal"_L1);
        addIfAny(object, "from"_L1, nodeOf(message.fromTid));
        addIfAny(object, "room"_L1, nodeOf(message.roomTid));
        object.insert("udtype"_L1, message.udtype.value_or(0));
        addIfAny(object, "text"_L1, message.dataString.value_or(QString()).left(longestText));
        break;
    default:
        object = event("custom"_L1);
        object.insert("odtype"_L1, message.odType);
        addIfAny(object, "from"_L1, nodeOf(message.fromTid));
        addIfAny(object, "text"_L1, message.dataString.value_or(QString()).left(longestText));
        break;
    }
    if (message.isOffline.value_or(false))
        object.insert("offline"_L1, true);
    return object;
}

QString availabilityWord(std::optional<qint16> show)
{
    if (show == qint16(protocol::Show::Invisible))
        return core::wordOf(core::Availability::Invisible);
    return core::wordOf(core::availabilityFromShow(show));
}

QString timeWord(qint64 wallMilliseconds)
{
    if (wallMilliseconds == 0)
        return {};
    return QDateTime::fromMSecsSinceEpoch(wallMilliseconds, Qt::UTC).toString(Qt::ISODateWithMs);
}

QJsonObject messageRecord(const protocol::Message &message)
{
    QJsonObject object;
    addIfAny(object, "from"_L1, nodeOf(message.fromTid));
    addIfAny(object, "to"_L1, nodeOf(message.toTid));
    addIfAny(object, "room"_L1, nodeOf(message.roomTid));
    if (message.mid)
        object.insert("mid"_L1, QString::number(*message.mid));
    addIfAny(object, "time"_L1, timeWord(message.timestamp.value_or(0) / nanosecondsPerMillisecond));
    object.insert("text"_L1, message.dataString.value_or(QString()).left(longestText));
    if (message.dataBinary)
        object.insert("data"_L1, base64(*message.dataBinary));
    return object;
}

QJsonObject noticeEvent(const core::Notice &notice)
{
    return businessEvent(qint32(notice.op), notice.from.node(), notice.room.node(), notice.text);
}

QJsonObject goneEvent(const QString &name, const core::MessageGone &gone)
{
    QJsonObject object{{u"event"_s, name}};
    addIfAny(object, "from"_L1, gone.by.node());
    addIfAny(object, "with"_L1, gone.conversation.user.node());
    addIfAny(object, "room"_L1, gone.conversation.room.node());
    if (gone.mid != 0)
        object.insert("mid"_L1, QString::number(gone.mid));
    return object;
}

QJsonObject streamEvent(const core::VirtualRoomId &room, const protocol::Stream &stream)
{
    QJsonObject object = event("stream"_L1);
    object.insert("vroom"_L1, room.node());
    addIfAny(object, "from"_L1, stream.fromNode);
    if (stream.dtype)
        object.insert("dtype"_L1, *stream.dtype);
    object.insert("data"_L1, base64(stream.body.value_or(QByteArray())));
    return object;
}

QJsonObject binaryStreamEvent(const core::VirtualRoomId &room, const QByteArray &bytes)
{
    return {{u"event"_s, u"stream"_s}, {u"vroom"_s, room.node()}, {u"data"_s, base64(bytes)}};
}

QJsonObject bigStringEvent(const core::ContactId &from, const QString &text)
{
    return {{u"event"_s, u"big-text"_s}, {u"from"_s, from.node()}, {u"text"_s, text.left(longestText)}};
}

QJsonObject bigBinaryEvent(const core::ContactId &from, const QByteArray &bytes)
{
    return {{u"event"_s, u"big-data"_s}, {u"from"_s, from.node()}, {u"data"_s, base64(bytes)}};
}

} // namespace timbre::cli
