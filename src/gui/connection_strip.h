// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "core/connection.h"

#include <QWidget>

#include <memory>

namespace Ui {
class ConnectionStrip;
}

namespace timbre::gui {

// Losing and regaining the line in words, under the own header (features.md S15): nothing for the
// first 3 s, then what is wrong, when the next try is, and one button; after a minute since when
// there is no line. What only the user can help (Blocked) shows at once. Hidden while all is well.
// Never modal, never a wait without an end of its own. Told the status by setter; says what was
// chosen.
class ConnectionStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionStrip(QWidget *parent = nullptr);
    ~ConnectionStrip() override;

    void setClock(core::Clock &clock); // before the first status; outlives the strip
    void setStatus(const core::ConnectionStatus &status);

Q_SIGNALS:
    void tryNowChosen(); // also "Use here" and "Sign in again"
    void passwordEntered(const QString &password);

protected:
    void changeEvent(QEvent *event) override;

private:
    bool isTrouble() const;
    void refresh();
    void restyle();

    std::unique_ptr<Ui::ConnectionStrip> m_ui;
    core::Clock *m_clock = nullptr;
    std::unique_ptr<core::Timer> m_tick;
    core::ConnectionStatus m_status;
    bool m_staysOut = false; // the user answered "signed in elsewhere" with staying signed out
    qint64 m_downSince = -1; // monotonic; -1 = the line is up
    qint64 m_downSinceWall = 0;
};

} // namespace timbre::gui
