// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/conversation_keys.h"

#include <QShortcut>
#include <QWidget>

namespace timbre::gui {

namespace {

constexpr int mostByNumber = 9;

} // namespace

ConversationKeys::ConversationKeys(core::Conversations &conversations, QWidget *window) : QObject(window)
{
    const auto add = [&](const QKeySequence &keys, int place) {
        connect(new QShortcut(keys, window), &QShortcut::activated, this, [this, &conversations, place] {
            const QList<core::ContactId> unread = conversations.unreadConversations();
            if (place < unread.size())
                Q_EMIT conversationChosen(unread.at(place));
        });
    };
    add(QKeySequence(Qt::CTRL | Qt::Key_Tab), 0);
    for (int place = 0; place < mostByNumber; ++place)
        add(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + place)), place);
}

} // namespace timbre::gui
