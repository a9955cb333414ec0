// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact_id.h"

#include <QHash>
#include <QList>
#include <QMap>

#include <compare>
#include <tuple>

namespace timbre::core {

// A group of the user's as it is to be shown.
struct ContactGroup {
    QString id; // lasts, whatever the name
    QString name;
    QList<ContactId> members; // in the user's order, see isOrdered
    bool isOrdered = false; // by hand; otherwise views sort by name
    bool operator==(const ContactGroup &) const = default;
};

// Everything that was ever said of groups, each fact with the time at which it was said: what a group is called and
// where it stands, who is in it and where. Of two facts about the same thing the newer holds, whichever machine wrote
// it; what is absent on one side is no fact. So merging two books gives the same whatever the order, and nothing that
// was said on this machine is lost to an older copy. Removals are facts, too ("gone"). A value; pure; reads hostile
// text. Owned by ContactGroups.
class GroupBook
{
public:
    static constexpr int mostGroups = 100; // that are not gone
    static constexpr int mostFacts = 12'000; // all; the oldest removals go first
    static constexpr qsizetype longestText = 1000 * 1024;

    // The groups that are not gone, in their order.
    QList<ContactGroup> groups() const;
    bool isEmpty() const { return m_groups.isEmpty(); }

    // Local picks, said at `now` (wall ms) or just after what is known of the thing, so that they always hold.
    void setGroup(const QString &id, const QString &name, qint64 now);
    void removeGroup(const QString &id, qint64 now);
    void placeGroup(const QString &id, qint64 place, qint64 now);
    void setMember(const QString &group, const ContactId &id, bool in, qint64 place, qint64 now);

    // True if anything of it was new here. Facts said more than a day ahead of `now` count as said a day ahead: nobody
    // can pin a fact forever.
    bool merge(const GroupBook &other, qint64 now);

    // The newest facts that fit into `limit` bytes; groups before members.
    QByteArray toJson(qsizetype limit) const;
    struct Read;
    // What is no book of this version or larger than a book gets: nothing, with the reason.
    static Read fromJson(const QByteArray &json);

    bool operator==(const GroupBook &) const = default;

private:
    struct GroupFact {
        qint64 said = 0;
        bool gone = false;
        qint64 place = 0;
        QString name;
        bool operator==(const GroupFact &) const = default;
        friend bool operator<(const GroupFact &a, const GroupFact &b)
        {
            return std::tie(a.said, a.gone, a.place, a.name) < std::tie(b.said, b.gone, b.place, b.name);
        }
    };
    struct MemberFact {
        qint64 said = 0;
        bool gone = false;
        qint64 place = 0; // 0: not by hand
        auto operator<=>(const MemberFact &) const = default;
    };
    using Members = QMap<QString, MemberFact>; // by node

    void prune();

    QMap<QString, GroupFact> m_groups;
    QMap<QString, Members> m_members;
};

struct GroupBook::Read {
    enum class Result { Ok, Empty, Unreadable, Newer };
    Result result = Result::Empty;
    GroupBook book;
};

} // namespace timbre::core
