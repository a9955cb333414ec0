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

template <typename Stream>
HttpConnection<Stream>::HttpConnection(Stream stream, Gate::Ticket ticket, Router &router, Flusher &flusher,
                                       Counters &counters, Upgraded upgraded) :
    m_stream(std::move(stream)),
    m_ticket(std::move(ticket)),
    m_router(router),
    m_flusher(flusher),
    m_counters(counters),
    m_upgraded(std::move(upgraded))
{
}

template <typename Stream> void HttpConnection<Stream>::start()
{
    if constexpr (std::is_same_v<Stream, TlsStream>) {
        armDeadline();
        m_stream.async_handshake(asio::ssl::stream_base::server,
                                 [self = this->shared_from_this()](beast::error_code error) {
                                     if (!error)
                                         self->read();
                                 });
    } else {
        read();
    }
}

template <typename Stream> void HttpConnection<Stream>::armDeadline()
{
    m_flusher.timers().after(requestTime, [weak = this->weak_from_this(), request = ++m_request] {
        const auto self = weak.lock();
        if (self && self->m_request == request)
            self->cut();
    });
}

template <typename Stream> void HttpConnection<Stream>::read()
{
    armDeadline();
    m_parser.emplace();
    m_parser->header_limit(headerLimit);
    m_parser->body_limit(bodyLimit);
    http::async_read(m_stream, m_buffer, *m_parser,
                     beast::bind_front_handler(&HttpConnection::received, this->shared_from_this()));
}

template <typename Stream> void HttpConnection<Stream>::received(beast::error_code error, std::size_t)
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

template <typename Stream> void HttpConnection<Stream>::upgrade(HttpRequest request)
{
    if (request.method() != http::verb::get)
        return refuse(http::status::method_not_allowed);
    if (!beast::websocket::is_upgrade(request) || m_buffer.size() > 0)
        return refuse(http::status::bad_request);
    if (!isOrigin(request[http::field::origin])) {
        // Byte for byte what tim says.
        m_response.emplace();
        static constexpr char forbidden[] = "HTTP/1.1 403 Forbidden\r\n\r\n";
        asio::async_write(m_stream, asio::buffer(forbidden, sizeof forbidden - 1),
                          [self = this->shared_from_this()](beast::error_code, std::size_t) { self->finish(); });
        return;
    }
    const auto protocols = request.equal_range(http::field::sec_websocket_protocol);
    const bool several = protocols.first != protocols.second
        && (std::next(protocols.first) != protocols.second
            || protocols.first->value().find(',') != beast::string_view::npos);
    if (several)
        return refuse(http::status::bad_request);
    ++m_request; // the session has its own deadline
    const auto session = std::make_shared<StreamSession<Stream>>(std::move(m_stream), std::move(m_ticket), m_router,
                                                                 m_flusher, m_counters);
    m_upgraded(session);
    session->accept(std::move(request));
}

template <typename Stream> void HttpConnection<Stream>::post(const HttpRequest &request)
{
    Response response(http::status::ok, request.version());
    response.keep_alive(request.keep_alive());
    const std::string &body = request.body();
    const bool json = !body.empty() && (quint8(body.front()) & 0x80);
    response.set(http::field::content_type, json ? "text/plain; charset=utf-8" : "application/octet-stream");
    ++m_request; // hashing may wait its turn
    m_router.httpRequest(
        QByteArrayView(body.data(), qsizetype(body.size())), m_ticket.address(),
        [self = this->shared_from_this(), response = std::move(response)](const QByteArray &frame) mutable {
            response.body() = frame.toStdString();
            self->answer(std::move(response));
        });
}

template <typename Stream> void HttpConnection<Stream>::refuse(http::status status)
{
    Response response(status, 11);
    response.keep_alive(false);
    answer(std::move(response));
}

template <typename Stream> void HttpConnection<Stream>::answer(Response response)
{
    armDeadline();
    m_response.emplace(std::move(response));
    m_response->prepare_payload();
    http::async_write(m_stream, *m_response, [self = this->shared_from_this()](beast::error_code error, std::size_t) {
        if (error)
            return;
        if (self->m_response->keep_alive())
            return self->read();
        self->finish();
    });
}

template <typename Stream> void HttpConnection<Stream>::finish()
{
    beast::error_code ignored;
    if constexpr (std::is_same_v<Stream, TlsStream>)
        m_stream.shutdown(ignored); // says so, and does not wait for the other side: the socket does not block
    outgoingOf(m_stream).flush();
    outgoingOf(m_stream).socket().shutdown(TcpSocket::shutdown_send, ignored);
    cut();
}

template class HttpConnection<CoalescingSocket>;
template class HttpConnection<TlsStream>;

} // namespace timbre::node
