// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/node.h"
#include "node/timers.h"

#include <QHash>

namespace timbre::node {

// Wrong passwords as one line a minute at most, however many there are: how many, from how many addresses, and the
// busiest one. No names, because people type passwords into the wrong field. Loop thread only; owned by the node.
class SignInLog
{
public:
    SignInLog(Timers &timers, Log log) : m_timers(timers), m_log(std::move(log)) { }

    void refused(const QString &address);
    // What has not been said yet, for a node that stops.
    void flush();

private:
    Timers &m_timers;
    Log m_log;
    QHash<QString, int> m_byAddress;
    int m_count = 0;
};

} // namespace timbre::node
