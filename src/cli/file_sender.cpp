// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/file_sender.h"

#include "cli/file_offer.h"
#include "cli/file_signals.h"
#include "cli/gzip.h"

#include <QFileInfo>

namespace timbre::cli {

using namespace Qt::StringLiterals;
using core::Client;
using core::ContactId;
using core::VirtualRoomId;

namespace {

constexpr core::Milliseconds answerLimit{60'000}; // a person decides
constexpr core::Milliseconds sliceLimit{15'000}; // between two slices
const core::CallDone<Success> ignoreResult = [](const core::CallResult<Success> &) {};

} // namespace

FileSender::FileSender(Context &context, ContactId to, QFile &file, core::Milliseconds pace) :
    m_context(context),
    m_to(std::move(to)),
    m_file(file),
    m_pace(pace)
{
}

Outcome FileSender::send()
{
    const auto room = m_context.line.call(&Client::createVirtualRoom);
    if (!room)
        return outcomeOf(room.error());
    m_room = *room;
    // Our own copy of each slice tells that it went round: tim swaps frames that follow each other closely.
    const Outcome subscribed = outcomeOf(m_context.line.call(&Client::subscribe, m_room, core::Subscription::Binary));
    Outcome outcome = subscribed.isOk() ? offerAndPush() : subscribed;
    m_context.client().removeVirtualRoom(m_room, &m_context.line, ignoreResult);
    return outcome;
}

Outcome FileSender::offerAndPush()
{
    QObject scope;
    QObject::connect(&m_context.client(), &Client::messageReceived, &scope,
                     [this](const protocol::Message &message) { onSignal(message); });
    QObject::connect(&m_context.client(), &Client::binaryStreamReceived, &scope,
                     [this](const VirtualRoomId &room, const QByteArray &) { m_echoes += room == m_room ? 1 : 0; });
    sendFileSignal(m_context.line, m_to, filesignal::offer,
                   offerText({QFileInfo(m_file.fileName()).fileName(), m_file.size(), m_room.node()}));
    if (!waitFor(answerLimit, [this] { return m_isAccepted; }))
        return m_answer.isOk() ? Outcome{ExitCode::NoAnswer, u"Nobody answered the offer."_s} : m_answer;
    Outcome outcome = pushAll();
    if (!outcome.isOk() && m_answer.isOk())
        sendFileSignal(m_context.line, m_to, filesignal::senderCancels, m_room.node());
    return outcome;
}

void FileSender::onSignal(const protocol::Message &message)
{
    if (message.dataString != m_room.node())
        return;
    if (isFileSignal(message, filesignal::accept, m_to))
        m_isAccepted = true;
    else if (isFileSignal(message, filesignal::refuse, m_to))
        m_answer = {ExitCode::Refused, u"They do not want this file."_s};
    else if (isFileSignal(message, filesignal::receiverCancels, m_to))
        m_answer = {ExitCode::Refused, u"They broke off; they may have no room for it."_s};
}

bool FileSender::waitFor(core::Milliseconds limit, const std::function<bool()> &isThere)
{
    spin(m_context.line.clock(), limit,
         [&] { return isThere() || !m_answer.isOk() || !m_context.line.isOnline() || m_interrupt.happened(); });
    return isThere() && m_answer.isOk();
}

Outcome FileSender::pushAll()
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

Outcome FileSender::push(const QByteArray &bytes)
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

} // namespace timbre::cli
