// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact_id.h"

#include <QLineEdit>
#include <QPointer>

namespace timbre::gui {

// The line editor that lies over a name in the roster while it is renamed. It belongs to a contact,
// not to a row: its owner moves it when rows move. Enter and losing the focus keep the text, Esc
// does not; either way finished() comes once. Owned by RosterPanel.
class InlineRename : public QLineEdit
{
    Q_OBJECT

public:
    explicit InlineRename(QWidget *parent);

    void start(const core::ContactId &id, const QString &name, const QString &placeholder);
    core::ContactId contact() const { return m_contact; } // empty: not renaming
    void cancel();

Q_SIGNALS:
    void started();
    // `kept` false: leave the name as it was.
    void finished(const timbre::core::ContactId &id, const QString &text, bool kept);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void end(bool kept);

    core::ContactId m_contact;
    QString m_before;
    QPointer<QWidget> m_focusBefore; // gets it back
};

} // namespace timbre::gui
