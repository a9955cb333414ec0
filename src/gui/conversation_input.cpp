// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/conversation_input.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>

namespace timbre::gui {

ConversationInput::ConversationInput(QWidget *parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QPlainTextEdit::textChanged, this, &ConversationInput::fit);
    fit();
}

int ConversationInput::lineCount() const
{
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && lines < mostLines; block = block.next())
        lines += std::max(1, block.layout() ? block.layout()->lineCount() : 1);
    return std::clamp(lines, 1, mostLines);
}

QSize ConversationInput::sizeHint() const
{
    const QMargins margins = contentsMargins();
    const int lines = fontMetrics().lineSpacing() * lineCount();
    const int document_ = qRound(2 * document()->documentMargin());
    return {200, lines + document_ + 2 * frameWidth() + margins.top() + margins.bottom()};
}

void ConversationInput::fit()
{
    const bool isFull = lineCount() >= mostLines;
    setVerticalScrollBarPolicy(isFull ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setFixedHeight(sizeHint().height());
    if (!isFull)
        ensureCursorVisible();
}

void ConversationInput::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_composing) {
        event->ignore();
        return;
    }
    if (isEnter && !(event->modifiers() & (Qt::ShiftModifier | Qt::AltModifier))) {
        Q_EMIT sendChosen();
        return;
    }
    if (isEnter) { // a plain line break, whatever the platform makes of Shift+Enter
        insertPlainText(QStringLiteral("\n"));
        ensureCursorVisible();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Escape:
        if (!m_composing)
            Q_EMIT leaveChosen();
        return;
    case Qt::Key_PageUp:
        Q_EMIT pageChosen(-1);
        return;
    case Qt::Key_PageDown:
        Q_EMIT pageChosen(1);
        return;
    default:
        QPlainTextEdit::keyPressEvent(event);
    }
}

void ConversationInput::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
}

void ConversationInput::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

void ConversationInput::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

// The frame around it is its parent's.
void ConversationInput::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    if (parentWidget())
        parentWidget()->update();
}

void ConversationInput::focusOutEvent(QFocusEvent *event)
{
    m_composing = false;
    QPlainTextEdit::focusOutEvent(event);
    if (parentWidget())
        parentWidget()->update();
}

} // namespace timbre::gui
