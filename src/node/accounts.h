// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/hash_pool.h"
#include "node/node_store.h"
#include "node/sign_in_guard.h"
#include "node/timers.h"
#include "node/tokens.h"
#include "protocol/nodeid.h"

#include <QSet>

namespace timbre::node {

struct Credentials {
    QString name;
    QString domain;
    QString password;
};

// Who exists and who may come in: registration, passwords, tokens (protocol.md 4). Everything that
// hashes or touches the database answers later through a callback, always in the loop thread.
// Passwords are neither kept nor logged. A blocked account is one whose password is never right. Owned by the node.
class Accounts
{
public:
    using NodeResult = std::function<void(Expected<QString, protocol::ErrorCode>)>;

    Accounts(const NodeConfig &config, Environment environment, Timers &timers, NodeStore &store, HashPool &hashes);

    // Every account's node, for "does this account exist" without a database; filled at start.
    void setExisting(const QStringList &nodes);
    bool exists(const QString &node) const { return m_existing.contains(node); }
    qsizetype count() const { return m_existing.size(); }
    // The blocked ones, filled at start like the existing ones.
    void setBlocked(const QStringList &nodes) { m_blocked = QSet<QString>(nodes.begin(), nodes.end()); }
    bool isBlocked(const QString &node) const { return m_blocked.contains(node); }
    const protocol::NodeIdScheme &scheme() const { return m_scheme; }
    qsizetype nodeMaxLength() const { return m_config.nodeMaxLength; }
    bool isNode(const QString &text) const { return m_scheme.isNode(text, nodeMaxLength()); }

    // 4101 exists, 4104 no name or password, 4105 registration is closed, 5103, 5104.
    void registerAccount(const Credentials &credentials, NodeResult done);
    // The node, or 4105 for whatever is wrong, 5103, 5104. `address` counts towards the limit of
    // failures.
    void checkPassword(const Credentials &credentials, const QString &address, NodeResult done);
    // A token, or 4102.
    void issueToken(const Credentials &credentials, std::optional<protocol::TextMap> extend, const QString &address,
                    NodeResult done);
    std::optional<Tokens::Grant> redeemToken(const QString &token, const QString &name, const QString &domain);
    // 4112 if `before` is not the password.
    void changePassword(const QString &node, const QString &before, const QString &after, const QString &address,
                        NodeResult done);
    // For the person who owns this node: the account is made without a password if there is none.
    void ownerToken(const QString &name, const QString &domain, NodeResult done);

    // For the person who runs the node. 4101, 4104, 5103, 5104 as above, whether or not registration is open.
    void addAccount(const Credentials &credentials, NodeResult done);
    // 4109 no such account, 4104 no password. Devices that are signed in stay so.
    void setPassword(const QString &node, const QString &password, NodeResult done);
    // Says nothing to anybody; putting devices out is the router's.
    void setBlocked(const QString &node, bool blocked, NodeResult done);

    enum class Check { Right, Wrong, Busy };
    // Called for every password that was looked at or could not be, with the remote address.
    void onChecked(std::function<void(Check, const QString &address)> callback) { m_checked = std::move(callback); }

private:
    void storeHash(const QString &node, const QString &password, NodeResult done);
    void checked(Check check, const QString &address) const;
    void verify(const QString &node, const QString &password, const QString &address, NodeResult done);
    void compare(const QString &node, const QString &password, const QByteArray &hash, const QString &address,
                 NodeResult done);

    NodeConfig m_config;
    Environment m_environment;
    Timers &m_timers;
    NodeStore &m_store;
    HashPool &m_hashes;
    protocol::NodeIdScheme m_scheme;
    Tokens m_tokens;
    SignInGuard m_guard;
    QSet<QString> m_existing;
    QSet<QString> m_blocked;
    std::function<void(Check, const QString &)> m_checked;
};

} // namespace timbre::node
