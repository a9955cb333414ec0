// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact_id.h"
#include "core/effective_status.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <optional>

// Different faces for different people (features.md S5, "Layers"), as values and one pure function.
namespace timbre::core {

// What a rule makes of the pick.
enum class Face {
    AsPicked,
    Chat,
    Away,
    Busy,
    OfflineLooking, // is never sent anything
};

constexpr Face everyFace[] = {Face::AsPicked, Face::Chat, Face::Away, Face::Busy, Face::OfflineLooking};

// The availability a face stands for; nothing for AsPicked and OfflineLooking.
std::optional<Availability> availabilityOf(Face face);

// Who sees which face, of one account. The contact's own rule wins, then the first rule of `groups` that names one of
// its groups, then everyone's. A value.
struct VisibilityRules {
    struct GroupRule {
        QString group; // its id, which outlives its name
        Face face = Face::AsPicked;
        bool operator==(const GroupRule &) const = default;
    };

    Face everyone = Face::AsPicked;
    QList<GroupRule> groups;
    QHash<ContactId, Face> contacts;
    QSet<ContactId> allowed; // may see the user while invisible
    std::optional<bool> strict; // whether Invisible is strict on this account; nothing = as the preferences say
    bool operator==(const VisibilityRules &) const = default;

    Face faceOf(const ContactId &contact, const QStringList &groupsOfContact) const;
    // Whether one broadcast serves everybody: no rule asks for anything else.
    bool isUniform(const EffectiveStatus &effective) const;
};

// What this contact is told, or that it is told nothing. Total, without memory. Invisible wins over every rule but for
// those who may see the user then; a face that is not the pick's own state carries no mood and no times, for they would
// give away what it hides.
std::optional<Told> faceFor(const EffectiveStatus &effective, const VisibilityRules &rules, const ContactId &contact,
                            const QStringList &groupsOfContact);

// The rules as one small text, and what a text is worth. All input is hostile: at most mostRules of each kind, names
// and ids of a sane length; a face that nobody knows hides.
struct VisibilityDocument {
    enum class State {
        Fresh, // nothing was ever saved
        Read,
        Newer, // written by a newer version: understood as far as known, must not be written over
        Damaged, // not readable: everyone is OfflineLooking until the user says otherwise
    };
    VisibilityRules rules;
    State state = State::Fresh;
};

constexpr qsizetype mostVisibilityRules = 10'000;
VisibilityDocument readVisibility(const QByteArray &text);
QByteArray writeVisibility(const VisibilityRules &rules);

} // namespace timbre::core
