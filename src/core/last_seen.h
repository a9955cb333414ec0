// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/presence_model.h"
#include "core/roster.h"

namespace timbre::core {

// When each contact was last there, as far as this machine saw it (features.md S14): kept with the account (document
// "last-seen"), never sent. Follows PresenceModel; says nothing of those who are there now. An offline notice for
// somebody who was not believed to be there changes nothing: an invisible one is not given away, nor made younger.
// Owned by Session; GUI thread.
class LastSeen : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostKept = 20'000; // the latest
    static constexpr Milliseconds saveAfter{10'000};
    static constexpr Milliseconds saveEvery{600'000}; // while somebody is there: a crash forgets no more than that

    struct Fact {
        qint64 at = 0; // wall ms; 0 = not known
        bool isLeft = false; // they were seen leaving while this program ran
        bool operator==(const Fact &) const = default;
    };

    LastSeen(PresenceModel &presences, Roster &roster, Store &store, Clock &clock, QObject *parent = nullptr);
    ~LastSeen() override; // keeps who is there now as seen now

    Fact of(const ContactId &id) const { return m_facts.value(id); }
    // False: everything remembered is forgotten at once, also on disk, and nothing new is remembered; what was seen in
    // this run is still known until its end.
    void setRemembered(bool remembered);

private:
    void onPresencesChanged(const QSet<ContactId> &ids);
    void save();

    PresenceModel &m_presences;
    Store &m_store;
    Clock &m_clock;
    QHash<ContactId, Fact> m_facts;
    QSet<ContactId> m_there;
    std::unique_ptr<Timer> m_timer;
    bool m_remembered = true;
    bool m_isNewer = false; // what is on disk is a newer program's
};

} // namespace timbre::core
