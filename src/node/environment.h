// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <chrono>
#include <functional>

namespace timbre::node {

using SteadyTime = std::chrono::steady_clock::time_point;

// Time and chance, handed in so that tests decide both. Copied freely; the functions may be called
// from the node's loop thread only.
struct Environment {
    std::function<SteadyTime()> now;
    std::function<qint64()> wallNanoseconds; // Unix time: message timestamps, createtime
    std::function<quint64()> random; // from the system's generator: ids and tokens

    static Environment system();
};

} // namespace timbre::node
