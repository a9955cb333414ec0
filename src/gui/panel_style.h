// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QSize;
class QWidget;
class QEvent;

namespace timbre::gui {

// What of a panel's look follows the application font: the sizes of labels by their `role`, and
// that of primary buttons. Everything else is resources/style.qss, applied to the program by
// theme.h. `extra` is the panel's own, such as its background. Set on each panel, never on the
// roster's list (a style sheet on a view is slow).
void applyPanelStyle(QWidget *panel, const QString &extra = {});
// True for the events after which applyPanelStyle() must be called again.
bool changesLook(const QEvent *event);
// What a window should be at first: `wanted` at the default font, more at larger ones, never more
// than the screen has.
QSize defaultSize(const QWidget &window, const QSize &wanted);
// Sets the role and repolishes.
void setRole(QWidget *widget, const char *role);

} // namespace timbre::gui
