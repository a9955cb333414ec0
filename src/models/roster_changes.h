// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>

#include <vector>

// What RosterModel tells its views of rows that stay where they are.
namespace timbre::models {

enum Change : quint16 {
    NameChange = 1,
    ContactChange = 2,
    SectionChange = 4,
    AvailabilityChange = 8,
    FreshnessChange = 16,
    MoodChange = 32,
    PresenceChange = 64,
    CountChange = 128,
    UnreadChange = 256,
};

struct Changed {
    int at;
    quint16 what; // of Change
};

struct ChangedRange {
    int first;
    int last;
    quint16 what;
};

// In rising order; neighbours that changed alike are one range, and beyond some number all of them are.
std::vector<ChangedRange> rangesOf(std::vector<Changed> changes);
// As dataChanged() wants them.
QList<int> rolesOf(quint16 what);

} // namespace timbre::models
