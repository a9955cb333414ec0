// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/session.h"

#include <boost/asio/buffer.hpp>

namespace timbre::node {

using namespace std::chrono_literals;
namespace http = beast::http;
namespace websocket = beast::websocket;

namespace {

constexpr std::size_t strangersFrame = 8 * 1024;
constexpr std::size_t largestFrame = 32 * 1024 * 1024; // tim's own limit (protocol.md 1.3)
constexpr std::size_t keptBuffer = 16 * 1024;
constexpr auto closeGrace = 2s;

asio::const_buffer bufferOf(QByteArrayView bytes)
{
    return {bytes.data(), std::size_t(bytes.size())};
}

} // namespace

template <typename Stream>
StreamSession<Stream>::StreamSession(Stream stream, Gate::Ticket ticket, Router &router, Flusher &flusher,
                                     Counters &counters) :
    m_stream(std::move(stream)),
    m_ticket(std::move(ticket)),
    m_router(router),
    m_flusher(flusher),
    m_counters(counters)
{
    m_stream.binary(true);
    m_stream.auto_fragment(false);
    m_stream.write_buffer_bytes(64); // used for compression and masking only, neither of which happens here
    m_stream.read_message_max(strangersFrame);
}

template <typename Stream> void StreamSession<Stream>::accept(HttpRequest request)
{
    m_request = std::move(request);
    const auto offered = m_request.find(http::field::sec_websocket_protocol);
    const std::string protocol = offered == m_request.end() ? std::string() : std::string(offered->value());
    m_stream.set_option(websocket::stream_base::decorator([protocol](websocket::response_type &response) {
        if (!protocol.empty())
            response.set(http::field::sec_websocket_protocol, protocol);
    }));
    m_stream.async_accept(m_request, beast::bind_front_handler(&StreamSession::accepted, this->shared_from_this()));
}

template <typename Stream> void StreamSession<Stream>::accepted(beast::error_code error)
{
    m_request = {};
    m_stream.set_option(websocket::stream_base::decorator([](websocket::response_type &) {}));
    if (error || m_state != State::Opening) {
        m_state = State::Ended;
        return;
    }
    m_state = State::Open;
    m_device = m_router.connected(*this);
    read();
}

template <typename Stream> void StreamSession<Stream>::read()
{
    m_stream.async_read(m_buffer, beast::bind_front_handler(&StreamSession::received, this->shared_from_this()));
}

template <typename Stream> void StreamSession<Stream>::received(beast::error_code error, std::size_t)
{
    if (error)
        return end();
    const auto data = m_buffer.cdata();
    if (data.size() > 0) {
        ++m_counters.framesIn[*static_cast<const quint8 *>(data.data()) & 0x7fU];
        m_counters.bytesIn += data.size();
    }
    m_router.received(m_device, QByteArrayView(static_cast<const char *>(data.data()), qsizetype(data.size())));
    m_buffer.clear();
    if (m_buffer.capacity() > keptBuffer)
        m_buffer.shrink_to_fit();
    read();
}

template <typename Stream> void StreamSession<Stream>::send(const FrameParts &parts)
{
    if (m_state != State::Open)
        return;
    if (!parts[0].isEmpty())
        ++m_counters.framesOut[quint8(parts[0].front()) & 0x7fU];
    m_counters.bytesOut += quint64(parts[0].size() + parts[1].size() + parts[2].size());
    outgoing().announce(std::size_t(parts[0].size() + parts[1].size() + parts[2].size()));
    beast::error_code ignored; // a broken connection shows in the pending read
    const std::array<asio::const_buffer, 3> buffers{bufferOf(parts[0]), bufferOf(parts[1]), bufferOf(parts[2])};
    m_stream.write(buffers, ignored);
}

template <typename Stream> void StreamSession<Stream>::offer(const FrameParts &parts)
{
    const qsizetype size = parts[0].size() + parts[1].size() + parts[2].size();
    if (outgoing().hasRoomFor(std::size_t(size)))
        send(parts);
}

template <typename Stream> void StreamSession<Stream>::trust()
{
    m_ticket.trust();
    m_stream.read_message_max(largestFrame);
}

template <typename Stream> void StreamSession<Stream>::close()
{
    closeWith(websocket::close_code::normal);
}

template <typename Stream> void StreamSession<Stream>::goAway()
{
    closeWith(websocket::close_code::going_away);
}

template <typename Stream> void StreamSession<Stream>::closeWith(websocket::close_code code)
{
    if (m_state == State::Opening)
        outgoing().cut();
    if (m_state != State::Open)
        return;
    m_state = State::Closing;
    m_stream.async_close(code, [self = this->shared_from_this()](beast::error_code) {});
    m_flusher.timers().after(closeGrace, [weak = this->weak_from_this()] {
        if (const auto self = weak.lock())
            self->outgoing().cut();
    });
}

template <typename Stream> void StreamSession<Stream>::end()
{
    if (m_state == State::Ended)
        return;
    m_state = State::Ended;
    m_router.disconnected(m_device);
}

template class StreamSession<CoalescingSocket>;
template class StreamSession<TlsStream>;

} // namespace timbre::node
