// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/session.h"

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <optional>

namespace timbre::node {

// A connection before it is a WebSocket: answers POST /tim2 as often as the peer likes, and hands
// the socket over to a Session when GET /tim asks for an upgrade (protocol.md 1.1, 1.2). Ten
// seconds per request and for the TLS handshake before the first, 8 KiB of headers and of body. Any absolute URI is a
// good Origin, as in tim: what a page could do here without a password is nothing that the port does not offer to
// everybody. Loop thread only; keeps itself alive by its pending operation.
template <typename Stream> class HttpConnection final : public std::enable_shared_from_this<HttpConnection<Stream>>
{
public:
    using Upgraded = std::function<void(std::shared_ptr<Session>)>;

    HttpConnection(Stream stream, Gate::Ticket ticket, Router &router, Flusher &flusher, Counters &counters,
                   Upgraded upgraded);

    void start();

private:
    using Response = beast::http::response<beast::http::string_body>;

    void read();
    void received(beast::error_code error, std::size_t size);
    void upgrade(HttpRequest request);
    void post(const HttpRequest &request);
    void answer(Response response);
    void refuse(beast::http::status status);
    void armDeadline();
    void finish();
    void cut() { outgoingOf(m_stream).cut(); }

    Stream m_stream;
    Gate::Ticket m_ticket;
    Router &m_router;
    Flusher &m_flusher;
    Counters &m_counters;
    Upgraded m_upgraded;
    beast::flat_buffer m_buffer;
    std::optional<beast::http::request_parser<beast::http::string_body>> m_parser;
    std::optional<Response> m_response;
    quint64 m_request = 0; // counts, so that an old deadline does not hit a new request
};

extern template class HttpConnection<CoalescingSocket>;
extern template class HttpConnection<TlsStream>;

} // namespace timbre::node
