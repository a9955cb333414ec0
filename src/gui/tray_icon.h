// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/availability.h"
#include "core/clear_after.h"

#include <QIcon>
#include <QMenu>
#include <QSystemTrayIcon>

#include <memory>

namespace timbre::gui {

class ClearAfterMenu;

// What the tray shows. A value.
struct TrayState {
    core::Availability shown = core::Availability::Chat; // what contacts are told
    core::Availability picked = core::Availability::Chat;
    bool connected = false;
    int unread = 0;
    bool muted = false;
    bool windowShown = true;
    bool signedIn = true; // else there is nothing to pick
    qint64 until = 0; // wall ms at which the pick ends; 0 = stays
    qint64 now = 0;
    bool operator==(const TrayState &) const = default;
};

// The program's glyph with the shape of the own state, and a dot when something is unread; faint and without
// a shape while there is no line. Of
// pixmaps in all sizes of trays, because D-Bus carries no drawings.
QIcon trayPicture(const TrayState &state);

// The icon in the desktop's tray and its menu (features.md S15). Says what was chosen, does nothing itself. Exists on
// the desktop only while shown; show it when there is a tray, since Qt looks for one only once. Owned by app; GUI
// thread.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    explicit TrayIcon(QObject *parent = nullptr);
    ~TrayIcon() override;

    void setShown(bool shown);
    void setState(const TrayState &state);
    QMenu &menu() { return m_menu; }

Q_SIGNALS:
    void clicked();
    void nextChosen();
    void showHideChosen();
    void availabilityPicked(timbre::core::Availability availability);
    void clearAfterPicked(timbre::core::ClearAfter after);
    void chooseEndChosen();
    void muteChosen(bool mute);
    void settingsChosen();
    void quitChosen();

private:
    void refresh();

    TrayState m_state;
    QMenu m_menu;
    ClearAfterMenu *m_clearAfter; // child of the menu
    QAction *m_next;
    QAction *m_showHide;
    QList<QAction *> m_states;
    QAction *m_mute;
    QAction *m_settings;
    QAction *m_quit;
    std::unique_ptr<QSystemTrayIcon> m_icon; // gone before its menu
};

} // namespace timbre::gui
