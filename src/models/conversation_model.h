// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/conversations.h"

#include <QAbstractListModel>

#include <functional>

namespace timbre::models {

// The messages of one conversation as rows, oldest first; older ones come from disk in pages when asked for. Days and
// the place from which on nothing was read are facts of the row that begins them. Owns nothing of core, knows neither
// icons nor wording. GUI thread.
class ConversationModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        MessageRole = Qt::UserRole + 1, // core::ChatMessage
        BeginsDayRole, // bool: the first of its day (of this computer's time zone)
        BeginsUnreadRole, // bool: the first that was not read when the user came
        FollowsRole, // bool: of the same person as the one above, soon after it, nothing between
    };

    explicit ConversationModel(core::Conversations &conversations, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    // Empty: none.
    void setConversation(const core::ConversationId &id);
    const core::ConversationId &conversation() const { return m_id; }
    // While the user reads along, what comes begins nothing unread.
    void setReading(bool reading) { m_reading = reading; }
    bool isReading() const { return m_reading; }
    int firstUnreadRow() const; // -1 = none
    // The next page from disk; nothing while one is under way or there are no more.
    void fetchOlder();
    QList<qint64> failed() const; // local ids

    // What screen readers say of a row: Qt::AccessibleTextRole. Wording is gui's.
    using AccessibleText = std::function<QString(const QModelIndex &)>;
    void setAccessibleText(AccessibleText text) { m_accessibleText = std::move(text); }

    static constexpr int pageSize = 50;
    static constexpr qint64 followsWithin = 5 * 60'000; // ms

Q_SIGNALS:
    // Rows came in at the top; what is seen should stay.
    void olderComing();
    void olderCame();
    void failedChanged();

private:
    enum class Older { Perhaps, Asked, None };

    void reload();
    void onAdded(const core::ChatMessage &message);
    void onChanged(const core::ChatMessage &message);
    void onRemoved(const core::ConversationId &conversation, qint64 id);
    void onTakenBack(const core::ConversationId &conversation, qint64 mid, bool mine);
    void prepend(const QList<core::ChatMessage> &page);
    int rowOf(qint64 id) const;
    int placeOf(const core::ChatMessage &message) const;
    void tellAround(int row);
    void setUnreadFrom(qint64 id);
    bool beginsDay(int row) const;

    core::Conversations &m_conversations;
    core::ConversationId m_id;
    QList<core::ChatMessage> m_messages;
    qint64 m_unreadFrom = 0; // local id; 0 = none
    Older m_older = Older::None;
    bool m_reading = false;
    AccessibleText m_accessibleText;
};

} // namespace timbre::models
