// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/environment.h"

#include <QRandomGenerator>

namespace timbre::node {

Environment Environment::system()
{
    return {
        [] { return std::chrono::steady_clock::now(); },
        [] {
            const auto now = std::chrono::system_clock::now().time_since_epoch();
            return qint64(std::chrono::duration_cast<std::chrono::nanoseconds>(now).count());
        },
        [] { return QRandomGenerator::system()->generate64(); },
    };
}

} // namespace timbre::node
