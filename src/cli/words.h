// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/outcome.h"
#include "core/connection.h"
#include "net/account_client.h"

#include <QString>

// Sentences and exit codes for the typed errors that reach this program: what happened and what can be done.
namespace timbre::cli {

Outcome outcomeOf(const core::ConnectionStatus &status);
Outcome outcomeOf(const net::AccountError &error);

// "permission denied (4105)": tim's own word for its code (protocol.md 11).
QString serverCodeWords(qint32 code);

} // namespace timbre::cli
