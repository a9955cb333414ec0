// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/presence_facts.h"
#include "core/status_controller_private.h"
#include "core/text.h"

#include <algorithm>

namespace timbre::core {

using namespace Qt::StringLiterals;

namespace {

// A pick after this long without news leaves at once; those that follow it sooner wait for as much quiet.
constexpr Milliseconds quietTime{300};
constexpr Milliseconds longestDelay{1'000}; // for someone who never stops picking
// At most so many lists in any such time.
constexpr std::size_t mostLists = 5;
constexpr Milliseconds listSpan{1'000};

} // namespace

void StatusController::Private::schedule()
{
    if (announced.reach == EffectiveStatus::Reach::Nobody)
        return; // the first broadcast will say it
    const EffectiveStatus next = target();
    if (mustVanish(next)) {
        Q_EMIT q->mustVanish();
        return;
    }
    if (next.reach == EffectiveStatus::Reach::Roster && announced.reach == EffectiveStatus::Reach::AllowList) {
        Q_EMIT q->reappeared();
        return;
    }
    if (next == announced) {
        quiet->stop(); // picked back before anybody was told
        return;
    }
    if (!quiet->isActive()) {
        if (!toldAt || clock.monotonic() - *toldAt >= quietTime.count()) {
            enqueue(protocol::SubStatus::Changed);
            return;
        }
        firstPickAt = clock.monotonic();
    }
    const Milliseconds spent(clock.monotonic() - firstPickAt);
    quiet->start(std::clamp(longestDelay - spent, Milliseconds(0), quietTime));
}

// Only the server can make someone who was shown anything look offline to every client (features.md S5).
bool StatusController::Private::mustVanish(const EffectiveStatus &next) const
{
    return next.reach == EffectiveStatus::Reach::AllowList && announced.reach == EffectiveStatus::Reach::Roster;
}

// The rules changed, and perhaps what Invisible means.
void StatusController::Private::facesChanged()
{
    schedule();
    updatePending();
    if (announced.reach == EffectiveStatus::Reach::Nobody)
        return;
    if (const auto listeners = audience ? audience(announced) : std::nullopt) {
        addToLists(protocol::SubStatus::Changed, *listeners);
        enqueueList();
    } else if (!told.isEverybody(announced.told())) {
        facesStale = true;
        enqueue(protocol::SubStatus::Changed);
    }
}

void StatusController::Private::enqueue(protocol::SubStatus subStatus)
{
    if (waiting.contains(subStatus))
        return; // it will say what is true when its turn comes
    waiting.insert(subStatus);
    pacer.enqueue([this, subStatus] { return make(subStatus); }, PresencePacer::Turn::First);
}

std::optional<protocol::Frame> StatusController::Private::make(protocol::SubStatus subStatus)
{
    if (!waiting.remove(subStatus))
        return std::nullopt;
    settle();
    EffectiveStatus status = announced;
    if (subStatus != protocol::SubStatus::ProfileChanged) {
        status = target();
        if (status.reach == EffectiveStatus::Reach::Nobody)
            return std::nullopt;
        if (mustVanish(status)) {
            Q_EMIT q->mustVanish();
            return std::nullopt;
        }
        const bool rulesOnly = std::exchange(facesStale, false);
        if (subStatus == protocol::SubStatus::Changed && status == announced && !rulesOnly)
            return std::nullopt;
        announced = status;
        toldAt = clock.monotonic();
        quiet->stop();
        updatePending();
    } else if (status.reach == EffectiveStatus::Reach::Nobody) {
        return std::nullopt;
    }
    if (const auto listeners = audience ? audience(status) : std::nullopt) {
        addToLists(subStatus, *listeners);
        return makeList();
    }
    toAsk.clear();
    toChange.clear();
    const Told everybody = status.told();
    if (subStatus == protocol::SubStatus::Changed && told.isEverybody(everybody))
        return std::nullopt; // such as another mood while invisible
    told.everybody(everybody);
    return protocol::Frame{protocol::FrameType::BroadcastPresence, std::nullopt, presence(everybody, subStatus)};
}

void StatusController::Private::addToLists(protocol::SubStatus subStatus, const QList<QString> &nodes)
{
    for (const QString &node : nodes) {
        const ContactId id(node);
        if (subStatus == protocol::SubStatus::ProfileChanged) {
            toRefetch.add(id);
        } else if (subStatus == protocol::SubStatus::Ask || !told.of(id)) {
            toAsk.add(id); // who hears of us for the first time on this line was never asked either
        } else {
            toChange.add(id);
        }
    }
}

void StatusController::Private::enqueueList()
{
    if (listQueued || listPause->isActive() || !haveLists())
        return;
    listQueued = true;
    pacer.enqueue(
        [this] {
            listQueued = false;
            return makeList();
        },
        PresencePacer::Turn::First);
}

// tim counts lists against the limit of the whole server (features.md, finding 6).
std::optional<protocol::Frame> StatusController::Private::makeList()
{
    if (listPause->isActive() || announced.reach == EffectiveStatus::Reach::Nobody)
        return std::nullopt;
    const qint64 now = clock.monotonic();
    while (!listTimes.empty() && now - listTimes.front() >= listSpan.count())
        listTimes.pop_front();
    if (listTimes.size() >= mostLists) {
        listPause->start(Milliseconds(listTimes.front() + listSpan.count() - now));
        return std::nullopt;
    }
    const FaceQueue::FaceOf face = [this](const ContactId &id) { return faceOf(id); };
    const FaceQueue::FaceOf newFace = [this](const ContactId &id) {
        const std::optional<Told> found = faceOf(id);
        return found == told.of(id) ? std::nullopt : found;
    };
    protocol::SubStatus subStatus = protocol::SubStatus::Ask;
    std::optional<FaceQueue::Packet> packet = toAsk.take(face);
    if (!packet) {
        subStatus = protocol::SubStatus::Changed;
        packet = toChange.take(newFace);
    }
    if (!packet) {
        subStatus = protocol::SubStatus::ProfileChanged;
        packet = toRefetch.take(face);
    }
    if (!packet)
        return std::nullopt; // told everybody there is
    listTimes.push_back(now);
    enqueueList();
    return protocol::Frame{protocol::FrameType::BroadcastPresence, std::nullopt, q->presenceTo(*packet, subStatus)};
}

std::optional<Told> StatusController::Private::faceOf(const ContactId &id) const
{
    if (announced.reach == EffectiveStatus::Reach::Nobody)
        return std::nullopt;
    if (!visibility)
        return announced.told();
    std::optional<Told> face = visibility->faceFor(announced, id);
    if (!face && told.of(id))
        face = Told{Availability::Invisible, {}, 0, 0};
    return face;
}

protocol::TextMap StatusController::Private::nextStamp()
{
    return {{u"v"_s, u"1"_s}, {u"run"_s, run}, {u"seq"_s, QString::number(++seq)}};
}

protocol::Presence StatusController::Private::presence(const Told &face, protocol::SubStatus subStatus)
{
    protocol::Presence presence;
    presence.subStatus = static_cast<qint8>(subStatus);
    presence.show = static_cast<qint16>(showFromAvailability(face.availability));
    presence.extend = nextStamp();
    if (face.availability != Availability::Invisible) {
        presence.status = moodForWire(face.mood);
        // Since when is the pick's own business.
        const bool own = face == announced.told();
        writeFacts({face.until, own ? since : 0, face.idleSince, own ? announced.next : Availability::Unknown},
                   *presence.extend);
    }
    return presence;
}

void StatusController::Private::updatePending()
{
    const bool now = announced != wanted();
    if (now == pending)
        return;
    pending = now;
    Q_EMIT q->pendingChanged(pending);
}

} // namespace timbre::core
