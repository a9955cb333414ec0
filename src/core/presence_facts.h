// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/availability.h"
#include "protocol/types.h"

namespace timbre::core {

// The machine facts that presence carries in `extend` between clients of ours (features.md S2, S3): unix seconds on the
// wire, wall-clock milliseconds here, 0 = not said. A value.
struct PresenceFacts {
    qint64 until = 0; // the status ends then by itself
    qint64 since = 0; // the availability is this since then
    qint64 idleSince = 0; // nobody touched that computer since then
    Availability next = Availability::Unknown; // present, at `until`; its `show` on the wire
    bool operator==(const PresenceFacts &) const = default;
};

// What a stranger's map is worth: whatever is no plain number, is negative, or lies where no honest status would
// (an end in the past or years ahead, a beginning in the future) is not said.
PresenceFacts factsFromExtend(const std::optional<protocol::TextMap> &extend, qint64 wallNow);
// A plain number of at most twelve digits under this key; 0 if there is none.
qint64 secondsIn(const protocol::TextMap &extend, const QString &key);
void writeFacts(const PresenceFacts &facts, protocol::TextMap &extend);

} // namespace timbre::core
