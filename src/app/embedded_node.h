// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/connection.h"
#include "node/node.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace timbre::app {

// The node that runs inside this program. Starting it and asking it for tokens blocks, so both happen on a thread of
// its own pool; results come back on the GUI thread. Owned by Application or Demo; outlives the accounts that use it.
class EmbeddedNode : public QObject
{
    Q_OBJECT

public:
    explicit EmbeddedNode(node::NodeConfig config, QObject *parent = nullptr);
    // Closes every connection with 1001 and flushes; up to two seconds.
    ~EmbeddedNode() override;

    void start();
    bool isRunning() const;
    QUrl url() const; // only while running

    using CredentialsDone = std::function<void(std::optional<core::Credentials>)>;
    // Makes the account if needed and hands out a fresh single-use token; nullopt if the node is not running or fails.
    void credentialsFor(const QString &name, CredentialsDone done);

Q_SIGNALS:
    void started();
    void failed(const timbre::node::StartError &error);

private:
    node::NodeConfig m_config;
    std::shared_ptr<node::Node> m_node; // shared with a token request that is under way
    QThreadPool m_pool;
};

} // namespace timbre::app
