// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/http_connection.h"
#include "node/node.h"

#include <boost/asio/basic_socket_acceptor.hpp>

#include <unordered_map>

namespace timbre::node {

// Accepts connections and remembers the WebSockets, to say goodbye to them when the node stops. With a TLS context
// every connection is TLS, with none every one is plain. Loop thread only, except for open(), which comes before the
// loop runs.
class Listener
{
public:
    Listener(asio::io_context &loop, Router &router, Flusher &flusher, Gate &gate, Counters &counters);

    // Binds and listens; the port that was chosen, if `port` is 0.
    Expected<quint16, StartError> open(const QString &address, quint16 port);
    void start() { accept(); }
    // For connections from now on; those that are open keep what they have.
    void useTls(std::shared_ptr<asio::ssl::context> context) { m_tls = std::move(context); }
    // No more connections; 1001 to all.
    void close();
    bool hasSessions();

private:
    void accept();
    void accepted(beast::error_code error);
    template <typename Stream> void serve(Stream stream, const QString &address);
    void remember(const std::shared_ptr<Session> &session);

    asio::io_context &m_loop;
    Router &m_router;
    Flusher &m_flusher;
    Gate &m_gate;
    Counters &m_counters;
    std::shared_ptr<asio::ssl::context> m_tls;
    asio::basic_socket_acceptor<asio::ip::tcp, asio::io_context::executor_type> m_acceptor;
    TcpSocket m_next;
    std::vector<std::weak_ptr<Session>> m_sessions;
    std::size_t m_sweepAt = 64;
};

} // namespace timbre::node
