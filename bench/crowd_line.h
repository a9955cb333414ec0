// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <netinet/in.h>
#include <string>
#include <string_view>
#include <vector>

namespace crowd {

using Clock = std::chrono::steady_clock;

struct Target {
    sockaddr_in address{};
    // "ws://127.0.0.1:PORT/tim"; numeric IPv4 only. False if it is none.
    bool parse(const std::string &url);
};

// A message as the wire wants it from a client: one binary frame, masked with a key of zeros.
std::string webSocketFrame(std::string_view message, std::uint8_t opcode = 2);
// "{type|0x80}json".
std::string timFrame(int type, std::string_view json = {});
std::string upgradeRequest();

// One TCP connection that never blocks and is driven by somebody's epoll: a WebSocket client with only what a load
// generator needs, so that the generator costs little beside the server. Its peer is trusted not to fragment.
class Line
{
public:
    enum class State { Connecting, Handshaking, Open, Closed };

    Line() = default;
    Line(Line &&other) noexcept;
    Line &operator=(Line &&other) noexcept;
    ~Line() { close(); }

    // `source` is the local address to speak from, host byte order; 0: any. `receiveBuffer` in bytes, 0: the system's.
    bool connect(const Target &target, std::uint32_t source = 0, int receiveBuffer = 0);
    // Sends the upgrade request as soon as TCP is there.
    void upgrade() { m_out += upgradeRequest(); }
    void send(int type, std::string_view json = {}) { sendBytes(webSocketFrame(timFrame(type, json))); }
    void sendBytes(std::string_view bytes)
    {
        m_out += bytes;
        write();
    }
    void close();
    void reset(); // RST instead of FIN

    // What the socket has, whole messages only; afterwards state() tells whether it ended.
    std::vector<std::string> read();
    // What the socket takes.
    void write();
    // From `chunk`, over and over, what the socket takes now. For floods: keeps nothing.
    void pour(const std::string &chunk);

    int fd() const { return m_fd; }
    State state() const { return m_state; }
    bool hasOutput() const { return !m_out.empty() || m_state == State::Connecting; }
    std::uint64_t bytesIn() const { return m_bytesIn; }

private:
    void established();

    int m_fd = -1;
    State m_state = State::Closed;
    std::string m_in;
    std::string m_out;
    std::size_t m_poured = 0;
    std::uint64_t m_bytesIn = 0;
};

} // namespace crowd
