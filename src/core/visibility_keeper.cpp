// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/visibility_keeper.h"

namespace timbre::core {

using namespace Qt::StringLiterals;

namespace {

constexpr auto documentName = "visibility"_L1;

} // namespace

VisibilityKeeper::VisibilityKeeper(Store &store, QObject *parent) :
    QObject(parent),
    m_store(store),
    m_document(readVisibility(store.document(documentName))),
    m_inForce(m_document.rules)
{
}

void VisibilityKeeper::setRules(const VisibilityRules &rules)
{
    if (rules == m_document.rules && m_document.state != VisibilityDocument::State::Damaged)
        return;
    m_document.rules = rules;
    if (m_document.state != VisibilityDocument::State::Newer) {
        m_document.state = VisibilityDocument::State::Read;
        m_store.saveDocument(documentName, writeVisibility(rules));
    }
    follow();
}

void VisibilityKeeper::setFace(const ContactId &id, std::optional<Face> face)
{
    VisibilityRules next = rules();
    if (face)
        next.contacts.insert(id, *face);
    else
        next.contacts.remove(id);
    setRules(next);
}

void VisibilityKeeper::setAllowed(const ContactId &id, bool allowed)
{
    VisibilityRules next = rules();
    if (allowed)
        next.allowed.insert(id);
    else
        next.allowed.remove(id);
    if (!allowed)
        m_guests.remove(id);
    setRules(next);
    follow(); // a guest alone is no rule
}

void VisibilityKeeper::setGroupsOf(GroupsOf groupsOf)
{
    m_groupsOf = std::move(groupsOf);
    groupsChanged();
}

QStringList VisibilityKeeper::groupsOf(const ContactId &id) const
{
    return m_groupsOf ? m_groupsOf(id) : QStringList();
}

void VisibilityKeeper::groupsChanged()
{
    if (!rules().groups.isEmpty())
        follow();
}

void VisibilityKeeper::setStrict(std::optional<bool> strict)
{
    VisibilityRules next = rules();
    next.strict = strict;
    setRules(next);
}

void VisibilityKeeper::setStrictByDefault(bool strict)
{
    if (strict == m_strictByDefault)
        return;
    m_strictByDefault = strict;
    follow();
}

void VisibilityKeeper::addGuest(const ContactId &id)
{
    m_guests.insert(id);
    follow();
}

void VisibilityKeeper::forgetGuests()
{
    if (m_guests.isEmpty())
        return;
    m_guests.clear();
    follow();
}

std::optional<Told> VisibilityKeeper::faceFor(const EffectiveStatus &effective, const ContactId &id) const
{
    // Groups are looked up only where they can matter.
    const bool byGroup = !m_inForce.groups.isEmpty() && !m_inForce.contacts.contains(id);
    return core::faceFor(effective, m_inForce, id, byGroup ? groupsOf(id) : QStringList());
}

void VisibilityKeeper::follow()
{
    m_inForce = m_document.rules;
    m_inForce.allowed.unite(m_guests);
    Q_EMIT changed();
}

} // namespace timbre::core
