// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact.h"
#include "core/contact_groups.h"
#include "models/roster_model.h"

#include <QWidget>

#include <memory>

class QMenu;

namespace Ui {
class RosterPanel;
}

namespace timbre::core {
class TellMe;
}

namespace timbre::gui {

// The list of contacts with its filter, "n changes waiting" button, footer of hidden contacts and
// empty states (features.md S10, S12, 5.4): a RosterView with RosterDelegate inside
// forms/roster_panel.ui. Holds the order frozen under the pointer and opens only the contact that
// was under the press. Shows the model, says what the user wants; changes nothing itself. Nothing
// of it moves the rows when it comes or goes.
class RosterPanel : public QWidget
{
    Q_OBJECT

public:
    explicit RosterPanel(QWidget *parent = nullptr); // on the system's clock
    explicit RosterPanel(core::Clock &clock, QWidget *parent = nullptr); // the clock outlives it
    ~RosterPanel() override;

    void setModel(models::RosterModel *model); // not owned; may be null
    void setGroups(core::ContactGroups *groups); // not owned; what its menus and drags change
    void setCompact(bool compact);
    core::ContactId currentContact() const;
    void setCurrentContact(const core::ContactId &id);
    void startFilter(const QString &text = {}); // Ctrl+F, or the first letter typed
    void setTellMe(core::TellMe *tellMe); // not owned; null = contacts' menus do not offer it

Q_SIGNALS:
    void contactActivated(const timbre::core::ContactId &id); // double click, Enter: to write
    void cardChosen(const timbre::core::ContactId &id);
    void currentContactChanged(const timbre::core::ContactId &id);
    void renameChosen(const timbre::core::ContactId &id, const QString &nickname); // F2, inline
    void pinChosen(const timbre::core::ContactId &id, bool pinned);
    void removeChosen(const timbre::core::ContactId &id);
    void blockChosen(const timbre::core::ContactId &id);
    // The menu of this contact is about to open: the window may add to it.
    void contactMenuOpens(QMenu *menu, const timbre::core::ContactId &id);
    void addContactChosen();
    void showMyAccountChosen();
    // The row of this contact was painted with this availability for the first time after a change.
    void contactPainted(const timbre::core::ContactId &id, timbre::core::Availability availability);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    RosterPanel(std::unique_ptr<core::Clock> own, core::Clock *clock, QWidget *parent);

    std::unique_ptr<Ui::RosterPanel> m_ui;
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace timbre::gui
