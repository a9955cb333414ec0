// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/roster_view.h"

#include "gui/theme.h"
#include "models/roster_model.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

namespace timbre::gui
{

using models::RosterModel;

RosterView::RosterView(QWidget *parent) : QListView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    setAttribute(Qt::WA_InputMethodEnabled);
    updateHeights();
}

void RosterView::setModel(QAbstractItemModel *newModel)
{
    if (model())
        disconnect(model(), nullptr, this, nullptr);
    QListView::setModel(newModel);
    m_painted.clear();
    m_lastPainted.clear();
    m_press.reset();
    if (newModel) {
        using Model = QAbstractItemModel;
        connect(newModel, &Model::rowsAboutToBeInserted, this, &RosterView::rowsAboutToChange);
        connect(newModel, &Model::rowsAboutToBeRemoved, this, &RosterView::rowsAboutToChange);
        connect(newModel, &Model::rowsAboutToBeMoved, this, &RosterView::rowsAboutToChange);
        connect(newModel, &Model::layoutAboutToBeChanged, this, &RosterView::rowsAboutToChange);
        connect(newModel, &Model::rowsInserted, this, &RosterView::rowsChanged);
        connect(newModel, &Model::rowsRemoved, this, &RosterView::rowsChanged);
        connect(newModel, &Model::rowsMoved, this, &RosterView::rowsChanged);
        connect(newModel, &Model::layoutChanged, this, &RosterView::rowsChanged);
        connect(newModel, &Model::modelReset, this, &RosterView::rowsChanged);
    }
    rowsChanged();
}

void RosterView::updateHeights()
{
    const double scale = metrics::scale(font());
    m_geometry.setHeights(qRound(metrics::rowHeight * scale),
                          qRound(metrics::sectionHeight * scale));
    verticalScrollBar()->setSingleStep(m_geometry.rowHeight() / 2);
}

const RosterGeometry &RosterView::geometryOfRows() const
{
    if (m_geometryIsOld) {
        m_geometryIsOld = false;
        m_geometry.read(model());
    }
    return m_geometry;
}

core::ContactId RosterView::idOf(const QModelIndex &index) const
{
    return index.data(RosterModel::IdRole).value<core::ContactId>();
}

void RosterView::rowsAboutToChange()
{
    if (m_anchor)
        return;
    m_anchor = Anchor();
    if (verticalOffset() == 0)
        return;
    QModelIndex index = currentIndex();
    if (!index.isValid() || !viewport()->rect().contains(visualRect(index))) {
        const int row = geometryOfRows().rowAt(verticalOffset());
        index = row < 0 ? QModelIndex() : nextContact(row, 1);
    }
    if (index.isValid())
        m_anchor = Anchor{index, visualRect(index).top()};
}

void RosterView::rowsChanged()
{
    m_geometryIsOld = true;
    scheduleDelayedItemsLayout();
}

void RosterView::doItemsLayout()
{
    m_geometryIsOld = true;
    QAbstractItemView::doItemsLayout(); // not QListView's, which would lay out every row
    keepAnchor();
    Q_EMIT rowsShifted();
}

void RosterView::keepAnchor()
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

void RosterView::updateGeometries()
{
    QAbstractItemView::updateGeometries();
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, geometryOfRows().total() - viewport()->height()));
}

int RosterView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

void RosterView::scrollContentsBy(int, int)
{
    // Everything is painted anew rather than shifted: what stands on the screen must be known.
    viewport()->update();
    Q_EMIT rowsShifted();
}

QRect RosterView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const RosterGeometry &rows = geometryOfRows();
    return {0, rows.top(index.row()) - verticalOffset(), viewport()->width(),
            rows.height(index.row())};
}

QModelIndex RosterView::indexAt(const QPoint &point) const
{
    const int row = geometryOfRows().rowAt(point.y() + verticalOffset());
    return row < 0 || !model() ? QModelIndex() : model()->index(row, 0);
}

void RosterView::scrollTo(const QModelIndex &index, ScrollHint hint)
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

QModelIndex RosterView::nextContact(int row, int step) const
{
    const RosterGeometry &rows = geometryOfRows();
    const int count = model() ? model()->rowCount() : 0;
    while (row >= 0 && row < count && rows.isHeader(row))
        row += step;
    return row >= 0 && row < count ? model()->index(row, 0) : QModelIndex();
}

QModelIndex RosterView::firstContact() const
{
    return nextContact(0, 1);
}

QModelIndex RosterView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int count = model() ? model()->rowCount() : 0;
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return action == MoveEnd ? nextContact(count - 1, -1) : firstContact();
    const int page = std::max(1, viewport()->height() / m_geometry.rowHeight() - 1);
    QModelIndex target;
    switch (action) {
    case MoveUp:
    case MovePrevious:
        target = nextContact(current.row() - 1, -1);
        break;
    case MoveDown:
    case MoveNext:
        target = nextContact(current.row() + 1, 1);
        break;
    case MovePageUp:
        target = nextContact(std::max(0, current.row() - page), 1);
        break;
    case MovePageDown:
        target = nextContact(std::min(count - 1, current.row() + page), -1);
        break;
    case MoveHome:
        target = firstContact();
        break;
    case MoveEnd:
        target = nextContact(count - 1, -1);
        break;
    case MoveLeft:
    case MoveRight:
        break;
    }
    return target.isValid() ? target : current;
}

void RosterView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    const QModelIndex index = indexAt(rect.center());
    if (selectionModel() && index.isValid() && index.flags() & Qt::ItemIsSelectable)
        selectionModel()->select(index, command);
    else if (selectionModel())
        selectionModel()->select(QItemSelection(), command);
}

QRegion RosterView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QItemSelectionRange &range : selection) {
        const QRect first = visualRect(range.topLeft());
        region += first.united(visualRect(range.bottomRight()));
    }
    return region;
}

QModelIndexList RosterView::selectedIndexes() const
{
    return selectionModel() ? selectionModel()->selectedIndexes() : QModelIndexList();
}

// QListView's versions ask its own layout for the row number, which we do not make.
void RosterView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    setAttribute(Qt::WA_InputMethodEnabled); // taken away by the base for rows that are not edited
    if (QAccessible::isActive() && current.isValid() && hasFocus()) {
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild(current.row());
        QAccessible::updateAccessibility(&event);
    }
}

void RosterView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
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

void RosterView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                             const QList<int> &roles)
{
    QAbstractItemView::dataChanged(topLeft, bottomRight, roles); // QListView's lays out anew
}

void RosterView::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event); // calls updateGeometries()
    Q_EMIT rowsShifted();
}

void RosterView::changeEvent(QEvent *event)
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
    return QListView::viewportEvent(event);
}

void RosterView::paintEvent(QPaintEvent *event)
{
    executeDelayedItemsLayout();
    QPainter painter(viewport());
    const QRect dirty = event->rect();
    std::erase_if(m_painted, [&](const Painted &row) { return row.rect.intersects(dirty); });
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
    if (m_press && contact && m_press->rect == option.rect && m_press->id == idOf(index))
        option.state |= QStyle::State_Sunken;
    itemDelegate()->paint(&painter, option, index);
    option.state = state;

    const core::ContactId id = contact ? idOf(index) : core::ContactId();
    m_painted.push_back({option.rect, id});
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
    const core::ContactId before = m_press ? m_press->id : core::ContactId();
    const QPoint point = event->position().toPoint();
    const QModelIndex index = indexAt(point);
    const core::ContactId id = idOf(index);
    m_press.reset();
    for (const Painted &row : m_painted) {
        if (row.rect.contains(point) && row.id != id)
            return false; // the person still sees somebody else there
    }
    if (!id.isEmpty())
        m_press = Press{id, visualRect(index), false};
    if (event->type() == QEvent::MouseButtonDblClick && m_press)
        m_press->activates = event->button() == Qt::LeftButton && id == before;
    return true;
}

void RosterView::mousePressEvent(QMouseEvent *event)
{
    m_keyboardFocus = false;
    if (press(event))
        QListView::mousePressEvent(event);
    viewport()->update();
}

void RosterView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (press(event) && m_press)
        setCurrentIndex(indexAt(event->position().toPoint()));
    viewport()->update();
}

void RosterView::mouseMoveEvent(QMouseEvent *event)
{
    // With a button down QListView would drag the selection from row to row.
    if (event->buttons() == Qt::NoButton)
        QListView::mouseMoveEvent(event);
}

void RosterView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    viewport()->update();
    if (!m_press || !m_press->activates)
        return;
    const Press press = *m_press;
    m_press.reset();
    if (press.rect.contains(event->position().toPoint()))
        Q_EMIT contactActivated(press.id);
}

void RosterView::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept();
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    const core::ContactId id = idOf(index);
    if (id.isEmpty() || (!byKey && (!m_press || m_press->id != id)))
        return;
    const QPoint position
        = byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos();
    Q_EMIT menuAsked(id, position);
}

void RosterView::keyPressEvent(QKeyEvent *event)
{
    m_keyboardFocus = true;
    const core::ContactId id = idOf(currentIndex());
    const auto chord
        = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
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
    if (!chord && !text.isEmpty() && text.front().isPrint()
        && !(text == QLatin1StringView(" ") && !id.isEmpty())) {
        Q_EMIT typed(event);
        return;
    }
    QListView::keyPressEvent(event);
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
                                                : QListView::inputMethodQuery(query);
}

void RosterView::inputMethodEvent(QInputMethodEvent *event)
{
    if (m_composer)
        Q_EMIT composed(event);
    else
        QListView::inputMethodEvent(event);
}

void RosterView::focusInEvent(QFocusEvent *event)
{
    m_keyboardFocus = event->reason() != Qt::MouseFocusReason;
    QListView::focusInEvent(event);
    setAttribute(Qt::WA_InputMethodEnabled); // taken away by the base for rows that are not edited
    if (m_keyboardFocus && !currentIndex().isValid())
        setCurrentIndex(firstContact());
    viewport()->update();
}

} // namespace timbre::gui
