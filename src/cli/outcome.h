// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace timbre::cli {

// What the process answers with. Documented in docs/man/timbre-cli.1: scripts rely on the numbers.
enum class ExitCode {
    Ok = 0,
    Usage = 1, // the command line or a script makes no sense
    Unreachable = 2, // no server answered at any of the addresses, or the line broke
    SignInRefused = 3,
    Refused = 4, // the server said no to what was asked
    NoAnswer = 5, // the server, or the other side, said nothing in time
    NotFound = 6, // there is nothing of that kind
    LocalFile = 7, // a file here cannot be read or written
    Unmet = 8, // an expectation of a play script
};

// How a command ended. The sentence names cause and way out; empty if all is well.
struct Outcome {
    ExitCode code = ExitCode::Ok;
    QString sentence;

    bool isOk() const { return code == ExitCode::Ok; }
};

} // namespace timbre::cli
