// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/coalescing_socket.h"

#include <boost/asio/buffer.hpp>

#include <utility>

namespace timbre::node {

using namespace std::chrono_literals;

namespace {

constexpr auto stallLimit = 10s;
constexpr quint64 leastProgress = 32 * 1024;
// Enough for the usual presence; what a burst needed beyond it is given back.
constexpr std::size_t keptCapacity = 1024;
// A turn that produces more than this for one socket writes in between.
constexpr std::size_t earlyFlush = 256 * 1024;

} // namespace

void Flusher::add(std::shared_ptr<Outgoing> outgoing)
{
    if (m_dirty.empty())
        asio::post(m_loop, [this] { flushAll(); });
    m_dirty.push_back(std::move(outgoing));
}

void Flusher::flushAll()
{
    std::vector<std::shared_ptr<Outgoing>> dirty;
    dirty.swap(m_dirty);
    for (const auto &outgoing : dirty)
        outgoing->flush();
    dirty.clear();
    if (m_dirty.empty())
        m_dirty.swap(dirty); // keeps the memory
}

Outgoing::Outgoing(TcpSocket socket, Flusher &flusher) :
    m_socket(std::move(socket)),
    m_flusher(flusher),
    m_allPending(flusher.pending())
{
    beast::error_code ignored;
    m_socket.non_blocking(true, ignored);
}

void Outgoing::appended()
{
    if (m_state == State::Idle) {
        m_state = State::Dirty;
        m_flusher.add(shared_from_this());
    }
    if (m_state == State::Dirty && pending() > earlyFlush)
        flush();
}

void Outgoing::flush()
{
    if (m_state == State::Failed)
        return;
    while (m_sent < m_bytes.size()) {
        beast::error_code error;
        const std::size_t taken
            = m_socket.write_some(asio::buffer(m_bytes.data() + m_sent, m_bytes.size() - m_sent), error);
        if (error == asio::error::would_block || error == asio::error::try_again)
            return waitForSpace();
        if (error)
            return cut();
        m_sent += taken;
        m_progress += taken;
        *m_allPending -= taken;
    }
    m_state = State::Idle;
    m_sent = 0;
    if (m_bytes.capacity() > keptCapacity)
        std::string().swap(m_bytes);
    else
        m_bytes.clear();
}

void Outgoing::waitForSpace()
{
    if (m_sent > m_bytes.size() / 2) { // not every time: a large rest would be moved again and again
        m_bytes.erase(0, m_sent);
        m_sent = 0;
    }
    if (m_state == State::Blocked)
        return;
    m_state = State::Blocked;
    watchStall();
    m_socket.async_wait(TcpSocket::wait_write, [self = shared_from_this()](beast::error_code error) {
        if (error || self->m_state != State::Blocked)
            return;
        self->m_state = State::Dirty;
        self->flush();
    });
}

void Outgoing::watchStall()
{
    if (m_watchedFrom)
        return;
    m_watchedFrom = m_progress;
    m_flusher.timers().after(stallLimit, [weak = weak_from_this()] {
        const auto self = weak.lock();
        if (!self)
            return;
        const quint64 before = *std::exchange(self->m_watchedFrom, std::nullopt);
        if (self->m_state != State::Blocked)
            return;
        if (self->m_progress - before < leastProgress)
            self->cut();
        else
            self->watchStall();
    });
}

void Outgoing::cut()
{
    m_state = State::Failed;
    *m_allPending -= pending();
    std::string().swap(m_bytes);
    m_sent = 0;
    beast::error_code ignored;
    m_socket.close(ignored);
}

void teardown(beast::role_type role, CoalescingSocket &socket, beast::error_code &error)
{
    using beast::websocket::teardown;
    socket.outgoing().flush();
    teardown(role, socket.outgoing().socket(), error);
}

} // namespace timbre::node
