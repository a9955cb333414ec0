// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "gui/choice_card.h"
#include "gui/line_button.h"
#include "gui/plain_label.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAccessibleInterface>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QStringList>
#include <QWidget>

// What must hold for any window of ours, whatever is in it.
namespace timbre::test {

// A larger application font while it lives.
class FontFactor
{
public:
    explicit FontFactor(double factor) : m_before(QApplication::font())
    {
        QFont font = m_before;
        font.setPointSizeF(font.pointSizeF() * factor);
        QApplication::setFont(font);
    }
    ~FontFactor() { QApplication::setFont(m_before); }
    FontFactor(const FontFactor &) = delete;
    FontFactor &operator=(const FontFactor &) = delete;

private:
    QFont m_before;
};

// Controls a keyboard reaches that a screen reader could not name.
inline QStringList unnamedControls(const QWidget &window)
{
    QStringList list;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()
            || widget->objectName().startsWith(QStringLiteral("qt_")))
            continue;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (!interface || interface->text(QAccessible::Name).isEmpty())
            list << QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
    }
    return list;
}

// Visible texts that do not get the height (or, for buttons and our own labels, the width) they
// need.
inline QStringList clippedTexts(const QWidget &window)
{
    QStringList list;
    const auto report = [&list](const QWidget *widget, const QString &what) {
        list << QStringLiteral("%1 %2: %3 in %4x%5")
                    .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(), what)
                    .arg(widget->width())
                    .arg(widget->height());
    };
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        if (auto *label = qobject_cast<gui::PlainLabel *>(widget)) {
            const int wanted = label->heightForWidth(label->width());
            if (label->height() < wanted)
                report(label, QStringLiteral("%1 needs height %2").arg(label->text()).arg(wanted));
        } else if (auto *label2 = qobject_cast<QLabel *>(widget)) {
            if (!label2->text().isEmpty()
                && (label2->height() < label2->sizeHint().height() || label2->width() < label2->sizeHint().width()))
                report(label2, label2->text());
        } else if (auto *line = qobject_cast<gui::LineButton *>(widget)) {
            if (line->height() < line->sizeHint().height())
                report(line, line->text());
        } else if (auto *card = qobject_cast<gui::ChoiceCard *>(widget)) {
            if (card->height() < card->heightForWidth(card->width()))
                report(card, card->text());
        } else if (auto *button = qobject_cast<QAbstractButton *>(widget)) {
            // Those inside a line edit show an icon only; their text is for who hears it.
            if (!button->text().isEmpty() && !button->inherits("QLineEditIconButton")
                && button->height() < button->minimumSizeHint().height())
                report(button, button->text());
        } else if (auto *edit = qobject_cast<QLineEdit *>(widget)) {
            if (edit->height() < edit->minimumSizeHint().height())
                report(edit, edit->text());
        }
    }
    return list;
}

} // namespace timbre::test
