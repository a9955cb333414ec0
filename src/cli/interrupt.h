// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "terminal/termination_signals.h"

namespace timbre::cli {

// While it lives, SIGINT and SIGTERM do not end the process but set happened() and wake the event loop, so that a
// command that runs until told otherwise can say good-bye. One at a time; main thread.
class Interrupt
{
public:
    Interrupt()
    {
        QObject::connect(&m_signals, &terminal::TerminationSignals::received, &m_signals,
                         [this] { m_happened = true; });
    }
    Q_DISABLE_COPY_MOVE(Interrupt)

    bool happened() const { return m_happened; }

private:
    bool m_happened = false;
    terminal::TerminationSignals m_signals;
};

} // namespace timbre::cli
