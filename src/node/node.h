// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/expected.h"

#include <QString>

#include <chrono>
#include <memory>

namespace timbre::node {

// What a node is started with. Defaults are those of a private node on this computer; names follow
// tim's configuration keys (protocol.md 10.2) where one exists.
struct NodeConfig {
    QString listenAddress = QStringLiteral("127.0.0.1");
    quint16 port = 0; // 0: the system picks a free one
    QString dataFolder; // made if missing (mode 0700); holds node.db

    int deviceLimit = 4; // device_limit, devicetype_limit
    int deviceTypeLimit = 4;
    std::chrono::seconds authMinUnix{10}; // auth_min_unix
    std::chrono::seconds pingTimeout{600}; // ping_timeout
    std::chrono::seconds tokenTimeout{10}; // tokenTimeout
    bool presenceOfflineBlock = false; // presence_offline_block
    int connectLimit = 10'000; // connect_limit
    int connectLimitPerAddress = 10'000; // unauthenticated ones count separately, engineering.md 6.5
    int requestRate = 10'000; // request_rate, messages and directed presences per second for the whole node
    QString salt; // empty: tim's default
    QString maskSeed; // empty: tim's default
    bool openRegistration = true; // false: TIMREGISTER is refused
};

struct StartError {
    enum class Kind {
        PortTaken,
        AddressUnusable,
        DataFolderUnusable,
        DataFolderInUse,
        DatabaseCorrupt,
        DatabaseTooNew
    };
    Kind kind;
    QString detail; // path, address or the system's own words
};

// The embedded tim server: listener, sessions, router and store behind one handle. Any thread may
// own it; it runs in threads of its own and shares nothing with the caller. Destruction (or stop())
// sends every client a close frame 1001, flushes the database and joins the threads; it takes at
// most two seconds. No home-made clustering.
class Node
{
public:
    static Expected<std::unique_ptr<Node>, StartError> start(const NodeConfig &config);
    ~Node();
    Node(const Node &) = delete;
    Node &operator=(const Node &) = delete;

    quint16 port() const;
    // ws://ADDRESS:PORT/tim
    QString url() const;

    // For the person at this computer, who owns the node and therefore needs no password: makes the
    // account if it is not there and gives a single-use sign-in token for it (protocol.md 4.4; name
    // and domain must be the same at sign-in). Blocks for one database round trip; call it off the
    // GUI thread or at start-up.
    Expected<QString, StartError> ownerToken(const QString &name, const QString &domain = {});

    void stop();

private:
    class Private;
    explicit Node(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace timbre::node
