// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/instance_command.h"
#include "gui/theme.h"
#include "protocol/expected.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace timbre::app {

// What `timbre` was asked to do on its command line. A value; parsing touches neither files nor windows.
struct Options {
    enum class Task { Run, Demo, ShowHelp, ShowVersion };
    Task task = Task::Run;

    QString profileFolder; // empty: the default folder of this user

    // --sign-in, --user and --password-file go together. The password itself is never an argument: every user of
    // the machine can read those.
    struct SignIn {
        QString server;
        QString user;
        QString passwordFile; // "-" = standard input
        bool compactEncoding = false;
    };
    std::optional<SignIn> signIn;

    // For the program that runs already on this profile. Status and quit are for it alone, unless --start.
    InstanceCommand command;
    bool startIfNeeded = true;

    bool minimised = false; // --minimised: no window in the way, for the start at login

    QString playFolder; // --play: the demo plays itself and writes screenshots here
    int playClicks = 12; // measured status changes of the played demo
    QString language; // --language, else the desktop's
    gui::Appearance appearance = gui::Appearance::System;
};

// The folder of --profile, else this user's default one.
QString profileFolderOf(const Options &options);

// The sentence for the person at the terminal when the command line makes no sense.
struct OptionsError {
    QString sentence;
};

Expected<Options, OptionsError> parseOptions(const QStringList &arguments);
QString helpText();

// "light", "dark", or empty for System: the words of --appearance and of the saved setting.
QString nameOf(gui::Appearance appearance);
gui::Appearance appearanceOf(const QString &name);

// The first line of the file, without its line end; at most 4 KiB are read. The error is a sentence.
Expected<QString, OptionsError> readPasswordFile(const QString &path);

} // namespace timbre::app
