// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/context.h"
#include "cli/interrupt.h"

#include <QFile>

namespace timbre::cli {

// The sender's side of a file transfer (cli/file_offer.h), from the offer to the end mark. Owned by the command; the
// open file and the line outlive it. Broken off by either side, by Ctrl-C, or when nothing moves any more.
class FileSender
{
public:
    FileSender(Context &context, core::ContactId to, QFile &file, core::Milliseconds pace);
    Outcome send();

private:
    Outcome offerAndPush();
    void onSignal(const protocol::Message &message);
    bool waitFor(core::Milliseconds limit, const std::function<bool()> &isThere);
    Outcome pushAll();
    Outcome push(const QByteArray &bytes);

    Context &m_context;
    const core::ContactId m_to;
    QFile &m_file;
    const core::Milliseconds m_pace;
    const Interrupt m_interrupt;
    core::VirtualRoomId m_room;
    bool m_isAccepted = false;
    Outcome m_answer;
    int m_echoes = 0;
};

} // namespace timbre::cli
