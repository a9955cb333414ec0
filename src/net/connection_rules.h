// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/connection.h"
#include "net/web_socket_channel.h"

// The tables ConnectionManager decides by. Pure.
namespace timbre::net {

// The transitions drawn in ConnectionManager's comment.
bool isAllowedStep(core::ConnectionState from, core::ConnectionState to);

// Trying again by itself would lock the account, or fight with the user's other device: Blocked.
bool needsTheUser(core::ConnectionProblem problem);

// What the end of a socket means for the connection.
core::ConnectionProblem problemOf(CloseInfo::Reason reason);

// What an error code in the answer to TIMAUTH means (protocol.md 4.3-4.5).
core::ConnectionProblem problemOfRefusal(qint32 code);

} // namespace timbre::net
