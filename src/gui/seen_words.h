// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact.h"
#include "core/last_seen.h"

#include <QString>

// How it is said that somebody is not there, and since when (features.md S14): four states in words, in steps that
// grow with the time, and when each step ends. Times are wall ms; pure.
namespace timbre::gui::words {

// "just now", "5 minutes ago", "3 hours ago" up to twelve, then "today 02:10", "yesterday 18:40", "20 March".
QString seen(qint64 wallThen, qint64 wallNow);
// Milliseconds until seen() of the same moment reads differently.
qint64 seenChangesIn(qint64 wallThen, qint64 wallNow);

// Offline: "Offline, left 14:02", "Offline, last seen yesterday 18:40"; Unknown: "No status received yet", "No status,
// last seen 3 hours ago"; Stale: "Busy, as of 14:05". Empty for somebody who is there and heard of.
QString absenceOf(const core::ContactPresence &presence, const core::LastSeen::Fact &seen, qint64 wallNow);
// Until absenceOf() reads differently; -1 = never.
qint64 absenceChangesIn(const core::ContactPresence &presence, const core::LastSeen::Fact &seen, qint64 wallNow);

} // namespace timbre::gui::words
