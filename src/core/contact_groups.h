// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "core/group_book.h"
#include "core/random.h"
#include "core/store.h"
#include "protocol/types.h"

#include <QObject>

#include <optional>

namespace timbre::core {

// The user's groups of contacts: local, a contact in any number of them, kept with the account (document "groups") and
// carried in `extend` of the own user info (protocol.md 7.4), so that another machine has them. Everybody can read user
// info, so group names are no secret: gui says so where one is made. Owned by Session; GUI thread. Sends nothing:
// GroupSync decides when what is said here goes to the server.
class ContactGroups : public QObject
{
    Q_OBJECT

public:
    // Why nothing is written here or there; the sentence is gui's.
    enum class Trouble {
        None,
        NewerHere, // a newer Timbre wrote this account's groups: they stay as they are, changes last until the end
        NewerOnServer, // the same of the copy on the server
    };
    static constexpr qsizetype mostOnServer = 48 * 1024; // bytes in extend

    ContactGroups(Store &store, Clock &clock, Random &random, QObject *parent = nullptr);

    const QList<ContactGroup> &groups() const { return m_groups; } // in the user's order
    std::optional<ContactGroup> group(const QString &id) const;
    QStringList groupsOf(const ContactId &id) const; // ids, in the order of groups()
    Trouble trouble() const;

    // The group of this name, new if there is none; empty without a name or beyond GroupBook::mostGroups.
    QString create(const QString &name);
    // False without a name, or if another group has it.
    bool rename(const QString &id, const QString &name);
    void remove(const QString &id); // its contacts stay contacts
    void setMember(const QString &id, const ContactId &contact, bool in);
    // Into the group and before `before`; at the end if that is nobody of it. From then on the group is in this order.
    void place(const QString &id, const ContactId &contact, const ContactId &before);
    // All of them, as they stood in a list; for a group whose order was that of names until now.
    void setOrder(const QString &id, const QList<ContactId> &members);
    void moveGroup(const QString &id, const QString &before); // to the end if there is no such group

    // What the own user info says. True if the server lacks what is known here.
    bool mergeFromServer(const std::optional<protocol::TextMap> &extend);
    // `extend` with the groups in it; what other programs wrote there stays. Nothing if it must not be written.
    std::optional<protocol::TextMap> forServer() const;

Q_SIGNALS:
    void groupsChanged(); // once per call
    void changedHere(); // the user changed something: the server should hear of it

private:
    QString freshId() const;
    void said(bool byUser = true);

    Store &m_store;
    Clock &m_clock;
    Random &m_random;
    GroupBook m_book;
    QList<ContactGroup> m_groups;
    QHash<ContactId, QStringList> m_groupsOf;
    bool m_newerHere = false;
    bool m_newerOnServer = false;
    protocol::TextMap m_extend; // as the server has it
};

} // namespace timbre::core
