// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/status_controller.h"

#include "core/status_controller_private.h"
#include "core/text.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace timbre::core {

StatusController::Private::Private(StatusController *owner, PresencePacer &thePacer, Connection &theConnection,
                                   Store &theStore, Clock &theClock, Random &random) :
    q(owner),
    pacer(thePacer),
    connection(theConnection),
    store(theStore),
    clock(theClock),
    manual(theStore.manualStatus()),
    before(theStore.statusBefore()),
    week(theStore.schedule()),
    plan(DayPlan::fromJson(theStore.document(planDocument))),
    recent(theStore.recentMoods()),
    listPause(theClock.makeTimer([this] { enqueueList(); })),
    quiet(theClock.makeTimer([this] { enqueue(protocol::SubStatus::Changed); })),
    end(theClock.makeTimer([this] { settle(); })),
    undoEnd(theClock.makeTimer([this] { setPast({}); })),
    run(QString::number(random.bits(), 36))
{
    for (ManualStatus *status : {&manual, &before}) {
        if (!isPresent(status->availability))
            status->availability = Availability::Invisible;
        status->mood = cleanMood(status->mood);
    }
    settle();
    watchEnd();
    line = scheduledNow();
    sinceOf = wanted().availability;
    since = clock.wall();
}

StatusController::StatusController(PresencePacer &pacer, Connection &connection, Store &store, Clock &clock,
                                   Random &random, QObject *parent) :
    QObject(parent),
    d(std::make_unique<Private>(this, pacer, connection, store, clock, random))
{
}

StatusController::~StatusController() = default;

void StatusController::setAudience(Audience audience)
{
    d->audience = std::move(audience);
}

void StatusController::setVisibility(VisibilityKeeper &visibility)
{
    Q_ASSERT(!d->visibility);
    d->visibility = &visibility;
    connect(&visibility, &VisibilityKeeper::changed, this, [this] { d->facesChanged(); });
}

ManualStatus StatusController::manual() const
{
    return d->manual;
}

EffectiveStatus StatusController::effective() const
{
    return d->wanted();
}

std::optional<Absence> StatusController::absence() const
{
    return d->wanted().idleSince > 0 ? d->away->absence() : std::nullopt;
}

std::optional<ScheduledStatus> StatusController::scheduled() const
{
    return d->manual.availability == Availability::Chat ? d->scheduledNow() : std::nullopt;
}

const Schedule &StatusController::schedule() const
{
    return d->week;
}

void StatusController::setSchedule(const Schedule &schedule)
{
    if (schedule == d->week)
        return;
    d->week = schedule;
    d->skippedUntil = 0;
    d->store.saveSchedule(schedule);
    d->settle();
    d->watchEnd();
    Q_EMIT scheduleChanged();
}

std::optional<Absence> StatusController::absenceHere() const
{
    return d->away ? d->away->absence() : std::nullopt;
}

qint64 StatusController::activeAt() const
{
    return d->away ? d->clock.wall() - (d->clock.monotonic() - d->away->activeAt()) : 0;
}

void StatusController::lookAtDesk()
{
    if (d->away)
        d->away->poll();
}

AwayLimits StatusController::awayLimits() const
{
    return d->limits;
}

StatusCause StatusController::cause() const
{
    return d->cause;
}

ManualStatus StatusController::fallback() const
{
    return d->before;
}

void StatusController::setAbsenceCheck(std::function<bool(const Absence &)> mayTell)
{
    d->mayTellAbsence = std::move(mayTell);
}

void StatusController::reconsiderAbsence()
{
    d->followDesk();
}

void StatusController::setPreferences(const Preferences &preferences)
{
    d->limits = {std::chrono::minutes(preferences.awayAfterMinutes), preferences.awayWhenLocked};
    if (d->away)
        d->away->setLimits(d->limits);
    d->rememberMoods = preferences.rememberMoods;
    Q_EMIT absenceChanged(); // when Away comes by itself
}

void StatusController::adopt(const ManualStatus &status, const ManualStatus &fallback)
{
    d->adopt(status, fallback);
}

QString StatusController::run() const
{
    return d->run;
}

protocol::TextMap StatusController::nextStamp()
{
    return d->nextStamp();
}

const DayPlan &StatusController::plan() const
{
    return d->plan;
}

void StatusController::setPlan(const DayPlan &plan)
{
    if (plan == d->plan)
        return;
    d->plan = plan;
    d->skippedUntil = 0;
    d->savePlan();
    d->settle();
    d->watchEnd();
    Q_EMIT scheduleChanged();
}

QList<ScheduledStatus> StatusController::planOfDay(const QDate &day, const QTimeZone &zone) const
{
    const qint64 begin = day.startOfDay(zone).toMSecsSinceEpoch();
    const qint64 end = day.addDays(1).startOfDay(zone).toMSecsSinceEpoch();
    QList<ScheduledStatus> list = d->week.planOf(day, zone);
    if (!d->plan.isEmpty()) {
        list.removeIf([this](const ScheduledStatus &line) { // what the plan covers never holds
            return line.from >= d->plan.from() && line.until <= d->plan.parts().last().until;
        });
    }
    for (const ScheduledStatus &part : d->plan.all()) {
        if (part.until > begin && part.from < end)
            list.append(part);
    }
    std::stable_sort(list.begin(), list.end(),
                     [](const ScheduledStatus &a, const ScheduledStatus &b) { return a.from < b.from; });
    return list;
}

bool StatusController::seesIdle() const
{
    return d->away && d->away->seesIdle();
}

bool StatusController::seesLock() const
{
    return d->away && d->away->seesLock();
}

void StatusController::here()
{
    d->here();
}

void StatusController::setIdleSource(IdleSource &source)
{
    Q_ASSERT(!d->away);
    d->watchDesk(source);
}

void StatusController::setDesktopQuiet(bool quiet)
{
    d->setDesktopQuiet(quiet);
}

bool StatusController::isDesktopQuiet() const
{
    return d->desktopQuiet;
}

EffectiveStatus StatusController::announced() const
{
    return d->announced;
}

bool StatusController::isPending() const
{
    return d->pending;
}

QList<RecentMood> StatusController::recentMoods() const
{
    return d->recent.list();
}

void StatusController::setAvailability(Availability availability)
{
    d->chose(availability);
    if (availability != d->manual.availability) // the same again keeps its end
        d->pick({availability, d->manual.mood}, false);
}

void StatusController::setMood(const QString &mood)
{
    d->here();
    d->settle();
    if (cleanMood(mood) != d->manual.mood)
        d->pick({d->manual.availability, mood}, true);
}

void StatusController::setManual(const ManualStatus &status)
{
    d->chose(status.availability);
    if (status.until != 0 || status.availability != d->manual.availability || cleanMood(status.mood) != d->manual.mood)
        d->pick(status, true);
}

void StatusController::setManual(const ManualStatus &status, ClearAfter after)
{
    d->chose(status.availability);
    ManualStatus ending = status;
    ending.until = endOf(after, d->clock.wall(), QTimeZone::systemTimeZone());
    d->pick(ending, true);
}

void StatusController::setUntil(qint64 wall)
{
    d->here();
    d->pickUntil(wall);
}

void StatusController::setClearAfter(ClearAfter after)
{
    d->here();
    d->pickUntil(endOf(after, d->clock.wall(), QTimeZone::systemTimeZone()));
}

bool StatusController::canUndo() const
{
    return d->past.has_value();
}

void StatusController::undo()
{
    if (!d->past)
        return;
    d->here();
    const Private::Past past = *d->past;
    d->setPast({});
    d->pickedAt.reset();
    const bool newMood = past.recent.list() != d->recent.list();
    if (newMood) {
        d->recent = past.recent;
        d->store.saveRecentMoods(d->recent.list());
    }
    d->change(past.manual, past.before, StatusCause::Picked);
    d->settle(); // its end may have come meanwhile
    if (newMood)
        Q_EMIT recentMoodsChanged();
}

void StatusController::reconsider()
{
    d->settle();
}

void StatusController::forgetMood(const QString &mood)
{
    if (!d->recent.forget(mood))
        return;
    if (d->past)
        d->past->recent.forget(mood); // an undo does not bring it back
    d->store.saveRecentMoods(d->recent.list());
    Q_EMIT recentMoodsChanged();
}

void StatusController::announce()
{
    d->enqueue(protocol::SubStatus::Ask);
}

void StatusController::announceProfile()
{
    if (d->announced.reach != EffectiveStatus::Reach::Nobody)
        d->enqueue(protocol::SubStatus::ProfileChanged);
}

void StatusController::lineLost()
{
    d->waiting.clear();
    d->quiet->stop();
    d->announced = {};
    d->toAsk.clear();
    d->toChange.clear();
    d->toRefetch.clear();
    d->listQueued = false;
    d->facesStale = false;
    d->listPause->stop();
    d->listTimes.clear();
    d->told = {};
    d->updatePending();
}

protocol::Presence StatusController::currentPresence(protocol::SubStatus subStatus)
{
    return d->presence(d->announced.told(), subStatus);
}

std::optional<Told> StatusController::faceOf(const ContactId &id) const
{
    return d->faceOf(id);
}

std::optional<Told> StatusController::toldTo(const ContactId &id) const
{
    return d->told.of(id);
}

void StatusController::forgetTold(const ContactId &id)
{
    d->told.nothing(id);
}

protocol::Presence StatusController::presenceTo(const FaceQueue::Packet &packet, protocol::SubStatus subStatus)
{
    protocol::Presence presence = d->presence(packet.told, subStatus);
    presence.toList = packet.nodes;
    d->told.some(packet.told, packet.nodes);
    return presence;
}

} // namespace timbre::core
