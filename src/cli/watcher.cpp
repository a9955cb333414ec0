// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/watcher.h"

#include "cli/events.h"
#include "cli/interrupt.h"
#include "cli/words.h"

namespace timbre::cli {

using namespace Qt::StringLiterals;
using core::Client;

namespace {

constexpr core::Milliseconds forEver{365LL * 86'400'000};

// Names beside nodes, for the people who read along.
QJsonObject named(const Context &context, QJsonObject event)
{
    const QString name = context.line.names().name(event.value("from"_L1).toString());
    if (!name.isEmpty())
        event.insert("name"_L1, name);
    return event;
}

} // namespace

Expected<std::optional<core::Milliseconds>, Outcome> limitOf(const Arguments &arguments)
{
    if (!arguments.has(u"for"_s))
        return std::optional<core::Milliseconds>();
    const auto limit = parseDuration(arguments.value(u"for"_s));
    if (!limit)
        return unexpected(Outcome{ExitCode::Usage, u"--for is a time such as 45s, 30m or 2h."_s});
    return limit;
}

Outcome stayOnline(Context &context, std::optional<core::Milliseconds> limit)
{
    const Interrupt interrupt;
    const auto isBlocked
        = [&context] { return context.line.connection().status().state == core::ConnectionState::Blocked; };
    spin(context.line.clock(), limit.value_or(forEver), [&] { return interrupt.happened() || isBlocked(); });
    return isBlocked() ? outcomeOf(context.line.connection().status()) : Outcome{};
}

Outcome printEvents(Context &context, std::optional<core::Milliseconds> limit, const QString &only)
{
    QObject scope;
    QObject::connect(&context.line, &Line::happened, &scope, [&context, &only](const QJsonObject &event) {
        if (only.isEmpty() || event.value("event"_L1) == only)
            context.out.event(named(context, event));
    });
    return stayOnline(context, limit);
}

Outcome watch(Context &context, const Arguments &arguments)
{
    const auto limit = limitOf(arguments);
    if (!limit)
        return limit.error();
    QObject scope; // events that come while the names are fetched
    QList<QJsonObject> early;
    QObject::connect(&context.line, &Line::happened, &scope, [&early](const QJsonObject &event) { early << event; });
    const auto roster = context.line.call(&Client::roster);
    if (roster)
        learnNames(context.line, roster->items);
    context.out.event({{u"event"_s, u"connection"_s}, {u"state"_s, u"online"_s}});
    if (arguments.has(u"waiting"_s)) {
        const auto messages = context.line.call(&Client::offlineMessages);
        for (const protocol::Message &message : messages ? messages->messages : QList<protocol::Message>())
            context.out.event(named(context, messageEvent(message)));
    }
    context.line.disconnect(&scope);
    for (const QJsonObject &event : std::as_const(early))
        context.out.event(named(context, event));
    if (arguments.has(u"ask"_s))
        context.client().broadcastPresence({core::Availability::Invisible, {}, {}}, protocol::SubStatus::Ask,
                                           &context.line, [](const core::CallResult<Success> &) {});
    return printEvents(context, *limit);
}

} // namespace timbre::cli
