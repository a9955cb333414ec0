// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.h"
#include "core/clock.h"
#include "core/connection.h"
#include "protocol/expected.h"
#include "protocol/frame.h"

#include <QProcessEnvironment>

namespace timbre::cli {

// Where a password comes from; never an argument, every user of the machine can read those.
struct PasswordSource {
    enum class From { Prompt, Environment, File, StandardInput };
    From from = From::Prompt;
    QString path;
};

// What goes for every command.
struct Settings {
    QList<core::Endpoint> servers;
    QString name;
    QString domain; // empty = none
    PasswordSource password;
    protocol::Encoding encoding = protocol::Encoding::Json;
    core::Milliseconds timeout{10'000}; // for the sign-in and for each answer
    bool isJson = false;
};

// A command line, understood. Parsing touches no file and no terminal.
struct CommandLine {
    enum class Task { Run, ShowHelp, ShowVersion };
    Task task = Task::Run;
    Settings settings;
    const Command *command = nullptr; // of Run; of ShowHelp if one was named
    Arguments arguments;
};

// The error is a sentence for the person at the terminal.
Expected<CommandLine, QString> parseCommandLine(const QStringList &arguments, const QProcessEnvironment &environment);

// The words of one command without the program's own options: a line of a script.
struct CommandWords {
    const Command *command = nullptr;
    Arguments arguments;
};
Expected<CommandWords, QString> parseCommandWords(const QStringList &words);

// Of the program, or of one command.
QString helpText(const Command *command = nullptr);

// "30m", "2h", "45s", "500ms"; a bare number is seconds. Nothing if it is none, zero, or above a year.
std::optional<core::Milliseconds> parseDuration(const QString &text);

} // namespace timbre::cli
