// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/accounts.h"
#include "app/notice_center.h"
#include "core/preferences.h"
#include "desktop/tray_watch.h"
#include "gui/tray_icon.h"

namespace timbre::app {

class StatusSharing;

// The program's icon in the tray while the desktop has one, what it says and what is chosen in its menu; the number of
// unread messages in tray, dock and window titles; and whether closing a window hides it. A window that hid in a tray
// that goes comes back. Owned by Application; GUI thread; everything it is given outlives it.
class TrayCenter : public QObject
{
    Q_OBJECT

public:
    TrayCenter(Accounts &accounts, NoticeCenter &notices, StatusSharing &sharing,
               const core::PreferencesKeeper &preferences, core::Clock &clock, QObject *parent = nullptr);
    ~TrayCenter() override;

    // Looks for a tray; returns at once.
    void start() { m_watch.start(); }
    // The program was started to be in the background.
    void hideWhenThere() { m_startsHidden = true; }
    // Without any window on the screen the program is in the tray, and not over.
    bool keepsRunning() const;

Q_SIGNALS:
    void showWanted(); // the current account's window
    void settingsWanted();
    void quitWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void onAdded(Account *account);
    void onTrayChanged();
    void applyClosing();
    void refresh();
    void onClicked();
    void showOrHide();

    Accounts &m_accounts;
    NoticeCenter &m_notices;
    StatusSharing &m_sharing;
    const core::PreferencesKeeper &m_preferences;
    core::Clock &m_clock;
    desktop::TrayWatch m_watch;
    gui::TrayIcon m_icon;
    std::unique_ptr<core::Timer> m_refresh; // many changes, one picture
    int m_toldUnread = 0;
    bool m_startsHidden = false;
};

} // namespace timbre::app
