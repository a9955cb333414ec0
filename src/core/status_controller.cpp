// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/status_controller.h"

#include "core/recent_moods.h"
#include "core/text.h"

#include <QSet>

#include <algorithm>

namespace timbre::core {

using namespace Qt::StringLiterals;

namespace {

// A pick after this long without news leaves at once; those that follow it sooner wait for as much quiet.
constexpr Milliseconds quietTime{300};
constexpr Milliseconds longestDelay{1'000}; // for someone who never stops picking

} // namespace

class StatusController::Private
{
public:
    Private(StatusController *owner, PresencePacer &thePacer, Connection &theConnection, Store &theStore,
            Clock &theClock, Random &random);

    EffectiveStatus target() const { return effectiveStatus({manual, connection.status().state}); }
    EffectiveStatus wanted() const { return effectiveStatus({manual, ConnectionState::Online}); }
    void pick(const ManualStatus &status, bool remember);
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
    RecentMoods recent;
    EffectiveStatus announced;
    QSet<protocol::SubStatus> waiting; // in the pacer's queue
    std::unique_ptr<Timer> quiet;
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
    recent(theStore.recentMoods()),
    quiet(theClock.makeTimer([this] { enqueue(protocol::SubStatus::Changed); })),
    run(QString::number(random.bits(), 36))
{
    manual.availability = wanted().availability;
    manual.mood = cleanMood(manual.mood);
}

void StatusController::Private::pick(const ManualStatus &status, bool remember)
{
    if (status.availability == Availability::Offline || status.availability == Availability::Unknown) {
        Q_ASSERT_X(false, "StatusController", "not something one can pick");
        return;
    }
    const ManualStatus cleaned{status.availability, cleanMood(status.mood)};
    if (cleaned == manual)
        return;
    const bool newMood = remember && !cleaned.mood.isEmpty() && cleaned.mood != manual.mood;
    manual = cleaned;
    store.saveManualStatus(manual);
    if (newMood) {
        recent.use(manual.availability, manual.mood, clock.wall());
        store.saveRecentMoods(recent.list());
    }
    schedule();
    Q_EMIT q->manualChanged(manual);
    if (newMood)
        Q_EMIT q->recentMoodsChanged();
    updatePending();
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
    return protocol::Frame{protocol::FrameType::BroadcastPresence, std::nullopt, presence(status, subStatus)};
}

protocol::Presence StatusController::Private::presence(const EffectiveStatus &status, protocol::SubStatus subStatus)
{
    protocol::Presence presence;
    presence.subStatus = static_cast<qint8>(subStatus);
    presence.show = static_cast<qint16>(showFromAvailability(status.availability));
    if (status.availability != Availability::Invisible)
        presence.status = moodForWire(status.mood);
    presence.extend = protocol::TextMap{{u"v"_s, u"1"_s}, {u"run"_s, run}, {u"seq"_s, QString::number(++seq)}};
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

ManualStatus StatusController::manual() const
{
    return d->manual;
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
    d->pick({availability, d->manual.mood}, false);
}

void StatusController::setMood(const QString &mood)
{
    d->pick({d->manual.availability, mood}, true);
}

void StatusController::setManual(const ManualStatus &status)
{
    d->pick(status, true);
}

void StatusController::forgetMood(const QString &mood)
{
    if (!d->recent.forget(mood))
        return;
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
