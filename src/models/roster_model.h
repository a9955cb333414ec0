// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact_groups.h"
#include "core/last_seen.h"
#include "core/presence_model.h"
#include "core/roster.h"

#include <QAbstractListModel>

#include <functional>

namespace timbre::models {

// The roster as rows, in the order a person sees: flat, with section headers as rows of their own (features.md S9, S10,
// S12; engineering.md 4). It keeps its own sorted order and its own copy of every key a row was sorted by; there is no
// proxy. Presence changes never reset it. Built for 100 000 contacts. GUI thread; owns nothing of core and knows
// neither icons nor widgets nor wording: header texts are made by the view from SectionRole and counts.
//
// Rows are the accepted contacts and those we asked; received requests and blocked ones are shown elsewhere. Pinned
// rows come first in every sort mode; Status and Groups have headers. In Status those with unread messages come next,
// so that they do not sink when they leave; Groups shows a contact once, in the first of its groups (the menu and the
// card name all), by name, or by hand where the user ordered the group.
//
// Data and order move apart: the first change after a quiet time is announced at once, further ones every 100 ms (33 ms
// while the window is visible and few rows changed, 1 s while hidden); order 400 ms after the last change and at most
// 2 s after the first, and not at all while frozen. Explicit picks (pin, rename, add, remove, filter) apply at once.
class RosterModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class RowKind { Contact, Header };
    Q_ENUM(RowKind)
    // Sort buckets in order; also the sections.
    enum class Section { Pinned, Unread, Reachable, Maybe, NotNow, Group, NoGroup };
    Q_ENUM(Section)
    // Recent: the last message, or when their presence changed.
    enum class SortMode { Status, Name, Recent, Groups };
    Q_ENUM(SortMode)
    enum class Show { All, Reachable, Online, Unread };
    Q_ENUM(Show)

    enum Role {
        KindRole = Qt::UserRole + 1, // RowKind
        SectionRole, // Section
        CountRole, // Header: rows in this section
        IdRole, // core::ContactId
        NameRole, // display name; also Qt::DisplayRole
        MoodRole,
        AvailabilityRole, // core::Availability
        FreshnessRole, // core::Freshness
        PresenceRole, // core::ContactPresence, whole
        ContactRole, // core::Contact, whole
        LastSeenRole, // core::LastSeen::Fact
        UnreadRole, // messages; of a header: of its collapsed rows
        GroupRole, // in SortMode::Groups: id of the group it stands in, if SectionRole is Group
        TitleRole, // Header of a group: its name
        OnlineRole, // Header of a group: members who are online
        TotalRole, // Header of a group: members, hidden ones too
        CollapsedRole, // Header of a group: its rows are folded away
    };

    RosterModel(core::Roster &roster, core::PresenceModel &presences, core::Clock &clock, QObject *parent = nullptr);
    ~RosterModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override; // only headers of groups are selectable

    // Case- and accent-insensitive; matches name, nickname, account, node and mood. Empty = off. While filtered the
    // rows are flat (no headers), best match first, and Show hides nobody: who is sought may be offline.
    void setFilter(const QString &text);
    QString filter() const;
    void setSortMode(SortMode mode);
    SortMode sortMode() const;
    // Whom else it never hides (features.md S12): unread, pinned (not by Unread), leaving and kept rows.
    void setShow(Show show);
    Show show() const;
    void setKept(const core::ContactId &id); // e.g. selected or being renamed; empty = none

    // Both outlive the model, or are taken away with nullptr.
    void setLastSeen(const core::LastSeen *seen);
    // Whose groups these are is the caller's business.
    void setGroups(core::ContactGroups *groups);
    void setCollapsed(const QModelIndex &header, bool collapsed);
    // What to remember: ids of groups, and two names for those pinned and those in no group.
    QStringList collapsedGroups() const;
    void setCollapsedGroups(const QStringList &groups);

    // What conversations know; may come before the contact does.
    void setUnread(const core::ContactId &id, int messages);
    void setLastMessage(const core::ContactId &id, qint64 wall);

    // While frozen, order changes wait (pointer over the list, menu open, keyboard walk); see pendingChanges().
    void setOrderFrozen(bool frozen);
    bool isOrderFrozen() const;
    void applyPendingOrder(); // the user clicked "3 changes waiting"
    int pendingChanges() const;
    void setVisible(bool visible); // window shown or hidden: only the pace

    // What screen readers say of a row, header or contact: Qt::AccessibleTextRole. Wording is gui's; without it they
    // say the name.
    using AccessibleText = std::function<QString(const QModelIndex &)>;
    void setAccessibleText(AccessibleText text);

    QModelIndex indexOf(const core::ContactId &id) const;
    int totalContacts() const; // accepted ones, whatever the filter
    int onlineContacts() const;
    int hiddenContacts() const; // by Show

Q_SIGNALS:
    void pendingChangesChanged(int count);
    // rowCount, totals or hidden count changed: empty states and the footer look here.
    void countsChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace timbre::models
