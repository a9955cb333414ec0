// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "core/contact_id.h"
#include "core/status_cause.h"
#include "core/store.h"
#include "protocol/types.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <deque>

namespace timbre::core {

// One line of the ledger. A value.
struct LedgerEntry {
    enum class Kind {
        Told, // they heard our presence
        Asked, // one of them asked for it
        Joined, // became a contact: heard what was told to everybody from here on
        Left,
    };
    enum class Why { // of what was told
        Picked,
        Ended,
        Scheduled,
        Absent,
        Returned,
        OtherDevice,
        SignIn,
        Repeat, // of the sign-in, for servers that lose the first one
        Answer, // they asked
        Question, // we asked them, which says how we are
        Profile, // our name changed
        DesktopQuiet,
    };
    Kind kind = Kind::Told;
    qint64 at = 0; // wall ms
    bool everybody = false; // all contacts of that time
    QList<ContactId> people; // if not everybody
    Availability availability = Availability::Chat; // Told
    QString mood;
    Why why = Why::Picked;
    bool answered = false; // Asked
    bool stranger = false; // Asked: no contact
    int times = 1; // Asked: as often, within ten minutes of the first
    bool operator==(const LedgerEntry &) const = default;
};

// What this account told whom of its presence, when and why, and who asked (features.md section 4, 4): on this computer
// only, for "why did Bob see me online?". Written from the frames that left (PresencePacer), so that it holds whatever
// decided them. Owned by Session; GUI thread. Kept as a document of the profile, saved half a minute after a change and
// at the end.
//
// Holds the last 30 days, at most 5 000 entries and 900 kB; strangers, who cost an attacker nothing, at most 200 of
// them. A list of more than 1 000 people counts as everybody.
class PresenceLedger : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostEntries = 5'000;
    static constexpr qsizetype mostBytes = 900'000;
    static constexpr qsizetype mostPeople = 1'000;
    static constexpr int mostStrangers = 200;
    static constexpr qint64 keptFor = 30LL * 24 * 3600 * 1'000;

    PresenceLedger(Store &store, Clock &clock, QObject *parent = nullptr);
    ~PresenceLedger() override;

    static LedgerEntry::Why whyOf(StatusCause cause);

    void told(const protocol::Presence &presence, LedgerEntry::Why why);
    void asked(const ContactId &id, bool stranger);
    void contactsChanged(const QSet<ContactId> &before, const QSet<ContactId> &now);
    void clear();

    // Oldest first.
    QList<LedgerEntry> entries() const;
    // What this one could know or did; what everybody heard only while a contact.
    QList<LedgerEntry> about(const ContactId &id) const;
    // Written by a newer version: shown as far as it can be read, not written to.
    bool isReadOnly() const { return m_readOnly; }

Q_SIGNALS:
    void changed();

private:
    struct Line {
        LedgerEntry entry;
        QByteArray text;
    };
    void load();
    void save();
    void append(LedgerEntry entry);
    void rewrite(Line &line);
    void trim();
    void dropFirst();
    Line *lineAt(qint64 number);

    Store &m_store;
    Clock &m_clock;
    std::unique_ptr<Timer> m_saving;
    std::deque<Line> m_lines;
    qint64 m_first = 0; // number of the first line
    qsizetype m_bytes = 0;
    int m_strangers = 0;
    QHash<ContactId, qint64> m_lastAsk; // numbers of lines
    bool m_readOnly = false;
};

} // namespace timbre::core
