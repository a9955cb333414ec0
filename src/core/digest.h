// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact.h"

#include <QHash>
#include <QList>

namespace timbre::core {

// What became different while the user was away. A value.
struct Digest {
    enum class Reason {
        Away, // nobody at this computer: idle, locked, asleep
        Busy,
        LineLost,
    };
    struct Messages {
        ContactId from;
        int count = 0;
        bool operator==(const Messages &) const = default;
    };
    struct Change {
        ContactId id;
        Availability availability = Availability::Chat; // now
        QString mood; // now; only where it is another
        bool operator==(const Change &) const = default;
    };
    Reason reason = Reason::Away;
    qint64 since = 0; // wall ms
    qint64 until = 0;
    QList<Messages> messages; // most first
    QList<Change> changed; // another state, present before and now
    QList<ContactId> cameOnline;
    QList<ContactId> wentOffline;
    QList<Change> moods; // the same state

    bool isEmpty() const;
    bool operator==(const Digest &) const = default;
};

// What one looked like when the user left. Who is not in it was not present.
struct SeenBefore {
    Availability availability = Availability::Unknown;
    QString mood;
};
using SeenBeforeAll = QHash<ContactId, SeenBefore>;

// Pure. `now` holds everybody who may be another. Only what holds at the end counts: who came and went again is nothing
// to tell. Nothing is claimed of those of whom nothing is known now.
void addChanges(Digest &digest, const SeenBeforeAll &before, const QHash<ContactId, ContactPresence> &now);

} // namespace timbre::core
