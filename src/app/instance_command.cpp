// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "app/instance_command.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>
#include <array>

namespace timbre::app {

using namespace Qt::StringLiterals;
using Task = InstanceCommand::Task;

namespace {

constexpr qsizetype longestLink = 256;

constexpr std::array tasks{std::pair{Task::Show, "show"}, std::pair{Task::SetStatus, "status"},
                           std::pair{Task::OpenLink, "link"}, std::pair{Task::Quit, "quit"}};

template <typename Condition> auto findTask(Condition condition)
{
    return std::find_if(tasks.begin(), tasks.end(), condition);
}

} // namespace

QByteArray encode(const InstanceCommand &command)
{
    const auto known = findTask([&](const auto &entry) { return entry.first == command.task; });
    QJsonObject object{{u"task"_s, QLatin1StringView(known->second)}};
    if (command.availability)
        object.insert(u"status"_s, core::wordOf(*command.availability));
    if (command.mood)
        object.insert(u"mood"_s, *command.mood);
    if (!command.account.isEmpty())
        object.insert(u"account"_s, command.account);
    if (!command.activationToken.isEmpty())
        object.insert(u"token"_s, command.activationToken);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<InstanceCommand> decodeCommand(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const QString name = object.value("task"_L1).toString();
    const auto task = findTask([&](const auto &entry) { return name == QLatin1StringView(entry.second); });
    if (task == tasks.end())
        return std::nullopt;
    InstanceCommand command;
    command.task = task->first;
    if (const QJsonValue status = object.value("status"_L1); !status.isUndefined()) {
        command.availability = core::availabilityFromWord(status.toString());
        if (!command.availability)
            return std::nullopt;
    }
    if (const QJsonValue mood = object.value("mood"_L1); mood.isString())
        command.mood = mood.toString();
    command.account = object.value("account"_L1).toString().left(longestLink);
    command.activationToken = object.value("token"_L1).toString();
    return command;
}

QByteArray encodeAnswer(const QString &problem)
{
    return QJsonDocument(QJsonObject{{u"problem"_s, problem}}).toJson(QJsonDocument::Compact);
}

QString decodeAnswer(const QByteArray &line)
{
    return QJsonDocument::fromJson(line).object().value("problem"_L1).toString();
}

std::optional<QString> accountOfLink(const QString &link)
{
    if (link.size() > longestLink || !link.startsWith("tim:"_L1, Qt::CaseInsensitive))
        return std::nullopt;
    QString account = link.mid(4);
    while (account.startsWith(u'/'))
        account.remove(0, 1);
    account = QUrl::fromPercentEncoding(account.section(u'?', 0, 0).toUtf8()).trimmed();
    const bool clean
        = std::none_of(account.cbegin(), account.cend(), [](QChar c) { return !c.isPrint() && !c.isSurrogate(); });
    if (account.isEmpty() || !clean)
        return std::nullopt;
    return account;
}

std::optional<InstanceCommand> commandOfAction(const QString &action)
{
    InstanceCommand command;
    if (action == "quit"_L1) {
        command.task = Task::Quit;
        return command;
    }
    command.task = Task::SetStatus;
    command.availability = core::availabilityFromWord(action);
    return command.availability ? std::optional(command) : std::nullopt;
}

} // namespace timbre::app
