// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/conversations.h"

#include "core/conversations_private.h"
#include "core/text.h"

#include <algorithm>

namespace timbre::core {

namespace {

constexpr quint64 largestClientId = (quint64(1) << 53) - 1; // what JavaScript peers can hold
constexpr Milliseconds settleLimit{100}; // a pause nobody notices
constexpr int pageSize = 60; // read when a conversation is opened
constexpr int historySize = 50; // asked of the server

} // namespace

Conversations::Private::Private(Conversations *owner, Connection &theConnection, Roster &theRoster,
                                MessageStore &theStore, Clock &theClock, Random &theRandom) :
    q(owner),
    connection(theConnection),
    roster(theRoster),
    store(theStore),
    clock(theClock),
    random(theRandom),
    outbox(theConnection, theClock),
    history(theConnection, theClock)
{
    const MessageStore::Start start = store.start();
    lastId = start.lastId;
    for (const auto &[conversation, mid] : start.newest)
        threads[conversation].rememberMid(mid);
    for (const ChatMessage &message : start.unread)
        threads[message.conversation].insert(message, MessageStore::mostUnread);
    for (const ChatMessage &message : start.unsent) {
        threads[message.conversation].insert(message, MessageStore::mostUnread);
        if (message.state == MessageState::Waiting) // the program may have ended between sending and echo
            outbox.add(message, Outbox::Before::PerhapsSent);
    }
    QObject::connect(&outbox, &Outbox::checkNeeded, q,
                     [this](const ContactId &peer) { history.fetch(peer, 0, historySize); });
    QObject::connect(&outbox, &Outbox::failed, q, [this](qint64 id, MessageProblem problem) { onFailed(id, problem); });
    QObject::connect(
        &history, &HistoryFetcher::fetched, q,
        [this](const ContactId &peer, qint64, const QList<protocol::Message> &messages) { onHistory(peer, messages); });
}

qint64 Conversations::Private::newId()
{
    return ++lastId;
}

qint64 Conversations::Private::timeOf(const protocol::Message &message) const
{
    constexpr qint64 nanoseconds = 1'000'000;
    constexpr qint64 day = 86'400'000;
    const qint64 now = clock.wall();
    const qint64 told = message.timestamp.value_or(0) / nanoseconds;
    return told <= 0 || told > now + day ? now : told;
}

std::pair<ConversationId, ChatMessage> Conversations::Private::find(qint64 id) const
{
    for (const auto &[conversation, thread] : threads) {
        if (const ChatMessage *message = thread.find(id))
            return {conversation, *message};
    }
    return {};
}

int Conversations::Private::strangers() const
{
    int count = 0;
    for (const auto &[conversation, thread] : threads)
        count += thread.unread() > 0 && q->isStranger(conversation.person()) ? 1 : 0;
    return count;
}

void Conversations::Private::change(ConversationThread &thread, const ChatMessage &message)
{
    thread.replace(message);
    store.saveMessage(message);
    Q_EMIT q->messageChanged(message);
}

void Conversations::Private::onFailed(qint64 id, MessageProblem problem)
{
    auto [conversation, message] = find(id);
    if (conversation.isEmpty())
        return;
    message.state = MessageState::Failed;
    message.problem = problem;
    change(threads[conversation], message);
}

// Ours is known by its client id: tim gives `id` back to the live echo only.
bool Conversations::Private::takeEcho(ConversationThread &thread, const protocol::Message &message, qint64 clientId)
{
    const ChatMessage *unsent = thread.findUnsent(clientId);
    if (!unsent)
        return false;
    ChatMessage stored = *unsent;
    stored.state = MessageState::Sent;
    stored.problem = MessageProblem::None;
    stored.mid = message.mid.value_or(0);
    stored.time = timeOf(message);
    change(thread, stored);
    outbox.echoed(clientId);
    return true;
}

void Conversations::Private::onChat(const protocol::Message &message, const ContactId &peer, bool mine, bool waited)
{
    const auto conversation = ConversationId::with(peer);
    if (!mine) {
        const std::optional<Contact> contact = roster.contact(peer);
        if (contact && contact->relation == Relation::Blocked)
            return;
        if (q->isStranger(peer) && q->unread(peer) == 0 && strangers() >= mostStrangers)
            return;
    }
    ConversationThread &thread = threads[conversation];
    const qint64 clientId = clientIdOf(message);
    if (thread.knowsMid(message.mid.value_or(0)) || (!mine && thread.knowsClientId(clientId)))
        return;
    if (mine && takeEcho(thread, message, clientId != 0 ? clientId : message.id.value_or(0)))
        return;
    ChatMessage chat = read(message, conversation, mine);
    if (chat.text.isEmpty())
        return;
    chat.unread = !mine;
    chat.waited = waited;
    thread.insert(chat, mostHeld);
    store.saveMessage(chat);
    Q_EMIT q->messageAdded(chat);
    if (mine)
        return;
    Q_EMIT q->unreadChanged(peer, thread.unread());
    Q_EMIT q->messageReceived(chat, waited);
}

qint64 Conversations::Private::clientIdOf(const protocol::Message &message)
{
    const QString told = message.extend.value_or(protocol::TextMap()).value(Outbox::clientIdKey());
    bool isNumber = false;
    const qint64 value = told.toLongLong(&isNumber);
    return isNumber && value > 0 ? value : 0;
}

ChatMessage Conversations::Private::read(const protocol::Message &message, const ConversationId &conversation,
                                         bool mine)
{
    ChatMessage chat;
    chat.text = cleanMessage(message.dataString.value_or(QString()));
    if (chat.text.isEmpty())
        return chat;
    chat.id = newId();
    chat.conversation = conversation;
    chat.mine = mine;
    chat.from = mine ? ContactId() : conversation.person();
    chat.state = mine ? MessageState::Sent : MessageState::Received;
    chat.mid = message.mid.value_or(0);
    chat.clientId = clientIdOf(message);
    chat.time = timeOf(message);
    return chat;
}

// A sender takes back what is theirs, a reader burns what was written to them.
void Conversations::Private::onTakenBack(const protocol::Message &message, const ContactId &peer, bool mine)
{
    const auto conversation = ConversationId::with(peer);
    const bool isRevoke = message.odType == static_cast<qint8>(protocol::OdType::Revoke);
    const bool written = isRevoke ? mine : !mine; // by us
    const qint64 mid = message.mid.value_or(0);
    if (!threads.contains(conversation) && mid == 0)
        return;
    ConversationThread &thread = threads[conversation];
    if (mid == 0) { // tim forgets which while it waits
        thread.verify = true;
        thread.asked = true;
        history.fetch(peer, 0, historySize);
        return;
    }
    thread.rememberMid(mid); // its copy may still come
    store.saveTakenBack(conversation, mid, written);
    if (const ChatMessage *found = thread.findMid(mid, written))
        takeBack(thread, *found);
    Q_EMIT q->takenBack(conversation, mid, written);
}

void Conversations::Private::takeBack(ConversationThread &thread, ChatMessage message)
{
    const bool wasUnread = std::exchange(message.unread, false);
    message.state = MessageState::TakenBack;
    message.text.clear();
    change(thread, message);
    if (wasUnread)
        Q_EMIT q->unreadChanged(message.peer(), thread.unread());
}

// Newest first. What other devices of ours took is put at its place, without a sound; what of ours is there has been
// stored.
void Conversations::Private::onHistory(const ContactId &peer, const QList<protocol::Message> &messages)
{
    const auto conversation = ConversationId::with(peer);
    ConversationThread &thread = threads[conversation];
    QSet<qint64> told;
    qint64 oldest = 0;
    qint64 newest = 0;
    bool isChanged = false;
    for (const protocol::Message &message : messages) {
        if (message.odType != static_cast<qint8>(protocol::OdType::Chat))
            continue;
        const bool mine = message.fromTid && message.fromTid->node == connection.ownId().node();
        const qint64 clientId = clientIdOf(message);
        const qint64 time = timeOf(message);
        told.insert(message.mid.value_or(0));
        oldest = oldest == 0 ? time : std::min(oldest, time);
        newest = std::max(newest, time);
        if (thread.knowsMid(message.mid.value_or(0)) || (!mine && thread.knowsClientId(clientId))
            || (mine && takeEcho(thread, message, clientId)))
            continue;
        const ChatMessage chat = read(message, conversation, mine);
        if (chat.text.isEmpty())
            continue;
        thread.insert(chat, mostHeld);
        store.saveMessage(chat);
        isChanged = true;
    }
    if (std::exchange(thread.verify, false)) {
        const QList<ChatMessage> here = thread.messages();
        for (const ChatMessage &message : here) {
            if (message.mid != 0 && message.state != MessageState::TakenBack && message.time > oldest
                && message.time < newest && !told.contains(message.mid))
                takeBack(thread, message);
        }
    }
    outbox.checked(peer);
    if (isChanged)
        Q_EMIT q->conversationChanged(conversation);
}

Conversations::Conversations(Connection &connection, Roster &roster, MessageStore &store, Clock &clock, Random &random,
                             QObject *parent) :
    QObject(parent),
    d(std::make_unique<Private>(this, connection, roster, store, clock, random))
{
}

Conversations::~Conversations() = default;

QList<ChatMessage> Conversations::recent(const ConversationId &conversation, int count) const
{
    const auto thread = d->threads.find(conversation);
    if (thread == d->threads.end())
        return {};
    const QList<ChatMessage> &all = thread->second.messages();
    return all.mid(std::max<qsizetype>(0, all.size() - count));
}

void Conversations::older(const ConversationId &conversation, const MessageKey &before, int count, QObject *context,
                          MessageStore::Page done)
{
    d->store.fetch(conversation, before, count, context, std::move(done));
}

void Conversations::open(const ContactId &peer)
{
    const auto conversation = ConversationId::with(peer);
    ConversationThread &thread = d->threads[conversation];
    if (!std::exchange(thread.loaded, true)) {
        constexpr qint64 end = std::numeric_limits<qint64>::max();
        d->store.fetch(conversation, {end, end}, pageSize, this,
                       [this, conversation](const QList<ChatMessage> &messages) {
                           d->threads[conversation].merge(messages);
                           Q_EMIT conversationChanged(conversation);
                       });
    }
    if (d->lineUp && !std::exchange(thread.asked, true))
        d->history.fetch(peer, 0, historySize);
}

int Conversations::unread(const ContactId &peer) const
{
    const auto thread = d->threads.find(ConversationId::with(peer));
    return thread == d->threads.end() ? 0 : thread->second.unread();
}

void Conversations::setMayWrite(std::function<bool(const ContactId &peer)> mayWrite)
{
    d->outbox.setMaySend(std::move(mayWrite));
}

void Conversations::reconsider()
{
    d->outbox.reconsider();
}

bool Conversations::isHeld(const ContactId &peer) const
{
    return d->outbox.isHeld(peer);
}

int Conversations::totalUnread() const
{
    int total = 0;
    for (const auto &[conversation, thread] : d->threads)
        total += thread.unread();
    return total;
}

QList<ContactId> Conversations::unreadConversations() const
{
    QList<std::pair<qint64, ContactId>> found;
    for (const auto &[conversation, thread] : d->threads) {
        if (thread.unread() > 0)
            found.append({thread.firstUnreadId(), conversation.person()});
    }
    std::sort(found.begin(), found.end());
    QList<ContactId> ids;
    for (const auto &[first, id] : std::as_const(found))
        ids.append(id);
    return ids;
}

void Conversations::markRead(const ContactId &peer)
{
    const auto conversation = ConversationId::with(peer);
    const auto thread = d->threads.find(conversation);
    if (thread == d->threads.end() || thread->second.unread() == 0)
        return;
    thread->second.markRead();
    d->store.saveRead(conversation, d->lastId);
    Q_EMIT unreadChanged(peer, 0);
}

bool Conversations::isStranger(const ContactId &peer) const
{
    return !d->roster.isAccepted(peer);
}

qint64 Conversations::send(const ContactId &peer, const QString &text)
{
    ChatMessage message;
    message.text = messageForWire(text);
    if (message.text.isEmpty() || peer.isEmpty())
        return 0;
    message.conversation = ConversationId::with(peer);
    ConversationThread &thread = d->threads[message.conversation];
    message.id = d->newId();
    message.mine = true;
    message.state = MessageState::Waiting;
    message.clientId = static_cast<qint64>(std::max<quint64>(1, d->random.bits() & largestClientId));
    message.time = std::max(d->clock.wall(), thread.newestTime() + 1);
    thread.insert(message, Conversations::mostHeld);
    d->store.saveMessage(message);
    d->store.settle(settleLimit);
    Q_EMIT messageAdded(message);
    markRead(peer); // who answers has read
    d->outbox.add(message, Outbox::Before::NeverSent);
    return message.id;
}

void Conversations::retry(qint64 id)
{
    auto [conversation, message] = d->find(id);
    if (conversation.isEmpty() || message.state != MessageState::Failed)
        return;
    const auto before
        = message.problem == MessageProblem::NoAnswer ? Outbox::Before::PerhapsSent : Outbox::Before::NeverSent;
    ConversationThread &thread = d->threads[conversation];
    message.state = MessageState::Waiting;
    message.problem = MessageProblem::None;
    message.time = std::max(d->clock.wall(), thread.newestTime() + 1);
    d->change(thread, message);
    d->outbox.add(message, before);
}

void Conversations::discard(qint64 id)
{
    const auto [conversation, message] = d->find(id);
    if (conversation.isEmpty() || message.state != MessageState::Failed)
        return;
    d->threads[conversation].remove(id);
    d->store.forgetMessage(id);
    Q_EMIT messageRemoved(conversation, id);
}

void Conversations::messageArrived(const protocol::Message &message, bool fromOfflineBatch)
{
    if (message.msType != static_cast<qint8>(protocol::MsType::User) || !message.fromTid)
        return;
    const ContactId ownId = d->connection.ownId();
    const bool mine = message.fromTid->node == ownId.node();
    const ContactId peer(mine ? (message.toTid ? message.toTid->node : QString()) : message.fromTid->node);
    if (peer.isEmpty() || peer == ownId)
        return;
    switch (protocol::OdType(message.odType)) {
    case protocol::OdType::Chat:
        d->onChat(message, peer, mine, fromOfflineBatch);
        break;
    case protocol::OdType::Revoke:
    case protocol::OdType::Burn:
        d->onTakenBack(message, peer, mine);
        break;
    default:
        break;
    }
}

void Conversations::historyArrived(const protocol::MessageList &list)
{
    d->history.received(list);
}

void Conversations::refused(const protocol::Ack &ack)
{
    if (ack.ok)
        return;
    if (ack.timType == static_cast<qint8>(protocol::FrameType::Message))
        d->outbox.refused(ack.error ? ack.error->code.value_or(0) : 0);
    else if (ack.timType == static_cast<qint8>(protocol::FrameType::PullMessages))
        d->history.refused();
}

void Conversations::lineReady()
{
    d->lineUp = true;
    d->outbox.lineReady();
}

void Conversations::lineLost()
{
    d->lineUp = false;
    for (auto &[conversation, thread] : d->threads)
        thread.asked = false;
    d->history.lineLost();
    d->outbox.lineLost();
}

} // namespace timbre::core
