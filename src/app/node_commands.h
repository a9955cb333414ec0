// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/node.h"

#include <QStringList>

namespace timbre::app {

// How timbre-node ends (timbre-node(1)).
namespace NodeExit {
inline constexpr int done = 0;
inline constexpr int failed = 1; // could not start, could not read or write
inline constexpr int usage = 2;
inline constexpr int refused = 3; // the name is taken or unknown, a value is no good, the file exists
inline constexpr int unreachable = 4; // a node runs but does not answer, or is too busy
} // namespace NodeExit

struct NodeCommandOptions {
    QString domain;
    bool json = false;
};

// The administrator's commands of timbre-node: user add|reset-password|block|unblock NAME, user list, online,
// backup FILE. `words` is the command line without options. Passwords come from standard input, without echo if that is
// a terminal. Results to standard output, as text or as one JSON object; what went wrong to standard error. Gives the
// exit code.
int runNodeCommand(const QStringList &words, const NodeCommandOptions &options, const node::NodeConfig &config);

} // namespace timbre::app
