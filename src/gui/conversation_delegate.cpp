// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/conversation_delegate.h"

#include "core/text.h"
#include "gui/icons.h"
#include "gui/words.h"
#include "models/conversation_model.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDateTime>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <cmath>

namespace timbre::gui {

using namespace Qt::StringLiterals;
using core::ChatMessage;
using core::MessageProblem;
using core::MessageState;
using models::ConversationModel;

namespace {

constexpr int side = 16; // beside the bubbles
constexpr int padX = 12;
constexpr int padY = 7;
constexpr int widestBubble = 560; // at the default font
constexpr int markSize = 13;
constexpr int radius = 12;

struct Fonts {
    explicit Fonts(const QFont &base) :
        text(withEmoji(base)),
        small(metrics::secondFont(base)),
        scale(metrics::scale(base))
    {
        day = small;
        day.setWeight(QFont::DemiBold);
    }
    QFont text;
    QFont small;
    QFont day;
    double scale;

    int lineHeight() const { return QFontMetrics(small).height() + qRound(2 * metrics::gap2 * scale); }
};

// Lays the text out in `width`; gives its size and the end of its last line.
QSizeF layOut(QTextLayout &layout, int width, qreal *lastLineEnd = nullptr)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal height = 0;
    qreal widest = 0;
    qreal last = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, height));
        height += line.height();
        last = line.naturalTextWidth();
        widest = std::max(widest, last);
    }
    layout.endLayout();
    if (lastLineEnd)
        *lastLineEnd = last;
    return {widest, height};
}

// Line breaks in one paragraph, as QTextLayout wants them.
QString oneParagraph(QString text)
{
    return text.replace(u'\n', QChar::LineSeparator);
}

int widthOf(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view ? view->viewport()->width() : option.rect.width();
}

ChatMessage messageOf(const QModelIndex &index)
{
    return index.data(ConversationModel::MessageRole).value<ChatMessage>();
}

} // namespace

ConversationDelegate::ConversationDelegate(core::Clock &clock, QObject *parent) :
    QStyledItemDelegate(parent),
    m_clock(clock),
    m_heights(4'000)
{
}

QString ConversationDelegate::problemSentence(MessageProblem problem)
{
    switch (problem) {
    case MessageProblem::None:
        return {};
    case MessageProblem::NoAnswer:
        return tr("Not sent: the server did not answer.");
    case MessageProblem::NotContacts:
        return tr("Not sent: you are not in each other’s contacts.");
    case MessageProblem::NoSuchAccount:
        return tr("Not sent: this account no longer exists.");
    case MessageProblem::BlockedByThem:
        return tr("Not sent: you are blocked.");
    case MessageProblem::ServerError:
        return tr("Not sent: the server could not take it.");
    }
    return {};
}

QString ConversationDelegate::textOf(const ChatMessage &message) const
{
    return message.state == MessageState::TakenBack ? tr("Message taken back") : message.text;
}

QString ConversationDelegate::noteOf(const ChatMessage &message) const
{
    return message.state == MessageState::Failed ? problemSentence(message.problem) : QString();
}

QString ConversationDelegate::dayName(qint64 wall) const
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(wall).date();
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_clock.wall()).date();
    if (day == today)
        return tr("Today", "above the messages of a day");
    if (day.addDays(1) == today)
        return tr("Yesterday", "above the messages of a day");
    const QLocale locale;
    //: A day of this year, as QLocale::toString() takes it: "Friday, 20 November"
    return locale.toString(day, day.year() == today.year() ? tr("dddd, d MMMM") : locale.dateFormat());
}

QString ConversationDelegate::sentence(const QModelIndex &index) const
{
    const ChatMessage message = messageOf(index);
    const QString who = message.mine ? tr("You", "wrote this message") : core::isolated(m_peerName);
    //: %1 is a name or "You", %2 a time, %3 what they wrote
    QString said = tr("%1, %2: %3").arg(who, words::clockTime(message.time), textOf(message));
    if (message.state == MessageState::Waiting)
        //: %1 is a message
        said = tr("%1 (waiting to be sent)").arg(said);
    else if (message.state == MessageState::Failed)
        said += u' ' + noteOf(message);
    if (index.data(ConversationModel::BeginsDayRole).toBool())
        //: %1 is a day, %2 a message
        said = tr("%1. %2").arg(dayName(message.time), said);
    return said;
}

ConversationDelegate::Look ConversationDelegate::look(const QModelIndex &index, int width, const QFont &base,
                                                      Qt::LayoutDirection direction) const
{
    const Fonts fonts(base);
    const auto scaled = [&fonts](int pixels) { return qRound(pixels * fonts.scale); };
    const ChatMessage message = messageOf(index);
    Look look;
    look.day = -1;
    int top = 0;
    if (index.data(ConversationModel::BeginsDayRole).toBool()) {
        look.day = top;
        top += fonts.lineHeight();
    }
    if (index.data(ConversationModel::BeginsUnreadRole).toBool()) {
        look.unread = top;
        top += fonts.lineHeight();
    }
    top += index.data(ConversationModel::FollowsRole).toBool() ? scaled(2) : scaled(metrics::gap2);

    const int room = std::max(scaled(80), width - 2 * scaled(side));
    const int widest = std::min(scaled(widestBubble), room * 4 / 5) - 2 * scaled(padX);
    QTextLayout layout(oneParagraph(textOf(message)), fonts.text);
    qreal lastEnd = 0;
    const QSizeF text = layOut(layout, widest, &lastEnd);
    const QFontMetrics small(fonts.small);
    const int timeWidth = small.horizontalAdvance(words::clockTime(message.time))
        + (message.mine ? scaled(markSize) + scaled(metrics::gap1) : 0);
    // Beside the last line if there is room, else below it. What is written from right to left leaves none.
    const bool beside = lastEnd + scaled(metrics::gap3) + timeWidth <= widest && !textOf(message).isRightToLeft()
        && direction == Qt::LeftToRight;
    const int inner = qCeil(std::max(text.width(), beside ? lastEnd + scaled(metrics::gap3) + timeWidth : timeWidth));
    const int textHeight = qCeil(text.height());
    const int bubbleHeight = textHeight + (beside ? 0 : small.height()) + 2 * scaled(padY);
    const int bubbleWidth = inner + 2 * scaled(padX);
    const bool atRight = message.mine == (direction == Qt::LeftToRight);
    const int left = atRight ? width - scaled(side) - bubbleWidth : scaled(side);
    look.bubble = QRect(left, top, bubbleWidth, bubbleHeight);
    look.text = QRect(left + scaled(padX), top + scaled(padY), inner, textHeight);
    const int timeTop = look.bubble.bottom() + 1 - scaled(padY) - small.height() + (beside ? scaled(1) : 0);
    look.time = QRect(direction == Qt::LeftToRight ? look.text.right() + 1 - timeWidth : look.text.left(), timeTop,
                      timeWidth, small.height());
    look.height = look.bubble.bottom() + 1;
    if (!noteOf(message).isEmpty()) {
        look.note = look.height + scaled(2);
        look.noteHeight
            = small.boundingRect(QRect(0, 0, room, QWIDGETSIZE_MAX), Qt::TextWordWrap, noteOf(message)).height();
        look.height = look.note + look.noteHeight;
    }
    return look;
}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ChatMessage message = messageOf(index);
    const int width = widthOf(option);
    const int facts = static_cast<int>(message.state) * 8
        + (index.data(ConversationModel::BeginsDayRole).toBool() ? 1 : 0)
        + (index.data(ConversationModel::BeginsUnreadRole).toBool() ? 2 : 0)
        + (index.data(ConversationModel::FollowsRole).toBool() ? 4 : 0);
    const HeightKey key{message.id, width, facts, message.text.size()};
    if (const int *known = m_heights.object(key))
        return {width, *known};
    const int height = look(index, width, option.font, option.direction).height;
    m_heights.insert(key, new int(height));
    return {width, height};
}

void ConversationDelegate::paintLine(QPainter *painter, const QRect &rect, const QString &text, const QColor &line,
                                     const QColor &ink) const
{
    const int wide = painter->fontMetrics().horizontalAdvance(text);
    const int half = (rect.width() - wide) / 2 - metrics::gap3;
    if (line.isValid() && half > 0) {
        painter->setPen(line);
        painter->drawLine(rect.left(), rect.center().y(), rect.left() + half, rect.center().y());
        painter->drawLine(rect.right() - half, rect.center().y(), rect.right(), rect.center().y());
    }
    painter->setPen(ink);
    painter->drawText(rect, Qt::AlignCenter, text);
}

void ConversationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = themeOf(QApplication::palette());
    const Fonts fonts(option.font);
    const ChatMessage message = messageOf(index);
    const Look at = look(index, option.rect.width(), option.font, option.direction);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(option.rect.topLeft());
    painter->setLayoutDirection(option.direction);
    const int margin = qRound(side * fonts.scale);
    const auto lineRect
        = [&](int top) { return QRect(margin, top, option.rect.width() - 2 * margin, fonts.lineHeight()); };
    painter->setFont(fonts.day);
    if (at.day >= 0)
        paintLine(painter, lineRect(at.day), dayName(message.time), theme.separator, theme.text2);
    if (at.unread >= 0)
        paintLine(painter, lineRect(at.unread), tr("New messages"), theme.accent, theme.accent);

    QPainterPath bubble;
    bubble.addRoundedRect(QRectF(at.bubble).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    const bool failed = message.state == MessageState::Failed;
    painter->setPen(chosen ? QPen(theme.accent, 2) : QPen(failed ? theme.danger : theme.separator, 1));
    painter->setBrush(message.mine ? theme.selected : theme.surface);
    painter->drawPath(bubble);

    const bool gone = message.state == MessageState::TakenBack;
    QFont font = fonts.text;
    font.setItalic(gone);
    QTextLayout layout(oneParagraph(textOf(message)), font);
    layOut(layout, at.text.width() + 1);
    painter->setPen(gone ? theme.text2 : theme.text);
    painter->setLayoutDirection(Qt::LeftToRight); // the layout has its own
    layout.draw(painter, at.text.topLeft());
    painter->setLayoutDirection(option.direction);

    painter->setFont(fonts.small);
    painter->setPen(theme.text2);
    const bool leftToRight = option.direction == Qt::LeftToRight;
    const int edge = leftToRight ? Qt::AlignLeft : Qt::AlignRight;
    painter->drawText(at.time, edge | Qt::AlignVCenter | Qt::AlignAbsolute, words::clockTime(message.time));
    if (message.mine && !gone) {
        const int size = qRound(markSize * fonts.scale);
        const QString mark = failed ? u"warning"_s : message.state == MessageState::Waiting ? u"clock"_s : u"check"_s;
        const QRect place(leftToRight ? at.time.right() + 1 - size : at.time.left(),
                          at.time.center().y() - size / 2 + 1, size, size);
        tintedIcon(mark, failed ? theme.danger : theme.text2).paint(painter, place);
    }
    if (at.note >= 0) {
        painter->setPen(theme.danger);
        painter->drawText(QRect(margin, at.note, option.rect.width() - 2 * margin, at.noteHeight),
                          Qt::AlignTrailing | Qt::AlignVCenter | Qt::TextWordWrap, noteOf(message));
    }
    painter->restore();
}

} // namespace timbre::gui
