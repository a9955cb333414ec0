// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/availability.h"
#include "core/contact_id.h"
#include "gui/roster_geometry.h"

#include <QHash>
#include <QListView>

#include <optional>

class QInputMethodEvent;

namespace timbre::gui
{

// The visible list of a RosterModel. A QListView for screen readers and selection, but its places
// are RosterGeometry's arithmetic: no row is ever laid out, so a data change repaints one row and
// nothing else, and headers may be lower than contacts.
//
// A click never lands on someone else (features.md S10): a press counts only if the row was painted
// there with that contact, and a double click only if both presses and the release were on it.
// The scroll position is kept on the selected row if it is visible, else on the first visible one,
// unless the list is at its top. Owned by RosterPanel.
class RosterView : public QListView
{
    Q_OBJECT

public:
    explicit RosterView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    core::ContactId idOf(const QModelIndex &index) const;
    QModelIndex firstContact() const;
    const RosterGeometry &geometryOfRows() const;
    // Input methods compose into `widget` (the filter field) while the list has the focus.
    void setComposer(QWidget *widget);

    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;
    void doItemsLayout() override;
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

Q_SIGNALS:
    void contactActivated(const timbre::core::ContactId &id);
    // Text was typed into the list; the event is only valid during the call.
    void typed(QKeyEvent *event);
    void composed(QInputMethodEvent *event);
    void menuAsked(const timbre::core::ContactId &id, const QPoint &globalPosition);
    void renameAsked(const timbre::core::ContactId &id);
    void removeAsked(const timbre::core::ContactId &id);
    void rowsShifted(); // what floats over a row must follow it
    // A row was painted with this availability for the first time after a change.
    void contactPainted(const timbre::core::ContactId &id, timbre::core::Availability availability);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &) const override { return false; }
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    QModelIndexList selectedIndexes() const override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles = {}) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;

    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    struct Painted {
        QRect rect;
        core::ContactId id; // empty: a header
    };
    struct Press {
        core::ContactId id;
        QRect rect; // of the row when pressed
        bool activates = false; // second press of a double click
    };
    // What stays where it is while rows move.
    struct Anchor {
        QPersistentModelIndex index; // invalid: the top of the list
        int y = 0;
    };

    void updateHeights();
    void rowsAboutToChange();
    void rowsChanged();
    void keepAnchor();
    QModelIndex nextContact(int row, int step) const;
    bool press(QMouseEvent *event);
    void paintRow(QPainter &painter, QStyleOptionViewItem &option, const QModelIndex &index);
    void notePainted(const QModelIndex &index, const core::ContactId &id);

    mutable RosterGeometry m_geometry;
    mutable bool m_geometryIsOld = true;
    std::optional<Anchor> m_anchor; // set while a layout is due
    std::vector<Painted> m_painted; // what stands on the screen now
    QHash<core::ContactId, core::Availability> m_lastPainted;
    std::optional<Press> m_press;
    std::optional<QPoint> m_pointer; // over the viewport
    bool m_keyboardFocus = false; // the focus ring is shown for keys only
    QWidget *m_composer = nullptr;
};

} // namespace timbre::gui
