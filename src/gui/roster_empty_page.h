// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

class QWidget;

namespace Ui {
class RosterPanel;
}

namespace timbre::models {
class RosterModel;
}

namespace timbre::gui {

// What the roster panel shows instead of an empty list, and what its button would do (features.md
// 5.4). Writes into the widgets of the panel's form; knows no model but the one it is shown. Owned
// by RosterPanel; GUI thread; form and panel outlive it.
class RosterEmptyPage
{
    Q_DECLARE_TR_FUNCTIONS(timbre::gui::RosterEmptyPage)

public:
    enum class Kind { None, NoContacts, NobodyOnline, NothingUnread, NoMatch };

    RosterEmptyPage(Ui::RosterPanel &form, const QWidget &panel);

    Kind kind() const { return m_kind; }
    // `model` may be null: no contacts.
    void update(const models::RosterModel *model);

private:
    static Kind kindOf(const models::RosterModel *model);

    Ui::RosterPanel &m_form;
    const QWidget &m_panel;
    Kind m_kind = Kind::None;
};

} // namespace timbre::gui
