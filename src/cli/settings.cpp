// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/settings.h"

#include "cli/words.h"
#include "net/server_address.h"

#include <QCommandLineParser>

namespace timbre::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestAccount = 512; // characters
constexpr core::Milliseconds longestTimeout{3'600'000};

struct Switches {
    QCommandLineOption server{
        u"server"_s, u"Address of a tim server, for example wss://im.example.org; may be given several times."_s,
        u"URL"_s};
    QCommandLineOption account{u"account"_s, u"Whom to sign in as."_s, u"NAME[@DOMAIN]"_s};
    QCommandLineOption passwordFile{u"password-file"_s, u"Read the password from the first line of FILE."_s, u"FILE"_s};
    QCommandLineOption passwordStdin{u"password-stdin"_s,
                                     u"Read the password from the first line of standard input."_s};
    QCommandLineOption encoding{u"encoding"_s, u"What the line speaks: json or thrift."_s, u"WHICH"_s, u"json"_s};
    QCommandLineOption timeout{u"timeout"_s, u"How long to wait for the server, in seconds (10)."_s, u"S"_s};
    QCommandLineOption json{u"json"_s, u"Print one JSON object per line."_s};
    QCommandLineOption help{{u"h"_s, u"help"_s}, u"Show help, also for one command, and exit."_s};
    QCommandLineOption version{{u"v"_s, u"version"_s}, u"Show the version and exit."_s};

    QList<QCommandLineOption> all() const
    {
        return {server, account, passwordFile, passwordStdin, encoding, timeout, json, help, version};
    }
};

QCommandLineOption optionOf(const OptionSpec &spec)
{
    return spec.valueName.isEmpty() ? QCommandLineOption(spec.name, spec.help)
                                    : QCommandLineOption(spec.name, spec.help, spec.valueName);
}

Expected<Arguments, QString> argumentsOf(const QCommandLineParser &parser, const Command &command,
                                         qsizetype wordsOfName)
{
    Arguments arguments;
    arguments.words = parser.positionalArguments().mid(wordsOfName);
    if (!command.takes(arguments.words.size()))
        return unexpected(u"It is used like this: %1"_s.arg(command.usage()));
    for (const OptionSpec &spec : command.options) {
        if (parser.isSet(spec.name))
            arguments.options.insert(spec.name, parser.value(spec.name));
    }
    return arguments;
}

QString sentenceFor(net::AddressError error, const QString &text)
{
    switch (error) {
    case net::AddressError::HasUserInfo:
        return u"Leave name and password out of the address; use --account and --password-file."_s;
    case net::AddressError::HasPath:
        return u"\"%1\" has a path; tim always answers at /tim, so leave it out."_s.arg(text);
    case net::AddressError::UnknownScheme:
        return u"\"%1\" is no address of a tim server; it starts with wss:// or ws://."_s.arg(text);
    default:
        return u"\"%1\" is no address; it looks like im.example.org or ws://127.0.0.1:20003."_s.arg(text);
    }
}

Expected<QList<core::Endpoint>, QString> serversOf(const QStringList &texts)
{
    QList<core::Endpoint> servers;
    for (const QString &text : texts) {
        const auto address = net::parseServerAddress(text);
        if (!address)
            return unexpected(sentenceFor(address.error(), text));
        servers.append({address->url});
    }
    return servers;
}

// What options and environment say together; options win.
Expected<Settings, QString> settingsOf(const QCommandLineParser &parser, const Switches &switches,
                                       const QProcessEnvironment &environment)
{
    Settings settings;
    const QStringList texts = parser.isSet(switches.server)
        ? parser.values(switches.server)
        : environment.value(u"TIMBRE_SERVER"_s).split(u' ', Qt::SkipEmptyParts);
    auto servers = serversOf(texts);
    if (!servers)
        return unexpected(std::move(servers).error());
    settings.servers = *std::move(servers);

    const QString account
        = parser.isSet(switches.account) ? parser.value(switches.account) : environment.value(u"TIMBRE_ACCOUNT"_s);
    if (account.size() > longestAccount)
        return unexpected(u"The account's name is longer than %1 characters."_s.arg(longestAccount));
    const qsizetype at = account.lastIndexOf(u'@');
    settings.name = account.left(at < 0 ? account.size() : at);
    settings.domain = at < 0 ? QString() : account.mid(at + 1);

    using From = PasswordSource::From;
    if (parser.isSet(switches.passwordFile) && parser.isSet(switches.passwordStdin))
        return unexpected(u"--password-file and --password-stdin exclude each other."_s);
    if (parser.isSet(switches.passwordFile))
        settings.password = {From::File, parser.value(switches.passwordFile)};
    else if (parser.isSet(switches.passwordStdin))
        settings.password = {From::StandardInput, {}};
    else if (environment.contains(u"TIMBRE_PASSWORD"_s))
        settings.password = {From::Environment, {}};

    const QString encoding = parser.value(switches.encoding);
    if (encoding != "json"_L1 && encoding != "thrift"_L1)
        return unexpected(u"--encoding is json or thrift."_s);
    settings.encoding = encoding == "json"_L1 ? protocol::Encoding::Json : protocol::Encoding::ThriftCompact;
    settings.isJson = parser.isSet(switches.json);
    if (parser.isSet(switches.timeout)) {
        const auto timeout = parseDuration(parser.value(switches.timeout));
        if (!timeout || *timeout > longestTimeout)
            return unexpected(u"--timeout is a number of seconds, at most 3600."_s);
        settings.timeout = *timeout;
    }
    return settings;
}

std::optional<QString> whatIsMissing(const Command &command, const Settings &settings)
{
    if (command.needs == Command::Needs::Nothing)
        return std::nullopt;
    if (settings.servers.isEmpty())
        return u"Which server? Give --server URL or set TIMBRE_SERVER."_s;
    if (command.needs != Command::Needs::Servers && settings.name.isEmpty())
        return u"As whom? Give --account NAME or set TIMBRE_ACCOUNT."_s;
    return std::nullopt;
}

} // namespace

Expected<CommandLine, QString> parseCommandLine(const QStringList &arguments, const QProcessEnvironment &environment)
{
    // Twice: which command it is tells which options there are.
    const Switches switches;
    QCommandLineParser first;
    first.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    first.addOptions(switches.all());
    if (!first.parse(arguments))
        return unexpected(first.errorText() + u". See timbre-cli --help."_s);

    CommandLine line;
    if (first.isSet(switches.version)) {
        line.task = CommandLine::Task::ShowVersion;
        return line;
    }
    const QStringList words = first.positionalArguments();
    const FoundCommand found = findCommand(words);
    line.command = found.command;
    if (first.isSet(switches.help)) {
        line.task = CommandLine::Task::ShowHelp;
        return line;
    }
    if (words.isEmpty())
        return unexpected(u"Which command? See timbre-cli --help."_s);
    if (!found.command)
        return unexpected(u"There is no command \"%1\". See timbre-cli --help."_s.arg(
            words.first(qMin(words.size(), qsizetype(2))).join(u' ')));

    QCommandLineParser second;
    second.addOptions(switches.all());
    for (const OptionSpec &spec : found.command->options)
        second.addOption(optionOf(spec));
    if (!second.parse(arguments))
        return unexpected(u"%1. See timbre-cli %2 --help."_s.arg(second.errorText(), found.command->name));
    if (second.isSet(switches.help)) {
        line.task = CommandLine::Task::ShowHelp;
        return line;
    }
    auto commandArguments = argumentsOf(second, *found.command, found.words);
    if (!commandArguments)
        return unexpected(std::move(commandArguments).error());
    line.arguments = *std::move(commandArguments);
    auto settings = settingsOf(second, switches, environment);
    if (!settings)
        return unexpected(std::move(settings).error());
    line.settings = *std::move(settings);
    if (const auto missing = whatIsMissing(*line.command, line.settings))
        return unexpected(*missing);
    return line;
}

Expected<CommandWords, QString> parseCommandWords(const QStringList &words)
{
    const FoundCommand found = findCommand(words);
    if (!found.command)
        return unexpected(u"There is no command \"%1\"."_s.arg(words.value(0)));
    QCommandLineParser parser;
    for (const OptionSpec &spec : found.command->options)
        parser.addOption(optionOf(spec));
    if (!parser.parse(QStringList{u"timbre-cli"_s} + words))
        return unexpected(parser.errorText() + u'.');
    auto arguments = argumentsOf(parser, *found.command, found.words);
    if (!arguments)
        return unexpected(std::move(arguments).error());
    return CommandWords{found.command, *std::move(arguments)};
}

QString helpText(const Command *command)
{
    const Switches switches;
    QString text;
    const auto row
        = [](const QString &left, const QString &right) { return u"  %1  %2\n"_s.arg(left, -34).arg(right); };
    if (command) {
        text = u"Usage: timbre-cli [OPTIONS] %1\n%2\n"_s.arg(command->usage(), command->help);
        if (!command->options.isEmpty())
            text += u"\nOptions of this command:\n"_s;
        for (const OptionSpec &spec : command->options)
            text
                += row(u"--"_s + spec.name + (spec.valueName.isEmpty() ? QString() : u' ' + spec.valueName), spec.help);
        return text + u"\nOptions for all commands: timbre-cli --help\n"_s;
    }
    text = u"Usage: timbre-cli [OPTIONS] COMMAND ...\nA tim client for scripts, bots and tests.\n\nOptions:\n"_s;
    for (const QCommandLineOption &option : switches.all())
        text += row(u"--"_s + option.names().constLast()
                        + (option.valueName().isEmpty() ? QString() : u' ' + option.valueName()),
                    option.description());
    text += u"\nCommands:\n"_s;
    for (const Command &each : allCommands())
        text += row(each.usage(), each.help);
    return text
        + u"\nServer, account and password may come from TIMBRE_SERVER, TIMBRE_ACCOUNT and TIMBRE_PASSWORD.\n"
          "Exit codes: 0 done, 1 usage, 2 not reachable, 3 sign-in refused, 4 refused, 5 no answer,\n"
          "6 nothing there, 7 local file, 8 a script's expectation was not met. See timbre-cli(1).\n"_s;
}

std::optional<core::Milliseconds> parseDuration(const QString &text)
{
    static const QList<std::pair<QString, qint64>> units{
        {u"ms"_s, 1}, {u"s"_s, 1'000}, {u"m"_s, 60'000}, {u"h"_s, 3'600'000}, {u"d"_s, 86'400'000}};
    constexpr qint64 longest = 365LL * 86'400'000;
    QString digits = text;
    qint64 factor = 1'000;
    for (const auto &[unit, milliseconds] : units) {
        if (text.endsWith(unit)) {
            digits.chop(unit.size());
            factor = milliseconds;
            break;
        }
    }
    bool isNumber = false;
    const double number = digits.toDouble(&isNumber);
    const double total = number * double(factor);
    if (!isNumber || !(total >= 1) || total > double(longest))
        return std::nullopt;
    return core::Milliseconds(qint64(total));
}

} // namespace timbre::cli
