// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/context.h"
#include "cli/events.h"
#include "cli/watcher.h"

namespace timbre::cli {

using namespace Qt::StringLiterals;
using core::Client;
using core::ContactId;
using core::Conversation;
using core::RoomId;
using Kind = WordSpec::Kind;

namespace {

constexpr qint64 nanosecondsPerMillisecond = 1'000'000;

const WordSpec room{u"ROOM"_s, Kind::Room};
const WordSpec who{u"WHO"_s, Kind::User};
const WordSpec text{u"TEXT"_s, Kind::Text};
const WordSpec mid{u"MID"_s, Kind::Mid};

Outcome sendTo(Context &context, const Conversation &conversation, const QString &words)
{
    if (words.isEmpty())
        return {ExitCode::Usage, u"There is nothing to send."_s};
    core::MessageContent content;
    content.text = words;
    const auto receipt = context.line.call(&Client::sendMessage, conversation, content);
    if (!receipt)
        return outcomeOf(receipt.error());
    const QString number = QString::number(receipt->mid);
    QJsonObject json{{u"mid"_s, number}, {u"time"_s, timeWord(receipt->timestamp / nanosecondsPerMillisecond)}};
    if (!conversation.room.isEmpty())
        json.insert(u"room"_s, conversation.room.node());
    context.out.record(json, {number});
    return {};
}

Outcome historyOf(Context &context, const Conversation &conversation, const Arguments &arguments)
{
    core::HistoryPage page;
    bool isNumber = true;
    if (arguments.has(u"limit"_s))
        page.limit = arguments.value(u"limit"_s).toInt(&isNumber);
    if (!isNumber || page.limit < 1 || page.limit > Client::maxHistory)
        return {ExitCode::Usage, u"--limit is a number from 1 to %1."_s.arg(Client::maxHistory)};
    if (arguments.has(u"before"_s)) {
        const qint64 before = arguments.value(u"before"_s).toLongLong(&isNumber);
        if (!isNumber || before <= 1)
            return {ExitCode::Usage, u"--before is the number of a message."_s};
        page.fromMid = before - 1; // tim's bound is inclusive
    }
    const auto messages = context.line.call(&Client::history, conversation, page);
    if (!messages)
        return outcomeOf(messages.error());
    QList<ContactId> senders;
    for (const protocol::Message &message : messages->items) {
        if (message.fromTid && context.line.names().name(message.fromTid->node).isEmpty())
            senders.append(ContactId(message.fromTid->node));
    }
    std::sort(senders.begin(), senders.end());
    senders.erase(std::unique(senders.begin(), senders.end()), senders.end());
    learnNames(context.line, senders);
    for (auto it = messages->items.rbegin(); it != messages->items.rend(); ++it) { // oldest first, as people read
        const QJsonObject json = messageRecord(*it);
        context.out.record(json,
                           {json.value("mid"_L1).toString(), json.value("time"_L1).toString(),
                            context.nameOf(json.value("from"_L1).toString()), json.value("text"_L1).toString()});
    }
    return messages->items.isEmpty() ? Outcome{ExitCode::NotFound, u"There are no such messages."_s} : Outcome{};
}

Outcome waiting(Context &context, const Arguments &)
{
    const auto messages = context.line.call(&Client::offlineMessages);
    if (!messages)
        return outcomeOf(messages.error());
    for (const protocol::Message &message : messages->messages) {
        const QJsonObject json = messageEvent(message);
        context.out.record(json,
                           {json.value("event"_L1).toString(), context.nameOf(json.value("from"_L1).toString()),
                            json.value("text"_L1).toString()});
    }
    return messages->messages.isEmpty() ? Outcome{ExitCode::NotFound, u"Nothing is waiting."_s} : Outcome{};
}

Outcome signal(Context &context, const Arguments &arguments)
{
    bool isNumber = false;
    core::MessageContent content;
    content.udtype = arguments.word(1).toShort(&isNumber);
    if (!isNumber)
        return {ExitCode::Usage, u"NUMBER is what kind of signal this is, -32768 to 32767."_s};
    content.text = arguments.word(2);
    return outcomeOf(context.line.call(&Client::sendStream, Conversation::with(ContactId(arguments.word(0))), content));
}

} // namespace

QList<Command> messageCommands()
{
    const QList<OptionSpec> historyOptions{{u"limit"_s, u"N"_s, u"At most this many (50)."_s},
                                           {u"before"_s, u"MID"_s, u"Only what is older than this message."_s}};
    const QList<OptionSpec> watchOptions{{u"for"_s, u"TIME"_s, u"End after this long."_s},
                                         {u"ask"_s, {}, u"Ask all contacts for their status first."_s},
                                         {u"waiting"_s, {}, u"Fetch what waits at the server first."_s}};
    return {
        {.name = u"send"_s,
         .words = {who, text},
         .help = u"Send a message and wait until the server has it; prints its number."_s,
         .fewest = 2,
         .run =
             [](Context &context, const Arguments &arguments) {
                 return sendTo(context, Conversation::with(ContactId(arguments.word(0))), arguments.word(1));
             }},
        {.name = u"room send"_s,
         .words = {room, text},
         .help = u"Send a message to a room."_s,
         .fewest = 2,
         .run =
             [](Context &context, const Arguments &arguments) {
                 return sendTo(context, Conversation::in(RoomId(arguments.word(0))), arguments.word(1));
             }},
        {.name = u"room whisper"_s,
         .words = {room, who, text},
         .help = u"Send a message to one member of a room only."_s,
         .fewest = 3,
         .run =
             [](Context &context, const Arguments &arguments) {
                 return sendTo(context,
                               Conversation::privately(RoomId(arguments.word(0)), ContactId(arguments.word(1))),
                               arguments.word(2));
             }},
        {.name = u"history"_s,
         .words = {who},
         .help = u"Messages with somebody, the newest last."_s,
         .fewest = 1,
         .options = historyOptions,
         .run =
             [](Context &context, const Arguments &arguments) {
                 return historyOf(context, Conversation::with(ContactId(arguments.word(0))), arguments);
             }},
        {.name = u"room history"_s,
         .words = {room},
         .help = u"Messages of a room, the newest last."_s,
         .fewest = 1,
         .options = historyOptions,
         .run =
             [](Context &context, const Arguments &arguments) {
                 return historyOf(context, Conversation::in(RoomId(arguments.word(0))), arguments);
             }},
        {.name = u"revoke"_s,
         .words = {who, mid},
         .help = u"Take back a message of one's own."_s,
         .fewest = 2,
         .run =
             [](Context &context, const Arguments &arguments) {
                 return outcomeOf(context.line.call(&Client::revoke, Conversation::with(ContactId(arguments.word(0))),
                                                    arguments.word(1).toLongLong()));
             }},
        {.name = u"room revoke"_s,
         .words = {room, mid},
         .help = u"Take back a message of one's own in a room."_s,
         .fewest = 2,
         .run =
             [](Context &context, const Arguments &arguments) {
                 return outcomeOf(context.line.call(&Client::revoke, Conversation::in(RoomId(arguments.word(0))),
                                                    arguments.word(1).toLongLong()));
             }},
        {.name = u"burn"_s,
         .words = {who, mid},
         .help = u"Destroy a message that somebody sent to this account."_s,
         .fewest = 2,
         .run =
             [](Context &context, const Arguments &arguments) {
                 return outcomeOf(
                     context.line.call(&Client::burn, ContactId(arguments.word(0)), arguments.word(1).toLongLong()));
             }},
        {.name = u"waiting"_s,
         .help = u"Fetch messages and requests that came while nobody was signed in; they wait no longer then."_s,
         .run = waiting},
        {.name = u"watch"_s,
         .help = u"Print every event as a line of JSON, until Ctrl-C."_s,
         .options = watchOptions,
         .run = watch,
         .isForScripts = false,
         .printsEvents = true},
        {.name = u"signal"_s,
         .words = {who, {u"NUMBER"_s, Kind::Plain}, text},
         .help = u"Send a signal (a stream message) that is kept nowhere."_s,
         .fewest = 2,
         .run = signal},
    };
}

} // namespace timbre::cli
