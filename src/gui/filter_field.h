// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>
#include <QObject>

class QAction;
class QKeyEvent;
class QLineEdit;

namespace timbre::gui {

// Makes a line edit the search field above a list: a magnifier, a cross while there is text, and
// the keys that belong to the list or end the search. Knows no list; who owns it moves the focus.
// Owned by RosterPanel; GUI thread; the edit outlives it.
class FilterField : public QObject
{
    Q_OBJECT

public:
    explicit FilterField(QLineEdit &edit);

    void setIcons(const QIcon &search, const QIcon &clear);
    void retranslate();

Q_SIGNALS:
    void changed(const QString &text);
    // A key that walks the list; the event is only valid during the call.
    void walked(QKeyEvent *event);
    void entered(); // Enter
    void left(); // Escape without a text

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void showState(bool active);
    bool takeKey(QKeyEvent *event);

    QLineEdit &m_edit;
    QAction *m_search; // children of the edit
    QAction *m_clear;
};

} // namespace timbre::gui
