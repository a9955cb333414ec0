// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/plan_strip.h"

#include "gui/plan_dialog.h"
#include "gui/presence_painter.h"
#include "gui/theme.h"
#include "gui/words.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace timbre::gui {

namespace {

using core::DayPlan;

constexpr int margin = 4; // around everything, for the focus ring
constexpr int barHeight = 28;
constexpr int grip = 8; // on both sides of an end
constexpr int shapeSize = 12;

} // namespace

PlanStrip::PlanStrip(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PlanStrip::setPlan(const DayPlan &plan)
{
    if (m_dragged && plan == m_before)
        return; // a minute passed under the hand
    m_dragged.reset();
    m_before = plan;
    m_from = plan.from();
    m_parts = plan.parts();
    m_span = m_parts.isEmpty() ? 1 : m_parts.last().until - m_from;
    m_current = std::clamp<qsizetype>(m_current, 0, std::max<qsizetype>(0, m_parts.size() - 1));
    describe();
    update();
}

QSize PlanStrip::sizeHint() const
{
    const double scale = metrics::scale(font());
    return {qRound(240 * scale), qRound(barHeight * scale) + fontMetrics().height() + 3 * margin};
}

QSize PlanStrip::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

qint64 PlanStrip::beginOf(qsizetype part) const
{
    return part == 0 ? m_from : m_parts.at(part - 1).until;
}

int PlanStrip::xOf(qint64 wall) const
{
    const double part = static_cast<double>(wall - m_from) / static_cast<double>(m_span);
    const int room = width() - 2 * (margin + grip);
    const int x = margin + grip + static_cast<int>(std::clamp(part, 0.0, 1.0) * room);
    return layoutDirection() == Qt::RightToLeft ? width() - x : x;
}

int PlanStrip::xOfEnd(qsizetype part) const
{
    return xOf(m_parts.at(part).until);
}

qint64 PlanStrip::wallAt(int x) const
{
    const int along = (layoutDirection() == Qt::RightToLeft ? width() - x : x) - margin - grip;
    const int room = std::max(1, width() - 2 * (margin + grip));
    return m_from + static_cast<qint64>(static_cast<double>(along) / room * static_cast<double>(m_span));
}

std::optional<qsizetype> PlanStrip::endAt(int x) const
{
    std::optional<qsizetype> nearest;
    for (qsizetype part = 0; part < m_parts.size(); ++part) {
        const int distance = std::abs(xOfEnd(part) - x);
        if (distance <= grip && (!nearest || distance < std::abs(xOfEnd(*nearest) - x)))
            nearest = part;
    }
    return nearest;
}

void PlanStrip::moveEnd(qsizetype part, qint64 wall)
{
    const bool last = part == m_parts.size() - 1;
    const qint64 latest = last ? m_from + DayPlan::longest : m_parts.at(part + 1).until - step;
    const qint64 earliest = beginOf(part) + step;
    if (latest < earliest)
        return;
    const qint64 snapped = (wall + step / 2) / step * step;
    m_parts[part].until = std::clamp(snapped, earliest, latest);
    update();
}

void PlanStrip::paintEvent(QPaintEvent *)
{
    if (m_parts.isEmpty())
        return;
    const Theme &theme = themeOf(QApplication::palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int height = qRound(barHeight * metrics::scale(font()));
    int labelEnd = -1; // so that times do not lie upon each other
    for (qsizetype part = 0; part < m_parts.size(); ++part) {
        const int a = xOf(beginOf(part));
        const int b = xOfEnd(part);
        const QRect bar
            = QRect(QPoint(std::min(a, b), margin), QPoint(std::max(a, b), margin + height)).adjusted(1, 0, -2, 0);
        painter.setPen(QPen(theme.border, 1));
        painter.setBrush(theme.raised);
        painter.drawRoundedRect(bar, metrics::controlRadius, metrics::controlRadius);
        if (bar.width() > shapeSize + 8) {
            const bool mirrored = layoutDirection() == Qt::RightToLeft;
            const QRect shape(mirrored ? bar.right() - shapeSize - 5 : bar.left() + 6, bar.center().y() - shapeSize / 2,
                              shapeSize, shapeSize);
            paintPresence(painter, shape, m_parts.at(part).availability, core::Freshness::Live, theme);
            const QRect room
                = mirrored ? bar.adjusted(4, 0, -shapeSize - 12, 0) : bar.adjusted(shapeSize + 12, 0, -4, 0);
            const QString mood = m_parts.at(part).mood;
            const QString text = mood.isEmpty() ? availabilityName(m_parts.at(part).availability) : mood;
            painter.setPen(theme.text);
            if (room.width() > fontMetrics().averageCharWidth() * 3)
                painter.drawText(
                    room,
                    static_cast<int>(
                        QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter).toInt()),
                    fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
        }
        // The end, which can be taken hold of.
        const bool chosen = (hasFocus() && part == m_current) || m_dragged == part;
        painter.setPen(Qt::NoPen);
        painter.setBrush(chosen ? theme.accent : theme.text2);
        painter.drawRoundedRect(QRectF(b - (chosen ? 2.5 : 1.5), margin + 4, chosen ? 5 : 3, height - 8), 1.5, 1.5);
        const QString time = words::clockTime(m_parts.at(part).until);
        const int timeWidth = fontMetrics().horizontalAdvance(time);
        const int x = std::clamp(b - timeWidth / 2, 0, std::max(0, width() - timeWidth));
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        const bool free = labelEnd < 0 || (mirrored ? x + timeWidth + 4 < labelEnd : x > labelEnd + 4);
        if (free || chosen) {
            painter.setPen(chosen ? theme.text : theme.text2);
            painter.drawText(QPoint(x, margin + height + margin + fontMetrics().ascent()), time);
            labelEnd = mirrored ? x : x + timeWidth;
        }
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), metrics::controlRadius, metrics::controlRadius);
    }
}

void PlanStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragged = endAt(event->position().toPoint().x());
    if (m_dragged)
        m_current = *m_dragged;
    update();
}

void PlanStrip::mouseMoveEvent(QMouseEvent *event)
{
    const int x = event->position().toPoint().x();
    if (m_dragged)
        moveEnd(*m_dragged, wallAt(x));
    else if (endAt(x))
        setCursor(Qt::SplitHCursor);
    else
        unsetCursor();
}

void PlanStrip::mouseReleaseEvent(QMouseEvent *)
{
    if (!m_dragged)
        return;
    m_dragged.reset();
    const DayPlan plan(m_from, m_parts);
    m_span = m_parts.last().until - m_from;
    describe();
    update();
    if (plan != m_before) {
        m_before = plan;
        Q_EMIT planChanged(plan);
    }
}

void PlanStrip::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && !endAt(event->position().toPoint().x()))
        Q_EMIT editChosen();
}

void PlanStrip::keyPressEvent(QKeyEvent *event)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto choose = [this](qsizetype by) {
        m_current = std::clamp<qsizetype>(m_current + by, 0, std::max<qsizetype>(0, m_parts.size() - 1));
        describe();
        update();
    };
    const auto shift = [this](qint64 by) {
        if (m_parts.isEmpty())
            return;
        moveEnd(m_current, m_parts.at(m_current).until + by);
        m_span = m_parts.last().until - m_from;
        describe();
        const DayPlan plan(m_from, m_parts);
        if (plan != m_before) {
            m_before = plan;
            Q_EMIT planChanged(plan);
        }
    };
    switch (event->key()) {
    case Qt::Key_Left:
        choose(mirrored ? 1 : -1);
        break;
    case Qt::Key_Right:
        choose(mirrored ? -1 : 1);
        break;
    case Qt::Key_Up:
        shift(step);
        break;
    case Qt::Key_Down:
        shift(-step);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        Q_EMIT editChosen();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void PlanStrip::describe()
{
    QStringList list;
    for (const core::ScheduledStatus &part : DayPlan(m_from, m_parts).all())
        list.append(PlanDialog::sentence(part));
    setAccessibleName(tr("Today’s plan"));
    const QString chosen = m_current < list.size() ? list.at(m_current) : QString();
    //: %1 is a part of the plan, %2 all parts
    setAccessibleDescription(tr("Chosen: %1. All: %2. Up and down move its end.").arg(chosen, list.join(u"; "_s)));
    setToolTip(list.join(u'\n'));
}

void PlanStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace timbre::gui
