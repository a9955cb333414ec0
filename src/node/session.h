// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/counters.h"
#include "node/gate.h"
#include "node/router.h"
#include "node/tls_stream.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <functional>

namespace timbre::node {

using HttpRequest = beast::http::request<beast::http::string_body>;

// A WebSocket as the listener knows it, plain or over TLS.
class Session : public Peer
{
public:
    // Close frame 1001: the node is going down.
    virtual void goAway() = 0;
};

// One WebSocket: whole messages to the router, frames of the router to the wire. Framing is
// Beast's; no compression, no timers of its own. It keeps itself alive by its pending read and ends
// when that fails. Loop thread only. `Stream` is CoalescingSocket or TlsStream, fixed at compile time so that the plain
// path pays nothing for the other one.
template <typename Stream>
class StreamSession final : public Session, public std::enable_shared_from_this<StreamSession<Stream>>
{
public:
    StreamSession(Stream stream, Gate::Ticket ticket, Router &router, Flusher &flusher, Counters &counters);

    void accept(HttpRequest request);
    void send(const FrameParts &parts) override;
    void offer(const FrameParts &parts) override;
    void close() override;
    void trust() override;
    QString address() const override { return m_ticket.address(); }
    void goAway() override;

private:
    enum class State { Opening, Open, Closing, Ended };

    void accepted(beast::error_code error);
    void read();
    void received(beast::error_code error, std::size_t size);
    void closeWith(beast::websocket::close_code code);
    void end();
    Outgoing &outgoing() { return outgoingOf(m_stream.next_layer()); }

    beast::websocket::stream<Stream, false> m_stream;
    Gate::Ticket m_ticket;
    Router &m_router;
    Flusher &m_flusher;
    Counters &m_counters;
    beast::flat_buffer m_buffer;
    HttpRequest m_request; // until the handshake is answered
    State m_state = State::Opening;
    quint64 m_device = 0;
};

extern template class StreamSession<CoalescingSocket>;
extern template class StreamSession<TlsStream>;

} // namespace timbre::node
