// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/status_controller_private.h"
#include "core/text.h"

#include <algorithm>
#include <utility>

namespace timbre::core {

namespace {

constexpr Milliseconds undoTime{5'000};
constexpr Milliseconds oneChange{60'000}; // steps within it have one "before"
constexpr qint64 longestLook = 60'000; // ms between two looks at a clock that may be set

bool canBePicked(Availability availability)
{
    return isPresent(availability) || availability == Availability::Invisible;
}

} // namespace

void StatusController::Private::pick(const ManualStatus &status, bool remember)
{
    if (!canBePicked(status.availability)) {
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
    const bool newMood = remember && rememberMoods && !cleaned.mood.isEmpty() && cleaned.mood != manual.mood;
    setPast(Past{manual, before, recent});
    if (newMood) {
        recent.use(cleaned.availability, cleaned.mood, clock.wall());
        store.saveRecentMoods(recent.list());
    }
    const ManualStatus fallback = base();
    pickedAt = clock.monotonic();
    change(cleaned, fallback, StatusCause::Picked);
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
    change({manual.availability, manual.mood, bounded}, before, StatusCause::Picked);
}

void StatusController::Private::adopt(const ManualStatus &status, const ManualStatus &fallback)
{
    settle();
    const ManualStatus cleaned{status.availability, cleanMood(status.mood), boundedEnd(status.until, clock.wall())};
    const ManualStatus back{fallback.availability, cleanMood(fallback.mood), 0};
    if (!canBePicked(cleaned.availability) || !canBePicked(back.availability)
        || (status.until != 0 && cleaned.until == 0))
        return;
    if (cleaned == manual && back == before)
        return;
    setPast({});
    pickedAt.reset();
    change(cleaned, back, StatusCause::OtherDevice);
}

void StatusController::Private::change(const ManualStatus &status, const ManualStatus &fallback, StatusCause why)
{
    cause = why;
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
    std::optional<Absence> absence = away ? away->absence() : std::nullopt;
    if (absence && mayTellAbsence && !mayTellAbsence(*absence))
        absence.reset();
    return {manual, before, clock.wall(), state, absence, scheduledNow(), desktopQuiet,
            visibility && visibility->isStrict()};
}

// What comes at its end, as far as the picks and the week say: no absence lasts for sure.
EffectiveStatus StatusController::Private::withNext(EffectiveStatus status) const
{
    if (status.until == 0)
        return status;
    const Availability next
        = effectiveStatus({manual, before, status.until, ConnectionState::Online, {}, lineAt(status.until), false, false})
              .availability;
    if (isPresent(next) && next != status.availability)
        status.next = next;
    return status;
}

void StatusController::Private::watchDesk(IdleSource &source)
{
    away = std::make_unique<AutoAway>(source, clock);
    away->setLimits(limits);
    QObject::connect(away.get(), &AutoAway::changed, q, [this] { followDesk(); });
}

void StatusController::Private::followDesk()
{
    const bool isAbsent = wanted().idleSince > 0;
    if (isAbsent != toldAbsent) {
        toldAbsent = isAbsent;
        cause = isAbsent ? StatusCause::Absent : StatusCause::Returned;
    }
    noteSince();
    schedule();
    Q_EMIT q->absenceChanged();
    updatePending();
}

void StatusController::Private::setDesktopQuiet(bool isQuiet)
{
    if (std::exchange(desktopQuiet, isQuiet) == isQuiet)
        return;
    cause = StatusCause::DesktopQuiet;
    noteSince();
    schedule();
    Q_EMIT q->absenceChanged(); // what contacts are told is not the pick, or is again
    updatePending();
}

void StatusController::Private::here()
{
    if (away)
        away->here();
}

void StatusController::Private::chose(Availability availability)
{
    here();
    settle();
    if (availability == Availability::Chat)
        skipLine();
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
        change(now, now, StatusCause::Ended);
    } else if (manual.until != 0 || !week.isEmpty() || !plan.isEmpty()) {
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
    if (const qint64 edge = plan.nextChange(now); edge != 0)
        next = next == 0 ? edge : std::min(next, edge);
    if (next == 0)
        end->stop();
    else
        end->start(Milliseconds(std::clamp<qint64>(next - now, 0, longestLook)));
}

std::optional<ScheduledStatus> StatusController::Private::scheduledNow() const
{
    return lineAt(clock.wall());
}

std::optional<ScheduledStatus> StatusController::Private::lineAt(qint64 wall) const
{
    auto found = plan.at(wall);
    if (!found)
        found = week.at(wall, QTimeZone::systemTimeZone());
    return found && found->until > skippedUntil ? found : std::nullopt;
}

void StatusController::Private::savePlan()
{
    if (!DayPlan::isNewer(store.document(planDocument)))
        store.saveDocument(planDocument, plan.toJson());
}

// A line of the schedule began or ended.
void StatusController::Private::followWeek()
{
    const std::optional<ScheduledStatus> now = scheduledNow();
    if (now == line)
        return;
    line = now;
    cause = StatusCause::Scheduled;
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

} // namespace timbre::core
