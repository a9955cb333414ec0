// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact.h"
#include "core/contact_groups.h"

#include <QMenu>

namespace timbre::core {
class TellMe;
}

namespace timbre::gui {

struct Theme;

// The context menu of a contact in the roster. Says what was chosen; does nothing itself. Deletes
// itself when closed; GUI thread.
class ContactMenu : public QMenu
{
    Q_OBJECT

public:
    ContactMenu(const core::Contact &contact, const Theme &theme, QWidget *parent);

    void addGroups(core::ContactGroups &groups, const Theme &theme); // they outlive it
    // With "Tell me when"; `tellMe` outlives the menu.
    void offerTellMe(core::TellMe &tellMe, const core::ContactId &id);

Q_SIGNALS:
    void cardChosen();
    void renameChosen();
    void pinChosen(bool pinned);
    void removeChosen();
    void blockChosen();

private:
    core::ContactId m_contact;
    QAction *m_beforeRemoval = nullptr; // a separator
};

} // namespace timbre::gui
