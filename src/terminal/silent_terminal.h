// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace timbre::terminal {

// While it lives, what is typed on this terminal (a file descriptor) is not shown. The echo comes back however the
// reading ends, Ctrl-C included. Nothing for what is no terminal. One at a time in a process; main thread.
class SilentTerminal
{
public:
    explicit SilentTerminal(int terminal);
    ~SilentTerminal();
    Q_DISABLE_COPY_MOVE(SilentTerminal)
};

} // namespace timbre::terminal
