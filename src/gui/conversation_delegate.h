// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/chat_message.h"
#include "core/clock.h"
#include "gui/theme.h"

#include <QCache>
#include <QStyledItemDelegate>

namespace timbre::gui {

// Paints one message: a bubble with its text, time and state, ours at the trailing edge; above it the day it begins and
// the line from which on nothing was read. All text is plain text, links are no links. Heights are kept per message and
// width. Owned by ConversationPane.
class ConversationDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ConversationDelegate(core::Clock &clock, QObject *parent = nullptr);

    void setPeerName(const QString &name) { m_peerName = name; }
    void forgetHeights() { m_heights.clear(); }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    // "Anna, 14:02: hello", with what is to be said of its state: for screen readers and copies.
    QString sentence(const QModelIndex &index) const;
    // "Today", "Yesterday", "Friday, 20 November".
    QString dayName(qint64 wall) const;
    static QString problemSentence(core::MessageProblem problem);

private:
    struct Look {
        QRect bubble;
        QRect text;
        QRect time;
        int day = 0; // top of the line with the day; -1 = none
        int unread = -1;
        int note = -1; // of what is said below the bubble
        int noteHeight = 0;
        int height = 0;
    };
    struct HeightKey {
        qint64 id;
        int width;
        int facts; // state and what stands above
        qsizetype length;
        bool operator==(const HeightKey &) const = default;
        friend size_t qHash(const HeightKey &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.id, key.width, key.facts, key.length);
        }
    };

    Look look(const QModelIndex &index, int width, const QFont &base, Qt::LayoutDirection direction) const;
    QString textOf(const core::ChatMessage &message) const;
    QString noteOf(const core::ChatMessage &message) const;
    void paintLine(QPainter *painter, const QRect &rect, const QString &text, const QColor &line,
                   const QColor &ink) const;

    core::Clock &m_clock;
    QString m_peerName;
    mutable QCache<HeightKey, int> m_heights;
};

} // namespace timbre::gui
