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

#include <algorithm>
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
// turn; counts what all of them still hold. Owned by the node, outlives all sockets' use.
class Flusher
{
public:
    Flusher(asio::io_context &loop, Timers &timers) : m_loop(loop), m_timers(timers) { }

    void add(std::shared_ptr<Outgoing> outgoing);
    Timers &timers() { return m_timers; }
    // Bytes on their way out of the whole node. Shared, because sockets that the loop still holds go after the
    // flusher when a node ends.
    const std::shared_ptr<std::size_t> &pending() const { return m_pending; }

private:
    void flushAll();

    asio::io_context &m_loop;
    Timers &m_timers;
    std::vector<std::shared_ptr<Outgoing>> m_dirty;
    std::shared_ptr<std::size_t> m_pending = std::make_shared<std::size_t>(0);
};

// A socket's bytes on their way out. A peer that reads less than 32 KiB in ten seconds, or lets 4 MiB
// pile up, is cut off: the socket is closed and its pending read fails. The largest frame waiting
// does not count towards the 4 MiB, so that one frame of tim's largest size can be read at leisure.
class Outgoing : public std::enable_shared_from_this<Outgoing>
{
public:
    Outgoing(TcpSocket socket, Flusher &flusher);
    ~Outgoing() { *m_allPending -= pending(); }
    Outgoing(const Outgoing &) = delete;
    Outgoing &operator=(const Outgoing &) = delete;

    // False while the peer, or the node's peers together, have too much before them to add what may
    // be left out (Peer::offer).
    bool hasRoomFor(std::size_t size) const
    {
        return pending() <= leisureLimit && (size <= leisureLimit || *m_allPending + size <= nodeLimit);
    }

    // A frame of `size` bytes follows, in several pieces: Asio cuts what it writes at 64 KiB.
    void announce(std::size_t size)
    {
        const std::size_t onTheWire = size + size / 256 + 1024; // TLS adds some
        m_largest = pending() == 0 ? onTheWire : std::max(m_largest, onTheWire);
    }

    template <typename Buffers> std::size_t append(const Buffers &buffers, beast::error_code &error)
    {
        if (m_state == State::Failed) {
            error = asio::error::broken_pipe;
            return 0;
        }
        error = {};
        if (pending() > backlogLimit + m_largest) {
            cut();
            error = asio::error::no_buffer_space;
            return 0;
        }
        std::size_t size = 0;
        for (const asio::const_buffer buffer : beast::buffers_range_ref(buffers)) {
            m_bytes.append(static_cast<const char *>(buffer.data()), buffer.size());
            size += buffer.size();
        }
        *m_allPending += size;
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
    static constexpr std::size_t leisureLimit = 1024 * 1024;
    static constexpr std::size_t nodeLimit = 256 * 1024 * 1024;

    std::size_t pending() const { return m_bytes.size() - m_sent; }
    void appended();
    void waitForSpace();
    void watchStall();

    TcpSocket m_socket;
    Flusher &m_flusher;
    std::shared_ptr<std::size_t> m_allPending;
    State m_state = State::Idle;
    std::string m_bytes;
    std::size_t m_sent = 0; // of m_bytes
    std::size_t m_largest = 0; // announced since nothing was pending
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
    using lowest_layer_type = TcpSocket; // with lowest_layer(): what a TLS stream on top asks for

    CoalescingSocket(TcpSocket socket, Flusher &flusher) :
        m_outgoing(std::make_shared<Outgoing>(std::move(socket), flusher))
    {
    }

    executor_type get_executor() { return m_outgoing->socket().get_executor(); }
    TcpSocket &lowest_layer() { return m_outgoing->socket(); }
    const TcpSocket &lowest_layer() const { return m_outgoing->socket(); }
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
