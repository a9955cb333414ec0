// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/presence_painter.h"

#include "core/text.h"

#include <QCoreApplication>
#include <QPainterPath>
#include <QPixmap>

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace timbre::gui {

namespace {

constexpr double ringWidth = 2.0;
constexpr double plainSide = 12.0; // at least, where shapes have no colour
constexpr double stripedFrom = 14.0; // below this the stripes of Invisible blur into the hollow ring

double strokeOf(const QRectF &rect)
{
    return std::max(1.5, rect.width() / 7.0);
}

double squareRadius(const QRectF &rect)
{
    return rect.width() * 0.27;
}

QPainterPath disc(const QRectF &rect)
{
    QPainterPath path;
    path.addEllipse(rect);
    return path;
}

// A disc with a bite at the top left.
QPainterPath crescent(const QRectF &rect)
{
    const double size = rect.width();
    const QRectF bite(rect.left() - size * 0.30, rect.top() - size * 0.30, size * 0.84, size * 0.84);
    return disc(rect).subtracted(disc(bite));
}

QPainterPath square(const QRectF &rect)
{
    QPainterPath path;
    path.addRoundedRect(rect, squareRadius(rect), squareRadius(rect));
    return path;
}

QRectF barOf(const QRectF &rect)
{
    const double height = std::max(2.0, std::round(rect.height() * 0.18));
    const double width = rect.width() * 0.56;
    return {rect.center().x() - width / 2, rect.center().y() - height / 2, width, height};
}

QPainterPath shapeOf(core::Availability availability, const QRectF &rect)
{
    switch (availability) {
    case core::Availability::Away:
        return crescent(rect);
    case core::Availability::Busy:
        return square(rect);
    default:
        return disc(rect);
    }
}

void paintRing(QPainter &painter, const QRectF &rect, const QColor &color)
{
    const double stroke = strokeOf(rect);
    const double inset = stroke / 2;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, stroke));
    painter.drawEllipse(rect.adjusted(inset, inset, -inset, -inset));
}

void paintDots(QPainter &painter, const QRectF &rect, const QColor &color)
{
    constexpr int dots = 8;
    const double dot = std::max(1.7, rect.width() / 6.0);
    const double radius = (rect.width() - dot) / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    for (int i = 0; i < dots; ++i) {
        const double angle = 2 * std::numbers::pi * i / dots;
        const QPointF center = rect.center() + QPointF(radius * std::cos(angle), radius * std::sin(angle));
        painter.drawEllipse(center, dot / 2, dot / 2);
    }
}

// One's own Invisible: a ring with diagonal stripes inside.
void paintStriped(QPainter &painter, const QRectF &rect, const QColor &color)
{
    paintRing(painter, rect, color);
    if (rect.width() < stripedFrom)
        return;
    const double stroke = strokeOf(rect);
    painter.save();
    painter.setClipPath(disc(rect.adjusted(stroke, stroke, -stroke, -stroke)), Qt::IntersectClip);
    painter.setPen(QPen(color, stroke * 0.62));
    const double step = rect.width() / 4.2;
    for (double x = rect.left() - rect.height() + step * 0.6; x < rect.right(); x += step)
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()));
    painter.restore();
}

void paintPresent(QPainter &painter, const QRectF &rect, core::Availability availability, core::Freshness freshness,
                  const QColor &color, const QColor &bar, Certainty certainty)
{
    const QPainterPath shape = shapeOf(availability, rect);
    const bool busy = availability == core::Availability::Busy;
    if (freshness == core::Freshness::Live && certainty == Certainty::Older) {
        const double thin = std::max(1.0, rect.width() / 11.0);
        const double inset = std::max(2.5, rect.width() * 0.26);
        painter.save();
        painter.setClipPath(shape, Qt::IntersectClip);
        painter.strokePath(shape, QPen(color, 2 * thin));
        painter.restore();
        painter.fillPath(shapeOf(availability, rect.adjusted(inset, inset, -inset, -inset)), color);
        return;
    }
    if (freshness == core::Freshness::Live) {
        painter.fillPath(shape, color);
        if (busy)
            painter.fillRect(barOf(rect), bar);
        return;
    }
    // Outline inside the shape, whatever it is: a stroke of double width, clipped.
    painter.save();
    painter.setClipPath(shape, Qt::IntersectClip);
    painter.strokePath(shape, QPen(color, strokeOf(rect) * 1.7));
    if (freshness == core::Freshness::Stale) {
        painter.fillRect(QRectF(rect.left(), rect.center().y(), rect.width(), rect.height() / 2), color);
    } else {
        QColor faint = color;
        faint.setAlphaF(0.35F);
        painter.fillPath(shape, faint);
        if (busy)
            painter.fillRect(barOf(rect), color);
    }
    painter.restore();
}

class PresenceWords
{
    Q_DECLARE_TR_FUNCTIONS(timbre::gui::PresenceWords)

public:
    static QString name(core::Availability availability)
    {
        switch (availability) {
        case core::Availability::Chat:
            return tr("Chat");
        case core::Availability::Away:
            return tr("Away");
        case core::Availability::Busy:
            return tr("Busy");
        case core::Availability::Invisible:
            return tr("Invisible");
        case core::Availability::Offline:
            return tr("Offline");
        case core::Availability::Unknown:
            return tr("Unknown");
        }
        return {};
    }

    static QString qualified(core::Availability availability, core::Freshness freshness)
    {
        const QString word = name(availability);
        if (!core::isPresent(availability))
            return word;
        switch (freshness) {
        case core::Freshness::Live:
            return word;
        case core::Freshness::Leaving:
            return tr("%1, leaving", "state of a contact, e.g. Busy").arg(word);
        case core::Freshness::Doubtful:
            return tr("%1, being checked", "state of a contact, e.g. Busy").arg(word);
        case core::Freshness::Stale:
            return tr("%1, not up to date", "state of a contact, e.g. Busy").arg(word);
        }
        return word;
    }

    static QString sentence(const QString &contact, const QString &state, const QString &mood)
    {
        if (mood.isEmpty())
            return tr("%1: %2", "contact, state").arg(contact, state);
        return tr("%1: %2. %3", "contact, state, mood").arg(contact, state, mood);
    }
};

} // namespace

void paintPresence(QPainter &painter, const QRectF &place, core::Availability availability, core::Freshness freshness,
                   const Theme &theme, const QColor &ring, Certainty certainty)
{
    const double growth = theme.plainShapes ? std::max(0.0, plainSide - place.width()) / 2 : 0.0;
    const QRectF rect = place.adjusted(-growth, -growth, growth, growth);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (ring.isValid()) {
        const QRectF outer = rect.adjusted(-ringWidth, -ringWidth, ringWidth, ringWidth);
        painter.fillPath(availability == core::Availability::Busy ? square(outer) : disc(outer), ring);
    }
    const QColor color = theme.presence(availability);
    switch (availability) {
    case core::Availability::Chat:
    case core::Availability::Away:
    case core::Availability::Busy:
        paintPresent(painter, rect, availability, freshness, color, ring.isValid() ? ring : theme.surface, certainty);
        break;
    case core::Availability::Invisible:
        paintStriped(painter, rect, color);
        break;
    case core::Availability::Offline:
        paintRing(painter, rect, color);
        break;
    case core::Availability::Unknown:
        paintDots(painter, rect, color);
        break;
    }
    painter.restore();
}

QIcon presenceIcon(core::Availability availability, const Theme &theme, int size)
{
    QIcon icon;
    for (const int ratio : {1, 2, 3}) {
        QPixmap pixmap(size * ratio, size * ratio);
        pixmap.fill(Qt::transparent);
        pixmap.setDevicePixelRatio(ratio);
        QPainter painter(&pixmap);
        paintPresence(painter, QRectF(1, 1, size - 2, size - 2), availability, core::Freshness::Live, theme);
        painter.end();
        // The same picture when disabled: Fusion's own fading would hide which state it is.
        icon.addPixmap(pixmap, QIcon::Normal);
        icon.addPixmap(pixmap, QIcon::Disabled);
        icon.addPixmap(pixmap, QIcon::Selected);
    }
    return icon;
}

QString availabilityName(core::Availability availability)
{
    return PresenceWords::name(availability);
}

QString presenceSentence(const QString &name, core::Availability availability, core::Freshness freshness,
                         const QString &mood)
{
    return PresenceWords::sentence(core::isolated(name), PresenceWords::qualified(availability, freshness),
                                   mood.isEmpty() ? mood : core::isolated(mood));
}

} // namespace timbre::gui
