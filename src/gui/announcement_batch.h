// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/availability.h"

#include <QStringList>

namespace timbre::gui {

// Changes of contacts that are told in one sentence: "3 contacts came online, Ben left" (features.md 4, item 9). Up to
// two of a kind are named, more are counted. A value without time: Announcer decides when.
class AnnouncementBatch
{
public:
    // What moves nobody (Unknown to Offline, and what nobody can know for sure) is not told.
    void note(const QString &name, core::Availability before, core::Availability now);
    // Empty if there is nothing to tell.
    QString sentence() const;

private:
    struct Change {
        QString name;
        core::Availability now = core::Availability::Unknown;
    };
    QStringList m_came;
    QStringList m_left;
    QList<Change> m_changed;
};

} // namespace timbre::gui
