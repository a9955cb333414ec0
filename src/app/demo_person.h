// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/account.h"

#include <QElapsedTimer>
#include <QObject>

#include <deque>
#include <functional>
#include <vector>

class QAction;
class QMenu;

namespace timbre::app {

// The scripted person of `timbre --demo --play DIR`: real mouse and key events at Alice's window, through the same door
// as those of the window system, and a look at Bob's. Writes screenshots to the folder, prints what happened and how
// long each click took until Bob's row was painted. Owned by Demo; GUI thread.
class DemoPerson : public QObject
{
    Q_OBJECT

public:
    DemoPerson(Account &alice, Account &bob, core::Clock &clock, QString folder, int clicks, QObject *parent = nullptr);
    ~DemoPerson() override;

    void start();

Q_SIGNALS:
    // False if something did not happen in time; the line that was printed says what.
    void done(bool succeeded);

private:
    // One thing to do and what must be true afterwards.
    struct Step {
        QString what;
        std::function<void()> act;
        std::function<bool()> isDone;
    };

    void plan(int clicks);
    void planPick(core::Availability availability, bool measured);
    void planMood(const QString &mood);
    void planPause(core::Milliseconds length);
    void planScreenshot(const QString &name);
    void next();
    void look();
    void finish(bool succeeded);
    void report() const;

    void click(QWidget *widget);
    void clickRow(QMenu *menu, QAction *row);
    void openAlicesCard();
    QMenu *openMenu() const;
    bool bobSees(core::Availability availability, const QString &mood) const;

    Account &m_alice;
    Account &m_bob;
    core::Clock &m_clock;
    QString m_folder;
    std::deque<Step> m_steps;
    std::unique_ptr<core::Timer> m_lookAgain;
    qint64 m_stepSince = 0;
    QElapsedTimer m_sinceClick;
    core::Availability m_awaited = core::Availability::Unknown;
    double m_paintedAfter = -1; // ms; of the click under way
    std::vector<double> m_times; // ms
};

} // namespace timbre::app
