// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/message_store.h"

namespace timbre::node {

QStringList messageSchema()
{
    return {};
}

} // namespace timbre::node
