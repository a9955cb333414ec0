// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "models/conversation_model.h"

#include <QDateTime>

#include <algorithm>

namespace timbre::models {

using core::ChatMessage;
using core::ConversationId;
using core::MessageState;

ConversationModel::ConversationModel(core::Conversations &conversations, QObject *parent) :
    QAbstractListModel(parent),
    m_conversations(conversations)
{
    using core::Conversations;
    connect(&conversations, &Conversations::messageAdded, this, &ConversationModel::onAdded);
    connect(&conversations, &Conversations::messageChanged, this, &ConversationModel::onChanged);
    connect(&conversations, &Conversations::messageRemoved, this, &ConversationModel::onRemoved);
    connect(&conversations, &Conversations::takenBack, this, &ConversationModel::onTakenBack);
    connect(&conversations, &Conversations::conversationChanged, this, [this](const ConversationId &id) {
        if (id == m_id)
            reload();
    });
}

int ConversationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_messages.size());
}

bool ConversationModel::beginsDay(int row) const
{
    const auto dayOf = [this](int at) { return QDateTime::fromMSecsSinceEpoch(m_messages.at(at).time).date(); };
    return row == 0 || dayOf(row) != dayOf(row - 1);
}

QVariant ConversationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const ChatMessage &message = m_messages.at(row);
    switch (role) {
    case Qt::DisplayRole:
        return message.text;
    case Qt::AccessibleTextRole:
        return m_accessibleText ? m_accessibleText(index) : message.text;
    case MessageRole:
        return QVariant::fromValue(message);
    case BeginsDayRole:
        return beginsDay(row);
    case BeginsUnreadRole:
        return message.id == m_unreadFrom;
    case FollowsRole: {
        if (row == 0 || message.id == m_unreadFrom || beginsDay(row))
            return false;
        const ChatMessage &above = m_messages.at(row - 1);
        return above.mine == message.mine && message.time - above.time < followsWithin;
    }
    default:
        return {};
    }
}

void ConversationModel::setConversation(const ConversationId &id)
{
    if (id == m_id)
        return;
    beginResetModel();
    m_id = id;
    m_messages = id.isEmpty() ? QList<ChatMessage>() : m_conversations.recent(id, core::Conversations::mostHeld);
    m_older = Older::Perhaps;
    m_unreadFrom = 0;
    for (const ChatMessage &message : std::as_const(m_messages)) {
        if (message.unread) {
            m_unreadFrom = message.id;
            break;
        }
    }
    endResetModel();
    Q_EMIT failedChanged();
    if (!id.isEmpty() && !id.isRoom())
        m_conversations.open(id.person());
}

// Keeps the pages that were read from disk above what core holds.
void ConversationModel::reload()
{
    const QList<ChatMessage> held = m_conversations.recent(m_id, core::Conversations::mostHeld);
    beginResetModel();
    QList<ChatMessage> all;
    if (!held.isEmpty()) {
        for (const ChatMessage &message : std::as_const(m_messages)) {
            if (message.key() < held.constFirst().key())
                all.append(message);
        }
    }
    m_messages = all + held;
    endResetModel();
    Q_EMIT failedChanged();
}

int ConversationModel::rowOf(qint64 id) const
{
    for (qsizetype row = m_messages.size() - 1; row >= 0; --row) {
        if (m_messages.at(row).id == id)
            return static_cast<int>(row);
    }
    return -1;
}

int ConversationModel::placeOf(const ChatMessage &message) const
{
    const auto place = std::upper_bound(m_messages.begin(), m_messages.end(), message,
                                        [](const auto &a, const auto &b) { return a.key() < b.key(); });
    return static_cast<int>(place - m_messages.begin());
}

// Whether a row begins a day or follows another is told by the row above.
void ConversationModel::tellAround(int row)
{
    const int last = std::min<int>(row + 1, rowCount() - 1);
    if (row <= last)
        Q_EMIT dataChanged(index(std::max(0, row)), index(last));
}

void ConversationModel::setUnreadFrom(qint64 id)
{
    const int before = firstUnreadRow();
    m_unreadFrom = id;
    for (const int row : {before, firstUnreadRow()}) {
        if (row >= 0)
            tellAround(row);
    }
}

int ConversationModel::firstUnreadRow() const
{
    return m_unreadFrom == 0 ? -1 : rowOf(m_unreadFrom);
}

void ConversationModel::onAdded(const ChatMessage &message)
{
    if (message.conversation != m_id)
        return;
    const int row = placeOf(message);
    beginInsertRows({}, row, row);
    m_messages.insert(row, message);
    if (message.unread && !m_reading && m_unreadFrom == 0)
        m_unreadFrom = message.id;
    endInsertRows();
    if (message.mine)
        setUnreadFrom(0); // who answers has seen all
    tellAround(row);
}

void ConversationModel::onChanged(const ChatMessage &message)
{
    const int row = message.conversation == m_id ? rowOf(message.id) : -1;
    if (row < 0)
        return;
    int place = placeOf(message);
    if (place > row)
        --place; // it makes room itself
    if (place != row) {
        beginMoveRows({}, row, row, {}, place > row ? place + 1 : place);
        m_messages.move(row, place);
        endMoveRows();
        tellAround(row);
    }
    m_messages[place] = message;
    tellAround(place);
    Q_EMIT failedChanged();
}

void ConversationModel::onRemoved(const ConversationId &conversation, qint64 id)
{
    const int row = conversation == m_id ? rowOf(id) : -1;
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_messages.removeAt(row);
    endRemoveRows();
    tellAround(row);
    Q_EMIT failedChanged();
}

void ConversationModel::onTakenBack(const ConversationId &conversation, qint64 mid, bool mine)
{
    if (conversation != m_id)
        return;
    for (int row = 0; row < rowCount(); ++row) {
        ChatMessage &message = m_messages[row];
        if (message.mid != mid || message.mine != mine)
            continue;
        message.state = MessageState::TakenBack;
        message.text.clear();
        tellAround(row);
    }
}

void ConversationModel::fetchOlder()
{
    if (m_older != Older::Perhaps || m_messages.isEmpty())
        return;
    m_older = Older::Asked;
    m_conversations.older(m_id, m_messages.constFirst().key(), pageSize, this,
                          [this, id = m_id](const QList<ChatMessage> &page) {
                              if (id == m_id)
                                  prepend(page);
                          });
}

void ConversationModel::prepend(const QList<ChatMessage> &page)
{
    m_older = page.size() < pageSize ? Older::None : Older::Perhaps;
    QList<ChatMessage> older;
    for (const ChatMessage &message : page) {
        if (m_messages.isEmpty() || message.key() < m_messages.constFirst().key())
            older.append(message);
    }
    if (older.isEmpty())
        return;
    Q_EMIT olderComing();
    beginInsertRows({}, 0, static_cast<int>(older.size()) - 1);
    m_messages = older + m_messages;
    endInsertRows();
    tellAround(static_cast<int>(older.size()));
    Q_EMIT olderCame();
}

QList<qint64> ConversationModel::failed() const
{
    QList<qint64> ids;
    for (const ChatMessage &message : m_messages) {
        if (message.state == MessageState::Failed)
            ids.append(message.id);
    }
    return ids;
}

} // namespace timbre::models
