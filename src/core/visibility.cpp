// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/visibility.h"

#include <algorithm>

namespace timbre::core {

std::optional<Availability> availabilityOf(Face face)
{
    switch (face) {
    case Face::Chat:
        return Availability::Chat;
    case Face::Away:
        return Availability::Away;
    case Face::Busy:
        return Availability::Busy;
    case Face::AsPicked:
    case Face::OfflineLooking:
        break;
    }
    return std::nullopt;
}

Face VisibilityRules::faceOf(const ContactId &contact, const QStringList &groupsOfContact) const
{
    if (const auto own = contacts.constFind(contact); own != contacts.cend())
        return *own;
    const auto rule = std::find_if(groups.cbegin(), groups.cend(),
                                   [&](const GroupRule &each) { return groupsOfContact.contains(each.group); });
    return rule != groups.cend() ? rule->face : everyone;
}

bool VisibilityRules::isUniform(const EffectiveStatus &effective) const
{
    if (effective.reach != EffectiveStatus::Reach::Roster || everyone != Face::AsPicked)
        return false;
    if (effective.availability == Availability::Invisible && !allowed.isEmpty())
        return false;
    return std::all_of(groups.cbegin(), groups.cend(),
                       [](const GroupRule &rule) { return rule.face == Face::AsPicked; })
        && std::all_of(contacts.cbegin(), contacts.cend(), [](Face face) { return face == Face::AsPicked; });
}

std::optional<Told> faceFor(const EffectiveStatus &effective, const VisibilityRules &rules, const ContactId &contact,
                            const QStringList &groupsOfContact)
{
    if (effective.reach == EffectiveStatus::Reach::Nobody)
        return std::nullopt;
    const Face face = rules.faceOf(contact, groupsOfContact);
    if (face == Face::OfflineLooking)
        return std::nullopt;
    Told told = effective.told();
    if (!isPresent(told.availability)) {
        if (!rules.allowed.contains(contact) || !isPresent(effective.behind.availability)) {
            if (effective.reach == EffectiveStatus::Reach::AllowList)
                return std::nullopt;
            return Told{Availability::Invisible, {}, 0, 0};
        }
        told = effective.behind;
    }
    if (const auto fixed = availabilityOf(face); fixed && *fixed != told.availability)
        return Told{*fixed, {}, 0, 0};
    return told;
}

} // namespace timbre::core
