// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/panel_style.h"

#include "gui/theme.h"

#include <QApplication>
#include <QEvent>
#include <QScreen>
#include <QStyle>
#include <QVariant>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace timbre::gui {

namespace {

QString textSizes(const QFont &font)
{
    const double points = font.pointSizeF() > 0 ? font.pointSizeF() : 10;
    const auto pt = [points](double factor) { return QString::number(points * factor, 'f', 1) + "pt"_L1; };
    return uR"(
QLabel[role="title"] { font-size: %1; }
QLabel[role="heading"] { font-size: %2; }
QPushButton[role="primary"] { font-size: %3; }
QLabel[role="small"], QLabel[role="badge"] { font-size: %4; }
)"_s.arg(pt(1.45), pt(1.1), pt(1), pt(0.9));
}

} // namespace

void applyPanelStyle(QWidget *panel, const QString &extra)
{
    const QString sheet = textSizes(QApplication::font()) + extra;
    if (panel->styleSheet() != sheet) // setting it sends the very events that lead here
        panel->setStyleSheet(sheet);
}

bool changesLook(const QEvent *event)
{
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::ApplicationPaletteChange:
    case QEvent::ApplicationFontChange:
        return true;
    default:
        return false;
    }
}

QSize defaultSize(const QWidget &window, const QSize &wanted)
{
    const QSize scaled = wanted * metrics::scale(QApplication::font());
    return scaled.boundedTo(window.screen()->availableSize() * 0.9).expandedTo(wanted.boundedTo(scaled));
}

void setRole(QWidget *widget, const char *role)
{
    const QString value = QString::fromLatin1(role);
    if (widget->property("role").toString() == value)
        return;
    widget->setProperty("role", value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->updateGeometry(); // the font may have changed, and the style sheet tells no layout
}

} // namespace timbre::gui
