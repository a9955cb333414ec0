// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/conversation_view.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace timbre::gui {

namespace {

constexpr int nearEnd = 4; // pixels
constexpr int nearTop = 200;
constexpr int spaceBelow = 8;
constexpr int wheelStep = 20; // per line; three lines a notch

} // namespace

ConversationView::ConversationView(QWidget *parent) : QListView(parent)
{
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setFrameShape(NoFrame);
    setUniformItemSizes(false);
    setTextElideMode(Qt::ElideNone);
    setViewportMargins(0, 0, 0, spaceBelow);
    verticalScrollBar()->setSingleStep(wheelStep);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &ConversationView::onScrolled);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] {
        verticalScrollBar()->setSingleStep(wheelStep);
        if (m_fromEnd >= 0)
            verticalScrollBar()->setValue(verticalScrollBar()->maximum() - m_fromEnd);
        else if (m_follows)
            verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    });
}

void ConversationView::setModel(QAbstractItemModel *model)
{
    QListView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, [this] { scrollToEnd(); });
}

void ConversationView::scrollToEnd()
{
    m_follows = true;
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void ConversationView::holdPlace()
{
    m_fromEnd = verticalScrollBar()->maximum() - verticalScrollBar()->value();
}

void ConversationView::restorePlace()
{
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(verticalScrollBar()->maximum() - std::max(0, m_fromEnd));
    m_fromEnd = -1;
}

void ConversationView::onScrolled(int value)
{
    if (m_fromEnd >= 0)
        return;
    // Without the user only the end moves, and then the value does with it.
    const bool before = std::exchange(m_follows, value >= verticalScrollBar()->maximum() - nearEnd);
    if (value < nearTop)
        Q_EMIT olderWanted();
    if (m_follows && !before)
        Q_EMIT endReached();
}

// Its height may be another: the list view would not look.
void ConversationView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    QListView::dataChanged(topLeft, bottomRight, roles);
    scheduleDelayedItemsLayout();
}

void ConversationView::resizeEvent(QResizeEvent *event)
{
    const bool follows = m_follows;
    QListView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        scheduleDelayedItemsLayout(); // texts break elsewhere; a list view looks at its height only
    if (follows)
        scrollToEnd();
}

void ConversationView::keyPressEvent(QKeyEvent *event)
{
    if (event == QKeySequence::Copy)
        Q_EMIT copyChosen();
    else if (event->key() == Qt::Key_End)
        scrollToEnd();
    else
        QListView::keyPressEvent(event);
}

} // namespace timbre::gui
