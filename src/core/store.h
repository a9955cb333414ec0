// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact.h"
#include "core/schedule.h"

#include <QByteArray>
#include <QList>

namespace timbre::core {

// The user's last manual pick; what survives the program (features.md S3 rule 9).
struct ManualStatus {
    Availability availability = Availability::Chat;
    QString mood;
    qint64 until = 0; // wall ms at which it ends by itself (core/clear_after.h); 0 = stays
    bool operator==(const ManualStatus &) const = default;
};

// A mood used before: the menu offers the best ranked (features.md S2).
struct RecentMood {
    Availability availability = Availability::Chat;
    QString mood;
    qint64 lastUsed = 0; // wall ms
    int uses = 0;
    bool operator==(const RecentMood &) const = default;
};

// What a profile keeps for one account: a port, implemented by store::ProfileStore on SQLite and by
// tests/support/memory_store.h. Calls return at once; writing happens in the implementation's own time and never
// blocks the caller. Holds no secret.
class Store
{
public:
    virtual ~Store() = default;

    virtual QList<Contact> contacts() const = 0;
    virtual void saveContact(const Contact &contact) = 0;
    virtual void forgetContact(const ContactId &id) = 0;

    virtual ManualStatus manualStatus() const = 0;
    // What a status with an end goes back to; itself without an end.
    virtual ManualStatus statusBefore() const = 0;
    // Both or, if the machine dies meanwhile, neither.
    virtual void saveManualStatus(const ManualStatus &status, const ManualStatus &before) = 0;

    virtual Schedule schedule() const = 0;
    virtual void saveSchedule(const Schedule &schedule) = 0;

    virtual QList<RecentMood> recentMoods() const = 0;
    virtual void saveRecentMoods(const QList<RecentMood> &moods) = 0;

    // A small text that one part of core keeps for itself, such as the rules of who sees what; `name` is its own. Empty if
    // never saved. At most 1 MiB.
    virtual QByteArray document(const QString &name) const = 0;
    virtual void saveDocument(const QString &name, const QByteArray &text) = 0;

    // Whether this profile took over the server's roster once: afterwards an entry that appears there without the
    // user's doing is not accepted (features.md S13). The default is right for every profile with contacts.
    virtual bool isRosterAdopted() const { return !contacts().isEmpty(); }
    virtual void setRosterAdopted() { }
};

} // namespace timbre::core
