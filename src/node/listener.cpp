// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/listener.h"

#include <boost/asio/ip/address.hpp>

#include <algorithm>

namespace timbre::node {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using asio::ip::tcp;

namespace {

constexpr int backlog = 512;
constexpr auto pauseWithoutDescriptors = 100ms;

} // namespace

Listener::Listener(asio::io_context &loop, Router &router, Flusher &flusher, Gate &gate, Counters &counters) :
    m_loop(loop),
    m_router(router),
    m_flusher(flusher),
    m_gate(gate),
    m_counters(counters),
    m_acceptor(loop),
    m_next(loop)
{
}

Expected<quint16, StartError> Listener::open(const QString &address, quint16 port)
{
    using Kind = StartError::Kind;
    const QString where = u"%1:%2"_s.arg(address).arg(port);
    beast::error_code error;
    const auto ip = asio::ip::make_address(address == u"localhost"_s ? "127.0.0.1" : address.toStdString(), error);
    if (error)
        return unexpected(StartError{Kind::AddressUnusable, where});
    const tcp::endpoint endpoint(ip, port);
    m_acceptor.open(endpoint.protocol(), error);
    if (!error)
        m_acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error)
        m_acceptor.bind(endpoint, error);
    if (!error)
        m_acceptor.listen(backlog, error);
    if (error) {
        const bool taken = error == asio::error::address_in_use;
        return unexpected(StartError{taken ? Kind::PortTaken : Kind::AddressUnusable,
                                     taken ? where : where + u": "_s + QString::fromStdString(error.message())});
    }
    return quint16(m_acceptor.local_endpoint().port());
}

void Listener::accept()
{
    m_acceptor.async_accept(m_next, [this](beast::error_code error) { accepted(error); });
}

void Listener::accepted(beast::error_code error)
{
    if (!m_acceptor.is_open())
        return;
    if (error) {
        // Out of descriptors most likely: trying again at once would spin.
        m_flusher.timers().after(pauseWithoutDescriptors, [this] { accept(); });
        return;
    }
    TcpSocket socket = std::exchange(m_next, TcpSocket(m_loop));
    const tcp::endpoint remote = socket.remote_endpoint(error);
    const QString address = QString::fromStdString(remote.address().to_string());
    if (!error && m_gate.admits(address)) {
        ++m_counters.connections;
        socket.set_option(tcp::no_delay(true), error);
        CoalescingSocket plain(std::move(socket), m_flusher);
        if (m_tls)
            serve(TlsStream(std::move(plain), *m_tls), address);
        else
            serve(std::move(plain), address);
    } else {
        ++m_counters.refusedConnections;
    }
    accept();
}

template <typename Stream> void Listener::serve(Stream stream, const QString &address)
{
    std::make_shared<HttpConnection<Stream>>(std::move(stream), Gate::Ticket(m_gate, address), m_router, m_flusher,
                                             m_counters,
                                             [this](const std::shared_ptr<Session> &session) { remember(session); })
        ->start();
}

void Listener::remember(const std::shared_ptr<Session> &session)
{
    if (m_sessions.size() >= m_sweepAt) {
        std::erase_if(m_sessions, [](const auto &weak) { return weak.expired(); });
        m_sweepAt = 64 + 2 * m_sessions.size();
    }
    m_sessions.push_back(session);
}

void Listener::close()
{
    beast::error_code ignored;
    m_acceptor.close(ignored);
    for (const auto &weak : m_sessions) {
        if (const auto session = weak.lock())
            session->goAway();
    }
}

bool Listener::hasSessions()
{
    return std::any_of(m_sessions.begin(), m_sessions.end(), [](const auto &weak) { return !weak.expired(); });
}

} // namespace timbre::node
