// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "core/status_controller.h"

#include <QObject>

namespace timbre::gui {

class OwnCard;
class StatusHeader;

// The user's own status between StatusController and the widgets that show and change it: header, menu, own card, the
// question for an end. Keeps them true; the name and the line are the window's business. Owned by MainWindow; GUI
// thread; all handed in outlive it.
class StatusFlow : public QObject
{
    Q_OBJECT

public:
    StatusFlow(core::StatusController &status, core::Clock &clock, StatusHeader &header, OwnCard &card,
               QWidget *window);

    void refresh();

private:
    void askEnd();
    void askSchedule();
    void askPlan();

    core::StatusController &m_status;
    core::Clock &m_clock;
    StatusHeader &m_header;
    OwnCard &m_card;
    QWidget *m_window; // parent of dialogs
};

} // namespace timbre::gui
