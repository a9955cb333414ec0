// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/http_connection.h"

#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include <algorithm>

namespace timbre::node {

using namespace std::chrono_literals;
namespace http = beast::http;

namespace {

constexpr auto requestTime = 10s;
constexpr std::uint32_t headerLimit = 8 * 1024;
constexpr std::uint64_t bodyLimit = 8 * 1024;

// What Go's url.ParseRequestURI lets pass, near enough: an absolute URI or an absolute path
// (protocol-live.md 1).
bool isOrigin(beast::string_view origin)
{
    const auto printable = [](char c) { return c > ' ' && c != 0x7f; };
    if (origin.empty() || !std::all_of(origin.begin(), origin.end(), printable))
        return false;
    if (origin.front() == '/')
        return true;
    const auto colon = origin.find(':');
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    if (colon == beast::string_view::npos || colon == 0 || !letter(origin.front()))
        return false;
    return std::all_of(origin.begin(), origin.begin() + std::ptrdiff_t(colon),
                       [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'; });
}

beast::string_view pathOf(const HttpRequest &request)
{
    const auto target = request.target();
    return target.substr(0, std::min(target.find('?'), target.size()));
}

} // namespace

HttpConnection::HttpConnection(TcpSocket socket, Gate::Ticket ticket, Router &router, Flusher &flusher,
                               Upgraded upgraded) :
    m_socket(std::move(socket)),
    m_ticket(std::move(ticket)),
    m_router(router),
    m_flusher(flusher),
    m_upgraded(std::move(upgraded))
{
}

void HttpConnection::cut()
{
    beast::error_code ignored;
    m_socket.close(ignored);
}

void HttpConnection::armDeadline()
{
    m_flusher.timers().after(requestTime, [weak = weak_from_this(), request = ++m_request] {
        const auto self = weak.lock();
        if (self && self->m_request == request)
            self->cut();
    });
}

void HttpConnection::read()
{
    armDeadline();
    m_parser.emplace();
    m_parser->header_limit(headerLimit);
    m_parser->body_limit(bodyLimit);
    http::async_read(m_socket, m_buffer, *m_parser,
                     beast::bind_front_handler(&HttpConnection::received, shared_from_this()));
}

void HttpConnection::received(beast::error_code error, std::size_t)
{
    if (error == http::error::body_limit)
        return refuse(http::status::payload_too_large);
    if (error == http::error::header_limit)
        return refuse(http::status::request_header_fields_too_large);
    if (error) {
        // Not HTTP at all is told so, once; a closed connection is not.
        if (error.category() == http::make_error_code(http::error::bad_version).category()
            && error != http::error::end_of_stream && error != http::error::partial_message)
            refuse(http::status::bad_request);
        return;
    }
    HttpRequest request = m_parser->release();
    const auto path = pathOf(request);
    if (path == "/tim2")
        return post(request);
    if (path != "/tim")
        return refuse(http::status::not_found);
    upgrade(std::move(request));
}

void HttpConnection::upgrade(HttpRequest request)
{
    if (request.method() != http::verb::get)
        return refuse(http::status::method_not_allowed);
    if (!beast::websocket::is_upgrade(request) || m_buffer.size() > 0)
        return refuse(http::status::bad_request);
    if (!isOrigin(request[http::field::origin])) {
        // Byte for byte what tim says.
        m_response.emplace();
        static constexpr char forbidden[] = "HTTP/1.1 403 Forbidden\r\n\r\n";
        asio::async_write(m_socket, asio::buffer(forbidden, sizeof forbidden - 1),
                          [self = shared_from_this()](beast::error_code, std::size_t) { self->cut(); });
        return;
    }
    const auto protocols = request.equal_range(http::field::sec_websocket_protocol);
    const bool several = protocols.first != protocols.second
        && (std::next(protocols.first) != protocols.second
            || protocols.first->value().find(',') != beast::string_view::npos);
    if (several)
        return refuse(http::status::bad_request);
    ++m_request; // the session has its own deadline
    const auto session = std::make_shared<Session>(std::move(m_socket), std::move(m_ticket), m_router, m_flusher);
    m_upgraded(session);
    session->accept(std::move(request));
}

void HttpConnection::post(const HttpRequest &request)
{
    Response response(http::status::ok, request.version());
    response.keep_alive(request.keep_alive());
    const std::string &body = request.body();
    const bool json = !body.empty() && (quint8(body.front()) & 0x80);
    response.set(http::field::content_type, json ? "text/plain; charset=utf-8" : "application/octet-stream");
    ++m_request; // hashing may wait its turn
    m_router.httpRequest(QByteArrayView(body.data(), qsizetype(body.size())), m_ticket.address(),
                         [self = shared_from_this(), response = std::move(response)](const QByteArray &frame) mutable {
                             response.body() = frame.toStdString();
                             self->answer(std::move(response));
                         });
}

void HttpConnection::refuse(http::status status)
{
    Response response(status, 11);
    response.keep_alive(false);
    answer(std::move(response));
}

void HttpConnection::answer(Response response)
{
    armDeadline();
    m_response.emplace(std::move(response));
    m_response->prepare_payload();
    http::async_write(m_socket, *m_response, [self = shared_from_this()](beast::error_code error, std::size_t) {
        if (error)
            return;
        if (self->m_response->keep_alive())
            return self->read();
        beast::error_code ignored;
        self->m_socket.shutdown(TcpSocket::shutdown_send, ignored);
        self->cut();
    });
}

} // namespace timbre::node
