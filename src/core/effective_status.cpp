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

namespace {

// Of someone who picked Chat, Away or Busy.
Told visibleStatus(const ManualStatus &manual, const StatusInputs &inputs)
{
    Told told{manual.availability, manual.mood, manual.until, 0};
    if (manual.availability != Availability::Chat)
        return told;
    if (inputs.scheduled) {
        told.availability = inputs.scheduled->availability;
        told.until = inputs.scheduled->until;
        if (!inputs.scheduled->mood.isEmpty())
            told.mood = inputs.scheduled->mood;
    }
    if (told.availability != Availability::Chat)
        return told;
    if (inputs.absence) {
        told.availability = Availability::Away;
        told.until = 0;
        told.idleSince = inputs.absence->since;
    } else if (inputs.desktopQuiet) {
        told.availability = Availability::Busy;
        told.until = 0;
    }
    return told;
}

} // namespace

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
        if (inputs.strictInvisible)
            status.reach = EffectiveStatus::Reach::AllowList;
        if (manual.availability == Availability::Invisible)
            status.behind = visibleStatus({Availability::Chat, manual.mood, 0}, inputs);
        return status;
    }
    const Told told = visibleStatus(manual, inputs);
    status.availability = told.availability;
    status.mood = told.mood;
    status.until = told.until;
    status.idleSince = told.idleSince;
    return status;
}

} // namespace timbre::core
