// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/effective_status.h"

namespace timbre::core {

EffectiveStatus effectiveStatus(const StatusInputs &inputs)
{
    if (inputs.connection != ConnectionState::Online)
        return {};
    EffectiveStatus status;
    status.reach = EffectiveStatus::Reach::Roster;
    if (!isPresent(inputs.manual.availability)) {
        // Also for a pick nobody can make (a damaged profile): say less rather than more.
        status.availability = Availability::Invisible;
        return status;
    }
    status.availability = inputs.manual.availability;
    status.mood = inputs.manual.mood;
    return status;
}

} // namespace timbre::core
