// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "crowd_line.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace crowd {

namespace {

constexpr int chunksPerPour = 4; // others have their turn in between

const sockaddr *generic(const sockaddr_in &address)
{
    return reinterpret_cast<const sockaddr *>(&address);
}

} // namespace

bool Target::parse(const std::string &url)
{
    constexpr std::string_view scheme("ws://");
    const auto colon = url.rfind(':');
    if (!url.starts_with(scheme) || colon == std::string::npos || colon < scheme.size())
        return false;
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(std::atoi(url.c_str() + colon + 1)));
    const std::string host = url.substr(scheme.size(), colon - scheme.size());
    return address.sin_port != 0 && ::inet_pton(AF_INET, host.c_str(), &address.sin_addr) == 1;
}

std::string webSocketFrame(std::string_view message, std::uint8_t opcode)
{
    constexpr std::uint8_t final = 0x80;
    constexpr std::uint8_t masked = 0x80;
    std::string frame(1, static_cast<char>(final | opcode));
    const auto number = [&frame](std::uint64_t value, int bytes) {
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
            frame += static_cast<char>(value >> shift);
    };
    if (message.size() < 126) {
        number(masked | message.size(), 1);
    } else if (message.size() <= 0xffff) {
        number(masked | 126, 1);
        number(message.size(), 2);
    } else {
        number(masked | 127, 1);
        number(message.size(), 8);
    }
    frame.append(4, '\0');
    frame += message;
    return frame;
}

std::string timFrame(int type, std::string_view json)
{
    std::string frame(1, static_cast<char>(type | 0x80));
    frame += json;
    return frame;
}

std::string upgradeRequest()
{
    return "GET /tim HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
}

Line::Line(Line &&other) noexcept
{
    *this = std::move(other);
}

Line &Line::operator=(Line &&other) noexcept
{
    std::swap(m_fd, other.m_fd);
    std::swap(m_state, other.m_state);
    std::swap(m_in, other.m_in);
    std::swap(m_out, other.m_out);
    std::swap(m_poured, other.m_poured);
    std::swap(m_bytesIn, other.m_bytesIn);
    return *this;
}

bool Line::connect(const Target &target, std::uint32_t source, int receiveBuffer)
{
    close();
    m_in.clear();
    m_out.clear();
    m_poured = 0;
    m_bytesIn = 0;
    m_fd = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (m_fd < 0)
        return false;
    const int on = 1;
    ::setsockopt(m_fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (receiveBuffer > 0)
        ::setsockopt(m_fd, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    if (source != 0) {
        // The port is chosen at connect(), or each address would have only one range for all its connections.
        ::setsockopt(m_fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
        sockaddr_in local{};
        local.sin_family = AF_INET;
        local.sin_addr.s_addr = htonl(source);
        ::bind(m_fd, generic(local), sizeof local);
    }
    if (::connect(m_fd, generic(target.address), sizeof target.address) != 0 && errno != EINPROGRESS) {
        close();
        return false;
    }
    m_state = State::Connecting;
    return true;
}

void Line::close()
{
    if (m_fd >= 0)
        ::close(m_fd);
    m_fd = -1;
    m_state = State::Closed;
}

void Line::reset()
{
    const linger hard{1, 0};
    if (m_fd >= 0)
        ::setsockopt(m_fd, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    close();
}

std::vector<std::string> Line::read()
{
    std::vector<std::string> messages;
    std::array<char, 65536> chunk;
    while (m_fd >= 0) {
        const ssize_t got = ::recv(m_fd, chunk.data(), chunk.size(), 0);
        if (got < 0 && (errno == EAGAIN || errno == EINTR))
            break;
        if (got <= 0) {
            close();
            break;
        }
        m_bytesIn += static_cast<std::uint64_t>(got);
        m_in.append(chunk.data(), static_cast<std::size_t>(got));
        if (static_cast<std::size_t>(got) < chunk.size())
            break;
    }
    if (m_state == State::Handshaking || m_state == State::Connecting) {
        const auto end = m_in.find("\r\n\r\n");
        if (end == std::string::npos)
            return messages;
        if (!m_in.starts_with("HTTP/1.1 101")) {
            close();
            return messages;
        }
        m_in.erase(0, end + 4);
        m_state = State::Open;
        messages.emplace_back(); // the handshake is through
    }
    std::size_t at = 0;
    for (;;) {
        const auto byte = [this, &at](std::size_t i) { return static_cast<std::uint8_t>(m_in[at + i]); };
        const std::size_t left = m_in.size() - at;
        if (left < 2)
            break;
        std::size_t head = 2;
        std::uint64_t size = byte(1) & 0x7f;
        if (size >= 126) {
            const std::size_t bytes = size == 126 ? 2 : 8;
            head += bytes;
            if (left < head)
                break;
            size = 0;
            for (std::size_t i = 0; i < bytes; ++i)
                size = size << 8 | byte(2 + i);
        }
        if (left < head + size)
            break;
        constexpr std::uint8_t binary = 2;
        constexpr std::uint8_t closing = 8;
        const std::uint8_t opcode = byte(0) & 0x0f;
        if (opcode == binary)
            messages.push_back(m_in.substr(at + head, size));
        at += head + size;
        if (opcode == closing) {
            close();
            break;
        }
    }
    m_in.erase(0, at);
    return messages;
}

void Line::established()
{
    if (m_state == State::Connecting)
        m_state = State::Handshaking;
}

void Line::write()
{
    while (m_fd >= 0 && !m_out.empty()) {
        const ssize_t taken = ::send(m_fd, m_out.data(), m_out.size(), MSG_NOSIGNAL);
        if (taken < 0 && (errno == EAGAIN || errno == EINTR || errno == ENOTCONN))
            return;
        if (taken < 0)
            return close();
        established();
        m_out.erase(0, static_cast<std::size_t>(taken));
    }
    if (m_fd >= 0)
        established();
}

void Line::pour(const std::string &chunk)
{
    write();
    for (int i = 0; i < chunksPerPour && m_fd >= 0 && m_out.empty(); ++i) {
        const ssize_t taken = ::send(m_fd, chunk.data() + m_poured, chunk.size() - m_poured, MSG_NOSIGNAL);
        if (taken < 0 && (errno == EAGAIN || errno == EINTR))
            return;
        if (taken < 0)
            return close();
        m_poured += static_cast<std::size_t>(taken);
        if (m_poured == chunk.size())
            m_poured = 0;
    }
}

} // namespace crowd
