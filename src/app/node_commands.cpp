// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "app/node_commands.h"

#include "app/node_control.h"
#include "app/node_log.h"
#include "node/backup.h"
#include "terminal/silent_terminal.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>
#include <string>
#include <unistd.h>

namespace timbre::app {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t longestPassword = 4096;

// Names come from strangers, and a terminal obeys control characters.
QString plain(const QString &text)
{
    QString safe = text;
    for (QChar &character : safe) {
        if (!character.isPrint() && !character.isSurrogate())
            character = u'?';
    }
    return safe;
}

void print(const QString &text)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stdout);
}

std::optional<QString> readLine()
{
    std::string line;
    int character = std::fgetc(stdin);
    if (character == EOF)
        return std::nullopt;
    for (; character != EOF && character != '\n'; character = std::fgetc(stdin)) {
        if (line.size() >= longestPassword)
            return std::nullopt;
        line.push_back(char(character));
    }
    return QString::fromStdString(line);
}

std::optional<QString> askPassword(const QString &name)
{
    if (::isatty(STDIN_FILENO) == 0)
        return readLine();
    const auto prompt = [](const QString &words) {
        std::fprintf(stderr, "%s: ", qUtf8Printable(words));
        std::fflush(stderr);
        auto line = readLine();
        std::fputc('\n', stderr);
        return line;
    };
    const terminal::SilentTerminal silence(STDIN_FILENO);
    auto password = prompt(u"New password for %1"_s.arg(plain(name)));
    if (password && password != prompt(u"Again"_s)) {
        say(u"these were two different passwords."_s);
        return std::nullopt;
    }
    return password;
}

int codeFor(const QJsonObject &answer)
{
    if (answer.value("ok"_L1).toBool())
        return NodeExit::done;
    const QString error = answer.value("error"_L1).toString();
    if (error == "exists"_L1 || error == "unknown"_L1 || error == "invalid"_L1)
        return NodeExit::refused;
    if (error == "unreachable"_L1 || error == "busy"_L1)
        return NodeExit::unreachable;
    return NodeExit::failed;
}

QString nameIn(const QJsonObject &entry)
{
    const QString domain = entry.value("domain"_L1).toString();
    const QString name = entry.value("name"_L1).toString();
    return plain(domain.isEmpty() ? name : name + u" ("_s + domain + u')');
}

void printUsers(const QJsonObject &answer)
{
    const QJsonArray users = answer.value("users"_L1).toArray();
    for (const QJsonValue &value : users) {
        const QJsonObject user = value.toObject();
        const int devices = user.value("devices"_L1).toInt();
        const QString state = user.value("blocked"_L1).toBool() ? u"blocked"_s
            : devices > 0                                       ? u"online on %1"_s.arg(devices)
                                                                : u"offline"_s;
        print(QStringList{user.value("node"_L1).toString(), nameIn(user), user.value("created"_L1).toString(), state}
                  .join(u'\t'));
    }
}

void printDevices(const QJsonObject &answer)
{
    const QJsonArray devices = answer.value("devices"_L1).toArray();
    for (const QJsonValue &value : devices) {
        const QJsonObject device = value.toObject();
        print(QStringList{device.value("node"_L1).toString(), nameIn(device),
                          plain(device.value("resource"_L1).toString()), device.value("address"_L1).toString()}
                  .join(u'\t'));
    }
}

int finish(const QJsonObject &answer, bool json, const QString &success)
{
    if (json)
        print(QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Compact)));
    else if (!answer.value("ok"_L1).toBool())
        say(answer.value("reason"_L1).toString() + u'.');
    else if (answer.contains("users"_L1))
        printUsers(answer);
    else if (answer.contains("devices"_L1))
        printDevices(answer);
    else
        print(success);
    return codeFor(answer);
}

int wrongUsage()
{
    say(u"the commands are: user add NAME, user reset-password NAME, user block NAME, user unblock NAME, user list, "
        "online, backup FILE; see --help."_s);
    return NodeExit::usage;
}

int userCommand(const QStringList &words, const NodeCommandOptions &options, const node::NodeConfig &config)
{
    struct Verb {
        QString word;
        QString command;
        QString success;
        bool password;
    };
    static const Verb verbs[] = {
        {u"add"_s, u"user-add"_s, u"added %1, account %2"_s, true},
        {u"reset-password"_s, u"user-reset-password"_s, u"%1 has a new password"_s, true},
        {u"block"_s, u"user-block"_s, u"%1 is blocked and signed out"_s, false},
        {u"unblock"_s, u"user-unblock"_s, u"%1 may sign in again"_s, false},
    };
    if (words == QStringList{u"user"_s, u"list"_s})
        return finish(askNode(config, {{u"command"_s, u"user-list"_s}}), options.json, {});
    const Verb *verb = nullptr;
    for (const Verb &candidate : verbs) {
        if (words.size() == 3 && words[1] == candidate.word)
            verb = &candidate;
    }
    if (!verb || words[2].isEmpty())
        return wrongUsage();
    QJsonObject request{{u"command"_s, verb->command}, {u"name"_s, words[2]}, {u"domain"_s, options.domain}};
    if (verb->password) {
        const auto password = askPassword(words[2]);
        if (!password || password->isEmpty()) {
            say(u"no password given; it is read from standard input."_s);
            return NodeExit::usage;
        }
        request.insert(u"password"_s, *password);
    }
    const QJsonObject answer = askNode(config, request);
    QString success = verb->success.arg(plain(words[2]));
    if (success.contains(u"%2"_s))
        success.replace(u"%2"_s, answer.value("node"_L1).toString());
    return finish(answer, options.json, success);
}

int backup(const QString &name, const NodeCommandOptions &options, const node::NodeConfig &config)
{
    const QString file = QDir::current().absoluteFilePath(name);
    const bool existed = QFile::exists(file);
    const auto done = node::backUp(node::Node::databasePath(config.dataFolder), file);
    if (!done) {
        finish({{u"ok"_s, false}, {u"error"_s, u"backup"_s}, {u"reason"_s, done.error()}}, options.json, {});
        return existed ? NodeExit::refused : NodeExit::failed;
    }
    askRunningNode(config.dataFolder,
                   {{u"command"_s, u"note"_s}, {u"line"_s, u"database backed up to %1"_s.arg(plain(file))}});
    return finish({{u"ok"_s, true}, {u"file"_s, file}}, options.json, u"backed up to %1"_s.arg(plain(file)));
}

} // namespace

int runNodeCommand(const QStringList &words, const NodeCommandOptions &options, const node::NodeConfig &config)
{
    if (words[0] == u"user"_s)
        return userCommand(words, options, config);
    if (words == QStringList{u"online"_s})
        return finish(askNode(config, {{u"command"_s, u"online"_s}}), options.json, {});
    if (words.size() == 2 && words[0] == u"backup"_s)
        return backup(words[1], options, config);
    return wrongUsage();
}

} // namespace timbre::app
