// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidgetAction>

namespace timbre::gui {

class LimitedLineEdit;

// A name that is typed inside a menu, so that no window comes up for it: a field with a line of explanation under it.
// Enter gives the text and closes the menus. Reached by the arrow keys like any entry. Child of the menu; GUI thread.
class MenuField : public QWidgetAction
{
    Q_OBJECT

public:
    // `label` is both the placeholder and what screen readers say.
    MenuField(const QString &label, const QString &text, const QString &explanation, QWidget *menu);

Q_SIGNALS:
    void entered(const QString &text);

private:
    LimitedLineEdit *m_edit; // child of the default widget
};

} // namespace timbre::gui
