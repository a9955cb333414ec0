// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/expected.h"

#include <QString>

#include <chrono>
#include <functional>
#include <memory>

class QJsonObject;

namespace timbre::node {

// As syslog and journald number them.
enum class LogLevel { Error = 3, Warning = 4, Notice = 5, Info = 6 };
// One event, one line, without a final dot. No passwords, tokens, moods or messages. Called from any thread.
using Log = std::function<void(LogLevel, const QString &line)>;

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
    int nodeMaxLength = 64; // node_maxlength
    // ssl_certificate, ssl_certificate_key: PEM files; both empty: no TLS.
    QString certificate;
    QString certificateKey;
    bool usesTls() const { return !certificate.isEmpty(); }
    // metrics_listen: numbers for Prometheus over plain HTTP, on this computer only; no address: none.
    QString metricsAddress;
    quint16 metricsPort = 0;
    bool controlSocket = false; // whether the commands of timbre-node reach this node while it runs
    Log log; // empty: silent
};

struct StartError {
    enum class Kind {
        PortTaken,
        AddressUnusable,
        DataFolderUnusable,
        DataFolderInUse,
        DatabaseCorrupt,
        DatabaseTooNew,
        CertificateUnusable
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
    // Whether the configuration's certificate could be used, without starting anything.
    static Expected<Success, StartError> checkCertificate(const NodeConfig &config);
    ~Node();
    Node(const Node &) = delete;
    Node &operator=(const Node &) = delete;

    quint16 port() const;
    // ws://ADDRESS:PORT/tim, or wss:// with a certificate
    QString url() const;
    // Where the metrics are, if they are asked for: http://ADDRESS:PORT/metrics.
    QString metricsUrl() const;
    // Reads the certificate files again, for connections from now on; those that are open stay as they are. A file that
    // is no good changes nothing and is the error. Success without a certificate, too. Reads files in this thread.
    Expected<Success, QString> reloadCertificate();

    // For the person at this computer, who owns the node and therefore needs no password: makes the
    // account if it is not there and gives a single-use sign-in token for it (protocol.md 4.4; name
    // and domain must be the same at sign-in). Blocks for one database round trip; call it off the
    // GUI thread or at start-up.
    Expected<QString, StartError> ownerToken(const QString &name, const QString &domain = {});

    void stop();

    // One command of the administrator (admin.h) on a node that does not run: opens the data folder, which must not be
    // in use, does it and closes. Blocks.
    static Expected<QJsonObject, StartError> command(const NodeConfig &config, const QJsonObject &request);

    // Where a running node with a control socket can be asked the same, one JSON object per line each way.
    static QString controlSocketPath(const QString &dataFolder);
    static QString databasePath(const QString &dataFolder);

private:
    class Private;
    explicit Node(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace timbre::node
