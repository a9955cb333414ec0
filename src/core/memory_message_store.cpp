// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/memory_message_store.h"

#include <algorithm>

namespace timbre::core {

MessageStore::Start MemoryMessageStore::start() const
{
    Start start;
    for (const ChatMessage &message : messages) {
        if (message.state == MessageState::Waiting || message.state == MessageState::Failed)
            start.unsent.append(message);
        if (message.unread)
            start.unread.append(message);
        if (message.mid != 0)
            start.newest.append({message.conversation, message.mid});
        start.lastId = message.id;
    }
    return start;
}

void MemoryMessageStore::saveRead(const ConversationId &conversation, qint64 lastId)
{
    for (ChatMessage &message : messages) {
        if (message.conversation == conversation && message.id <= lastId)
            message.unread = false;
    }
}

void MemoryMessageStore::saveTakenBack(const ConversationId &conversation, qint64 mid, bool mine)
{
    for (ChatMessage &message : messages) {
        if (message.conversation == conversation && message.mid == mid && message.mine == mine) {
            message.state = MessageState::TakenBack;
            message.text.clear();
        }
    }
}

void MemoryMessageStore::fetch(const ConversationId &conversation, const MessageKey &before, int count,
                               QObject *context, Page done)
{
    QList<ChatMessage> page;
    for (const ChatMessage &message : std::as_const(messages)) {
        if (message.conversation == conversation && message.key() < before)
            page.append(message);
    }
    std::sort(page.begin(), page.end(), [](const auto &a, const auto &b) { return a.key() < b.key(); });
    page = page.mid(std::max<qsizetype>(0, page.size() - count));
    QMetaObject::invokeMethod(
        context, [page, done = std::move(done)] { done(page); }, Qt::QueuedConnection);
}

} // namespace timbre::core
