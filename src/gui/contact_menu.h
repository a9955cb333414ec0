// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact.h"

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

    // With "Tell me when"; `tellMe` outlives the menu.
    void offerTellMe(core::TellMe &tellMe, const core::ContactId &id);

Q_SIGNALS:
    void cardChosen();
    void renameChosen();
    void pinChosen(bool pinned);
    void removeChosen();
    void blockChosen();

private:
    QAction *m_lastSection; // the separator above what cannot be undone
};

} // namespace timbre::gui
