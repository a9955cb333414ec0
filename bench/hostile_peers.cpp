// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "hostile_peers.h"

#include <algorithm>
#include <sys/epoll.h>
#include <unistd.h>

namespace crowd {

using namespace std::chrono_literals;

namespace {

constexpr std::uint32_t firstSource = 0x7f000101; // 127.0.1.1
constexpr std::size_t bigData = 4 * 1024 * 1024; // sent of the announced 32 MiB before it trickles

bool signsIn(Mischief mischief)
{
    switch (mischief) {
    case Mischief::Flood:
    case Mischief::PingFlood:
    case Mischief::SlowReader:
    case Mischief::BigData:
    case Mischief::Churn:
        return true;
    default:
        return false;
    }
}

bool isWebSocket(Mischief mischief)
{
    return signsIn(mischief) || mischief == Mischief::NoSignIn || mischief == Mischief::BrokenFrames
        || mischief == Mischief::Hammer;
}

} // namespace

const char *HostilePeers::nameOf(std::size_t mischief)
{
    static constexpr std::array names{"half-open",     "slow handshake", "no sign-in", "garbage",
                                      "broken frames", "hammer",         "register",   "flood",
                                      "ping flood",    "slow reader",    "big data",   "churn"};
    static_assert(names.size() == mischiefs);
    return names[mischief];
}

HostilePeers::HostilePeers(const Target &target, int count, int accounts, int sources, unsigned seed) :
    m_target(target),
    m_accounts(accounts),
    m_sources(sources),
    m_random(seed),
    m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
    m_peers.resize(static_cast<std::size_t>(count));
    static constexpr std::array payloads{R"({"rtype":1})",
                                         R"({"subStatus":1,"show":4,"status":"x"})",
                                         R"({"toTid":{"node":"UHuS8PoK2LX"}})",
                                         "{",
                                         "null",
                                         "[]",
                                         R"({"ntype":4,"nodelist":["UHuS8PoK2LX","garbage"]})",
                                         R"({"msType":2,"odType":1,"dataString":"x"})",
                                         ""};
    for (int round = 0; round < 8; ++round) {
        for (int type = 0; type < 128; ++type) {
            if (type >= 95 && type <= 97)
                continue; // BigData's: they would swallow the rest
            for (const char *payload : payloads) {
                std::string frame = timFrame(type, payload);
                if (m_random() % 4 == 0)
                    frame[0] = static_cast<char>(type); // as if it were thrift
                m_frames += webSocketFrame(frame);
            }
        }
    }
    for (int i = 0; i < 10'000; ++i) {
        m_pings += webSocketFrame("\x8d");
        m_controls += webSocketFrame(std::string(125, 'p'), 9);
        m_requests += webSocketFrame(timFrame(42, R"({"ntype":4,"nodelist":["UHuS8PoK2LX"]})"));
    }
    for (int i = 0; i < 65'536; ++i)
        m_noise += static_cast<char>(m_random());
    const std::string body = "\x8e{\"name\":\"bad0\",\"pwd\":\"pw\"}";
    for (int i = 0; i < 100; ++i)
        m_posts
            += "POST /tim2 HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

HostilePeers::~HostilePeers()
{
    ::close(m_epoll);
}

std::string HostilePeers::credentials(bool right)
{
    return R"({"name":"bad)" + std::to_string(m_random() % static_cast<unsigned>(m_accounts)) + R"(","pwd":")"
        + (right ? "pw" : "wrong") + "\"}";
}

void HostilePeers::begin(Peer &peer)
{
    const std::size_t chosen = m_random() % mischiefs;
    ++m_begun[chosen];
    peer.mischief = static_cast<Mischief>(chosen);
    peer.until = Clock::now() + std::chrono::milliseconds(1000 + m_random() % 9000);
    connect(peer);
}

void HostilePeers::connect(Peer &peer)
{
    if (m_random() % 2 == 0)
        peer.line.reset();
    peer.signedIn = false;
    peer.step = 0;
    peer.chunk = nullptr;
    peer.nextStep = Clock::now() + 100ms; // not a SYN flood: the kernel's affair
    const std::uint32_t source
        = m_sources > 0 ? firstSource + static_cast<std::uint32_t>(m_random() % static_cast<unsigned>(m_sources)) : 0;
    const int receiveBuffer = peer.mischief == Mischief::SlowReader ? 4096 : 0;
    if (!peer.line.connect(m_target, source, receiveBuffer))
        return;
    if (isWebSocket(peer.mischief))
        peer.line.upgrade();
    if (peer.mischief == Mischief::Garbage)
        peer.chunk = &m_noise;
    if (peer.mischief == Mischief::Register)
        peer.chunk = &m_posts;
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT | EPOLLET;
    event.data.u64 = static_cast<std::uint64_t>(&peer - m_peers.data());
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, peer.line.fd(), &event);
}

void HostilePeers::hear(Peer &peer)
{
    if (peer.mischief == Mischief::SlowReader && peer.signedIn)
        return;
    for (const std::string &got : peer.line.read()) {
        const bool handshake = got.empty();
        if (handshake && (signsIn(peer.mischief) || peer.mischief == Mischief::Hammer))
            peer.line.send(16, credentials(signsIn(peer.mischief)));
        else if (handshake && peer.mischief == Mischief::BrokenFrames)
            peer.chunk = peer.step == 0 && m_random() % 2 == 0 ? &m_controls : &m_noise;
        else if (!handshake && peer.mischief == Mischief::Hammer)
            peer.line.send(16, credentials(false));
        else if (!handshake && !peer.signedIn && got.find("\"ok\":true") != std::string::npos)
            peer.signedIn = true;
        else
            continue;
        if (!peer.signedIn)
            continue;
        if (peer.mischief == Mischief::Flood)
            peer.chunk = &m_frames;
        else if (peer.mischief == Mischief::PingFlood)
            peer.chunk = &m_pings;
        else if (peer.mischief == Mischief::SlowReader)
            peer.chunk = &m_requests;
        else if (peer.mischief == Mischief::BigData)
            peer.line.sendBytes(
                webSocketFrame(std::string("\x60\x02\x00\x00\x00UHuS8PoK2LX\x83", 17) + std::string(bigData, 'x')));
        else if (peer.mischief == Mischief::Churn)
            peer.line.close();
    }
}

void HostilePeers::act(Peer &peer, Clock::time_point now)
{
    if (now >= peer.until)
        return begin(peer);
    if (peer.line.state() == Line::State::Closed) {
        if (now >= peer.nextStep)
            connect(peer);
        return;
    }
    if (peer.chunk)
        return peer.line.pour(*peer.chunk);
    if (now < peer.nextStep)
        return;
    peer.nextStep = now + 100ms;
    if (peer.mischief == Mischief::SlowHandshake) {
        static const std::string request = upgradeRequest();
        peer.line.sendBytes(std::string(1, request[peer.step++ % request.size()]));
    } else if (peer.mischief == Mischief::BigData && peer.signedIn) {
        peer.line.sendBytes(webSocketFrame("x"));
    }
}

void HostilePeers::run(std::chrono::seconds time)
{
    const auto end = Clock::now() + time;
    for (Peer &peer : m_peers)
        peer.until = Clock::now();
    std::array<epoll_event, 256> events;
    for (auto now = Clock::now(); now < end; now = Clock::now()) {
        const int count = ::epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), 1);
        for (int i = 0; i < count; ++i) {
            Peer &peer = m_peers[events[static_cast<std::size_t>(i)].data.u64];
            peer.line.write();
            hear(peer);
        }
        for (Peer &peer : m_peers)
            act(peer, now);
    }
}

} // namespace crowd
