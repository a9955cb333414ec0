// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/contact_groups.h"

#include "core/text.h"

#include <algorithm>

namespace timbre::core {

using namespace Qt::StringLiterals;

namespace {

const auto documentName = u"groups"_s;
const auto extendKey = u"timbre.groups"_s;
constexpr qint64 gap = 1'000; // between places

} // namespace

ContactGroups::ContactGroups(Store &store, Clock &clock, Random &random, QObject *parent) :
    QObject(parent),
    m_store(store),
    m_clock(clock),
    m_random(random)
{
    GroupBook::Read read = GroupBook::fromJson(store.document(documentName));
    m_newerHere = read.result == GroupBook::Read::Result::Newer;
    m_book = std::move(read.book);
    m_groups = m_book.groups();
    for (const ContactGroup &group : std::as_const(m_groups)) {
        for (const ContactId &id : group.members)
            m_groupsOf[id].append(group.id);
    }
}

std::optional<ContactGroup> ContactGroups::group(const QString &id) const
{
    const auto group
        = std::find_if(m_groups.cbegin(), m_groups.cend(), [&id](const ContactGroup &known) { return known.id == id; });
    return group == m_groups.cend() ? std::nullopt : std::optional(*group);
}

QStringList ContactGroups::groupsOf(const ContactId &id) const
{
    return m_groupsOf.value(id);
}

ContactGroups::Trouble ContactGroups::trouble() const
{
    return m_newerHere ? Trouble::NewerHere : m_newerOnServer ? Trouble::NewerOnServer : Trouble::None;
}

QString ContactGroups::freshId() const
{
    return QString::number(m_random.bits() >> 16, 36);
}

void ContactGroups::said(bool byUser)
{
    const QList<ContactGroup> before = std::exchange(m_groups, m_book.groups());
    if (!m_newerHere)
        m_store.saveDocument(documentName, m_book.toJson(GroupBook::longestText));
    if (m_groups != before) {
        m_groupsOf.clear();
        for (const ContactGroup &group : std::as_const(m_groups)) {
            for (const ContactId &id : group.members)
                m_groupsOf[id].append(group.id);
        }
        Q_EMIT groupsChanged();
    }
    if (byUser)
        Q_EMIT changedHere();
}

QString ContactGroups::create(const QString &name)
{
    const QString cleaned = cleanName(name);
    for (const ContactGroup &group : std::as_const(m_groups)) {
        if (group.name == cleaned)
            return group.id;
    }
    if (cleaned.isEmpty() || m_groups.size() >= GroupBook::mostGroups)
        return {};
    const QString id = freshId();
    const qint64 now = m_clock.wall();
    m_book.setGroup(id, cleaned, now);
    m_book.placeGroup(id, (m_groups.size() + 1) * gap, now);
    said();
    return id;
}

bool ContactGroups::rename(const QString &id, const QString &name)
{
    const QString cleaned = cleanName(name);
    const bool taken = std::any_of(m_groups.cbegin(), m_groups.cend(),
                                   [&](const ContactGroup &known) { return known.name == cleaned && known.id != id; });
    const auto known = group(id);
    if (cleaned.isEmpty() || taken || !known)
        return false;
    if (known->name != cleaned) {
        m_book.setGroup(id, cleaned, m_clock.wall());
        said();
    }
    return true;
}

void ContactGroups::remove(const QString &id)
{
    if (!group(id))
        return;
    m_book.removeGroup(id, m_clock.wall());
    said();
}

void ContactGroups::setMember(const QString &id, const ContactId &contact, bool in)
{
    const auto known = group(id);
    if (!known || contact.isEmpty() || known->members.contains(contact) == in)
        return;
    const qint64 place = in && known->isOrdered ? (known->members.size() + 1) * gap : 0;
    m_book.setMember(id, contact, in, place, m_clock.wall());
    said();
}

void ContactGroups::place(const QString &id, const ContactId &contact, const ContactId &before)
{
    const auto known = group(id);
    if (!known || contact.isEmpty() || contact == before)
        return;
    QList<ContactId> members = known->members;
    members.removeOne(contact);
    const qsizetype at = members.indexOf(before);
    members.insert(at < 0 ? members.size() : at, contact);
    setOrder(id, members);
}

void ContactGroups::setOrder(const QString &id, const QList<ContactId> &members)
{
    const auto known = group(id);
    if (!known)
        return;
    QList<ContactId> all = members;
    for (const ContactId &member : known->members) {
        if (!all.contains(member))
            all.append(member);
    }
    if (known->isOrdered && all == known->members)
        return;
    const qint64 now = m_clock.wall();
    for (qsizetype i = 0; i < all.size(); ++i)
        m_book.setMember(id, all[i], true, (i + 1) * gap, now);
    said();
}

void ContactGroups::moveGroup(const QString &id, const QString &before)
{
    if (!group(id) || id == before)
        return;
    QStringList order;
    for (const ContactGroup &known : std::as_const(m_groups))
        order.append(known.id);
    const QStringList old = order;
    order.removeOne(id);
    const qsizetype at = order.indexOf(before);
    order.insert(at < 0 ? order.size() : at, id);
    if (order == old)
        return;
    const qint64 now = m_clock.wall();
    for (qsizetype i = 0; i < order.size(); ++i)
        m_book.placeGroup(order[i], (i + 1) * gap, now);
    said();
}

bool ContactGroups::mergeFromServer(const std::optional<protocol::TextMap> &extend)
{
    m_extend = extend.value_or(protocol::TextMap());
    const QString text = m_extend.value(extendKey);
    const GroupBook::Read read
        = GroupBook::fromJson(text.size() > GroupBook::longestText ? QByteArray() : text.toUtf8());
    m_newerOnServer = read.result == GroupBook::Read::Result::Newer;
    if (m_newerOnServer)
        return false;
    if (m_book.merge(read.book, m_clock.wall()))
        said(false);
    // Not the books: the server's may hold less, being cut, or removals that nobody needs any more.
    return m_book.toJson(mostOnServer) != text.toUtf8() && !(m_book.isEmpty() && text.isEmpty());
}

std::optional<protocol::TextMap> ContactGroups::forServer() const
{
    if (trouble() != Trouble::None)
        return std::nullopt;
    protocol::TextMap extend = m_extend;
    extend.insert(extendKey, QString::fromUtf8(m_book.toJson(mostOnServer)));
    return extend;
}

} // namespace timbre::core
