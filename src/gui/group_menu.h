// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact_groups.h"

#include <QMenu>

namespace timbre::gui {

struct Theme;

// "Groups ▸" of a contact: a tick for each of the user's groups and a field that makes a new one. Changes the groups
// itself. Child of the contact's menu; GUI thread; the groups outlive it.
class GroupMenu : public QMenu
{
    Q_OBJECT

public:
    GroupMenu(core::ContactGroups &groups, const core::ContactId &contact, const Theme &theme, QWidget *parent);
};

} // namespace timbre::gui
