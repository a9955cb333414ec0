// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/ring_button.h"

#include <QFocusEvent>

namespace timbre::gui {

RingButton::RingButton(QWidget *parent) : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
}

void RingButton::focusInEvent(QFocusEvent *event)
{
    // A menu that closes gives the focus back as it was.
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        m_byKeyboard = event->reason() != Qt::MouseFocusReason;
    QAbstractButton::focusInEvent(event);
    update();
}

} // namespace timbre::gui
