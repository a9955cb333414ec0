// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "models/roster_model_p.h"

#include <algorithm>

// The user's groups in RosterModel: who stands in which, what their headers say, which are folded away.
namespace timbre::models {

using namespace Qt::StringLiterals;

namespace {

// What is remembered of the two headers that are no group.
const auto pinnedName = u"*"_s;
const auto noGroupName = u"-"_s;

} // namespace

void RosterModel::Private::readGroups()
{
    m_groupIds.clear();
    m_groupNames.clear();
    m_groupOf.clear();
    if (m_groups) {
        const QList<core::ContactGroup> groups
            = m_groups->groups().first(std::min<qsizetype>(m_groups->groups().size(), core::GroupBook::mostGroups));
        for (const core::ContactGroup &group : groups) {
            m_groupIds.append(group.id);
            m_groupNames.append(group.name);
            for (qsizetype i = 0; i < group.members.size(); ++i) {
                FirstGroup &first = m_groupOf[group.members[i]];
                first.names.append(group.name);
                if (first.group > 0)
                    continue;
                first.group = static_cast<quint16>(m_groupIds.size());
                first.place = group.isOrdered ? static_cast<int>(i) + 1 : 0;
            }
        }
    }
    m_query.collapsed.reset();
    m_query.collapsed[RosterQuery::pinnedClass] = m_collapsed.contains(pinnedName);
    m_query.collapsed[RosterQuery::noGroupClass] = m_collapsed.contains(noGroupName);
    for (qsizetype i = 0; i < m_groupIds.size(); ++i)
        m_query.collapsed[static_cast<size_t>(i) + 1] = m_collapsed.contains(m_groupIds[i]);
}

void RosterModel::Private::readGroup(RosterRow &row) const
{
    const auto known = m_groupOf.constFind(row.id);
    row.group = known == m_groupOf.cend() ? quint16{0} : known->group;
    row.groupPlace = known == m_groupOf.cend() ? 0 : known->place;
}

void RosterModel::Private::onGroupsChanged()
{
    const QHash<core::ContactId, FirstGroup> before = m_groupOf;
    readGroups();
    const auto readAgain = [this](const core::ContactId &id) {
        RosterRow *const row = find(id);
        const auto contact = m_roster.contacts().constFind(id);
        if (!row || contact == m_roster.contacts().constEnd())
            return;
        readGroup(*row);
        readSearchText(*row, *contact);
    };
    for (auto known = before.cbegin(); known != before.cend(); ++known) {
        if (m_groupOf.value(known.key()) != *known)
            readAgain(known.key());
    }
    for (auto known = m_groupOf.cbegin(); known != m_groupOf.cend(); ++known) {
        if (!before.contains(known.key()))
            readAgain(known.key());
    }
    if (!m_query.isGrouped() && !m_query.isFiltering())
        return;
    recountGroups();
    m_recounted.set(); // names may have changed
    rearrange(Scope::All);
    announceCounts();
    announcePending();
}

void RosterModel::Private::setCollapsed(const QString &group, bool collapsed)
{
    if (m_collapsed.contains(group) == collapsed)
        return;
    if (collapsed)
        m_collapsed.insert(group);
    else
        m_collapsed.remove(group);
    onGroupsChanged();
}

void RosterModel::Private::recountGroups()
{
    if (!m_query.isGrouped())
        return;
    const std::array<GroupCount, classes> before = std::exchange(m_groupCounts, {});
    for (const auto &row : m_order.rows()) {
        if (row->gone)
            continue;
        GroupCount &count = m_groupCounts[RosterQuery::groupClassOf(*row)];
        ++count.members;
        count.online += row->accepted && row->bucket != RosterQuery::notNow ? 1 : 0;
        count.unread += row->unreadCount;
    }
    for (size_t c = 0; c < classes; ++c) {
        if (m_groupCounts[c] != before[c])
            m_recounted.set(c);
    }
}

void RosterModel::Private::countInGroup(const RosterRow &row, int online, int unread)
{
    if (!m_query.isGrouped())
        return;
    const quint16 group = RosterQuery::groupClassOf(row);
    m_groupCounts[group].online += online;
    m_groupCounts[group].unread += unread;
    m_recounted.set(group);
}

// A group is there although none of it is to be seen: as something to unfold, or to drop somebody on.
bool RosterModel::Private::keepsHeader(quint16 orderClass) const
{
    if (!m_query.isGrouped())
        return false;
    const bool folded = m_query.collapsed[orderClass] && m_groupCounts[orderClass].members > 0;
    return folded || (orderClass >= 1 && orderClass <= m_groupIds.size() && m_query.show == RosterModel::Show::All);
}

QString RosterModel::Private::groupIdOf(quint16 orderClass) const
{
    if (!m_query.isGrouped())
        return {};
    if (orderClass == RosterQuery::pinnedClass)
        return pinnedName;
    return orderClass <= m_groupIds.size() ? m_groupIds[orderClass - 1] : noGroupName;
}

QVariant RosterModel::Private::headerData(quint16 orderClass, int role) const
{
    const GroupCount &group = m_groupCounts[orderClass];
    const bool grouped = m_query.isGrouped();
    switch (role) {
    case KindRole:
        return QVariant::fromValue(RowKind::Header);
    case SectionRole:
        return QVariant::fromValue(m_query.sectionOf(orderClass));
    case CountRole:
        return m_counts[orderClass];
    case GroupRole:
        return groupIdOf(orderClass);
    case TitleRole:
        return grouped && orderClass >= 1 ? m_groupNames.value(orderClass - 1) : QString();
    case OnlineRole:
        return grouped ? group.online : 0;
    case TotalRole:
        return grouped ? group.members : 0;
    case UnreadRole:
        return grouped && m_query.collapsed[orderClass] ? group.unread : 0;
    case CollapsedRole:
        return grouped && m_query.collapsed[orderClass];
    default:
        return {};
    }
}

} // namespace timbre::models
