// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <functional>
#include <optional>

namespace timbre::desktop {

// One way to ask how long nobody touched this desktop. Owned by DeskWatch.
class IdleReader
{
public:
    // Milliseconds, or nothing where this way does not exist.
    using Done = std::function<void(std::optional<qint64> idleFor)>;

    virtual ~IdleReader() = default;
    // Never blocks on the one asked. `done` is called once, from inside or later, or never; a second read() gives up
    // the first.
    virtual void read(Done done) = 0;
};

} // namespace timbre::desktop
