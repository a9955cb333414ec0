// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "gui/theme.h"

#include <QIcon>
#include <QString>

namespace timbre::gui {

// A symbolic icon of resources/icons/symbolic ("add-contact", "search", "menu", "close", "rename",
// "remove", "block", "pin", "unpin", "padlock-closed", "padlock-open", "computer", "globe",
// "clock", "copy", "warning", "check", "chevron-down", "mood", "person", "sign-out", "sun") drawn
// in the theme's text colour at any size and ratio; disabled in a faded text2, selected in accent.
// An unknown name gives a null icon. Make it anew when the appearance changes.
QIcon themedIcon(const QString &name, const Theme &theme);
// The same in one colour of the caller's, e.g. theme.danger or theme.onAccent.
QIcon tintedIcon(const QString &name, const QColor &color);

// A drawing of resources/drawings ("no-contacts", "nobody-online", "no-match") for an empty state,
// in theme colours.
QPixmap drawing(const QString &name, const Theme &theme, const QSize &size, qreal devicePixelRatio);

// The program's own icon, scalable.
QIcon appIcon();

} // namespace timbre::gui
