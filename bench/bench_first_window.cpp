// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

// How long a program takes from exec to its first mapped window, and how much memory it then holds, for a floor and a
// subject in turn: bench_first_window FLOOR SUBJECT. Asks the X server, so that neither program needs a hook for it.
#include <X11/Xlib.h>
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
constexpr int rounds = 9;
constexpr int smallestWindow = 100; // helper windows of the toolkit are smaller
constexpr auto settle = std::chrono::milliseconds(1500);

struct Sample {
    double milliseconds = 0;
    double megabytes = 0;
};

pid_t start(const std::string &program, const std::string &home)
{
    const pid_t pid = ::fork();
    if (pid != 0)
        return pid;
    ::setenv("HOME", home.c_str(), 1);
    ::setenv("XDG_DATA_HOME", (home + "/data").c_str(), 1);
    ::setenv("XDG_CONFIG_HOME", (home + "/config").c_str(), 1);
    ::setenv("QT_QPA_PLATFORM", "xcb", 1);
    ::execl(program.c_str(), program.c_str(), static_cast<char *>(nullptr));
    ::_exit(127);
}

double residentMegabytes(pid_t pid)
{
    std::ifstream status("/proc/" + std::to_string(pid) + "/status");
    for (std::string line; std::getline(status, line);) {
        if (line.rfind("VmRSS:", 0) == 0)
            return std::strtod(line.c_str() + 6, nullptr) / 1024;
    }
    return 0;
}

Sample measure(Display *display, const std::string &program)
{
    std::string home = (std::filesystem::temp_directory_path() / "timbre-bench-XXXXXX").string();
    if (!::mkdtemp(home.data()))
        std::abort();
    const auto begin = Clock::now();
    const pid_t pid = start(program, home);
    Sample sample;
    for (XEvent event; sample.milliseconds == 0;) {
        XNextEvent(display, &event);
        XWindowAttributes attributes;
        if (event.type == MapNotify && XGetWindowAttributes(display, event.xmap.window, &attributes)
            && attributes.width >= smallestWindow)
            sample.milliseconds = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
    }
    ::usleep(static_cast<useconds_t>(std::chrono::duration_cast<std::chrono::microseconds>(settle).count()));
    sample.megabytes = residentMegabytes(pid);
    ::kill(pid, SIGTERM);
    ::waitpid(pid, nullptr, 0);
    std::filesystem::remove_all(home);
    XSync(display, True);
    return sample;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

int ignoreErrors(Display *, XErrorEvent *)
{
    return 0; // a window may be gone before we ask for its size
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 3) {
        std::fprintf(stderr, "usage: bench_first_window FLOOR SUBJECT\n");
        return 2;
    }
    Display *display = XOpenDisplay(nullptr);
    if (!display) {
        std::fprintf(stderr, "bench_first_window: no display\n");
        return 1;
    }
    XSetErrorHandler(ignoreErrors);
    XSelectInput(display, DefaultRootWindow(display), SubstructureNotifyMask);

    std::vector<double> time[2];
    std::vector<double> memory[2];
    for (int round = 0; round < rounds; ++round) {
        for (int which = 0; which < 2; ++which) {
            const Sample sample = measure(display, argv[1 + which]);
            time[which].push_back(sample.milliseconds);
            memory[which].push_back(sample.megabytes);
        }
    }
    std::printf("first window  floor %6.1f ms  ours %6.1f ms  ratio %.2f (budget 1.5)\n", median(time[0]),
                median(time[1]), median(time[1]) / median(time[0]));
    std::printf("memory (RSS)  floor %6.1f MB  ours %6.1f MB  ratio %.2f (budget 1.6)\n", median(memory[0]),
                median(memory[1]), median(memory[1]) / median(memory[0]));
    XCloseDisplay(display);
    return 0;
}
