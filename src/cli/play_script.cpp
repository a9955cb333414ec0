// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/play_script.h"

#include <QProcess>
#include <QRegularExpression>
#include <QSet>

namespace timbre::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostLines = 10'000;
constexpr qsizetype mostActors = 26;

} // namespace

Expected<QList<PlayStep>, QString> parsePlayScript(const QByteArray &bytes)
{
    if (bytes.size() > largestScript)
        return unexpected(u"The script is longer than %1 bytes."_s.arg(largestScript));
    const QStringList lines = QString::fromUtf8(bytes).split(u'\n');
    if (lines.size() > mostLines)
        return unexpected(u"The script has more than %1 lines."_s.arg(mostLines));

    static const QRegularExpression form(u"^([a-z][a-z0-9]{0,15}):\\s+(\\S.*)$"_s);
    static const QRegularExpression variable(u"^[a-z][a-z0-9]{0,15}$"_s);
    QList<PlayStep> steps;
    QSet<QString> actors;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString text = lines[i].trimmed();
        if (text.isEmpty() || text.startsWith(u'#'))
            continue;
        const auto refused = [i](const QString &why) { return unexpected(u"Line %1: %2"_s.arg(i + 1).arg(why)); };
        const auto match = form.match(text);
        if (!match.hasMatch())
            return refused(u"a line is \"ACTOR: COMMAND ...\", with an actor of small letters and digits."_s);
        PlayStep step{int(i + 1), text, match.captured(1), QProcess::splitCommand(match.captured(2)), {}};
        if (step.words.size() >= 3 && step.words[step.words.size() - 2] == "as"_L1) {
            step.variable = step.words.takeLast();
            step.words.removeLast();
            if (!variable.match(step.variable).hasMatch())
                return refused(u"the name after \"as\" is of small letters and digits."_s);
        }
        if (step.words.isEmpty())
            return refused(u"there is nothing to do."_s);
        actors.insert(step.actor);
        if (actors.size() > mostActors)
            return refused(u"there are more than %1 actors."_s.arg(mostActors));
        steps.append(std::move(step));
    }
    if (steps.isEmpty())
        return unexpected(u"The script does nothing."_s);
    return steps;
}

} // namespace timbre::cli
