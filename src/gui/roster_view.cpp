// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/roster_view.h"

#include "gui/theme.h"
#include "models/roster_model.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDrag>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPaintEvent>
#include <QPainter>

namespace timbre::gui {

using namespace Qt::StringLiterals;
using models::RosterModel;

namespace {

const auto contactMime = u"application/x-timbre-contact"_s;

} // namespace

RosterView::RosterView(QWidget *parent) : RowListView(parent)
{
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    setAttribute(Qt::WA_InputMethodEnabled);
    viewport()->setAcceptDrops(true);
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
    if (m_dropLine) {
        painter.setPen(QPen(themeOf(palette()).accent, 2));
        painter.drawLine(metrics::gap3, *m_dropLine, viewport()->width() - metrics::gap3, *m_dropLine);
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
    if (contact) {
        notePainted(index, id);
        watchPhrase(index);
    }
}

void RosterView::setPhrases(core::Clock &clock, Phrases phrases)
{
    m_clock = &clock;
    m_phrases = std::move(phrases);
    m_phraseTimer = clock.makeTimer([this] { viewport()->update(); });
}

void RosterView::watchPhrase(const QModelIndex &index)
{
    const qint64 wait = m_phrases ? m_phrases(index) : -1;
    if (wait < 0)
        return;
    const qint64 at = m_clock->monotonic() + wait;
    if (m_phraseTimer->isActive() && m_phraseAt <= at)
        return;
    m_phraseAt = at;
    m_phraseTimer->start(core::Milliseconds(wait));
}

void RosterView::hideEvent(QHideEvent *event)
{
    if (m_phraseTimer)
        m_phraseTimer->stop();
    RowListView::hideEvent(event);
}

bool RosterView::isGroupHeader(const QModelIndex &index) const
{
    return index.isValid() && geometryOfRows().isHeader(index.row()) && (index.flags() & Qt::ItemIsEnabled);
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
    m_pressedHeader = QModelIndex();
    if (press(event)) {
        const QModelIndex index = indexAt(event->position().toPoint());
        if (isGroupHeader(index)) {
            if (event->button() == Qt::LeftButton)
                m_pressedHeader = index;
        } else {
            RowListView::mousePressEvent(event);
        }
        m_pressedAt = event->position().toPoint();
    }
    viewport()->update();
}

void RosterView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    m_pressedHeader = QModelIndex();
    if (press(event)) {
        if (!idOf(index).isEmpty())
            setCurrentIndex(index);
        else if (isGroupHeader(index) && event->button() == Qt::LeftButton)
            m_pressedHeader = index;
    }
    viewport()->update();
}

void RosterView::mouseMoveEvent(QMouseEvent *event)
{
    // With a button down QListView would drag the selection from row to row.
    if (event->buttons() == Qt::NoButton) {
        RowListView::mouseMoveEvent(event);
        return;
    }
    const QPoint at = event->position().toPoint();
    if (event->buttons() != Qt::LeftButton || (at - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
        return;
    // Groups only: in the other orders nobody's place is the user's to choose.
    const QModelIndex index = indexAt(m_pressedAt);
    const bool grouped = model() && isGroupHeader(model()->index(0, 0));
    if (grouped && !idOf(index).isEmpty() && m_guard.isPressed(idOf(index)))
        drag(index);
}

void RosterView::drag(const QModelIndex &index)
{
    const core::ContactId id = idOf(index);
    auto *mime = new QMimeData; // the drag's
    mime->setData(contactMime, id.node().toUtf8());
    auto *drag = new QDrag(this); // deletes itself
    drag->setMimeData(mime);
    const QRect row = visualRect(index);
    drag->setPixmap(viewport()->grab(row));
    drag->setHotSpot(m_pressedAt - row.topLeft());
    Q_EMIT draggingChanged(true);
    drag->exec(Qt::MoveAction);
    m_dropLine.reset();
    m_guard.release({-1, -1});
    Q_EMIT draggingChanged(false);
    viewport()->update();
}

RosterView::DropPlace RosterView::dropPlace(const QDropEvent &event) const
{
    const QPoint at = event.position().toPoint();
    if (event.source() != this || !event.mimeData()->hasFormat(contactMime) || !model())
        return {};
    const QModelIndex index = indexAt(at);
    if (!index.isValid() || !isGroupHeader(model()->index(0, 0)))
        return {};
    const QRect row = visualRect(index);
    if (isGroupHeader(index))
        return {index, {}, row.bottom()};
    const bool above = at.y() < row.center().y();
    const QModelIndex next = above ? index : model()->index(index.row() + 1, 0);
    const bool sameGroup = next.isValid() && !isGroupHeader(next);
    return {index, sameGroup ? idOf(next) : core::ContactId(), above ? row.top() : row.bottom()};
}

void RosterView::dragEnterEvent(QDragEnterEvent *event)
{
    event->setAccepted(event->source() == this && event->mimeData()->hasFormat(contactMime));
}

void RosterView::dragMoveEvent(QDragMoveEvent *event)
{
    const DropPlace place = dropPlace(*event);
    event->setAccepted(place.target.isValid());
    m_dropLine = place.target.isValid() ? std::optional(place.y) : std::nullopt;
    viewport()->update();
}

void RosterView::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropLine.reset();
    viewport()->update();
}

void RosterView::dropEvent(QDropEvent *event)
{
    const DropPlace place = dropPlace(*event);
    m_dropLine.reset();
    viewport()->update();
    if (!place.target.isValid())
        return;
    event->acceptProposedAction();
    Q_EMIT dropped(core::ContactId(QString::fromUtf8(event->mimeData()->data(contactMime))), place.target,
                   place.before);
}

void RosterView::mouseReleaseEvent(QMouseEvent *event)
{
    RowListView::mouseReleaseEvent(event);
    viewport()->update();
    const core::ContactId opened = m_guard.release(event->position().toPoint());
    if (!opened.isEmpty())
        Q_EMIT contactActivated(opened);
    if (const QPersistentModelIndex header = std::exchange(m_pressedHeader, QPersistentModelIndex());
        header.isValid() && visualRect(header).contains(event->position().toPoint()))
        Q_EMIT foldAsked(header);
}

void RosterView::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept();
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    const core::ContactId id = idOf(index);
    const QPoint position = byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos();
    if (isGroupHeader(index))
        Q_EMIT headerMenuAsked(index, position);
    if (id.isEmpty() || (!byKey && !m_guard.isPressed(id)))
        return;
    Q_EMIT menuAsked(id, position);
}

void RosterView::keyPressEvent(QKeyEvent *event)
{
    m_keyboardFocus = true;
    const core::ContactId id = idOf(currentIndex());
    if (isGroupHeader(currentIndex())) {
        const bool folded = currentIndex().data(RosterModel::CollapsedRole).toBool();
        const bool leading = event->key() == (isRightToLeft() ? Qt::Key_Right : Qt::Key_Left);
        const bool trailing = event->key() == (isRightToLeft() ? Qt::Key_Left : Qt::Key_Right);
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space
            || (leading && !folded) || (trailing && folded)) {
            Q_EMIT foldAsked(currentIndex());
            return;
        }
    }
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
