// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/elided_button.h"

#include <QStyleOptionButton>
#include <QStylePainter>

using namespace Qt::StringLiterals;

namespace timbre::gui {

namespace {

constexpr int iconGap = 4; // what styles put between icon and text

QString withoutMnemonics(QString text)
{
    return text.replace(u'&', "&&"_L1);
}

} // namespace

ElidedButton::ElidedButton(QWidget *parent) : QPushButton(parent)
{
    // Whatever the words, as wide as the layout wants.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ElidedButton::setPlainText(const QString &text)
{
    m_plainText = text;
    setText(withoutMnemonics(text));
    setToolTip(text.toHtmlEscaped());
}

QString ElidedButton::shownText() const
{
    QStyleOptionButton option;
    initStyleOption(&option);
    int room = style()->subElementRect(QStyle::SE_PushButtonContents, &option, this).width();
    if (!icon().isNull())
        room -= iconSize().width() + iconGap;
    return fontMetrics().elidedText(m_plainText, Qt::ElideRight, room);
}

void ElidedButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text = withoutMnemonics(shownText());
    painter.drawControl(QStyle::CE_PushButton, option);
}

} // namespace timbre::gui
