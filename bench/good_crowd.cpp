// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "good_crowd.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <future>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace crowd {

using namespace std::chrono_literals;

namespace {

constexpr auto pingInterval = 25s;
constexpr std::chrono::nanoseconds speakInterval = 1s; // is divided among those who speak
constexpr std::size_t signInsAtOnce = 16; // the node queues 50
constexpr auto assembleTime = 10min;
constexpr std::uint8_t syncBit = 0x80;
constexpr int ping = 13;
constexpr int presence = 91;
constexpr int message = 90;

std::string between(const std::string &text, std::string_view before, char after)
{
    const auto at = text.find(before);
    if (at == std::string::npos)
        return {};
    const auto from = at + before.size();
    return text.substr(from, text.find(after, from) - from);
}

double milliseconds(Clock::duration time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

} // namespace

std::string post(const Target &target, const std::string &body)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    std::string answer;
    if (::connect(fd, reinterpret_cast<const sockaddr *>(&target.address), sizeof target.address) == 0) {
        const std::string request = "POST /tim2 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: "
            + std::to_string(body.size()) + "\r\n\r\n" + body;
        ::send(fd, request.data(), request.size(), MSG_NOSIGNAL);
        std::array<char, 4096> chunk;
        for (ssize_t got = 0; (got = ::recv(fd, chunk.data(), chunk.size(), 0)) > 0;)
            answer.append(chunk.data(), static_cast<std::size_t>(got));
    }
    ::close(fd);
    const auto head = answer.find("\r\n\r\n");
    return head == std::string::npos ? std::string() : answer.substr(head + 4);
}

GoodCrowd::GoodCrowd(const Plan &plan) : m_plan(plan), m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
    m_clients.resize(static_cast<std::size_t>(plan.clients));
}

GoodCrowd::~GoodCrowd()
{
    ::close(m_epoll);
}

// Neighbours have different accounts, so that pairs are not one person.
std::string GoodCrowd::nameOf(std::size_t client) const
{
    const auto accounts = std::max(m_clients.size() / static_cast<std::size_t>(m_plan.devices), std::size_t{2});
    return "good" + std::to_string(client % (accounts - accounts % 2));
}

bool GoodCrowd::open(std::size_t index)
{
    Client &client = m_clients[index];
    if (!client.line.connect(m_plan.target))
        return false;
    client.line.upgrade();
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT | EPOLLET;
    event.data.u64 = index;
    return ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, client.line.fd(), &event) == 0;
}

bool GoodCrowd::assemble()
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < m_clients.size() && (i == 0 || nameOf(i) != names.front()); ++i)
        names.push_back(nameOf(i));
    std::vector<std::future<void>> registering;
    for (std::size_t thread = 0; thread < 4; ++thread) {
        registering.push_back(std::async(std::launch::async, [this, &names, thread] {
            for (std::size_t i = thread; i < names.size(); i += 4)
                post(m_plan.target, "\x8e{\"name\":\"" + names[i] + "\",\"pwd\":\"pw\"}");
        }));
    }
    registering.clear();
    const auto until = Clock::now() + assembleTime;
    std::size_t opened = 0;
    while (m_signedIn < m_clients.size() && Clock::now() < until) {
        while (opened < m_clients.size() && opened - m_signedIn < signInsAtOnce) {
            if (!open(opened++)) {
                std::fprintf(stderr, "no connection number %zu: too few descriptors?\n", opened);
                return false;
            }
        }
        poll(10ms);
    }
    if (m_signedIn < m_clients.size())
        std::fprintf(stderr, "only %zu of %zu signed in\n", m_signedIn, m_clients.size());
    return m_signedIn == m_clients.size() && (!m_plan.messages || makeFriends());
}

bool GoodCrowd::makeFriends()
{
    const std::size_t active = std::min(2 * static_cast<std::size_t>(m_plan.pairs), m_clients.size());
    for (std::size_t i = 0; i < active; ++i)
        m_clients[i].line.send(41, R"({"rtype":4,"reqStr":"","node":")" + m_clients[i ^ 1].node + "\"}");
    const auto until = Clock::now() + 30s;
    while (m_friends < active && Clock::now() < until)
        poll(10ms);
    if (m_friends < active)
        std::fprintf(stderr, "%zu of %zu friendships confirmed\n", m_friends, active);
    return m_friends >= active;
}

void GoodCrowd::poll(std::chrono::milliseconds patience)
{
    std::array<epoll_event, 256> events;
    const int count
        = ::epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), static_cast<int>(patience.count()));
    for (int i = 0; i < count; ++i) {
        const auto index = static_cast<std::size_t>(events[static_cast<std::size_t>(i)].data.u64);
        Client &client = m_clients[index];
        client.line.write();
        for (const std::string &got : client.line.read())
            take(index, got);
        if (client.line.state() != Line::State::Closed)
            continue;
        if (client.signedIn)
            ++m_notes.drops;
        else
            open(index); // a loaded server may not get round to hashing in time
    }
}

void GoodCrowd::take(std::size_t index, const std::string &got)
{
    Client &client = m_clients[index];
    if (got.empty()) { // the handshake is through
        client.line.send(16, "{\"name\":\"" + nameOf(index) + "\",\"pwd\":\"pw\"}");
        return;
    }
    const auto head = static_cast<std::uint8_t>(got.front());
    if ((head & syncBit) != 0 && got.size() > 5)
        client.line.sendBytes(webSocketFrame("\x8c" + got.substr(1, 4)));
    switch (head & 0x7f) {
    case 12:
        if (!client.signedIn && got.find("\"ok\":true") != std::string::npos) {
            client.signedIn = true;
            client.node = between(got, "\"n\":\"", '"');
            ++m_signedIn;
        } else if (!client.signedIn) {
            client.line.send(16, "{\"name\":\"" + nameOf(index) + "\",\"pwd\":\"pw\"}"); // it is busy: again
        } else if (got.find("\"ok\":false") != std::string::npos) {
            ++m_notes.refusals;
        }
        break;
    case ping:
        m_notes.pings.push_back(milliseconds(Clock::now() - client.pingSent));
        client.pingSent = {};
        break;
    case presence:
        takeTimed(index, got, false);
        break;
    case message:
        if (got.find("\"bnType\":5") != std::string::npos)
            ++m_friends;
        takeTimed(index, got, true);
        break;
    default:
        break;
    }
}

// "FROM:NANOSECONDS" stands in the text.
void GoodCrowd::takeTimed(std::size_t index, const std::string &got, bool isMessage)
{
    const std::string text = between(got, isMessage ? "\"dataString\":\"" : "\"status\":\"", '"');
    const auto colon = text.find(':');
    if (colon == std::string::npos)
        return;
    const std::size_t from = std::stoul(text.substr(0, colon));
    const double took
        = milliseconds(Clock::now().time_since_epoch() - std::chrono::nanoseconds(std::stoll(text.substr(colon + 1))));
    if (from == (index ^ 1))
        (isMessage ? m_notes.messages : m_notes.presences).push_back(took);
    else if (from == index && isMessage)
        m_notes.echoes.push_back(took);
}

void GoodCrowd::speak(std::size_t index, Clock::time_point now)
{
    Client &client = m_clients[index];
    const std::string text
        = std::to_string(index) + ':' + std::to_string(std::chrono::nanoseconds(now.time_since_epoch()).count());
    const std::string to = "\"toTid\":{\"node\":\"" + m_clients[index ^ 1].node + "\"}";
    client.line.send(presence, "{\"show\":4,\"status\":\"" + text + "\"," + to + "}");
    ++m_notes.presencesSent;
    if (!m_plan.messages)
        return;
    client.line.send(message, R"({"msType":2,"odType":1,"dataString":")" + text + "\"," + to + "}");
    ++m_notes.messagesSent;
}

void GoodCrowd::pingThoseDue(Clock::time_point now)
{
    for (Client &client : m_clients) {
        if (now < client.nextPing || client.line.state() != Line::State::Open)
            continue;
        client.nextPing += pingInterval;
        client.pingSent = now;
        client.line.send(ping);
        ++m_notes.pingsSent;
    }
}

Notes GoodCrowd::run(std::chrono::seconds time, const std::function<void()> &everySecond)
{
    m_notes = {};
    const auto start = Clock::now();
    for (Client &client : m_clients)
        client.nextPing = start + std::chrono::milliseconds(m_random() % 25'000);
    const std::size_t active = std::min(2 * static_cast<std::size_t>(m_plan.pairs), m_clients.size());
    std::size_t nextSpeaker = 0;
    auto nextSpeech = start;
    auto nextSecond = start;
    // The last two seconds nothing new is said, so that what is missing then is lost.
    for (auto now = start; now < start + time + 2s; now = Clock::now()) {
        const bool talking = now < start + time;
        if (talking)
            pingThoseDue(now);
        for (; talking && active > 0 && now >= nextSpeech; nextSpeech += speakInterval / static_cast<int>(active)) {
            speak(nextSpeaker, Clock::now());
            nextSpeaker = (nextSpeaker + 1) % active;
        }
        if (now >= nextSecond) {
            nextSecond += 1s;
            everySecond();
        }
        poll(1ms);
    }
    return std::exchange(m_notes, {});
}

} // namespace crowd
