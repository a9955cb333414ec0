// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/admin.h"

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>

namespace timbre::node {

using LocalSocket
    = boost::asio::basic_stream_socket<boost::asio::local::stream_protocol, boost::asio::io_context::executor_type>;

// How the commands of timbre-node reach the node that runs: a socket in the data folder, mode 0600, that answers only
// processes of the node's own user and root (SO_PEERCRED). One JSON object per line each way, at most 64 KiB in, ten
// seconds per line, eight connections. Loop thread only but for open(); owned by the node.
class ControlSocket
{
public:
    ControlSocket(boost::asio::io_context &loop, Timers &timers, Admin &admin);
    ~ControlSocket() { close(); }
    ControlSocket(const ControlSocket &) = delete;
    ControlSocket &operator=(const ControlSocket &) = delete;

    // Replaces what a killed node left; the caller holds the folder's lock. The error is the system's words.
    Expected<Success, QString> open(const QString &path);
    void start() { accept(); }
    void close();

private:
    void accept();

    boost::asio::io_context &m_loop;
    Timers &m_timers;
    Admin &m_admin;
    QString m_path;
    boost::asio::basic_socket_acceptor<boost::asio::local::stream_protocol, boost::asio::io_context::executor_type>
        m_acceptor;
    LocalSocket m_next;
    std::shared_ptr<int> m_connections; // shared with those that are open
};

} // namespace timbre::node
