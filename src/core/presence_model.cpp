// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/presence_model.h"

#include "core/presence_model_private.h"

#include <QMetaObject>

#include <algorithm>

namespace timbre::core {

namespace {

constexpr qint64 quietTime = 15 * 60'000;
constexpr qint64 quietPause = 2'000;
constexpr int quietBatch = 20;

// A notice of the server has nothing but ids; whoever writes `offline` beside a state did so
// itself.
bool isNotice(const protocol::Presence &presence)
{
    return presence.offline.value_or(false) && !presence.show && !presence.status && !presence.subStatus;
}

} // namespace

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
    timerAt = Private::longAgo;
    const qint64 now = clock.monotonic();
    if (patientUntil && now >= *patientUntil)
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
        if (state->check == Check::None && state->heardAt + quietTime <= now && isAskable(id)) {
            state->confirmedFrom = now;
            state->keepsNewest = false;
            setCheck(id, *state, Check::Asked, now + answerTime.count());
            ask(id, *state);
            ++asked;
        }
        if (!state->watched) {
            state->watched = true;
            deadlines.push({now + quietTime, id, 0});
        }
    }
}

void PresenceModel::Private::floodEnded(const ContactId &id, const std::optional<protocol::Presence> &last)
{
    const auto state = states.find(id);
    if (state == states.end())
        return;
    const ContactPresence before = state->shown;
    state->shown.mutedUntil = 0;
    if (last)
        applyPresence(id, *state, *last);
    markIfChanged(id, *state, before);
}

void PresenceModel::Private::endRefresh()
{
    patientUntil.reset();
    for (auto entry = states.begin(); entry != states.end(); ++entry) {
        State &state = entry.value();
        if (state.check == Check::Grace || state.check == Check::Doubt || !isAskable(entry.key()))
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
    if (patientUntil)
        at = std::min(at, *patientUntil);
    if (!quiet.empty())
        at = std::min(at, quietNotBefore);
    if (at == std::numeric_limits<qint64>::max())
        return;
    if (timer->isActive() && timerAt <= at)
        return;
    timerAt = at;
    timer->start(Milliseconds(std::max<qint64>(0, at - clock.monotonic())));
}

void PresenceModel::Private::markIfChanged(const ContactId &id, const State &state, const ContactPresence &before)
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

PresenceModel::PresenceModel(Clock &clock, QObject *parent) : QObject(parent), d(std::make_unique<Private>(this, clock))
{
}

PresenceModel::~PresenceModel() = default;

ContactPresence PresenceModel::presence(const ContactId &id) const
{
    const auto state = d->states.constFind(id);
    return state == d->states.cend() ? ContactPresence() : state->shown;
}

void PresenceModel::setMayAsk(std::function<bool(const ContactId &)> mayAsk)
{
    d->mayAsk = std::move(mayAsk);
}

void PresenceModel::setContacts(const QSet<ContactId> &ids)
{
    for (auto entry = d->states.begin(); entry != d->states.end();) {
        if (ids.contains(entry.key())) {
            ++entry;
            continue;
        }
        d->mark(entry.key());
        d->flood.forget(entry.key());
        entry = d->states.erase(entry);
    }
    for (const ContactId &id : ids) {
        if (!id.isEmpty() && !d->states.contains(id)) {
            d->states.insert(id, {});
            d->mark(id);
        }
    }
}

PresenceModel::Applied PresenceModel::apply(const protocol::Presence &presence, const ContactId &ownId)
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
    if (!isNotice(presence) && d->flood.holds(id, presence)) {
        state->shown.mutedUntil = d->flood.heldUntil(id);
        d->markIfChanged(id, *state, before);
        return Applied::OutOfOrder;
    }
    const Applied applied = isNotice(presence) ? d->applyNotice(id, *state, PresenceClaims::deviceOf(*presence.fromTid))
                                               : d->applyPresence(id, *state, presence);
    d->markIfChanged(id, *state, before);
    return applied;
}

void PresenceModel::lineLost()
{
    d->timer->stop();
    d->timerAt = Private::longAgo;
    d->deadlines = {};
    d->quiet.clear();
    d->patientUntil.reset();
    d->flood.clear();
    d->lostAt = d->clock.monotonic();
    for (auto entry = d->states.begin(); entry != d->states.end(); ++entry) {
        Private::State &state = entry.value();
        d->setCheck(entry.key(), state, Private::Check::None);
        state.watched = false;
        state.noticeAt = Private::longAgo;
        state.shown.mutedUntil = 0;
        if (state.shown.availability == Availability::Unknown)
            continue;
        const ContactPresence before = state.shown;
        state.shown.freshness = Freshness::Stale;
        d->markIfChanged(entry.key(), state, before);
    }
}

void PresenceModel::lineBack(Milliseconds patience)
{
    d->patientUntil = d->clock.monotonic() + patience.count();
    everybodyAsked();
    d->arm();
}

void PresenceModel::everybodyAsked()
{
    d->everybodyAskedAt = d->clock.monotonic();
}

} // namespace timbre::core
