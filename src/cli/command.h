// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/outcome.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <functional>

namespace timbre::cli {

struct Context;

// The words of one command, taken apart: positional ones and options by their long name.
struct Arguments {
    QStringList words; // once resolved: nodes, rooms and text as they go to the server
    QHash<QString, QString> options;

    bool has(const QString &option) const { return options.contains(option); }
    QString value(const QString &option) const { return options.value(option); }
    QString word(qsizetype index) const { return words.value(index); }
};

// What a positional word of a command means, for the help and for resolving it.
struct WordSpec {
    enum class Kind {
        Plain,
        User, // a node or a name
        Room, // a node; of a virtual room too
        Mid,
        Text, // of any kind; "-" reads standard input
    };
    QString name;
    Kind kind = Kind::Plain;
};

struct OptionSpec {
    QString name;
    QString valueName; // empty: a switch
    QString help;
};

// A command as the command line and the scripts know it.
struct Command {
    enum class Needs {
        Nothing, // runs on its own
        Servers, // addresses; it makes its own lines
        Account, // addresses and credentials, but no line
        SignIn,
    };

    QString name; // "send", "room create"
    QList<WordSpec> words{};
    QString help; // one line
    qsizetype fewest = 0; // words
    bool repeatsLast = false;
    QList<OptionSpec> options{};
    Needs needs = Needs::SignIn;
    std::function<Outcome(Context &, const Arguments &)> run{};
    bool isForScripts = true;
    bool printsEvents = false; // itself, so nobody else tells what arrives

    QString usage() const;
    bool takes(qsizetype count) const;
};

// All of them, in the order of the help. Lives as long as the process.
const QList<Command> &allCommands();

// The command that the first one or two words name, and how many that were; null if there is none.
struct FoundCommand {
    const Command *command = nullptr;
    qsizetype words = 0;
};
FoundCommand findCommand(const QStringList &words);

// The parts of allCommands().
QList<Command> accountCommands();
QList<Command> contactCommands();
QList<Command> messageCommands();
QList<Command> roomCommands();
QList<Command> streamCommands();
QList<Command> fileCommands();
QList<Command> playCommands();

} // namespace timbre::cli
