// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/node.h"

#include <optional>

namespace timbre::app {

// What timbre-node's command line says about a node, before anything is opened.
struct NodeOptions {
    QString configFile; // empty: none
    QString listen; // empty: what the file says, or loopback with any port
    QString dataFolder; // empty: $STATE_DIRECTORY, or the user's own
};

// The configuration these options mean: defaults, file, options, in this order. Paths in the file count from the file's
// folder. Nothing if it is no good; the reason has been said then, as have the file's notices.
std::optional<node::NodeConfig> nodeSettings(const NodeOptions &options);

QString sentenceFor(const node::StartError &error);

} // namespace timbre::app
