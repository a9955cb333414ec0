// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/day_plan.h"

#include <QDialog>

#include <memory>

namespace Ui {
class PlanDialog;
}

namespace timbre::gui {

// Today's plan as a list of sentences and, below it, the part in hand. Each part begins where the one before ends, so
// only the first has a beginning of its own. picked() comes with Save; an empty plan takes it away. Times are of this
// computer's zone; one that is not after the beginning is tomorrow's. Non-blocking: show it with open(). Owned by
// whoever opens it.
class PlanDialog : public QDialog
{
    Q_OBJECT

public:
    PlanDialog(const core::DayPlan &plan, qint64 wallNow, QWidget *parent = nullptr);
    ~PlanDialog() override;

    // "12:00 to 13:00: Away, lunch".
    static QString sentence(const core::ScheduledStatus &part);

Q_SIGNALS:
    void picked(const timbre::core::DayPlan &plan);

protected:
    void changeEvent(QEvent *event) override;

private:
    qint64 beginOf(qsizetype part) const;
    void add();
    void remove();
    void showPart();
    void takePart();
    void refreshList();
    void restyle();

    std::unique_ptr<Ui::PlanDialog> m_ui;
    QList<core::DayPlan::Part> m_parts;
    qint64 m_from = 0;
    bool m_showing = false; // the fields are being filled, not edited
};

} // namespace timbre::gui
