// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/outbox.h"
#include "support/session_fixture.h"

// Chat as a tim server sends it, to the account "me" of SessionFixture.
namespace timbre::test {

inline protocol::Message chatBetween(const QString &from, const QString &to, const QString &text, qint64 mid,
                                     qint64 clientId = 0)
{
    protocol::Message message;
    message.msType = static_cast<qint8>(protocol::MsType::User);
    message.odType = static_cast<qint8>(protocol::OdType::Chat);
    message.mid = mid;
    message.fromTid.emplace().node = from;
    message.toTid.emplace().node = to;
    message.dataString = text;
    if (clientId != 0)
        message.extend = protocol::TextMap{{core::Outbox::clientIdKey(), QString::number(clientId)}};
    return message;
}

class ChatFixture : public SessionFixture
{
public:
    using SessionFixture::SessionFixture;

    core::Conversations &conversations() { return session->conversations(); }

    protocol::Message stamped(protocol::Message message) const
    {
        message.timestamp = clock.wall() * 1'000'000;
        return message;
    }
    void hear(const QString &from, const QString &text, qint64 mid, qint64 clientId = 0)
    {
        connection.receive(protocol::FrameType::Message,
                           stamped(chatBetween(from, QStringLiteral("me"), text, mid, clientId)));
    }
    void hearBatch(const QList<protocol::Message> &messages)
    {
        protocol::MessageList list;
        list.messageList = messages;
        connection.receive(protocol::FrameType::OfflineMessages, list);
    }
    void history(const QList<protocol::Message> &messages)
    {
        protocol::MessageList list;
        list.messageList = messages;
        connection.receive(protocol::FrameType::PullMessages, list);
    }
    void takeBack(protocol::OdType how, const QString &from, const QString &to, qint64 mid)
    {
        protocol::Message message = chatBetween(from, to, {}, mid);
        message.odType = static_cast<qint8>(how);
        connection.receive(protocol::FrameType::Message, message);
    }
    QList<protocol::Message> sentChats() const
    {
        return connection.sentOf<protocol::Message>(protocol::FrameType::Message);
    }
    QStringList sentTexts() const
    {
        QStringList texts;
        for (const protocol::Message &message : sentChats())
            texts.append(message.dataString.value_or(QString()));
        return texts;
    }
    // What the server gives back once it has stored it.
    void echo(const protocol::Message &sentOne, qint64 mid)
    {
        protocol::Message message = stamped(sentOne);
        message.fromTid.emplace().node = QStringLiteral("me");
        message.mid = mid;
        connection.receive(protocol::FrameType::Message, message);
    }
    QList<core::ChatMessage> messages(const QString &with)
    {
        return conversations().recent(core::ConversationId::with(core::ContactId(with)), 1'000'000);
    }
    QStringList texts(const QString &with)
    {
        QStringList texts;
        for (const core::ChatMessage &message : messages(with))
            texts.append(message.text);
        return texts;
    }
};

} // namespace timbre::test
