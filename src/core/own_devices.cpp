// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/own_devices.h"

#include "core/presence_facts.h"
#include "core/text.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QScopedValueRollback>

#include <algorithm>

namespace timbre::core {

using namespace Qt::StringLiterals;

namespace {

constexpr auto documentName = "own-devices"_L1;
constexpr qsizetype longestId = 32;
constexpr qint64 settleTime = 10'000; // ms after a sleep in which frames of before it may come

QString idIn(const QString &text)
{
    return text.size() <= longestId ? text : QString();
}

} // namespace

OwnDevices::OwnDevices(PresencePacer &pacer, Connection &connection, StatusController &status, Store &store,
                       Clock &clock, Random &random, QObject *parent) :
    QObject(parent),
    m_pacer(pacer),
    m_connection(connection),
    m_status(status),
    m_store(store),
    m_clock(clock),
    m_wait(clock.makeTimer([this] { endOfWait(); })),
    m_look(clock.makeTimer([this] { answerIfHere(); })),
    m_wallOffset(clock.wall() - clock.monotonic()),
    m_manual(status.manual())
{
    load();
    if (m_device.isEmpty()) {
        m_device = QString::number(random.bits(), 36);
        // What somebody picked before there were devices, or for a first start, was picked on purpose.
        if (m_manual != ManualStatus())
            m_pick = {seconds(), m_device};
        save();
    }
    status.setAbsenceCheck([this](const Absence &absence) { return m_mayTell && m_absence == absence; });
    connect(&status, &StatusController::manualChanged, this, &OwnDevices::onManualChanged);
    connect(&status, &StatusController::absenceChanged, this, &OwnDevices::onAbsenceChanged);
}

void OwnDevices::load()
{
    const QJsonObject object = QJsonDocument::fromJson(m_store.document(documentName)).object();
    if (object.isEmpty())
        return;
    m_keeps = object[u"v"].toInt() <= 1;
    m_device = idIn(object[u"device"].toString());
    m_pick = {object[u"at"].toInteger(), idIn(object[u"by"].toString())};
    if (m_pick.at < 0 || m_pick.at > seconds() + clockSkew) // the clock was set back
        m_pick.at = seconds();
}

void OwnDevices::save()
{
    if (!m_keeps)
        return;
    const QJsonObject object{{u"v"_s, 1}, {u"device"_s, m_device}, {u"at"_s, m_pick.at}, {u"by"_s, m_pick.by}};
    m_store.saveDocument(documentName, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void OwnDevices::onManualChanged(const ManualStatus &status)
{
    const ManualStatus before = std::exchange(m_manual, status);
    if (m_adopting)
        return;
    const bool ended = m_status.cause() == StatusCause::Ended && before.until > 0;
    // Every device of ours sees that end by itself: one that slept over it knows nothing newer than the end.
    const qint64 at = ended ? before.until / 1'000 : seconds();
    m_pick = {std::max(at, m_pick.at + 1), m_device};
    save();
    enqueue(protocol::SubStatus::Changed);
}

void OwnDevices::onAbsenceChanged()
{
    const std::optional<Absence> now = m_status.absenceHere();
    if (now == m_absence)
        return;
    const bool returned = m_absence && !now;
    m_absence = now;
    m_mayTell = false;
    m_wait->stop();
    m_asked = false;
    if (now) {
        m_absentSince = m_clock.monotonic() - (m_clock.wall() - now->since);
        askBeforeAbsence();
    } else if (returned) {
        enqueue(protocol::SubStatus::Changed);
    }
}

void OwnDevices::askBeforeAbsence()
{
    if (m_connection.status().state != ConnectionState::Online) {
        setMayTell(true); // nobody hears it
        return;
    }
    m_asked = true;
    enqueue(protocol::SubStatus::Ask);
    m_wait->start(answerTime);
}

// How old a last input is when it makes an absence.
qint64 OwnDevices::recently() const
{
    const Milliseconds idle = m_status.awayLimits().idle;
    return (idle.count() > 0 ? idle : AwayLimits().idle).count();
}

bool OwnDevices::isActiveElsewhere() const
{
    return m_activeElsewhere && *m_activeElsewhere > m_absentSince
        && m_clock.monotonic() - *m_activeElsewhere < recently();
}

void OwnDevices::endOfWait()
{
    if (!m_absence)
        return;
    if (isActiveElsewhere()) {
        m_asked = false;
        m_wait->start(Milliseconds(*m_activeElsewhere + recently() - m_clock.monotonic()));
    } else if (m_asked) {
        m_asked = false;
        setMayTell(true);
    } else {
        askBeforeAbsence();
    }
}

void OwnDevices::setMayTell(bool may)
{
    if (may == m_mayTell)
        return;
    m_mayTell = may;
    m_status.reconsiderAbsence();
}

void OwnDevices::hearActivity(qint64 monotonic)
{
    m_activeElsewhere = std::max(monotonic, m_activeElsewhere.value_or(monotonic));
    if (!m_absence || !isActiveElsewhere())
        return;
    setMayTell(false);
    endOfWait();
}

bool OwnDevices::heardLately() const
{
    return m_heardAt && m_clock.monotonic() - *m_heardAt < lately.count();
}

void OwnDevices::ask()
{
    enqueue(protocol::SubStatus::Ask);
}

void OwnDevices::lineLost()
{
    m_waiting.clear();
    m_look->stop();
    if (m_asked)
        endOfWait();
}

bool OwnDevices::hear(const protocol::Presence &presence)
{
    if (!presence.fromTid || presence.offline.value_or(false) || m_connection.ownId().isEmpty()
        || presence.fromTid->node != m_connection.ownId().node())
        return false;
    const protocol::TextMap extend = presence.extend.value_or(protocol::TextMap());
    const QString source = idIn(extend.value(u"src"_s));
    // Ours come back to us, and another make of client speaks to itself about other things.
    if (source.isEmpty() || extend.value(u"run"_s) == m_status.run())
        return true;
    m_heardAt = m_clock.monotonic();
    const qint64 here = seconds();
    const qint64 moved = apartFrom(secondsIn(extend, u"now"_s));
    const auto ours = [&](qint64 theirs) {
        const qint64 time = theirs + moved;
        return time > here + clockSkew ? here : time;
    };

    if (const qint64 active = secondsIn(extend, u"act"_s); active > 0)
        hearActivity(m_clock.monotonic() - std::max<qint64>(0, m_clock.wall() - ours(active) * 1'000));
    const QString by = idIn(extend.value(u"by"_s));
    const Pick pick{ours(secondsIn(extend, u"since"_s)), by.isEmpty() ? source : by};
    const bool knowsLess = pick < m_pick;
    if (m_pick < pick)
        adopt(presence, pick);
    if (presence.subStatus.value_or(0) != static_cast<qint8>(protocol::SubStatus::Ask))
        return true;
    if (knowsLess)
        enqueue(protocol::SubStatus::Answer);
    if (const qint64 idle = secondsIn(extend, u"idle"_s); idle > 0 && !m_absence) {
        m_askedIdle = m_look->isActive() ? std::min(m_askedIdle, ours(idle)) : ours(idle);
        m_status.lookAtDesk();
        m_look->start(deskTime);
    }
    return true;
}

void OwnDevices::answerIfHere()
{
    if (!m_absence && m_status.activeAt() / 1'000 > m_askedIdle)
        enqueue(protocol::SubStatus::Answer);
}

// By how many seconds a sender's times are to be moved to be ours.
qint64 OwnDevices::apartFrom(qint64 theirNow)
{
    const qint64 now = m_clock.monotonic();
    const qint64 offset = m_clock.wall() - now;
    if (std::abs(offset - m_wallOffset) > clockSkew * 1'000)
        m_jumpedAt = now;
    m_wallOffset = offset;
    const qint64 apart = theirNow > 0 ? seconds() - theirNow : 0;
    if (std::abs(apart) <= clockSkew)
        return 0;
    const bool mayBeLate = m_jumpedAt && now - *m_jumpedAt < settleTime;
    return apart > 0 && mayBeLate ? 0 : apart;
}

void OwnDevices::adopt(const protocol::Presence &presence, const Pick &pick)
{
    const auto fromShow = [](qint16 show) {
        return show == static_cast<qint16>(protocol::Show::Invisible) ? Availability::Invisible
                                                                      : availabilityFromShow(show);
    };
    const protocol::TextMap extend = presence.extend.value_or(protocol::TextMap());
    const ManualStatus status{fromShow(presence.show.value_or(0)), presence.status.value_or(QString()),
                              secondsIn(extend, u"until"_s) * 1'000};
    const ManualStatus back{fromShow(static_cast<qint16>(secondsIn(extend, u"back"_s))), extend.value(u"back-mood"_s)};
    m_pick = pick;
    save();
    const QScopedValueRollback adopting(m_adopting, true);
    m_status.adopt(manualNow(status, back, m_clock.wall()), back);
}

void OwnDevices::enqueue(protocol::SubStatus subStatus)
{
    if (m_waiting.contains(subStatus) || m_connection.ownId().isEmpty())
        return;
    m_waiting.insert(subStatus);
    m_pacer.enqueue([this, subStatus]() -> std::optional<protocol::Frame> {
        if (!m_waiting.remove(subStatus))
            return std::nullopt;
        return protocol::Frame{protocol::FrameType::BroadcastPresence, std::nullopt, make(subStatus)};
    });
}

protocol::Presence OwnDevices::make(protocol::SubStatus subStatus)
{
    const ManualStatus status = m_status.manual();
    const ManualStatus back = m_status.fallback();
    protocol::Presence presence;
    presence.toList = QList<QString>{m_connection.ownId().node()};
    presence.subStatus = static_cast<qint8>(subStatus);
    presence.show = static_cast<qint16>(showFromAvailability(status.availability));
    presence.status = moodForWire(status.mood);
    protocol::TextMap extend = m_status.nextStamp();
    extend.insert(u"src"_s, m_device);
    extend.insert(u"by"_s, m_pick.by);
    extend.insert(u"now"_s, QString::number(seconds()));
    extend.insert(u"since"_s, QString::number(m_pick.at));
    extend.insert(u"back"_s, QString::number(static_cast<int>(showFromAvailability(back.availability))));
    extend.insert(u"back-mood"_s, moodForWire(back.mood));
    if (status.until > 0)
        extend.insert(u"until"_s, QString::number(status.until / 1'000));
    if (m_absence)
        extend.insert(u"idle"_s, QString::number(m_absence->since / 1'000));
    else if (const qint64 active = m_status.activeAt(); active > 0)
        extend.insert(u"act"_s, QString::number(active / 1'000));
    presence.extend = std::move(extend);
    return presence;
}

} // namespace timbre::core
