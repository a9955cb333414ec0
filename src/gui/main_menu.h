// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "gui/accounts_menu.h"
#include "gui/theme.h"
#include "models/roster_model.h"

#include <QMenu>

namespace Ui {
class MainWindow;
}

namespace timbre::gui {

// The menu behind the header's menu button, made of the actions of the window's form, with one
// submenu for the accounts, one for the appearance and one for the order of the contacts. Sorts the roster itself; what
// the other actions do is the window's business. Child of the window; GUI thread; form and roster
// outlive it.
class MainMenu : public QMenu
{
    Q_OBJECT

public:
    MainMenu(Ui::MainWindow &form, models::RosterModel &roster, QWidget *window);

    AccountsMenu &accounts() { return *m_accounts; }

Q_SIGNALS:
    void appearanceChosen(timbre::gui::Appearance appearance);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addAppearances(Ui::MainWindow &form);
    void addSorts(Ui::MainWindow &form, models::RosterModel &roster);
    void retranslate();

    AccountsMenu *m_accounts; // children of this menu
    QMenu *m_appearances;
    QMenu *m_sorts;
};

} // namespace timbre::gui
