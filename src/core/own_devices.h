// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/status_controller.h"

#include <QSet>

#include <tuple>

namespace timbre::core {

// Keeps the devices of one account at one status (features.md S4): tim tells a device nothing of its siblings, so each
// sends presence to its own account. Owned by Session; GUI thread. What contacts hear is StatusController's, how they
// see several devices of ours theirs (PresenceClaims).
//
// A frame to ourselves carries the pick itself (show, status, `until`, and in `back`, `back-mood` what it goes back
// to), when and where it was picked (`since`, `by`), and of the sender `src` (its device id, kept in the profile),
// `now` and `act` (its last input); all times unix seconds. It is
//   Changed  after each pick here and when the user comes back here,
//   Ask      on a new line, 65 s later, and before an absence is told (`idle`: since when nobody is here),
//   Answer   to an Ask, if we know a later pick or somebody is here. Nothing else is answered, so nothing loops.
//
// The later pick wins, the greater `by` among equals; a pick here is always later than all that are known. Clocks: up
// to 2 minutes apart their times are compared as they are; beyond that the sender's are moved by the difference, or, if
// it did not say its `now`, cut to our now. Right after our own
// wall clock jumped (somebody set it, or the machine slept and frames waited) a sender that seems behind is taken at
// its word. What a pick is worth survives the program, so a device that was off takes the others' pick. The end of a
// status counts from that end, not from when it was noticed.
//
// An absence is told only when no other device answered within 2 s with a later input; then it is asked again when that
// input, too, is as old as an absence needs.
class OwnDevices : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds answerTime{2'000};
    static constexpr Milliseconds deskTime{300}; // for a fresh look at the desktop, before an answer
    static constexpr qint64 clockSkew = 120; // s
    static constexpr Milliseconds lately{600'000};

    OwnDevices(PresencePacer &pacer, Connection &connection, StatusController &status, Store &store, Clock &clock,
               Random &random, QObject *parent = nullptr);

    // False if it is none of ours: from somebody else, or the server's notice.
    bool hear(const protocol::Presence &presence);
    // A line is there, also before it is synchronized: what the others picked is best known before contacts hear ours.
    void ask();
    void lineLost();

    QString device() const { return m_device; }
    // Another device of ours said something within the last ten minutes.
    bool heardLately() const;

private:
    struct Pick {
        qint64 at = 0; // unix s
        QString by; // device
        bool operator<(const Pick &other) const { return std::tie(at, by) < std::tie(other.at, other.by); }
    };
    void load();
    void save();
    void onManualChanged(const ManualStatus &status);
    void onAbsenceChanged();
    void askBeforeAbsence();
    void endOfWait();
    void setMayTell(bool may);
    qint64 apartFrom(qint64 theirNow);
    void answerIfHere();
    void hearActivity(qint64 monotonic);
    qint64 recently() const;
    bool isActiveElsewhere() const;
    void adopt(const protocol::Presence &presence, const Pick &pick);
    void enqueue(protocol::SubStatus subStatus);
    protocol::Presence make(protocol::SubStatus subStatus);
    qint64 seconds() const { return m_clock.wall() / 1'000; }

    PresencePacer &m_pacer;
    Connection &m_connection;
    StatusController &m_status;
    Store &m_store;
    Clock &m_clock;
    std::unique_ptr<Timer> m_wait; // for answers, or until the others' last input is old
    std::unique_ptr<Timer> m_look; // at the desktop, to answer an Ask
    qint64 m_askedIdle = 0; // unix s, of that Ask
    qint64 m_wallOffset = 0; // wall less monotonic, ms
    std::optional<qint64> m_jumpedAt; // monotonic; the wall clock
    QString m_device;
    Pick m_pick; // of what is picked now
    ManualStatus m_manual; // the same
    std::optional<Absence> m_absence; // as the desktop has it
    qint64 m_absentSince = 0; // monotonic
    std::optional<qint64> m_activeElsewhere; // monotonic
    std::optional<qint64> m_heardAt; // monotonic; another device
    QSet<protocol::SubStatus> m_waiting; // in the pacer's queue
    bool m_mayTell = false; // that absence
    bool m_asked = false; // and wait for answers
    bool m_adopting = false;
    bool m_keeps = true; // false: a newer version wrote the document
};

} // namespace timbre::core
