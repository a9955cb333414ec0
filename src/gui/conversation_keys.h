// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/conversations.h"

#include <QObject>

class QWidget;

namespace timbre::gui {

// The keys that go to what is unread, wherever the focus is in a window: Ctrl+Tab to the conversation that has waited
// longest, Alt+1 to Alt+9 to the first nine. Child of the window; GUI thread.
class ConversationKeys : public QObject
{
    Q_OBJECT

public:
    ConversationKeys(core::Conversations &conversations, QWidget *window);

Q_SIGNALS:
    void conversationChosen(const timbre::core::ContactId &id);
};

} // namespace timbre::gui
