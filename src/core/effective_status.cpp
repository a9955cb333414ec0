// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/effective_status.h"

namespace timbre::core {

ManualStatus manualNow(const ManualStatus &manual, const ManualStatus &before, qint64 wallNow)
{
    if (manual.until == 0 || wallNow < manual.until)
        return manual;
    return {before.availability, before.mood, 0};
}

EffectiveStatus effectiveStatus(const StatusInputs &inputs)
{
    if (inputs.connection != ConnectionState::Online)
        return {};
    const ManualStatus manual = manualNow(inputs.manual, inputs.before, inputs.wallNow);
    EffectiveStatus status;
    status.reach = EffectiveStatus::Reach::Roster;
    if (!isPresent(manual.availability)) {
        // Also for a pick nobody can make (a damaged profile): say less rather than more.
        status.availability = Availability::Invisible;
        return status;
    }
    status.availability = manual.availability;
    status.mood = manual.mood;
    status.until = manual.until;
    if (manual.availability != Availability::Chat)
        return status;
    if (inputs.scheduled) {
        status.availability = inputs.scheduled->availability;
        status.until = inputs.scheduled->until;
        if (!inputs.scheduled->mood.isEmpty())
            status.mood = inputs.scheduled->mood;
    } else if (inputs.absence) {
        status.availability = Availability::Away;
        status.until = 0;
        status.idleSince = inputs.absence->since;
    } else if (inputs.desktopQuiet) {
        status.availability = Availability::Busy;
        status.until = 0;
    }
    return status;
}

} // namespace timbre::core
