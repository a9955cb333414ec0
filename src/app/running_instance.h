// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/options.h"
#include "desktop/single_instance.h"

namespace timbre::app {

// Two programs with one name share a profile: only one of them may run.
QString instanceName(const Options &options);

// Before a display is opened: takes the place of the one running program, or tells the one that has it what is wanted
// and gives the exit code. 3 = not running or not answering, 4 = it said no; both with a sentence on standard error.
std::optional<int> takeOrTell(desktop::SingleInstance &instance, const Options &options, int argc, char *argv[]);

} // namespace timbre::app
