// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/theme.h"

#include <QApplication>
#include <QFile>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QPixmapCache>
#include <QStyle>
#include <QStyleFactory>
#include <QToolTip>

#include <cmath>

using namespace Qt::StringLiterals;

namespace timbre::gui {

namespace {

constexpr int pixmapCacheKilobytes = 16 * 1024;
constexpr double defaultPointSize = 10.0;
constexpr double defaultLineSpacing = 18.0; // Noto Sans 10 pt at 96 dpi

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

// How a palette says that its theme has plain shapes; otherwise it is black, and none of our styles draws with it.
constexpr QRgb plainShapesMark = qRgb(0, 0, 1);
constexpr char motionProperty[] = "timbreReducedMotion";
constexpr char flashProperty[] = "timbreCursorFlashTime"; // the desktop's own
constexpr char effectsProperty[] = "timbreEffects";

bool looksDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::WindowText)) > luminance(palette.color(QPalette::Window));
}

// Qt 6.4 cannot ask the desktop; what it can do is read the platform theme's palette.
bool desktopIsDark()
{
    if (qEnvironmentVariable("GTK_THEME").endsWith(u"dark", Qt::CaseInsensitive))
        return true;
    QApplication::setPalette(QPalette());
    return looksDark(QApplication::palette());
}

QString styleSheetOf(const Theme &theme)
{
    QFile file(u":/timbre/style.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const QColor accentHover = theme.dark ? theme.accent.lighter(112) : theme.accent.darker(112);
    const std::pair<QLatin1StringView, QColor> names[] = {
        // A name before those it begins with: replacing is by plain text.
        {"@accentHover"_L1, accentHover},
        {"@text2"_L1, theme.text2},
        {"@field"_L1, theme.dark ? theme.window : theme.surface},
        {"@surface"_L1, theme.surface},
        {"@raised"_L1, theme.raised},
        {"@hover"_L1, theme.hover},
        {"@selected"_L1, theme.selected},
        {"@pressed"_L1, theme.pressed},
        {"@separator"_L1, theme.separator},
        {"@border"_L1, theme.border},
        {"@text"_L1, theme.text},
        {"@accent"_L1, theme.accent},
        {"@onAccent"_L1, theme.onAccent},
        {"@warning"_L1, theme.warning},
        {"@danger"_L1, theme.danger},
        {"@chat"_L1, theme.chat},
    };
    for (const auto &[name, color] : names)
        sheet.replace(name, color.name());
    sheet.replace("@tone"_L1, theme.dark ? "dark"_L1 : "light"_L1); // of a drawing
    return sheet;
}

// A caret that stands still, and menus that are there at once; back to the desktop's own otherwise.
void reduceMotion(QApplication &app, bool reduced)
{
    if (!app.property(flashProperty).isValid()) {
        app.setProperty(flashProperty, QApplication::cursorFlashTime());
        app.setProperty(effectsProperty, QApplication::isEffectEnabled(Qt::UI_General));
    }
    app.setProperty(motionProperty, reduced);
    QApplication::setCursorFlashTime(reduced ? 0 : app.property(flashProperty).toInt());
    QApplication::setEffectEnabled(Qt::UI_General, !reduced && app.property(effectsProperty).toBool());
}

} // namespace

QColor Theme::presence(core::Availability availability) const
{
    switch (availability) {
    case core::Availability::Chat:
        return chat;
    case core::Availability::Away:
        return away;
    case core::Availability::Busy:
        return busy;
    case core::Availability::Invisible:
    case core::Availability::Offline:
    case core::Availability::Unknown:
        break;
    }
    return offline;
}

Theme lightTheme()
{
    return {.window = 0xf4f5f8,
            .surface = 0xffffff,
            .raised = 0xffffff,
            .hover = 0xf2f3f7,
            .selected = 0xe6e9fb,
            .pressed = 0xdadff8,
            .separator = 0xe4e6ec,
            .border = 0xcdd1da,
            .text = 0x1b1d24,
            .text2 = 0x596070,
            .accent = 0x4655cf,
            .onAccent = 0xffffff,
            .warning = 0xfff0cf,
            .danger = 0xb3261e,
            .chat = 0x0f8a70,
            .away = 0xb96300,
            .busy = 0x8c1a1c,
            .offline = 0x656d7a,
            .dark = false};
}

Theme darkTheme()
{
    return {.window = 0x16171b,
            .surface = 0x1d1e23,
            .raised = 0x26282e,
            .hover = 0x282a31,
            .selected = 0x31365a,
            .pressed = 0x3a4069,
            .separator = 0x2e3037,
            .border = 0x464a55,
            .text = 0xeceef3,
            .text2 = 0xadb3bf,
            .accent = 0x98a5ff,
            .onAccent = 0x14172b,
            .warning = 0x463712,
            .danger = 0xff8b80,
            .chat = 0x4fe0a8,
            .away = 0xffcc33,
            .busy = 0xf2664f,
            .offline = 0x949ba8,
            .dark = true};
}

Theme withPlainShapes(Theme theme)
{
    theme.plainShapes = true;
    theme.chat = theme.away = theme.busy = theme.offline = theme.text;
    return theme;
}

const Theme &themeOf(const QPalette &palette)
{
    static const Theme light = lightTheme();
    static const Theme dark = darkTheme();
    static const Theme plainLight = withPlainShapes(light);
    static const Theme plainDark = withPlainShapes(dark);
    if (palette.color(QPalette::Shadow).rgb() == plainShapesMark)
        return looksDark(palette) ? plainDark : plainLight;
    return looksDark(palette) ? dark : light;
}

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.window);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.surface);
    palette.setColor(QPalette::AlternateBase, theme.hover);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.text2);
    palette.setColor(QPalette::Button, theme.raised);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.danger);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.onAccent);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
    palette.setColor(QPalette::ToolTipBase, theme.raised);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Light, theme.raised.lighter(theme.dark ? 130 : 100));
    palette.setColor(QPalette::Midlight, theme.hover);
    palette.setColor(QPalette::Mid, theme.border);
    palette.setColor(QPalette::Dark, theme.border.darker(115));
    palette.setColor(QPalette::Shadow, theme.plainShapes ? QColor(plainShapesMark) : QColor(Qt::black));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        QColor faded = theme.text2;
        faded.setAlpha(150);
        palette.setColor(QPalette::Disabled, role, faded);
    }
    return palette;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QFont withEmoji(QFont font)
{
    // The real name: an alias such as "Sans Serif" matches nothing itself, and the emoji font would
    // be asked for digits and blanks.
    QStringList families = {QFontInfo(font).family()};
    for (const auto &family :
         {u"Noto Color Emoji"_s, u"Apple Color Emoji"_s, u"Segoe UI Emoji"_s, u"Noto Sans CJK SC"_s}) {
        if (!families.contains(family))
            families.append(family);
    }
    font.setFamilies(families);
    return font;
}

void applyAppearance(QApplication &app, Appearance appearance, const Look &look)
{
    const bool dark = appearance == Appearance::Dark
        || (appearance == Appearance::System && (look.desktopDark ? *look.desktopDark : desktopIsDark()));
    const Theme coloured = dark ? darkTheme() : lightTheme();
    const Theme theme = look.plainShapes ? withPlainShapes(coloured) : coloured;
    reduceMotion(app, look.reducedMotion);

    QPixmapCache::setCacheLimit(pixmapCacheKilobytes);
    if (QApplication::style()->name().compare("fusion"_L1, Qt::CaseInsensitive) != 0)
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QFont font = withEmoji(QApplication::font());
    if (font.pixelSize() < 0 && font.pointSizeF() < defaultPointSize)
        font.setPointSizeF(defaultPointSize);
    if (font != QApplication::font())
        QApplication::setFont(font);
    const QPalette palette = paletteOf(theme);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    if (const QString sheet = styleSheetOf(theme); sheet != app.styleSheet())
        app.setStyleSheet(sheet);
}

bool isMotionReduced()
{
    return qApp->property(motionProperty).toBool();
}

double metrics::scale(const QFont &font)
{
    return std::clamp(QFontMetricsF(font).lineSpacing() / defaultLineSpacing, 1.0, 4.0);
}

namespace {
QFont scaled(QFont font, double factor)
{
    if (font.pixelSize() > 0)
        font.setPixelSize(qRound(font.pixelSize() * factor));
    else
        font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}
} // namespace

QFont metrics::nameFont(const QFont &base)
{
    QFont font = scaled(base, 1.05);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont metrics::secondFont(const QFont &base)
{
    return scaled(base, 0.92);
}

} // namespace timbre::gui
