// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

#include "app/options.h"

#include <QCommandLineParser>
#include <QFile>
#include <QStandardPaths>

#include <cstdio>

namespace timbre::app {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 passwordFileLimit = 4096;
constexpr int playClicksLimit = 10'000;

struct Switches {
    QCommandLineOption help{{u"h"_s, u"help"_s}, u"Show this help and exit."_s};
    QCommandLineOption version{{u"v"_s, u"version"_s}, u"Show the version and exit."_s};
    QCommandLineOption profile{u"profile"_s, u"Keep account, contacts and settings in this folder."_s, u"DIR"_s};
    QCommandLineOption signIn{u"sign-in"_s, u"Sign in at this server, for example wss://im.example.org/tim."_s,
                              u"URL"_s};
    QCommandLineOption user{u"user"_s, u"Account name for --sign-in; NAME@DOMAIN if the server uses domains."_s,
                            u"NAME"_s};
    QCommandLineOption passwordFile{
        u"password-file"_s, u"Read the password for --sign-in from the first line of FILE; - is standard input."_s,
        u"FILE"_s};
    QCommandLineOption compact{u"compact-encoding"_s, u"With --sign-in: speak the encoding that saves data."_s};
    QCommandLineOption status{u"status"_s, u"Tell the running Timbre: chat, away, busy or invisible."_s, u"WHICH"_s};
    QCommandLineOption mood{u"mood"_s, u"Tell the running Timbre this mood text; empty clears it."_s, u"TEXT"_s};
    QCommandLineOption start{u"start"_s, u"With --status or --mood: start Timbre if it is not running."_s};
    QCommandLineOption minimised{
        {u"minimised"_s, u"minimized"_s},
        u"Start without a window in the way: in the tray, or minimised where there is none."_s};
    QCommandLineOption quit{u"quit"_s, u"Sign out and end the running Timbre."_s};
    QCommandLineOption demo{u"demo"_s,
                            u"Show Alice and Bob side by side with a dozen friends, on a private node of this "
                            "computer. Touches none of your data."_s};
    QCommandLineOption play{u"play"_s, u"With --demo: play it, write screenshots to DIR, print the times and exit."_s,
                            u"DIR"_s};
    QCommandLineOption clicks{u"clicks"_s, u"With --play: how many status changes to measure."_s, u"N"_s, u"12"_s};
    QCommandLineOption language{u"language"_s, u"Language of the windows: en or zh_CN."_s, u"LANGUAGE"_s};
    QCommandLineOption appearance{u"appearance"_s, u"light or dark; otherwise as the desktop."_s, u"WHICH"_s};

    QList<QCommandLineOption> all() const
    {
        return {profile, signIn, user, passwordFile, compact,  status,     mood, start,  minimised,
                quit,    demo,   play, clicks,       language, appearance, help, version};
    }
};

void describe(QCommandLineParser &parser, const Switches &switches)
{
    parser.setApplicationDescription(u"Timbre: a presence-first desktop messenger for tim."_s);
    parser.addOptions(switches.all());
    parser.addPositionalArgument(u"LINK"_s, u"tim:ACCOUNT opens the dialog that adds this contact."_s, u"[LINK]"_s);
}

Unexpected<OptionsError> refused(const QString &sentence)
{
    return unexpected(OptionsError{sentence});
}

Expected<InstanceCommand, OptionsError> readCommand(const QCommandLineParser &parser, const Switches &switches)
{
    InstanceCommand command;
    const QStringList links = parser.positionalArguments();
    const bool anyStatus = parser.isSet(switches.status) || parser.isSet(switches.mood);
    if (links.size() > 1 || links.size() + (anyStatus ? 1 : 0) + (parser.isSet(switches.quit) ? 1 : 0) > 1)
        return refused(u"One thing at a time: a status, a tim: link or --quit."_s);
    if (parser.isSet(switches.start) && !anyStatus)
        return refused(u"--start goes with --status or --mood."_s);
    if (parser.isSet(switches.quit))
        command.task = InstanceCommand::Task::Quit;
    if (anyStatus)
        command.task = InstanceCommand::Task::SetStatus;
    if (parser.isSet(switches.mood))
        command.mood = parser.value(switches.mood);
    if (parser.isSet(switches.status)) {
        command.availability = core::availabilityFromWord(parser.value(switches.status));
        if (!command.availability)
            return refused(u"--status is chat, away, busy or invisible."_s);
    }
    if (!links.isEmpty()) {
        const auto account = accountOfLink(links.constFirst());
        if (!account)
            return refused(u"\"%1\" is no tim: link."_s.arg(links.constFirst().left(80)));
        command.task = InstanceCommand::Task::OpenLink;
        command.account = *account;
    }
    return command;
}

} // namespace

Expected<Options, OptionsError> parseOptions(const QStringList &arguments)
{
    const Switches switches;
    QCommandLineParser parser;
    describe(parser, switches);
    if (!parser.parse(arguments))
        return refused(parser.errorText());

    Options options;
    if (parser.isSet(switches.help)) {
        options.task = Options::Task::ShowHelp;
        return options;
    }
    if (parser.isSet(switches.version)) {
        options.task = Options::Task::ShowVersion;
        return options;
    }
    const auto command = readCommand(parser, switches);
    if (!command)
        return unexpected(OptionsError(command.error()));
    options.command = *command;
    const bool forAnother = command->task == InstanceCommand::Task::Quit
        || (command->task == InstanceCommand::Task::SetStatus && !parser.isSet(switches.start));
    options.startIfNeeded = !forAnother;

    options.profileFolder = parser.value(switches.profile);
    options.minimised = parser.isSet(switches.minimised);
    options.language = parser.value(switches.language);
    options.appearance = appearanceOf(parser.value(switches.appearance));
    if (nameOf(options.appearance) != parser.value(switches.appearance))
        return refused(u"--appearance is light or dark."_s);

    const bool anySignIn
        = parser.isSet(switches.signIn) || parser.isSet(switches.user) || parser.isSet(switches.passwordFile);
    if (parser.isSet(switches.demo)) {
        if (anySignIn || parser.isSet(switches.profile) || command->task != InstanceCommand::Task::Show)
            return refused(u"--demo brings its own accounts; it goes without --sign-in, --profile and commands."_s);
        options.task = Options::Task::Demo;
        options.playFolder = parser.value(switches.play);
        bool isNumber = false;
        options.playClicks = parser.value(switches.clicks).toInt(&isNumber);
        if (!isNumber || options.playClicks < 1 || options.playClicks > playClicksLimit)
            return refused(u"--clicks is a number from 1 to %1."_s.arg(playClicksLimit));
        return options;
    }
    if (parser.isSet(switches.play) || parser.isSet(switches.clicks))
        return refused(u"--play and --clicks go with --demo."_s);

    if (anySignIn) {
        Options::SignIn signIn{parser.value(switches.signIn), parser.value(switches.user),
                               parser.value(switches.passwordFile), parser.isSet(switches.compact)};
        if (signIn.server.isEmpty() || signIn.user.isEmpty() || signIn.passwordFile.isEmpty())
            return refused(u"--sign-in, --user and --password-file go together."_s);
        options.signIn = std::move(signIn);
    } else if (parser.isSet(switches.compact)) {
        return refused(u"--compact-encoding goes with --sign-in."_s);
    }
    return options;
}

QString helpText()
{
    const Switches switches;
    QCommandLineParser parser;
    describe(parser, switches);
    return parser.helpText();
}

QString profileFolderOf(const Options &options)
{
    return options.profileFolder.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/default"_L1
        : options.profileFolder;
}

QString nameOf(gui::Appearance appearance)
{
    switch (appearance) {
    case gui::Appearance::Light:
        return u"light"_s;
    case gui::Appearance::Dark:
        return u"dark"_s;
    case gui::Appearance::System:
        break;
    }
    return {};
}

gui::Appearance appearanceOf(const QString &name)
{
    for (const gui::Appearance appearance : {gui::Appearance::Light, gui::Appearance::Dark}) {
        if (nameOf(appearance) == name)
            return appearance;
    }
    return gui::Appearance::System;
}

Expected<QString, OptionsError> readPasswordFile(const QString &path)
{
    QFile file;
    bool isOpen = false;
    if (path == "-"_L1) {
        isOpen = file.open(stdin, QIODevice::ReadOnly);
    } else {
        file.setFileName(path);
        isOpen = file.open(QIODevice::ReadOnly);
    }
    if (!isOpen)
        return refused(u"The password file %1 cannot be read: %2."_s.arg(path, file.errorString()));
    QByteArray line = file.readLine(passwordFileLimit);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty())
        return refused(u"The password file %1 has an empty first line."_s.arg(path));
    return QString::fromUtf8(line);
}

} // namespace timbre::app
