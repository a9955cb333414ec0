// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/asked_book.h"
#include "cli/contacts_file.h"
#include "cli/context.h"
#include "cli/events.h"
#include "core/text.h"

#include <map>

namespace timbre::cli {

using namespace Qt::StringLiterals;
using core::Client;
using core::ContactId;
using Kind = WordSpec::Kind;

namespace {

constexpr core::Milliseconds presenceWait{1'000}; // for the answers to one ask
constexpr qint64 longestPresenceWait = 60'000;

AskedBook bookOf(const Context &context)
{
    return AskedBook(context.settings.servers.value(0).url.toString(), context.line.ownId().node());
}

Outcome list(Context &context, const Arguments &)
{
    return listUsers(context, context.line.call(&Client::roster), u"contacts"_s);
}

Outcome blocked(Context &context, const Arguments &)
{
    return listUsers(context, context.line.call(&Client::blockedContacts), u"blocked contacts"_s);
}

// Everybody is asked at once; who does not answer is unknown. "invisible" asks without appearing in their lists.
std::map<ContactId, QJsonObject> presencesOf(Context &context, const QList<ContactId> &users, core::Milliseconds wait)
{
    std::map<ContactId, QJsonObject> presences;
    QObject scope;
    QObject::connect(&context.line, &Line::happened, &scope, [&](const QJsonObject &event) {
        const ContactId from(event.value("from"_L1).toString());
        if (event.value("event"_L1) == "presence"_L1 && users.contains(from))
            presences[from] = event;
    });
    context.client().broadcastPresence({core::Availability::Invisible, {}, {}}, protocol::SubStatus::Ask, &scope,
                                       [](const core::CallResult<Success> &) {});
    spin(context.line.clock(), wait, [&] { return qsizetype(presences.size()) == users.size(); });
    return presences;
}

Outcome roster(Context &context, const Arguments &arguments)
{
    core::Milliseconds wait = presenceWait;
    if (arguments.has(u"wait"_s)) {
        bool isNumber = false;
        const int given = arguments.value(u"wait"_s).toInt(&isNumber);
        if (!isNumber || given < 0 || given > longestPresenceWait)
            return {ExitCode::Usage, u"--wait is a number of milliseconds, at most %1."_s.arg(longestPresenceWait)};
        wait = core::Milliseconds(given);
    }
    const auto users = context.line.call(&Client::roster);
    if (!users)
        return outcomeOf(users.error());
    if (users->items.isEmpty())
        return {ExitCode::NotFound, u"There are no contacts."_s};
    learnNames(context.line, users->items);
    auto presences = wait.count() > 0 ? presencesOf(context, users->items, wait) : std::map<ContactId, QJsonObject>();
    for (const ContactId &user : byName(context, users->items)) {
        const QJsonObject &presence = presences[user];
        const QString availability = presence.value("availability"_L1).toString(u"unknown"_s);
        const QString shown = availability == "invisible"_L1 ? u"offline"_s : availability;
        const QString mood = presence.value("mood"_L1).toString();
        QJsonObject json{{u"node"_s, user.node()},
                         {u"name"_s, context.line.names().name(user.node())},
                         {u"availability"_s, shown},
                         {u"mood"_s, mood}};
        for (const QString &key : {u"device"_s, u"since"_s, u"until"_s}) {
            if (presence.contains(key))
                json.insert(key, presence.value(key));
        }
        context.out.record(json, {context.nameOf(user.node()), shown, presence.value("since"_L1).toString(), mood});
    }
    return {};
}

Outcome add(Context &context, const Arguments &arguments)
{
    const ContactId user(arguments.word(0));
    if (!context.isScript && bookOf(context).contains(user) && !arguments.has(u"again"_s))
        return {ExitCode::Ok,
                u"This account was asked before; the answer may still come. Give --again to ask once more."_s};
    const auto asked = context.line.call(&Client::addContact, user, arguments.word(1));
    if (!asked)
        return outcomeOf(asked.error());
    if (!context.isScript)
        bookOf(context).add(user);
    const QString state = *asked == core::Befriended::Friends ? u"friends"_s : u"asked"_s;
    context.out.record({{u"node"_s, user.node()}, {u"state"_s, state}}, {user.node(), state});
    return {};
}

Outcome accept(Context &context, const Arguments &arguments)
{
    const ContactId user(arguments.word(0));
    const auto accepted = context.line.call(&Client::acceptContact, user);
    return accepted ? Outcome{} : outcomeOf(accepted.error());
}

Outcome removeOrBlock(Context &context, const Arguments &arguments,
                      void (Client::*function)(const ContactId &, QObject *, core::CallDone<Success>))
{
    const ContactId user(arguments.word(0));
    const Outcome outcome = outcomeOf(context.line.call(function, user));
    if (outcome.isOk() && !context.isScript)
        bookOf(context).remove(user);
    return outcome;
}

Outcome exportContacts(Context &context, const Arguments &arguments)
{
    const auto users = context.line.call(&Client::roster);
    if (!users)
        return outcomeOf(users.error());
    if (!users->answered)
        complain(u"The server named no contacts; the file will hold none. If that is wrong, try again."_s);
    learnNames(context.line, users->items);
    ContactsFile file{context.credentials.name, context.credentials.domain, {}, {}};
    for (const ContactId &user : byName(context, users->items))
        file.contacts.append({user.node(), {}, context.line.names().name(user.node())});
    const auto rooms = context.line.call(&Client::rooms);
    if (rooms && !rooms->items.isEmpty()) {
        const auto infos = context.line.call(&Client::roomInfos, rooms->items);
        for (const core::RoomId &room : rooms->items)
            file.rooms.append(
                {room.node(), infos ? core::cleanName(infos->items.value(room).topic.value_or(QString())) : QString()});
    }
    const Outcome outcome = writeContactsFile(arguments.word(0), file, arguments.has(u"force"_s));
    if (outcome.isOk()) {
        const auto count = qint64(file.contacts.size());
        context.out.record({{u"contacts"_s, count}, {u"rooms"_s, qint64(file.rooms.size())}},
                           {u"%1 contacts"_s.arg(count)});
    }
    return outcome;
}

// What became of one contact of the file: already, asked, asked-before, missing or refused.
Expected<QString, Outcome> importOne(Context &context, AskedBook &book, const ContactId &user,
                                     const QList<ContactId> &roster, const QString &text)
{
    if (user == context.line.ownId() || roster.contains(user))
        return u"already"_s;
    if (book.contains(user))
        return u"asked-before"_s;
    const auto asked = context.line.call(&Client::addContact, user, text);
    if (asked) {
        book.add(user);
        return *asked == core::Befriended::Friends ? u"friends"_s : u"asked"_s;
    }
    if (asked.error().kind != core::CallError::Kind::Refused)
        return unexpected(outcomeOf(asked.error()));
    switch (static_cast<protocol::ErrorCode>(asked.error().serverCode)) {
    case protocol::ErrorCode::Account:
        return u"missing"_s;
    case protocol::ErrorCode::Repeat:
        return u"already"_s;
    default:
        return u"refused"_s;
    }
}

Outcome importContacts(Context &context, const Arguments &arguments)
{
    const auto file = readContactsFile(arguments.word(0));
    if (!file)
        return file.error();
    const auto before = context.line.call(&Client::roster);
    if (!before)
        return outcomeOf(before.error());
    AskedBook book = bookOf(context);
    struct Done {
        ContactId user;
        QString name;
        QString state;
    };
    QList<Done> all;
    for (const ContactsFile::Person &person : file->contacts) {
        const auto node = context.line.names().node(person.account.isEmpty() ? person.node : person.account);
        if (!node)
            return {ExitCode::LocalFile, node.error()};
        const auto state = importOne(context, book, ContactId(*node), before->items, arguments.value(u"text"_s));
        if (!state)
            return state.error();
        all.append({ContactId(*node), person.account.isEmpty() ? person.name : person.account, *state});
    }
    // A request that met one of theirs made friends at once, and tim does not tell the second one.
    const auto after = context.line.call(&Client::roster);
    bool isComplete = true;
    for (Done &each : all) {
        if (each.state.startsWith("asked"_L1) && after && after->items.contains(each.user))
            each.state = u"friends"_s;
        isComplete = isComplete && each.state != "missing"_L1 && each.state != "refused"_L1;
        context.out.record({{u"node"_s, each.user.node()}, {u"name"_s, each.name}, {u"state"_s, each.state}},
                           {each.name.isEmpty() ? each.user.node() : each.name, each.state});
    }
    if (isComplete)
        return {};
    return {ExitCode::NotFound,
            u"Some of them have no account here yet, or do not want to be asked. Run this again later."_s};
}

} // namespace

QList<Command> contactCommands()
{
    const WordSpec who{u"WHO"_s, Kind::User};
    const WordSpec file{u"FILE"_s, Kind::Plain};
    return {
        {.name = u"roster"_s,
         .help = u"Contacts with the status they answer when asked."_s,
         .options = {{u"wait"_s, u"MS"_s, u"Wait so long for the answers (1000); 0 asks nobody."_s}},
         .run = roster},
        {.name = u"contact add"_s,
         .words = {who, {u"TEXT"_s, Kind::Text}},
         .help = u"Ask somebody to be a contact."_s,
         .fewest = 1,
         .options = {{u"again"_s, {}, u"Also if this was asked before."_s}},
         .run = add},
        {.name = u"contact accept"_s,
         .words = {who},
         .help = u"Say yes to somebody who asked."_s,
         .fewest = 1,
         .run = accept},
        {.name = u"contact remove"_s,
         .words = {who},
         .help = u"End it for both sides."_s,
         .fewest = 1,
         .run = [](Context &context,
                   const Arguments &arguments) { return removeOrBlock(context, arguments, &Client::removeContact); }},
        {.name = u"contact block"_s,
         .words = {who},
         .help = u"Hear nothing more from somebody."_s,
         .fewest = 1,
         .run = [](Context &context,
                   const Arguments &arguments) { return removeOrBlock(context, arguments, &Client::blockContact); }},
        {.name = u"contact list"_s, .help = u"Contacts, without asking anybody for a status."_s, .run = list},
        {.name = u"contact blocked"_s, .help = u"Who is blocked."_s, .run = blocked},
        {.name = u"contacts export"_s,
         .words = {file},
         .help = u"Write the contacts to a new file."_s,
         .fewest = 1,
         .options = {{u"force"_s, {}, u"Write over a file that exists."_s}},
         .run = exportContacts,
         .isForScripts = false},
        {.name = u"contacts import"_s,
         .words = {file},
         .help = u"Ask everybody in such a file who is no contact yet."_s,
         .fewest = 1,
         .options = {{u"text"_s, u"TEXT"_s, u"A few words with the request."_s}},
         .run = importContacts,
         .isForScripts = false},
    };
}

} // namespace timbre::cli
