// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/database.h"

namespace timbre::node {

// The tables of rooms, their members and blocks. Writer thread only, inside the store's jobs.
QStringList roomSchema();

} // namespace timbre::node
