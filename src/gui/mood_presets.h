// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/availability.h"
#include "core/clear_after.h"

#include <QList>
#include <QString>

#include <optional>

namespace timbre::gui {

// Moods we ship (features.md S2): with a state and an end where the text implies them; without, the state
// stays. The second group is webtim's, so that both worlds use the same words. Translated when
// asked.
struct MoodPreset {
    std::optional<core::Availability> availability;
    QString mood;
    core::ClearAfter after = core::ClearAfter::Never;
};

QList<MoodPreset> ownMoodPresets();
QList<MoodPreset> webtimMoodPresets();

} // namespace timbre::gui
