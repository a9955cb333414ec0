// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QSize;
class QWidget;
class QEvent;

namespace timbre::gui
{

// The look of buttons, fields and labels inside our panels, from the theme of the program and the
// application font. Widgets say what they are by the dynamic property "role" in their form: labels
// "title", "heading", "secondary", "error", "good"; buttons "primary", "danger", "quiet". Set on
// each panel, never on the roster (a style sheet on a view is slow).
void applyPanelStyle(QWidget *panel, const QString &extra = {});
// True for the events after which applyPanelStyle() must be called again.
bool changesLook(const QEvent *event);
// What a window should be at first: `wanted` at the default font, more at larger ones, never more
// than the screen has.
QSize defaultSize(const QWidget &window, const QSize &wanted);
// Sets the role and repolishes.
void setRole(QWidget *widget, const char *role);

} // namespace timbre::gui
