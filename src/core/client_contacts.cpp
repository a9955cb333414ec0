// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/client_private.h"
#include "core/text.h"

namespace timbre::core {

using namespace Qt::StringLiterals;
using protocol::BusinessOp;
using protocol::FrameType;
using protocol::NodesOp;
using protocol::SubStatus;

namespace {

protocol::Request requestAbout(BusinessOp op, const ContactId &user)
{
    protocol::Request request = answers::request(op);
    request.node = user.node();
    return request;
}

// bnType 5 with the other one's node, from whichever of the two.
TypedCall<Befriended>::Answer becameFriends(const ContactId &user, const ContactId &ownId)
{
    return [user, ownId](const protocol::Frame &frame) -> std::optional<Befriended> {
        const auto *message = std::get_if<protocol::Message>(&frame.payload);
        if (!message || message->odType != static_cast<qint8>(protocol::OdType::Business)
            || message->bnType != static_cast<qint32>(BusinessOp::Friend)
            || answers::conversationOf(*message, ownId).user != user)
            return std::nullopt;
        return Befriended::Friends;
    };
}

} // namespace

void Client::Private::startAcked(protocol::Request request, Milliseconds limit, QObject *context,
                                 CallDone<Success> done)
{
    const AckNames names{request.rtype, request.node, request.node2, {}};
    start<Success>({.lane = Lane::Business,
                    .limit = limit,
                    .frame = {FrameType::Business, std::nullopt, std::move(request)},
                    .names = names,
                    .answer = answers::acked(FrameType::Business, names)},
                   context, std::move(done));
}

void Client::Private::befriend(const ContactId &user, const QString &text, Milliseconds limit, QObject *context,
                               CallDone<Befriended> done)
{
    protocol::Request request = requestAbout(BusinessOp::AddFriend, user);
    request.reqStr = text; // tim wants it even if it is empty
    start<Befriended>({.lane = Lane::Business,
                       .limit = limit,
                       .frame = {FrameType::Business, std::nullopt, request},
                       .names = {.t = request.rtype, .n = request.node},
                       .answer = becameFriends(user, connection.ownId()),
                       .onSilence = Befriended::Sent},
                      context, std::move(done));
}

protocol::Presence Client::Private::presenceOf(const OwnPresence &own, SubStatus subStatus)
{
    protocol::Presence presence;
    presence.show = static_cast<qint16>(showFromAvailability(own.availability));
    if (own.availability != Availability::Invisible && !own.mood.isEmpty())
        presence.status = moodForWire(own.mood);
    presence.subStatus = static_cast<qint8>(subStatus);
    presence.extend = own.extend;
    presence.extend->insert(u"v"_s, u"1"_s);
    presence.extend->insert(u"run"_s, run);
    presence.extend->insert(u"seq"_s, QString::number(++presenceSeq));
    return presence;
}

void Client::roster(QObject *context, CallDone<Listing<ContactId>> done)
{
    d->startListing(answers::request(BusinessOp::Roster), NodesOp::Roster, limits::roster, context, std::move(done));
}

void Client::blockedContacts(QObject *context, CallDone<Listing<ContactId>> done)
{
    d->startListing(answers::request(BusinessOp::BlockedUsers), NodesOp::BlockedUsers, limits::blockedContacts, context,
                    std::move(done));
}

void Client::userInfos(const QList<ContactId> &users, QObject *context,
                       CallDone<Infos<ContactId, protocol::UserBean>> done)
{
    d->startInfos(users, NodesOp::UserInfo, &protocol::Nodes::usermap, limits::userInfos, context, std::move(done));
}

void Client::modifyOwnInfo(const protocol::UserBean &info, QObject *context, CallDone<Success> done)
{
    protocol::Nodes nodes;
    nodes.usermap = {{QString(), info}}; // tim does not look at the key
    d->startModify(NodesOp::ModifyUser, std::move(nodes), limits::modifyOwnInfo, context, std::move(done));
}

void Client::addContact(const ContactId &user, const QString &text, QObject *context, CallDone<Befriended> done)
{
    d->befriend(user, text, limits::addContact, context, std::move(done));
}

void Client::acceptContact(const ContactId &user, QObject *context, CallDone<Befriended> done)
{
    d->befriend(user, {}, limits::acceptContact, context, std::move(done));
}

void Client::removeContact(const ContactId &user, QObject *context, CallDone<Success> done)
{
    d->startAcked(requestAbout(BusinessOp::RemoveFriend, user), limits::removeContact, context, std::move(done));
}

void Client::blockContact(const ContactId &user, QObject *context, CallDone<Success> done)
{
    d->startAcked(requestAbout(BusinessOp::BlockUser, user), limits::blockContact, context, std::move(done));
}

void Client::changePassword(const QString &oldPassword, const QString &newPassword, QObject *context,
                            CallDone<Success> done)
{
    protocol::Request request = answers::request(BusinessOp::ChangePassword);
    request.reqStr = oldPassword;
    request.reqStr2 = newPassword;
    d->startAcked(std::move(request), limits::changePassword, context, std::move(done));
}

void Client::broadcastPresence(const OwnPresence &presence, SubStatus subStatus, QObject *context,
                               CallDone<Success> done)
{
    d->startUnanswered(Private::Lane::Presence,
                       {FrameType::BroadcastPresence, std::nullopt, d->presenceOf(presence, subStatus)},
                       limits::presence, context, std::move(done));
}

void Client::sendPresence(const QList<ContactId> &users, const OwnPresence &presence, SubStatus subStatus,
                          QObject *context, CallDone<Success> done)
{
    protocol::Presence directed = d->presenceOf(presence, subStatus);
    if (users.size() == 1) {
        directed.toTid.emplace().node = users.first().node();
    } else {
        directed.toList.emplace();
        for (const ContactId &user : users)
            directed.toList->append(user.node());
    }
    d->startUnanswered(Private::Lane::Presence, {FrameType::Presence, std::nullopt, std::move(directed)},
                       limits::presence, context, std::move(done));
}

void Client::askPresence(const ContactId &user, const OwnPresence &presence, QObject *context,
                         CallDone<protocol::Presence> done)
{
    protocol::Presence asking = d->presenceOf(presence, SubStatus::Ask);
    asking.toTid.emplace().node = user.node();
    const auto theirs = [user](const protocol::Frame &frame) -> std::optional<protocol::Presence> {
        const auto *answer = std::get_if<protocol::Presence>(&frame.payload);
        if (!answer || !answer->fromTid || answer->fromTid->node != user.node() || answer->offline.value_or(false))
            return std::nullopt;
        return *answer;
    };
    d->start<protocol::Presence>({.lane = Private::Lane::Presence,
                                  .turn = Private::Turn::Together,
                                  .limit = limits::askPresence,
                                  .frame = {FrameType::Presence, std::nullopt, std::move(asking)},
                                  .answer = theirs},
                                 context, std::move(done));
}

} // namespace timbre::core
