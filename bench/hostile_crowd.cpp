// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

// Do good clients notice a hostile crowd? Signs `good` clients in at a server, lets them live for `seconds` alone and
// then for as long beside `hostile` peers that do everything wrong there is (hostile_peers.h), and prints for both what
// the good ones saw: round trips of pings, presence from client to client and (with --messages) chat messages and their
// echoes, what was lost or refused, connections that ended; and the server's memory and CPU.
//
//   bench_hostile_crowd --url ws://127.0.0.1:PORT/tim --pid PID [--good 5000] [--hostile 200] [--seconds 60]
//                       [--devices 10] [--pairs 50] [--messages] [--same-address]
//
// The server must allow `devices` devices per account (device_limit, devicetype_limit) and as many connections, and the
// shell twice as many descriptors as clients. The hostile ones come from 20 loopback addresses of their own, or with
// --same-address from that of the good ones. Exit code 0 if the good ones lost nothing and nobody was refused or
// dropped.
#include "good_crowd.h"
#include "hostile_peers.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace {

using namespace std::chrono_literals;

struct Options {
    std::string url;
    int pid = 0;
    int hostile = 200;
    int seconds = 60;
    bool sameAddress = false;
    crowd::GoodCrowd::Plan plan;
};

constexpr int hostileAccounts = 64;
constexpr int hostileSources = 20;

bool read(int argc, char **argv, Options &options)
{
    for (int i = 1; i < argc; ++i) {
        const std::string_view name(argv[i]);
        if (name == "--messages" || name == "--same-address") {
            (name == "--messages" ? options.plan.messages : options.sameAddress) = true;
            continue;
        }
        if (++i >= argc)
            return false;
        int *const number = name == "--pid" ? &options.pid
            : name == "--good"              ? &options.plan.clients
            : name == "--hostile"           ? &options.hostile
            : name == "--seconds"           ? &options.seconds
            : name == "--devices"           ? &options.plan.devices
            : name == "--pairs"             ? &options.plan.pairs
                                            : nullptr;
        if (name == "--url")
            options.url = argv[i];
        else if (number)
            *number = std::atoi(argv[i]);
        else
            return false;
    }
    return options.pid > 0 && options.plan.clients >= 4 && options.plan.devices > 0
        && 2 * options.plan.pairs <= options.plan.clients && options.plan.target.parse(options.url);
}

// A process as /proc knows it.
struct Usage {
    double cpuSeconds = 0;
    double megabytes = 0;
};

Usage usageOf(int pid)
{
    Usage usage;
    std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
    const std::string line((std::istreambuf_iterator<char>(stat)), {});
    const auto name = line.rfind(')');
    if (name == std::string::npos)
        return usage;
    unsigned long user = 0;
    unsigned long system = 0;
    std::sscanf(line.c_str() + name + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system);
    usage.cpuSeconds = static_cast<double>(user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
    std::ifstream memory("/proc/" + std::to_string(pid) + "/statm");
    double all = 0;
    double resident = 0;
    memory >> all >> resident;
    usage.megabytes = resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
    return usage;
}

void printTimes(const char *what, std::vector<double> times, int sent)
{
    std::printf("  %-10s sent %6d  received %6zu  lost %d", what, sent, times.size(),
                sent - static_cast<int>(times.size()));
    if (!times.empty()) {
        std::sort(times.begin(), times.end());
        const auto at = [&times](double share) {
            return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
        };
        std::printf("  p50 %.2f  p99 %.2f  max %.2f ms", at(0.5), at(0.99), times.back());
    }
    std::printf("\n");
}

// True if nobody noticed anything but time.
bool report(const char *phase, const crowd::Notes &notes, const Usage &before, const Usage &after, double peak,
            double seconds)
{
    std::printf("%s\n", phase);
    printTimes("ping", notes.pings, notes.pingsSent);
    printTimes("presence", notes.presences, notes.presencesSent);
    if (notes.messagesSent > 0) {
        printTimes("message", notes.messages, notes.messagesSent);
        printTimes("echo", notes.echoes, notes.messagesSent);
    }
    std::printf("  refused %d  dropped %d  server: %.0f %% of a core, %.0f MB now, %.0f MB at most\n", notes.refusals,
                notes.drops, 100 * (after.cpuSeconds - before.cpuSeconds) / seconds, after.megabytes, peak);
    std::fflush(stdout);
    const auto received = [](const std::vector<double> &times) { return static_cast<int>(times.size()); };
    return notes.refusals == 0 && notes.drops == 0 && received(notes.pings) >= notes.pingsSent
        && received(notes.presences) >= notes.presencesSent && received(notes.messages) >= notes.messagesSent
        && received(notes.echoes) >= notes.messagesSent;
}

[[noreturn]] void beHostile(const Options &options)
{
    if (::nice(5) == -1) { } // elsewhere they would not take the server's own cores
    const unsigned seed = 7;
    crowd::HostilePeers peers(options.plan.target, options.hostile, hostileAccounts,
                              options.sameAddress ? 0 : hostileSources, seed);
    peers.run(std::chrono::seconds(options.seconds));
    std::printf("hostile, how often:");
    for (std::size_t i = 0; i < crowd::mischiefs; ++i)
        std::printf(" %s %d%s", crowd::HostilePeers::nameOf(i), peers.begun()[i],
                    i + 1 < crowd::mischiefs ? "," : "\n");
    std::fflush(stdout);
    ::_exit(0);
}

} // namespace

int main(int argc, char **argv)
{
    Options options;
    if (!read(argc, argv, options)) {
        std::fprintf(stderr, "see the top of bench/hostile_crowd.cpp for the options\n");
        return 2;
    }
    rlimit descriptors{};
    ::getrlimit(RLIMIT_NOFILE, &descriptors);
    descriptors.rlim_cur = descriptors.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &descriptors);
    for (int i = 0; i < hostileAccounts; ++i)
        crowd::post(options.plan.target, "\x8e{\"name\":\"bad" + std::to_string(i) + "\",\"pwd\":\"pw\"}");

    const auto assembling = crowd::Clock::now();
    crowd::GoodCrowd good(options.plan);
    if (!good.assemble())
        return 1;
    std::printf("%d good clients signed in after %.1f s\n", options.plan.clients,
                std::chrono::duration<double>(crowd::Clock::now() - assembling).count());

    double peak = 0;
    const auto watch = [&] { peak = std::max(peak, usageOf(options.pid).megabytes); };
    const double lasts = options.seconds + 2;
    const Usage start = usageOf(options.pid);
    const auto alone = good.run(std::chrono::seconds(options.seconds), watch);
    const Usage between = usageOf(options.pid);
    bool unnoticed = report("alone", alone, start, between, std::exchange(peak, 0), lasts);

    const pid_t child = ::fork();
    if (child == 0)
        beHostile(options);
    const auto beside = good.run(std::chrono::seconds(options.seconds), watch);
    const Usage end = usageOf(options.pid);
    ::waitpid(child, nullptr, 0);
    unnoticed = report("beside the hostile crowd", beside, between, end, peak, lasts) && unnoticed;

    const auto after = good.run(10s, watch);
    report("ten seconds later", after, end, usageOf(options.pid), std::exchange(peak, 0), 12);
    std::printf("%s\n", unnoticed ? "the good ones noticed nothing but time" : "THE GOOD ONES NOTICED");
    return unnoticed ? 0 : 1;
}
