// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule.h"

#include <QDialog>

#include <memory>

class QToolButton;

namespace Ui {
class ScheduleDialog;
}

namespace timbre::gui {

// The weekly schedule as a list of sentences and, below it, the line in hand: its days, times, state and mood. What is
// changed there stands in the list at once; picked() comes with Save. Non-blocking: show it with open(). Owned by
// whoever opens it.
class ScheduleDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ScheduleDialog(const core::Schedule &schedule, QWidget *parent = nullptr);
    ~ScheduleDialog() override;

    // "Monday to Friday, 09:00 to 10:00: Busy, focus".
    static QString sentence(const core::ScheduleRule &rule);

Q_SIGNALS:
    void picked(const timbre::core::Schedule &schedule);

protected:
    void changeEvent(QEvent *event) override;

private:
    void add();
    void remove();
    void showRule();
    void takeRule();
    void refreshList();
    void restyle();

    std::unique_ptr<Ui::ScheduleDialog> m_ui;
    QList<QToolButton *> m_days; // children of the form
    QList<core::ScheduleRule> m_rules;
    bool m_showing = false; // the fields are being filled, not edited
};

} // namespace timbre::gui
