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

namespace timbre::gui
{

namespace
{

QString css(const QColor &color)
{
    return u"rgba(%1,%2,%3,%4)"_s.arg(color.red())
        .arg(color.green())
        .arg(color.blue())
        .arg(color.alpha());
}

QString panelStyle(const Theme &t, const QFont &font)
{
    const double points = font.pointSizeF() > 0 ? font.pointSizeF() : 10;
    const auto pt
        = [points](double factor) { return QString::number(points * factor, 'f', 1) + "pt"_L1; };
    QString sheet = uR"(
QLabel { background: transparent; color: @text; }
QLabel[role="title"] { font-size: @titleSize; font-weight: 600; }
QLabel[role="heading"] { font-size: @headSize; font-weight: 600; }
QLabel[role="secondary"] { color: @text2; }
QLabel[role="small"] { color: @text2; font-size: @smallSize; }
QLabel[role="field"] { color: @text2; padding-top: 6px; qproperty-indent: 0; }
QLabel[role="error"] { color: @danger; }
QLabel[role="good"] { color: @chat; }
QLabel[role="badge"] { background: @accent; color: @onAccent; font-weight: 600; border-radius: 9px;
    padding: 1px 6px; font-size: @smallSize; }
QPushButton { background: @raised; color: @text; border: 1px solid @separator; border-radius: 6px;
    padding: 6px 14px; }
QPushButton:hover { background: @hoverOnRaised; }
QPushButton:pressed { background: @pressed; }
QPushButton:checked { background: @selected; border-color: @accent; }
QPushButton:focus { border: 2px solid @accent; padding: 5px 13px; }
QPushButton:disabled { color: @text2; }
QPushButton[role="primary"] { font-size: @baseSize; background: @accent; color: @onAccent; border-color: @accent; font-weight: 600; }
QPushButton[role="primary"]:hover { background: @accentHover; border-color: @accentHover; }
QPushButton[role="primary"]:focus { border: 2px solid @text; }
QPushButton[role="primary"]:disabled { background: @separator; border-color: @separator; color: @text2; }
QPushButton[role="danger"] { color: @danger; }
QPushButton[role="quiet"] { background: transparent; border-color: transparent; color: @accent; padding: 6px 10px; }
QPushButton[role="quiet"]:hover { background: @hover; }
QPushButton[role="quiet"]:focus { border: 2px solid @accent; padding: 5px 9px; }
QToolButton { background: transparent; color: @text; border: 2px solid transparent; border-radius: 6px; padding: 4px; }
QToolButton:hover { background: @hover; }
QToolButton:pressed { background: @pressed; }
QToolButton:focus { border-color: @accent; }
QToolButton::menu-indicator { image: none; width: 0; }
QLineEdit { background: @field; color: @text; border: 1px solid @separator; border-radius: 6px; padding: 6px 9px;
    selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus { border: 2px solid @accent; padding: 5px 8px; }
QLineEdit:disabled { color: @text2; }
QCheckBox { color: @text; spacing: 8px; }
)"_s;
    const QColor accentHover = t.dark ? t.accent.lighter(112) : t.accent.darker(112);
    const std::pair<QLatin1StringView, QString> values[] = {
        // Longer names first: replacing is by plain text.
        {"@hoverOnRaised"_L1, css(t.hover)},
        {"@accentHover"_L1, css(accentHover)},
        {"@titleSize"_L1, pt(1.45)},
        {"@smallSize"_L1, pt(0.9)},
        {"@baseSize"_L1, pt(1)},
        {"@headSize"_L1, pt(1.1)},
        {"@separator"_L1, css(t.separator)},
        {"@onAccent"_L1, css(t.onAccent)},
        {"@selected"_L1, css(t.selected)},
        {"@pressed"_L1, css(t.pressed)},
        {"@accent"_L1, css(t.accent)},
        {"@danger"_L1, css(t.danger)},
        {"@raised"_L1, css(t.raised)},
        {"@field"_L1, css(t.dark ? t.window : t.surface)},
        {"@hover"_L1, css(t.hover)},
        {"@text2"_L1, css(t.text2)},
        {"@text"_L1, css(t.text)},
        {"@chat"_L1, css(t.chat)},
    };
    for (const auto &[name, value] : values)
        sheet.replace(name, value);
    return sheet;
}

} // namespace

void applyPanelStyle(QWidget *panel, const QString &extra)
{
    const QString sheet
        = panelStyle(themeOf(QApplication::palette()), QApplication::font()) + extra;
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
    return scaled.boundedTo(window.screen()->availableSize() * 0.9)
        .expandedTo(wanted.boundedTo(scaled));
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
