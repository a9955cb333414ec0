// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/message_store.h"
#include "protocol/types.h"

// Messages as the database keeps them (protocol.md 6.2): of the sender only the node, no id. Pure.
namespace timbre::node {

QByteArray storedBody(protocol::Message message);
// As history and the offline queue give it; nothing if the row is damaged.
std::optional<protocol::Message> readStored(const MessageRow &row);

// A row of the queue: what is not in the history keeps its id.
QByteArray queuedForm(protocol::Message message);
std::optional<protocol::Message> readQueued(const QueuedRow &row);

} // namespace timbre::node
