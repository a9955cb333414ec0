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
using core::Availability;
using Task = InstanceCommand::Task;

namespace {

constexpr qsizetype longestLink = 256;

constexpr std::array tasks{std::pair{Task::Show, "show"}, std::pair{Task::SetStatus, "status"},
                           std::pair{Task::OpenLink, "link"}, std::pair{Task::Quit, "quit"}};
constexpr std::array availabilities{std::pair{Availability::Chat, "chat"}, std::pair{Availability::Away, "away"},
                                    std::pair{Availability::Busy, "busy"},
                                    std::pair{Availability::Invisible, "invisible"}};

template <typename Table> auto byName(const Table &table, const QString &name)
{
    return std::find_if(table.begin(), table.end(),
                        [&name](const auto &entry) { return name == QLatin1StringView(entry.second); });
}

template <typename Table, typename Value> QString nameIn(const Table &table, Value value)
{
    const auto found = std::find_if(table.begin(), table.end(), [value](const auto &e) { return e.first == value; });
    return found == table.end() ? QString() : QString::fromLatin1(found->second);
}

} // namespace

QByteArray encode(const InstanceCommand &command)
{
    QJsonObject object{{u"task"_s, nameIn(tasks, command.task)}};
    if (command.availability)
        object.insert(u"status"_s, nameOf(*command.availability));
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
    const auto task = byName(tasks, object.value("task"_L1).toString());
    if (task == tasks.end())
        return std::nullopt;
    InstanceCommand command;
    command.task = task->first;
    if (const QJsonValue status = object.value("status"_L1); !status.isUndefined()) {
        command.availability = availabilityOf(status.toString());
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

QString nameOf(Availability availability)
{
    return nameIn(availabilities, availability);
}

std::optional<Availability> availabilityOf(const QString &name)
{
    const auto found = byName(availabilities, name);
    return found == availabilities.end() ? std::nullopt : std::optional(found->first);
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

} // namespace timbre::app
