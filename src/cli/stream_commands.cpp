// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/context.h"
#include "cli/watcher.h"

namespace timbre::cli {

using namespace Qt::StringLiterals;
using core::Client;
using core::VirtualRoomId;
using Kind = WordSpec::Kind;

namespace {

Outcome create(Context &context, const Arguments &)
{
    const auto room = context.line.call(&Client::createVirtualRoom);
    if (!room)
        return outcomeOf(room.error());
    context.out.record({{u"vroom"_s, room->node()}}, {room->node()});
    return {};
}

Outcome subscribe(Context &context, const Arguments &arguments)
{
    const auto limit = limitOf(arguments);
    if (!limit)
        return limit.error();
    const auto kind = arguments.has(u"binary"_s) ? core::Subscription::Binary : core::Subscription::Struct;
    const Outcome outcome = outcomeOf(context.line.call(&Client::subscribe, VirtualRoomId(arguments.word(0)), kind));
    if (!outcome.isOk() || context.isScript)
        return outcome;
    return printEvents(context, *limit, u"stream"_s);
}

Outcome push(Context &context, const Arguments &arguments)
{
    const VirtualRoomId room(arguments.word(0));
    const QByteArray bytes = arguments.word(1).toUtf8();
    if (arguments.has(u"binary"_s))
        return outcomeOf(context.line.call(&Client::pushBinary, room, bytes));
    bool isNumber = true;
    const int type = arguments.has(u"type"_s) ? arguments.value(u"type"_s).toInt(&isNumber) : 0;
    if (!isNumber || type < -128 || type > 127)
        return {ExitCode::Usage, u"--type is a number from -128 to 127."_s};
    return outcomeOf(context.line.call(&Client::pushStream, room, bytes, qint8(type)));
}

} // namespace

QList<Command> streamCommands()
{
    const WordSpec room{u"VROOM"_s, Kind::Room};
    const auto onRoom = [](auto function) {
        return [function](Context &context, const Arguments &arguments) {
            return outcomeOf(context.line.call(function, VirtualRoomId(arguments.word(0))));
        };
    };
    return {
        {.name = u"vroom create"_s, .help = u"Make a virtual room for a stream; prints its id."_s, .run = create},
        {.name = u"vroom subscribe"_s,
         .words = {room},
         .help = u"Print what is pushed into a virtual room, until Ctrl-C."_s,
         .fewest = 1,
         .options = {{u"binary"_s, {}, u"Bytes only, without sender and type."_s},
                     {u"for"_s, u"TIME"_s, u"End after this long."_s}},
         .run = subscribe},
        {.name = u"vroom unsubscribe"_s,
         .words = {room},
         .help = u"End a subscription of this line: for scripts."_s,
         .fewest = 1,
         .run = onRoom(&Client::unsubscribe)},
        {.name = u"vroom push"_s,
         .words = {room, {u"TEXT"_s, Kind::Text}},
         .help = u"Push a piece of data to all who subscribed; its maker only."_s,
         .fewest = 2,
         .options = {{u"binary"_s, {}, u"As bytes only."_s}, {u"type"_s, u"N"_s, u"The piece's type, -128 to 127."_s}},
         .run = push},
        {.name = u"vroom remove"_s,
         .words = {room},
         .help = u"End a virtual room."_s,
         .fewest = 1,
         .run = onRoom(&Client::removeVirtualRoom)},
    };
}

} // namespace timbre::cli
