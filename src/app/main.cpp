// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

#include "app/application.h"
#include "app/demo.h"
#include "app/options.h"
#include "app/running_instance.h"
#include "app/translations.h"
#include "desktop/application_service.h"
#include "gui/composition_guard.h"
#include "terminal/termination_signals.h"

#include <QApplication>

#include <cstdio>

namespace {

using namespace timbre;

void print(FILE *stream, const QString &text)
{
    std::fputs(text.toUtf8().constData(), stream);
}

// What is answered without a display; nothing if a window is wanted.
std::optional<int> answerAtOnce(const Expected<app::Options, app::OptionsError> &options, int argc, char *argv[])
{
    if (!options) {
        print(stderr, QStringLiteral("timbre: %1\nTry timbre --help.\n").arg(options.error().sentence));
        return 2;
    }
    switch (options->task) {
    case app::Options::Task::ShowHelp: {
        const QCoreApplication named(argc, argv); // the help text asks it for the program's name
        print(stdout, app::helpText());
        return 0;
    }
    case app::Options::Task::ShowVersion:
        print(stdout, QStringLiteral("timbre %1\n").arg(QCoreApplication::applicationVersion()));
        return 0;
    case app::Options::Task::Run:
    case app::Options::Task::Demo:
        return std::nullopt;
    }
    return std::nullopt;
}

// The desktop's calls do what later starts do. Only for the profile that the desktop would start, and after the first
// window is there: nobody waits for a bus.
void offerToDesktop(desktop::ApplicationService &service, app::Application &program, const app::Options &options)
{
    using Service = desktop::ApplicationService;
    if (!options.profileFolder.isEmpty())
        return;
    QObject::connect(&service, &Service::activated, &program, [&program](const QString &token) {
        app::InstanceCommand command;
        command.activationToken = token;
        program.handle(command);
    });
    QObject::connect(&service, &Service::linkOpened, &program, [&program](const QString &link, const QString &token) {
        app::InstanceCommand command;
        const auto account = app::accountOfLink(link);
        command.task = account ? app::InstanceCommand::Task::OpenLink : app::InstanceCommand::Task::Show;
        command.account = account.value_or(QString());
        command.activationToken = token;
        program.handleWhenPossible(command);
    });
    QObject::connect(&service, &Service::actionChosen, &program, [&program](const QString &action) {
        if (const auto command = app::commandOfAction(action))
            program.handleWhenPossible(*command);
    });
    QMetaObject::invokeMethod(
        &service, [&service] { service.offer(); }, Qt::QueuedConnection);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setOrganizationName(QStringLiteral("timbre"));
    QCoreApplication::setApplicationName(QStringLiteral("timbre"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TIMBRE_VERSION));
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const auto parsed = app::parseOptions(arguments);
    if (const auto exitCode = answerAtOnce(parsed, argc, argv))
        return *exitCode;
    const app::Options &options = *parsed;

    desktop::SingleInstance instance(app::instanceName(options));
    if (options.task == app::Options::Task::Run) {
        if (const auto exitCode = app::takeOrTell(instance, options, argc, argv))
            return *exitCode;
    }

    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.timbre.Timbre"));
    QApplication application(argc, argv);
    QGuiApplication::setQuitOnLastWindowClosed(false); // signing out takes a moment; Application decides

    app::installTranslations(application, options.language);
    gui::CompositionGuard compositionGuard;
    application.installEventFilter(&compositionGuard);

    core::SystemClock clock;
    core::SystemRandom random;
    terminal::TerminationSignals terminationSignals;

    const auto run = [&](auto &program) {
        using Program = std::remove_reference_t<decltype(program)>;
        QObject::connect(&terminationSignals, &terminal::TerminationSignals::received, &program, &Program::leave);
        QObject::connect(
            &program, &Program::finished, &application, [](int code) { QCoreApplication::exit(code); },
            Qt::QueuedConnection);
        program.start();
        return QApplication::exec();
    };
    if (options.task == app::Options::Task::Demo) {
        app::Demo demo(options, clock, random);
        return run(demo);
    }
    app::Application program(options, clock, random);
    instance.listen([&program](const QByteArray &line) {
        const auto command = app::decodeCommand(line);
        return app::encodeAnswer(command ? program.handle(*command)
                                         : QStringLiteral("This Timbre does not know what that means."));
    });
    desktop::ApplicationService service;
    offerToDesktop(service, program, options);
    return run(program);
}
