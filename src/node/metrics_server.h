// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/coalescing_socket.h"
#include "node/metrics.h"

#include <boost/asio/basic_socket_acceptor.hpp>

namespace timbre::node {

// GET /metrics over plain HTTP for a Prometheus on this computer. No password, therefore loopback only (the
// configuration refuses anything else) and no name but the loopback's in the Host field, so that no web page reads it
// through a name of its own. Eight connections, ten seconds and one answer each. Loop thread only but for open(); owned
// by the node.
class MetricsServer
{
public:
    using Ask = std::function<void(std::function<void(const MetricsSnapshot &)>)>;

    MetricsServer(asio::io_context &loop, Timers &timers, Ask ask);

    // The port that was chosen, if `port` is 0.
    Expected<quint16, StartError> open(const QString &address, quint16 port);
    void start() { accept(); }
    void close();

private:
    void accept();

    asio::io_context &m_loop;
    Timers &m_timers;
    Ask m_ask;
    asio::basic_socket_acceptor<asio::ip::tcp, asio::io_context::executor_type> m_acceptor;
    TcpSocket m_next;
    std::shared_ptr<int> m_connections; // shared with those that are open
};

} // namespace timbre::node
