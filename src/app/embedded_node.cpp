// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

#include "app/embedded_node.h"

namespace timbre::app {

namespace {

// Runs `work` on the pool and `done` with its result on the thread of `context`, which waits for the pool before it
// goes.
template <typename Work, typename Done> void runOn(QThreadPool &pool, QObject *context, Work work, Done done)
{
    pool.start([context, work = std::move(work), done = std::move(done)]() mutable {
        auto result = std::make_shared<decltype(work())>(work());
        QMetaObject::invokeMethod(
            context, [result, done = std::move(done)]() mutable { done(std::move(*result)); }, Qt::QueuedConnection);
    });
}

} // namespace

EmbeddedNode::EmbeddedNode(node::NodeConfig config, QObject *parent) : QObject(parent), m_config(std::move(config))
{
    m_pool.setMaxThreadCount(1);
}

EmbeddedNode::~EmbeddedNode()
{
    m_pool.waitForDone();
}

void EmbeddedNode::start()
{
    runOn(
        m_pool, this, [config = m_config] { return node::Node::start(config); },
        [this](Expected<std::unique_ptr<node::Node>, node::StartError> result) {
            if (!result) {
                Q_EMIT failed(result.error());
                return;
            }
            m_node = std::move(*result);
            Q_EMIT started();
        });
}

bool EmbeddedNode::isRunning() const
{
    return m_node != nullptr;
}

QUrl EmbeddedNode::url() const
{
    return m_node ? QUrl(m_node->url()) : QUrl();
}

void EmbeddedNode::credentialsFor(const QString &name, CredentialsDone done)
{
    if (!m_node) {
        done(std::nullopt);
        return;
    }
    runOn(
        m_pool, this, [node = m_node, name] { return node->ownerToken(name); },
        [name, done = std::move(done)](Expected<QString, node::StartError> token) {
            if (!token) {
                done(std::nullopt);
                return;
            }
            done(core::Credentials{name, {}, core::Credentials::Kind::Token, *token});
        });
}

} // namespace timbre::app
