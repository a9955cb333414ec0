// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/store.h"
#include "core/visibility.h"

#include <QObject>

#include <functional>

namespace timbre::core {

// The one place where the rules of who sees which face live and change, kept in the account's Store as the document
// "visibility". Knows the groups of contacts only through a port, and beside the rules the guests: contacts the user
// chose to stay visible to for as long as this invisibility lasts, who are not saved. Owned by Session; GUI thread.
// Sends nothing: StatusController and PresenceExchange do, by these rules.
class VisibilityKeeper : public QObject
{
    Q_OBJECT

public:
    using GroupsOf = std::function<QStringList(const ContactId &)>;

    explicit VisibilityKeeper(Store &store, QObject *parent = nullptr);

    const VisibilityRules &rules() const { return m_document.rules; }
    // Newer: changes hold until the end of the program and are not saved.
    VisibilityDocument::State state() const { return m_document.state; }
    void setRules(const VisibilityRules &rules);
    void setFace(const ContactId &id, std::optional<Face> face); // nothing = no rule of its own
    void setAllowed(const ContactId &id, bool allowed);

    void setGroupsOf(GroupsOf groupsOf);
    QStringList groupsOf(const ContactId &id) const;
    // Somebody's groups changed.
    void groupsChanged();

    // Whether Invisible lets nothing out at all: this account's choice, else the preference.
    bool isStrict() const { return rules().strict.value_or(m_strictByDefault); }
    void setStrict(std::optional<bool> strict);
    void setStrictByDefault(bool strict);

    QSet<ContactId> guests() const { return m_guests; }
    void addGuest(const ContactId &id);
    void forgetGuests();
    bool isAllowed(const ContactId &id) const { return rules().allowed.contains(id) || m_guests.contains(id); }

    std::optional<Told> faceFor(const EffectiveStatus &effective, const ContactId &id) const;
    bool isUniform(const EffectiveStatus &effective) const { return m_inForce.isUniform(effective); }

Q_SIGNALS:
    // Somebody may have another face now.
    void changed();

private:
    void follow();

    Store &m_store;
    GroupsOf m_groupsOf;
    VisibilityDocument m_document;
    VisibilityRules m_inForce; // with the guests
    QSet<ContactId> m_guests;
    bool m_strictByDefault = false;
};

} // namespace timbre::core
