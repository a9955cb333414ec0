// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/context.h"
#include "cli/secret.h"
#include "cli/status_keeper.h"
#include "cli/watcher.h"
#include "cli/words.h"
#include "core/presence_facts.h"
#include "core/text.h"
#include "net/account_client.h"

namespace timbre::cli {

using namespace Qt::StringLiterals;
using core::Client;
using core::ContactId;
using Kind = WordSpec::Kind;

namespace {

Outcome registerAccount(Context &context, const Arguments &)
{
    net::AccountClient accounts(context.line.clock());
    net::AccountResult result = unexpected(net::AccountError{net::AccountError::Kind::NotReachable});
    for (const core::Endpoint &server : context.settings.servers) { // the first that can be reached
        QEventLoop loop;
        accounts.registerAccount(server, context.credentials, &loop, [&](const net::AccountResult &answer) {
            result = answer;
            loop.quit();
        });
        loop.exec();
        if (result || result.error().kind != net::AccountError::Kind::NotReachable)
            break;
    }
    if (!result)
        return outcomeOf(result.error());
    context.line.names().learn(*result, context.credentials.name);
    context.out.record({{u"node"_s, *result}, {u"name"_s, context.credentials.name}}, {*result});
    return {};
}

Outcome signIn(Context &context, const Arguments &)
{
    const QString node = context.line.ownId().node();
    context.out.record({{u"node"_s, node}, {u"name"_s, context.credentials.name}}, {node});
    return {};
}

Outcome status(Context &context, const Arguments &arguments)
{
    const auto availability = core::availabilityFromWord(arguments.word(0));
    if (!availability)
        return {ExitCode::Usage, u"A status is chat, away, busy or invisible."_s};
    const auto limit = limitOf(arguments);
    if (!limit)
        return limit.error();
    core::OwnPresence presence;
    presence.availability = *availability;
    if (*availability != core::Availability::Invisible)
        presence.mood = core::moodForWire(arguments.value(u"mood"_s));
    if (*limit)
        core::writeFacts({context.line.clock().wall() + (*limit)->count(), 0, 0}, presence.extend);

    if (!context.isScript && (*limit || arguments.has(u"stay"_s))) {
        const auto roster = context.line.call(&Client::roster);
        if (!roster)
            return outcomeOf(roster.error());
        const StatusKeeper keeper(context.line, presence, roster->items);
        return stayOnline(context, *limit);
    }
    const auto kind = arguments.has(u"ask"_s) ? protocol::SubStatus::Ask : protocol::SubStatus::Changed;
    return outcomeOf(context.line.call(&Client::broadcastPresence, presence, kind));
}

Outcome info(Context &context, const Arguments &arguments)
{
    QList<ContactId> users;
    for (const QString &node : arguments.words)
        users.append(ContactId(node));
    if (users.isEmpty())
        users.append(context.line.ownId());
    const auto infos = context.line.call(&Client::userInfos, users);
    if (!infos)
        return outcomeOf(infos.error());
    for (auto it = infos->items.begin(); it != infos->items.end(); ++it) {
        const protocol::UserBean &bean = it.value();
        QJsonObject json{{u"node"_s, it.key().node()}};
        const auto add = [&json](const QString &key, const std::optional<QString> &value) {
            if (value && !value->isEmpty())
                json.insert(key, core::cleanName(*value));
        };
        add(u"name"_s, bean.name);
        add(u"nick"_s, bean.nickName);
        add(u"birthday"_s, bean.brithday);
        add(u"area"_s, bean.area);
        add(u"cover"_s, bean.cover ? std::optional(bean.cover->left(256)) : std::nullopt);
        context.out.record(json,
                           {it.key().node(), json.value("name"_L1).toString(), json.value("nick"_L1).toString(),
                            json.value("area"_L1).toString()});
    }
    return infos->items.isEmpty() ? Outcome{ExitCode::NotFound, u"The server knows no such account."_s} : Outcome{};
}

Outcome profileSet(Context &context, const Arguments &arguments)
{
    if (arguments.options.isEmpty())
        return {ExitCode::Usage, u"What is to be set? Give --name, --nick, --birthday, --area or --cover."_s};
    protocol::UserBean bean;
    const auto take = [&arguments](const QString &option, std::optional<QString> &field) {
        if (arguments.has(option))
            field = arguments.value(option);
    };
    take(u"name"_s, bean.name);
    take(u"nick"_s, bean.nickName);
    take(u"birthday"_s, bean.brithday);
    take(u"area"_s, bean.area);
    take(u"cover"_s, bean.cover);
    return outcomeOf(context.line.call(&Client::modifyOwnInfo, bean));
}

Outcome passwordChange(Context &context, const Arguments &arguments)
{
    PasswordSource source{PasswordSource::From::Prompt, {}};
    if (arguments.has(u"new-password-file"_s))
        source = {PasswordSource::From::File, arguments.value(u"new-password-file"_s)};
    else if (qEnvironmentVariableIsSet("TIMBRE_NEW_PASSWORD"))
        source = {PasswordSource::From::Environment, u"TIMBRE_NEW_PASSWORD"_s};
    const auto secret = readSecret(source, u"New password"_s, SecretIs::New);
    if (!secret)
        return secret.error();
    return outcomeOf(context.line.call(&Client::changePassword, context.credentials.secret, *secret));
}

} // namespace

QList<Command> accountCommands()
{
    const QList<OptionSpec> statusOptions{
        {u"mood"_s, u"TEXT"_s, u"A few words beside it; not with invisible."_s},
        {u"for"_s, u"TIME"_s, u"Keep it for so long (45s, 30m, 2h) and then leave."_s},
        {u"stay"_s, {}, u"Keep it until Ctrl-C."_s},
        {u"ask"_s, {}, u"Ask contacts for theirs in the same breath."_s}};
    const QList<OptionSpec> profileOptions{{u"name"_s, u"TEXT"_s, u"What this account calls itself."_s},
                                           {u"nick"_s, u"TEXT"_s, u"A second name."_s},
                                           {u"birthday"_s, u"TEXT"_s, u"Any text, by custom 2000-12-31."_s},
                                           {u"area"_s, u"TEXT"_s, u"Where."_s},
                                           {u"cover"_s, u"TEXT"_s, u"A picture, by custom its address."_s}};
    return {
        {.name = u"register"_s,
         .help = u"Make the account; prints its node."_s,
         .needs = Command::Needs::Account,
         .run = registerAccount},
        {.name = u"sign-in"_s, .help = u"See whether name and password are right; prints the node."_s, .run = signIn},
        {.name = u"status"_s,
         .words = {{u"chat|away|busy|invisible"_s, Kind::Plain}},
         .help = u"Tell all contacts a status; it lasts only as long as the connection."_s,
         .fewest = 1,
         .options = statusOptions,
         .run = status},
        {.name = u"info"_s,
         .words = {{u"WHO"_s, Kind::User}},
         .help = u"What accounts tell about themselves; without WHO, this one."_s,
         .repeatsLast = true,
         .run = info},
        {.name = u"profile set"_s,
         .help = u"Change what this account tells about itself."_s,
         .options = profileOptions,
         .run = profileSet},
        {.name = u"password change"_s,
         .help = u"Change the password; the new one from a file, TIMBRE_NEW_PASSWORD or a prompt."_s,
         .options = {{u"new-password-file"_s, u"FILE"_s, u"Read the new password from the first line of FILE."_s}},
         .run = passwordChange,
         .isForScripts = false},
    };
}

} // namespace timbre::cli
