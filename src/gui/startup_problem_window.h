// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class StartupProblemWindow;
}

namespace timbre::gui {

// What a person sees when Timbre cannot start: one sentence, "Try again" and "Quit". Not modal; owned by app; GUI
// thread.
class StartupProblemWindow : public QWidget
{
    Q_OBJECT

public:
    explicit StartupProblemWindow(const QString &sentence, QWidget *parent = nullptr);
    ~StartupProblemWindow() override;

Q_SIGNALS:
    void tryAgainChosen();
    void quitChosen();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    std::unique_ptr<Ui::StartupProblemWindow> m_ui;
};

} // namespace timbre::gui
