// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/conversation_thread.h"
#include "core/conversations.h"
#include "core/history_fetcher.h"
#include "core/outbox.h"

#include <unordered_map>

namespace timbre::core {

// The workings of Conversations.
class Conversations::Private
{
public:
    struct Hash {
        size_t operator()(const ConversationId &id) const { return qHash(id); }
    };

    Private(Conversations *owner, Connection &theConnection, Roster &theRoster, MessageStore &theStore, Clock &theClock,
            Random &theRandom);

    qint64 newId();
    qint64 timeOf(const protocol::Message &message) const;
    static qint64 clientIdOf(const protocol::Message &message);
    ChatMessage read(const protocol::Message &message, const ConversationId &conversation, bool mine);
    std::pair<ConversationId, ChatMessage> find(qint64 id) const;
    int strangers() const; // with something unread
    void change(ConversationThread &thread, const ChatMessage &message);
    bool takeEcho(ConversationThread &thread, const protocol::Message &message, qint64 clientId);
    void takeBack(ConversationThread &thread, ChatMessage message);
    void onChat(const protocol::Message &message, const ContactId &peer, bool mine, bool waited);
    void onTakenBack(const protocol::Message &message, const ContactId &peer, bool mine);
    void onHistory(const ContactId &peer, const QList<protocol::Message> &messages);
    void onFailed(qint64 id, MessageProblem problem);

    Conversations *q;
    Connection &connection;
    Roster &roster;
    MessageStore &store;
    Clock &clock;
    Random &random;
    Outbox outbox;
    HistoryFetcher history;
    // References to its values stay good while slots of our signals open other conversations.
    std::unordered_map<ConversationId, ConversationThread, Hash> threads;
    qint64 lastId = 0;
    bool lineUp = false;
};

} // namespace timbre::core
