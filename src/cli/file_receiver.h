// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/context.h"
#include "cli/file_offer.h"
#include "cli/interrupt.h"

#include <deque>

namespace timbre::cli {

class IncomingFile;

// The receiver's side of a file transfer (cli/file_offer.h), from waiting for an offer to the whole file. Takes the
// first offer that fits and refuses the others. Owned by the command; the line outlives it.
class FileReceiver
{
public:
    FileReceiver(Context &context, QString folder, std::optional<core::ContactId> from, qint64 most);
    Outcome receive(core::Milliseconds limit);

private:
    bool isOver() const;
    void onSignal(const protocol::Message &message);
    Outcome take();
    Outcome finish(IncomingFile &file);
    void onSlice(const QByteArray &bytes);

    Context &m_context;
    const QString m_folder;
    const std::optional<core::ContactId> m_from;
    const qint64 m_most;
    const Interrupt m_interrupt;
    std::optional<FileOffer> m_offer;
    core::ContactId m_sender;
    bool m_isCancelled = false;
    std::deque<QByteArray> m_slices;
};

} // namespace timbre::cli
