// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "models/roster_model.h"

#include "models/roster_model_p.h"

#include <algorithm>

namespace timbre::models
{

namespace
{

constexpr int fewDirtyPace = 33;
constexpr int manyDirtyPace = 100;
constexpr int hiddenPace = 1000;
constexpr size_t manyDirty = 200;
// A view answers each range by searching for its rows; beyond this, one range over all is cheaper
// (bench_roster).
constexpr size_t maxRanges = 64;

bool isRow(const core::Contact &contact)
{
    return contact.relation == core::Relation::Accepted
        || contact.relation == core::Relation::Asked;
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

RosterModel::Private::Private(RosterModel *model, core::Roster &roster,
                              core::PresenceModel &presences, core::Clock &clock)
    : q(model), m_roster(roster), m_presences(presences), m_clock(clock),
      m_lastFlush(clock.monotonic() - hiddenPace),
      m_dataTimer(clock.makeTimer([this] { onDataTimer(); })),
      m_orderTimer(clock.makeTimer([this] { onOrderTimer(); }))
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
    readContact(*row, contact);
    readPresence(*row, true);
    return row;
}

quint8 RosterModel::Private::readContact(RosterRow &row, const core::Contact &contact)
{
    quint8 changes = ContactChange;
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

    QByteArray text = foldedForSearch(row.name);
    row.searchName = static_cast<quint16>(text.size());
    for (const QString &other : {contact.profileName, contact.account, contact.id.node()}) {
        if (!other.isEmpty() && other != row.name)
            text.append('\n').append(foldedForSearch(other));
    }
    text.squeeze();
    row.searchText = text;
    if (!m_needle.empty())
        row.match = static_cast<quint8>(matchOf(row));
    return changes;
}

quint8 RosterModel::Private::readPresence(RosterRow &row, bool first)
{
    const core::ContactPresence presence = m_presences.presence(row.id);
    quint8 changes = PresenceChange;
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
        if (!m_needle.empty())
            row.match = static_cast<quint8>(matchOf(row));
        changes |= MoodChange;
    }
    // As long as it is in doubt whether somebody left, nothing moves (features.md S11).
    if (const auto bucket = static_cast<quint8>(bucketOf(row.availability));
        bucket != row.bucket && (first || row.freshness == core::Freshness::Live)) {
        count(row, -1);
        row.bucket = bucket;
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
    if (row.bucket != notNow)
        m_online += step;
}

Match RosterModel::Private::matchOf(const RosterRow &row) const
{
    const auto view = [](const QByteArray &bytes) {
        return std::string_view(bytes.constData(), static_cast<size_t>(bytes.size()));
    };
    const Match match = models::matchOf(view(row.searchText), row.searchName, m_needle);
    if (match == Match::None && view(row.searchMood).find(m_needle) != std::string_view::npos)
        return Match::Elsewhere;
    return match;
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
            const quint8 what = readContact(*row, *contact);
            if (const int at = placeOf(*row); at >= 0)
                changes.push_back({at, what});
            // A pin or a nickname is the user's own pick; a profile that changed its name is not.
            const bool own = (what & SectionChange)
                || ((what & NameChange) && (wasNicknamed || row->nicknamed));
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
    apply(picked);
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

int RosterModel::Private::pace() const
{
    if (!m_visible)
        return hiddenPace;
    return m_dirty.size() < manyDirty ? fewDirtyPace : manyDirtyPace;
}

// The first change after a quiet time is announced at once; the pace is the least time between two
// announcements.
void RosterModel::Private::scheduleData()
{
    if (m_dirty.empty() || m_dataTimer->isActive())
        return;
    const qint64 wait = m_lastFlush + pace() - m_clock.monotonic();
    if (wait <= 0 && !m_arranging)
        flushData();
    else
        m_dataTimer->start(core::Milliseconds(std::max<qint64>(wait, 0)));
}

void RosterModel::Private::onDataTimer()
{
    m_dataTimer->stop();
    scheduleData(); // more may have come since the timer was started: then it is the slower pace
}

void RosterModel::Private::flushData()
{
    m_dataTimer->stop();
    m_lastFlush = m_clock.monotonic();
    std::vector<Changed> changes;
    changes.reserve(m_dirty.size());
    bool anyPending = false;
    for (RosterRow *row : m_dirty) {
        row->dirty = false;
        const quint8 what = readPresence(*row, false);
        if (const int at = placeOf(*row); at >= 0)
            changes.push_back({at, what});
        if (what & (SectionChange | MoodChange))
            anyPending |= evaluate(*row);
    }
    m_dirty.clear();
    announce(std::move(changes));
    if (anyPending)
        noteOrderChange();
    announceCounts();
    announcePending();
}

void RosterModel::Private::announce(std::vector<Changed> changes)
{
    const auto rolesOf = [](quint8 what) {
        static constexpr std::pair<Change, int> table[] = {
            {NameChange, Qt::DisplayRole},
            {NameChange, NameRole},
            {ContactChange, ContactRole},
            {SectionChange, SectionRole},
            {AvailabilityChange, AvailabilityRole},
            {FreshnessChange, FreshnessRole},
            {MoodChange, MoodRole},
            {PresenceChange, PresenceRole},
            {CountChange, CountRole},
        };
        QList<int> roles;
        for (const auto &[change, role] : table) {
            if (what & change)
                roles.append(role);
        }
        return roles;
    };
    std::sort(changes.begin(), changes.end(),
              [](const Changed &a, const Changed &b) { return a.at < b.at; });

    struct Range {
        int first;
        int last;
        quint8 what;
    };
    std::vector<Range> ranges;
    quint8 all = 0;
    for (const Changed &change : changes) {
        all |= change.what;
        if (!ranges.empty() && ranges.back().last + 1 == change.at
            && ranges.back().what == change.what)
            ranges.back().last = change.at;
        else
            ranges.push_back({change.at, change.at, change.what});
    }
    if (ranges.size() > maxRanges)
        ranges = {{ranges.front().first, ranges.back().last, all}};
    for (const Range &range : ranges)
        Q_EMIT q->dataChanged(q->index(range.first), q->index(range.last), rolesOf(range.what));
}

RosterModel::Private::Counts RosterModel::Private::counts() const
{
    return {static_cast<int>(m_entries.size()), m_total, m_online, q->hiddenContacts()};
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

RosterModel::RosterModel(core::Roster &roster, core::PresenceModel &presences, core::Clock &clock,
                         QObject *parent)
    : QAbstractListModel(parent), d(std::make_unique<Private>(this, roster, presences, clock))
{
    d->load();
    connect(&roster, &core::Roster::contactsChanged, this,
            [this](const QSet<core::ContactId> &ids) { d->onContactsChanged(ids); });
    connect(&presences, &core::PresenceModel::presencesChanged, this,
            [this](const QSet<core::ContactId> &ids) { d->onPresencesChanged(ids); });
}

RosterModel::~RosterModel() = default;

int RosterModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(d->m_entries.size());
}

QVariant RosterModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || static_cast<size_t>(index.row()) >= d->m_entries.size())
        return {};
    if (role == Qt::AccessibleTextRole && d->m_accessibleText)
        return d->m_accessibleText(index);
    const Private::Entry &entry = d->m_entries[static_cast<size_t>(index.row())];
    const quint8 orderClass = Private::classOf(entry);
    if (!entry.row) {
        switch (role) {
        case KindRole:
            return QVariant::fromValue(RowKind::Header);
        case SectionRole:
            return QVariant::fromValue(Private::sectionOf(orderClass));
        case CountRole:
            return d->m_counts[orderClass];
        default:
            return {};
        }
    }

    const RosterRow &row = *entry.row;
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case KindRole:
        return QVariant::fromValue(RowKind::Contact);
    case SectionRole:
        if (d->hasHeaders()) // the header it stands under
            return QVariant::fromValue(Private::sectionOf(orderClass));
        return QVariant::fromValue(row.pinned ? Section::Pinned : static_cast<Section>(row.bucket));
    case IdRole:
        return QVariant::fromValue(row.id);
    case MoodRole:
        return row.mood;
    case AvailabilityRole:
        return QVariant::fromValue(row.availability);
    case FreshnessRole:
        return QVariant::fromValue(row.freshness);
    case PresenceRole:
        return QVariant::fromValue(d->m_presences.presence(row.id));
    case ContactRole:
        return QVariant::fromValue(d->m_roster.contact(row.id).value_or(core::Contact{}));
    default:
        return {};
    }
}

Qt::ItemFlags RosterModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    // Not enabled: the arrow keys of a view step over it.
    if (!d->m_entries[static_cast<size_t>(index.row())].row)
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

void RosterModel::setFilter(const QString &text)
{
    if (d->m_filter == text)
        return;
    d->m_filter = text;
    const QByteArray folded = foldedForSearch(text.simplified());
    std::string needle(folded.constData(), static_cast<size_t>(folded.size()));
    if (needle == d->m_needle)
        return;
    const bool narrower = !d->m_needle.empty() && needle.find(d->m_needle) != std::string::npos;
    d->m_needle = std::move(needle);
    using Rematch = Private::Rematch;
    Rematch rematch = narrower ? Rematch::Hits : Rematch::All;
    if (d->m_needle.empty())
        rematch = Rematch::No;
    d->rearrange(Private::Scope::All, rematch);
    d->announceCounts();
    d->announcePending();
}

QString RosterModel::filter() const
{
    return d->m_filter;
}

void RosterModel::setSortMode(SortMode mode)
{
    if (d->m_mode == mode)
        return;
    d->m_mode = mode;
    d->rearrange(Private::Scope::All);
    d->announceCounts();
    d->announcePending();
}

RosterModel::SortMode RosterModel::sortMode() const
{
    return d->m_mode;
}

void RosterModel::setShow(Show show)
{
    if (d->m_show == show)
        return;
    d->m_show = show;
    d->rearrange(Private::Scope::All);
    d->announceCounts();
    d->announcePending();
}

RosterModel::Show RosterModel::show() const
{
    return d->m_show;
}

void RosterModel::setKept(const core::ContactId &id)
{
    if (d->m_kept == id)
        return;
    RosterRow *const before = d->find(d->m_kept);
    RosterRow *const now = d->find(id);
    d->m_kept = id;
    // What is let go leaves with the next order; what is kept comes at once.
    if (before) {
        before->kept = false;
        if (d->evaluate(*before))
            d->noteOrderChange();
    }
    if (now) {
        now->kept = true;
        if (now->shown == RosterRow::hidden)
            d->apply({now});
        else
            d->evaluate(*now);
    }
    d->announceCounts();
    d->announcePending();
}

void RosterModel::setOrderFrozen(bool frozen)
{
    if (d->m_frozen == frozen)
        return;
    d->m_frozen = frozen;
    d->scheduleOrder();
    d->announceCounts();
    d->announcePending();
}

bool RosterModel::isOrderFrozen() const
{
    return d->m_frozen;
}

void RosterModel::applyPendingOrder()
{
    d->flushData();
    d->applyPending();
}

int RosterModel::pendingChanges() const
{
    return d->m_frozen ? d->m_pending : 0;
}

void RosterModel::setVisible(bool visible)
{
    if (d->m_visible == visible)
        return;
    d->m_visible = visible;
    if (visible && !d->m_dirty.empty())
        d->flushData();
}

void RosterModel::setAccessibleText(AccessibleText text)
{
    d->m_accessibleText = std::move(text);
}

QModelIndex RosterModel::indexOf(const core::ContactId &id) const
{
    const RosterRow *row = d->find(id);
    const int at = row ? d->placeOf(*row) : -1;
    return at < 0 ? QModelIndex() : index(at);
}

int RosterModel::totalContacts() const
{
    return d->m_total;
}

int RosterModel::onlineContacts() const
{
    return d->m_online;
}

int RosterModel::hiddenContacts() const
{
    if (!d->m_needle.empty() || d->m_show == Show::All)
        return 0;
    int shown = 0;
    for (const int count : d->m_counts)
        shown += count;
    return static_cast<int>(d->m_byId.size()) - shown;
}

} // namespace timbre::models
