// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "terminal/silent_terminal.h"

#include <csignal>
#include <termios.h>

namespace timbre::terminal {

namespace {

constexpr int endings[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};

// What a signal handler needs to bring the echo back.
int silenced = -1;
termios before = {};

void restoreEchoAndEnd(int signal)
{
    ::tcsetattr(silenced, TCSAFLUSH, &before);
    ::signal(signal, SIG_DFL);
    ::raise(signal);
}

} // namespace

SilentTerminal::SilentTerminal(int terminal)
{
    if (::tcgetattr(terminal, &before) != 0)
        return;
    silenced = terminal;
    for (const int signal : endings)
        ::signal(signal, restoreEchoAndEnd);
    termios silent = before;
    silent.c_lflag &= ~tcflag_t(ECHO);
    ::tcsetattr(terminal, TCSAFLUSH, &silent);
}

SilentTerminal::~SilentTerminal()
{
    if (silenced < 0)
        return;
    ::tcsetattr(silenced, TCSAFLUSH, &before);
    for (const int signal : endings)
        ::signal(signal, SIG_DFL);
    silenced = -1;
}

} // namespace timbre::terminal
