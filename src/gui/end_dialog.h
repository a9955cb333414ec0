// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

#include <memory>

namespace Ui {
class EndDialog;
}

namespace timbre::gui {

// Asks for the day and time at which the status ends, in the local time zone: from the next minute to a year ahead.
// Non-blocking: show it with open() and listen to picked(). Owned by whoever opens it.
class EndDialog : public QDialog
{
    Q_OBJECT

public:
    // `wallEnd` 0 = in an hour, rounded up to a quarter.
    EndDialog(qint64 wallEnd, qint64 wallNow, QWidget *parent = nullptr);
    ~EndDialog() override;

Q_SIGNALS:
    void picked(qint64 wallEnd);

protected:
    void changeEvent(QEvent *event) override;

private:
    std::unique_ptr<Ui::EndDialog> m_ui;
};

} // namespace timbre::gui
