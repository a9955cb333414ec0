// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/line.h"

namespace timbre::cli {

// The signals of a file transfer: stream messages whose udtype is one of filesignal (cli/file_offer.h). Those
// from within a room are none: people there need not be contacts.
void sendFileSignal(Line &line, const core::ContactId &who, qint16 signal, const QString &text);
bool isFileSignal(const protocol::Message &message, qint16 signal, const core::ContactId &from);

} // namespace timbre::cli
