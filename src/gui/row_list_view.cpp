// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/row_list_view.h"

#include "gui/theme.h"

#include <QAccessible>
#include <QScrollBar>

namespace timbre::gui {

RowListView::RowListView(QWidget *parent) : QListView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    updateHeights();
}

void RowListView::setModel(QAbstractItemModel *newModel)
{
    if (model())
        disconnect(model(), nullptr, this, nullptr);
    QListView::setModel(newModel);
    if (newModel) {
        using Model = QAbstractItemModel;
        connect(newModel, &Model::rowsAboutToBeInserted, this, &RowListView::rowsAboutToChange);
        connect(newModel, &Model::rowsAboutToBeRemoved, this, &RowListView::rowsAboutToChange);
        connect(newModel, &Model::rowsAboutToBeMoved, this, &RowListView::rowsAboutToChange);
        connect(newModel, &Model::layoutAboutToBeChanged, this, &RowListView::rowsAboutToChange);
        connect(newModel, &Model::rowsInserted, this, &RowListView::rowsChanged);
        connect(newModel, &Model::rowsRemoved, this, &RowListView::rowsChanged);
        connect(newModel, &Model::rowsMoved, this, &RowListView::rowsChanged);
        connect(newModel, &Model::layoutChanged, this, &RowListView::rowsChanged);
        connect(newModel, &Model::modelReset, this, &RowListView::rowsChanged);
    }
    rowsChanged();
}

const RosterGeometry &RowListView::geometryOfRows() const
{
    if (m_geometryIsOld) {
        m_geometryIsOld = false;
        m_geometry.read(model());
    }
    return m_geometry;
}

void RowListView::updateHeights()
{
    const double scale = metrics::scale(font());
    const int height = m_compact ? compactRowHeight : metrics::rowHeight;
    m_geometry.setHeights(qRound(height * scale), qRound(metrics::sectionHeight * scale));
    verticalScrollBar()->setSingleStep(m_geometry.rowHeight() / 2);
}

void RowListView::setCompact(bool compact)
{
    if (m_compact == compact)
        return;
    rowsAboutToChange(); // what is looked at stays where it is
    m_compact = compact;
    updateHeights();
    scheduleDelayedItemsLayout();
}

void RowListView::rowsAboutToChange()
{
    if (m_anchor)
        return;
    m_anchor = Anchor();
    if (verticalOffset() == 0)
        return;
    QModelIndex index = currentIndex();
    if (!index.isValid() || !viewport()->rect().contains(visualRect(index))) {
        const int row = geometryOfRows().rowAt(verticalOffset());
        index = row < 0 ? QModelIndex() : nextItem(row, 1);
    }
    if (index.isValid())
        m_anchor = Anchor{index, visualRect(index).top()};
}

void RowListView::rowsChanged()
{
    m_geometryIsOld = true;
    scheduleDelayedItemsLayout();
}

void RowListView::doItemsLayout()
{
    m_geometryIsOld = true;
    QAbstractItemView::doItemsLayout(); // not QListView's, which would lay out every row
    keepAnchor();
    Q_EMIT rowsShifted();
}

void RowListView::keepAnchor()
{
    if (!m_anchor)
        return;
    const Anchor anchor = *m_anchor;
    m_anchor.reset();
    if (anchor.index.isValid())
        verticalScrollBar()->setValue(geometryOfRows().top(anchor.index.row()) - anchor.y);
    else
        verticalScrollBar()->setValue(0);
}

void RowListView::updateGeometries()
{
    QAbstractItemView::updateGeometries();
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, geometryOfRows().total() - viewport()->height()));
}

int RowListView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

void RowListView::scrollContentsBy(int, int)
{
    // Everything is painted anew rather than shifted: what stands on the screen must be known.
    viewport()->update();
    Q_EMIT rowsShifted();
}

QRect RowListView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const RosterGeometry &rows = geometryOfRows();
    return {0, rows.top(index.row()) - verticalOffset(), viewport()->width(), rows.height(index.row())};
}

QModelIndex RowListView::indexAt(const QPoint &point) const
{
    const int row = geometryOfRows().rowAt(point.y() + verticalOffset());
    return row < 0 || !model() ? QModelIndex() : model()->index(row, 0);
}

void RowListView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    executeDelayedItemsLayout();
    const RosterGeometry &rows = geometryOfRows();
    int top = rows.top(index.row());
    const int bottom = top + rows.height(index.row());
    // The header above comes along.
    if (index.row() > 0 && rows.isHeader(index.row() - 1))
        top = rows.top(index.row() - 1);
    const int height = viewport()->height();
    int value = verticalOffset();
    if (hint == PositionAtTop || (hint == EnsureVisible && top < value))
        value = top;
    else if (hint == PositionAtBottom || (hint == EnsureVisible && bottom > value + height))
        value = bottom - height;
    else if (hint == PositionAtCenter)
        value = (top + bottom - height) / 2;
    verticalScrollBar()->setValue(value);
}

QModelIndex RowListView::nextItem(int row, int step) const
{
    const RosterGeometry &rows = geometryOfRows();
    const int count = model() ? model()->rowCount() : 0;
    while (row >= 0 && row < count && rows.isHeader(row) && !(model()->index(row, 0).flags() & Qt::ItemIsEnabled))
        row += step;
    return row >= 0 && row < count ? model()->index(row, 0) : QModelIndex();
}

QModelIndex RowListView::firstItem() const
{
    return nextItem(0, 1);
}

QModelIndex RowListView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int count = model() ? model()->rowCount() : 0;
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return action == MoveEnd ? nextItem(count - 1, -1) : firstItem();
    const int page = std::max(1, viewport()->height() / m_geometry.rowHeight() - 1);
    QModelIndex target;
    switch (action) {
    case MoveUp:
    case MovePrevious:
        target = nextItem(current.row() - 1, -1);
        break;
    case MoveDown:
    case MoveNext:
        target = nextItem(current.row() + 1, 1);
        break;
    case MovePageUp:
        target = nextItem(std::max(0, current.row() - page), 1);
        break;
    case MovePageDown:
        target = nextItem(std::min(count - 1, current.row() + page), -1);
        break;
    case MoveHome:
        target = firstItem();
        break;
    case MoveEnd:
        target = nextItem(count - 1, -1);
        break;
    case MoveLeft:
    case MoveRight:
        break;
    }
    return target.isValid() ? target : current;
}

void RowListView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    const QModelIndex index = indexAt(rect.center());
    if (selectionModel() && index.isValid() && index.flags() & Qt::ItemIsSelectable)
        selectionModel()->select(index, command);
    else if (selectionModel())
        selectionModel()->select(QItemSelection(), command);
}

QRegion RowListView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QItemSelectionRange &range : selection) {
        const QRect first = visualRect(range.topLeft());
        region += first.united(visualRect(range.bottomRight()));
    }
    return region;
}

QModelIndexList RowListView::selectedIndexes() const
{
    return selectionModel() ? selectionModel()->selectedIndexes() : QModelIndexList();
}

// QListView's versions ask its own layout for the row number, which we do not make.
void RowListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    if (QAccessible::isActive() && current.isValid() && hasFocus()) {
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild(current.row());
        QAccessible::updateAccessibility(&event);
    }
}

void RowListView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QAbstractItemView::selectionChanged(selected, deselected);
    if (!QAccessible::isActive())
        return;
    const auto tell = [this](const QItemSelection &selection, QAccessible::Event type) {
        if (selection.isEmpty() || !selection.first().isValid())
            return;
        QAccessibleEvent event(this, type);
        event.setChild(selection.first().top());
        QAccessible::updateAccessibility(&event);
    };
    tell(selected, QAccessible::SelectionAdd);
    tell(deselected, QAccessible::SelectionRemove);
}

void RowListView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    QAbstractItemView::dataChanged(topLeft, bottomRight, roles); // QListView's lays out anew
}

void RowListView::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event); // calls updateGeometries()
    Q_EMIT rowsShifted();
}

void RowListView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::PaletteChange:
        updateHeights();
        scheduleDelayedItemsLayout();
        break;
    default:
        break;
    }
}

} // namespace timbre::gui
