// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "gui/roster_geometry.h"

#include <QListView>
#include <QPersistentModelIndex>

#include <optional>

namespace timbre::gui {

// A QListView for screen readers and selection whose places are RosterGeometry's arithmetic: no row
// is ever laid out, so a data change repaints one row and nothing else, and headers may be lower
// than the other rows. The current row is a header only where the model lets headers be chosen (groups that fold).
//
// The scroll position is kept on the selected row if it is visible, else on the first visible one,
// unless the list is at its top. Paints nothing and handles no press: RosterView does. GUI thread;
// the model is not owned.
class RowListView : public QListView
{
    Q_OBJECT

public:
    explicit RowListView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    QModelIndex firstItem() const; // below the first header that cannot be chosen
    void setCompact(bool compact);
    bool isCompact() const { return m_compact; }
    const RosterGeometry &geometryOfRows() const;

    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;
    void doItemsLayout() override;

Q_SIGNALS:
    void rowsShifted(); // what floats over a row must follow it

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &) const override { return false; }
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    QModelIndexList selectedIndexes() const override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles = {}) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    // What stays where it is while rows move.
    struct Anchor {
        QPersistentModelIndex index; // invalid: the top of the list
        int y = 0;
    };

    void updateHeights();
    void rowsAboutToChange();
    void rowsChanged();
    void keepAnchor();
    QModelIndex nextItem(int row, int step) const;

    bool m_compact = false;
    mutable RosterGeometry m_geometry;
    mutable bool m_geometryIsOld = true;
    std::optional<Anchor> m_anchor; // set while a layout is due
};

} // namespace timbre::gui
