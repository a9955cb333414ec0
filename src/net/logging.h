// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLoggingCategory>

namespace timbre::net {

// What the line does: states, reasons, counts. Never the content of a frame, never a name or a
// secret.
Q_DECLARE_LOGGING_CATEGORY(lcNet)

} // namespace timbre::net
