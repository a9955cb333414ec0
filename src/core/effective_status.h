// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/connection.h"
#include "core/store.h"

#include <optional>

namespace timbre::core {

// Nobody is in front of this computer (AutoAway).
struct Absence {
    enum class Reason {
        Idle,
        Locked, // or asleep
    };
    Reason reason = Reason::Idle;
    qint64 since = 0; // wall ms: the last input, or the lock
    bool operator==(const Absence &) const = default;
};

// Everything that decides what contacts are told. Later inputs are further members of this struct and further lines of
// effectiveStatus(), nothing else.
struct StatusInputs {
    ManualStatus manual;
    ManualStatus before; // what a manual status with an end goes back to
    qint64 wallNow = 0;
    ConnectionState connection = ConnectionState::Offline;
    std::optional<Absence> absence;
    std::optional<ScheduledStatus> scheduled; // the line of the week that holds now
    bool desktopQuiet = false; // the desktop keeps its notifications quiet, and the user wants to be Busy then
    bool strictInvisible = false; // Invisible means that nothing leaves (features.md S5)
};

// What one person is told. A value.
struct Told {
    Availability availability = Availability::Offline;
    QString mood;
    qint64 until = 0; // wall ms; 0 = no end
    qint64 idleSince = 0; // wall ms; 0 = chosen, not automatic
    bool operator==(const Told &) const = default;
};

// What contacts are told, or that they are told nothing. Whom the rules of visibility.h give another face is theirs.
struct EffectiveStatus {
    enum class Reach {
        Nobody, // no line: the header shows the pick as waiting
        AllowList, // strictly invisible: only who may see the user then
        Roster, // broadcast to the roster
    };
    Reach reach = Reach::Nobody;
    Availability availability = Availability::Offline;
    QString mood; // always empty when Invisible
    qint64 until = 0; // wall ms; 0 = no end, always when Invisible
    qint64 idleSince = 0; // wall ms; 0 = chosen, not automatic
    Told behind = {}; // only while Invisible: what those are told who may see the user then; Offline = they neither
    Availability next = Availability::Unknown; // at `until`, where it is another and may be told
    bool operator==(const EffectiveStatus &) const = default;

    Told told() const { return {availability, mood, until, idleSince}; }
};

// Pure, total, without memory (features.md S4). Only Chat gives way: to the schedule, which knows its end (and may plan
// another Chat), else to
// absence, of which nobody knows how it ends, else to a quiet desktop.
EffectiveStatus effectiveStatus(const StatusInputs &inputs);

// The manual status that holds now: past its end it is the one before.
ManualStatus manualNow(const ManualStatus &manual, const ManualStatus &before, qint64 wallNow);

} // namespace timbre::core
