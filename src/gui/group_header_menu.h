// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact_groups.h"

#include <QMenu>

namespace timbre::gui {

// The context menu of a group's header in the roster: its name to be changed, its place, its end. Changes the groups
// itself. Deletes itself when closed; GUI thread; the groups outlive it.
class GroupHeaderMenu : public QMenu
{
    Q_OBJECT

public:
    GroupHeaderMenu(core::ContactGroups &groups, const QString &id, QWidget *parent);
};

} // namespace timbre::gui
