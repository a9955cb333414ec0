// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/file_receiver.h"
#include "cli/file_sender.h"

#include <QFileInfo>

namespace timbre::cli {

using namespace Qt::StringLiterals;
using core::ContactId;
using Kind = WordSpec::Kind;

namespace {

constexpr qint64 largestFile = 1024LL * 1024 * 1024;
constexpr qint64 usualLimit = 100LL * 1024 * 1024;
constexpr core::Milliseconds usualPace{100}; // webtim's own, whose receivers may swap faster slices
constexpr core::Milliseconds forEver{365LL * 86'400'000};

Outcome sendFile(Context &context, const Arguments &arguments)
{
    QFile file(arguments.word(1));
    if (!file.open(QIODevice::ReadOnly) || !QFileInfo(file).isFile())
        return {ExitCode::LocalFile, u"%1 cannot be read as a file: %2."_s.arg(arguments.word(1), file.errorString())};
    if (file.size() > largestFile)
        return {ExitCode::LocalFile, u"%1 is larger than 1 GiB."_s.arg(arguments.word(1))};
    core::Milliseconds pace = usualPace;
    if (arguments.has(u"pace"_s)) {
        const auto given = parseDuration(arguments.value(u"pace"_s));
        if (!given || given->count() < 5 || given->count() > 10'000)
            return {ExitCode::Usage, u"--pace is a time from 5ms to 10s."_s};
        pace = *given;
    }
    return FileSender(context, ContactId(arguments.word(0)), file, pace).send();
}

Outcome receiveFile(Context &context, const Arguments &arguments)
{
    const QString folder = arguments.word(0);
    if (!QFileInfo(folder).isDir())
        return {ExitCode::LocalFile, u"%1 is no folder."_s.arg(folder)};
    std::optional<ContactId> from;
    if (arguments.has(u"from"_s)) {
        const auto node = context.line.names().node(arguments.value(u"from"_s));
        if (!node)
            return {ExitCode::Usage, node.error()};
        from = ContactId(*node);
    }
    bool isNumber = true;
    const qint64 most = arguments.has(u"most"_s) ? arguments.value(u"most"_s).toLongLong(&isNumber) : usualLimit;
    if (!isNumber || most < 0 || most > largestFile)
        return {ExitCode::Usage, u"--most is a number of bytes, at most %1."_s.arg(largestFile)};
    const auto limit = arguments.has(u"for"_s) ? parseDuration(arguments.value(u"for"_s)) : std::optional(forEver);
    if (!limit)
        return {ExitCode::Usage, u"--for is a time such as 45s, 30m or 2h."_s};
    return FileReceiver(context, folder, from, most).receive(*limit);
}

} // namespace

QList<Command> fileCommands()
{
    return {
        {.name = u"file send"_s,
         .words = {{u"WHO"_s, Kind::User}, {u"PATH"_s, Kind::Plain}},
         .help = u"Offer a file to a contact who is signed in, and send it."_s,
         .fewest = 2,
         .options = {{u"pace"_s, u"TIME"_s, u"Pause between two slices of 100 kB (100ms, as webtim needs it)."_s}},
         .run = sendFile,
         .isForScripts = false},
        {.name = u"file receive"_s,
         .words = {{u"FOLDER"_s, Kind::Plain}},
         .help = u"Wait for one file and put it into a folder; prints its path."_s,
         .fewest = 1,
         .options = {{u"from"_s, u"WHO"_s, u"Refuse what others offer."_s},
                     {u"most"_s, u"BYTES"_s, u"Refuse what is larger (104857600)."_s},
                     {u"for"_s, u"TIME"_s, u"Wait so long for an offer."_s}},
         .run = receiveFile,
         .isForScripts = false,
         .printsEvents = true},
    };
}

} // namespace timbre::cli
