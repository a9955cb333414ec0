// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "store/database_failure.h"
#include "store/enum_names.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>
#include <array>

namespace timbre::store {

using namespace Qt::StringLiterals;
using core::ChatMessage;
using core::MessageProblem;
using core::MessageState;

namespace {

constexpr std::array states = {
    std::pair{MessageState::Received, "received"_L1},
    std::pair{MessageState::Waiting, "waiting"_L1},
    std::pair{MessageState::Sent, "sent"_L1},
    std::pair{MessageState::Failed, "failed"_L1},
    std::pair{MessageState::TakenBack, "taken-back"_L1},
};
constexpr std::array problems = {
    std::pair{MessageProblem::None, ""_L1},
    std::pair{MessageProblem::NoAnswer, "no-answer"_L1},
    std::pair{MessageProblem::NotContacts, "not-contacts"_L1},
    std::pair{MessageProblem::NoSuchAccount, "no-such-account"_L1},
    std::pair{MessageProblem::BlockedByThem, "blocked"_L1},
    std::pair{MessageProblem::ServerError, "server-error"_L1},
};

constexpr auto columns
    = "SELECT id, conversation, mine, unread, waited, state, problem, mid, client_id, time, text FROM messages "_L1;

ChatMessage messageOf(const QSqlQuery &row)
{
    ChatMessage message;
    message.id = row.value(0).toLongLong();
    message.conversation = core::ConversationId::fromText(row.value(1).toString());
    message.mine = row.value(2).toBool();
    message.unread = row.value(3).toBool();
    message.waited = row.value(4).toBool();
    message.state = valueOf(states, row.value(5).toString(), MessageState::Received);
    message.problem = valueOf(problems, row.value(6).toString(), MessageProblem::None);
    message.mid = row.value(7).toLongLong();
    message.clientId = row.value(8).toLongLong();
    message.time = row.value(9).toLongLong();
    message.text = row.value(10).toString();
    if (!message.mine)
        message.from = message.conversation.person();
    return message;
}

} // namespace

QList<ChatMessage> Database::select(const QString &where, const QVariantList &values)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(columns + where))
        throw Failure(query.lastError(), m_file);
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values.at(i));
    if (!query.exec())
        throw Failure(query.lastError(), m_file);
    QList<ChatMessage> found;
    while (query.next())
        found.append(messageOf(query));
    if (query.lastError().isValid())
        throw Failure(query.lastError(), m_file);
    return found;
}

core::MessageStore::Start Database::readMessages()
{
    core::MessageStore::Start start;
    start.unsent = select(u"WHERE state IN ('waiting', 'failed') ORDER BY time, id"_s);
    start.unread = select(u"WHERE unread = 1 ORDER BY id DESC LIMIT ?"_s, {core::MessageStore::mostUnread});
    std::reverse(start.unread.begin(), start.unread.end());
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT conversation, mid, id FROM messages WHERE mid <> 0 ORDER BY id DESC LIMIT %1"_s.arg(
            core::MessageStore::mostNewest)))
        throw Failure(query.lastError(), m_file);
    while (query.next())
        start.newest.append({core::ConversationId::fromText(query.value(0).toString()), query.value(1).toLongLong()});
    if (!query.exec(u"SELECT max(id) FROM messages"_s) || !query.next())
        throw Failure(query.lastError(), m_file);
    start.lastId = query.value(0).toLongLong();
    return start;
}

QList<ChatMessage> Database::messages(const core::ConversationId &conversation, const core::MessageKey &before,
                                      int count)
{
    try {
        QList<ChatMessage> page
            = select(u"WHERE conversation = ? AND (time, id) < (?, ?) ORDER BY time DESC, id DESC LIMIT ?"_s,
                     {conversation.toText(), before.time, before.id, count});
        std::reverse(page.begin(), page.end());
        return page;
    } catch (const Failure &) {
        return {}; // what cannot be read is not shown; writing tells what is wrong with the disk
    }
}

void Database::applyMessages(const Changes &changes)
{
    const auto prepared = [this](const QString &sql) {
        QSqlQuery query(QSqlDatabase::database(m_connection, false));
        if (!query.prepare(sql))
            throw Failure(query.lastError(), m_file);
        return query;
    };
    const auto execute = [this](QSqlQuery &query, const QVariantList &values) {
        for (int i = 0; i < values.size(); ++i)
            query.bindValue(i, values.at(i));
        if (!query.exec())
            throw Failure(query.lastError(), m_file);
        query.finish();
    };
    if (!changes.messages.isEmpty()) {
        QSqlQuery save = prepared(u"INSERT OR REPLACE INTO messages (id, conversation, mine, unread, waited, state,"
                                  " problem, mid, client_id, time, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
        QSqlQuery forget = prepared(u"DELETE FROM messages WHERE id = ?"_s);
        for (auto it = changes.messages.cbegin(); it != changes.messages.cend(); ++it) {
            if (!it.value()) {
                execute(forget, {it.key()});
                continue;
            }
            const ChatMessage &message = *it.value();
            // A null QString would be stored as NULL.
            const QString text = message.text.isNull() ? u""_s : message.text;
            execute(save,
                    {message.id, message.conversation.toText(), message.mine, message.unread, message.waited,
                     nameOf(states, message.state), nameOf(problems, message.problem), message.mid, message.clientId,
                     message.time, text});
        }
    }
    if (!changes.read.isEmpty()) {
        QSqlQuery read
            = prepared(u"UPDATE messages SET unread = 0 WHERE conversation = ? AND unread = 1 AND id <= ?"_s);
        for (auto it = changes.read.cbegin(); it != changes.read.cend(); ++it)
            execute(read, {it.key().toText(), it.value()});
    }
    if (!changes.takenBack.isEmpty()) {
        QSqlQuery away = prepared(u"UPDATE messages SET state = 'taken-back', text = '', unread = 0"
                                  " WHERE conversation = ? AND mid = ? AND mid <> 0 AND mine = ?"_s);
        for (const Changes::TakenBack &one : changes.takenBack)
            execute(away, {one.conversation.toText(), one.mid, one.mine});
    }
}

} // namespace timbre::store
