// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/accounts.h"
#include "node/deliveries.h"

namespace timbre::node {

// Frame 41: roster, friend requests, blocking, password (protocol.md 7). Room operations are
// those of Rooms. Changes are decided and written inside one database job, so that two people acting
// at once cannot undo each other; caches, third parties and the caller learn of them after the
// commit. Loop thread only; owned by the router.
class Business
{
public:
    Business(Directory &directory, Accounts &accounts, NodeStore &store, Deliveries &deliveries,
             Environment environment);

    void handle(Device &device, const protocol::Request &request);

private:
    using Rule = RelationChange (*)(Relation);
    struct Outcome {
        RelationChange change;
        protocol::Message message; // with bnType, as sent to third parties
        std::optional<qint64> peerRow;
        std::optional<qint64> myRow;
    };

    void sendNodes(Device &device, protocol::NodesOp op, const QStringList &nodes);
    // Why this account may not have anything new to do with the other one; nothing if it may.
    std::optional<protocol::ErrorCode> newRelationError(const Account &account, const QString &other) const;
    void addFriend(Device &device, const protocol::Request &request);
    void removeFriend(Device &device, const protocol::Request &request);
    void blockUser(Device &device, const protocol::Request &request);
    void changePassword(Device &device, const protocol::Request &request);
    void change(Device &device, const QString &other, Rule rule, protocol::BusinessOp op,
                const std::optional<QString> &text);
    void finish(quint64 deviceId, const QString &me, const QString &other, protocol::BusinessOp op,
                const std::optional<Outcome> &outcome);
    void refuse(Device &device, protocol::ErrorCode code);

    Directory &m_directory;
    Accounts &m_accounts;
    NodeStore &m_store;
    Deliveries &m_deliveries;
    Environment m_environment;
};

} // namespace timbre::node
