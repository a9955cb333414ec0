// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/session.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

namespace timbre::gui {

class ConfirmBar;

// Asks in the window's bar before someone is removed or blocked, and does it when confirmed. A
// question about someone who goes meanwhile is taken back; "cancel" gives the focus back to where
// it was. Owned by MainWindow; GUI thread; bar and session outlive it.
class RemovalFlow : public QObject
{
    Q_OBJECT

public:
    RemovalFlow(ConfirmBar &bar, core::Session &session);

    void askRemove(const core::ContactId &id); // nothing for someone who is no contact
    void askBlock(const core::ContactId &id);

Q_SIGNALS:
    void done(); // removed or blocked

private:
    ConfirmBar &m_bar;
    core::Session &m_session;
    QPointer<QWidget> m_focusBefore; // gets it back
};

} // namespace timbre::gui
