// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <optional>

namespace timbre::core {

// What the desktop says of the person in front of it. A value.
struct DeskFacts {
    // Milliseconds since the last key, click or movement anywhere on this desktop; nothing where no source tells.
    std::optional<qint64> idleFor;
    qint64 readAt = 0; // Clock::monotonic() at which idleFor was true
    bool seesLock = false; // locked and asleep mean something here
    bool locked = false;
    bool asleep = false; // going to sleep, or not yet awake again
    bool operator==(const DeskFacts &) const = default;
};

// The desktop as AutoAway sees it: a port, implemented by desktop::DeskWatch. poll() asks for a fresh idleFor and
// returns at once; what is found, then or unasked, comes as factsChanged(), perhaps never. GUI thread.
class IdleSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual DeskFacts facts() const = 0;
    virtual void poll() = 0;

Q_SIGNALS:
    void factsChanged();
};

} // namespace timbre::core
