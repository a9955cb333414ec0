// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/availability.h"
#include "core/clock.h"
#include "core/contact_id.h"
#include "gui/press_guard.h"
#include "gui/row_list_view.h"

#include <QHash>
#include <QPersistentModelIndex>

#include <functional>
#include <memory>
#include <optional>

class QInputMethodEvent;

namespace timbre::gui {

// The visible list of a RosterModel: paints the rows, takes presses and keys and tells what they
// meant. Places and scrolling are RowListView's; that a click never lands on someone else is
// PressGuard's. Changes no contact. Owned by RosterPanel; GUI thread.
class RosterView : public RowListView
{
    Q_OBJECT

public:
    explicit RosterView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    core::ContactId idOf(const QModelIndex &index) const;
    // Input methods compose into `widget` (the filter field) while the list has the focus.
    void setComposer(QWidget *widget);

    // Milliseconds until the words of this row read differently; -1 = never. One timer serves all rows that were
    // painted; it wakes up only for them. The clock outlives the view.
    using Phrases = std::function<qint64(const QModelIndex &)>;
    void setPhrases(core::Clock &clock, Phrases phrases);

    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

Q_SIGNALS:
    void contactActivated(const timbre::core::ContactId &id);
    // Text was typed into the list; the event is only valid during the call.
    void typed(QKeyEvent *event);
    void composed(QInputMethodEvent *event);
    void menuAsked(const timbre::core::ContactId &id, const QPoint &globalPosition);
    void renameAsked(const timbre::core::ContactId &id);
    void removeAsked(const timbre::core::ContactId &id);
    void foldAsked(const QModelIndex &header);
    void headerMenuAsked(const QModelIndex &header, const QPoint &globalPosition);
    void draggingChanged(bool dragging);
    // Onto a header or into the rows below it; `before` is empty where that is the end of them.
    void dropped(const timbre::core::ContactId &id, const QModelIndex &target, const timbre::core::ContactId &before);
    // A row was painted with this availability for the first time after a change.
    void contactPainted(const timbre::core::ContactId &id, timbre::core::Availability availability);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    bool press(QMouseEvent *event);
    bool isGroupHeader(const QModelIndex &index) const;
    void drag(const QModelIndex &index);
    struct DropPlace {
        QModelIndex target; // invalid: nowhere
        core::ContactId before;
        int y = 0; // of the line that shows it; -1: the whole header
    };
    DropPlace dropPlace(const QDropEvent &event) const;
    void watchPhrase(const QModelIndex &index);
    void paintRow(QPainter &painter, QStyleOptionViewItem &option, const QModelIndex &index);
    void notePainted(const QModelIndex &index, const core::ContactId &id);

    PressGuard m_guard;
    QPersistentModelIndex m_pressedHeader;
    QPoint m_pressedAt;
    std::optional<int> m_dropLine;
    Phrases m_phrases;
    core::Clock *m_clock = nullptr;
    std::unique_ptr<core::Timer> m_phraseTimer;
    qint64 m_phraseAt = 0; // monotonic, while the timer is active
    QHash<core::ContactId, core::Availability> m_lastPainted;
    std::optional<QPoint> m_pointer; // over the viewport
    bool m_keyboardFocus = false; // the focus ring is shown for keys only
    QWidget *m_composer = nullptr;
};

} // namespace timbre::gui
