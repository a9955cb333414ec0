// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/status_controller.h"

#include "core/auto_away.h"
#include "core/presence_facts.h"
#include "core/recent_moods.h"
#include "core/text.h"

#include <QSet>
#include <QTimeZone>

#include <algorithm>

namespace timbre::core {

using namespace Qt::StringLiterals;

namespace {

// A pick after this long without news leaves at once; those that follow it sooner wait for as much quiet.
constexpr Milliseconds quietTime{300};
constexpr Milliseconds longestDelay{1'000}; // for someone who never stops picking
constexpr Milliseconds undoTime{5'000};
constexpr Milliseconds oneChange{60'000}; // steps within it have one "before"
constexpr qint64 longestLook = 60'000; // ms between two looks at a clock that may be set

} // namespace

class StatusController::Private
{
public:
    Private(StatusController *owner, PresencePacer &thePacer, Connection &theConnection, Store &theStore,
            Clock &theClock, Random &random);

    // What an undo brings back.
    struct Past {
        ManualStatus manual;
        ManualStatus before;
        RecentMoods recent;
    };

    EffectiveStatus target() const { return effectiveStatus(inputs(connection.status().state)); }
    EffectiveStatus wanted() const { return effectiveStatus(inputs(ConnectionState::Online)); }
    StatusInputs inputs(ConnectionState state) const;
    void watchDesk(IdleSource &source);
    void here();
    void noteSince();
    std::optional<ScheduledStatus> scheduledNow() const;
    void followWeek();
    void skipLine();
    void pick(const ManualStatus &status, bool remember);
    void pickUntil(qint64 until);
    void change(const ManualStatus &status, const ManualStatus &fallback);
    ManualStatus base() const;
    void settle();
    void watchEnd();
    void setPast(std::optional<Past> state);
    void schedule();
    void enqueue(protocol::SubStatus subStatus);
    std::optional<protocol::Frame> make(protocol::SubStatus subStatus);
    protocol::Presence presence(const EffectiveStatus &status, protocol::SubStatus subStatus);
    void updatePending();

    StatusController *q;
    PresencePacer &pacer;
    Connection &connection;
    Store &store;
    Clock &clock;
    ManualStatus manual;
    ManualStatus before;
    Schedule week;
    std::optional<qint64> pickedAt; // monotonic, of the last change of state or text by hand
    qint64 since = 0; // wall; our availability is what it is since then
    Availability sinceOf = Availability::Unknown;
    std::optional<Past> past;
    RecentMoods recent;
    EffectiveStatus announced;
    Audience audience;
    QSet<protocol::SubStatus> waiting; // in the pacer's queue
    std::unique_ptr<Timer> quiet;
    std::unique_ptr<Timer> end; // of the status, or the next look at the clock
    std::unique_ptr<Timer> undoEnd;
    std::unique_ptr<AutoAway> away; // once there is a source
    std::optional<ScheduledStatus> line; // of the week, as contacts were told last
    qint64 skippedUntil = 0; // wall; lines that end by then do not hold
    qint64 firstPickAt = 0; // of those not sent yet; only while quiet runs
    std::optional<qint64> toldAt; // monotonic, of the last frame that told a status
    QString run;
    qint64 seq = 0;
    bool pending = true;
};

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
    recent(theStore.recentMoods()),
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

void StatusController::Private::pick(const ManualStatus &status, bool remember)
{
    if (status.availability == Availability::Offline || status.availability == Availability::Unknown) {
        Q_ASSERT_X(false, "StatusController", "not something one can pick");
        return;
    }
    settle();
    const ManualStatus cleaned{status.availability, cleanMood(status.mood), boundedEnd(status.until, clock.wall())};
    if (cleaned == manual)
        return;
    if (cleaned.availability == manual.availability && cleaned.mood == manual.mood) {
        pickUntil(cleaned.until);
        return;
    }
    const bool newMood = remember && !cleaned.mood.isEmpty() && cleaned.mood != manual.mood;
    setPast(Past{manual, before, recent});
    if (newMood) {
        recent.use(cleaned.availability, cleaned.mood, clock.wall());
        store.saveRecentMoods(recent.list());
    }
    const ManualStatus fallback = base();
    pickedAt = clock.monotonic();
    change(cleaned, fallback);
    if (newMood)
        Q_EMIT q->recentMoodsChanged();
}

void StatusController::Private::pickUntil(qint64 until)
{
    settle();
    const qint64 bounded = boundedEnd(until, clock.wall());
    if (bounded == manual.until)
        return;
    setPast(Past{manual, before, recent});
    change({manual.availability, manual.mood, bounded}, before);
}

void StatusController::Private::change(const ManualStatus &status, const ManualStatus &fallback)
{
    manual = status;
    before = fallback;
    noteSince();
    store.saveManualStatus(manual, before);
    watchEnd();
    schedule();
    Q_EMIT q->manualChanged(manual);
    updatePending();
}

StatusInputs StatusController::Private::inputs(ConnectionState state) const
{
    return {manual, before, clock.wall(), state, away ? away->absence() : std::nullopt, scheduledNow()};
}

void StatusController::Private::watchDesk(IdleSource &source)
{
    away = std::make_unique<AutoAway>(source, clock);
    QObject::connect(away.get(), &AutoAway::changed, q, [this] {
        noteSince();
        schedule();
        Q_EMIT q->absenceChanged();
        updatePending();
    });
}

void StatusController::Private::here()
{
    if (away)
        away->here();
}

void StatusController::Private::noteSince()
{
    const EffectiveStatus now = wanted();
    if (now.availability == sinceOf)
        return;
    sinceOf = now.availability;
    since = now.idleSince > 0 ? now.idleSince : clock.wall();
}

// What a change made now may go back to.
ManualStatus StatusController::Private::base() const
{
    const bool isOneChange = pickedAt && clock.monotonic() - *pickedAt < oneChange.count();
    if (manual.until != 0 || isOneChange)
        return before;
    return manual;
}

// A status past its end makes way for the one before, in the profile too.
void StatusController::Private::settle()
{
    const ManualStatus now = manualNow(manual, before, clock.wall());
    if (now != manual) {
        setPast({});
        pickedAt.reset();
        change(now, now);
    } else if (manual.until != 0 || !week.isEmpty()) {
        watchEnd();
        Q_EMIT q->minutePassed();
    }
    followWeek();
}

void StatusController::Private::watchEnd()
{
    const qint64 now = clock.wall();
    qint64 next = manual.until;
    if (const qint64 edge = week.nextChange(now, QTimeZone::systemTimeZone()); edge != 0)
        next = next == 0 ? edge : std::min(next, edge);
    if (next == 0)
        end->stop();
    else
        end->start(Milliseconds(std::clamp<qint64>(next - now, 0, longestLook)));
}

std::optional<ScheduledStatus> StatusController::Private::scheduledNow() const
{
    const auto found = week.at(clock.wall(), QTimeZone::systemTimeZone());
    return found && found->until > skippedUntil ? found : std::nullopt;
}

// A line of the schedule began or ended.
void StatusController::Private::followWeek()
{
    const std::optional<ScheduledStatus> now = scheduledNow();
    if (now == line)
        return;
    line = now;
    noteSince();
    schedule();
    Q_EMIT q->scheduleChanged();
    updatePending();
}

// Picking Chat by hand means now, whatever the week says.
void StatusController::Private::skipLine()
{
    if (const auto holds = scheduledNow()) {
        skippedUntil = holds->until;
        followWeek();
    }
}

void StatusController::Private::setPast(std::optional<Past> state)
{
    const bool could = past.has_value();
    past = std::move(state);
    if (past)
        undoEnd->start(undoTime);
    else
        undoEnd->stop();
    if (past.has_value() != could)
        Q_EMIT q->canUndoChanged(past.has_value());
}

void StatusController::Private::schedule()
{
    if (announced.reach == EffectiveStatus::Reach::Nobody)
        return; // the first broadcast will say it
    if (target() == announced) {
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
        if (subStatus == protocol::SubStatus::Changed && status == announced)
            return std::nullopt;
        announced = status;
        toldAt = clock.monotonic();
        quiet->stop();
        updatePending();
    }
    const auto listeners = audience ? audience() : std::nullopt;
    if (listeners && listeners->isEmpty())
        return std::nullopt; // told everybody there is
    protocol::Presence told = presence(status, subStatus);
    told.toList = listeners;
    return protocol::Frame{protocol::FrameType::BroadcastPresence, std::nullopt, std::move(told)};
}

protocol::Presence StatusController::Private::presence(const EffectiveStatus &status, protocol::SubStatus subStatus)
{
    protocol::Presence presence;
    presence.subStatus = static_cast<qint8>(subStatus);
    presence.show = static_cast<qint16>(showFromAvailability(status.availability));
    presence.extend = protocol::TextMap{{u"v"_s, u"1"_s}, {u"run"_s, run}, {u"seq"_s, QString::number(++seq)}};
    if (status.availability != Availability::Invisible) {
        presence.status = moodForWire(status.mood);
        writeFacts({status.until, since, status.idleSince}, *presence.extend);
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
    d->here();
    d->settle();
    if (availability == Availability::Chat)
        d->skipLine();
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
    d->here();
    d->settle();
    if (status.availability == Availability::Chat)
        d->skipLine();
    if (status.until != 0 || status.availability != d->manual.availability || cleanMood(status.mood) != d->manual.mood)
        d->pick(status, true);
}

void StatusController::setManual(const ManualStatus &status, ClearAfter after)
{
    d->here();
    if (status.availability == Availability::Chat)
        d->skipLine();
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
    d->change(past.manual, past.before);
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
    d->updatePending();
}

protocol::Presence StatusController::currentPresence(protocol::SubStatus subStatus)
{
    return d->presence(d->announced, subStatus);
}

} // namespace timbre::core
