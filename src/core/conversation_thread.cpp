// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/conversation_thread.h"

#include <algorithm>

namespace timbre::core {

namespace {

// Numbers remembered of one conversation: far more than are ever repeated (protocol.md 6.3).
constexpr qsizetype mostNumbers = 8'192;

bool isUnsent(const ChatMessage &message)
{
    return message.state == MessageState::Waiting || message.state == MessageState::Failed;
}

} // namespace

void ConversationThread::rememberMid(qint64 mid)
{
    if (mid == 0)
        return;
    if (m_mids.size() >= mostNumbers) {
        m_mids.clear();
        for (const ChatMessage &message : m_messages)
            m_mids.insert(message.mid);
    }
    m_mids.insert(mid);
}

void ConversationThread::insert(const ChatMessage &message, int most)
{
    const auto place = std::upper_bound(m_messages.begin(), m_messages.end(), message,
                                        [](const auto &a, const auto &b) { return a.key() < b.key(); });
    m_messages.insert(place, message);
    rememberMid(message.mid);
    if (!message.mine && message.clientId != 0) {
        if (m_clientIds.size() >= mostNumbers)
            m_clientIds.clear();
        m_clientIds.insert(message.clientId);
    }
    if (message.unread) {
        ++m_unread;
        m_firstUnreadId = m_firstUnreadId == 0 ? message.id : std::min(m_firstUnreadId, message.id);
    }
    if (m_messages.size() <= most)
        return;
    // Not one at a time, and never what still waits.
    const auto end = m_messages.begin() + most / 4;
    m_messages.erase(std::remove_if(m_messages.begin(), end, [](const auto &one) { return !isUnsent(one); }), end);
}

void ConversationThread::merge(const QList<ChatMessage> &older)
{
    QSet<qint64> here;
    for (const ChatMessage &message : std::as_const(m_messages))
        here.insert(message.id);
    for (const ChatMessage &message : older) {
        if (here.contains(message.id))
            continue;
        m_messages.append(message);
        rememberMid(message.mid);
    }
    std::sort(m_messages.begin(), m_messages.end(), [](const auto &a, const auto &b) { return a.key() < b.key(); });
}

qsizetype ConversationThread::indexOf(qint64 id) const
{
    for (qsizetype i = m_messages.size() - 1; i >= 0; --i) { // mostly among the newest
        if (m_messages.at(i).id == id)
            return i;
    }
    return -1;
}

const ChatMessage *ConversationThread::find(qint64 id) const
{
    const qsizetype index = indexOf(id);
    return index < 0 ? nullptr : &m_messages.at(index);
}

const ChatMessage *ConversationThread::findUnsent(qint64 clientId) const
{
    const auto found = std::find_if(m_messages.cbegin(), m_messages.cend(), [=](const ChatMessage &message) {
        return message.mine && message.clientId == clientId && isUnsent(message);
    });
    return found == m_messages.cend() || clientId == 0 ? nullptr : &*found;
}

const ChatMessage *ConversationThread::findMid(qint64 mid, bool mine) const
{
    const auto found = std::find_if(m_messages.cbegin(), m_messages.cend(), [=](const ChatMessage &message) {
        return message.mid == mid && message.mine == mine;
    });
    return found == m_messages.cend() || mid == 0 ? nullptr : &*found;
}

void ConversationThread::replace(const ChatMessage &message)
{
    const qsizetype index = indexOf(message.id);
    if (index < 0)
        return;
    rememberMid(message.mid);
    if (m_messages.at(index).unread && !message.unread)
        --m_unread;
    m_messages.removeAt(index);
    const auto place = std::upper_bound(m_messages.begin(), m_messages.end(), message,
                                        [](const auto &a, const auto &b) { return a.key() < b.key(); });
    m_messages.insert(place, message);
}

void ConversationThread::remove(qint64 id)
{
    if (const qsizetype index = indexOf(id); index >= 0)
        m_messages.removeAt(index);
}

void ConversationThread::markRead()
{
    for (ChatMessage &message : m_messages)
        message.unread = false;
    m_unread = 0;
    m_firstUnreadId = 0;
}

} // namespace timbre::core
