// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/composition_guard.h"

#include <QGuiApplication>
#include <QInputMethod>
#include <QKeyEvent>

namespace timbre::gui {

bool CompositionGuard::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::InputMethod:
        if (!static_cast<QInputMethodEvent *>(event)->preeditString().isEmpty())
            m_composing = watched;
        else
            m_composing.clear(); // also of another widget: there is one composition at a time
        return false;
    case QEvent::FocusOut:
        if (watched == m_composing)
            m_composing.clear();
        return false;
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride:
        break;
    default:
        return false;
    }
    if (!m_composing || !watched->isWidgetType())
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!enter && key != Qt::Key_Escape)
        return false;
    event->accept(); // nor a shortcut
    if (event->type() == QEvent::KeyPress && enter)
        QGuiApplication::inputMethod()->commit();
    else if (event->type() == QEvent::KeyPress)
        QGuiApplication::inputMethod()->reset();
    return true;
}

} // namespace timbre::gui
