// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPlainTextEdit>

namespace timbre::gui {

// Where a message is written: plain text, as high as its lines up to six. Enter sends, Shift+Enter begins a line; while
// an input method composes, Enter is its own. Page keys are for the messages above. Owned by the pane's form.
class ConversationInput : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ConversationInput(QWidget *parent = nullptr);

    static constexpr int mostLines = 6;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void sendChosen();
    void leaveChosen(); // Esc
    void pageChosen(int direction); // -1 up, 1 down

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void fit();
    int lineCount() const;

    bool m_composing = false;
};

} // namespace timbre::gui
