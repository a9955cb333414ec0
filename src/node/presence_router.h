// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/accounts.h"
#include "node/directory.h"
#include "node/presence_template.h"

namespace timbre::node {

// Presence: who gets what (protocol.md 5, protocol-live.md 5 and its list for embedded servers).
// Keeps nothing; the last status of anybody is known only to those who received it. Pure but for
// the random ids: frames go in, frames go out to the devices of the directory, in the order they
// came.
class PresenceRouter
{
public:
    PresenceRouter(Directory &directory, const Accounts &accounts, Environment environment) :
        m_directory(directory),
        m_accounts(accounts),
        m_environment(std::move(environment))
    {
    }

    // Frame 91. The error to be acknowledged, if any.
    std::optional<protocol::ErrorCode> direct(const Device &from, protocol::Presence presence,
                                              const QByteArray &wrongField);
    // Frame 19.
    std::optional<protocol::ErrorCode> broadcast(const Device &from, protocol::Presence presence,
                                                 const QByteArray &wrongField);
    // To every friend of the account whose last device this was.
    void announceOffline(const Account &account, const protocol::Tid &lastDevice);

private:
    void sendTo(const Account &from, const QString &node, PresenceTemplate &presence);
    void sendToEach(const Account &from, const QStringList &nodes, PresenceTemplate &presence);
    qint64 newId() const { return qint64(m_environment.random()); }

    Directory &m_directory;
    const Accounts &m_accounts;
    Environment m_environment;
};

} // namespace timbre::node
