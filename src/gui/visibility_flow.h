// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/session.h"
#include "gui/see_me_as.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QAction;
class QMenu;

namespace timbre::gui {

class OwnCard;
class RevealBar;
class RevealGuard;
class StatusHeader;

// Who sees which face of the user, between core and the widgets that show and change it: "Show as" in the status menu
// and in contacts' menus, the dialog of rules, "See me as" and the hint of the own card, the bar that asks before the
// user gives themselves away and reminds of a long invisibility. Owned by MainWindow; GUI thread; all handed in outlive
// it.
class VisibilityFlow : public QObject
{
    Q_OBJECT

public:
    VisibilityFlow(core::Session &session, core::Clock &clock, StatusHeader &header, OwnCard &card, RevealBar &bar,
                   QWidget *window);
    ~VisibilityFlow() override;

    RevealGuard &guard() { return *m_guard; }
    // Puts "Show as" and "May see me while I am invisible" into the menu of a contact.
    void addTo(QMenu &menu, const core::ContactId &id);
    void openDialog();
    void refresh();
    void retranslate();

private:
    bool hasSeen(const core::ContactId &id) const { return m_session.status().toldTo(id).has_value(); }
    QString nameOf(const core::ContactId &id) const;
    void refreshPeople();
    void refreshView();
    void refreshHint();
    QStringList witnesses() const;
    void remind();

    core::Session &m_session;
    core::Clock &m_clock;
    OwnCard &m_card;
    RevealBar &m_bar;
    QWidget *m_window; // parent of dialogs
    std::unique_ptr<RevealGuard> m_guard;
    SeeMeAs *m_seeMeAs; // child of the card
    QAction *m_rules; // of the status menu
    QAction *m_strict;
    std::unique_ptr<core::Timer> m_later; // many changes, one look
    struct Seen {
        core::ContactId id;
        qint64 at = 0; // wall ms, when the line that showed us ended
    };
    std::optional<Seen> m_seen; // by whom is chosen
};

} // namespace timbre::gui
