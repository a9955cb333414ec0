// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

// Messages' revoke (by the sender) and burn (by the receiver): protocol.md 6.5, 6.6.
#include "node/messages.h"
#include "node/replies.h"
#include "node/stored_message.h"

namespace timbre::node {

using protocol::ErrorCode;
using protocol::FrameType;
using protocol::Message;
using protocol::MsType;
using protocol::OdType;

namespace {

struct TakenBack {
    std::optional<ErrorCode> error;
    std::vector<qint64> rows; // of the notice, one per target; 0 where the queue was full
};

std::optional<TakenBack> takeBackIn(Database &database, const QString &chat, const QString &author,
                                    const QStringList &targets, const Message &notice)
{
    MessageStore store(database);
    const auto sender = store.sender(chat, *notice.mid);
    if (!sender)
        return std::nullopt;
    if (sender->isEmpty())
        return TakenBack{ErrorCode::Params, {}};
    if (*sender != author)
        return TakenBack{ErrorCode::PermissionDenied, {}};
    if (!store.remove(*notice.mid))
        return std::nullopt;
    const QByteArray form = queuedForm(notice);
    TakenBack done;
    for (const QString &target : targets) {
        const auto row
            = store.delivered(target, *notice.mid) ? database.append(target, notice.fromTid->node, form) : std::nullopt;
        if (!row)
            return std::nullopt;
        done.rows.push_back(*row);
    }
    return done;
}

protocol::Ack roomRevoked(const Message &notice)
{
    protocol::Ack ack = okAck(quint8(FrameType::RevokeMessage), qint64(MsType::Room), notice.roomTid->node);
    ack.t2 = notice.mid;
    return ack;
}

} // namespace

void Messages::takeBack(Device &device, FrameType type, Message notice)
{
    const QString me = device.account->node;
    const bool room = notice.msType == qint8(MsType::Room);
    const QString chat = room ? chatOfRoom(notice.roomTid->node) : chatOfPair(notice.fromTid->node, notice.toTid->node);
    const QString author = notice.odType == qint8(OdType::Burn) ? notice.toTid->node : me;
    QStringList targets = recipients(notice);
    if (!room)
        targets.prepend(me);
    m_directory.beginStoring(device);
    m_store.run([chat, author, targets,
                 notice](Database &database) { return takeBackIn(database, chat, author, targets, notice); },
                [this, id = device.id, type, me, room, targets, notice](std::optional<TakenBack> done) {
                    if (!done || done->error) {
                        refuseNow(id, type, done ? *done->error : ErrorCode::Database);
                        return m_directory.finishStoring(id);
                    }
                    const Account *own = m_directory.online(me);
                    if (room && own) {
                        for (Device *to : own->devices)
                            to->send(encodeAck(roomRevoked(notice), to->encoding));
                    }
                    OutgoingMessage outgoing(notice);
                    for (qsizetype i = 0; i < targets.size(); ++i) {
                        m_deliveries.recall(targets[i], *notice.mid);
                        m_deliveries.deliver(targets[i], {QueueRef::Kind::Row, done->rows[std::size_t(i)]}, outgoing);
                    }
                    m_directory.finishStoring(id);
                });
}

} // namespace timbre::node
