// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/group_book.h"

#include "core/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace timbre::core {

using namespace Qt::StringLiterals;

namespace {

constexpr int version = 1;
constexpr qint64 day = 24LL * 3600 * 1000;
constexpr qint64 latestTime = 1'000'000'000'000'000; // doubles of JSON hold it exactly
constexpr qint64 farthestPlace = 1'000'000'000;
constexpr qsizetype longestGroupId = 16;
constexpr qsizetype longestNode = 64;

bool isGroupId(const QString &id)
{
    return !id.isEmpty() && id.size() <= longestGroupId && std::all_of(id.cbegin(), id.cend(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z');
    });
}

qint64 number(const QJsonValue &value, qint64 most)
{
    const double read = value.toDouble();
    return read >= 0 && read <= static_cast<double>(most) ? static_cast<qint64>(read) : 0;
}

qint64 sayAfter(qint64 known, qint64 now)
{
    return std::max(now, known + 1);
}

} // namespace

QList<ContactGroup> GroupBook::groups() const
{
    QList<std::pair<std::pair<qint64, QString>, QString>> order; // place, name, id
    for (auto group = m_groups.cbegin(); group != m_groups.cend(); ++group) {
        if (!group->gone)
            order.append({{group->place, group->name}, group.key()});
    }
    std::sort(order.begin(), order.end());
    QList<ContactGroup> list;
    for (const auto &[at, id] : std::as_const(order)) {
        ContactGroup group{id, at.second, {}, false};
        QList<std::pair<qint64, QString>> members;
        const Members known = m_members.value(id);
        for (auto member = known.cbegin(); member != known.cend(); ++member) {
            if (member->gone)
                continue;
            members.append({member->place, member.key()});
            group.isOrdered = group.isOrdered || member->place > 0;
        }
        std::sort(members.begin(), members.end());
        for (const auto &[place, node] : std::as_const(members))
            group.members.append(ContactId(node));
        list.append(group);
        if (list.size() == mostGroups)
            break;
    }
    return list;
}

void GroupBook::setGroup(const QString &id, const QString &name, qint64 now)
{
    if (!isGroupId(id))
        return;
    GroupFact &fact = m_groups[id];
    fact.said = sayAfter(fact.said, now);
    fact.gone = false;
    fact.name = name;
}

void GroupBook::removeGroup(const QString &id, qint64 now)
{
    const auto fact = m_groups.find(id);
    if (fact == m_groups.end())
        return;
    fact->said = sayAfter(fact->said, now);
    fact->gone = true; // who is in it stays said: a newer name given elsewhere brings all of it back
}

void GroupBook::placeGroup(const QString &id, qint64 place, qint64 now)
{
    const auto fact = m_groups.find(id);
    if (fact == m_groups.end())
        return;
    fact->said = sayAfter(fact->said, now);
    fact->place = std::clamp<qint64>(place, 0, farthestPlace);
}

void GroupBook::setMember(const QString &group, const ContactId &id, bool in, qint64 place, qint64 now)
{
    if (!m_groups.contains(group) || id.isEmpty() || id.node().size() > longestNode)
        return;
    MemberFact &fact = m_members[group][id.node()];
    fact = {sayAfter(fact.said, now), !in, in ? std::clamp<qint64>(place, 0, farthestPlace) : 0};
    prune();
}

bool GroupBook::merge(const GroupBook &other, qint64 now)
{
    const GroupBook before = *this;
    const auto take = [latest = now + day](auto &known, const auto &said) {
        auto fact = said;
        fact.said = std::min(fact.said, latest);
        known = std::max(known, fact);
    };
    for (auto group = other.m_groups.cbegin(); group != other.m_groups.cend(); ++group)
        take(m_groups[group.key()], *group);
    for (auto members = other.m_members.cbegin(); members != other.m_members.cend(); ++members) {
        if (!m_groups.contains(members.key()))
            continue;
        for (auto member = members->cbegin(); member != members->cend(); ++member)
            take(m_members[members.key()][member.key()], *member);
    }
    prune();
    return *this != before;
}

void GroupBook::prune()
{
    qsizetype facts = m_groups.size();
    for (const Members &members : std::as_const(m_members))
        facts += members.size();
    if (facts <= mostFacts)
        return;
    struct Removal {
        qint64 said;
        QString group;
        QString node; // empty: the group
        bool operator<(const Removal &other) const { return said < other.said; }
    };
    QList<Removal> removals;
    for (auto group = m_groups.cbegin(); group != m_groups.cend(); ++group) {
        if (group->gone)
            removals.append({group->said, group.key(), {}});
        const Members members = m_members.value(group.key());
        for (auto member = members.cbegin(); member != members.cend(); ++member) {
            if (member->gone || group->gone)
                removals.append({member->said, group.key(), member.key()});
        }
    }
    std::sort(removals.begin(), removals.end());
    for (const Removal &removal : std::as_const(removals)) {
        if (facts-- <= mostFacts)
            return;
        if (!removal.node.isEmpty()) {
            m_members[removal.group].remove(removal.node);
        } else {
            m_groups.remove(removal.group);
            m_members.remove(removal.group);
        }
    }
}

QByteArray GroupBook::toJson(qsizetype limit) const
{
    // Facts on both sides of the border differ by at most a few bytes, so a count finds it.
    QList<std::pair<qint64, QByteArray>> groups; // newest first
    QList<std::pair<qint64, QByteArray>> members;
    const auto text = [](const QJsonArray &fact) { return QJsonDocument(fact).toJson(QJsonDocument::Compact); };
    for (auto group = m_groups.cbegin(); group != m_groups.cend(); ++group) {
        groups.append({-group->said, text({group.key(), group->name, group->place, group->said, group->gone ? 0 : 1})});
        const Members known = m_members.value(group.key());
        for (auto member = known.cbegin(); member != known.cend(); ++member) {
            members.append(
                {-member->said, text({group.key(), member.key(), member->place, member->said, member->gone ? 0 : 1})});
        }
    }
    std::sort(groups.begin(), groups.end());
    std::sort(members.begin(), members.end());
    QByteArray json = R"({"v":1,"groups":[)";
    const QByteArray between = R"(],"members":[)";
    const QByteArray end = "]}";
    const auto append = [&](const auto &facts, qsizetype reserved) {
        bool first = true;
        for (const auto &[said, fact] : facts) {
            if (json.size() + fact.size() + 1 + reserved > limit)
                return;
            if (!std::exchange(first, false))
                json += ',';
            json += fact;
        }
    };
    append(groups, between.size() + end.size());
    json += between;
    append(members, end.size());
    return json + end;
}

GroupBook::Read GroupBook::fromJson(const QByteArray &json)
{
    Read read;
    if (json.isEmpty())
        return read;
    read.result = Read::Result::Unreadable;
    if (json.size() > longestText)
        return read;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const int written = object.value("v"_L1).toInt();
    if (written > version)
        read.result = Read::Result::Newer;
    if (written != version)
        return read;
    read.result = Read::Result::Ok;
    int facts = 0;
    const QJsonArray groups = object.value("groups"_L1).toArray();
    for (const QJsonValue &value : groups) {
        const QJsonArray fact = value.toArray();
        const QString id = fact.at(0).toString();
        const QString name = cleanName(fact.at(1).toString());
        if (!isGroupId(id) || name.isEmpty() || ++facts > mostFacts)
            continue;
        const GroupFact said{number(fact.at(3), latestTime), fact.at(4).toInt(1) == 0,
                             number(fact.at(2), farthestPlace), name};
        GroupFact &known = read.book.m_groups[id];
        known = std::max(known, said);
    }
    const QJsonArray members = object.value("members"_L1).toArray();
    for (const QJsonValue &value : members) {
        const QJsonArray fact = value.toArray();
        const QString group = fact.at(0).toString();
        const QString node = fact.at(1).toString();
        if (!read.book.m_groups.contains(group) || node.isEmpty() || node.size() > longestNode || ++facts > mostFacts)
            continue;
        const MemberFact said{number(fact.at(3), latestTime), fact.at(4).toInt(1) == 0,
                              number(fact.at(2), farthestPlace)};
        MemberFact &member = read.book.m_members[group][node];
        member = std::max(member, said);
    }
    return read;
}

} // namespace timbre::core
