// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/chat_message.h"
#include "core/clock.h"

#include <QList>
#include <QObject>

#include <functional>

namespace timbre::core {

// Where an account's messages are kept, all of them, for ever: a port, implemented by store::ProfileMessages on SQLite
// and by core::MemoryMessageStore. Same thread as its user; calls return at once and what is to be read comes later,
// so that no disk is ever waited for. Reads see all that was saved before.
class MessageStore
{
public:
    using Page = std::function<void(const QList<ChatMessage> &)>;

    // What is there when the program starts.
    struct Start {
        QList<ChatMessage> unsent; // Waiting and Failed, in their order
        QList<ChatMessage> unread; // oldest first; the newest `mostUnread` of them
        // Conversation and server number of the newest messages, by which their copies are known.
        QList<std::pair<ConversationId, qint64>> newest;
        qint64 lastId = 0;
    };
    static constexpr int mostUnread = 5'000;
    static constexpr int mostNewest = 4'096;

    virtual ~MessageStore() = default;

    virtual Start start() const = 0;
    // Also to change one: the id says which.
    virtual void saveMessage(const ChatMessage &message) = 0;
    virtual void forgetMessage(qint64 id) = 0;
    // Those with a local id up to `lastId`.
    virtual void saveRead(const ConversationId &conversation, qint64 lastId) = 0;
    // The message with this server number, if it is `mine`: its text goes.
    virtual void saveTakenBack(const ConversationId &conversation, qint64 mid, bool mine) = 0;
    // Waits until what was saved is with the operating system, so that it outlives this program, or until `limit`.
    virtual void settle(Milliseconds limit) = 0;
    // The newest `count` before `before`, in order; later, unless `context` is gone.
    virtual void fetch(const ConversationId &conversation, const MessageKey &before, int count, QObject *context,
                       Page done)
        = 0;
};

} // namespace timbre::core
