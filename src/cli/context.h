// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.h"
#include "cli/line.h"
#include "cli/output.h"
#include "cli/settings.h"

namespace timbre::cli {

// What a command works with. Lives while it runs; everything in it is somebody else's.
struct Context {
    Line &line;
    Output &out;
    const Settings &settings;
    const core::Credentials &credentials;
    bool isScript = false; // then nothing is read from standard input and nothing is waited for at length

    core::Client &client() { return line.client(); }
    // The name of an account if known, else its node.
    QString nameOf(const QString &node) const;
};

// Turns the words of a command into what goes to the server (names into nodes, "-" into standard input), then runs it.
Outcome runCommand(const Command &command, const Arguments &arguments, Context &context);

// Of a call without a result.
Outcome outcomeOf(const core::CallResult<Success> &result);

// In the order of what people read.
QList<core::ContactId> byName(const Context &context, QList<core::ContactId> users);

// A row for each of them; without any, NotFound in words: "There are no contacts."
Outcome listUsers(Context &context, const core::CallResult<core::Listing<core::ContactId>> &users, const QString &what);

// Fetches what these accounts call themselves into line.names(); not knowing is no failure.
void learnNames(Line &line, const QList<core::ContactId> &users);

} // namespace timbre::cli
