// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/frame.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>

#include <chrono>
#include <optional>

namespace timbre::test {

// A WebSocket client for tests, single-threaded: everything blocks for at most `patience`. JSON
// only.
class NodeClient
{
public:
    using Tcp = boost::asio::ip::tcp;
    static constexpr std::chrono::seconds patience{5};

    explicit NodeClient(quint16 port, const std::string &origin = "http://127.0.0.1") : m_stream(m_loop)
    {
        namespace http = boost::beast::http;
        namespace websocket = boost::beast::websocket;
        boost::beast::error_code error;
        m_stream.next_layer().connect(endpoint(port), error);
        m_stream.next_layer().set_option(Tcp::no_delay(true), error);
        m_stream.set_option(websocket::stream_base::decorator([origin](websocket::request_type &request) {
            if (!origin.empty())
                request.set(http::field::origin, origin);
        }));
        m_stream.binary(true);
        m_stream.auto_fragment(false);
        m_stream.read_message_max(64 * 1024 * 1024);
        websocket::response_type response;
        m_stream.handshake(response, "127.0.0.1", "/tim", error);
        m_httpStatus = response.result_int();
        m_open = !error;
    }

    static Tcp::endpoint endpoint(quint16 port) { return {boost::asio::ip::make_address("127.0.0.1"), port}; }

    // Body of POST /tim2 -> body of the answer; empty if there is none.
    static QByteArray post(quint16 port, const QByteArray &body, unsigned *status = nullptr)
    {
        namespace http = boost::beast::http;
        boost::asio::io_context loop;
        Tcp::socket socket(loop);
        boost::beast::error_code error;
        socket.connect(endpoint(port), error);
        http::request<http::string_body> request(http::verb::post, "/tim2", 11, body.toStdString());
        request.set(http::field::host, "127.0.0.1");
        request.prepare_payload();
        http::write(socket, request, error);
        boost::beast::flat_buffer buffer;
        http::response<http::string_body> response;
        http::read(socket, buffer, response, error);
        if (status)
            *status = response.result_int();
        return error ? QByteArray() : QByteArray::fromStdString(response.body());
    }
    static QString registerAccount(quint16 port, const QByteArray &name)
    {
        const QByteArray answer = post(port, "\x8e{\"name\":\"" + name + "\",\"pwd\":\"pw\"}");
        const auto decoded = protocol::decode(answer, protocol::Direction::ServerToClient);
        const auto *ack = decoded ? std::get_if<protocol::Ack>(&decoded->frame.payload) : nullptr;
        return ack ? ack->n.value_or(QString()) : QString();
    }

    bool isOpen() const { return m_open; }
    unsigned httpStatus() const { return m_httpStatus; }
    int closeCode() const { return m_stream.reason().code; }
    auto &stream() { return m_stream; }

    void sendRaw(const QByteArray &bytes)
    {
        boost::beast::error_code error;
        m_stream.write(boost::asio::buffer(bytes.constData(), std::size_t(bytes.size())), error);
        m_open = m_open && !error;
    }
    void send(int type, const QByteArray &json = {}) { sendRaw(QByteArray(1, char(type | 0x80)) + json); }

    // The next frame, nullopt if the connection ended or nothing came in time.
    std::optional<protocol::Frame> next(std::chrono::milliseconds wait = patience)
    {
        const auto bytes = nextBytes(wait);
        if (!bytes)
            return std::nullopt;
        const auto decoded = protocol::decode(*bytes, protocol::Direction::ServerToClient);
        return decoded ? std::optional(decoded->frame) : std::nullopt;
    }
    std::optional<QByteArray> nextBytes(std::chrono::milliseconds wait = patience)
    {
        if (!m_open)
            return std::nullopt;
        if (!m_reading) {
            m_reading = true;
            m_received.reset();
            m_stream.async_read(m_buffer, [this](boost::beast::error_code error, std::size_t) { m_received = error; });
        }
        m_loop.restart();
        const auto until = std::chrono::steady_clock::now() + wait;
        while (!m_received && m_loop.run_one_until(until) > 0) { }
        if (!m_received)
            return std::nullopt;
        m_reading = false;
        if (*m_received) {
            m_open = false;
            return std::nullopt;
        }
        const auto data = m_buffer.cdata();
        QByteArray bytes(static_cast<const char *>(data.data()), qsizetype(data.size()));
        m_buffer.clear();
        return bytes;
    }
    // True once the server has ended the connection; what still comes before is dropped.
    bool waitClosed(std::chrono::milliseconds wait = patience)
    {
        const auto until = std::chrono::steady_clock::now() + wait;
        while (m_open && std::chrono::steady_clock::now() < until)
            nextBytes(std::chrono::milliseconds(100));
        return !m_open;
    }
    // Everything the node sent before it served this connection's next frame: nothing later can be
    // meant.
    QList<protocol::Frame> barrier()
    {
        send(50);
        QList<protocol::Frame> frames;
        while (const auto frame = next()) {
            const auto *ack = std::get_if<protocol::Ack>(&frame->payload);
            if (ack && ack->timType == 50)
                return frames;
            frames.append(*frame);
        }
        m_open = false;
        return frames;
    }
    std::optional<protocol::Ack> signIn(const QByteArray &name, const QByteArray &extra = {})
    {
        send(16, "{\"name\":\"" + name + "\",\"pwd\":\"pw\"" + extra + "}");
        const auto frame = next();
        const auto *ack = frame ? std::get_if<protocol::Ack>(&frame->payload) : nullptr;
        return ack ? std::optional(*ack) : std::nullopt;
    }
    void ack(const protocol::Frame &frame)
    {
        sendRaw(protocol::encode({protocol::FrameType::Ack, frame.syncId, {}}, protocol::Direction::ClientToServer));
    }
    void closeTcp()
    {
        boost::beast::error_code ignored;
        m_stream.next_layer().close(ignored);
        m_open = false;
    }

private:
    boost::asio::io_context m_loop;
    boost::beast::websocket::stream<Tcp::socket> m_stream;
    boost::beast::flat_buffer m_buffer;
    std::optional<boost::beast::error_code> m_received;
    unsigned m_httpStatus = 0;
    bool m_reading = false;
    bool m_open = false;
};

} // namespace timbre::test
