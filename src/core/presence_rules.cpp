// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/presence_model_private.h"
#include "core/text.h"

#include <algorithm>

namespace timbre::core {

namespace {

// All in ms.
constexpr qint64 graceTime = 5'000;
constexpr qint64 verifyDelay = 2'000; // the late notice of a takeover usually makes asking needless
constexpr qint64 verifyTime = 5'000;
constexpr qint64 askAgainAfter = 11'000; // PresenceExchange skips who was answered within 10 s

} // namespace

PresenceModel::Applied PresenceModel::Private::applyNotice(const ContactId &id, State &state, const QString &device)
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
    facts.availability = presence.offline.value_or(false) ? Availability::Offline : availabilityFromShow(presence.show);
    facts.rawShow = presence.show.value_or(0);
    if (isPresent(facts.availability)) {
        facts.mood = cleanMood(presence.status.value_or(QString()));
        facts.times = factsFromExtend(presence.extend, clock.wall());
    }
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
        } else if (subStatus == protocol::SubStatus::Ask && state.askedAt < now) {
            // A new sign-in: what we asked before it reached nobody.
            setCheck(id, state, Check::Doubt, now + graceTime);
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
    if (!isAskable(id)) {
        setCheck(id, state, Check::None);
        return;
    }
    state.keepsNewest = keepsNewest;
    setCheck(
        id, state, Check::VerifySoon,
        std::max({clock.monotonic() + verifyDelay, state.askedAt + askAgainAfter, everybodyAskedAt + askAgainAfter}));
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
    const PresenceFacts &times = facts->times;
    setAvailability(state, facts->availability, times.since > 0 ? times.since : clock.wall());
    state.shown.mood = facts->mood;
    state.shown.rawShow = facts->rawShow;
    state.shown.devices = state.claims.presentDevices();
    state.shown.until = times.until;
    state.shown.next = times.next;
    state.shown.idleSince = times.idleSince;
}

void PresenceModel::Private::setAvailability(State &state, Availability availability, qint64 wall)
{
    if (!isPresent(availability)) {
        state.shown.mood.clear();
        state.shown.rawShow = 0;
        state.shown.devices = 0;
        state.shown.until = 0;
        state.shown.next = Availability::Unknown;
        state.shown.idleSince = 0;
    }
    if (state.shown.availability == availability)
        return;
    state.shown.availability = availability;
    state.shown.since = wall;
}

void PresenceModel::Private::ask(const ContactId &id, State &state)
{
    if (!isAskable(id))
        return;
    state.askedAt = clock.monotonic();
    Q_EMIT q->askNeeded(id);
}

void PresenceModel::Private::decide(const ContactId &id, State &state)
{
    switch (state.check) {
    case Check::None:
        break;
    case Check::Doubt:
        if (!isAskable(id)) {
            setCheck(id, state, Check::None);
            if (state.claims.hasLive())
                refresh(state);
            state.shown.freshness = Freshness::Stale;
            break;
        }
        goOffline(id, state);
        break;
    case Check::Grace:
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

} // namespace timbre::core
