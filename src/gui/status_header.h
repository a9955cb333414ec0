// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clear_after.h"
#include "core/connection.h"
#include "core/effective_status.h"

#include <QWidget>

#include <memory>

class QAction;
class QMenu;
class QToolButton;

namespace Ui {
class StatusHeader;
}

namespace timbre::gui {

class StatusMenu;

// The user's own presence at the top of the window (features.md S1): avatar with shape, name, state,
// mood and end, and for a while after each change the way back. A pick shows in the same event; what has not left yet
// wears a clock. Opens StatusMenu under itself and MoodEditor in its second line. Told everything through setters; says
// what was picked. Owned by MainWindow's form; GUI thread.
class StatusHeader : public QWidget
{
    Q_OBJECT

public:
    explicit StatusHeader(QWidget *parent = nullptr);
    ~StatusHeader() override;

    void setPerson(const core::ContactId &id, const QString &name, const QString &accountInWords);
    // `wallNow` is for the words of the end.
    void setStatus(const core::ManualStatus &status, qint64 wallNow = 0);
    // Contacts are told Away instead of what was picked; what this desktop can tell of it.
    void setAbsence(const std::optional<core::Absence> &absence, bool seesIdle, bool seesLock);
    // Busy takes the place of Chat while the desktop shows no notifications.
    void setDesktopQuiet(bool quiet);
    // The line of the schedule that holds instead of what was picked.
    void setScheduled(const std::optional<core::ScheduledStatus> &scheduled);
    void setConnection(core::ConnectionState state);
    void setPending(bool pending);
    void setRecentMoods(const QList<core::RecentMood> &moods);
    void setCanUndo(bool can);

    StatusMenu *menu() const;
    QToolButton *menuButton() const; // the window's own menu
    QToolButton *addButton() const;
    QAction *undoAction() const { return m_undo; } // Ctrl+Z, for the window to add

    void openMenu();
    void editMood();

Q_SIGNALS:
    void availabilityPicked(timbre::core::Availability availability);
    void moodPicked(const QString &mood);
    void statusPicked(const timbre::core::ManualStatus &status);
    void presetPicked(const timbre::core::ManualStatus &status, timbre::core::ClearAfter after);
    void moodForgotten(const QString &mood);
    void clearAfterPicked(timbre::core::ClearAfter after);
    void chooseEndChosen();
    void scheduleChosen();
    void undoChosen();
    void hereChosen();
    void signOutChosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    void openClearAfter();
    void popUp(QMenu *menu, int left);
    void startEditing(const core::ManualStatus &status);
    void stopEditing(bool keepFocus);
    void refresh();
    void restyle();

    std::unique_ptr<Ui::StatusHeader> m_ui;
    StatusMenu *m_menu; // child
    QAction *m_undo; // child
    QString m_name;
    core::ManualStatus m_status;
    std::optional<core::Absence> m_absence;
    bool m_desktopQuiet = false;
    std::optional<core::ScheduledStatus> m_scheduled;
    QList<core::RecentMood> m_recents;
    core::ConnectionState m_connection = core::ConnectionState::Offline;
    qint64 m_now = 0;
    bool m_pending = false;
};

} // namespace timbre::gui
