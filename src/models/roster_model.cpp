// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "models/roster_model.h"

#include "models/roster_model_p.h"

#include <algorithm>

namespace timbre::models {

RosterModel::RosterModel(core::Roster &roster, core::PresenceModel &presences, core::Clock &clock, QObject *parent) :
    QAbstractListModel(parent),
    d(std::make_unique<Private>(this, roster, presences, clock))
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
    const quint16 orderClass = Private::classOf(entry);
    if (!entry.row)
        return d->headerData(orderClass, role);

    const RosterRow &row = *entry.row;
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case KindRole:
        return QVariant::fromValue(RowKind::Contact);
    case SectionRole:
        if (d->m_query.hasHeaders()) // the header it stands under
            return QVariant::fromValue(d->m_query.sectionOf(orderClass));
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
    case LastSeenRole:
        return QVariant::fromValue(d->m_lastSeen ? d->m_lastSeen->of(row.id) : core::LastSeen::Fact());
    case UnreadRole:
        return row.unreadCount;
    case GroupRole:
        return d->groupIdOf(orderClass);
    default:
        return {};
    }
}

Qt::ItemFlags RosterModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    // Not enabled: the arrow keys of a view step over it. A group can be folded, so it can be chosen.
    if (!d->m_entries[static_cast<size_t>(index.row())].row && !d->m_query.isGrouped())
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

void RosterModel::setFilter(const QString &text)
{
    if (const auto rematch = d->m_query.setFilter(text)) {
        d->recountGroups(); // nobody counted while there was a filter
        d->rearrange(Private::Scope::All, *rematch);
        d->announceCounts();
        d->announcePending();
    }
}

QString RosterModel::filter() const
{
    return d->m_query.filter();
}

void RosterModel::setSortMode(SortMode mode)
{
    if (d->m_query.mode == mode)
        return;
    d->m_query.mode = mode;
    d->recountGroups();
    d->rearrange(Private::Scope::All);
    d->announceCounts();
    d->announcePending();
}

RosterModel::SortMode RosterModel::sortMode() const
{
    return d->m_query.mode;
}

void RosterModel::setShow(Show show)
{
    if (d->m_query.show == show)
        return;
    d->m_query.show = show;
    d->rearrange(Private::Scope::All);
    d->announceCounts();
    d->announcePending();
}

RosterModel::Show RosterModel::show() const
{
    return d->m_query.show;
}

void RosterModel::setLastSeen(const core::LastSeen *seen)
{
    d->m_lastSeen = seen;
}

void RosterModel::setGroups(core::ContactGroups *groups)
{
    if (d->m_groups)
        d->m_groups->disconnect(this);
    d->m_groups = groups;
    if (groups)
        connect(groups, &core::ContactGroups::groupsChanged, this, [this] { d->onGroupsChanged(); });
    d->onGroupsChanged();
}

void RosterModel::setCollapsed(const QModelIndex &header, bool collapsed)
{
    if (!header.isValid() || !d->m_query.isGrouped())
        return;
    const Private::Entry &entry = d->m_entries[static_cast<size_t>(header.row())];
    if (!entry.row)
        d->setCollapsed(d->groupIdOf(Private::classOf(entry)), collapsed);
}

QStringList RosterModel::collapsedGroups() const
{
    return {d->m_collapsed.cbegin(), d->m_collapsed.cend()};
}

void RosterModel::setCollapsedGroups(const QStringList &groups)
{
    d->m_collapsed = {groups.cbegin(), groups.cend()};
    d->onGroupsChanged();
}

void RosterModel::setUnread(const core::ContactId &id, int messages)
{
    if (messages > 0)
        d->m_unread.insert(id, messages);
    else
        d->m_unread.remove(id);
    RosterRow *const row = d->find(id);
    if (!row || row->unreadCount == messages)
        return;
    d->countInGroup(*row, 0, messages - row->unreadCount);
    row->unreadCount = messages;
    row->unread = messages > 0;
    if (const int at = d->placeOf(*row); at >= 0)
        d->announce({{at, UnreadChange}});
    d->announceHeaders();
    if (d->evaluate(*row))
        d->noteOrderChange();
    d->announceCounts();
    d->announcePending();
}

void RosterModel::setLastMessage(const core::ContactId &id, qint64 wall)
{
    d->m_lastMessage.insert(id, wall);
    RosterRow *const row = d->find(id);
    if (!row)
        return;
    row->messageAt = wall;
    row->activeAt = std::max(wall, d->m_presences.presence(id).since);
    if (d->evaluate(*row))
        d->noteOrderChange();
    d->announcePending();
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
    if (d->m_dataPace.isVisible() == visible)
        return;
    d->m_dataPace.setVisible(visible);
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
    if (!d->m_query.hidesSome())
        return 0;
    if (d->m_query.isGrouped() && d->m_query.collapsed.any()) { // folded away is not hidden
        return static_cast<int>(std::count_if(d->m_byId.cbegin(), d->m_byId.cend(),
                                              [this](const RosterRow *row) { return d->m_query.hides(*row); }));
    }
    int shown = 0;
    for (const int count : d->m_counts)
        shown += count;
    return static_cast<int>(d->m_byId.size()) - shown;
}

} // namespace timbre::models
