// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/presence_model.h"

#include "core/presence_claims.h"
#include "core/text.h"

#include <QHash>
#include <QMetaObject>
#include <queue>

#include <deque>
#include <limits>
#include <vector>

namespace timbre::core
{

namespace
{

constexpr qint64 longAgo = std::numeric_limits<qint64>::min() / 2;
constexpr qint64 graceTime = 5'000; // all in ms
constexpr qint64 answerTime = 10'000;
constexpr qint64 verifyDelay = 2'000; // the late notice of a takeover usually makes asking needless
constexpr qint64 verifyTime = 5'000;
constexpr qint64 askAgainAfter
    = 11'000; // an earlier ask may go unanswered: PresenceExchange skips for 10 s
constexpr qint64 quietTime = 15 * 60'000;
constexpr qint64 quietPause = 2'000;
constexpr int quietBatch = 20;

// A notice of the server has nothing but ids; whoever writes `offline` beside a state did so
// itself.
bool isNotice(const protocol::Presence &presence)
{
    return presence.offline.value_or(false) && !presence.show && !presence.status
        && !presence.subStatus;
}

} // namespace

class PresenceModel::Private
{
public:
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

    Private(PresenceModel *owner, Clock &theClock)
        : q(owner), clock(theClock), timer(theClock.makeTimer([this] { onTimer(); }))
    {
    }

    Applied applyNotice(const ContactId &id, State &state, const QString &device);
    Applied applyPresence(const ContactId &id, State &state, const protocol::Presence &presence);
    void verify(const ContactId &id, State &state, bool keepsNewest);
    void believe(const ContactId &id, State &state, const QString &device);
    void goOffline(const ContactId &id, State &state);
    void endUnconfirmed(const ContactId &id, State &state, qint64 since);
    void refresh(State &state);
    void setAvailability(State &state, Availability availability, qint64 wall);
    void ask(const ContactId &id, State &state);
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
    QHash<ContactId, State> states;
    std::priority_queue<Deadline> deadlines;
    std::deque<ContactId> quiet; // present, not heard for long, to be asked in their turn
    qint64 quietNotBefore = longAgo;
    qint64 lostAt = longAgo; // whatever was heard up to then was heard on an earlier line
    std::optional<qint64> backAt; // since lineBack(), until those that stay silent are given up
    qint64 everybodyAskedAt = longAgo;
    std::unique_ptr<Timer> timer;
    qint64 timerAt = longAgo;
    QSet<ContactId> changed;
    bool flushQueued = false;
};

PresenceModel::Applied PresenceModel::Private::applyNotice(const ContactId &id, State &state,
                                                           const QString &device)
{
    const qint64 now = clock.monotonic();
    const bool racing = state.check == Check::Grace || state.check == Check::Doubt;
    state.claims.notice(device, now);
    if (!racing) {
        state.noticeAt = now;
        state.noticeWall = clock.wall();
    }
    if (!isPresent(state.shown.availability) || racing)
        return Applied::Applied;
    const qint64 fresh = now - PresenceClaims::raceTime;
    state.shown.heardAt = clock.wall();
    if (state.claims.hasFreshOther(device, fresh)) {
        // A newcomer took over, and this is about the one before it. Otherwise both may be gone.
        const bool takenOver = state.claims.isOlderThanFreshOnes(device, fresh);
        state.claims.endAllBut(device, fresh);
        refresh(state);
        if (!takenOver)
            verify(id, state, false);
    } else if (state.claims.hasFresh(fresh)) {
        state.claims.endOlder(fresh);
        state.shown.freshness = Freshness::Doubtful;
        setCheck(id, state, Check::Doubt, now + graceTime);
        ask(id, state);
    } else {
        state.claims.endAll();
        state.shown.freshness = Freshness::Leaving;
        setCheck(id, state, Check::Grace, now + graceTime);
    }
    return Applied::Applied;
}

PresenceModel::Applied PresenceModel::Private::applyPresence(const ContactId &id, State &state,
                                                             const protocol::Presence &presence)
{
    const qint64 now = clock.monotonic();
    const auto subStatus = protocol::SubStatus(presence.subStatus.value_or(0));
    Applied wants = Applied::Applied;
    if (subStatus == protocol::SubStatus::Ask)
        wants = Applied::Ask;
    else if (subStatus == protocol::SubStatus::ProfileChanged)
        wants = Applied::ProfileChanged;

    const PresenceClaims::Stamp stamp = PresenceClaims::stampOf(presence);
    if (state.claims.isOutOfOrder(stamp, now))
        return wants == Applied::Applied ? Applied::OutOfOrder : wants;

    PresenceClaims::Facts facts;
    facts.availability = presence.offline.value_or(false) ? Availability::Offline
                                                          : availabilityFromShow(presence.show);
    facts.rawShow = presence.show.value_or(0);
    if (isPresent(facts.availability) && presence.status)
        facts.mood = cleanMood(*presence.status);
    // Someone new, or someone who shows up again: then one of them may be the other's successor.
    const bool besideOthers = state.claims.hasOtherPresent(stamp.device)
        && (isPresent(facts.availability) ? !state.claims.isPresentLive(stamp.device)
                                          : !state.claims.isLive(stamp.device));
    state.claims.hear(stamp, facts, now);
    state.heardAt = now;
    state.shown.heardAt = clock.wall();

    const bool racesNotice = state.claims.wasNoticed(stamp.device, now - PresenceClaims::raceTime);
    const bool answered = state.check == Check::Doubt && subStatus == protocol::SubStatus::Answer;
    const bool unsettled = state.check == Check::Grace || state.check == Check::Doubt;
    if (racesNotice && !answered) {
        if (!isPresent(facts.availability)) {
            // Someone invisible looks the same as someone gone: nothing to ask.
            if (!unsettled)
                refresh(state);
        } else if (state.check != Check::Doubt) {
            state.shown.freshness = Freshness::Doubtful;
            setCheck(id, state, Check::Doubt, std::max(state.noticeAt + graceTime, now));
            ask(id, state);
        }
        return wants;
    }
    believe(id, state, stamp.device);
    // A newcomer may be deaf for a minute on a cluster; whoever answered may have done so with its
    // last words.
    if (besideOthers || answered)
        verify(id, state, !unsettled);
    return wants;
}

void PresenceModel::Private::verify(const ContactId &id, State &state, bool keepsNewest)
{
    state.keepsNewest = keepsNewest;
    setCheck(id, state, Check::VerifySoon,
             std::max({clock.monotonic() + verifyDelay, state.askedAt + askAgainAfter,
                       everybodyAskedAt + askAgainAfter}));
}

void PresenceModel::Private::believe(const ContactId &id, State &state, const QString &device)
{
    state.claims.forgetNotice(device);
    if (state.check == Check::Grace || state.check == Check::Doubt) {
        // Another device is alive, so the notices were right about those they name.
        state.claims.endNoticed(clock.monotonic() - graceTime);
        setCheck(id, state, Check::None);
    }
    state.shown.freshness = Freshness::Live;
    refresh(state);
    if (isPresent(state.shown.availability))
        watch(id, state);
}

void PresenceModel::Private::goOffline(const ContactId &id, State &state)
{
    setCheck(id, state, Check::None);
    state.claims.endAll();
    state.shown.freshness = Freshness::Live;
    setAvailability(state, Availability::Offline, state.noticeWall);
}

void PresenceModel::Private::endUnconfirmed(const ContactId &id, State &state, qint64 since)
{
    setCheck(id, state, Check::None);
    if (state.shown.availability == Availability::Unknown)
        return;
    state.claims.endOlder(since);
    state.shown.freshness = Freshness::Live;
    if (state.claims.hasLive())
        refresh(state);
    else if (isPresent(state.shown.availability))
        setAvailability(state, Availability::Unknown, clock.wall());
}

void PresenceModel::Private::refresh(State &state)
{
    const std::optional<PresenceClaims::Facts> facts = state.claims.merged();
    if (!facts)
        return;
    setAvailability(state, facts->availability, clock.wall());
    state.shown.mood = facts->mood;
    state.shown.rawShow = facts->rawShow;
    state.shown.devices = state.claims.presentDevices();
}

void PresenceModel::Private::setAvailability(State &state, Availability availability, qint64 wall)
{
    if (!isPresent(availability)) {
        state.shown.mood.clear();
        state.shown.rawShow = 0;
        state.shown.devices = 0;
    }
    if (state.shown.availability == availability)
        return;
    state.shown.availability = availability;
    state.shown.since = wall;
}

void PresenceModel::Private::ask(const ContactId &id, State &state)
{
    state.askedAt = clock.monotonic();
    Q_EMIT q->askNeeded(id);
}

void PresenceModel::Private::setCheck(const ContactId &id, State &state, Check check, qint64 at)
{
    state.check = check;
    ++state.checkNumber;
    if (check == Check::None)
        return;
    if (state.checkNumber == 0) // 0 means another thing in a Deadline
        ++state.checkNumber;
    deadlines.push({at, id, state.checkNumber});
    arm();
}

void PresenceModel::Private::decide(const ContactId &id, State &state)
{
    switch (state.check) {
    case Check::None:
        break;
    case Check::Grace:
    case Check::Doubt:
        goOffline(id, state);
        break;
    case Check::VerifySoon:
        state.confirmedFrom = clock.monotonic();
        setCheck(id, state, Check::Asked, clock.monotonic() + verifyTime);
        ask(id, state);
        break;
    case Check::Asked:
        if (state.keepsNewest)
            state.confirmedFrom = std::min(state.confirmedFrom, state.claims.lastHeard());
        endUnconfirmed(id, state, state.confirmedFrom);
        break;
    }
}

void PresenceModel::Private::watch(const ContactId &id, State &state)
{
    if (state.watched)
        return;
    state.watched = true;
    deadlines.push({state.heardAt + quietTime, id, 0});
    arm();
}

void PresenceModel::Private::onTimer()
{
    timerAt = longAgo;
    const qint64 now = clock.monotonic();
    if (backAt && now >= *backAt + answerTime)
        endRefresh();
    while (!deadlines.empty() && deadlines.top().at <= now) {
        const Deadline deadline = deadlines.top();
        deadlines.pop();
        const auto state = states.find(deadline.id);
        if (state == states.end())
            continue;
        if (deadline.checkNumber == 0) {
            state->watched = false;
            if (!isPresent(state->shown.availability))
                continue;
            if (state->heardAt + quietTime > now)
                watch(deadline.id, *state);
            else
                quiet.push_back(deadline.id);
        } else if (deadline.checkNumber == state->checkNumber) {
            const ContactPresence before = state->shown;
            decide(deadline.id, *state);
            markIfChanged(deadline.id, *state, before);
        }
    }
    askQuietOnes(now);
    arm();
}

void PresenceModel::Private::askQuietOnes(qint64 now)
{
    if (quiet.empty() || now < quietNotBefore)
        return;
    quietNotBefore = now + quietPause;
    for (int asked = 0; asked < quietBatch && !quiet.empty();) {
        const ContactId id = quiet.front();
        quiet.pop_front();
        const auto state = states.find(id);
        if (state == states.end() || !isPresent(state->shown.availability))
            continue;
        if (state->check == Check::None && state->heardAt + quietTime <= now) {
            state->confirmedFrom = now;
            state->keepsNewest = false;
            setCheck(id, *state, Check::Asked, now + answerTime);
            ask(id, *state);
            ++asked;
        }
        if (!state->watched) {
            state->watched = true;
            deadlines.push({now + quietTime, id, 0});
        }
    }
}

void PresenceModel::Private::endRefresh()
{
    backAt.reset();
    for (auto entry = states.begin(); entry != states.end(); ++entry) {
        State &state = entry.value();
        if (state.check == Check::Grace || state.check == Check::Doubt)
            continue;
        const ContactPresence before = state.shown;
        endUnconfirmed(entry.key(), state, lostAt + 1);
        markIfChanged(entry.key(), state, before);
    }
}

void PresenceModel::Private::arm()
{
    qint64 at = std::numeric_limits<qint64>::max();
    if (!deadlines.empty())
        at = deadlines.top().at;
    if (backAt)
        at = std::min(at, *backAt + answerTime);
    if (!quiet.empty())
        at = std::min(at, quietNotBefore);
    if (at == std::numeric_limits<qint64>::max())
        return;
    if (timer->isActive() && timerAt <= at)
        return;
    timerAt = at;
    timer->start(Milliseconds(std::max<qint64>(0, at - clock.monotonic())));
}

void PresenceModel::Private::markIfChanged(const ContactId &id, const State &state,
                                           const ContactPresence &before)
{
    ContactPresence comparable = before;
    comparable.heardAt = state.shown.heardAt; // nothing to paint
    if (comparable != state.shown)
        mark(id);
}

void PresenceModel::Private::mark(const ContactId &id)
{
    changed.insert(id);
    if (flushQueued)
        return;
    flushQueued = true;
    QMetaObject::invokeMethod(
        q, [this] { flush(); }, Qt::QueuedConnection);
}

void PresenceModel::Private::flush()
{
    flushQueued = false;
    const QSet<ContactId> ids = std::exchange(changed, {});
    if (!ids.isEmpty())
        Q_EMIT q->presencesChanged(ids);
}

PresenceModel::PresenceModel(Clock &clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, clock))
{
}

PresenceModel::~PresenceModel() = default;

ContactPresence PresenceModel::presence(const ContactId &id) const
{
    const auto state = d->states.constFind(id);
    return state == d->states.cend() ? ContactPresence() : state->shown;
}

void PresenceModel::setContacts(const QSet<ContactId> &ids)
{
    for (auto entry = d->states.begin(); entry != d->states.end();) {
        if (ids.contains(entry.key())) {
            ++entry;
            continue;
        }
        d->mark(entry.key());
        entry = d->states.erase(entry);
    }
    for (const ContactId &id : ids) {
        if (!id.isEmpty() && !d->states.contains(id)) {
            d->states.insert(id, {});
            d->mark(id);
        }
    }
}

PresenceModel::Applied PresenceModel::apply(const protocol::Presence &presence,
                                            const ContactId &ownId)
{
    if (!presence.fromTid || presence.fromTid->node.isEmpty())
        return Applied::Stranger;
    const ContactId id(presence.fromTid->node);
    if (id == ownId)
        return isNotice(presence) ? Applied::OwnNotice : Applied::Stranger;
    const auto state = d->states.find(id);
    if (state == d->states.end())
        return Applied::Stranger;
    const ContactPresence before = state->shown;
    const Applied applied = isNotice(presence)
        ? d->applyNotice(id, *state, PresenceClaims::deviceOf(*presence.fromTid))
        : d->applyPresence(id, *state, presence);
    d->markIfChanged(id, *state, before);
    return applied;
}

void PresenceModel::lineLost()
{
    d->timer->stop();
    d->timerAt = longAgo;
    d->deadlines = {};
    d->quiet.clear();
    d->backAt.reset();
    d->lostAt = d->clock.monotonic();
    for (auto entry = d->states.begin(); entry != d->states.end(); ++entry) {
        Private::State &state = entry.value();
        d->setCheck(entry.key(), state, Private::Check::None);
        state.watched = false;
        state.noticeAt = longAgo;
        if (state.shown.availability == Availability::Unknown)
            continue;
        const ContactPresence before = state.shown;
        state.shown.freshness = Freshness::Stale;
        d->markIfChanged(entry.key(), state, before);
    }
}

void PresenceModel::lineBack()
{
    d->backAt = d->clock.monotonic();
    everybodyAsked();
    d->arm();
}

void PresenceModel::everybodyAsked()
{
    d->everybodyAskedAt = d->clock.monotonic();
}

} // namespace timbre::core
