// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/avatar_view.h"

#include "gui/avatar.h"
#include "gui/presence_painter.h"

#include <QApplication>
#include <QPainter>

namespace timbre::gui {

namespace {
constexpr int room = 3; // around the disc, for the focus ring
}

AvatarView::AvatarView(QWidget *parent) : RingButton(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

void AvatarView::setDiameter(int pixels)
{
    m_diameter = pixels;
    updateGeometry();
    update();
}

void AvatarView::setInteractive(bool interactive)
{
    setFocusPolicy(interactive ? Qt::StrongFocus : Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents, !interactive);
}

void AvatarView::setPerson(const core::ContactId &id, const QString &name)
{
    m_id = id;
    m_name = name;
    update();
}

void AvatarView::setPresence(core::Availability availability, core::Freshness freshness)
{
    m_availability = availability;
    m_freshness = freshness;
    update();
}

void AvatarView::setPresenceShown(bool shown)
{
    m_presenceShown = shown;
    update();
}

QSize AvatarView::sizeHint() const
{
    return QSize(m_diameter, m_diameter).grownBy(QMargins(room, room, room, room));
}

void AvatarView::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(QApplication::palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect disc(room, room, m_diameter, m_diameter);
    const bool faded = m_availability == core::Availability::Offline;
    painter.drawPixmap(disc.topLeft(), avatarPixmap(m_id, m_name, m_diameter, devicePixelRatioF(), faded));
    if (underMouse() && focusPolicy() != Qt::NoFocus) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0, 0, 0, isDown() ? 70 : 35));
        painter.drawEllipse(disc);
    }
    if (showsRing()) {
        painter.setPen(QPen(theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QRectF(disc).adjusted(-2, -2, 2, 2));
    }
    if (!m_presenceShown)
        return;
    // 16 px at 44: one's own Invisible needs that much.
    const qreal side = qMax(16.0, m_diameter * 0.27);
    const qreal x = layoutDirection() == Qt::RightToLeft ? disc.left() : disc.right() + 1 - side;
    paintPresence(painter, QRectF(x, disc.bottom() + 1 - side, side, side), m_availability, m_freshness, theme,
                  theme.surface);
}

void AvatarView::changeEvent(QEvent *event)
{
    RingButton::changeEvent(event);
    update();
}

} // namespace timbre::gui
