// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/timers.h"

#include <boost/asio/async_result.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/core/role.hpp>
#include <boost/beast/websocket/teardown.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace timbre::node {

namespace asio = boost::asio;
namespace beast = boost::beast;

using TcpSocket = asio::basic_stream_socket<asio::ip::tcp, asio::io_context::executor_type>;

class Outgoing;

// Collects the sockets that were written to and writes each of them out once at the end of the loop
// turn. Owned by the node, outlives all sockets' use.
class Flusher
{
public:
    Flusher(asio::io_context &loop, Timers &timers) : m_loop(loop), m_timers(timers) { }

    void add(std::shared_ptr<Outgoing> outgoing);
    Timers &timers() { return m_timers; }

private:
    void flushAll();

    asio::io_context &m_loop;
    Timers &m_timers;
    std::vector<std::shared_ptr<Outgoing>> m_dirty;
};

// A socket's bytes on their way out. A peer that does not read for ten seconds, or lets 4 MiB pile
// up, is cut off: the socket is closed and its pending read fails.
class Outgoing : public std::enable_shared_from_this<Outgoing>
{
public:
    Outgoing(TcpSocket socket, Flusher &flusher);

    template <typename Buffers> std::size_t append(const Buffers &buffers, beast::error_code &error)
    {
        if (m_state == State::Failed) {
            error = asio::error::broken_pipe;
            return 0;
        }
        error = {};
        if (m_bytes.size() - m_sent > backlogLimit) {
            cut();
            error = asio::error::no_buffer_space;
            return 0;
        }
        std::size_t size = 0;
        for (const asio::const_buffer buffer : beast::buffers_range_ref(buffers)) {
            m_bytes.append(static_cast<const char *>(buffer.data()), buffer.size());
            size += buffer.size();
        }
        appended();
        return size;
    }
    void flush();
    void cut();
    TcpSocket &socket() { return m_socket; }

private:
    enum class State {
        Idle,
        Dirty, // in the flusher's list
        Blocked, // the system takes no more for now
        Failed,
    };
    static constexpr std::size_t backlogLimit = 4 * 1024 * 1024;

    void appended();
    void waitForSpace();
    void watchStall();

    TcpSocket m_socket;
    Flusher &m_flusher;
    State m_state = State::Idle;
    std::string m_bytes;
    std::size_t m_sent = 0; // of m_bytes
    quint64 m_progress = 0; // bytes ever taken by the system
    std::optional<quint64> m_watchedFrom; // m_progress when the stall watch was set
};

// The stream layer below Beast's WebSocket: what is written is only remembered and leaves the
// process in one piece per loop turn, so that Beast's synchronous write (framing without any
// asynchronous machinery) never blocks. A frame is appended whole, which is why synchronous writes
// and Beast's own control frames cannot interleave.
class CoalescingSocket
{
public:
    using executor_type = TcpSocket::executor_type;

    CoalescingSocket(TcpSocket socket, Flusher &flusher) :
        m_outgoing(std::make_shared<Outgoing>(std::move(socket), flusher))
    {
    }

    executor_type get_executor() { return m_outgoing->socket().get_executor(); }
    Outgoing &outgoing() { return *m_outgoing; }

    template <typename Buffers> std::size_t write_some(const Buffers &buffers, beast::error_code &error)
    {
        return m_outgoing->append(buffers, error);
    }
    template <typename Buffers> std::size_t write_some(const Buffers &buffers)
    {
        beast::error_code error;
        const std::size_t size = write_some(buffers, error);
        if (error)
            throw beast::system_error(error);
        return size;
    }
    template <typename Buffers, typename Token> auto async_write_some(const Buffers &buffers, Token &&token)
    {
        return asio::async_initiate<Token, void(beast::error_code, std::size_t)>(
            [outgoing = m_outgoing](auto handler, const Buffers &data) {
                beast::error_code error;
                const std::size_t size = outgoing->append(data, error);
                asio::post(outgoing->socket().get_executor(),
                           beast::bind_front_handler(std::move(handler), error, size));
            },
            token, buffers);
    }
    template <typename Buffers> std::size_t read_some(const Buffers &buffers)
    {
        return m_outgoing->socket().read_some(buffers);
    }
    template <typename Buffers> std::size_t read_some(const Buffers &buffers, beast::error_code &error)
    {
        return m_outgoing->socket().read_some(buffers, error);
    }
    template <typename Buffers, typename Token> auto async_read_some(const Buffers &buffers, Token &&token)
    {
        return m_outgoing->socket().async_read_some(buffers, std::forward<Token>(token));
    }

private:
    std::shared_ptr<Outgoing> m_outgoing;
};

// The next three are found by Beast through argument-dependent lookup.
inline void beast_close_socket(CoalescingSocket &socket)
{
    socket.outgoing().cut();
}

void teardown(beast::role_type role, CoalescingSocket &socket, beast::error_code &error);

template <typename Handler> void async_teardown(beast::role_type role, CoalescingSocket &socket, Handler &&handler)
{
    using beast::websocket::async_teardown;
    socket.outgoing().flush();
    async_teardown(role, socket.outgoing().socket(), std::forward<Handler>(handler));
}

} // namespace timbre::node
