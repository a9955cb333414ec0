// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/coalescing_socket.h"
#include "node/gate.h"
#include "node/router.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <functional>

namespace timbre::node {

using HttpRequest = beast::http::request<beast::http::string_body>;

// One WebSocket: whole messages to the router, frames of the router to the wire. Framing is
// Beast's; no compression, no timers of its own. It keeps itself alive by its pending read and ends
// when that fails. Loop thread only.
class Session : public Peer, public std::enable_shared_from_this<Session>
{
public:
    Session(TcpSocket socket, Gate::Ticket ticket, Router &router, Flusher &flusher);

    void accept(HttpRequest request);
    void send(const FrameParts &parts) override;
    void offer(const FrameParts &parts) override;
    void close() override;
    void trust() override;
    QString address() const override { return m_ticket.address(); }
    // Close frame 1001: the node is going down.
    void goAway();

private:
    enum class State { Opening, Open, Closing, Ended };

    void accepted(beast::error_code error);
    void read();
    void received(beast::error_code error, std::size_t size);
    void closeWith(beast::websocket::close_code code);
    void end();

    beast::websocket::stream<CoalescingSocket, false> m_stream;
    Gate::Ticket m_ticket;
    Router &m_router;
    Flusher &m_flusher;
    beast::flat_buffer m_buffer;
    HttpRequest m_request; // until the handshake is answered
    State m_state = State::Opening;
    quint64 m_device = 0;
};

} // namespace timbre::node
