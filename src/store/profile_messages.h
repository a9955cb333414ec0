// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/message_store.h"
#include "store/profile_writer.h"

namespace timbre::store {

// The messages of a profile: writing and reading are the writer's, in its thread, in the order in which they were
// asked for. Owned by Profile; only its thread.
class ProfileMessages final : public core::MessageStore
{
public:
    explicit ProfileMessages(ProfileWriter &writer) : m_writer(writer) { }
    // What the writer read when it opened the database.
    void begin(Start start) { m_start = std::move(start); }
    void forgetAll() { m_start = {}; }

    Start start() const override { return m_start; }
    void saveMessage(const core::ChatMessage &message) override;
    void forgetMessage(qint64 id) override;
    void saveRead(const core::ConversationId &conversation, qint64 lastId) override;
    void saveTakenBack(const core::ConversationId &conversation, qint64 mid, bool mine) override;
    void settle(core::Milliseconds limit) override { m_writer.settle(limit); }
    void fetch(const core::ConversationId &conversation, const core::MessageKey &before, int count, QObject *context,
               Page done) override;

private:
    ProfileWriter &m_writer;
    Start m_start;
};

} // namespace timbre::store
