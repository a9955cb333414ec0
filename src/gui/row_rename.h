// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact_id.h"

#include <QObject>

namespace timbre::models {
class RosterModel;
}

namespace timbre::gui {

class InlineRename;
class RosterView;

// Renaming a contact in its row of the roster: puts an InlineRename over the name and keeps it
// there while rows move; a contact that leaves the list ends it unkept. Changes no name itself.
// Owned by RosterPanel; GUI thread; the view outlives it.
class RowRename : public QObject
{
    Q_OBJECT

public:
    explicit RowRename(RosterView &view);

    void start(const core::ContactId &id); // nothing for someone who is not in the list
    void cancel();
    core::ContactId contact() const; // empty: not renaming

Q_SIGNALS:
    void started();
    // `kept` false: leave the name as it was.
    void finished(const timbre::core::ContactId &id, const QString &text, bool kept);

private:
    void place();
    const models::RosterModel *model() const; // may be null

    RosterView &m_view;
    InlineRename *m_edit; // owned by the view
};

} // namespace timbre::gui
