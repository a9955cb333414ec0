// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/availability.h"

#include <QColor>
#include <QPalette>

class QApplication;

namespace timbre::gui {

// All colours of the program in one value, light or dark (features.md 5.2, 5.3). Delegates and painters take it from
// themeOf(palette); nothing else in gui names a colour. Contrast is held by a test: text >= 4.5, shapes >= 3.
struct Theme {
    QColor window; // behind everything
    QColor surface; // roster, cards
    QColor raised; // own header, menus, fields
    QColor hover;
    QColor selected;
    QColor pressed;
    QColor separator;
    QColor text;
    QColor text2; // secondary: mood, counts
    QColor accent;
    QColor onAccent; // text on accent
    QColor warning; // connection strip
    QColor danger;
    QColor chat, away, busy, offline; // presence shapes
    bool dark = false;

    QColor presence(core::Availability availability) const;
};

enum class Appearance { System, Light, Dark };

Theme lightTheme();
Theme darkTheme();
// The theme that fits a widget's palette.
const Theme &themeOf(const QPalette &palette);
QPalette paletteOf(const Theme &theme);

// Fusion with our palette, fonts with a colour emoji fallback, and the style sheet of menus and fields. System follows
// the desktop where it can be read. May be called again at any time.
void applyAppearance(QApplication &app, Appearance appearance);

// Sizes, in logical pixels at the default font; multiply by scale(font).
namespace metrics {
inline constexpr int gap1 = 4, gap2 = 8, gap3 = 12, gap4 = 16, gap5 = 24;
inline constexpr int rowHeight = 52, rowAvatar = 36, sectionHeight = 28;
inline constexpr int ownHeaderHeight = 72, ownAvatar = 44;
inline constexpr int controlRadius = 6, selectionRadius = 8;
double scale(const QFont &font); // lineSpacing / the default's
} // namespace metrics

} // namespace timbre::gui
