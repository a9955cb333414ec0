// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/message_store.h"

#include <QMap>

namespace timbre::core {

// A MessageStore without a disk, for accounts that keep nothing (the demo's friends) and for tests. Open to the test.
class MemoryMessageStore final : public MessageStore
{
public:
    QMap<qint64, ChatMessage> messages; // by id

    Start start() const override;
    void saveMessage(const ChatMessage &message) override { messages.insert(message.id, message); }
    void forgetMessage(qint64 id) override { messages.remove(id); }
    void saveRead(const ConversationId &conversation, qint64 lastId) override;
    void saveTakenBack(const ConversationId &conversation, qint64 mid, bool mine) override;
    void settle(Milliseconds) override { }
    void fetch(const ConversationId &conversation, const MessageKey &before, int count, QObject *context,
               Page done) override;
};

} // namespace timbre::core
