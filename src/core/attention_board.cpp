// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/attention_board.h"

#include <algorithm>

namespace timbre::core {

using namespace Qt::StringLiterals;

namespace {

constexpr auto groupKey = "group"_L1;
constexpr auto summaryKey = "summary"_L1;
constexpr qsizetype mostInsistent = 1'000; // who is remembered for it

bool isMessage(Happening happening)
{
    return happening == Happening::Message || happening == Happening::Mention || happening == Happening::RoomMessage;
}

// The account a key belongs to; see keyOf().
QStringView accountOf(const QString &key)
{
    const auto parts = QStringView(key).split(u'\n');
    return parts.size() == 3 ? parts.at(1) : QStringView();
}

void dropOld(QHash<QString, qint64> &times, qint64 before)
{
    times.removeIf([before](const auto &time) { return time.value() <= before; });
}

} // namespace

AttentionBoard::AttentionBoard(Clock &clock, QObject *parent) :
    QObject(parent),
    m_clock(clock),
    m_timer(clock.makeTimer([this] { flush(); }))
{
}

AttentionBoard::~AttentionBoard() = default;

QString AttentionBoard::keyOf(Happening happening, const QString &account, const ContactId &who)
{
    const QString kind = isMessage(happening) ? u"message"_s
        : happening == Happening::Request     ? u"request"_s
        : happening == Happening::Available   ? u"available"_s
                                              : u"problem"_s;
    return QStringList{kind, account, who.node()}.join(u'\n');
}

void AttentionBoard::setMuted(bool muted)
{
    m_mutedUntil = muted ? m_clock.monotonic() + muteTime.count() : 0;
}

bool AttentionBoard::isMuted() const
{
    return m_clock.monotonic() < m_mutedUntil;
}

bool AttentionBoard::isInsistent(const Incident &incident)
{
    if (incident.happening != Happening::Message || incident.waited)
        return false;
    if (m_writtenAt.size() > mostInsistent)
        m_writtenAt.clear();
    QList<qint64> &times = m_writtenAt[keyOf(incident.happening, incident.account, incident.who)];
    const qint64 now = m_clock.monotonic();
    times.append(now);
    while (times.size() > 3)
        times.removeFirst();
    return times.size() == 3 && times.constFirst() + insistence.count() > now;
}

Attention AttentionBoard::happened(const Incident &incident, Situation situation)
{
    situation.preferences = m_preferences;
    situation.desktopQuiet = m_desktopQuiet;
    situation.muted = isMuted();
    if (isInsistent(incident) && m_preferences.insistentBreaksThrough)
        situation.breaksThrough = true;
    const Attention attention = attentionFor(incident.happening, situation);
    const QString key = keyOf(incident.happening, incident.account, incident.who);
    if (attention.toast) {
        add(incident, attention.sound);
    } else if (attention.sound) {
        if (takeSound(true))
            Q_EMIT soundWanted(incident.happening);
    } else if (attention.badge && situation.own == Availability::Busy && isMessage(incident.happening)) {
        Entry &missed = m_missed[key];
        missed.newest = incident;
        ++missed.count;
    }
    return attention;
}

void AttentionBoard::add(const Incident &incident, bool sound)
{
    const QString key = keyOf(incident.happening, incident.account, incident.who);
    const qint64 now = m_clock.monotonic();
    const bool isFirst = !m_waiting.contains(key);
    Entry &entry = m_waiting[key];
    entry.newest = incident;
    ++entry.count;
    entry.sound = entry.sound || sound;
    if (isFirst) {
        entry.firstAt = now;
        const auto shown = m_shownAt.constFind(key);
        entry.dueAt = shown == m_shownAt.constEnd() ? now : std::max(now, *shown + samePace.count());
    }
    if (incident.waited)
        entry.dueAt = std::min(now + samePace.count(), entry.firstAt + longestWait.count());
    schedule();
}

void AttentionBoard::schedule()
{
    if (m_waiting.isEmpty()) {
        m_timer->stop();
        return;
    }
    const qint64 now = m_clock.monotonic();
    qint64 due = std::min_element(m_waiting.cbegin(), m_waiting.cend(), [](const Entry &a, const Entry &b) {
                     return a.dueAt < b.dueAt;
                 })->dueAt;
    if (m_lastShow)
        due = std::max(due, *m_lastShow + pace.count());
    m_timer->start(Milliseconds(std::max<qint64>(0, due - now)));
}

void AttentionBoard::flush()
{
    const qint64 now = m_clock.monotonic();
    dropOld(m_shownAt, now - samePace.count());
    dropOld(m_freshAt, now - groupTime.count());
    QStringList due;
    QStringList fresh;
    for (auto entry = m_waiting.cbegin(); entry != m_waiting.cend(); ++entry) {
        if (entry->dueAt > now)
            continue;
        due.append(entry.key());
        if (!m_live.contains(entry.key()))
            fresh.append(entry.key());
    }
    const auto countedAlready
        = std::count_if(fresh.cbegin(), fresh.cend(), [this](const QString &key) { return m_freshAt.contains(key); });
    if (!fresh.isEmpty() && m_freshAt.size() + fresh.size() - countedAlready >= groupFrom) {
        showGroup(fresh);
    } else if (!due.isEmpty()) {
        // The one that waits longest.
        showOne(*std::min_element(due.cbegin(), due.cend(), [this](const QString &a, const QString &b) {
            return std::pair(m_waiting.value(a).firstAt, a) < std::pair(m_waiting.value(b).firstAt, b);
        }));
    }
    schedule();
}

void AttentionBoard::showOne(const QString &key)
{
    const Entry entry = m_waiting.take(key);
    m_group.remove(key); // stands for itself again
    const qint64 now = m_clock.monotonic();
    if (!m_live.contains(key))
        m_freshAt.insert(key, now);
    m_shownAt.insert(key, now);
    Toast toast;
    toast.key = key;
    toast.newest = entry.newest;
    toast.messages = m_live[key] += entry.count;
    toast.people = 1;
    emitToast(toast, entry.sound);
}

void AttentionBoard::showGroup(const QStringList &keys)
{
    const qint64 now = m_clock.monotonic();
    bool sound = false;
    for (const QString &key : keys) {
        const Entry entry = m_waiting.take(key);
        Entry &part = m_group[key];
        part.newest = entry.newest;
        part.count += entry.count;
        part.firstAt = now;
        sound = sound || entry.sound;
        m_freshAt.insert(key, now);
    }
    emitGroup(sound);
}

void AttentionBoard::emitGroup(bool sound)
{
    Toast toast = sumOf(m_group);
    toast.kind = Toast::Kind::Group;
    toast.key = groupKey;
    emitToast(toast, sound);
}

Toast AttentionBoard::sumOf(const QMap<QString, Entry> &entries)
{
    Toast toast;
    for (const Entry &entry : entries) {
        toast.newest = entry.newest;
        switch (entry.newest.happening) {
        case Happening::Message:
        case Happening::Mention:
        case Happening::RoomMessage:
            toast.messages += entry.count;
            ++toast.people;
            break;
        case Happening::Request:
            ++toast.requests;
            break;
        case Happening::Available:
            ++toast.available;
            break;
        case Happening::Problem:
            break;
        }
    }
    return toast;
}

void AttentionBoard::emitToast(Toast toast, bool wantsSound)
{
    m_lastShow = m_clock.monotonic();
    toast.sound = takeSound(wantsSound);
    Q_EMIT show(toast);
}

bool AttentionBoard::takeSound(bool wanted)
{
    const qint64 now = m_clock.monotonic();
    if (!wanted || (m_lastSound && now < *m_lastSound + soundPace.count()))
        return false;
    m_lastSound = now;
    return true;
}

void AttentionBoard::seen(Happening happening, const QString &account, const ContactId &who)
{
    const QString key = keyOf(happening, account, who);
    m_waiting.remove(key);
    m_missed.remove(key);
    m_writtenAt.remove(key);
    if (m_live.remove(key) > 0)
        Q_EMIT withdraw(key);
    // A group that loses a part stands for less, but is not shown again for it.
    if (m_group.remove(key) > 0 && m_group.isEmpty())
        Q_EMIT withdraw(groupKey);
    schedule();
}

void AttentionBoard::gone(const QString &key)
{
    m_live.remove(key);
    if (key == groupKey)
        m_group.clear();
}

void AttentionBoard::leftBusy(const QString &account)
{
    QMap<QString, Entry> missed;
    m_missed.removeIf([&](const auto &entry) {
        if (accountOf(entry.key()) != account)
            return false;
        missed.insert(entry.key(), entry.value());
        return true;
    });
    if (missed.isEmpty() || isMuted() || !m_preferences.notifyMessages)
        return;
    Toast toast = sumOf(missed);
    toast.kind = Toast::Kind::Summary;
    toast.key = summaryKey;
    emitToast(toast, false);
}

void AttentionBoard::forget(const QString &account)
{
    const auto isOurs = [&account](const auto &entry) { return accountOf(entry.key()) == account; };
    m_waiting.removeIf(isOurs);
    m_missed.removeIf(isOurs);
    m_writtenAt.removeIf(isOurs);
    QStringList keys = m_live.keys();
    for (const QString &key : std::as_const(keys)) {
        if (accountOf(key) == account && m_live.remove(key) > 0)
            Q_EMIT withdraw(key);
    }
    if (m_group.removeIf(isOurs) > 0 && m_group.isEmpty())
        Q_EMIT withdraw(groupKey);
    schedule();
}

} // namespace timbre::core
