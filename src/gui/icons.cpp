// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace timbre::gui {

namespace {

QByteArray resource(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QPixmap rendered(const QByteArray &svg, const QSize &pixels)
{
    QPixmap pixmap(pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(svg);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(QPointF(), pixels));
    return pixmap;
}

// The program's icon: a plainer drawing where the full one would blur. Owned by its QIcon.
class AppIconEngine final : public QIconEngine
{
public:
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        const int pixels = qRound(rect.width() * painter->device()->devicePixelRatioF());
        painter->drawPixmap(rect, rendered(drawingFor(pixels), QSize(pixels, pixels)));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode, QIcon::State) override
    {
        return rendered(drawingFor(size.width()), size);
    }

    QIconEngine *clone() const override { return new AppIconEngine(*this); }
    bool isNull() override { return false; }

private:
    static QByteArray drawingFor(int pixels)
    {
        constexpr int largestSmall = 28;
        return resource(pixels <= largestSmall ? u":/timbre/icons/timbre-small.svg"_s : u":/timbre/icons/timbre.svg"_s);
    }
};

// Draws one symbolic SVG, whose only colour is `currentColor`, in the colour of the mode. Owned by
// its QIcon.
class SymbolicEngine final : public QIconEngine
{
public:
    struct Colors {
        QColor normal;
        QColor disabled;
        QColor selected;
    };

    SymbolicEngine(QByteArray svg, Colors colors) : m_svg(std::move(svg)), m_colors(colors) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QSvgRenderer renderer(inColor(mode));
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(painter, QRectF(rect));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override { return rendered(inColor(mode), size); }

    QIconEngine *clone() const override { return new SymbolicEngine(*this); }
    QString key() const override { return u"timbre-symbolic"_s; }
    bool isNull() override { return m_svg.isEmpty(); }

private:
    QByteArray inColor(QIcon::Mode mode) const
    {
        const QColor color = mode == QIcon::Disabled ? m_colors.disabled
            : mode == QIcon::Selected                ? m_colors.selected
                                                     : m_colors.normal;
        QByteArray svg = m_svg;
        return svg.replace("currentColor", color.name().toLatin1());
    }

    QByteArray m_svg;
    Colors m_colors;
};

QIcon symbolic(const QString &name, const SymbolicEngine::Colors &colors)
{
    QByteArray svg = resource(u":/timbre/icons/symbolic/"_s + name + u".svg"_s);
    return svg.isEmpty() ? QIcon() : QIcon(new SymbolicEngine(std::move(svg), colors));
}

} // namespace

QIcon themedIcon(const QString &name, const Theme &theme)
{
    const auto mixed = [](const QColor &a, const QColor &b) {
        return QColor((a.red() + b.red()) / 2, (a.green() + b.green()) / 2, (a.blue() + b.blue()) / 2);
    };
    return symbolic(name,
                    {.normal = theme.text, .disabled = mixed(theme.text2, theme.surface), .selected = theme.accent});
}

QIcon tintedIcon(const QString &name, const QColor &color)
{
    return symbolic(name, {.normal = color, .disabled = color, .selected = color});
}

QPixmap drawing(const QString &name, const Theme &theme, const QSize &size, qreal devicePixelRatio)
{
    QByteArray svg = resource(u":/timbre/drawings/"_s + name + u".svg"_s);
    if (svg.isEmpty())
        return {};
    // The drawings are made in the light theme's colours under these names.
    svg.replace("@soft", (theme.dark ? theme.raised : theme.selected).name().toLatin1());
    svg.replace("@line", theme.text2.name().toLatin1());
    svg.replace("@paper", theme.surface.name().toLatin1());
    svg.replace("@accent", theme.accent.name().toLatin1());
    svg.replace("@chat", theme.chat.name().toLatin1());
    QPixmap pixmap = rendered(svg, size * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

QIcon appIcon()
{
    return QIcon(new AppIconEngine);
}

} // namespace timbre::gui
