// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clear_after.h"
#include "core/connection.h"
#include "core/effective_status.h"
#include "core/session.h"

#include <QString>
#include <QTime>

// Sentences for the typed errors and states of core: the one place where they are worded and
// translated. Every sentence says what happened and what will happen or can be done, in plain
// words; codes only in "details".
namespace timbre::gui::words {

// "Reconnecting…", "Wrong password. …". `secondsToRetry` < 0 = not waiting.
QString connectionSentence(const core::ConnectionStatus &status, int secondsToRetry);
QString connectionDetails(const core::ConnectionStatus &status);
QString requestSentence(core::RequestProblem problem, const QString &contactName);
// "just now", "5 minutes ago", "today 14:02", "yesterday 18:40", "20 March" from two wall times.
QString ago(qint64 wallThen, qint64 wallNow);
// The same moment without an age: "14:02", "yesterday 18:40", "20 March". For "since" and "as of".
QString moment(qint64 wallThen, qint64 wallNow);
// Milliseconds until ago() of the same moment reads differently: one wake-up per visible change.
qint64 agoChangesIn(qint64 wallThen, qint64 wallNow);
// What a "clear after" is called: "1 hour", "Today".
QString clearAfterName(core::ClearAfter choice);
// An end ahead, in our own time zone: "15:00" within a day, "Friday" within a week, else "20 March" (features.md S2).
QString untilMoment(qint64 wallEnd, qint64 wallNow);
QString until(qint64 wallEnd, qint64 wallNow); // "until 15:00"
// "Busy until 15:00"; only the state if there is no end ahead.
QString stateUntil(const QString &state, qint64 wallEnd, qint64 wallNow);
// The same, and what comes then: "Busy until 15:00, then Chat"; `next` empty = not known.
QString stateUntilThen(const QString &state, qint64 wallEnd, const QString &next, qint64 wallNow);
// Why a contact that floods us does not change: "Changes too often; shown again at 14:05".
QString muted(qint64 wallUntil);
// Why one is away by itself: "idle since 14:02", "locked since 14:02".
QString absence(const core::Absence &absence, qint64 wallNow);
// "14:02", as the locale writes it.
QString clockTime(qint64 wall);
QString clockTime(const QTime &time);

} // namespace timbre::gui::words
