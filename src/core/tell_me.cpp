// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/tell_me.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace timbre::core {

using namespace Qt::StringLiterals;
using When = TellMeWish::When;

namespace {

const QString documentName = u"tell-me"_s;
constexpr int version = 1;
constexpr qsizetype longestDocument = 256 * 1024;
constexpr qsizetype longestNode = 64;

bool isIt(When when, Availability availability)
{
    return when == When::Online ? isPresent(availability) : when == When::Free && availability == Availability::Chat;
}

When whenFromWord(const QString &word)
{
    return word == "online"_L1 ? When::Online : word == "free"_L1 ? When::Free : When::Never;
}

QString wordOf(When when)
{
    return when == When::Online ? u"online"_s : when == When::Free ? u"free"_s : u"never"_s;
}

} // namespace

TellMe::TellMe(PresenceModel &presences, Roster &roster, Store &store, Clock &clock, IsSigningIn isSigningIn,
               QObject *parent) :
    QObject(parent),
    m_presences(presences),
    m_roster(roster),
    m_store(store),
    m_clock(clock),
    m_isSigningIn(std::move(isSigningIn)),
    m_timer(clock.makeTimer([this] { tell(); }))
{
    load();
    connect(&presences, &PresenceModel::presencesChanged, this, [this](const QSet<ContactId> &ids) {
        for (const ContactId &id : ids)
            look(id);
        schedule();
    });
    connect(&roster, &Roster::contactsChanged, this, [this](const QSet<ContactId> &ids) {
        for (const ContactId &id : ids) {
            if (m_wishes.contains(id) && !m_roster.contacts().contains(id))
                setWish(id, {});
        }
    });
}

TellMe::~TellMe() = default;

void TellMe::load()
{
    const QByteArray text = m_store.document(documentName);
    if (text.isEmpty() || text.size() > longestDocument)
        return;
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    m_isNewer = object.value("version"_L1).toDouble() > version;
    if (m_isNewer)
        return;
    const QJsonObject wishes = object.value("wishes"_L1).toObject();
    for (auto one = wishes.begin(); one != wishes.end() && m_wishes.size() < mostWishes; ++one) {
        const QJsonObject kept = one->toObject();
        const TellMeWish wish{whenFromWord(kept.value("when"_L1).toString()), kept.value("patient"_L1).toBool(),
                              kept.value("evenWhenBusy"_L1).toBool()};
        if (one.key().size() <= longestNode && wish != TellMeWish())
            m_wishes.insert(ContactId(one.key()), wish);
    }
}

void TellMe::save()
{
    QJsonObject wishes;
    for (auto one = m_wishes.cbegin(); one != m_wishes.cend(); ++one) {
        wishes.insert(one.key().node(),
                      QJsonObject{{u"when"_s, wordOf(one->when)},
                                  {u"patient"_s, one->patient},
                                  {u"evenWhenBusy"_s, one->evenWhenBusy}});
    }
    const QJsonObject object{{u"version"_s, version}, {u"wishes"_s, wishes}};
    m_store.saveDocument(documentName, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

bool TellMe::setWish(const ContactId &id, const TellMeWish &wish)
{
    if (wish == m_wishes.value(id))
        return true;
    if (m_isNewer || (!m_wishes.contains(id) && m_wishes.size() >= mostWishes))
        return false;
    if (wish == TellMeWish())
        m_wishes.remove(id);
    else
        m_wishes.insert(id, wish);
    m_watched.remove(id);
    if (wish.when != When::Never) // who is it already is no news
        m_watched[id].isIt = isIt(wish.when, m_presences.presence(id).availability);
    save();
    schedule();
    Q_EMIT wishChanged(id);
    return true;
}

void TellMe::look(const ContactId &id)
{
    const TellMeWish wish = m_wishes.value(id);
    if (wish.when == When::Never)
        return;
    Watched &watched = m_watched[id];
    const ContactPresence presence = m_presences.presence(id);
    watched.dueAt = presence.freshness == Freshness::Live ? watched.dueAt : 0;
    if (presence.freshness != Freshness::Live)
        return; // nothing is sure; the wait starts afresh
    const bool now = isIt(wish.when, presence.availability);
    if (!now)
        watched.isNews = false;
    else if (!watched.isIt)
        watched.isNews = !m_isSigningIn();
    watched.isIt = now;
    if (!watched.isNews)
        watched.dueAt = 0;
    else if (watched.dueAt == 0)
        watched.dueAt = m_clock.monotonic() + (wish.patient ? longStable : stable).count();
}

void TellMe::tell()
{
    const qint64 now = m_clock.monotonic();
    QList<ContactId> reachedNow;
    for (auto watched = m_watched.begin(); watched != m_watched.end(); ++watched) {
        if (watched->dueAt == 0 || watched->dueAt > now)
            continue;
        watched->dueAt = 0;
        watched->isNews = false;
        if (watched->toldAt && now < *watched->toldAt + again.count())
            continue;
        watched->toldAt = now;
        reachedNow.append(watched.key());
    }
    schedule();
    for (const ContactId &id : std::as_const(reachedNow))
        Q_EMIT reached(id, wish(id).when);
}

void TellMe::schedule()
{
    std::optional<qint64> due;
    for (const Watched &watched : std::as_const(m_watched)) {
        if (watched.dueAt > 0 && (!due || watched.dueAt < *due))
            due = watched.dueAt;
    }
    if (due)
        m_timer->start(Milliseconds(std::max<qint64>(0, *due - m_clock.monotonic())));
    else
        m_timer->stop();
}

} // namespace timbre::core
