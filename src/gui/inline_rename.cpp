// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/inline_rename.h"

#include "core/text.h"

#include <QApplication>
#include <QKeyEvent>

namespace timbre::gui {

InlineRename::InlineRename(QWidget *parent) : QLineEdit(parent)
{
    hide();
    setMaxLength(core::nameBytes);
    setAccessibleName(tr("New name"));
}

void InlineRename::start(const core::ContactId &id, const QString &name, const QString &placeholder)
{
    cancel();
    m_contact = id;
    m_before = name;
    m_focusBefore = QApplication::focusWidget();
    setText(name);
    setPlaceholderText(placeholder);
    selectAll();
    show();
    setFocus(Qt::OtherFocusReason);
    Q_EMIT started();
}

void InlineRename::cancel()
{
    end(false);
}

void InlineRename::end(bool kept)
{
    if (m_contact.isEmpty())
        return;
    const core::ContactId id = std::exchange(m_contact, {});
    const QString cleaned = core::cleanName(text());
    if (hasFocus() && m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    hide();
    Q_EMIT finished(id, cleaned, kept && cleaned != m_before);
}

void InlineRename::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        end(false);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        end(true);
    else
        QLineEdit::keyPressEvent(event);
}

void InlineRename::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) // its own context menu
        end(true);
}

} // namespace timbre::gui
