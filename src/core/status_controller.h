// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/away_limits.h"
#include "core/clear_after.h"
#include "core/clock.h"
#include "core/day_plan.h"
#include "core/effective_status.h"
#include "core/face_queue.h"
#include "core/idle_source.h"
#include "core/preferences.h"
#include "core/presence_pacer.h"
#include "core/random.h"
#include "core/visibility_keeper.h"
#include "core/status_cause.h"

#include <QObject>

#include <functional>

namespace timbre::core {

// Owns what the user picked, when that ends, and tells the server, as the difference of two effective values. One owner
// per account (Session). GUI thread. Picks apply at once here (optimistic) and leave at once; within 300 ms of the last
// packet they are gathered into one, after 300 ms of quiet and at most 1 s after the first. All through the shared
// PresencePacer, at most one of a kind waiting. Every frame carries in `extend` `v`, `run` (random, one per object) and
// `seq`, rising within the run, and the times of presence_facts.h. Does not answer askers: PresenceExchange does, from
// announced().
//
// A status with an end goes back, state and text, to the last one without an end; changes within a minute are one
// change, so that a state, its mood and its end may be picked one after the other. A change of state or text by hand
// drops the end; changing only the end remembers no mood. Ends are wall-clock times: looked at when they are due, every
// minute in between (someone may set the clock), before every frame, and when reconsider() is called after a sleep.
//
// The plan for today, and else the weekly schedule, takes the place of Chat while one of its lines holds; picking Chat
// meanwhile skips that line.
// Absence (AutoAway, once there is an IdleSource) is never saved; every pick, the same one too, says that the user is
// here. Whether an absence may be told is OwnDevices' to say: the user may be at another device.
class StatusController : public QObject
{
    Q_OBJECT

public:
    StatusController(PresencePacer &pacer, Connection &connection, Store &store, Clock &clock, Random &random,
                     QObject *parent = nullptr);
    ~StatusController() override;

    // Asked before each broadcast: the nodes it goes to, nothing = the server's whole roster, which may hold people the
    // user never accepted. Unset = nothing. A broadcast to nodes leaves as one list per distinct face, at most 200 ids
    // a packet and five packets a second.
    using Audience = std::function<std::optional<QList<QString>>(const EffectiveStatus &status)>;
    void setAudience(Audience audience);
    // Once: who gets which face, and whether Invisible is strict; outlives this. Without it everybody hears the same.
    void setVisibility(VisibilityKeeper &visibility);

    // What the user wants.
    ManualStatus manual() const;
    // What contacts are to be told while there is a line: the pick, or Away in its place.
    EffectiveStatus effective() const;
    // Why that is not the pick; nothing while it is.
    std::optional<Absence> absence() const;
    // Nobody is at this computer, told or not; and the wall time since which nobody is, as far as is known.
    std::optional<Absence> absenceHere() const;
    qint64 activeAt() const;
    AwayLimits awayLimits() const;
    // So that activeAt() is of this moment, soon.
    void lookAtDesk();
    // What made the last change of manual() or effective().
    StatusCause cause() const;
    // The line of the schedule that holds now instead of the pick, if one does.
    std::optional<ScheduledStatus> scheduled() const;
    const Schedule &schedule() const;
    // Whether this desktop tells how long nobody touched it, and whether it is locked. Both false without a source.
    bool seesIdle() const;
    bool seesLock() const;
    // What manual() goes back to at its end.
    ManualStatus fallback() const;
    // What contacts were told last on this line; Reach::Nobody before the first broadcast.
    EffectiveStatus announced() const;
    // The pick has not left yet: the header shows a clock mark.
    bool isPending() const;
    QList<RecentMood> recentMoods() const;
    // The last change may be taken back: for five seconds after each, not after one that came by itself.
    bool canUndo() const;

    void setAvailability(Availability availability);
    // Cleans and cuts the text (core/text.h).
    void setMood(const QString &mood);
    void setManual(const ManualStatus &status);
    void setManual(const ManualStatus &status, ClearAfter after);
    // The end alone, of what is picked now.
    void setUntil(qint64 wall);
    void setClearAfter(ClearAfter after);
    void undo();
    // The user is here: ends an absence, whatever the desktop says.
    void here();
    void setSchedule(const Schedule &schedule);
    // Of today; goes before the week. Empty once it is over.
    const DayPlan &plan() const;
    void setPlan(const DayPlan &plan);
    // What plan and week make of the day, in the order of beginning.
    QList<ScheduledStatus> planOfDay(const QDate &day, const QTimeZone &zone) const;
    // Once; `source` outlives this.
    void setIdleSource(IdleSource &source);
    // The desktop is quiet and the user wants to be Busy meanwhile; in the place of Chat, never saved.
    void setDesktopQuiet(bool quiet);
    bool isDesktopQuiet() const;
    // Asked whether an absence may be told; unset = yes. reconsiderAbsence() when the answer may be another.
    void setAbsenceCheck(std::function<bool(const Absence &)> mayTell);
    void reconsiderAbsence();
    // Minutes until Away, the lock, remembering moods; at once.
    void setPreferences(const Preferences &preferences);
    // Another device of the user's picked this later than what is picked here: no undo, no remembered mood, and it does
    // not say that somebody is here.
    void adopt(const ManualStatus &status, const ManualStatus &fallback);
    void forgetMood(const QString &mood);
    // Time may have passed unseen: the machine slept, or someone set its clock.
    void reconsider();

    // The line is synchronized: one broadcast with subStatus Ask. Also after an offline notice for our own node.
    void announce();
    // Our user info changed: one broadcast with subStatus ProfileChanged, if contacts were told anything yet.
    void announceProfile();
    // Sign-out: tells contacts nothing more; the server sends the notice.
    void lineLost();

    // What was announced last, with the given subStatus and the next seq.
    protocol::Presence currentPresence(protocol::SubStatus subStatus);
    // What this contact is to hear of it; nothing = it hears nothing. Whoever was shown something on this line that is
    // hidden by now hears Invisible.
    std::optional<Told> faceOf(const ContactId &id) const;
    // What this contact heard last on this line.
    std::optional<Told> toldTo(const ContactId &id) const;
    // Became a contact, or is none any more: no broadcast so far was for it.
    void forgetTold(const ContactId &id);
    // A list of people of one face; whoever asks for it sends it.
    protocol::Presence presenceTo(const FaceQueue::Packet &packet, protocol::SubStatus subStatus);
    // Names this run of the program in `extend`.
    QString run() const;
    // `v`, `run` and the next `seq`, for a frame that says something else than what contacts hear.
    protocol::TextMap nextStamp();

Q_SIGNALS:
    void manualChanged(const timbre::core::ManualStatus &status);
    void pendingChanged(bool pending);
    void recentMoodsChanged();
    void canUndoChanged(bool can);
    void absenceChanged(); // or what can be seen of it
    void scheduleChanged(); // or which line of it holds
    // Strictly invisible from now on, and people were told something on this line: it must be closed before anything
    // else leaves. Nothing leaves until announce().
    void mustVanish();
    // The same the other way round: everybody is being asked.
    void reappeared();
    // A status with an end or the schedule was looked at, about once a minute: words such as "until Friday" may read
    // differently now.
    void minutePassed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace timbre::core
