// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/frame.h"

#include <QList>
#include <QString>
#include <QUrl>

namespace timbre::store {

// An account that a profile remembers (without its secret). A value.
struct AccountRecord {
    enum class Home { ThisComputer, Server };
    Home home = Home::Server;
    QList<QUrl> endpoints; // of one server or of several of a cluster, in the order of preference
    QString name;
    QString domain;
    QString ownNode; // known after the first sign-in
    protocol::Encoding encoding = protocol::Encoding::Json; // what we speak with a server
    // The address it was first signed in at: names its folder and its entry in the keychain, whatever becomes of the
    // endpoints. Empty: the first endpoint, if any.
    QString origin;

    bool operator==(const AccountRecord &) const = default;
};

inline QString originOf(const AccountRecord &account)
{
    if (!account.origin.isEmpty() || account.endpoints.isEmpty())
        return account.origin;
    return account.endpoints.constFirst().toString();
}

// Two records of one account, however it is reached now.
inline bool isSameAccount(const AccountRecord &a, const AccountRecord &b)
{
    return a.home == b.home && a.name == b.name && a.domain == b.domain && originOf(a) == originOf(b);
}

} // namespace timbre::store
