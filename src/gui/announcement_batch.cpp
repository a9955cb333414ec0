// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/announcement_batch.h"

#include "core/text.h"
#include "gui/presence_painter.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace timbre::gui {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(timbre::gui::AnnouncementBatch)

public:
    static QString came(const QStringList &names)
    {
        if (names.size() == 1)
            return tr("%1 came online").arg(names[0]);
        if (names.size() == 2)
            return tr("%1 and %2 came online").arg(names[0], names[1]);
        return tr("%n contact(s) came online", nullptr, static_cast<int>(names.size()));
    }
    static QString left(const QStringList &names)
    {
        if (names.size() == 1)
            return tr("%1 left").arg(names[0]);
        if (names.size() == 2)
            return tr("%1 and %2 left").arg(names[0], names[1]);
        return tr("%n contact(s) left", nullptr, static_cast<int>(names.size()));
    }
    //: %1 is a name, %2 a state: "Anna is now Busy"
    static QString is(const QString &name, const QString &state) { return tr("%1 is now %2").arg(name, state); }
    static QString changed(qsizetype count)
    {
        return tr("%n contact(s) changed their status", nullptr, static_cast<int>(count));
    }
    //: Between parts of one sentence: "3 contacts came online, Ben left"
    static QString comma() { return tr(", "); }
};

} // namespace

void AnnouncementBatch::note(const QString &name, core::Availability before, core::Availability now)
{
    const QString who = core::isolated(name);
    const bool was = core::isPresent(before);
    const bool is = core::isPresent(now);
    if (!was && is)
        m_came.append(who);
    else if (was && now == core::Availability::Offline)
        m_left.append(who);
    else if (was && is && before != now)
        m_changed.append({who, now});
}

QString AnnouncementBatch::sentence() const
{
    QStringList parts;
    if (!m_came.isEmpty())
        parts.append(Words::came(m_came));
    if (!m_left.isEmpty())
        parts.append(Words::left(m_left));
    if (m_changed.size() > 2)
        parts.append(Words::changed(m_changed.size()));
    else
        for (const Change &change : m_changed)
            parts.append(Words::is(change.name, availabilityName(change.now)));
    return parts.join(Words::comma());
}

} // namespace timbre::gui
