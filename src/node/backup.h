// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/expected.h"

#include <QString>

namespace timbre::node {

// A consistent copy of a node's database in one file of mode 0600, whether or not the node runs: SQLite's VACUUM INTO
// over a connection of its own that only reads. Refuses a file that exists; leaves none behind if it fails. The error
// is a sentence without its dot. Blocks; any thread, any process that may read the data folder.
Expected<Success, QString> backUp(const QString &database, const QString &file);

} // namespace timbre::node
