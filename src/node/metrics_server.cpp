// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/metrics_server.h"

#include <boost/asio/ip/address.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

namespace timbre::node {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace http = beast::http;
using asio::ip::tcp;

namespace {

constexpr int connectionLimit = 8;
constexpr auto connectionTime = 10s;
constexpr std::uint32_t headerLimit = 8 * 1024;

bool isLoopback(beast::string_view host)
{
    const auto name = host.substr(0, host.front() == '[' ? host.find(']') + 1 : host.find(':'));
    beast::error_code error;
    const auto address = asio::ip::make_address_v4(std::string(name), error); // 127.example.org is a name
    return name == "localhost" || name == "[::1]" || (!error && address.is_loopback());
}

class Scrape : public std::enable_shared_from_this<Scrape>
{
public:
    Scrape(TcpSocket socket, MetricsServer::Ask ask, std::shared_ptr<int> connections) :
        m_socket(std::move(socket)),
        m_ask(std::move(ask)),
        m_connections(std::move(connections))
    {
        ++*m_connections;
        m_parser.header_limit(headerLimit);
        m_parser.body_limit(0);
    }
    ~Scrape() { --*m_connections; }
    Scrape(const Scrape &) = delete;
    Scrape &operator=(const Scrape &) = delete;

    void start(Timers &timers)
    {
        timers.after(connectionTime, [weak = weak_from_this()] {
            beast::error_code ignored;
            if (const auto self = weak.lock())
                self->m_socket.close(ignored);
        });
        http::async_read(m_socket, m_buffer, m_parser,
                         [self = shared_from_this()](beast::error_code error, std::size_t) {
                             if (!error)
                                 self->received();
                         });
    }

private:
    void received()
    {
        const auto &request = m_parser.get();
        const auto host = request[http::field::host];
        if (host.empty() || !isLoopback(host))
            return answer(http::status::forbidden, {});
        if (request.target() != "/metrics")
            return answer(http::status::not_found, {});
        if (request.method() != http::verb::get)
            return answer(http::status::method_not_allowed, {});
        m_ask([self = shared_from_this()](const MetricsSnapshot &snapshot) {
            self->answer(http::status::ok, metricsText(snapshot).toStdString());
        });
    }
    void answer(http::status status, std::string body)
    {
        m_response = {status, 11};
        m_response.set(http::field::content_type, "text/plain; version=0.0.4; charset=utf-8");
        m_response.keep_alive(false);
        m_response.body() = std::move(body);
        m_response.prepare_payload();
        http::async_write(m_socket, m_response, [self = shared_from_this()](beast::error_code error, std::size_t) {
            self->m_socket.shutdown(TcpSocket::shutdown_send, error);
        });
    }

    TcpSocket m_socket;
    MetricsServer::Ask m_ask;
    std::shared_ptr<int> m_connections;
    beast::flat_buffer m_buffer;
    http::request_parser<http::empty_body> m_parser;
    http::response<http::string_body> m_response;
};

} // namespace

MetricsServer::MetricsServer(asio::io_context &loop, Timers &timers, Ask ask) :
    m_loop(loop),
    m_timers(timers),
    m_ask(std::move(ask)),
    m_acceptor(loop),
    m_next(loop),
    m_connections(std::make_shared<int>(0))
{
}

Expected<quint16, StartError> MetricsServer::open(const QString &address, quint16 port)
{
    using Kind = StartError::Kind;
    const QString where = u"%1:%2"_s.arg(address).arg(port);
    beast::error_code error;
    const tcp::endpoint endpoint(asio::ip::make_address(address.toStdString(), error), port);
    if (!error && !endpoint.address().is_loopback())
        return unexpected(StartError{Kind::AddressUnusable, where + u": metrics are for this computer only"_s});
    if (!error)
        m_acceptor.open(endpoint.protocol(), error);
    if (!error)
        m_acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error)
        m_acceptor.bind(endpoint, error);
    if (!error)
        m_acceptor.listen(connectionLimit, error);
    if (error == asio::error::address_in_use)
        return unexpected(StartError{Kind::PortTaken, where});
    if (error)
        return unexpected(StartError{Kind::AddressUnusable, where + u": "_s + QString::fromStdString(error.message())});
    return quint16(m_acceptor.local_endpoint().port());
}

void MetricsServer::accept()
{
    m_acceptor.async_accept(m_next, [this](beast::error_code error) {
        if (!m_acceptor.is_open())
            return;
        if (error) {
            m_timers.after(100ms, [this] { accept(); }); // out of descriptors
            return;
        }
        TcpSocket socket = std::exchange(m_next, TcpSocket(m_loop));
        if (*m_connections < connectionLimit)
            std::make_shared<Scrape>(std::move(socket), m_ask, m_connections)->start(m_timers);
        accept();
    });
}

void MetricsServer::close()
{
    beast::error_code ignored;
    m_acceptor.close(ignored);
}

} // namespace timbre::node
