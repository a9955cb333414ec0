// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/types.h"

#include <QObject>

// What a person can be, and its one mapping to the wire's `show` (design.md 2).
namespace timbre::core {
Q_NAMESPACE

enum class Availability {
    Chat,
    Away,
    Busy,
    Invisible, // only ever one's own; a contact that announces it is Offline to us
    Offline,
    Unknown, // never heard
};
Q_ENUM_NS(Availability)

// How sure we are of a contact's availability.
enum class Freshness {
    Live,
    Leaving, // an offline notice came less than five seconds ago: drawn dimming, nothing moves yet
    Doubtful, // a notice and a presence contradict each other: asked once, waiting for the answer
    Stale, // our own line is down, or a contact that should refresh did not: drawn half filled
};
Q_ENUM_NS(Freshness)

// What a received `show` means: absent, 0 and unknown numbers are Chat, 2 is Offline.
Availability availabilityFromShow(std::optional<qint16> show);
// The number of one's own pick. Offline and Unknown cannot be announced; asking for them is a bug.
protocol::Show showFromAvailability(Availability availability);
// Chat, Away and Busy: someone who can be reached now.
bool isPresent(Availability availability);

// The words of command lines: "chat", "away", "busy", "invisible"; empty for what nobody can pick.
QString wordOf(Availability availability);
std::optional<Availability> availabilityFromWord(const QString &word);

} // namespace timbre::core
