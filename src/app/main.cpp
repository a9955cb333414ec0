// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

#include "app/application.h"
#include "app/demo.h"
#include "app/options.h"
#include "app/termination_signals.h"
#include "app/translations.h"

#include <QApplication>

#include <cstdio>

namespace {

using namespace timbre;

void print(FILE *stream, const QString &text)
{
    std::fputs(text.toUtf8().constData(), stream);
}

// What answers without a display.
std::optional<int> answerAtOnce(const QStringList &arguments)
{
    const auto options = app::parseOptions(arguments);
    if (!options) {
        print(stderr, QStringLiteral("timbre: %1\nTry timbre --help.\n").arg(options.error().sentence));
        return 2;
    }
    switch (options->task) {
    case app::Options::Task::ShowHelp:
        print(stdout, app::helpText());
        return 0;
    case app::Options::Task::ShowVersion:
        print(stdout, QStringLiteral("timbre %1\n").arg(QCoreApplication::applicationVersion()));
        return 0;
    case app::Options::Task::Run:
    case app::Options::Task::Demo:
        return std::nullopt;
    }
    return std::nullopt;
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
    {
        QCoreApplication withoutDisplay(argc, argv);
        if (const auto exitCode = answerAtOnce(arguments))
            return *exitCode;
    }

    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.timbre.Timbre"));
    QApplication application(argc, argv);
    QGuiApplication::setQuitOnLastWindowClosed(false); // signing out takes a moment; Application decides

    const app::Options options = *app::parseOptions(arguments);
    app::installTranslations(application, options.language);

    core::SystemClock clock;
    core::SystemRandom random;
    app::TerminationSignals terminationSignals;

    const auto run = [&](auto &program) {
        using Program = std::remove_reference_t<decltype(program)>;
        QObject::connect(&terminationSignals, &app::TerminationSignals::received, &program, &Program::leave);
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
    return run(program);
}
