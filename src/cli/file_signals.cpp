// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/file_signals.h"

namespace timbre::cli {

void sendFileSignal(Line &line, const core::ContactId &who, qint16 signal, const QString &text)
{
    core::MessageContent content;
    content.udtype = signal;
    content.text = text;
    line.client().sendStream(core::Conversation::with(who), content, &line, [](const core::CallResult<Success> &) {});
}

bool isFileSignal(const protocol::Message &message, qint16 signal, const core::ContactId &from)
{
    return message.odType == qint8(protocol::OdType::Stream) && message.udtype == signal && !message.roomTid
        && message.fromTid && message.fromTid->node == from.node();
}

} // namespace timbre::cli
