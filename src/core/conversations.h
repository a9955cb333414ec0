// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/chat_message.h"
#include "core/connection.h"
#include "core/message_store.h"
#include "core/random.h"
#include "core/roster.h"

#include <functional>
#include <memory>

namespace timbre::core {

// What was said with whom: takes chat messages from the server, sends ours, knows what is unread. Owned by Session,
// which hands it the frames; GUI thread. Rooms are not in it yet. Shows and announces nothing.
//
// Holds the newest messages of each conversation in memory, at most `mostHeld`; what is older is on disk, read by
// older(). Order is (time, id): the server's time once it is known. Messages of people who are no contacts are kept
// like all others, of at most `mostStrangers` such people at a time; those of blocked people are dropped. Copies of a
// message are dropped by conversation and server number, and by the client id its sender gave it. Texts are cut to
// `longestMessage` (core/text.h). protocol.md 6, features.md S15.
class Conversations : public QObject
{
    Q_OBJECT

public:
    Conversations(Connection &connection, Roster &roster, MessageStore &store, Clock &clock, Random &random,
                  QObject *parent = nullptr);
    ~Conversations() override;

    static constexpr int mostHeld = 400;
    static constexpr int mostStrangers = 100;

    // The newest of those in memory, oldest first. After a start these are only the unread and the unsent ones until
    // open() has brought the others (conversationChanged()).
    QList<ChatMessage> recent(const ConversationId &conversation, int count) const;
    // Those before `before`, oldest first, from disk; later, unless `context` is gone. Fewer than `count`: no more.
    void older(const ConversationId &conversation, const MessageKey &before, int count, QObject *context,
               MessageStore::Page done);
    // Somebody looks at it: reads its newest messages from disk, and asks the server for what other devices of ours
    // may have taken. Once per line and conversation.
    void open(const ContactId &peer);

    int unread(const ContactId &peer) const;
    int totalUnread() const;
    // In which the first unread message came earliest first: the first is the "next event".
    QList<ContactId> unreadConversations() const;
    void markRead(const ContactId &peer);

    // Whom writing may reach now; what is for others waits (core/reveals.h). Call reconsider() when its answers change.
    void setMayWrite(std::function<bool(const ContactId &peer)> mayWrite);
    void reconsider();
    // A message to this person waits for that.
    bool isHeld(const ContactId &peer) const;

    // Not in the roster, or not accepted.
    bool isStranger(const ContactId &peer) const;

    // Writes it down, then sends it in its turn, now or when the line is back. Gives its local id; 0 if nothing
    // remains of the text when it is cleaned.
    qint64 send(const ContactId &peer, const QString &text);
    // A failed one: again, or away with it.
    void retry(qint64 id);
    void discard(qint64 id);

Q_SIGNALS:
    // A message that was not there, of whomever; once, at its place.
    void messageAdded(const timbre::core::ChatMessage &message);
    // As above, but only what somebody else wrote and the user has not seen. `fromOfflineBatch`: it waited on the
    // server while we were away.
    void messageReceived(const timbre::core::ChatMessage &message, bool fromOfflineBatch);
    // Its state, time or text; the id stays. One that is only on disk is told by takenBack().
    void messageChanged(const timbre::core::ChatMessage &message);
    void messageRemoved(const timbre::core::ConversationId &conversation, qint64 id);
    void takenBack(const timbre::core::ConversationId &conversation, qint64 mid, bool mine);
    void unreadChanged(const timbre::core::ContactId &peer, int count);
    // More than one message came or went at once: read recent() again.
    void conversationChanged(const timbre::core::ConversationId &conversation);

private:
    friend class Session; // hands over what the server says
    void messageArrived(const protocol::Message &message, bool fromOfflineBatch);
    void historyArrived(const protocol::MessageList &list);
    void refused(const protocol::Ack &ack);
    void lineReady();
    void lineLost();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace timbre::core
