// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/last_seen.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace timbre::core {

using namespace Qt::StringLiterals;

namespace {

constexpr int version = 1;
const auto documentName = u"last-seen"_s;
constexpr qsizetype longestNode = 64;

} // namespace

LastSeen::LastSeen(PresenceModel &presences, Roster &roster, Store &store, Clock &clock, QObject *parent) :
    QObject(parent),
    m_presences(presences),
    m_store(store),
    m_clock(clock),
    m_timer(clock.makeTimer([this] { save(); }))
{
    const QJsonObject object = QJsonDocument::fromJson(store.document(documentName)).object();
    m_isNewer = object.value("v"_L1).toInt() > version;
    const QJsonObject seen = m_isNewer ? QJsonObject() : object.value("seen"_L1).toObject();
    const qint64 now = clock.wall();
    for (auto entry = seen.begin(); entry != seen.end() && m_facts.size() < mostKept; ++entry) {
        const ContactId id(entry.key());
        const double seconds = entry.value().toDouble();
        const bool makesSense = seconds > 0 && seconds * 1'000 <= static_cast<double>(now);
        if (makesSense && id.node().size() <= longestNode && roster.contacts().contains(id))
            m_facts.insert(id, {static_cast<qint64>(seconds) * 1'000, false});
    }
    connect(&presences, &PresenceModel::presencesChanged, this, &LastSeen::onPresencesChanged);
    connect(&roster, &Roster::contactsChanged, this, [this, &roster](const QSet<ContactId> &ids) {
        for (const ContactId &id : ids) {
            if (!roster.contacts().contains(id))
                m_facts.remove(id);
        }
    });
}

LastSeen::~LastSeen()
{
    save();
}

void LastSeen::setRemembered(bool remembered)
{
    if (m_remembered == remembered)
        return;
    m_remembered = remembered;
    if (!remembered) {
        m_timer->stop();
        m_facts.removeIf([](const auto &entry) { return !entry.value().isLeft; });
        if (!m_isNewer)
            m_store.saveDocument(documentName, {});
    } else {
        save();
    }
}

void LastSeen::onPresencesChanged(const QSet<ContactId> &ids)
{
    for (const ContactId &id : ids) {
        const ContactPresence presence = m_presences.presence(id);
        if (isPresent(presence.availability)) {
            m_there.insert(id);
            continue;
        }
        if (!m_there.remove(id))
            continue;
        const bool left = presence.availability == Availability::Offline;
        const qint64 at = left ? presence.since : presence.heardAt;
        m_facts.insert(id, {at > 0 ? at : m_clock.wall(), left});
        if (m_remembered)
            m_timer->start(saveAfter);
    }
    if (m_remembered && !m_there.isEmpty() && !m_timer->isActive())
        m_timer->start(saveEvery);
}

void LastSeen::save()
{
    if (!m_remembered || m_isNewer)
        return;
    QHash<ContactId, Fact> facts = m_facts;
    for (const ContactId &id : std::as_const(m_there)) {
        const ContactPresence presence = m_presences.presence(id);
        const bool fresh = presence.freshness != Freshness::Stale && isPresent(presence.availability);
        facts.insert(id, {fresh ? m_clock.wall() : std::max(presence.heardAt, facts.value(id).at), false});
    }
    QList<std::pair<qint64, ContactId>> latest;
    for (auto fact = facts.cbegin(); fact != facts.cend(); ++fact) {
        if (fact->at > 0)
            latest.append({-fact->at, fact.key()});
    }
    if (latest.isEmpty() && m_store.document(documentName).isEmpty())
        return;
    std::sort(latest.begin(), latest.end());
    latest.resize(std::min<qsizetype>(latest.size(), mostKept));
    QJsonObject seen;
    for (const auto &[at, id] : std::as_const(latest))
        seen.insert(id.node(), -at / 1'000);
    m_store.saveDocument(
        documentName, QJsonDocument(QJsonObject{{u"v"_s, version}, {u"seen"_s, seen}}).toJson(QJsonDocument::Compact));
    if (!m_there.isEmpty())
        m_timer->start(saveEvery);
}

} // namespace timbre::core
