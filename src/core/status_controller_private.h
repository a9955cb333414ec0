// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/auto_away.h"
#include "core/recent_moods.h"
#include "core/status_controller.h"
#include "core/told_record.h"

#include <QSet>

#include <deque>

namespace timbre::core {

// What StatusController keeps and does, in three files: status_controller.cpp is the way in, status_picks.cpp knows
// what the user and the clock want, status_frames.cpp what contacts are told and when.
class StatusController::Private
{
public:
    Private(StatusController *owner, PresencePacer &thePacer, Connection &theConnection, Store &theStore,
            Clock &theClock, Random &random);

    static constexpr QLatin1StringView planDocument{"day-plan"};

    // What an undo brings back.
    struct Past {
        ManualStatus manual;
        ManualStatus before;
        RecentMoods recent;
    };

    EffectiveStatus target() const { return withNext(effectiveStatus(inputs(connection.status().state))); }
    EffectiveStatus wanted() const { return withNext(effectiveStatus(inputs(ConnectionState::Online))); }
    EffectiveStatus withNext(EffectiveStatus status) const;
    StatusInputs inputs(ConnectionState state) const;
    void watchDesk(IdleSource &source);
    // What the desktop says of absence, or whether it may be told, is another.
    void followDesk();
    void adopt(const ManualStatus &status, const ManualStatus &fallback);
    protocol::TextMap nextStamp();
    void here();
    void setDesktopQuiet(bool isQuiet);
    // Somebody is here and picked this state; Chat ends the line of the week that holds.
    void chose(Availability availability);
    void noteSince();
    std::optional<ScheduledStatus> scheduledNow() const;
    void followWeek();
    // Of the plan, else of the week.
    std::optional<ScheduledStatus> lineAt(qint64 wall) const;
    void savePlan();
    void skipLine();
    void pick(const ManualStatus &status, bool remember);
    void pickUntil(qint64 until);
    void change(const ManualStatus &status, const ManualStatus &fallback, StatusCause why);
    ManualStatus base() const;
    void settle();
    void watchEnd();
    void setPast(std::optional<Past> state);
    void schedule();
    void enqueue(protocol::SubStatus subStatus);
    std::optional<protocol::Frame> make(protocol::SubStatus subStatus);
    protocol::Presence presence(const Told &told, protocol::SubStatus subStatus);
    bool mustVanish(const EffectiveStatus &next) const;
    void facesChanged();
    std::optional<Told> faceOf(const ContactId &id) const;
    void addToLists(protocol::SubStatus subStatus, const QList<QString> &nodes);
    bool haveLists() const { return !toAsk.isEmpty() || !toChange.isEmpty() || !toRefetch.isEmpty(); }
    void enqueueList();
    std::optional<protocol::Frame> makeList();
    void updatePending();

    StatusController *q;
    PresencePacer &pacer;
    Connection &connection;
    Store &store;
    Clock &clock;
    ManualStatus manual;
    ManualStatus before;
    Schedule week;
    DayPlan plan;
    std::optional<qint64> pickedAt; // monotonic, of the last change of state or text by hand
    qint64 since = 0; // wall; our availability is what it is since then
    Availability sinceOf = Availability::Unknown;
    std::optional<Past> past;
    RecentMoods recent;
    EffectiveStatus announced;
    Audience audience;
    VisibilityKeeper *visibility = nullptr;
    QSet<protocol::SubStatus> waiting; // in the pacer's queue
    FaceQueue toAsk; // broadcasts by name, what is left of them
    FaceQueue toChange;
    FaceQueue toRefetch;
    bool listQueued = false; // in the pacer
    bool facesStale = false; // the rules changed since the last broadcast
    std::deque<qint64> listTimes; // monotonic, of the lists sent last
    std::unique_ptr<Timer> listPause;
    ToldRecord told; // on this line
    std::unique_ptr<Timer> quiet;
    std::unique_ptr<Timer> end; // of the status, or the next look at the clock
    std::unique_ptr<Timer> undoEnd;
    std::unique_ptr<AutoAway> away; // once there is a source
    bool desktopQuiet = false;
    AwayLimits limits;
    std::function<bool(const Absence &)> mayTellAbsence;
    StatusCause cause = StatusCause::Picked;
    bool rememberMoods = true;
    bool toldAbsent = false; // when the desktop was followed last
    std::optional<ScheduledStatus> line; // of the week, as contacts were told last
    qint64 skippedUntil = 0; // wall; lines that end by then do not hold
    qint64 firstPickAt = 0; // of those not sent yet; only while quiet runs
    std::optional<qint64> toldAt; // monotonic, of the last frame that told a status
    QString run;
    qint64 seq = 0;
    bool pending = true;
};

} // namespace timbre::core
