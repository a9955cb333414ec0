// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/context.h"
#include "cli/secret.h"
#include "core/random.h"

#include <QCoreApplication>
#include <QLoggingCategory>

// timbre-cli: one command, one exit code (cli/outcome.h). Results on stdout, sentences on stderr.

using namespace timbre;
using namespace timbre::cli;
using namespace Qt::StringLiterals;

namespace {

int finish(const Outcome &outcome)
{
    if (!outcome.sentence.isEmpty())
        complain(outcome.sentence);
    return int(outcome.code);
}

// Whoever is signed in gets what arrives, and the server keeps it no longer: it must not vanish behind a command that
// asked for something else.
void tellWhatArrives(Line &line, QObject *scope)
{
    QObject::connect(&line, &Line::happened, scope, [&line](const QJsonObject &event) {
        const QString name = event.value("event"_L1).toString();
        if (name != "message"_L1 && name != "request"_L1 && name != "room-request"_L1)
            return;
        const QString from = event.value("from"_L1).toString();
        const QString known = line.names().name(from);
        complain(u"Meanwhile a %1 came from %2: %3"_s.arg(name, known.isEmpty() ? from : known,
                                                          event.value("text"_L1).toString().left(200)));
    });
}

Outcome run(const CommandLine &commandLine)
{
    const Command &command = *commandLine.command;
    const Settings &settings = commandLine.settings;
    core::Credentials credentials{settings.name, settings.domain, core::Credentials::Kind::Password, {}};
    const bool hasAccount = command.needs == Command::Needs::Account || command.needs == Command::Needs::SignIn;
    if (hasAccount) {
        const bool isNew = command.needs == Command::Needs::Account;
        auto secret = readSecret(settings.password, u"Password of %1"_s.arg(settings.name),
                                 isNew ? SecretIs::New : SecretIs::Known);
        if (!secret)
            return secret.error();
        credentials.secret = *std::move(secret);
    }

    core::SystemClock clock;
    core::SystemRandom random;
    TerminalOutput out(stdout, settings.isJson);
    Line line(clock, random, settings.encoding);
    Context context{line, out, settings, credentials};
    if (command.needs == Command::Needs::SignIn) {
        const Outcome outcome = line.signIn(settings.servers, credentials, settings.timeout);
        if (!outcome.isOk())
            return outcome;
    }
    QObject scope;
    if (!command.printsEvents)
        tellWhatArrives(line, &scope);
    const Outcome outcome = runCommand(command, commandLine.arguments, context);
    line.signOut();
    return outcome;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"timbre-cli"_s);
    QLoggingCategory::setFilterRules(u"timbre.*.info=false\ntimbre.*.warning=false"_s);

    const auto commandLine = parseCommandLine(QCoreApplication::arguments(), QProcessEnvironment::systemEnvironment());
    if (!commandLine)
        return finish({ExitCode::Usage, commandLine.error()});
    switch (commandLine->task) {
    case CommandLine::Task::ShowHelp:
        std::fputs(helpText(commandLine->command).toUtf8().constData(), stdout);
        return 0;
    case CommandLine::Task::ShowVersion:
        std::puts("timbre-cli " TIMBRE_VERSION);
        return 0;
    case CommandLine::Task::Run:
        break;
    }
    return finish(run(*commandLine));
}
