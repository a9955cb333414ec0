// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/availability.h"

#include <QColor>
#include <QPalette>

#include <optional>

class QApplication;

namespace timbre::gui {

// All colours of the program in one value, light or dark (features.md 5.2, 5.3). Delegates and
// painters take it from themeOf(palette); nothing else in gui names a colour. Contrast is held by a
// test: text >= 4.5, shapes >= 3.
struct Theme {
    QColor window; // behind everything
    QColor surface; // roster, cards
    QColor raised; // own header, menus, fields
    QColor hover;
    QColor selected;
    QColor pressed;
    QColor separator;
    QColor border; // outline of fields and buttons
    QColor text;
    QColor text2; // secondary: mood, counts
    QColor accent; // also as text: links, the checked segment
    QColor onAccent; // text on accent
    QColor warning; // background of the connection strip and of "n changes waiting"; carries text
    QColor danger; // text of destructive actions and of errors
    QColor chat, away, busy, offline; // presence shapes
    bool dark = false;
    bool plainShapes = false; // presence shapes larger and without colour

    QColor presence(core::Availability availability) const;
};

enum class Appearance { System, Light, Dark };

// What of the look is not the user's choice between light and dark: what the desktop says about itself, and what helps
// the eye.
struct Look {
    std::optional<bool> desktopDark; // nothing: read from the platform theme's palette
    bool plainShapes = false;
    bool reducedMotion = false;
    bool operator==(const Look &) const = default;
};

Theme lightTheme();
Theme darkTheme();
Theme withPlainShapes(Theme theme);
// The theme that fits a widget's palette.
const Theme &themeOf(const QPalette &palette);
QPalette paletteOf(const Theme &theme);
// WCAG 2 contrast ratio of two opaque colours, 1 to 21.
double contrastRatio(const QColor &a, const QColor &b);

// Fusion with our palette, fonts with a colour emoji fallback, and the style sheet of all windows
// (resources/style.qss). System follows the desktop where it can be read. May be called again at any
// time: open windows follow.
//
// Style hooks for widgets, set as properties in .ui files: `role`, of a QLabel "title" | "heading" |
// "secondary" | "small" | "field" | "error" | "good" | "badge", of a QPushButton "primary" |
// "danger" | "quiet" | "notice"; `segment` = "left" | "right" (checkable QToolButtons of one
// control); `active` (QLineEdit: it filters).
void applyAppearance(QApplication &app, Appearance appearance, const Look &look = {});
// Whether things should not move by themselves, as applyAppearance() was told.
bool isMotionReduced();

// Families with the colour emoji font as the fallback, so that it wins over monochrome symbols
// elsewhere.
QFont withEmoji(QFont font);

// Sizes, in logical pixels at the default font; multiply by scale(font).
namespace metrics {
inline constexpr int gap1 = 4, gap2 = 8, gap3 = 12, gap4 = 16, gap5 = 24;
inline constexpr int rowHeight = 52, rowAvatar = 36, sectionHeight = 28;
inline constexpr int ownHeaderHeight = 72, ownAvatar = 44;
inline constexpr int controlRadius = 6, selectionRadius = 8;
double scale(const QFont &font); // lineSpacing / the default's, never below 1
QFont nameFont(const QFont &base); // semibold, a little larger
QFont secondFont(const QFont &base); // a little smaller
} // namespace metrics

} // namespace timbre::gui
