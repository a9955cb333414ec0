// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/session.h"

#include "core/session_private.h"
#include "core/text.h"
#include "protocol/nodeid.h"

#include <algorithm>

namespace timbre::core {

using namespace Qt::StringLiterals;
using protocol::BusinessOp;

namespace {

// A device that comes to a tim cluster may hear nothing for 61 s (protocol-live.md 10).
constexpr Milliseconds earliestRepeat{63'000};
constexpr Milliseconds latestRepeat{70'000};
// Those who heard the repeat answer it; those who came to their server with us repeat their own.
constexpr Milliseconds clusterPatience = latestRepeat + PresenceModel::answerTime;
// Between becoming contacts and the first question (features.md S13).
constexpr Milliseconds earliestAsk{500};
constexpr Milliseconds latestAsk{1'500};
// From the closed line to the next: the server's notice must have left everywhere before.
constexpr Milliseconds vanishTime{1'200};
constexpr qsizetype shortestNode = 9; // a shorter account name may pass the check byte by chance

} // namespace

Session::Private::Private(Session *owner, Connection &theConnection, Store &store, MessageStore *messages,
                          Clock &theClock, Random &theRandom) :
    q(owner),
    connection(theConnection),
    random(theRandom),
    clock(theClock),
    pacer(theConnection, clock),
    ledger(store, clock),
    roster(store, clock),
    presences(clock),
    visibility(store),
    status(pacer, theConnection, store, clock, theRandom),
    conversations(theConnection, roster, messages ? *messages : forgetful, clock, theRandom),
    reveals(visibility, status, clock),
    exchange(pacer, status, clock, theRandom),
    ownDevices(pacer, theConnection, status, store, clock, theRandom),
    profiles(theConnection, clock),
    sync(theConnection, roster, profiles, clock),
    requests(theConnection, clock),
    groups(store, clock, theRandom),
    groupSync(groups, profiles, clock, [this] { sendProfile(); }),
    lastSeen(presences, roster, store, clock),
    repeat(clock.makeTimer([this] {
        broadcastAsking();
        ownDevices.ask();
    })),
    greeting(clock.makeTimer([this] {
        for (const ContactId &id : std::exchange(newFriends, {})) {
            questions.insert(id.node());
            exchange.ask(id);
        }
    })),
    accepted(roster.accepted()),
    recent(theRandom.bits())
{
    presences.setContacts(accepted);
    status.setVisibility(visibility);
    status.setAudience([this](const EffectiveStatus &effective) { return audience(effective); });
    visibility.setGroupsOf([this](const ContactId &id) { return groups.groupsOf(id); });
    QObject::connect(&groups, &ContactGroups::groupsChanged, q, [this] { visibility.groupsChanged(); });
    reveals.setOthersOnline([this] { return ownDevices.heardLately(); });
    // What was written while visible must not give the user away later.
    conversations.setMayWrite([this](const ContactId &id) { return !reveals.wouldReveal(id); });
    QObject::connect(&reveals, &Reveals::changed, q, [this] { conversations.reconsider(); });
    presences.setMayAsk([this](const ContactId &id) { return status.faceOf(id).has_value(); });
    QObject::connect(&status, &StatusController::mustVanish, q, [this] { vanish(); });
    QObject::connect(&status, &StatusController::reappeared, q, [this] { reappear(); });
    pacer.setWitness([this](const protocol::Frame &frame) { witness(frame); });
    QObject::connect(&connection, &Connection::signedIn, q, [this](const ContactId &id) { onSignedIn(id); });
    QObject::connect(&connection, &Connection::lineLost, q, [this] { onLineLost(); });
    QObject::connect(&connection, &Connection::frameReceived, q,
                     [this](const protocol::Frame &frame) { onFrame(frame); });
    QObject::connect(&sync, &SessionSync::finished, q, [this] { onSynchronized(); });
    QObject::connect(&roster, &Roster::acceptedChanged, q, [this] { onAcceptedChanged(); });
    QObject::connect(&presences, &PresenceModel::askNeeded, q, [this](const ContactId &id) {
        questions.insert(id.node());
        exchange.ask(id);
    });
    QObject::connect(&requests, &ContactRequests::unanswered, q, [this](const ContactRequests::Operation &operation) {
        Q_EMIT q->requestFailed(operation.id, RequestProblem::NoAnswer, 0);
    });
}

// The server's roster is not consent: asked twice, tim puts a stranger into it (protocol-live.md 5 b). With one in
// there a broadcast goes by name to those the user accepted; so it does if not all of them see the same.
std::optional<QList<QString>> Session::Private::audience(const EffectiveStatus &effective) const
{
    const auto &contacts = roster.contacts();
    const bool stranger = std::any_of(contacts.cbegin(), contacts.cend(),
                                      [](const Contact &contact) { return contact.relation == Relation::Unapproved; });
    if (!stranger && visibility.isUniform(effective))
        return std::nullopt;
    QList<QString> nodes;
    for (const ContactId &id : accepted)
        nodes.append(id.node());
    return nodes;
}

// Everything that leaves through the pacer, for the ledger.
void Session::Private::witness(const protocol::Frame &frame)
{
    const auto *presence = std::get_if<protocol::Presence>(&frame.payload);
    if (!presence || presence->toList == QList<QString>{connection.ownId().node()})
        return; // our other devices
    using Why = LedgerEntry::Why;
    constexpr qint64 oneGreeting = 5'000; // ms
    Why why = PresenceLedger::whyOf(status.cause());
    switch (protocol::SubStatus(presence->subStatus.value_or(0))) {
    case protocol::SubStatus::Answer:
        why = Why::Answer;
        break;
    case protocol::SubStatus::ProfileChanged:
        why = Why::Profile;
        break;
    case protocol::SubStatus::Ask: {
        const QList<QString> nodes = presence->toList.value_or(QList<QString>());
        const bool question = presence->toList
            && std::all_of(nodes.cbegin(), nodes.cend(),
                           [this](const QString &node) { return questions.contains(node); });
        for (const QString &node : nodes)
            questions.remove(node);
        if (!question && !greetedAt)
            greetedAt = clock.monotonic();
        why = question ? Why::Question : clock.monotonic() - *greetedAt < oneGreeting ? Why::SignIn : Why::Repeat;
        break;
    }
    default:
        break;
    }
    ledger.told(*presence, why);
}

void Session::Private::onSignedIn(const ContactId &id)
{
    synchronized = false;
    ownDevices.ask();
    sync.start(id);
}

Milliseconds Session::Private::patience() const
{
    return connection.hasSeveralServers() ? clusterPatience : PresenceModel::answerTime;
}

void Session::Private::onSynchronized()
{
    connection.synchronized();
    synchronized = true;
    newFriends.clear(); // the broadcast asks them too
    if (!isHidden()) // else nobody is asked, and what was heard stays, as of then
        presences.lineBack(patience());
    status.announce();
    conversations.lineReady();
    repeat->start(random.between(earliestRepeat, latestRepeat));
    groupSync.lineUp(connection.ownId());
    sendProfile();
}

// The only order that hides from every client (features.md S5): nothing more leaves, the server tells that we are
// offline, and we come back in silence.
void Session::Private::vanish()
{
    repeat->stop();
    greeting->stop();
    newFriends.clear();
    pacer.clear();
    exchange.lineLost();
    status.lineLost();
    connection.reconnectAfter(vanishTime);
}

void Session::Private::reappear()
{
    presences.lineBack(patience());
    status.announce();
    repeat->start(random.between(earliestRepeat, latestRepeat));
}

void Session::Private::onLineLost()
{
    synchronized = false;
    repeat->stop();
    greeting->stop();
    newFriends.clear();
    questions.clear();
    greetedAt.reset();
    ownNameSent.clear();
    profileSent = false;
    groupSync.lineLost();
    pacer.clear();
    conversations.lineLost();
    sync.lineLost();
    profiles.lineLost();
    exchange.lineLost();
    ownDevices.lineLost();
    status.lineLost();
    presences.lineLost();
    requests.lineLost();
}

void Session::Private::broadcastAsking()
{
    if (!isHidden())
        presences.everybodyAsked();
    status.announce();
}

void Session::Private::onAcceptedChanged()
{
    const QSet<ContactId> now = roster.accepted();
    presences.setContacts(now);
    ledger.contactsChanged(accepted, now);
    for (const ContactId &id : now) {
        if (accepted.contains(id) || !synchronized)
            continue; // what comes during sign-in is taken care of at its end
        status.forgetTold(id);
        profiles.fetch(id);
        newFriends.insert(id);
        if (!greeting->isActive())
            greeting->start(random.between(earliestAsk, latestAsk));
    }
    accepted = now;
}

// One at a time: the server's ack does not say which of two it is about.
void Session::Private::sendProfile()
{
    if (profileSent)
        return;
    protocol::UserBean bean;
    if (ownNameWanted)
        bean.name = ownName;
    bean.extend = groupSync.takeDue();
    if (!bean.name && !bean.extend)
        return;
    protocol::Nodes request;
    request.ntype = static_cast<qint32>(protocol::NodesOp::ModifyUser);
    request.usermap = QMap<QString, protocol::UserBean>{{QString(), bean}};
    profileSent = connection.send({protocol::FrameType::Nodes, std::nullopt, std::move(request)});
    if (profileSent && ownNameWanted)
        ownNameSent = ownName;
}

Session::Session(Connection &connection, Store &store, Clock &clock, Random &random, QObject *parent) :
    QObject(parent),
    d(std::make_unique<Private>(this, connection, store, nullptr, clock, random))
{
}

Session::Session(Connection &connection, Store &store, MessageStore &messages, Clock &clock, Random &random,
                 QObject *parent) :
    QObject(parent),
    d(std::make_unique<Private>(this, connection, store, &messages, clock, random))
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

ContactGroups &Session::groups()
{
    return d->groups;
}

Conversations &Session::conversations()
{
    return d->conversations;
}

VisibilityKeeper &Session::visibility()
{
    return d->visibility;
}

Reveals &Session::reveals()
{
    return d->reveals;
}

PresenceLedger &Session::ledger()
{
    return d->ledger;
}

LastSeen &Session::lastSeen()
{
    return d->lastSeen;
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
        d->sendProfile();
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
    const bool theyAsked = known && (known->relation == Relation::AsksUs || known->relation == Relation::Unapproved);
    // Asking twice makes tim put each into the other's roster without any consent
    // (protocol.md 7.2).
    const bool alreadyAsked = known && known->relation == Relation::Asked;
    if (!alreadyAsked && !d->requests.send(BusinessOp::AddFriend, id, cleanRequestText(text), theyAsked)) {
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
