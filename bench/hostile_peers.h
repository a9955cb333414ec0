// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "crowd_line.h"

#include <array>
#include <random>

namespace crowd {

// What a hostile peer may be up to for a while.
enum class Mischief {
    HalfOpen, // TCP, then silence
    SlowHandshake, // the request, a byte at a time
    NoSignIn, // a WebSocket, then silence
    Garbage, // bytes that are no HTTP, or no WebSocket
    BrokenFrames, // lengths of 2^62, endless fragments, floods of control frames
    Hammer, // wrong passwords, as fast as they are answered
    Register, // POST /tim2, over and over
    Flood, // signed in: every frame type, well-formed or not
    PingFlood,
    SlowReader, // asks for much and reads nothing
    BigData, // fills a big frame, and never sends the end
    Churn, // signs in, hangs up, again
};
inline constexpr std::size_t mischiefs = 12;

// `count` of them, in a process of their own so that their work does not delay those who measure. Each does one thing
// for one to ten seconds, then another. Those that sign in share `accounts` accounts "bad0", "bad1"…, password "pw".
class HostilePeers
{
public:
    // `sources`: how many loopback addresses they come from (127.0.1.1 and so on); 0: the same as everybody.
    HostilePeers(const Target &target, int count, int accounts, int sources, unsigned seed);
    ~HostilePeers();

    void run(std::chrono::seconds time);
    // How often each was begun.
    const std::array<int, mischiefs> &begun() const { return m_begun; }
    static const char *nameOf(std::size_t mischief);

private:
    struct Peer {
        Line line;
        Mischief mischief = Mischief::HalfOpen;
        bool signedIn = false;
        Clock::time_point until;
        Clock::time_point nextStep;
        std::size_t step = 0;
        const std::string *chunk = nullptr; // what is poured
    };

    void begin(Peer &peer);
    void connect(Peer &peer);
    void hear(Peer &peer);
    void act(Peer &peer, Clock::time_point now);
    std::string credentials(bool right);

    Target m_target;
    int m_accounts;
    int m_sources;
    std::mt19937 m_random;
    int m_epoll = -1;
    std::vector<Peer> m_peers;
    std::array<int, mischiefs> m_begun{};
    std::string m_frames; // some 200 KiB of every frame type
    std::string m_pings;
    std::string m_controls;
    std::string m_noise;
    std::string m_requests; // each has a large answer
    std::string m_posts;
};

} // namespace crowd
