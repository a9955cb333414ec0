// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/roster_view.h"

#include "models/roster_model.h"

#include <QContextMenuEvent>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>

namespace timbre::gui {

using models::RosterModel;

RosterView::RosterView(QWidget *parent) : RowListView(parent)
{
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    setAttribute(Qt::WA_InputMethodEnabled);
}

void RosterView::setModel(QAbstractItemModel *newModel)
{
    RowListView::setModel(newModel);
    m_guard.clear();
    m_lastPainted.clear();
}

core::ContactId RosterView::idOf(const QModelIndex &index) const
{
    return index.data(RosterModel::IdRole).value<core::ContactId>();
}

void RosterView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    RowListView::currentChanged(current, previous);
    setAttribute(Qt::WA_InputMethodEnabled); // taken away by the base for rows that are not edited
}

bool RosterView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::HoverEnter:
    case QEvent::HoverMove:
        m_pointer = static_cast<QHoverEvent *>(event)->position().toPoint();
        break;
    case QEvent::HoverLeave:
    case QEvent::Leave:
        m_pointer.reset();
        break;
    default:
        break;
    }
    return RowListView::viewportEvent(event);
}

void RosterView::paintEvent(QPaintEvent *event)
{
    executeDelayedItemsLayout();
    QPainter painter(viewport());
    const QRect dirty = event->rect();
    m_guard.willPaint(dirty);
    if (!model())
        return;

    const RosterGeometry &rows = geometryOfRows();
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.state &= ~(QStyle::State_HasFocus | QStyle::State_MouseOver | QStyle::State_Selected);
    int row = rows.rowAt(std::max(0, dirty.top() + verticalOffset()));
    for (const int count = model()->rowCount(); row >= 0 && row < count; ++row) {
        const QModelIndex index = model()->index(row, 0);
        option.rect = visualRect(index);
        if (option.rect.top() > dirty.bottom())
            break;
        paintRow(painter, option, index);
    }
}

void RosterView::paintRow(QPainter &painter, QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QStyle::State state = option.state;
    const bool contact = !geometryOfRows().isHeader(index.row());
    if (contact && selectionModel()->isSelected(index))
        option.state |= QStyle::State_Selected;
    if (contact && m_pointer && option.rect.contains(*m_pointer))
        option.state |= QStyle::State_MouseOver;
    if (m_keyboardFocus && hasFocus() && index == currentIndex())
        option.state |= QStyle::State_HasFocus;
    if (contact && m_guard.isPressed(idOf(index), option.rect))
        option.state |= QStyle::State_Sunken;
    itemDelegate()->paint(&painter, option, index);
    option.state = state;

    const core::ContactId id = contact ? idOf(index) : core::ContactId();
    m_guard.painted(option.rect, id);
    if (contact)
        notePainted(index, id);
}

void RosterView::notePainted(const QModelIndex &index, const core::ContactId &id)
{
    const auto now = index.data(RosterModel::AvailabilityRole).value<core::Availability>();
    const auto before = m_lastPainted.find(id);
    if (before != m_lastPainted.end() && *before == now)
        return;
    const bool changed = before != m_lastPainted.end();
    m_lastPainted.insert(id, now);
    if (changed)
        Q_EMIT contactPainted(id, now);
}

bool RosterView::press(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    const QModelIndex index = indexAt(point);
    const bool opens = event->type() == QEvent::MouseButtonDblClick && event->button() == Qt::LeftButton;
    return m_guard.press({idOf(index), visualRect(index), point, opens});
}

void RosterView::mousePressEvent(QMouseEvent *event)
{
    m_keyboardFocus = false;
    if (press(event))
        RowListView::mousePressEvent(event);
    viewport()->update();
}

void RosterView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (press(event) && !idOf(index).isEmpty())
        setCurrentIndex(index);
    viewport()->update();
}

void RosterView::mouseMoveEvent(QMouseEvent *event)
{
    // With a button down QListView would drag the selection from row to row.
    if (event->buttons() == Qt::NoButton)
        RowListView::mouseMoveEvent(event);
}

void RosterView::mouseReleaseEvent(QMouseEvent *event)
{
    RowListView::mouseReleaseEvent(event);
    viewport()->update();
    const core::ContactId opened = m_guard.release(event->position().toPoint());
    if (!opened.isEmpty())
        Q_EMIT contactActivated(opened);
}

void RosterView::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept();
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    const core::ContactId id = idOf(index);
    if (id.isEmpty() || (!byKey && !m_guard.isPressed(id)))
        return;
    const QPoint position = byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos();
    Q_EMIT menuAsked(id, position);
}

void RosterView::keyPressEvent(QKeyEvent *event)
{
    m_keyboardFocus = true;
    const core::ContactId id = idOf(currentIndex());
    const auto chord = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!id.isEmpty())
            Q_EMIT contactActivated(id);
        return;
    case Qt::Key_F2:
        if (!id.isEmpty())
            Q_EMIT renameAsked(id);
        return;
    case Qt::Key_Delete:
        if (!id.isEmpty() && !chord)
            Q_EMIT removeAsked(id);
        return;
    default:
        break;
    }
    const QString text = event->text();
    if (!chord && !text.isEmpty() && text.front().isPrint() && !(text == QLatin1StringView(" ") && !id.isEmpty())) {
        Q_EMIT typed(event);
        return;
    }
    RowListView::keyPressEvent(event);
    viewport()->update();
}

void RosterView::setComposer(QWidget *widget)
{
    m_composer = widget;
}

QVariant RosterView::inputMethodQuery(Qt::InputMethodQuery query) const
{
    return m_composer && query != Qt::ImEnabled ? m_composer->inputMethodQuery(query)
        : m_composer                            ? QVariant(true)
                                                : RowListView::inputMethodQuery(query);
}

void RosterView::inputMethodEvent(QInputMethodEvent *event)
{
    if (m_composer)
        Q_EMIT composed(event);
    else
        RowListView::inputMethodEvent(event);
}

void RosterView::focusInEvent(QFocusEvent *event)
{
    m_keyboardFocus = event->reason() != Qt::MouseFocusReason;
    RowListView::focusInEvent(event);
    setAttribute(Qt::WA_InputMethodEnabled); // taken away by the base for rows that are not edited
    if (m_keyboardFocus && !currentIndex().isValid())
        setCurrentIndex(firstItem());
    viewport()->update();
}

} // namespace timbre::gui
