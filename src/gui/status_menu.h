// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/away_limits.h"
#include "core/clear_after.h"
#include "core/effective_status.h"

#include <QMenu>

namespace timbre::gui {

class ClearAfterMenu;

// What one can be, always the same rows in the same place (features.md S1): the four states, what happens by itself,
// the end, recent moods, presets, edit, sign out. The cross of a recent mood, or Delete on it, asks to forget it. Left
// click or Enter picks; right click on a state asks for the mood editor with that state. Owned by StatusHeader; says
// what was picked, changes nothing. The state actions and "Edit mood…" carry their shortcuts: the window adds them to
// itself.
class StatusMenu : public QMenu
{
    Q_OBJECT

public:
    static constexpr int shownMoods = 5;

    explicit StatusMenu(QWidget *parent = nullptr);

    // `wallNow` is for the words of ends.
    void setCurrent(const core::ManualStatus &status, qint64 wallNow);
    // Why one is away without having picked it, and what this desktop can tell at all.
    void setAbsence(const std::optional<core::Absence> &absence, bool seesIdle, bool seesLock);
    void setAwayLimits(const core::AwayLimits &limits);
    void setRecentMoods(const QList<core::RecentMood> &moods);
    QList<QAction *> shortcutActions() const; // Ctrl+1 … Ctrl+4, Ctrl+M
    ClearAfterMenu *clearAfterMenu() const { return m_clearAfter; }
    QMenu *showAsMenu() const { return m_showAs; } // who sees what; for VisibilityFlow to fill
    void retranslate();

Q_SIGNALS:
    void availabilityPicked(timbre::core::Availability availability);
    void statusPicked(const timbre::core::ManualStatus &status);
    void presetPicked(const timbre::core::ManualStatus &status, timbre::core::ClearAfter after);
    void moodPicked(const QString &mood); // the state stays
    void moodForgotten(const QString &mood);
    void clearAfterPicked(timbre::core::ClearAfter after);
    void chooseEndChosen();
    void editMoodChosen();
    void editChosen(timbre::core::Availability availability); // right click
    void scheduleChosen();
    void planChosen();
    void hereChosen(); // "I am here", while away by itself
    void signOutChosen();

protected:
    void initStyleOption(QStyleOptionMenuItem *option, const QAction *action) const override;
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool editStateOf(const QAction *action);
    bool forgetMoodOf(const QAction *action);
    QRect markOf(QAction *action) const; // where a row's tick or cross stands
    void showTicks();
    void showAbsence();
    void restyle();

    QList<QAction *> m_states;
    QAction *m_automatic;
    ClearAfterMenu *m_clearAfter; // child
    QList<QAction *> m_recents;
    QAction *m_recentsEnd;
    QMenu *m_presets;
    QAction *m_schedule;
    QAction *m_plan;
    QAction *m_edit;
    QMenu *m_showAs;
    QAction *m_signOut;
    QList<core::RecentMood> m_moods;
    core::ManualStatus m_current;
    qint64 m_now = 0;
    std::optional<core::Absence> m_absence;
    core::AwayLimits m_awayLimits;
    bool m_seesIdle = false;
    bool m_seesLock = false;
    QString m_style;
};

} // namespace timbre::gui
