// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/plain_text.h"
#include "cli/player.h"

#include <QFile>

namespace timbre::cli {

using namespace Qt::StringLiterals;

namespace {

Outcome play(Context &context, const Arguments &arguments)
{
    Player::Patience patience;
    for (const auto &[option, field] :
         {std::pair(u"patience"_s, &patience.expectation), {u"quiet"_s, &patience.quiet}}) {
        if (!arguments.has(option))
            continue;
        const auto given = parseDuration(arguments.value(option));
        if (!given)
            return {ExitCode::Usage, u"--%1 is a time such as 10s or 300ms."_s.arg(option)};
        *field = *given;
    }
    QFile file(arguments.word(0));
    if (!file.open(QIODevice::ReadOnly))
        return {ExitCode::LocalFile, u"%1 cannot be read: %2."_s.arg(arguments.word(0), file.errorString())};
    const auto steps = parsePlayScript(file.read(largestScript + 1));
    if (!steps)
        return {ExitCode::Usage, steps.error()};
    core::SystemRandom random;
    Player player(context.line.clock(), random, context.settings, patience, [](const QString &line) {
        std::fputs((plainText(line) + u'\n').toUtf8().constData(), stdout);
        std::fflush(stdout);
    });
    return player.play(*steps);
}

} // namespace

QList<Command> playCommands()
{
    return {{.name = u"play"_s,
             .words = {{u"FILE"_s, WordSpec::Kind::Plain}},
             .help = u"Play a conversation of several accounts and print what happened, the same on every server."_s,
             .fewest = 1,
             .options = {{u"patience"_s, u"TIME"_s, u"How long to wait for what a script expects (10s)."_s},
                         {u"quiet"_s, u"TIME"_s, u"How long nothing must happen before the next action (300ms)."_s}},
             .needs = Command::Needs::Servers,
             .run = play,
             .isForScripts = false}};
}

} // namespace timbre::cli
