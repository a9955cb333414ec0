// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/choice_card.h"

#include "gui/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace timbre::gui {

namespace {
constexpr int margin = metrics::gap4;
constexpr int iconSide = 28;
} // namespace

ChoiceCard::ChoiceCard(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int ChoiceCard::side() const
{
    return qRound(iconSide * metrics::scale(font()));
}

int ChoiceCard::textLeft() const
{
    return margin + side() + metrics::gap4;
}

void ChoiceCard::setSentence(const QString &sentence)
{
    m_sentence = sentence;
    setAccessibleDescription(sentence);
    updateGeometry();
    update();
}

QRect ChoiceCard::sentenceRect(int width) const
{
    const int room = qMax(60, width - textLeft() - margin);
    return QFontMetrics(font()).boundingRect(QRect(0, 0, room, 1000), Qt::TextWordWrap, m_sentence);
}

int ChoiceCard::heightForWidth(int width) const
{
    const int title = QFontMetrics(metrics::nameFont(font())).lineSpacing();
    return qMax(side(), title + 2 + sentenceRect(width).height()) + 2 * metrics::gap3 + 2;
}

QSize ChoiceCard::sizeHint() const
{
    const int width = textLeft() + margin + fontMetrics().averageCharWidth() * 40;
    return {width, heightForWidth(width)};
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(QApplication::palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(hasFocus() ? QPen(theme.accent, 2) : QPen(theme.separator, 1));
    painter.setBrush(isDown() ? theme.pressed : underMouse() ? theme.hover : theme.surface);
    painter.drawRoundedRect(frame, metrics::selectionRadius + 2, metrics::selectionRadius + 2);

    const auto visual = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    icon().paint(&painter, visual({margin, (height() - side()) / 2, side(), side()}));
    const QFont titleFont = metrics::nameFont(font());
    const int title = QFontMetrics(titleFont).lineSpacing();
    const int room = width() - textLeft() - margin;
    const int sentence = sentenceRect(width()).height();
    const int top = (height() - title - 2 - sentence) / 2;
    const int across = static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    painter.setFont(titleFont);
    painter.setPen(theme.text);
    painter.drawText(visual({textLeft(), top, room, title}), across | Qt::AlignVCenter, text());
    painter.setFont(font());
    painter.setPen(theme.text2);
    painter.drawText(visual({textLeft(), top + title + 2, room, sentence}), across | Qt::TextWordWrap, m_sentence);
}

void ChoiceCard::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        return;
    case Qt::Key_Down:
        focusNextChild();
        return;
    case Qt::Key_Up:
        focusPreviousChild();
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

} // namespace timbre::gui
