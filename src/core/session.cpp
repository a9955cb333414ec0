// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/session.h"

#include "core/contact_requests.h"
#include "core/session_sync.h"
#include "core/text.h"
#include "protocol/nodeid.h"

namespace timbre::core
{

using namespace Qt::StringLiterals;
using protocol::BusinessOp;
using protocol::ErrorCode;

namespace
{

// A device that comes to a tim cluster hears nothing from some servers for 61 s (protocol-live.md
// 10).
constexpr Milliseconds earliestRepeat{63'000};
constexpr Milliseconds latestRepeat{70'000};
// Between becoming contacts and the first question (features.md S13).
constexpr Milliseconds earliestAsk{500};
constexpr Milliseconds latestAsk{1'500};
constexpr int rememberedIds = 512; // of business messages: tim repeats what was acked late
constexpr qsizetype shortestNode
    = 9; // characters; a shorter account name may pass the check byte by chance

RequestProblem problemOf(qint32 code)
{
    switch (ErrorCode(code)) {
    case ErrorCode::Account:
        return RequestProblem::NoSuchAccount;
    case ErrorCode::PermissionDenied:
        return RequestProblem::Yourself;
    case ErrorCode::Blocked:
        return RequestProblem::BlockedByThem;
    case ErrorCode::Repeat:
        return RequestProblem::AlreadyContact;
    default:
        return RequestProblem::ServerError;
    }
}

} // namespace

class Session::Private
{
public:
    Private(Session *owner, Connection &theConnection, Store &store, Clock &theClock,
            Random &theRandom);

    void onSignedIn(const ContactId &id);
    void onSynchronized();
    void onLineLost();
    void broadcastAsking();
    void onFrame(const protocol::Frame &frame);
    void onPresence(const protocol::Presence &presence);
    void onAck(const protocol::Ack &ack);
    void onContactAck(const protocol::Ack &ack);
    void onNodes(const protocol::Nodes &nodes);
    void onMessages(const protocol::MessageList &list);
    void onMessage(const protocol::Message &message);
    void onBusiness(BusinessOp op, const ContactId &peer, const QString &text);
    void onAcceptedChanged();
    bool isRepeated(const protocol::Message &message);
    void sendOwnName();

    Session *q;
    Connection &connection;
    Random &random;
    PresencePacer pacer;
    Roster roster;
    PresenceModel presences;
    StatusController status;
    PresenceExchange exchange;
    ProfileFetcher profiles;
    SessionSync sync;
    ContactRequests requests;
    std::unique_ptr<Timer> repeat; // of the first broadcast
    std::unique_ptr<Timer> greeting; // asks newFriends
    QSet<ContactId> newFriends;
    QSet<ContactId> accepted; // as PresenceModel has it
    QString ownName;
    QString ownNameOnServer;
    QString ownNameSent; // its ack has not come yet
    bool ownNameWanted = false; // set by the user, not confirmed by the server
    bool synchronized = false;
    QSet<qint64> seenIds;
    QList<qint64> seenOrder;
};

Session::Private::Private(Session *owner, Connection &theConnection, Store &store, Clock &clock,
                          Random &theRandom)
    : q(owner), connection(theConnection), random(theRandom), pacer(theConnection, clock),
      roster(store, clock), presences(clock), status(pacer, theConnection, store, clock, theRandom),
      exchange(pacer, status, clock, theRandom), profiles(theConnection, clock),
      sync(theConnection, roster, profiles, clock), requests(theConnection, clock),
      repeat(clock.makeTimer([this] { broadcastAsking(); })), greeting(clock.makeTimer([this] {
          for (const ContactId &id : std::exchange(newFriends, {}))
              exchange.ask(id);
      })),
      accepted(roster.accepted())
{
    presences.setContacts(accepted);
    QObject::connect(&connection, &Connection::signedIn, q,
                     [this](const ContactId &id) { onSignedIn(id); });
    QObject::connect(&connection, &Connection::lineLost, q, [this] { onLineLost(); });
    QObject::connect(&connection, &Connection::frameReceived, q,
                     [this](const protocol::Frame &frame) { onFrame(frame); });
    QObject::connect(&sync, &SessionSync::finished, q, [this] { onSynchronized(); });
    QObject::connect(&roster, &Roster::acceptedChanged, q, [this] { onAcceptedChanged(); });
    QObject::connect(&presences, &PresenceModel::askNeeded, q,
                     [this](const ContactId &id) { exchange.ask(id); });
    QObject::connect(&requests, &ContactRequests::unanswered, q,
                     [this](const ContactRequests::Operation &operation) {
                         Q_EMIT q->requestFailed(operation.id, RequestProblem::NoAnswer, 0);
                     });
}

void Session::Private::onSignedIn(const ContactId &id)
{
    synchronized = false;
    sync.start(id);
}

void Session::Private::onSynchronized()
{
    connection.synchronized();
    synchronized = true;
    newFriends.clear(); // the broadcast asks them too
    presences.lineBack();
    status.announce();
    repeat->start(random.between(earliestRepeat, latestRepeat));
    if (ownNameWanted)
        sendOwnName();
}

void Session::Private::onLineLost()
{
    synchronized = false;
    repeat->stop();
    greeting->stop();
    newFriends.clear();
    ownNameSent.clear();
    pacer.clear();
    sync.lineLost();
    profiles.lineLost();
    exchange.lineLost();
    status.lineLost();
    presences.lineLost();
    requests.lineLost();
}

void Session::Private::broadcastAsking()
{
    presences.everybodyAsked();
    status.announce();
}

void Session::Private::onFrame(const protocol::Frame &frame)
{
    switch (frame.type) {
    case protocol::FrameType::Presence:
        if (const auto *presence = std::get_if<protocol::Presence>(&frame.payload))
            onPresence(*presence);
        break;
    case protocol::FrameType::Ack:
        if (const auto *ack = std::get_if<protocol::Ack>(&frame.payload))
            onAck(*ack);
        break;
    case protocol::FrameType::Nodes:
        if (const auto *nodes = std::get_if<protocol::Nodes>(&frame.payload))
            onNodes(*nodes);
        break;
    case protocol::FrameType::Message:
        if (const auto *message = std::get_if<protocol::Message>(&frame.payload))
            onMessage(*message);
        break;
    case protocol::FrameType::OfflineMessages:
        if (const auto *list = std::get_if<protocol::MessageList>(&frame.payload))
            onMessages(*list);
        break;
    case protocol::FrameType::OfflineMessagesEnd:
        sync.waitingMessagesEnded();
        break;
    default:
        break;
    }
}

void Session::Private::onPresence(const protocol::Presence &presence)
{
    const ContactId from(presence.fromTid ? presence.fromTid->node : QString());
    switch (presences.apply(presence, connection.ownId())) {
    case PresenceModel::Applied::Ask:
        exchange.answer(from, presence.fromTid->resource.value_or(QString()));
        break;
    case PresenceModel::Applied::ProfileChanged:
        profiles.fetch(from);
        break;
    case PresenceModel::Applied::OwnNotice:
        if (synchronized)
            broadcastAsking();
        break;
    case PresenceModel::Applied::Applied:
        if (presence.offline.value_or(false))
            exchange.forget(from);
        break;
    case PresenceModel::Applied::Stranger:
    case PresenceModel::Applied::OutOfOrder:
        break;
    }
}

void Session::Private::onAck(const protocol::Ack &ack)
{
    if (ack.timType == static_cast<qint8>(protocol::FrameType::Business)) {
        onContactAck(ack);
    } else if (ack.timType == static_cast<qint8>(protocol::FrameType::Nodes)
               && !ownNameSent.isNull()) {
        const QString sent = std::exchange(ownNameSent, {});
        ownNameWanted = ownName != sent;
        if (ack.ok) {
            ownNameOnServer = sent;
            status.announceProfile();
        } else {
            const qint32 code = ack.error ? ack.error->code.value_or(0) : 0;
            Q_EMIT q->requestFailed(connection.ownId(), RequestProblem::ServerError, code);
        }
        if (ownNameWanted)
            sendOwnName();
    }
}

void Session::Private::onContactAck(const protocol::Ack &ack)
{
    const auto operation = requests.takeAcked(ack);
    if (ack.ok || !operation)
        return;
    const qint32 code = ack.error ? ack.error->code.value_or(0) : 0;
    const RequestProblem problem = problemOf(code);
    if (operation->op == BusinessOp::RemoveFriend) {
        if (ErrorCode(code) == ErrorCode::Params || problem == RequestProblem::NoSuchAccount)
            return; // there was nothing to remove
    } else if (operation->op == BusinessOp::AddFriend) {
        if (problem == RequestProblem::AlreadyContact) {
            roster.becameFriend(operation->id);
            sync.refetchRoster();
            if (operation->accepts)
                return;
        } else if (!operation->accepts) {
            roster.remove(operation->id);
        } else {
            roster.takeBackAccept(operation->id);
        }
    }
    Q_EMIT q->requestFailed(operation->id, problem, code);
}

void Session::Private::onNodes(const protocol::Nodes &nodes)
{
    if (nodes.ntype == static_cast<qint32>(protocol::NodesOp::Roster)) {
        sync.rosterReceived(nodes.nodelist.value_or(QList<QString>()));
    } else if (nodes.ntype == static_cast<qint32>(protocol::NodesOp::UserInfo) && nodes.usermap) {
        for (auto user = nodes.usermap->cbegin(); user != nodes.usermap->cend(); ++user) {
            const ContactId id(user.key());
            roster.setProfile(id, user.value());
            if (id != connection.ownId())
                continue;
            ownNameOnServer = cleanName(user->name.value_or(QString()));
            if (!ownNameWanted && ownName != ownNameOnServer) {
                ownName = ownNameOnServer;
                Q_EMIT q->ownNameChanged(ownName);
            }
        }
        profiles.received(nodes);
    }
}

void Session::Private::onMessages(const protocol::MessageList &list)
{
    const QList<protocol::Message> messages = list.messageList.value_or(QList<protocol::Message>());
    for (const protocol::Message &message : messages)
        onMessage(message);
    sync.waitingMessagesReceived(!messages.isEmpty());
}

void Session::Private::onMessage(const protocol::Message &message)
{
    if (message.msType != static_cast<qint8>(protocol::MsType::User)
        || message.odType != static_cast<qint8>(protocol::OdType::Business) || !message.fromTid
        || !message.bnType || isRepeated(message))
        return;
    ContactId peer(message.fromTid->node);
    if (peer == connection.ownId()) // a server that tells both sides
        peer = ContactId(message.toTid ? message.toTid->node : QString());
    if (!peer.isEmpty() && peer != connection.ownId())
        onBusiness(BusinessOp(*message.bnType), peer, message.dataString.value_or(QString()));
}

void Session::Private::onBusiness(BusinessOp op, const ContactId &peer, const QString &text)
{
    switch (op) {
    case BusinessOp::AddFriend:
        roster.requestReceived(peer, text);
        if (roster.contact(peer).value_or(Contact()).profileName.isEmpty())
            profiles.fetch(peer);
        break;
    case BusinessOp::Friend:
        roster.becameFriend(peer);
        sync.refetchRoster();
        break;
    case BusinessOp::RemoveFriend:
        roster.removedByPeer(peer);
        sync.refetchRoster();
        break;
    case BusinessOp::BlockUser:
        sync.refetchRoster();
        break;
    default:
        break; // rooms
    }
}

bool Session::Private::isRepeated(const protocol::Message &message)
{
    if (!message.id)
        return false;
    if (seenIds.contains(*message.id))
        return true;
    seenIds.insert(*message.id);
    seenOrder.append(*message.id);
    if (seenOrder.size() > rememberedIds)
        seenIds.remove(seenOrder.takeFirst());
    return false;
}

void Session::Private::onAcceptedChanged()
{
    const QSet<ContactId> now = roster.accepted();
    presences.setContacts(now);
    for (const ContactId &id : now) {
        if (accepted.contains(id) || !synchronized)
            continue; // what comes during sign-in is taken care of at its end
        profiles.fetch(id);
        newFriends.insert(id);
        if (!greeting->isActive())
            greeting->start(random.between(earliestAsk, latestAsk));
    }
    accepted = now;
}

void Session::Private::sendOwnName()
{
    if (!ownNameSent.isNull())
        return;
    protocol::UserBean bean;
    bean.name = ownName;
    protocol::Nodes request;
    request.ntype = static_cast<qint32>(protocol::NodesOp::ModifyUser);
    request.usermap = QMap<QString, protocol::UserBean>{{QString(), bean}};
    if (connection.send({protocol::FrameType::Nodes, std::nullopt, std::move(request)}))
        ownNameSent = ownName;
}

Session::Session(Connection &connection, Store &store, Clock &clock, Random &random,
                 QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, connection, store, clock, random))
{
}

Session::~Session() = default;

Connection &Session::connection()
{
    return d->connection;
}

Roster &Session::roster()
{
    return d->roster;
}

PresenceModel &Session::presences()
{
    return d->presences;
}

StatusController &Session::status()
{
    return d->status;
}

ContactId Session::ownId() const
{
    return d->connection.ownId();
}

QString Session::ownName() const
{
    return d->ownName;
}

void Session::setOwnName(const QString &name)
{
    const QString cleaned = cleanName(name);
    if (cleaned == d->ownName || cleaned.isEmpty())
        return;
    d->ownName = cleaned;
    d->ownNameWanted = true;
    if (d->synchronized)
        d->sendOwnName();
    Q_EMIT ownNameChanged(cleaned);
}

void Session::addContact(const QString &account, const QString &text, const QString &nickname)
{
    const QString name = account.trimmed();
    const protocol::NodeIdScheme scheme;
    const bool isNode = name.size() >= shortestNode && scheme.isNode(name);
    const ContactId id(isNode ? name : scheme.accountNode(name, d->connection.ownDomain()));
    if (name.isEmpty()) {
        Q_EMIT requestFailed({}, RequestProblem::NoSuchAccount, 0);
        return;
    }
    if (id == ownId()) {
        Q_EMIT requestFailed(id, RequestProblem::Yourself, 0);
        return;
    }
    const std::optional<Contact> known = d->roster.contact(id);
    if (known && known->relation == Relation::Accepted) {
        Q_EMIT requestFailed(id, RequestProblem::AlreadyContact, 0);
        return;
    }
    const bool theyAsked
        = known && (known->relation == Relation::AsksUs || known->relation == Relation::Unapproved);
    // Asking twice makes tim put each into the other's roster without any consent
    // (protocol.md 7.2).
    const bool alreadyAsked = known && known->relation == Relation::Asked;
    if (!alreadyAsked
        && !d->requests.send(BusinessOp::AddFriend, id, cleanRequestText(text), theyAsked)) {
        Q_EMIT requestFailed(id, RequestProblem::NotConnected, 0);
        return;
    }
    if (theyAsked) {
        d->roster.accept(id);
        d->sync.refetchRoster();
    } else if (!alreadyAsked) {
        d->roster.requestSent(id, isNode ? QString() : name, text);
        d->profiles.fetch(id);
    }
    if (!nickname.isEmpty())
        d->roster.rename(id, nickname);
    Q_EMIT contactAdded(id);
}

void Session::accept(const ContactId &id)
{
    const std::optional<Contact> known = d->roster.contact(id);
    if (!known || (known->relation != Relation::AsksUs && known->relation != Relation::Unapproved))
        return;
    if (!d->requests.send(BusinessOp::AddFriend, id, {}, true)) {
        Q_EMIT requestFailed(id, RequestProblem::NotConnected, 0);
        return;
    }
    d->roster.accept(id);
    d->sync.refetchRoster();
}

void Session::decline(const ContactId &id)
{
    // tim has no refusal; removing ends the half relation, so that asking again does not make us
    // contacts. Without a line it is only out of sight here.
    d->requests.send(BusinessOp::RemoveFriend, id);
    d->roster.decline(id);
}

void Session::remove(const ContactId &id)
{
    if (d->requests.send(BusinessOp::RemoveFriend, id))
        d->roster.remove(id);
    else
        Q_EMIT requestFailed(id, RequestProblem::NotConnected, 0);
}

void Session::block(const ContactId &id)
{
    if (d->requests.send(BusinessOp::BlockUser, id))
        d->roster.block(id);
    else
        Q_EMIT requestFailed(id, RequestProblem::NotConnected, 0);
}

void Session::signOut()
{
    // The server tells the roster that we are gone; last words would only race with its notice
    // (protocol-live.md 5).
    d->connection.signOut();
}

} // namespace timbre::core
