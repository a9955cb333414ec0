// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/status_flow.h"

#include "gui/end_dialog.h"
#include "gui/own_card.h"
#include "gui/plan_dialog.h"
#include "gui/schedule_dialog.h"
#include "gui/status_header.h"
#include "gui/status_menu.h"

#include <QDateTime>

namespace timbre::gui {

using core::StatusController;

StatusFlow::StatusFlow(StatusController &status, core::Clock &clock, StatusHeader &header, OwnCard &card,
                       QWidget *window) :
    m_status(status),
    m_clock(clock),
    m_header(header),
    m_card(card),
    m_window(window)
{
    const auto pickAvailability = [this](core::Availability availability) { m_status.setAvailability(availability); };
    const auto pickStatus = [this](const core::ManualStatus &picked) { m_status.setManual(picked); };
    const auto pickPreset
        = [this](const core::ManualStatus &picked, core::ClearAfter after) { m_status.setManual(picked, after); };

    connect(&header, &StatusHeader::availabilityPicked, this, pickAvailability);
    connect(&header, &StatusHeader::statusPicked, this, pickStatus);
    connect(&header, &StatusHeader::presetPicked, this, pickPreset);
    connect(&header, &StatusHeader::moodPicked, this, [this](const QString &mood) { m_status.setMood(mood); });
    connect(&header, &StatusHeader::moodForgotten, this, [this](const QString &mood) { m_status.forgetMood(mood); });
    connect(&header, &StatusHeader::clearAfterPicked, this,
            [this](core::ClearAfter after) { m_status.setClearAfter(after); });
    connect(&header, &StatusHeader::chooseEndChosen, this, &StatusFlow::askEnd);
    connect(&header, &StatusHeader::scheduleChosen, this, &StatusFlow::askSchedule);
    connect(&header, &StatusHeader::undoChosen, this, [this] { m_status.undo(); });
    connect(&header, &StatusHeader::hereChosen, this, [this] { m_status.here(); });
    connect(&card, &OwnCard::availabilityPicked, this, pickAvailability);
    connect(header.menu(), &StatusMenu::planChosen, this, &StatusFlow::askPlan);
    connect(&card, &OwnCard::editPlanChosen, this, &StatusFlow::askPlan);
    connect(&card, &OwnCard::dayPlanChanged, this, [this](const core::DayPlan &plan) { m_status.setPlan(plan); });
    connect(&card, &OwnCard::statusPicked, this, pickStatus);
    connect(&card, &OwnCard::presetPicked, this, pickPreset);

    connect(&status, &StatusController::manualChanged, this, &StatusFlow::refresh);
    connect(&status, &StatusController::recentMoodsChanged, this, &StatusFlow::refresh);
    connect(&status, &StatusController::minutePassed, this, &StatusFlow::refresh);
    connect(&status, &StatusController::scheduleChanged, this, &StatusFlow::refresh);
    connect(&status, &StatusController::absenceChanged, this, &StatusFlow::refresh);
    connect(&status, &StatusController::canUndoChanged, &header, &StatusHeader::setCanUndo);
    connect(&status, &StatusController::pendingChanged, &header, &StatusHeader::setPending);
}

void StatusFlow::refresh()
{
    m_header.setStatus(m_status.manual(), m_clock.wall());
    m_header.setAbsence(m_status.absence(), m_status.seesIdle(), m_status.seesLock());
    m_header.setDesktopQuiet(m_status.isDesktopQuiet());
    m_header.menu()->setAwayLimits(m_status.awayLimits());
    m_header.setScheduled(m_status.scheduled());
    m_header.setPending(m_status.isPending());
    m_header.setRecentMoods(m_status.recentMoods());
    m_card.setStatus(m_status.manual(), m_status.effective().availability);
    const qint64 now = m_clock.wall();
    const QTimeZone zone = QTimeZone::systemTimeZone();
    m_card.setPlan(m_status.planOfDay(QDateTime::fromMSecsSinceEpoch(now, zone).date(), zone), now);
    m_card.setDayPlan(m_status.plan().isOver(now) ? core::DayPlan() : m_status.plan());
    m_card.setRecentMoods(m_status.recentMoods());
}

void StatusFlow::askEnd()
{
    auto *dialog = new EndDialog(m_status.manual().until, m_clock.wall(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &EndDialog::picked, this, [this](qint64 wallEnd) { m_status.setUntil(wallEnd); });
    dialog->open();
}

void StatusFlow::askSchedule()
{
    auto *dialog = new ScheduleDialog(m_status.schedule(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ScheduleDialog::picked, this,
            [this](const core::Schedule &schedule) { m_status.setSchedule(schedule); });
    dialog->open();
}

void StatusFlow::askPlan()
{
    auto *dialog = new PlanDialog(m_status.plan(), m_clock.wall(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PlanDialog::picked, this, [this](const core::DayPlan &plan) { m_status.setPlan(plan); });
    dialog->open();
}

} // namespace timbre::gui
