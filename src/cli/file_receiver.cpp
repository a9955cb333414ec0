// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/file_receiver.h"

#include "cli/file_signals.h"
#include "cli/incoming_file.h"

namespace timbre::cli {

using namespace Qt::StringLiterals;
using core::Client;
using core::ContactId;
using core::VirtualRoomId;

namespace {

constexpr core::Milliseconds sliceLimit{15'000}; // between two slices
constexpr std::size_t mostSlices = 100; // not yet written; more than that and the file cannot be whole any more

} // namespace

FileReceiver::FileReceiver(Context &context, QString folder, std::optional<ContactId> from, qint64 most) :
    m_context(context),
    m_folder(std::move(folder)),
    m_from(std::move(from)),
    m_most(most)
{
}

Outcome FileReceiver::receive(core::Milliseconds limit)
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
        return {ExitCode::NotFound, m_interrupt.happened() ? u"Broken off."_s : u"Nobody offered a file."_s};
    const Outcome outcome = take();
    if (!outcome.isOk() && !m_isCancelled)
        sendFileSignal(m_context.line, m_sender, filesignal::receiverCancels, m_offer->vnode);
    return outcome;
}

bool FileReceiver::isOver() const
{
    return m_interrupt.happened() || m_context.line.connection().status().state == core::ConnectionState::Blocked;
}

void FileReceiver::onSignal(const protocol::Message &message)
{
    if (m_offer) {
        m_isCancelled = m_isCancelled
            || (isFileSignal(message, filesignal::senderCancels, m_sender) && message.dataString == m_offer->vnode);
        return;
    }
    const ContactId from(message.fromTid ? message.fromTid->node : QString());
    if (!isFileSignal(message, filesignal::offer, from) || from == m_context.line.ownId())
        return;
    const auto offer = parseOffer(message.dataString.value_or(QString()));
    if (!offer)
        return;
    if ((m_from && from != *m_from) || offer->size > m_most) {
        sendFileSignal(m_context.line, from, filesignal::refuse, offer->vnode);
        return;
    }
    m_offer = offer;
    m_sender = from;
}

Outcome FileReceiver::take()
{
    IncomingFile file(m_folder, safeFileName(m_offer->name), m_offer->size);
    Outcome outcome = file.open();
    if (!outcome.isOk())
        return outcome;
    const VirtualRoomId room(m_offer->vnode);
    outcome = outcomeOf(m_context.line.call(&Client::subscribe, room, core::Subscription::Binary));
    if (!outcome.isOk())
        return outcome;
    sendFileSignal(m_context.line, m_sender, filesignal::accept, room.node());
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

Outcome FileReceiver::finish(IncomingFile &file)
{
    const Outcome outcome = file.finish();
    if (outcome.isOk())
        m_context.out.record({{u"path"_s, file.path()}, {u"size"_s, file.received()}, {u"from"_s, m_sender.node()}},
                             {file.path()});
    return outcome;
}

void FileReceiver::onSlice(const QByteArray &bytes)
{
    if (m_slices.size() < mostSlices)
        m_slices.push_back(bytes);
}

} // namespace timbre::cli
