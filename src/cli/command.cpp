// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/command.h"

namespace timbre::cli {

using namespace Qt::StringLiterals;

QString Command::usage() const
{
    QStringList parts{name};
    for (qsizetype i = 0; i < words.size(); ++i) {
        QString part = words[i].name;
        if (repeatsLast && i + 1 == words.size())
            part += u"..."_s;
        parts.append(i < fewest ? part : u"[%1]"_s.arg(part));
    }
    return parts.join(u' ');
}

bool Command::takes(qsizetype count) const
{
    return count >= fewest && (repeatsLast || count <= words.size());
}

const QList<Command> &allCommands()
{
    static const QList<Command> commands = accountCommands() + contactCommands() + messageCommands() + roomCommands()
        + streamCommands() + fileCommands() + playCommands();
    return commands;
}

FoundCommand findCommand(const QStringList &words)
{
    for (qsizetype count = qMin(words.size(), qsizetype(2)); count > 0; --count) {
        const QString name = words.first(count).join(u' ');
        for (const Command &command : allCommands()) {
            if (command.name == name)
                return {&command, count};
        }
    }
    return {};
}

} // namespace timbre::cli
