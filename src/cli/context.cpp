// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/context.h"

#include "core/text.h"

#include <QFile>

namespace timbre::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestText = 1024 * 1024; // bytes of UTF-8
constexpr qsizetype longestRoom = 64; // characters; tim's node_maxlength

Expected<QString, Outcome> usageError(const QString &sentence)
{
    return unexpected(Outcome{ExitCode::Usage, sentence});
}

Expected<QString, Outcome> textOf(const QString &word, bool isScript)
{
    QByteArray bytes = word.toUtf8();
    if (word == "-"_L1 && !isScript) {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly))
            return unexpected(Outcome{ExitCode::LocalFile, u"Standard input cannot be read."_s});
        bytes = input.read(longestText + 1);
        if (bytes.endsWith('\n'))
            bytes.chop(1);
    }
    if (bytes.size() > longestText)
        return usageError(u"The text is longer than %1 bytes; send it as a file."_s.arg(longestText));
    return QString::fromUtf8(bytes);
}

Expected<QString, Outcome> resolved(WordSpec::Kind kind, const QString &word, const Context &context)
{
    switch (kind) {
    case WordSpec::Kind::User: {
        auto node = context.line.names().node(word);
        if (!node)
            return usageError(node.error());
        context.line.names().learn(*node, word == *node ? QString() : word);
        return *std::move(node);
    }
    case WordSpec::Kind::Room:
        if (word.isEmpty() || word.size() > longestRoom)
            return usageError(u"\"%1\" is no id of a room."_s.arg(word.left(longestRoom)));
        return word;
    case WordSpec::Kind::Mid: {
        bool isNumber = false;
        const qlonglong mid = word.toLongLong(&isNumber);
        if (!isNumber || mid <= 0)
            return usageError(u"\"%1\" is no number of a message."_s.arg(word.left(longestRoom)));
        return word;
    }
    case WordSpec::Kind::Text:
        return textOf(word, context.isScript);
    case WordSpec::Kind::Plain:
        break;
    }
    return word;
}

} // namespace

QString Context::nameOf(const QString &node) const
{
    const QString name = line.names().name(node);
    return name.isEmpty() ? node : name;
}

Outcome runCommand(const Command &command, const Arguments &arguments, Context &context)
{
    Arguments ready = arguments;
    for (qsizetype i = 0; i < ready.words.size(); ++i) {
        const WordSpec &spec = command.words[qMin(i, command.words.size() - 1)];
        auto word = resolved(spec.kind, ready.words[i], context);
        if (!word)
            return word.error();
        ready.words[i] = *std::move(word);
    }
    return command.run(context, ready);
}

Outcome outcomeOf(const core::CallResult<Success> &result)
{
    return result ? Outcome{} : outcomeOf(result.error());
}

void learnNames(Line &line, const QList<core::ContactId> &users)
{
    if (users.isEmpty())
        return;
    const auto infos = line.call(&core::Client::userInfos, users);
    if (!infos)
        return;
    for (auto it = infos->items.begin(); it != infos->items.end(); ++it)
        line.names().learn(it.key().node(), core::cleanName(it.value().name.value_or(QString())));
}

QList<core::ContactId> byName(const Context &context, QList<core::ContactId> users)
{
    std::sort(users.begin(), users.end(), [&context](const core::ContactId &a, const core::ContactId &b) {
        const int order = QString::localeAwareCompare(context.nameOf(a.node()), context.nameOf(b.node()));
        return order != 0 ? order < 0 : a < b;
    });
    return users;
}

Outcome listUsers(Context &context, const core::CallResult<core::Listing<core::ContactId>> &users, const QString &what)
{
    if (!users)
        return outcomeOf(users.error());
    learnNames(context.line, users->items);
    for (const core::ContactId &user : byName(context, users->items)) {
        const QString name = context.line.names().name(user.node());
        context.out.record({{u"node"_s, user.node()}, {u"name"_s, name}}, {user.node(), name});
    }
    return users->items.isEmpty() ? Outcome{ExitCode::NotFound, u"There are no %1."_s.arg(what)} : Outcome{};
}

} // namespace timbre::cli
