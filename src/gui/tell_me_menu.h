// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/tell_me.h"

#include <QMenu>

namespace timbre::gui {

// "Tell me when…" of one contact: whether it is online or free, only after two calm minutes, and whether it is heard
// while the user is Busy. Changes the wish at once. Child of the contact's menu; GUI thread.
class TellMeMenu : public QMenu
{
    Q_OBJECT

public:
    // `tellMe` outlives the menu.
    TellMeMenu(core::TellMe &tellMe, const core::ContactId &id, QWidget *parent);
};

} // namespace timbre::gui
