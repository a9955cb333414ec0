// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/filter_field.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStyle>

namespace timbre::gui {

FilterField::FilterField(QLineEdit &edit) :
    m_edit(edit),
    m_search(edit.addAction(QIcon(), QLineEdit::LeadingPosition)),
    m_clear(edit.addAction(QIcon(), QLineEdit::TrailingPosition))
{
    m_clear->setVisible(false);
    retranslate();
    edit.installEventFilter(this);
    connect(m_clear, &QAction::triggered, &edit, &QLineEdit::clear);
    connect(&edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        showState(!text.isEmpty());
        Q_EMIT changed(text);
    });
}

void FilterField::setIcons(const QIcon &search, const QIcon &clear)
{
    m_search->setIcon(search);
    m_clear->setIcon(clear);
}

void FilterField::retranslate()
{
    m_search->setText(tr("Search"));
    m_clear->setText(tr("Clear the search"));
    m_clear->setToolTip(m_clear->text());
}

void FilterField::showState(bool active)
{
    m_clear->setVisible(active);
    if (m_edit.property("active").toBool() == active)
        return;
    m_edit.setProperty("active", active);
    m_edit.style()->polish(&m_edit);
}

bool FilterField::takeKey(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        Q_EMIT walked(event);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT entered();
        return true;
    case Qt::Key_Escape:
        if (m_edit.text().isEmpty())
            Q_EMIT left();
        else
            m_edit.clear();
        return true;
    default:
        return false;
    }
}

bool FilterField::eventFilter(QObject *object, QEvent *event)
{
    if (object == &m_edit && event->type() == QEvent::KeyPress && takeKey(static_cast<QKeyEvent *>(event)))
        return true;
    return QObject::eventFilter(object, event);
}

} // namespace timbre::gui
