// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

#include "app/demo_person.h"

#include "gui/presence_painter.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QPixmap>
#include <QScreen>
#include <QTest>
#include <QWindow>

#include <algorithm>
#include <cstdio>

namespace timbre::app {

using namespace Qt::StringLiterals;
using core::Availability;
using core::Milliseconds;

namespace {

constexpr Milliseconds lookEvery{5};
constexpr Milliseconds stepLimit{15'000};
// Longer than StatusController's quiet time, so that every click is one change of its own.
constexpr Milliseconds betweenClicks{400};
constexpr Milliseconds forTheEye{700};

void print(const QString &line)
{
    std::fputs(qPrintable(line + u'\n'), stdout);
    std::fflush(stdout);
}

QString rowName(Availability availability)
{
    switch (availability) {
    case Availability::Away:
        return u"actionAway"_s;
    case Availability::Busy:
        return u"actionBusy"_s;
    case Availability::Invisible:
        return u"actionInvisible"_s;
    case Availability::Chat:
    case Availability::Offline:
    case Availability::Unknown:
        break;
    }
    return u"actionChat"_s;
}

Availability seenAs(Availability picked)
{
    return picked == Availability::Invisible ? Availability::Offline : picked;
}

double percentile(std::vector<double> values, double part)
{
    std::sort(values.begin(), values.end());
    const double last = static_cast<double>(values.size() - 1);
    return values[static_cast<size_t>(part * last + 0.5)];
}

} // namespace

DemoPerson::DemoPerson(Account &alice, Account &bob, core::Clock &clock, QString folder, int clicks, QObject *parent) :
    QObject(parent),
    m_alice(alice),
    m_bob(bob),
    m_clock(clock),
    m_folder(std::move(folder)),
    m_lookAgain(clock.makeTimer([this] { look(); }))
{
    connect(&m_bob.window(), &gui::MainWindow::contactPainted, this,
            [this](const core::ContactId &id, Availability availability) {
                if (id == m_alice.session().ownId() && availability == m_awaited && m_paintedAfter < 0)
                    m_paintedAfter = static_cast<double>(m_sinceClick.nsecsElapsed()) / 1e6;
            });
    plan(clicks);
}

DemoPerson::~DemoPerson() = default;

void DemoPerson::start()
{
    QDir().mkpath(m_folder);
    print(u"Alice and Bob are signed in at a node of this computer, with %1 contacts each."_s.arg(
        m_alice.session().roster().accepted().size()));
    next();
}

void DemoPerson::plan(int clicks)
{
    planPause(Milliseconds(2'500)); // everybody has answered, emoji fonts are loaded
    planScreenshot(u"1-start"_s);
    planPick(Availability::Busy, false);
    planMood(u"In a meeting 🍜 until 3"_s);
    planScreenshot(u"2-busy"_s);
    m_steps.push_back({u"Bob looks at Alice's card"_s, [this] { openAlicesCard(); }, [] { return true; }});
    planPause(forTheEye);
    planScreenshot(u"3-card"_s);
    // Not measured: a row that comes back from Offline also moves, which takes its time on purpose.
    for (const Availability availability : {Availability::Away, Availability::Invisible, Availability::Chat}) {
        planPick(availability, false);
        planPause(forTheEye);
        planScreenshot(u"4-"_s + rowName(availability).mid(6).toLower());
    }
    static constexpr Availability circle[] = {Availability::Busy, Availability::Away, Availability::Chat};
    for (int i = 0; i < clicks; ++i)
        planPick(circle[i % 3], true);
}

void DemoPerson::planPick(Availability availability, bool measured)
{
    m_steps.push_back({u"Alice opens her status menu"_s,
                       [this] { click(m_alice.window().findChild<QAbstractButton *>(u"stateButton"_s)); },
                       [this] { return openMenu() != nullptr; }});
    if (!measured && availability == Availability::Busy) {
        planPause(forTheEye);
        planScreenshot(u"1-menu"_s);
    }
    m_steps.push_back({u"Alice clicks %1 and Bob's roster shows it"_s.arg(gui::availabilityName(availability)),
                       [this, availability] {
                           QMenu *menu = openMenu();
                           QAction *row = menu->findChild<QAction *>(rowName(availability));
                           m_awaited = seenAs(availability);
                           m_paintedAfter = -1;
                           m_sinceClick.start();
                           clickRow(menu, row);
                       },
                       [this, availability, measured] {
                           if (m_paintedAfter < 0)
                               return false;
                           if (measured)
                               m_times.push_back(m_paintedAfter);
                           print(u"click %1  %2 %3 ms"_s.arg(measured ? QString::number(m_times.size()) : u"-"_s, 3)
                                     .arg(gui::availabilityName(availability), -10)
                                     .arg(m_paintedAfter, 7, 'f', 1));
                           return true;
                       }});
    planPause(betweenClicks);
}

void DemoPerson::planMood(const QString &mood)
{
    m_steps.push_back({u"Alice clicks her mood"_s,
                       [this] { click(m_alice.window().findChild<QAbstractButton *>(u"moodButton"_s)); },
                       [this] { return qobject_cast<QLineEdit *>(m_alice.window().focusWidget()) != nullptr; }});
    m_steps.push_back({u"Alice types \"%1\" and Bob's roster shows it"_s.arg(mood),
                       [this, mood] {
                           QWidget *edit = m_alice.window().focusWidget();
                           QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
                           QTest::sendKeyEvent(QTest::Click, edit, Qt::Key_unknown, mood, Qt::NoModifier);
                           QTest::keyClick(edit, Qt::Key_Return);
                       },
                       [this, mood] { return bobSees(m_awaited, mood); }});
    planPause(forTheEye);
}

void DemoPerson::planPause(Milliseconds length)
{
    m_steps.push_back({{}, [] {}, [this, length] { return m_clock.monotonic() - m_stepSince >= length.count(); }});
}

void DemoPerson::planScreenshot(const QString &name)
{
    m_steps.push_back({u"screenshot "_s + name,
                       [this, name] {
                           const QString file = QDir(m_folder).filePath(name + u".png"_s);
                           if (QGuiApplication::primaryScreen()->grabWindow(0).save(file))
                               print(u"wrote "_s + file);
                       },
                       [this, name] { return QFile::exists(QDir(m_folder).filePath(name + u".png"_s)); }});
}

void DemoPerson::next()
{
    if (m_steps.empty()) {
        report();
        finish(true);
        return;
    }
    m_stepSince = m_clock.monotonic();
    m_steps.front().act();
    look();
}

void DemoPerson::look()
{
    if (m_steps.front().isDone()) {
        m_steps.pop_front();
        next();
    } else if (m_clock.monotonic() - m_stepSince > stepLimit.count()) {
        print(u"did not happen within %1 s: %2"_s.arg(stepLimit.count() / 1000).arg(m_steps.front().what));
        finish(false);
    } else {
        m_lookAgain->start(lookEvery);
    }
}

void DemoPerson::finish(bool succeeded)
{
    m_steps.clear();
    Q_EMIT done(succeeded);
}

void DemoPerson::report() const
{
    print(u"From Alice's click to Bob's painted row, %1 clicks: p50 %2 ms, p99 %3 ms"_s.arg(m_times.size())
              .arg(percentile(m_times, 0.5), 0, 'f', 1)
              .arg(percentile(m_times, 0.99), 0, 'f', 1));
}

// At the window, not the widget: the event takes the way it takes from the window system.
void DemoPerson::click(QWidget *widget)
{
    const QPoint place = widget->mapTo(widget->window(), widget->rect().center());
    QTest::mouseClick(widget->window()->windowHandle(), Qt::LeftButton, {}, place);
}

void DemoPerson::clickRow(QMenu *menu, QAction *row)
{
    const QPoint place = menu->actionGeometry(row).center();
    QTest::mouseMove(menu->windowHandle(), place);
    QTest::mouseClick(menu->windowHandle(), Qt::LeftButton, {}, place);
}

void DemoPerson::openAlicesCard()
{
    auto *list = m_bob.window().findChild<QAbstractItemView *>(u"rosterView"_s);
    auto *rows = qobject_cast<models::RosterModel *>(list->model());
    const QRect row = list->visualRect(rows->indexOf(m_alice.session().ownId()));
    const QPoint place = list->viewport()->mapTo(list->window(), row.center());
    QTest::mouseClick(list->window()->windowHandle(), Qt::LeftButton, {}, place);
    QTest::keyClick(list->window()->windowHandle(), Qt::Key_Return);
}

QMenu *DemoPerson::openMenu() const
{
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    return menu && menu->objectName() == "statusMenu"_L1 ? menu : nullptr;
}

bool DemoPerson::bobSees(Availability availability, const QString &mood) const
{
    const core::ContactPresence seen = m_bob.session().presences().presence(m_alice.session().ownId());
    return seen.availability == availability && seen.mood == mood;
}

} // namespace timbre::app
