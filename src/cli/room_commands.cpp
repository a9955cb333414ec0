// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/context.h"
#include "cli/events.h"
#include "core/text.h"

namespace timbre::cli {

using namespace Qt::StringLiterals;
using core::Client;
using core::ContactId;
using core::RoomId;
using Kind = WordSpec::Kind;

namespace {

constexpr qint64 nanosecondsPerMillisecond = 1'000'000;

const WordSpec room{u"ROOM"_s, Kind::Room};
const WordSpec who{u"WHO"_s, Kind::User};
const WordSpec text{u"TEXT"_s, Kind::Text};
const WordSpec mid{u"MID"_s, Kind::Mid};

Outcome none(const QString &what)
{
    return {ExitCode::NotFound, u"There are no %1."_s.arg(what)};
}

// "room kick ROOM WHO" and its like.
Command onMember(const QString &name, const QString &help,
                 void (Client::*function)(const RoomId &, const ContactId &, QObject *, core::CallDone<Success>))
{
    return {.name = name,
            .words = {room, who},
            .help = help,
            .fewest = 2,
            .run = [function](Context &context, const Arguments &arguments) {
                return outcomeOf(context.line.call(function, RoomId(arguments.word(0)), ContactId(arguments.word(1))));
            }};
}

// "room leave ROOM" and its like.
Command onRoom(const QString &name, const QString &help,
               void (Client::*function)(const RoomId &, QObject *, core::CallDone<Success>))
{
    return {.name = name,
            .words = {room},
            .help = help,
            .fewest = 1,
            .run = [function](Context &context, const Arguments &arguments) {
                return outcomeOf(context.line.call(function, RoomId(arguments.word(0))));
            }};
}

Outcome listRooms(Context &context, const core::CallResult<core::Listing<RoomId>> &rooms, const QString &what)
{
    if (!rooms)
        return outcomeOf(rooms.error());
    if (rooms->items.isEmpty())
        return none(what);
    const auto infos = context.line.call(&Client::roomInfos, rooms->items);
    for (const RoomId &id : rooms->items) {
        const auto info = infos ? infos->items.value(id) : protocol::RoomBean();
        const QString topic = core::cleanName(info.topic.value_or(QString()));
        context.out.record({{u"room"_s, id.node()}, {u"topic"_s, topic}}, {id.node(), topic});
    }
    return {};
}

Outcome create(Context &context, const Arguments &arguments)
{
    const core::RoomKind kind = arguments.has(u"open"_s) ? core::RoomKind::Open : core::RoomKind::Private;
    const auto made = context.line.call(&Client::createRoom, arguments.word(0), kind);
    if (!made)
        return outcomeOf(made.error());
    context.out.record({{u"room"_s, made->node()}}, {made->node()});
    return {};
}

Outcome join(Context &context, const Arguments &arguments)
{
    const auto joined = context.line.call(&Client::joinRoom, RoomId(arguments.word(0)), arguments.word(1));
    if (!joined)
        return outcomeOf(joined.error());
    const QString word = *joined == core::Joined::Member ? u"member"_s : u"applied"_s;
    context.out.record({{u"state"_s, word}}, {word});
    return {};
}

Outcome info(Context &context, const Arguments &arguments)
{
    QList<RoomId> rooms;
    for (const QString &word : arguments.words)
        rooms.append(RoomId(word));
    const auto infos = context.line.call(&Client::roomInfos, rooms);
    if (!infos)
        return outcomeOf(infos.error());
    for (auto it = infos->items.begin(); it != infos->items.end(); ++it) {
        const protocol::RoomBean &bean = it.value();
        const QString topic = core::cleanName(bean.topic.value_or(QString()));
        const QString kind = bean.gtype == qint8(core::RoomKind::Open) ? u"open"_s : u"private"_s;
        const QString created = timeWord(bean.createtime.value_or(0) / nanosecondsPerMillisecond);
        QJsonObject json{{u"room"_s, it.key().node()},
                         {u"topic"_s, topic},
                         {u"kind"_s, kind},
                         {u"founder"_s, bean.founder.value_or(QString())},
                         {u"time"_s, created}};
        if (bean.label)
            json.insert(u"label"_s, core::cleanName(*bean.label));
        context.out.record(json, {it.key().node(), kind, topic, context.nameOf(bean.founder.value_or(QString()))});
    }
    return infos->items.isEmpty() ? Outcome{ExitCode::NotFound, u"The server knows no such room."_s} : Outcome{};
}

Outcome set(Context &context, const Arguments &arguments)
{
    protocol::RoomBean bean;
    if (arguments.has(u"topic"_s))
        bean.topic = arguments.value(u"topic"_s);
    if (arguments.has(u"label"_s))
        bean.label = arguments.value(u"label"_s);
    if (arguments.has(u"cover"_s))
        bean.cover = arguments.value(u"cover"_s);
    if (arguments.options.isEmpty())
        return {ExitCode::Usage, u"What is to be set? Give --topic, --label or --cover."_s};
    return outcomeOf(context.line.call(&Client::modifyRoom, RoomId(arguments.word(0)), bean));
}

} // namespace

QList<Command> roomCommands()
{
    const QList<OptionSpec> createOptions{{u"open"_s, {}, u"Everybody may join without being asked."_s}};
    const QList<OptionSpec> setOptions{{u"topic"_s, u"TEXT"_s, u"The room's name."_s},
                                       {u"label"_s, u"TEXT"_s, u"What it is about."_s},
                                       {u"cover"_s, u"TEXT"_s, u"Its picture, by tim's convention an address."_s}};
    return {
        {.name = u"room create"_s,
         .words = {{u"NAME"_s, Kind::Text}},
         .help = u"Make a room; prints its id."_s,
         .fewest = 1,
         .options = createOptions,
         .run = create},
        {.name = u"room join"_s,
         .words = {room, text},
         .help = u"Join an open room, or ask to join a private one."_s,
         .fewest = 1,
         .run = join},
        onMember(u"room approve"_s, u"Let somebody in who asked, or who did not."_s, &Client::admit),
        onMember(u"room reject"_s, u"Turn somebody down who asked."_s, &Client::rejectApplicant),
        onMember(u"room kick"_s, u"Put a member out."_s, &Client::kick),
        onMember(u"room block-member"_s, u"Put a member out for good."_s, &Client::blockMember),
        onRoom(u"room leave"_s, u"Leave a room."_s, &Client::leaveRoom),
        onRoom(u"room cancel"_s, u"End a room: its founder, as its last member."_s, &Client::cancelRoom),
        onRoom(u"room block"_s, u"Leave a room and never be brought back."_s, &Client::blockRoom),
        {.name = u"room members"_s,
         .words = {room},
         .help = u"Who is in a room."_s,
         .fewest = 1,
         .run =
             [](Context &context, const Arguments &arguments) {
                 return listUsers(context, context.line.call(&Client::roomMembers, RoomId(arguments.word(0))),
                                  u"members to be seen"_s);
             }},
        {.name = u"room list"_s,
         .help = u"The rooms of this account."_s,
         .run = [](Context &context,
                   const Arguments &) { return listRooms(context, context.line.call(&Client::rooms), u"rooms"_s); }},
        {.name = u"room blocked"_s,
         .help = u"The rooms this account blocked."_s,
         .run =
             [](Context &context, const Arguments &) {
                 return listRooms(context, context.line.call(&Client::blockedRooms), u"blocked rooms"_s);
             }},
        {.name = u"room blocked-members"_s,
         .words = {room},
         .help = u"Who is blocked from a room."_s,
         .fewest = 1,
         .run =
             [](Context &context, const Arguments &arguments) {
                 return listUsers(context, context.line.call(&Client::blockedMembers, RoomId(arguments.word(0))),
                                  u"blocked members"_s);
             }},
        {.name = u"room info"_s,
         .words = {room},
         .help = u"Kind, topic and founder of rooms."_s,
         .fewest = 1,
         .repeatsLast = true,
         .run = info},
        {.name = u"room set"_s,
         .words = {room},
         .help = u"Change what a room tells about itself."_s,
         .fewest = 1,
         .options = setOptions,
         .run = set},
    };
}

} // namespace timbre::cli
