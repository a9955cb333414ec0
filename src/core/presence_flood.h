// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "core/contact_id.h"
#include "protocol/types.h"

#include <QHash>

#include <functional>
#include <optional>

namespace timbre::core {

// Keeps a contact whose presence never stops from moving the roster and from being answered: tim limits nobody
// (protocol-live.md 5). More than `mostFrames` within `window` and what it says is held for `muteTime`, the newest
// frame only, which is handed on at the end; who goes on meanwhile stays held. No person picks that fast; the server's
// notices are not held. A value of PresenceModel; GUI thread.
class PresenceFlood
{
public:
    static constexpr int mostFrames = 100;
    static constexpr Milliseconds window{10'000};
    static constexpr Milliseconds muteTime{60'000};

    // `last` is what was held, if anything.
    using Ended = std::function<void(const ContactId &id, const std::optional<protocol::Presence> &last)>;

    PresenceFlood(Clock &clock, Ended ended);

    // True: nobody is to act on it now.
    bool holds(const ContactId &id, const protocol::Presence &presence);
    // Wall ms until which this one is held; 0 = it is not.
    qint64 heldUntil(const ContactId &id) const;
    void forget(const ContactId &id);
    void clear();

private:
    struct Count {
        qint64 windowStart = 0; // monotonic
        int frames = 0;
        qint64 heldUntil = 0; // monotonic; 0 = not held
        qint64 heldUntilWall = 0;
        std::optional<protocol::Presence> last;
    };
    void onTimer();
    void arm();

    Clock &m_clock;
    Ended m_ended;
    std::unique_ptr<Timer> m_timer;
    QHash<ContactId, Count> m_counts; // of those heard within the window, and those held
    qint64 m_sweptAt = 0;
};

} // namespace timbre::core
