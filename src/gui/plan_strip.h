// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/day_plan.h"

#include <QWidget>

#include <optional>

namespace timbre::gui {

// Today's plan as a strip: its parts side by side, as long as they last, with their ends. An end is moved by dragging
// it, or with the keyboard: left and right choose one, up and down move it, in steps of five minutes; Enter, or a
// double click, asks for the dialog. Moves no end past its neighbours. Told the plan; says what it became. Child of the
// own card.
class PlanStrip : public QWidget
{
    Q_OBJECT

public:
    static constexpr qint64 step = 5 * 60'000; // ms

    explicit PlanStrip(QWidget *parent = nullptr);

    void setPlan(const core::DayPlan &plan);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    // Where the end of a part stands, in the widget's coordinates.
    int xOfEnd(qsizetype part) const;

Q_SIGNALS:
    void planChanged(const timbre::core::DayPlan &plan);
    void editChosen();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int xOf(qint64 wall) const;
    qint64 wallAt(int x) const;
    std::optional<qsizetype> endAt(int x) const;
    qint64 beginOf(qsizetype part) const;
    void moveEnd(qsizetype part, qint64 wall);
    void describe();

    qint64 m_from = 0;
    QList<core::DayPlan::Part> m_parts;
    qint64 m_span = 1; // ms shown; stays while an end is dragged
    std::optional<qsizetype> m_dragged;
    qsizetype m_current = 0; // for the keyboard
    core::DayPlan m_before; // as it was told
};

} // namespace timbre::gui
