// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "gui/account_choice.h"

#include <QMenu>

namespace timbre::gui {

// Which account to look at: each with its shape and what is unread in it, the first nine also by Ctrl+Shift+1…9, and
// one line that adds another. Child of the main menu; GUI thread. Says what was chosen, switches nothing itself.
class AccountsMenu : public QMenu
{
    Q_OBJECT

public:
    // The shortcuts hold in all of `window`.
    AccountsMenu(QWidget *window, QWidget *parent);

    void setChoices(const QList<AccountChoice> &choices);

Q_SIGNALS:
    void accountChosen(int index); // of the choices
    void addChosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();

    QWidget *m_window;
    QList<AccountChoice> m_choices;
    QList<QAction *> m_actions; // children of this menu
    QAction *m_add;
};

} // namespace timbre::gui
