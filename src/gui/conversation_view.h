// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QListView>

namespace timbre::gui {

// The messages of a ConversationModel, newest at the bottom: stays there while something comes, keeps what is seen in
// its place when older ones come in above, and asks for those when scrolled near the top. Owned by the pane's form.
class ConversationView : public QListView
{
    Q_OBJECT

public:
    explicit ConversationView(QWidget *parent = nullptr);

    bool isAtEnd() const { return m_follows; } // or will be, once it is laid out
    void scrollToEnd();
    void setModel(QAbstractItemModel *model) override;
    // Between these the rows above grow.
    void holdPlace();
    void restorePlace();

Q_SIGNALS:
    void olderWanted();
    void endReached();
    void copyChosen();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles = {}) override;

private:
    void onScrolled(int value);

    bool m_follows = true; // the newest message, while the user has not scrolled away
    int m_fromEnd = -1; // while rows come in above
};

} // namespace timbre::gui
