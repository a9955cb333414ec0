// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/chat_message.h"
#include "core/clock.h"
#include "core/connection.h"

#include <QList>
#include <QObject>

#include <functional>

namespace timbre::core {

// The messages that wait to be sent, and leave one after the other: tim handles frames in parallel, so two sent back to
// back could be stored in the wrong order, and its refusal does not say which message it means (protocol.md 6.2, 13.1).
// "Sent" is the echo, known by the client id that goes with each message.
//
// Whether a message arrived is not known if the line fell or nothing came before its echo. Such a message is looked for
// in the server's history first and sent again only if it is not there; a second silence makes it fail. Owned by
// Conversations, GUI thread; keeps nothing on disk itself.
class Outbox : public QObject
{
    Q_OBJECT

public:
    enum class Before { NeverSent, PerhapsSent };

    Outbox(Connection &connection, Clock &clock, QObject *parent = nullptr);

    // Whom a message may reach now: the others' wait, those behind them do not. Unset: everybody.
    using MaySend = std::function<bool(const ContactId &peer)>;
    void setMaySend(MaySend maySend) { m_maySend = std::move(maySend); }
    // What it says may have changed.
    void reconsider() { next(); }
    // Something to this person waits for that.
    bool isHeld(const ContactId &peer) const;

    void add(const ChatMessage &message, Before before);
    void remove(qint64 id);
    bool isEmpty() const { return m_queue.isEmpty(); }
    // Sending begins: the messages that waited on the server are here.
    void lineReady();
    void lineLost();
    // What the server has of ours. Gives the local id, 0 if it is none of these.
    qint64 echoed(qint64 clientId);
    // The history with this person is here and echoed() was told of all in it.
    void checked(const ContactId &peer);
    void refused(qint32 serverCode);

    static constexpr Milliseconds echoTime{15'000};
    static constexpr Milliseconds overloadPause{2'000};
    static constexpr int mostTries = 2;
    // In extend of each message (protocol.md 6: stored and given back by history, which `id` is not).
    static QString clientIdKey() { return QStringLiteral("cid"); }

Q_SIGNALS:
    // Please fetch the history with this person, then call checked().
    void checkNeeded(const timbre::core::ContactId &peer);
    void failed(qint64 id, timbre::core::MessageProblem problem);

private:
    enum class Step { NoLine, Idle, Checking, Sending, Pausing };
    struct Entry {
        ChatMessage message;
        Before before = Before::NeverSent;
        int tries = 0;
    };
    void next();
    bool bringAllowed();
    void send(Entry &entry);
    void onTimeout();
    void fail(MessageProblem problem);

    Connection &m_connection;
    std::unique_ptr<Timer> m_timer;
    MaySend m_maySend;
    QList<Entry> m_queue;
    Step m_step = Step::NoLine; // but for NoLine and Idle it is about the first of the queue
};

} // namespace timbre::core
