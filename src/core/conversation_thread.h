// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/chat_message.h"

#include <QList>
#include <QSet>

namespace timbre::core {

// The messages of one conversation that are in memory, in order, and what is known of those that are not. A value of
// Conversations.
class ConversationThread
{
public:
    const QList<ChatMessage> &messages() const { return m_messages; }
    int unread() const { return m_unread; }
    qint64 firstUnreadId() const { return m_firstUnreadId; } // local; 0 = none

    // Server numbers of messages that are here or on disk.
    bool knowsMid(qint64 mid) const { return mid != 0 && m_mids.contains(mid); }
    void rememberMid(qint64 mid);
    // Client ids of messages that somebody else sent.
    bool knowsClientId(qint64 clientId) const { return clientId != 0 && m_clientIds.contains(clientId); }

    // At its place. Forgets the oldest in memory beyond `most`, but nothing that is unsent.
    void insert(const ChatMessage &message, int most);
    // Before those that are here; what is here already is left as it is.
    void merge(const QList<ChatMessage> &older);
    const ChatMessage *find(qint64 id) const;
    // One of ours that is not known to be stored.
    const ChatMessage *findUnsent(qint64 clientId) const;
    const ChatMessage *findMid(qint64 mid, bool mine) const;
    // The id says which; its time may move it.
    void replace(const ChatMessage &message);
    void remove(qint64 id);
    void markRead();
    qint64 newestTime() const { return m_messages.isEmpty() ? 0 : m_messages.last().time; }

    bool loaded = false; // from disk
    bool asked = false; // the server, on this line
    bool verify = false; // something was taken back, and the server could not say what (protocol.md 6.4)

private:
    qsizetype indexOf(qint64 id) const;

    QList<ChatMessage> m_messages;
    QSet<qint64> m_mids;
    QSet<qint64> m_clientIds;
    int m_unread = 0;
    qint64 m_firstUnreadId = 0;
};

} // namespace timbre::core
