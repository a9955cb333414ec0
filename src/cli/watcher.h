// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/context.h"

namespace timbre::cli {

// The command `watch`.
Outcome watch(Context &context, const Arguments &arguments);

// Prints events as JSON lines until `limit` is over, SIGINT or SIGTERM come, or nothing more can come; no limit = for
// ever. With `only`, events of that name alone.
Outcome printEvents(Context &context, std::optional<core::Milliseconds> limit, const QString &only = {});

// Waits like that and prints nothing.
Outcome stayOnline(Context &context, std::optional<core::Milliseconds> limit);

// The option --for of a command; its error is an Outcome.
Expected<std::optional<core::Milliseconds>, Outcome> limitOf(const Arguments &arguments);

} // namespace timbre::cli
