// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/presence_claims.h"
#include "core/presence_flood.h"
#include "core/presence_model.h"

#include <QHash>
#include <queue>

#include <deque>
#include <limits>

namespace timbre::core {

// The workings of PresenceModel: what frames and deadlines mean is in presence_rules.cpp, the
// deadlines themselves and the signals in presence_model.cpp. Times are in ms.
class PresenceModel::Private
{
public:
    static constexpr qint64 longAgo = std::numeric_limits<qint64>::min() / 2;

    // What a contact's next deadline decides.
    enum class Check {
        None,
        Grace, // a notice: offline at the deadline
        Doubt, // notice and presence of the same device within 2 s: asked, offline at the deadline
        VerifySoon, // several devices, perhaps one of them is dead: ask at the deadline
        Asked, // claims older than the ask end at the deadline
    };
    struct State {
        ContactPresence shown;
        PresenceClaims claims;
        Check check = Check::None;
        quint32 checkNumber = 0; // of the deadline in force
        bool watched = false; // has a quiet deadline in the queue
        qint64 confirmedFrom = 0; // Asked: claims heard since then stay
        bool keepsNewest = false; // the same: without any answer the claim heard last stays
        qint64 heardAt = longAgo;
        qint64 askedAt = longAgo;
        qint64 noticeAt = longAgo; // the first that is not settled yet
        qint64 noticeWall = 0;
    };
    struct Deadline {
        qint64 at = 0;
        ContactId id;
        quint32 checkNumber = 0; // 0 = "quiet?"
        bool operator<(const Deadline &other) const { return at > other.at; } // earliest on top
    };

    Private(PresenceModel *owner, Clock &theClock) :
        q(owner),
        clock(theClock),
        timer(theClock.makeTimer([this] { onTimer(); })),
        flood(theClock, [this](const ContactId &id, const std::optional<protocol::Presence> &last) {
            floodEnded(id, last);
        })
    {
    }

    Applied applyNotice(const ContactId &id, State &state, const QString &device);
    Applied applyPresence(const ContactId &id, State &state, const protocol::Presence &presence);
    void floodEnded(const ContactId &id, const std::optional<protocol::Presence> &last);
    void verify(const ContactId &id, State &state, bool keepsNewest);
    void believe(const ContactId &id, State &state, const QString &device);
    void goOffline(const ContactId &id, State &state);
    void endUnconfirmed(const ContactId &id, State &state, qint64 since);
    void refresh(State &state);
    void setAvailability(State &state, Availability availability, qint64 wall);
    void ask(const ContactId &id, State &state);
    bool isAskable(const ContactId &id) const { return !mayAsk || mayAsk(id); }
    void setCheck(const ContactId &id, State &state, Check check, qint64 at = 0);
    void decide(const ContactId &id, State &state);
    void watch(const ContactId &id, State &state);
    void onTimer();
    void askQuietOnes(qint64 now);
    void endRefresh();
    void arm();
    void markIfChanged(const ContactId &id, const State &state, const ContactPresence &before);
    void mark(const ContactId &id);
    void flush();

    PresenceModel *q;
    Clock &clock;
    std::function<bool(const ContactId &)> mayAsk;
    QHash<ContactId, State> states;
    std::priority_queue<Deadline> deadlines;
    std::deque<ContactId> quiet; // present, not heard for long, to be asked in their turn
    qint64 quietNotBefore = longAgo;
    qint64 lostAt = longAgo; // whatever was heard up to then was heard on an earlier line
    std::optional<qint64> patientUntil; // since lineBack(): then those that stay silent are given up
    qint64 everybodyAskedAt = longAgo;
    std::unique_ptr<Timer> timer;
    PresenceFlood flood;
    qint64 timerAt = longAgo;
    QSet<ContactId> changed;
    bool flushQueued = false;
};

} // namespace timbre::core
