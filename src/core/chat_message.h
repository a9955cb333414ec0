// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/conversation_id.h"

#include <tuple>

namespace timbre::core {

// Where a message has got to.
enum class MessageState {
    Received, // somebody else wrote it
    Waiting, // ours, the server has not said that it has it
    Sent, // ours, stored on the server, which says no more than that
    Failed, // ours, and only the user can help; MessageProblem says why
    TakenBack, // its sender revoked it, or its reader burned it; the text is gone
};

// Why a message of ours failed; the sentence is made in gui.
enum class MessageProblem {
    None,
    NoAnswer, // the server said nothing, twice
    NotContacts, // 4105: the server lets only contacts write to each other
    NoSuchAccount, // 4106
    BlockedByThem, // 4110
    ServerError, // the rest
};

// The place of a message in its conversation. Messages that wait come last, because `time` is then at least that of
// the newest.
struct MessageKey {
    qint64 time = 0;
    qint64 id = 0;
    friend auto operator<=>(const MessageKey &, const MessageKey &) = default;
};

// One message of a conversation as this account keeps it. A value. The text is plain (core/text.h, cleanMessage()).
struct ChatMessage {
    qint64 id = 0; // ours, never the server's: unique in this account, rising in the order of arrival
    ConversationId conversation;
    ContactId from; // empty for ours
    bool mine = false;
    bool unread = false;
    bool waited = false; // came after sign-in, out of what had waited on the server
    MessageState state = MessageState::Received;
    MessageProblem problem = MessageProblem::None;
    qint64 mid = 0; // the server's number within the conversation; 0 = not known
    qint64 clientId = 0; // the random number its sender's program gave it; 0 = none
    qint64 time = 0; // wall ms: the server's, or ours while it waits
    QString text;

    ContactId peer() const { return conversation.person(); }
    MessageKey key() const { return {time, id}; }
    bool operator==(const ChatMessage &) const = default;
};

} // namespace timbre::core

Q_DECLARE_METATYPE(timbre::core::ChatMessage)
