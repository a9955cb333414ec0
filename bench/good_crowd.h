// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "crowd_line.h"

#include <functional>
#include <random>

namespace crowd {

// What the good clients noticed during one phase.
struct Notes {
    std::vector<double> pings; // round trips, ms
    std::vector<double> presences; // from one client's send to the other's receipt, ms
    std::vector<double> echoes; // of messages, ms
    std::vector<double> messages; // as presences
    int pingsSent = 0;
    int presencesSent = 0;
    int messagesSent = 0;
    int refusals = 0; // error acks
    int drops = 0; // connections that ended
};

// The clients who notice or do not: each pings every 25 s at a time of its own, and the first `pairs` pairs tell each
// other presence, and friends among them messages, once a second. `devices` of them share an account, because signing
// in costs the node 16 ms of hashing. Single-threaded, driven by run().
class GoodCrowd
{
public:
    struct Plan {
        Target target;
        int clients = 5000;
        int devices = 10;
        int pairs = 50;
        bool messages = false;
    };
    explicit GoodCrowd(const Plan &plan);
    ~GoodCrowd();

    // Registers, connects, signs in, befriends. False and a sentence on stderr if that fails.
    bool assemble();
    // Lets them live for so long, calling `everySecond` meanwhile; what was sent before and answered in it counts too.
    Notes run(std::chrono::seconds time, const std::function<void()> &everySecond);

private:
    struct Client {
        Line line;
        bool signedIn = false;
        Clock::time_point nextPing;
        Clock::time_point pingSent; // epoch: none under way
        std::string node;
    };

    std::string nameOf(std::size_t client) const;
    bool open(std::size_t client);
    void poll(std::chrono::milliseconds patience);
    void take(std::size_t index, const std::string &message);
    void takeTimed(std::size_t index, const std::string &message, bool isMessage);
    bool makeFriends();
    void speak(std::size_t index, Clock::time_point now);
    void pingThoseDue(Clock::time_point now);

    Plan m_plan;
    int m_epoll = -1;
    std::mt19937 m_random{1};
    std::vector<Client> m_clients;
    std::size_t m_signedIn = 0;
    std::size_t m_friends = 0;
    Notes m_notes;
};

// Body of POST /tim2 -> body of the answer; blocks, empty if there is none.
std::string post(const Target &target, const std::string &body);

} // namespace crowd
