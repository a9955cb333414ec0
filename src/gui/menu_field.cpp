// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/menu_field.h"

#include "core/text.h"
#include "gui/limited_line_edit.h"
#include "gui/theme.h"

#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

namespace timbre::gui {

MenuField::MenuField(const QString &label, const QString &text, const QString &explanation, QWidget *menu) :
    QWidgetAction(menu)
{
    auto *widget = new QWidget(menu);
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(metrics::gap3, metrics::gap1, metrics::gap3, metrics::gap1);
    layout->setSpacing(metrics::gap1);
    m_edit = new LimitedLineEdit(widget);
    m_edit->setLimits(core::nameGraphemes, core::nameBytes);
    m_edit->setText(text);
    m_edit->setPlaceholderText(label);
    m_edit->setAccessibleName(label);
    m_edit->setObjectName(QStringLiteral("menuField"));
    layout->addWidget(m_edit);
    widget->setFocusProxy(m_edit);
    widget->setFocusPolicy(Qt::StrongFocus); // without one a menu passes it over
    if (!explanation.isEmpty()) {
        auto *words = new QLabel(explanation, widget);
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
        words->setProperty("role", QStringLiteral("small"));
        words->setMinimumWidth(qRound(220 * metrics::scale(QApplication::font())));
        layout->addWidget(words);
    }
    setDefaultWidget(widget);
    connect(m_edit, &QLineEdit::returnPressed, this, [this] {
        const QString entered = m_edit->text();
        while (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
        Q_EMIT this->entered(entered);
    });
}

} // namespace timbre::gui
