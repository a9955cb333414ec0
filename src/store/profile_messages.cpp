// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "store/profile_messages.h"

#include <QPointer>

namespace timbre::store {

void ProfileMessages::saveMessage(const core::ChatMessage &message)
{
    Changes changes;
    changes.messages.insert(message.id, message);
    m_writer.say(std::move(changes));
}

void ProfileMessages::forgetMessage(qint64 id)
{
    Changes changes;
    changes.messages.insert(id, std::nullopt);
    m_writer.say(std::move(changes));
}

void ProfileMessages::saveRead(const core::ConversationId &conversation, qint64 lastId)
{
    Changes changes;
    changes.read.insert(conversation, lastId);
    m_writer.say(std::move(changes));
}

void ProfileMessages::saveTakenBack(const core::ConversationId &conversation, qint64 mid, bool mine)
{
    Changes changes;
    changes.takenBack.append({conversation, mid, mine});
    m_writer.say(std::move(changes));
}

void ProfileMessages::fetch(const core::ConversationId &conversation, const core::MessageKey &before, int count,
                            QObject *context, Page done)
{
    // The context is asked for in its own thread only.
    auto page = std::make_shared<QList<core::ChatMessage>>();
    m_writer.ask([=](Database &database) { *page = database.messages(conversation, before, count); },
                 [page, done = std::move(done), context = QPointer<QObject>(context)] {
                     if (context)
                         done(*page);
                 });
}

} // namespace timbre::store
