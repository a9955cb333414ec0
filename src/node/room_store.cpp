// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/room_store.h"

namespace timbre::node {

QStringList roomSchema()
{
    return {};
}

} // namespace timbre::node
