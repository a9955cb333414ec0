// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/node.h"

namespace timbre::app {

// Where timbre-node's events go: stderr, one line each. Under systemd every line starts with its syslog priority
// ("<6>"), which journald takes off again; otherwise with the program's name. Any thread.
node::Log standardErrorLog();

// One sentence to the person in front of the program, in the same way.
void say(const QString &sentence);

} // namespace timbre::app
