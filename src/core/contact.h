// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/availability.h"
#include "core/contact_id.h"

#include <QString>

#include <optional>

namespace timbre::core {

// Where a contact and we stand. The server's roster is not consent (protocol-live.md, client list 10): "accepted" is
// our own list, kept in the Store.
enum class Relation {
    Accepted, // both want it; only these are answered
    Asked, // we sent a request; no answer yet
    AsksUs, // they sent us a request
    Unapproved, // in the server's roster although the user never accepted
    Blocked,
};

// What is known of a contact apart from presence. A value.
struct Contact {
    ContactId id;
    Relation relation = Relation::Accepted;
    QString account; // the account name the user typed when adding, if known
    QString profileName; // what the contact calls itself (cleaned)
    QString nickname; // what the user calls it; local
    QString requestText; // AsksUs and Asked: the cleaned request text
    qint64 requestedAt = 0; // wall ms
    bool pinned = false;

    // nickname, else profileName, else account, else the node.
    QString displayName() const;
    bool operator==(const Contact &) const = default;
};

// What is believed of a contact's presence. A value.
struct ContactPresence {
    Availability availability = Availability::Unknown;
    Freshness freshness = Freshness::Live;
    QString mood; // cleaned
    qint16 rawShow = 0; // as received, for the tooltip when it is no number of ours
    qint64 heardAt = 0; // wall ms of the last frame from this contact; 0 = never
    qint64 since = 0; // wall ms at which availability became this
    int devices = 0; // distinct resources heard
    qint64 until = 0; // wall ms at which they will change by themselves; 0 = not said
    Availability next = Availability::Unknown; // what they will be at `until`, if they said
    qint64 idleSince = 0; // wall ms since which nobody touched their computer; 0 = not said
    qint64 mutedUntil = 0; // wall ms until which its changes, which never stop, are not shown; 0 = they are
    bool operator==(const ContactPresence &) const = default;
};

} // namespace timbre::core
