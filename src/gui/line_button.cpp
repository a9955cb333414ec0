// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/line_button.h"

#include "gui/theme.h"

#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace timbre::gui {

namespace {
constexpr int iconSide = 16;
constexpr int inset = 6;
constexpr int gap = 6;
} // namespace

LineButton::LineButton(QWidget *parent) : RingButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void LineButton::setTrailingIcon(const QIcon &icon)
{
    m_trailing = icon;
    updateGeometry();
    update();
}

void LineButton::setSecondary(bool secondary)
{
    m_secondary = secondary;
    update();
}

void LineButton::setKeepsText(bool keeps)
{
    m_keepsText = keeps;
    updateGeometry();
}

int LineButton::side() const
{
    return qRound(iconSide * metrics::scale(font()));
}

QSize LineButton::sizeHint() const
{
    int width = 2 * inset + fontMetrics().horizontalAdvance(text()) + 1;
    if (!icon().isNull())
        width += side() + gap;
    if (!m_trailing.isNull())
        width += side() + gap;
    return {width, qMax(side(), fontMetrics().height()) + 6};
}

QSize LineButton::minimumSizeHint() const
{
    if (m_keepsText)
        return sizeHint();
    return {2 * inset + (icon().isNull() ? 0 : side() + gap) + fontMetrics().averageCharWidth() * 2,
            sizeHint().height()};
}

int LineButton::textRoom() const
{
    return width() - 2 * inset - (icon().isNull() ? 0 : side() + gap) - (m_trailing.isNull() ? 0 : side() + gap);
}

bool LineButton::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        if (fontMetrics().horizontalAdvance(text()) > textRoom())
            QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text().toHtmlEscaped(), this);
        return true;
    }
    return RingButton::event(event);
}

void LineButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(QApplication::palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(showsRing() ? QPen(theme.accent, 2) : QPen(Qt::NoPen));
    painter.setBrush(isDown() ? theme.pressed : underMouse() ? theme.hover : QColor(Qt::transparent));
    painter.drawRoundedRect(frame, metrics::controlRadius, metrics::controlRadius);

    const auto visual = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    int x = inset;
    const int iconTop = (height() - side()) / 2;
    if (!icon().isNull()) {
        icon().paint(&painter, visual({x, iconTop, side(), side()}));
        x += side() + gap;
    }
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, textRoom());
    const int used = qMin(fontMetrics().horizontalAdvance(shown) + 1, textRoom());
    painter.setPen(m_secondary ? theme.text2 : theme.text);
    painter.setFont(font());
    // The row follows the window's direction, whatever the direction of the text in it.
    const QRect place = visual({x, 0, textRoom(), height()});
    painter.drawText(place,
                     static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter)
                         | Qt::TextSingleLine,
                     shown);
    if (!m_trailing.isNull())
        m_trailing.paint(&painter, visual({x + used + gap, iconTop, side(), side()}));
}

} // namespace timbre::gui
