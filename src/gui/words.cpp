// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/words.h"

#include "core/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace timbre::gui::words {

namespace {

using core::ConnectionProblem;
using core::ConnectionState;
using core::RequestProblem;

QString problemSentence(ConnectionProblem problem)
{
    switch (problem) {
    case ConnectionProblem::None:
        return QCoreApplication::translate("Words", "Not connected.");
    case ConnectionProblem::HostNotFound:
        return QCoreApplication::translate("Words", "No server is known by this name, or this computer is offline.");
    case ConnectionProblem::Refused:
        return QCoreApplication::translate("Words", "Nobody listens at this address.");
    case ConnectionProblem::ConnectTimeout:
        return QCoreApplication::translate("Words", "The server does not answer.");
    case ConnectionProblem::NotATimServer:
        return QCoreApplication::translate("Words", "What answers at this address is not a tim server.");
    case ConnectionProblem::SignInTimeout:
        return QCoreApplication::translate("Words", "The server did not answer the sign-in in time.");
    case ConnectionProblem::LineLost:
        return QCoreApplication::translate("Words", "The connection was lost.");
    case ConnectionProblem::ClosedByServer:
        return QCoreApplication::translate("Words", "The server closed the connection.");
    case ConnectionProblem::TlsUntrusted:
        return QCoreApplication::translate("Words", "The certificate of the server cannot be trusted.");
    case ConnectionProblem::ProtocolError:
        return QCoreApplication::translate("Words", "The server sent something Timbre cannot read.");
    case ConnectionProblem::WrongPassword:
        return QCoreApplication::translate("Words", "Name or password is wrong.");
    case ConnectionProblem::TokenRefused:
        return QCoreApplication::translate("Words", "Your sign-in has expired.");
    case ConnectionProblem::SignedInElsewhere:
        return QCoreApplication::translate("Words", "You are signed in on another device.");
    case ConnectionProblem::Kicked:
        return QCoreApplication::translate("Words", "The server ended your session.");
    case ConnectionProblem::OverEntry:
        return QCoreApplication::translate("Words", "Too many devices are signed in.");
    case ConnectionProblem::SignInRefused:
        return QCoreApplication::translate("Words", "The server refused the sign-in.");
    case ConnectionProblem::BadAddress:
        return QCoreApplication::translate("Words", "This is not an address of a tim server.");
    case ConnectionProblem::Hiding:
        return QCoreApplication::translate("Words", "Going invisible: signing in again without telling anyone.");
    case ConnectionProblem::ProxyUnreachable:
        return QCoreApplication::translate("Words", "The proxy cannot be reached. See Settings, Accounts & connection.");
    case ConnectionProblem::ProxyRefused:
        return QCoreApplication::translate("Words", "The proxy wants a name and a password, or others than these.");
    }
    Q_UNREACHABLE();
}

constexpr qint64 minute = 60 * 1000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

} // namespace

QString connectionSentence(const core::ConnectionStatus &status, int secondsToRetry)
{
    switch (status.state) {
    case ConnectionState::Offline:
        return status.problem == ConnectionProblem::None ? QCoreApplication::translate("Words", "You are signed out.")
                                                         : problemSentence(status.problem);
    case ConnectionState::Resolving:
    case ConnectionState::Connecting:
        return status.problem == ConnectionProblem::None ? QCoreApplication::translate("Words", "Connecting…")
                                                         : QCoreApplication::translate("Words", "Reconnecting…");
    case ConnectionState::Authenticating:
        return QCoreApplication::translate("Words", "Signing in…");
    case ConnectionState::Synchronizing:
        return QCoreApplication::translate("Words", "Fetching your contacts…");
    case ConnectionState::Online:
        return {};
    case ConnectionState::WaitingToRetry:
        if (secondsToRetry < 0 || status.problem == ConnectionProblem::Hiding)
            return problemSentence(status.problem);
        //: %1 is a whole sentence, "The connection was lost."
        return QCoreApplication::translate("Words", "%1 Next try in %n s.", nullptr, secondsToRetry)
            .arg(problemSentence(status.problem));
    case ConnectionState::Blocked:
        return problemSentence(status.problem);
    }
    Q_UNREACHABLE();
}

QString connectionDetails(const core::ConnectionStatus &status)
{
    const auto name = [&status] {
        switch (status.problem) {
        case ConnectionProblem::None:
            return "none"_L1;
        case ConnectionProblem::HostNotFound:
            return "host not found"_L1;
        case ConnectionProblem::Refused:
            return "connection refused"_L1;
        case ConnectionProblem::ConnectTimeout:
            return "connect timeout"_L1;
        case ConnectionProblem::NotATimServer:
            return "websocket handshake refused"_L1;
        case ConnectionProblem::SignInTimeout:
            return "sign-in timeout"_L1;
        case ConnectionProblem::LineLost:
            return "line lost"_L1;
        case ConnectionProblem::ClosedByServer:
            return "closed by server"_L1;
        case ConnectionProblem::TlsUntrusted:
            return "tls certificate not trusted"_L1;
        case ConnectionProblem::ProxyUnreachable:
            return "proxy unreachable"_L1;
        case ConnectionProblem::ProxyRefused:
            return "proxy refused"_L1;
        case ConnectionProblem::ProtocolError:
            return "undecodable frame"_L1;
        case ConnectionProblem::WrongPassword:
            return "permission denied"_L1;
        case ConnectionProblem::TokenRefused:
            return "token refused"_L1;
        case ConnectionProblem::SignedInElsewhere:
            return "taken over by another session"_L1;
        case ConnectionProblem::Kicked:
            return "kicked"_L1;
        case ConnectionProblem::OverEntry:
            return "over entry"_L1;
        case ConnectionProblem::SignInRefused:
            return "sign-in refused"_L1;
        case ConnectionProblem::BadAddress:
            return "bad address"_L1;
        case ConnectionProblem::Hiding:
            return "closed to become invisible"_L1;
        }
        Q_UNREACHABLE();
    }();
    // Not translated: it is for searching and for bug reports.
    return status.serverCode == 0 ? QString(name) : u"%1 (%2)"_s.arg(name).arg(status.serverCode);
}

QString requestSentence(RequestProblem problem, const QString &contactName)
{
    const QString who = core::isolated(contactName);
    switch (problem) {
    case RequestProblem::NotConnected:
        return QCoreApplication::translate("Words", "You are not connected. Try again when the line is back.");
    case RequestProblem::NoAnswer:
        return QCoreApplication::translate("Words", "The server did not answer. Please try again.");
    case RequestProblem::NoSuchAccount:
        return QCoreApplication::translate("Words", "There is no account %1 on this server.").arg(who);
    case RequestProblem::Yourself:
        return QCoreApplication::translate("Words", "This is your own account.");
    case RequestProblem::BlockedByThem:
        return QCoreApplication::translate("Words", "%1 does not accept requests from you.").arg(who);
    case RequestProblem::AlreadyContact:
        return QCoreApplication::translate("Words", "%1 is already in your contacts.").arg(who);
    case RequestProblem::ServerError:
        return QCoreApplication::translate("Words", "The server could not do this. Please try again later.");
    }
    Q_UNREACHABLE();
}

QString clockTime(qint64 wall)
{
    return clockTime(QDateTime::fromMSecsSinceEpoch(wall).time());
}

QString clockTime(const QTime &time)
{
    const QString format = QLocale().timeFormat(QLocale::ShortFormat);
    // The C locale's short time has seconds.
    return QLocale().toString(time, format.contains(u"ss") ? u"HH:mm"_s : format);
}

QString ago(qint64 wallThen, qint64 wallNow)
{
    const qint64 age = wallNow - wallThen;
    if (age > -minute && age < minute) // a peer's clock may be a little ahead
        return QCoreApplication::translate("Words", "just now");
    if (age > 0 && age < hour) {
        const int minutes = static_cast<int>(age / minute); // lupdate takes no cast as an argument
        return QCoreApplication::translate("Words", "%n minute(s) ago", nullptr, minutes);
    }
    if (QDateTime::fromMSecsSinceEpoch(wallThen).date() == QDateTime::fromMSecsSinceEpoch(wallNow).date())
        //: %1 is a time of day
        return QCoreApplication::translate("Words", "today %1").arg(clockTime(wallThen));
    return moment(wallThen, wallNow);
}

QString moment(qint64 wallThen, qint64 wallNow)
{
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(wallThen);
    const QDate today = QDateTime::fromMSecsSinceEpoch(wallNow).date();
    const qint64 days = then.date().daysTo(today);
    if (days == 0)
        return clockTime(then.time());
    if (days == 1)
        //: %1 is a time of day
        return QCoreApplication::translate("Words", "yesterday %1").arg(clockTime(then.time()));
    if (then.date().year() == today.year())
        //: a date without its year, as QDate::toString() takes it
        return QLocale().toString(then.date(), QCoreApplication::translate("Words", "d MMMM"));
    //: a date, as QDate::toString() takes it
    return QLocale().toString(then.date(), QCoreApplication::translate("Words", "d MMMM yyyy"));
}

QString clearAfterName(core::ClearAfter choice)
{
    switch (choice) {
    case core::ClearAfter::Never:
        return QCoreApplication::translate("Words", "Don’t clear");
    case core::ClearAfter::HalfHour:
        return QCoreApplication::translate("Words", "30 minutes");
    case core::ClearAfter::Hour:
        return QCoreApplication::translate("Words", "1 hour");
    case core::ClearAfter::FourHours:
        return QCoreApplication::translate("Words", "4 hours");
    case core::ClearAfter::TomorrowMorning:
        return QCoreApplication::translate("Words", "Tomorrow morning", "clear after");
    case core::ClearAfter::Today:
        return QCoreApplication::translate("Words", "Today", "clear after");
    case core::ClearAfter::ThisWeek:
        return QCoreApplication::translate("Words", "This week", "clear after");
    }
    Q_UNREACHABLE();
}

QString untilMoment(qint64 wallEnd, qint64 wallNow)
{
    const QDateTime end = QDateTime::fromMSecsSinceEpoch(wallEnd);
    if (wallEnd - wallNow < day)
        return clockTime(end.time());
    if (wallEnd - wallNow < 7 * day)
        return QLocale().standaloneDayName(end.date().dayOfWeek());
    return moment(wallEnd, wallNow);
}

QString until(qint64 wallEnd, qint64 wallNow)
{
    //: %1 is a time, a day of the week or a date: "until 15:00", "until Friday", "until 20 March"
    return QCoreApplication::translate("Words", "until %1").arg(untilMoment(wallEnd, wallNow));
}

QString stateUntilThen(const QString &state, qint64 wallEnd, const QString &next, qint64 wallNow)
{
    const QString first = stateUntil(state, wallEnd, wallNow);
    if (next.isEmpty() || wallEnd <= wallNow)
        return first;
    //: %1 is "Busy until 15:00", %2 a state
    return QCoreApplication::translate("Words", "%1, then %2").arg(first, next);
}

QString muted(qint64 wallUntil)
{
    //: %1 is a time of day
    return QCoreApplication::translate("Words", "Changes too often; shown again at %1").arg(clockTime(wallUntil));
}

QString absence(const core::Absence &absence, qint64 wallNow)
{
    const QString since = moment(absence.since, wallNow);
    return absence.reason == core::Absence::Reason::Locked
        //: %1 is a time, "14:02" or "yesterday 18:40"
        ? QCoreApplication::translate("Words", "locked since %1").arg(since)
        : QCoreApplication::translate("Words", "idle since %1").arg(since);
}

QString stateUntil(const QString &state, qint64 wallEnd, qint64 wallNow)
{
    if (wallEnd <= wallNow)
        return state;
    //: %1 is a state, %2 a time, a day of the week or a date: "Busy until 15:00", "Away until Friday"
    return QCoreApplication::translate("Words", "%1 until %2").arg(state, untilMoment(wallEnd, wallNow));
}

qint64 agoChangesIn(qint64 wallThen, qint64 wallNow)
{
    const qint64 age = wallNow - wallThen;
    if (age > -minute && age < minute)
        return minute - qMax<qint64>(age, 0);
    if (age > 0 && age < hour)
        return minute - age % minute;
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(wallNow);
    return qMax<qint64>(1000, now.msecsTo(now.date().addDays(1).startOfDay()));
}

} // namespace timbre::gui::words
