// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "net/connection_rules.h"

#include "protocol/types.h"

namespace timbre::net {

using core::ConnectionProblem;
using core::ConnectionState;

bool isAllowedStep(ConnectionState from, ConnectionState to)
{
    switch (to) {
    case ConnectionState::Resolving:
    case ConnectionState::Blocked:
    case ConnectionState::Offline:
        return true;
    case ConnectionState::Connecting:
        return from == ConnectionState::Resolving;
    case ConnectionState::Authenticating:
        return from == ConnectionState::Connecting;
    case ConnectionState::Synchronizing:
        return from == ConnectionState::Authenticating;
    case ConnectionState::Online:
        return from == ConnectionState::Synchronizing;
    case ConnectionState::WaitingToRetry:
        return from != ConnectionState::Offline && from != ConnectionState::Blocked;
    }
    return false;
}

bool needsTheUser(ConnectionProblem problem)
{
    switch (problem) {
    case ConnectionProblem::WrongPassword:
    case ConnectionProblem::TokenRefused:
    case ConnectionProblem::SignedInElsewhere:
    case ConnectionProblem::Kicked:
    case ConnectionProblem::BadAddress:
        return true;
    default:
        return false;
    }
}

ConnectionProblem problemOf(CloseInfo::Reason reason)
{
    using Reason = CloseInfo::Reason;
    switch (reason) {
    case Reason::BadAddress:
        return ConnectionProblem::BadAddress;
    case Reason::HostNotFound:
        return ConnectionProblem::HostNotFound;
    case Reason::Refused:
        return ConnectionProblem::Refused;
    case Reason::ConnectTimeout:
        return ConnectionProblem::ConnectTimeout;
    case Reason::TlsUntrusted:
        return ConnectionProblem::TlsUntrusted;
    case Reason::ProxyUnreachable:
        return ConnectionProblem::ProxyUnreachable;
    case Reason::ProxyRefused:
        return ConnectionProblem::ProxyRefused;
    case Reason::HandshakeRefused:
        return ConnectionProblem::NotATimServer;
    case Reason::ClosedByPeer:
        return ConnectionProblem::ClosedByServer;
    case Reason::ProtocolViolation:
        return ConnectionProblem::ProtocolError;
    case Reason::LineLost:
    case Reason::WriteStalled:
    case Reason::ClosedByUs:
        return ConnectionProblem::LineLost;
    }
    return ConnectionProblem::LineLost;
}

ConnectionProblem problemOfRefusal(qint32 code)
{
    switch (static_cast<protocol::ErrorCode>(code)) {
    case protocol::ErrorCode::PermissionDenied:
        return ConnectionProblem::WrongPassword;
    case protocol::ErrorCode::Token:
        return ConnectionProblem::TokenRefused;
    case protocol::ErrorCode::OverEntry:
        return ConnectionProblem::OverEntry;
    default:
        return ConnectionProblem::SignInRefused;
    }
}

} // namespace timbre::net
