// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "gui/theme.h"
#include "models/roster_model.h"

#include <QMenu>

namespace Ui {
class MainWindow;
}

namespace timbre::gui {

// The menu behind the header's menu button, made of the actions of the window's form, with one
// submenu for the appearance and one for the order of the contacts. Sorts the roster itself; what
// the other actions do is the window's business. Child of the window; GUI thread; form and roster
// outlive it.
class MainMenu : public QMenu
{
    Q_OBJECT

public:
    MainMenu(Ui::MainWindow &form, models::RosterModel &roster, QWidget *window);

Q_SIGNALS:
    void appearanceChosen(timbre::gui::Appearance appearance);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addAppearances(Ui::MainWindow &form);
    void addSorts(Ui::MainWindow &form, models::RosterModel &roster);
    void retranslate();

    QMenu *m_appearances; // children of this menu
    QMenu *m_sorts;
};

} // namespace timbre::gui
