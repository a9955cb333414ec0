// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/client_private.h"

#include <algorithm>

namespace timbre::core {

using protocol::FrameType;
using protocol::MsType;
using protocol::OdType;

namespace {

constexpr quint64 largestId = (quint64(1) << 53) - 1; // what JavaScript peers can hold
// Bounds of what one FetchOffline takes from a server without end.
constexpr int mostBatches = 1'000;
constexpr qsizetype mostOfflineBytes = 64 * 1024 * 1024;

protocol::Message messageTo(const Conversation &to, qint8 odType)
{
    protocol::Message message;
    message.msType = static_cast<qint8>(to.isRoom() ? MsType::Room : MsType::User);
    message.odType = odType;
    if (!to.user.isEmpty())
        message.toTid.emplace().node = to.user.node();
    if (!to.room.isEmpty())
        message.roomTid.emplace().node = to.room.node();
    return message;
}

protocol::Message messageTo(const Conversation &to, qint8 odType, const MessageContent &content)
{
    protocol::Message message = messageTo(to, odType);
    if (!content.text.isEmpty())
        message.dataString = content.text;
    if (!content.binary.isEmpty())
        message.dataBinary = content.binary;
    message.udtype = content.udtype;
    message.udshow = content.udshow;
    if (!content.extend.isEmpty())
        message.extend = content.extend;
    if (!content.extra.isEmpty())
        message.extra = content.extra;
    return message;
}

const protocol::Message *ownMessage(const protocol::Frame &frame, OdType odType, const ContactId &ownId)
{
    const auto *message = std::get_if<protocol::Message>(&frame.payload);
    const bool isOwn = message && message->odType == static_cast<qint8>(odType) && message->fromTid
        && message->fromTid->node == ownId.node();
    return isOwn ? message : nullptr;
}

// Our copy of a revoke or burn.
bool takesAway(const protocol::Frame &frame, OdType odType, const Conversation &conversation, qint64 mid,
               const ContactId &ownId)
{
    const protocol::Message *message = ownMessage(frame, odType, ownId);
    return message && message->mid == mid && answers::conversationOf(*message, ownId) == conversation;
}

// Empty history fits every conversation.
bool isHistoryOf(const QList<protocol::Message> &messages, const Conversation &conversation)
{
    const auto fits = [&](const protocol::Message &message) {
        const auto is
            = [](const std::optional<protocol::Tid> &tid, const QString &node) { return tid && tid->node == node; };
        return conversation.isRoom()
            ? is(message.roomTid, conversation.room.node())
            : is(message.fromTid, conversation.user.node()) || is(message.toTid, conversation.user.node());
    };
    return std::all_of(messages.begin(), messages.end(), fits);
}

// Asks again after each batch, because tim stops after ten (protocol.md 6.4), until the server says that this was all,
// says nothing, or there are more than one wants to hold.
class FetchOffline final : public PendingCall
{
public:
    FetchOffline(RecentMessages &recent, const ContactId &ownId, QObject *context, CallDone<OfflineMessages> done) :
        PendingCall(Lane::Offline, Turn::Alone, limits::offlineMessages, {FrameType::OfflineMessages, std::nullopt, {}},
                    {}),
        m_recent(recent),
        m_ownId(ownId),
        m_context(context),
        m_done(std::move(done))
    {
    }

    Taken take(const protocol::Frame &answer) override
    {
        if (answer.type == FrameType::OfflineMessagesEnd) {
            m_found.complete = true;
            return Taken::Done;
        }
        const auto *list = std::get_if<protocol::MessageList>(&answer.payload);
        if (answer.type != FrameType::OfflineMessages || !list)
            return Taken::No;
        const QList<protocol::Message> batch = list->messageList.value_or(QList<protocol::Message>());
        m_found.complete = batch.isEmpty();
        for (const protocol::Message &message : batch) {
            if (m_recent.isRepeated(message, m_ownId))
                continue;
            m_found.messages.append(message);
            m_bytes += message.dataString.value_or(QString()).size() + message.dataBinary.value_or(QByteArray()).size();
        }
        const bool isEnough = m_found.messages.size() >= Client::maxOffline || m_bytes >= mostOfflineBytes
            || ++m_batches >= mostBatches || !m_context;
        return batch.isEmpty() || isEnough ? Taken::Done : Taken::Again;
    }
    void succeed() override { m_done(std::move(m_found)); }
    void fallSilent() override { succeed(); }
    void fail(const CallError &error) override { m_done(unexpected(error)); }
    QObject *context() const override { return m_context; }

private:
    RecentMessages &m_recent;
    const ContactId m_ownId;
    OfflineMessages m_found;
    qsizetype m_bytes = 0; // of text and data
    int m_batches = 0;
    QPointer<QObject> m_context;
    CallDone<OfflineMessages> m_done;
};

} // namespace

qint64 Client::Private::newMessageId()
{
    return static_cast<qint64>(std::max<quint64>(1, random.bits() & largestId));
}

void Client::sendMessage(const Conversation &to, const MessageContent &content, QObject *context,
                         CallDone<Receipt> done)
{
    protocol::Message message = messageTo(to, static_cast<qint8>(OdType::Chat), content);
    const qint64 id = d->newMessageId();
    message.id = id;
    const auto echo = [id, ownId = d->connection.ownId()](const protocol::Frame &frame) -> std::optional<Receipt> {
        const protocol::Message *copy = ownMessage(frame, OdType::Chat, ownId);
        if (!copy || copy->id != id)
            return std::nullopt;
        return Receipt{id, copy->mid.value_or(0), copy->timestamp.value_or(0)};
    };
    d->start<Receipt>({.lane = Private::Lane::Messages,
                       .limit = limits::sendMessage,
                       .frame = {FrameType::Message, std::nullopt, std::move(message)},
                       .answer = echo},
                      context, std::move(done));
}

void Client::sendCustom(const ContactId &to, qint8 odType, const MessageContent &content, QObject *context,
                        CallDone<Success> done)
{
    protocol::Message message = messageTo(Conversation::with(to), odType, content);
    message.id = d->newMessageId();
    d->startUnanswered(Private::Lane::Messages, {FrameType::Message, std::nullopt, std::move(message)},
                       limits::sendCustom, context, std::move(done));
}

void Client::sendStream(const Conversation &to, const MessageContent &content, QObject *context, CallDone<Success> done)
{
    d->startUnanswered(Private::Lane::Messages,
                       {FrameType::Message, std::nullopt, messageTo(to, static_cast<qint8>(OdType::Stream), content)},
                       limits::sendStream, context, std::move(done));
}

void Client::revoke(const Conversation &conversation, qint64 mid, QObject *context, CallDone<Success> done)
{
    protocol::Message message = messageTo(conversation, static_cast<qint8>(OdType::Revoke));
    message.mid = mid;
    // Only in rooms; between users the own copy is all there is (protocol.md 6.5).
    const AckNames names{{}, conversation.room.node(), {}, mid};
    const auto revoked = [=, ownId = d->connection.ownId()](const protocol::Frame &frame) -> std::optional<Success> {
        const bool isAcked = conversation.isRoom() && answers::isAck(frame, FrameType::RevokeMessage, names);
        if (isAcked || takesAway(frame, OdType::Revoke, conversation, mid, ownId))
            return Success();
        return std::nullopt;
    };
    d->start<Success>({.lane = Private::Lane::Revokes,
                       .limit = limits::revoke,
                       .frame = {FrameType::RevokeMessage, std::nullopt, std::move(message)},
                       .answer = revoked},
                      context, std::move(done));
}

void Client::burn(const ContactId &sender, qint64 mid, QObject *context, CallDone<Success> done)
{
    const auto conversation = Conversation::with(sender);
    protocol::Message message = messageTo(conversation, static_cast<qint8>(OdType::Burn));
    message.mid = mid;
    const auto burned = [=, ownId = d->connection.ownId()](const protocol::Frame &frame) -> std::optional<Success> {
        if (takesAway(frame, OdType::Burn, conversation, mid, ownId))
            return Success();
        return std::nullopt;
    };
    d->start<Success>({.lane = Private::Lane::Burns,
                       .limit = limits::burn,
                       .frame = {FrameType::BurnMessage, std::nullopt, std::move(message)},
                       .answer = burned},
                      context, std::move(done));
}

void Client::history(const Conversation &conversation, const HistoryPage &page, QObject *context,
                     CallDone<Listing<protocol::Message>> done)
{
    protocol::Request request;
    request.rtype = conversation.isRoom() ? 2 : 1;
    request.node = conversation.isRoom() ? conversation.room.node() : conversation.user.node();
    request.reqInt = page.fromMid;
    request.reqInt2 = std::clamp(page.limit, 1, maxHistory); // tim reads 0 as all there is
    if (page.fromTime > 0)
        request.node2 = QString::number(page.fromTime);
    const auto found = [conversation](const protocol::Frame &frame) -> std::optional<Listing<protocol::Message>> {
        const auto *list = std::get_if<protocol::MessageList>(&frame.payload);
        if (frame.type != FrameType::PullMessages || !list)
            return std::nullopt;
        const QList<protocol::Message> messages = list->messageList.value_or(QList<protocol::Message>());
        if (!isHistoryOf(messages, conversation))
            return std::nullopt;
        return Listing<protocol::Message>{messages, true};
    };
    d->start<Listing<protocol::Message>>({.lane = Private::Lane::History,
                                          .limit = limits::history,
                                          .frame = {FrameType::PullMessages, std::nullopt, std::move(request)},
                                          .answer = found,
                                          .onSilence = Listing<protocol::Message>()},
                                         context, std::move(done));
}

void Client::offlineMessages(QObject *context, CallDone<OfflineMessages> done)
{
    d->start(std::make_unique<FetchOffline>(d->recent, d->connection.ownId(), context, std::move(done)));
}

} // namespace timbre::core
