// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "core/connection.h"

#include <deque>
#include <optional>

namespace timbre::core {

// The changes of relations under way, in the order they were sent: tim's error ack names neither
// request nor account, so it belongs to the oldest (protocol.md 7.3). Adding is answered only when
// it fails; removing and blocking are acked. Owned by Session; GUI thread.
class ContactRequests : public QObject
{
    Q_OBJECT

public:
    struct Operation {
        protocol::BusinessOp op = protocol::BusinessOp::AddFriend;
        ContactId id;
        bool accepts = false; // AddFriend that answers a request of theirs
        qint64 sentAt = 0;
    };

    static constexpr qint64 answerTime = 10'000; // ms

    ContactRequests(Connection &connection, Clock &clock, QObject *parent = nullptr);

    // False without a line: nothing was sent.
    bool send(protocol::BusinessOp op, const ContactId &id, const QString &text = {}, bool accepts = false);
    // A business ack: the operation it ends.
    std::optional<Operation> takeAcked(const protocol::Ack &ack);
    void lineLost();

Q_SIGNALS:
    // Remove and block only; an add without an answer succeeded.
    void unanswered(const timbre::core::ContactRequests::Operation &operation);

private:
    void expire();

    Connection &m_connection;
    Clock &m_clock;
    std::unique_ptr<Timer> m_timer;
    std::deque<Operation> m_pending;
};

} // namespace timbre::core
