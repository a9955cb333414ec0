// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/context.h"
#include "cli/file_offer.h"
#include "cli/gzip.h"
#include "cli/incoming_file.h"
#include "cli/interrupt.h"

#include <QFileInfo>

#include <deque>

namespace timbre::cli {

using namespace Qt::StringLiterals;
using core::Client;
using core::ContactId;
using core::Conversation;
using core::VirtualRoomId;
using Kind = WordSpec::Kind;

namespace {

constexpr qint64 largestFile = 1024LL * 1024 * 1024;
constexpr qint64 usualLimit = 100LL * 1024 * 1024;
constexpr core::Milliseconds answerLimit{60'000}; // a person decides
constexpr core::Milliseconds sliceLimit{15'000}; // between two slices
constexpr core::Milliseconds usualPace{100}; // webtim's own, whose receivers may swap faster slices
constexpr core::Milliseconds forEver{365LL * 86'400'000};
const core::CallDone<Success> ignoreResult = [](const core::CallResult<Success> &) {};

void tell(Line &line, const ContactId &who, qint16 signal, const QString &text)
{
    core::MessageContent content;
    content.udtype = signal;
    content.text = text;
    line.client().sendStream(Conversation::with(who), content, &line, ignoreResult);
}

bool isSignal(const protocol::Message &message, qint16 signal, const ContactId &from)
{
    return message.odType == qint8(protocol::OdType::Stream) && message.udtype == signal && message.fromTid
        && message.fromTid->node == from.node();
}

// The sender's side, from the offer to the end mark.
class FileSender
{
public:
    FileSender(Context &context, ContactId to, QFile &file, core::Milliseconds pace) :
        m_context(context),
        m_to(std::move(to)),
        m_file(file),
        m_pace(pace)
    {
    }

    Outcome send()
    {
        const auto room = m_context.line.call(&Client::createVirtualRoom);
        if (!room)
            return outcomeOf(room.error());
        m_room = *room;
        // Our own copy of each slice tells that it went round: tim swaps frames that follow each other closely.
        const Outcome subscribed
            = outcomeOf(m_context.line.call(&Client::subscribe, m_room, core::Subscription::Binary));
        Outcome outcome = subscribed.isOk() ? offerAndPush() : subscribed;
        m_context.client().removeVirtualRoom(m_room, &m_context.line, ignoreResult);
        return outcome;
    }

private:
    Outcome offerAndPush()
    {
        QObject scope;
        QObject::connect(&m_context.client(), &Client::messageReceived, &scope,
                         [this](const protocol::Message &message) { onSignal(message); });
        QObject::connect(&m_context.client(), &Client::binaryStreamReceived, &scope,
                         [this](const VirtualRoomId &room, const QByteArray &) { m_echoes += room == m_room ? 1 : 0; });
        tell(m_context.line, m_to, filesignal::offer,
             offerText({QFileInfo(m_file.fileName()).fileName(), m_file.size(), m_room.node()}));
        if (!waitFor(answerLimit, [this] { return m_isAccepted; }))
            return m_answer.isOk() ? Outcome{ExitCode::NoAnswer, u"Nobody answered the offer."_s} : m_answer;
        Outcome outcome = pushAll();
        if (!outcome.isOk() && m_answer.isOk())
            tell(m_context.line, m_to, filesignal::senderCancels, m_room.node());
        return outcome;
    }

    void onSignal(const protocol::Message &message)
    {
        if (message.dataString != m_room.node())
            return;
        if (isSignal(message, filesignal::accept, m_to))
            m_isAccepted = true;
        else if (isSignal(message, filesignal::refuse, m_to))
            m_answer = {ExitCode::Refused, u"They do not want this file."_s};
        else if (isSignal(message, filesignal::receiverCancels, m_to))
            m_answer = {ExitCode::Refused, u"They broke off; they may have no room for it."_s};
    }

    bool waitFor(core::Milliseconds limit, const std::function<bool()> &isThere)
    {
        spin(m_context.line.clock(), limit,
             [&] { return isThere() || !m_answer.isOk() || !m_context.line.isOnline() || m_interrupt.happened(); });
        return isThere() && m_answer.isOk();
    }

    Outcome pushAll()
    {
        qint64 left = m_file.size();
        while (left > 0) {
            const QByteArray slice = m_file.read(fileSlice);
            if (slice.isEmpty() || slice.size() > left)
                return {ExitCode::LocalFile, u"The file changed while it was being sent."_s};
            left -= slice.size();
            const Outcome outcome = push(gzip(slice));
            if (!outcome.isOk())
                return outcome;
        }
        return push(QByteArray(1, fileEnd));
    }

    Outcome push(const QByteArray &bytes)
    {
        const int before = m_echoes;
        m_context.client().pushBinary(m_room, bytes, &m_context.line, ignoreResult);
        if (!waitFor(sliceLimit, [&] { return m_echoes > before; })) {
            if (!m_answer.isOk())
                return m_answer;
            return m_interrupt.happened() ? Outcome{ExitCode::Refused, u"Broken off."_s}
                                          : Outcome{ExitCode::NoAnswer, u"The server does not pass the file on."_s};
        }
        waitFor(m_pace, [] { return false; });
        return m_answer;
    }

    Context &m_context;
    const ContactId m_to;
    QFile &m_file;
    const core::Milliseconds m_pace;
    const Interrupt m_interrupt;
    VirtualRoomId m_room;
    bool m_isAccepted = false;
    Outcome m_answer;
    int m_echoes = 0;
};

// The receiver's side, from an offer to the whole file.
class FileReceiver
{
public:
    FileReceiver(Context &context, QString folder, std::optional<ContactId> from, qint64 most) :
        m_context(context),
        m_folder(std::move(folder)),
        m_from(std::move(from)),
        m_most(most)
    {
    }

    Outcome receive(core::Milliseconds limit)
    {
        QObject scope;
        QObject::connect(&m_context.client(), &Client::messageReceived, &scope,
                         [this](const protocol::Message &message) { onSignal(message); });
        QObject::connect(&m_context.client(), &Client::binaryStreamReceived, &scope,
                         [this](const VirtualRoomId &room, const QByteArray &bytes) {
                             if (m_offer && room.node() == m_offer->vnode)
                                 onSlice(bytes);
                         });
        complain(u"Signed in, waiting for an offer."_s);
        spin(m_context.line.clock(), limit, [this] { return m_offer || isOver(); });
        if (!m_offer)
            return m_interrupt.happened() ? Outcome{} : Outcome{ExitCode::NotFound, u"Nobody offered a file."_s};
        const Outcome outcome = take();
        if (!outcome.isOk() && !m_isCancelled)
            tell(m_context.line, m_sender, filesignal::receiverCancels, m_offer->vnode);
        return outcome;
    }

private:
    bool isOver() const
    {
        return m_interrupt.happened() || m_context.line.connection().status().state == core::ConnectionState::Blocked;
    }

    void onSignal(const protocol::Message &message)
    {
        if (m_offer) {
            m_isCancelled = m_isCancelled
                || (isSignal(message, filesignal::senderCancels, m_sender) && message.dataString == m_offer->vnode);
            return;
        }
        const ContactId from(message.fromTid ? message.fromTid->node : QString());
        if (!isSignal(message, filesignal::offer, from) || from == m_context.line.ownId())
            return;
        const auto offer = parseOffer(message.dataString.value_or(QString()));
        if (!offer)
            return;
        if ((m_from && from != *m_from) || offer->size > m_most) {
            tell(m_context.line, from, filesignal::refuse, offer->vnode);
            return;
        }
        m_offer = offer;
        m_sender = from;
    }

    Outcome take()
    {
        IncomingFile file(m_folder, safeFileName(m_offer->name), m_offer->size);
        Outcome outcome = file.open();
        if (!outcome.isOk())
            return outcome;
        const VirtualRoomId room(m_offer->vnode);
        outcome = outcomeOf(m_context.line.call(&Client::subscribe, room, core::Subscription::Binary));
        if (!outcome.isOk())
            return outcome;
        tell(m_context.line, m_sender, filesignal::accept, room.node());
        while (outcome.isOk()) {
            spin(m_context.line.clock(), sliceLimit,
                 [this] { return !m_slices.empty() || m_isCancelled || isOver() || !m_context.line.isOnline(); });
            if (m_slices.empty())
                return m_isCancelled ? Outcome{ExitCode::Refused, u"They broke off."_s}
                                     : Outcome{ExitCode::NoAnswer, u"The rest of the file did not come."_s};
            const QByteArray slice = m_slices.front();
            m_slices.pop_front();
            if (slice == QByteArray(1, fileEnd))
                return finish(file);
            outcome = file.append(slice);
        }
        return outcome;
    }

    Outcome finish(IncomingFile &file)
    {
        const Outcome outcome = file.finish();
        if (outcome.isOk())
            m_context.out.record({{u"path"_s, file.path()}, {u"size"_s, file.received()}, {u"from"_s, m_sender.node()}},
                                 {file.path()});
        return outcome;
    }

    void onSlice(const QByteArray &bytes) { m_slices.push_back(bytes); }

    Context &m_context;
    const QString m_folder;
    const std::optional<ContactId> m_from;
    const qint64 m_most;
    const Interrupt m_interrupt;
    std::optional<FileOffer> m_offer;
    ContactId m_sender;
    bool m_isCancelled = false;
    std::deque<QByteArray> m_slices;
};

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
