// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/connection.h"
#include "core/store.h"

namespace timbre::core {

// Everything that decides what contacts are told. Later inputs (schedule, idle, lock, sleep) are further members of
// this struct and further lines of effectiveStatus(), nothing else.
struct StatusInputs {
    ManualStatus manual;
    ManualStatus before; // what a manual status with an end goes back to
    qint64 wallNow = 0;
    ConnectionState connection = ConnectionState::Offline;
};

// What contacts are told, or that they are told nothing.
struct EffectiveStatus {
    enum class Reach {
        Nobody, // no line: the header shows the pick as waiting
        Roster, // broadcast to the roster
    };
    Reach reach = Reach::Nobody;
    Availability availability = Availability::Offline;
    QString mood; // always empty when Invisible
    qint64 until = 0; // wall ms; 0 = no end, always when Invisible
    bool operator==(const EffectiveStatus &) const = default;
};

// Pure, total, without memory (features.md S4).
EffectiveStatus effectiveStatus(const StatusInputs &inputs);

// The manual status that holds now: past its end it is the one before.
ManualStatus manualNow(const ManualStatus &manual, const ManualStatus &before, qint64 wallNow);

} // namespace timbre::core
