// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/outcome.h"
#include "cli/settings.h"

namespace timbre::cli {

// The first line of what `source` names, at most 4 KiB. A file that others may read is refused, a terminal is asked
// without echo, and twice if it is a new one. `prompt` is what a person at the terminal reads. The error is an Outcome
// to end with.
enum class SecretIs { Known, New };
Expected<QString, Outcome> readSecret(const PasswordSource &source, const QString &prompt, SecretIs which);

} // namespace timbre::cli
