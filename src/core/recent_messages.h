// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact_id.h"
#include "protocol/types.h"

#include <QSet>

#include <deque>

namespace timbre::core {

// Knows the messages that came lately, because tim repeats what was acked late, up to three times live and once more
// offline (protocol.md 6.3). A chat message is its conversation and mid, which the offline copy has too; any other is
// its sender and id. What has neither is never a repetition. A value of one owner; of bounded size whatever arrives:
// a flood makes it forget, and then a copy gets through.
class RecentMessages
{
public:
    static constexpr std::size_t remembered = 4096;

    // `seed`: any number; keeps others from making two messages look alike.
    explicit RecentMessages(quint64 seed) : m_seed(seed) { }

    // True if it was here before; from now on it was.
    bool isRepeated(const protocol::Message &message, const ContactId &ownId);

private:
    std::optional<size_t> keyOf(const protocol::Message &message, const ContactId &ownId) const;

    size_t m_seed;
    QSet<size_t> m_seen;
    std::deque<size_t> m_order;
};

} // namespace timbre::core
