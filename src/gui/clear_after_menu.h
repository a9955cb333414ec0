// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clear_after.h"

#include <QMenu>

namespace timbre::gui {

// When the status ends by itself, always the same rows (features.md S1): don't clear, three spans, today, tomorrow
// morning, this week, "Choose…". Says what was picked, changes nothing. Told the end in force by setUntil(); what the
// choices would mean is worded each time it opens. Owned by the menu or button that shows it.
class ClearAfterMenu : public QMenu
{
    Q_OBJECT

public:
    explicit ClearAfterMenu(QWidget *parent = nullptr);

    void setUntil(qint64 wallEnd, qint64 wallNow);
    void retranslate();

Q_SIGNALS:
    void clearAfterPicked(timbre::core::ClearAfter after);
    void chooseChosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    QList<QAction *> m_choices;
    QAction *m_choose;
    qint64 m_until = 0;
    qint64 m_now = 0;
};

} // namespace timbre::gui
