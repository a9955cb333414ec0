// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/roster_freeze.h"

#include <QAbstractScrollArea>
#include <QEvent>
#include <QKeyEvent>

namespace timbre::gui {

namespace {

bool walks(int key)
{
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
        return true;
    default:
        return false;
    }
}

} // namespace

RosterFreeze::RosterFreeze(core::Clock &clock, QObject *parent) :
    QObject(parent),
    m_clock(clock),
    m_timer(clock.makeTimer([this] { update(); }))
{
}

void RosterFreeze::watch(QAbstractScrollArea *area)
{
    area->installEventFilter(this);
    area->viewport()->installEventFilter(this);
}

void RosterFreeze::setHeld(Hold hold, bool held)
{
    m_holds.setFlag(hold, held);
    update();
}

void RosterFreeze::pointerUntil(core::Milliseconds rest)
{
    m_pointerUntil = std::max(m_pointerUntil, m_clock.monotonic() + rest.count());
    update();
}

void RosterFreeze::pointerLeft()
{
    m_pointerUntil = 0;
    update();
}

bool RosterFreeze::eventFilter(QObject *object, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Enter:
    case QEvent::MouseMove:
    case QEvent::Wheel:
        if (object->isWidgetType())
            pointerUntil(pointerRest);
        break;
    case QEvent::ToolTip:
        pointerUntil(tooltipRest);
        break;
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
        m_holds.setFlag(Hold::Button);
        pointerUntil(pointerRest);
        break;
    case QEvent::MouseButtonRelease:
        m_holds.setFlag(Hold::Button, false);
        pointerUntil(pointerRest);
        break;
    case QEvent::KeyPress:
        if (walks(static_cast<QKeyEvent *>(event)->key())) {
            m_keysUntil = m_clock.monotonic() + keyRest.count();
            update();
        }
        break;
    case QEvent::Leave:
        pointerLeft();
        break;
    case QEvent::Hide:
        m_holds.setFlag(Hold::Button, false);
        m_keysUntil = 0;
        pointerLeft();
        break;
    default:
        break;
    }
    return false;
}

void RosterFreeze::update()
{
    const qint64 left = std::max(m_pointerUntil, m_keysUntil) - m_clock.monotonic();
    if (left > 0)
        m_timer->start(core::Milliseconds(left));
    else
        m_timer->stop();
    const bool frozen = m_holds || left > 0;
    if (frozen == m_frozen)
        return;
    m_frozen = frozen;
    Q_EMIT frozenChanged(frozen);
}

} // namespace timbre::gui
