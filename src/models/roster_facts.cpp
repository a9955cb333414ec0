// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "models/roster_model_p.h"

#include <algorithm>
#include <utility>

// What core says of contacts and presences, taken into the rows of RosterModel.
namespace timbre::models {

namespace {

bool isRow(const core::Contact &contact)
{
    return contact.relation == core::Relation::Accepted || contact.relation == core::Relation::Asked;
}

RosterModel::Section bucketOf(core::Availability availability)
{
    switch (availability) {
    case core::Availability::Chat:
        return RosterModel::Section::Reachable;
    case core::Availability::Away:
    case core::Availability::Busy:
        return RosterModel::Section::Maybe;
    case core::Availability::Invisible:
    case core::Availability::Offline:
    case core::Availability::Unknown:
        break;
    }
    return RosterModel::Section::NotNow;
}

} // namespace

RosterModel::Private::Private(RosterModel *model, core::Roster &roster, core::PresenceModel &presences,
                              core::Clock &clock) :
    q(model),
    m_roster(roster),
    m_presences(presences),
    m_dataPace(clock, [this] { scheduleData(); }),
    m_orderPace(clock, [this] { onOrderDue(); })
{
}

void RosterModel::Private::load()
{
    std::vector<const core::Contact *> contacts;
    contacts.reserve(static_cast<size_t>(m_roster.contacts().size()));
    for (const core::Contact &contact : m_roster.contacts()) {
        if (isRow(contact))
            contacts.push_back(&contact);
    }
    // Made in their order, rows lie in memory as they are read later: twice as fast with 100 000.
    std::vector<std::unique_ptr<RosterRow>> rows;
    rows.reserve(contacts.size());
    m_byId.reserve(static_cast<qsizetype>(contacts.size()));
    for (const core::Contact *contact : m_order.sorted(std::move(contacts)))
        rows.push_back(makeRow(*contact));
    m_order.start(std::move(rows));
    rearrange(Scope::All);
    m_announcedCounts = counts();
}

std::unique_ptr<RosterRow> RosterModel::Private::makeRow(const core::Contact &contact)
{
    auto row = std::make_unique<RosterRow>();
    row->id = contact.id;
    row->kept = !m_kept.isEmpty() && contact.id == m_kept;
    m_byId.insert(row->id, row.get());
    readGroup(*row);
    row->unreadCount = m_unread.value(row->id);
    row->unread = row->unreadCount > 0;
    row->messageAt = m_lastMessage.value(row->id);
    readContact(*row, contact);
    readPresence(*row, true);
    return row;
}

quint16 RosterModel::Private::readContact(RosterRow &row, const core::Contact &contact)
{
    quint16 changes = ContactChange;
    count(row, -1);
    row.accepted = contact.relation == core::Relation::Accepted;
    count(row, 1);
    row.nicknamed = !contact.nickname.isEmpty();
    if (row.pinned != contact.pinned) {
        row.pinned = contact.pinned;
        changes |= SectionChange;
    }
    if (const QString name = contact.displayName(); name != row.name) {
        row.name = name;
        row.renamed = row.name != row.sortName;
        changes |= NameChange;
    }

    readSearchText(row, contact);
    return changes;
}

void RosterModel::Private::readSearchText(RosterRow &row, const core::Contact &contact)
{
    QByteArray text = foldedForSearch(row.name);
    row.searchName = static_cast<quint16>(text.size());
    QStringList others{contact.profileName, contact.account, contact.id.node()};
    if (row.group > 0)
        others += m_groupOf.value(row.id).names;
    for (const QString &other : std::as_const(others)) {
        if (!other.isEmpty() && other != row.name)
            text.append('\n').append(foldedForSearch(other));
    }
    text.squeeze();
    row.searchText = text;
    if (m_query.isFiltering())
        row.match = static_cast<quint16>(m_query.matchOf(row)) & 7;
}

quint16 RosterModel::Private::readPresence(RosterRow &row, bool first)
{
    const core::ContactPresence presence = m_presences.presence(row.id);
    quint16 changes = PresenceChange;
    if (row.availability != presence.availability) {
        row.availability = presence.availability;
        changes |= AvailabilityChange;
    }
    if (row.freshness != presence.freshness) {
        row.freshness = presence.freshness;
        changes |= FreshnessChange;
    }
    if (row.mood != presence.mood) {
        row.mood = presence.mood;
        row.searchMood = foldedForSearch(row.mood);
        if (m_query.isFiltering())
            row.match = static_cast<quint16>(m_query.matchOf(row)) & 7;
        changes |= MoodChange;
    }
    // As long as it is in doubt whether somebody left, nothing moves (features.md S11).
    row.activeAt = std::max(row.messageAt, presence.since);
    if (const auto bucket = static_cast<quint16>(bucketOf(row.availability));
        bucket != row.bucket && (first || row.freshness == core::Freshness::Live)) {
        count(row, -1);
        row.bucket = bucket & 7;
        count(row, 1);
        changes |= SectionChange;
    }
    return changes;
}

void RosterModel::Private::count(const RosterRow &row, int step)
{
    if (!row.accepted)
        return;
    m_total += step;
    if (row.bucket != RosterQuery::notNow) {
        m_online += step;
        countInGroup(row, step, 0);
    }
}

void RosterModel::Private::onContactsChanged(const QSet<core::ContactId> &ids)
{
    Q_ASSERT(!m_arranging); // core tells of changes from the event loop only
    std::vector<std::unique_ptr<RosterRow>> fresh;
    std::vector<RosterRow *> picked;
    std::vector<Changed> changes;
    bool anyGone = false;
    bool anyPending = false;
    for (const core::ContactId &id : ids) {
        const auto contact = m_roster.contacts().constFind(id);
        const bool has = contact != m_roster.contacts().constEnd() && isRow(*contact);
        RosterRow *row = find(id);
        if (!row && has) {
            fresh.push_back(makeRow(*contact));
            picked.push_back(fresh.back().get());
        } else if (row && !has) {
            count(*row, -1);
            m_byId.remove(id);
            row->gone = anyGone = true;
            picked.push_back(row);
        } else if (row) {
            const bool wasNicknamed = row->nicknamed;
            const quint16 what = readContact(*row, *contact);
            if (const int at = placeOf(*row); at >= 0)
                changes.push_back({at, what});
            // A pin or a nickname is the user's own pick; a profile that changed its name is not.
            const bool own = (what & SectionChange) || ((what & NameChange) && (wasNicknamed || row->nicknamed));
            if (own)
                picked.push_back(row);
            else
                anyPending |= evaluate(*row);
        }
    }
    if (!fresh.empty() && m_order.insert(std::move(fresh)))
        refreshKeys();
    announce(std::move(changes));
    if (anyPending)
        noteOrderChange();
    recountGroups();
    apply(picked);
    announceHeaders();
    if (anyGone) {
        std::erase_if(m_dirty, [](const RosterRow *row) { return row->gone; });
        std::erase_if(m_queue, [](const RosterRow *row) { return row->gone; });
        m_order.removeGone();
    }
    announceCounts();
    announcePending();
}

void RosterModel::Private::onPresencesChanged(const QSet<core::ContactId> &ids)
{
    for (const core::ContactId &id : ids) {
        if (RosterRow *row = find(id); row && !row->dirty) {
            row->dirty = true;
            m_dirty.push_back(row);
        }
    }
    scheduleData();
}

void RosterModel::Private::scheduleData()
{
    if (!m_dirty.empty() && m_dataPace.isDue(m_dirty.size(), m_arranging))
        flushData();
}

void RosterModel::Private::flushData()
{
    m_dataPace.announced();
    std::vector<Changed> changes;
    changes.reserve(m_dirty.size());
    bool anyPending = false;
    for (RosterRow *row : m_dirty) {
        row->dirty = false;
        const quint16 what = readPresence(*row, false);
        if (const int at = placeOf(*row); at >= 0)
            changes.push_back({at, what});
        if ((what & (SectionChange | MoodChange)) || m_query.mode == SortMode::Recent)
            anyPending |= evaluate(*row);
    }
    m_dirty.clear();
    announce(std::move(changes));
    announceHeaders();
    if (anyPending)
        noteOrderChange();
    announceCounts();
    announcePending();
}

void RosterModel::Private::announce(std::vector<Changed> changes)
{
    for (const ChangedRange &range : rangesOf(std::move(changes)))
        Q_EMIT q->dataChanged(q->index(range.first), q->index(range.last), rolesOf(range.what));
}

RosterModel::Private::Counts RosterModel::Private::counts() const
{
    return {static_cast<int>(m_entries.size()), m_total, m_online, q->hiddenContacts()};
}

void RosterModel::Private::announceHeaders()
{
    if (m_recounted.none())
        return;
    std::vector<Changed> changes;
    for (quint16 c = 0; c < classes; ++c) {
        if (m_headers[c] && m_recounted[c])
            changes.push_back({lowerBound(headerKey(c)), CountChange | UnreadChange});
    }
    m_recounted.reset();
    announce(std::move(changes));
}

void RosterModel::Private::announceCounts()
{
    if (const Counts now = counts(); now != m_announcedCounts) {
        m_announcedCounts = now;
        Q_EMIT q->countsChanged();
    }
}

void RosterModel::Private::announcePending()
{
    if (const int now = q->pendingChanges(); now != m_announcedPending) {
        m_announcedPending = now;
        Q_EMIT q->pendingChangesChanged(now);
    }
}

} // namespace timbre::models
