// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/plain_label.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QTextLayout>
#include <QToolTip>

namespace timbre::gui {

PlainLabel::PlainLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::NoTextInteraction);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PlainLabel::setLines(int lines)
{
    m_lines = qMax(1, lines);
    QSizePolicy policy(QSizePolicy::Preferred, m_lines > 1 ? QSizePolicy::Preferred : QSizePolicy::Fixed);
    policy.setHeightForWidth(m_lines > 1);
    setSizePolicy(policy);
    updateGeometry();
}

QStringList PlainLabel::broken(int width) const
{
    const QFontMetrics metrics = fontMetrics();
    if (m_lines == 1)
        return {metrics.elidedText(text(), Qt::ElideRight, width)};
    QStringList result;
    QTextLayout layout(text(), font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (result.size() + 1 == m_lines) {
            result << metrics.elidedText(text().mid(line.textStart()), Qt::ElideRight, width);
            break;
        }
        result << text().mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return result;
}

QSize PlainLabel::sizeHint() const
{
    const QMargins m = contentsMargins();
    const int natural = fontMetrics().horizontalAdvance(text()) + 2;
    const int width = m_lines > 1 ? qMin(natural, fontMetrics().averageCharWidth() * 44) : natural;
    const int lines = m_lines > 1 ? qMax<int>(1, static_cast<int>(broken(qMax(width, 40)).size())) : 1;
    return QSize(width, lines * fontMetrics().lineSpacing()).grownBy(m);
}

QSize PlainLabel::minimumSizeHint() const
{
    return QSize(fontMetrics().averageCharWidth() * 3, fontMetrics().lineSpacing()).grownBy(contentsMargins());
}

int PlainLabel::heightForWidth(int width) const
{
    const QMargins m = contentsMargins();
    const auto lines = qMax<qsizetype>(1, broken(width - m.left() - m.right()).size());
    return static_cast<int>(lines) * fontMetrics().lineSpacing() + m.top() + m.bottom();
}

bool PlainLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        const bool cut = broken(contentsRect().width()).join(QChar()).contains(QChar(0x2026));
        if (cut)
            QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text().toHtmlEscaped(), this);
        return cut;
    }
    return QLabel::event(event);
}

void PlainLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_Widget, &option, &painter, this);
    const QRect area = contentsRect();
    const QStringList lines = broken(area.width());
    const int height = fontMetrics().lineSpacing();
    int y = area.top();
    if (alignment() & Qt::AlignVCenter)
        y += (area.height() - height * static_cast<int>(lines.size())) / 2;
    const Qt::Alignment across = QStyle::visualAlignment(layoutDirection(), alignment() & Qt::AlignHorizontal_Mask);
    painter.setFont(font());
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, foregroundRole()));
    for (const QString &line : lines) {
        painter.drawText(QRect(area.left(), y, area.width(), height),
                         static_cast<int>(across | Qt::AlignVCenter) | Qt::TextSingleLine, line);
        y += height;
    }
}

} // namespace timbre::gui
