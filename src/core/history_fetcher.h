// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "core/connection.h"

#include <QList>
#include <QObject>

namespace timbre::core {

// Asks the server for the stored messages with one person (protocol.md 6.8), one question at a time because an answer
// does not say which it belongs to, and none comes when nothing is stored: then it is over after three seconds. Owned
// by Conversations, GUI thread.
class HistoryFetcher : public QObject
{
    Q_OBJECT

public:
    HistoryFetcher(Connection &connection, Clock &clock, QObject *parent = nullptr);

    // The newest `count`, or those up to the server's number `upTo`. Asked once if asked again meanwhile.
    void fetch(const ContactId &peer, qint64 upTo, int count);
    void received(const protocol::MessageList &list);
    void refused();
    void lineLost();

    static constexpr Milliseconds answerTime{3'000};
    static constexpr qsizetype mostWaiting = 256;

Q_SIGNALS:
    // In the server's order, newest first. Empty also if it said nothing.
    void fetched(const timbre::core::ContactId &peer, qint64 upTo, const QList<timbre::protocol::Message> &messages);

private:
    struct Question {
        ContactId peer;
        qint64 upTo = 0;
        int count = 0;
        bool operator==(const Question &) const = default;
    };
    void askNext();
    void finish(const QList<protocol::Message> &messages);

    Connection &m_connection;
    std::unique_ptr<Timer> m_limit; // active while the first question is asked
    QList<Question> m_questions;
};

} // namespace timbre::core
