// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/client.h"
#include "core/client_limits.h"
#include "core/pending_calls.h"
#include "core/recent_messages.h"

namespace timbre::core {

// The workings of Client: the calls are in client_contacts.cpp, client_messages.cpp, client_rooms.cpp and
// client_streams.cpp, what arrives unasked in client.cpp.
class Client::Private
{
public:
    using Lane = PendingCall::Lane;
    using Turn = PendingCall::Turn;

    Private(Client *owner, Connection &theConnection, Clock &clock, Random &random);

    // Refuses what tim would close the connection for, else starts the call.
    void start(std::unique_ptr<PendingCall> call);
    template <typename T> void start(typename TypedCall<T>::Parts parts, QObject *context, CallDone<T> done)
    {
        start(std::make_unique<TypedCall<T>>(std::move(parts), context, std::move(done)));
    }
    // A business request that is answered by an ack with its rtype as t, its nodes as n and n2.
    void startAcked(protocol::Request request, Milliseconds limit, QObject *context, CallDone<Success> done);
    void startVirtualRoom(protocol::Request request, Milliseconds limit, QObject *context, CallDone<Success> done);
    // What tim never answers unless it refuses.
    void startUnanswered(Lane lane, protocol::Frame frame, Milliseconds limit, QObject *context, CallDone<Success> done,
                         AckNames names = {});
    // Lists, with an empty one for silence.
    template <typename Id>
    void startListing(protocol::Request request, protocol::NodesOp answer, Milliseconds limit, QObject *context,
                      CallDone<Listing<Id>> done);
    template <typename Id, typename Info>
    void startInfos(const QList<Id> &asked, protocol::NodesOp op,
                    std::optional<QMap<QString, Info>> protocol::Nodes::*map, Milliseconds limit, QObject *context,
                    CallDone<Infos<Id, Info>> done);
    void startModify(protocol::NodesOp op, protocol::Nodes nodes, Milliseconds limit, QObject *context,
                     CallDone<Success> done);
    void startBigData(protocol::FrameType type, const QString &node, QByteArrayView data, Milliseconds limit,
                      QObject *context, CallDone<Success> done);
    protocol::Presence presenceOf(const OwnPresence &own, protocol::SubStatus subStatus);
    void befriend(const ContactId &user, const QString &text, Milliseconds limit, QObject *context,
                  CallDone<Befriended> done);
    qint64 newMessageId();

    void onFrame(const protocol::Frame &frame);
    void onMessage(const protocol::Frame &frame, const protocol::Message &message);
    void onWaiting(const protocol::Frame &frame, const protocol::MessageList &list);
    void onBigData(protocol::FrameType type, const protocol::Raw &raw);
    void dispatch(const protocol::Message &message, bool isAnswer);

    Client *q;
    Connection &connection;
    Random &random;
    RecentMessages recent;
    const QString run; // of our presences, random
    qint64 presenceSeq = 0;
    PendingCalls calls;
};

// What answers need, for all of the files.
namespace answers {

inline protocol::Request request(protocol::BusinessOp op)
{
    protocol::Request request;
    request.rtype = static_cast<qint32>(op);
    return request;
}

// The other one of a message between two, whoever wrote it, and the room.
Conversation conversationOf(const protocol::Message &message, const ContactId &ownId);

// An ok ack of that type whose words fit.
inline bool isAck(const protocol::Frame &frame, protocol::FrameType type, const AckNames &names)
{
    const auto *ack = std::get_if<protocol::Ack>(&frame.payload);
    return ack && ack->ok && ack->timType == static_cast<qint8>(type) && names.fit(*ack);
}
inline TypedCall<Success>::Answer acked(protocol::FrameType type, AckNames names)
{
    return [type, names = std::move(names)](const protocol::Frame &frame) -> std::optional<Success> {
        if (isAck(frame, type, names))
            return Success();
        return std::nullopt;
    };
}
// An ok ack that brings a new node.
template <typename Id> typename TypedCall<Id>::Answer created(protocol::FrameType type, AckNames names)
{
    return [type, names = std::move(names)](const protocol::Frame &frame) -> std::optional<Id> {
        if (!isAck(frame, type, names))
            return std::nullopt;
        const QString node = std::get<protocol::Ack>(frame.payload).n.value_or(QString());
        return node.isEmpty() ? std::nullopt : std::optional(Id(node));
    };
}
// A TimNodes with a list. `of` is the room it is about, where the answer names it.
template <typename Id> typename TypedCall<Listing<Id>>::Answer listed(protocol::NodesOp op, const QString &of = {})
{
    return [op, of](const protocol::Frame &frame) -> std::optional<Listing<Id>> {
        const auto *nodes = std::get_if<protocol::Nodes>(&frame.payload);
        if (!nodes || nodes->ntype != static_cast<qint32>(op) || (nodes->node && !of.isEmpty() && *nodes->node != of))
            return std::nullopt;
        Listing<Id> listing{{}, true};
        for (const QString &node : nodes->nodelist.value_or(QList<QString>()))
            listing.items.append(Id(node));
        return listing;
    };
}
// A TimNodes with a map that has nothing that was not asked for.
template <typename Id, typename Info>
typename TypedCall<Infos<Id, Info>>::Answer
described(protocol::NodesOp op, std::optional<QMap<QString, Info>> protocol::Nodes::*map, const QList<Id> &asked)
{
    return [op, map, asked = QSet<Id>(asked.begin(), asked.end())](
               const protocol::Frame &frame) -> std::optional<Infos<Id, Info>> {
        const auto *nodes = std::get_if<protocol::Nodes>(&frame.payload);
        if (!nodes || nodes->ntype != static_cast<qint32>(op))
            return std::nullopt;
        Infos<Id, Info> infos{{}, true};
        const QMap<QString, Info> found = (nodes->*map).value_or(QMap<QString, Info>());
        for (auto one = found.cbegin(); one != found.cend(); ++one) {
            if (!asked.contains(Id(one.key())))
                return std::nullopt;
            infos.items.insert(Id(one.key()), one.value());
        }
        return infos;
    };
}

} // namespace answers

template <typename Id>
void Client::Private::startListing(protocol::Request request, protocol::NodesOp answer, Milliseconds limit,
                                   QObject *context, CallDone<Listing<Id>> done)
{
    const AckNames names{request.rtype, request.node, {}, {}};
    start<Listing<Id>>({.lane = Lane::Business,
                        .limit = limit,
                        .frame = {protocol::FrameType::Business, std::nullopt, request},
                        .names = names,
                        .answer = answers::listed<Id>(answer, request.node.value_or(QString())),
                        .onSilence = Listing<Id>()},
                       context, std::move(done));
}

template <typename Id, typename Info>
void Client::Private::startInfos(const QList<Id> &asked, protocol::NodesOp op,
                                 std::optional<QMap<QString, Info>> protocol::Nodes::*map, Milliseconds limit,
                                 QObject *context, CallDone<Infos<Id, Info>> done)
{
    protocol::Nodes nodes;
    nodes.ntype = static_cast<qint32>(op);
    nodes.nodelist.emplace();
    for (const Id &id : asked)
        nodes.nodelist->append(id.node());
    start<Infos<Id, Info>>({.lane = Lane::Nodes,
                            .limit = limit,
                            .frame = {protocol::FrameType::Nodes, std::nullopt, std::move(nodes)},
                            .answer = answers::described<Id, Info>(op, map, asked),
                            .onSilence = Infos<Id, Info>()},
                           context, std::move(done));
}

} // namespace timbre::core
