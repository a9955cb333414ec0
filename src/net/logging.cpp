// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "net/logging.h"

namespace timbre::net {

Q_LOGGING_CATEGORY(lcNet, "timbre.net", QtInfoMsg)

} // namespace timbre::net
