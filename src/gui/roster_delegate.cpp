// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/roster_delegate.h"

#include "core/text.h"
#include "gui/avatar.h"
#include "gui/icons.h"
#include "gui/presence_painter.h"
#include "gui/words.h"
#include "models/roster_model.h"

#include <QAbstractItemView>
#include <QDateTime>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace timbre::gui {

using models::RosterModel;

namespace {

constexpr int textsKept = 1024;
constexpr int longestText = 256; // eliding is linear and slow
constexpr int shapeSize = 11;
constexpr int ringWidth = 2;
constexpr int edge = 14; // leading and trailing margin of a row's contents
constexpr int selectionInset = 6;
constexpr qint16 highestKnownShow = 4;

struct RowLayout {
    QRect avatar;
    QRect text; // both lines
};

int scaled(int value, double scale)
{
    return qRound(value * scale);
}

// Left to right; mirrored by the caller.
RowLayout layoutOf(const QRect &row, double scale)
{
    const int size = scaled(metrics::rowAvatar, scale);
    const int left = row.left() + scaled(edge, scale);
    const QRect avatar(left, row.top() + (row.height() - size) / 2, size, size);
    const int textLeft = avatar.right() + 1 + scaled(metrics::gap3, scale);
    const int textRight = row.right() - scaled(edge, scale);
    return {avatar, QRect(textLeft, row.top(), std::max(0, textRight - textLeft), row.height())};
}

QRect mirrored(Qt::LayoutDirection direction, const QRect &row, const QRect &rect)
{
    return QStyle::visualRect(direction, row, rect);
}

// The short format of some locales has seconds, which nobody asks of a contact.
QString shortTimeFormat()
{
    return QLocale().timeFormat(QLocale::ShortFormat).remove(u":ss"_s);
}

QString sectionName(RosterModel::Section section)
{
    switch (section) {
    case RosterModel::Section::Pinned:
        return RosterDelegate::tr("Pinned");
    case RosterModel::Section::Unread:
        return RosterDelegate::tr("Unread");
    case RosterModel::Section::Reachable:
        return RosterDelegate::tr("Free to chat");
    case RosterModel::Section::Maybe:
        return RosterDelegate::tr("Away or busy");
    case RosterModel::Section::NotNow:
        return RosterDelegate::tr("Offline");
    case RosterModel::Section::Group:
        break;
    case RosterModel::Section::NoGroup:
        return RosterDelegate::tr("In no group");
    }
    return {};
}

} // namespace

RosterDelegate::RosterDelegate(core::Clock &clock, QObject *parent) :
    QStyledItemDelegate(parent),
    m_clock(clock),
    m_texts(textsKept)
{
}

void RosterDelegate::useFont(const QFont &font) const
{
    if (font == m_base && m_scale > 0)
        return;
    m_base = font;
    m_name = metrics::nameFont(font);
    m_second = metrics::secondFont(font);
    m_header = metrics::secondFont(font);
    m_header.setWeight(QFont::DemiBold);
    m_scale = metrics::scale(font);
    m_texts.clear();
    m_shapes.clear();
}

const QFont &RosterDelegate::fontOf(TextKind kind) const
{
    switch (kind) {
    case TextKind::Name:
        return m_name;
    case TextKind::Second:
        return m_second;
    case TextKind::Header:
        return m_header;
    }
    return m_base;
}

QSize RosterDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    useFont(option.font);
    const bool header = index.data(RosterModel::KindRole).value<RosterModel::RowKind>() == RosterModel::RowKind::Header;
    return {scaled(240, m_scale), scaled(header ? metrics::sectionHeight : metrics::rowHeight, m_scale)};
}

int RosterDelegate::drawLine(QPainter *painter, const QRect &rect, const QString &text, TextKind kind,
                             const QColor &color, Qt::LayoutDirection direction, bool trailing) const
{
    if (text.isEmpty() || rect.width() <= 0)
        return 0;
    const TextKey key{text, rect.width(), kind};
    const QStaticText *laidOut = m_texts.object(key);
    if (!laidOut) {
        const QFontMetrics font(fontOf(kind));
        auto *fresh = new QStaticText(font.elidedText(text.left(longestText), Qt::ElideRight, rect.width()));
        fresh->setTextFormat(Qt::PlainText);
        fresh->prepare({}, fontOf(kind));
        m_texts.insert(key, fresh);
        laidOut = fresh;
    }
    const QSizeF size = laidOut->size();
    const bool right = (direction == Qt::RightToLeft) != trailing;
    painter->setFont(fontOf(kind));
    painter->setPen(color);
    painter->drawStaticText(QPointF(right ? rect.right() + 1 - std::ceil(size.width()) : rect.left(),
                                    rect.top() + std::floor((rect.height() - size.height()) / 2)),
                            *laidOut);
    return qCeil(size.width());
}

void RosterDelegate::paintHeader(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                 const Theme &theme) const
{
    const int margin = scaled(edge, m_scale);
    const QRect rect = option.rect.adjusted(margin, scaled(metrics::gap1, m_scale), -margin, 0);
    const auto section = index.data(RosterModel::SectionRole).value<RosterModel::Section>();
    const QString count = QLocale().toString(index.data(RosterModel::CountRole).toInt());
    const int used = drawLine(painter, rect, count, TextKind::Second, theme.text2, option.direction, true);
    const QRect name = mirrored(option.direction, rect, rect.adjusted(0, 0, -used - metrics::gap2, 0));
    drawLine(painter, name, sectionName(section), TextKind::Header, theme.text2, option.direction);
}

QColor RosterDelegate::paintBackground(QPainter *painter, const QStyleOptionViewItem &option, const Theme &theme) const
{
    const bool selected = option.state & QStyle::State_Selected;
    const QColor color = option.state & QStyle::State_Sunken ? theme.pressed
        : selected                                           ? theme.selected
        : option.state & QStyle::State_MouseOver             ? theme.hover
                                                             : theme.surface;
    const bool focus = option.state & QStyle::State_HasFocus;
    const QRectF rect = QRectF(option.rect).adjusted(selectionInset, 1, -selectionInset, -1);
    if (color != theme.surface) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawRoundedRect(rect, metrics::selectionRadius, metrics::selectionRadius);
    }
    if (focus) {
        painter->setPen(QPen(theme.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(rect.adjusted(1, 1, -1, -1), metrics::selectionRadius - 1,
                                 metrics::selectionRadius - 1);
    }
    return color;
}

void RosterDelegate::paintShape(QPainter *painter, const QPoint &at, core::Availability availability,
                                core::Freshness freshness, const Theme &theme, const QColor &ring) const
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    const int size = scaled(shapeSize, m_scale) + 2 * ringWidth;
    QPixmap &pixmap = m_shapes[ShapeKey{availability, freshness, ring.rgb(), ratio}];
    if (pixmap.isNull()) {
        pixmap = QPixmap(QSize(size, size) * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter shape(&pixmap);
        paintPresence(shape, QRectF(ringWidth, ringWidth, size - 2 * ringWidth, size - 2 * ringWidth), availability,
                      freshness, theme, ring);
    }
    painter->drawPixmap(at, pixmap);
}

void RosterDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    useFont(option.font);
    const Theme &theme = themeOf(option.palette);
    if (index.data(RosterModel::KindRole).value<RosterModel::RowKind>() == RosterModel::RowKind::Header) {
        paintHeader(painter, option, index, theme);
        return;
    }
    const auto contact = index.data(RosterModel::ContactRole).value<core::Contact>();
    const auto presence = index.data(RosterModel::PresenceRole).value<core::ContactPresence>();
    const bool asked = contact.relation == core::Relation::Asked;
    const bool present = core::isPresent(presence.availability) && !asked;
    const QString name = index.data(RosterModel::NameRole).toString();

    painter->setRenderHint(QPainter::Antialiasing);
    const QColor background = paintBackground(painter, option, theme);
    const RowLayout layout = layoutOf(option.rect, m_scale);
    const QRect avatar = mirrored(option.direction, option.rect, layout.avatar);
    painter->drawPixmap(
        avatar.topLeft(),
        avatarPixmap(contact.id, name, avatar.width(), painter->device()->devicePixelRatioF(), !present));
    if (!asked) {
        const int size = scaled(shapeSize, m_scale) + 2 * ringWidth;
        const QRect corner(layout.avatar.right() + 2 - size + ringWidth, layout.avatar.bottom() + 2 - size + ringWidth,
                           size, size);
        paintShape(painter, mirrored(option.direction, option.rect, corner).topLeft(), presence.availability,
                   presence.freshness, theme, background);
    }

    const int nameHeight = QFontMetrics(m_name).height();
    const int secondHeight = QFontMetrics(m_second).height();
    QRect nameLine = layout.text;
    nameLine.setTop(option.rect.top() + (option.rect.height() - nameHeight - secondHeight) / 2);
    nameLine.setHeight(nameHeight);
    QRect second = layout.text;
    second.setTop(nameLine.bottom() + 1);
    second.setHeight(secondHeight);

    if (asked) {
        const int size = scaled(16, m_scale);
        const QRect clock(nameLine.right() - size, nameLine.center().y() - size / 2, size, size);
        tintedIcon(u"clock"_s, theme.text2).paint(painter, mirrored(option.direction, option.rect, clock));
        nameLine.adjust(0, 0, -size - metrics::gap2, 0);
    } else if (const QString text = age(presence); !text.isEmpty()) {
        const int used = drawLine(painter, mirrored(option.direction, option.rect, nameLine), text, TextKind::Second,
                                  theme.text2, option.direction, true);
        nameLine.adjust(0, 0, -used - metrics::gap2, 0);
    }
    drawLine(painter, mirrored(option.direction, option.rect, nameLine), name, TextKind::Name,
             present ? theme.text : theme.text2, option.direction);
    drawLine(painter, mirrored(option.direction, option.rect, second), secondLine(contact, presence), TextKind::Second,
             theme.text2, option.direction);
}

bool RosterDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                               const QModelIndex &index)
{
    const auto contact = index.data(RosterModel::ContactRole).value<core::Contact>();
    if (event->type() != QEvent::ToolTip || contact.id.isEmpty())
        return false;
    const auto presence = index.data(RosterModel::PresenceRole).value<core::ContactPresence>();
    QStringList lines{sentence(index)};
    if (!contact.nickname.isEmpty() && !contact.profileName.isEmpty())
        lines.append(tr("Calls themselves %1").arg(core::isolated(contact.profileName)));
    if (presence.rawShow < 0 || presence.rawShow > highestKnownShow)
        lines.append(tr("Their program sent a state we do not know (%1)").arg(presence.rawShow));
    // Rich text so that long moods are wrapped; all that others wrote is escaped.
    const QString html = u"<p style='white-space:pre-wrap'>"_s + lines.join(u'\n').toHtmlEscaped() + u"</p>"_s;
    QToolTip::showText(event->globalPos(), html, view, option.rect);
    return true;
}

QRect RosterDelegate::nameRect(const QRect &row, const QFont &font, Qt::LayoutDirection direction)
{
    return mirrored(direction, row, layoutOf(row, metrics::scale(font)).text);
}

QString RosterDelegate::secondLine(const core::Contact &contact, const core::ContactPresence &presence) const
{
    if (contact.relation == core::Relation::Asked)
        return tr("Request sent");
    const QString word = presence.availability == core::Availability::Unknown
        ? tr("No status yet")
        : words::stateUntil(availabilityName(presence.availability), presence.until, m_clock.wall());
    if (presence.mood.isEmpty())
        return word;
    return tr("%1 · %2", "state, mood").arg(word, presence.mood);
}

QString RosterDelegate::age(const core::ContactPresence &presence) const
{
    const bool present = core::isPresent(presence.availability);
    const bool stale = present && presence.freshness == core::Freshness::Stale;
    const bool left = presence.availability == core::Availability::Offline;
    const qint64 at = stale ? presence.heardAt : left ? presence.since : 0;
    if (at <= 0)
        return {};
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(at);
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_clock.wall()).date();
    const QString text = then.date() == today
        ? QLocale().toString(then.time(), shortTimeFormat())
        : QLocale().toString(then.date(), tr("d MMM", "date of this year, short"));
    return stale ? tr("as of %1").arg(text) : text;
}

QString RosterDelegate::times(const core::ContactPresence &presence) const
{
    const qint64 now = m_clock.wall();
    if (presence.until > now)
        return words::until(presence.until, now);
    if (presence.idleSince > 0)
        //: %1 is a time, "14:02" or "yesterday 18:40"
        return tr("idle since %1").arg(words::moment(presence.idleSince, now));
    return {};
}

QString RosterDelegate::sentence(const QModelIndex &index) const
{
    const auto contact = index.data(RosterModel::ContactRole).value<core::Contact>();
    if (contact.id.isEmpty()) {
        return tr("%1: %Ln contact(s)", "section of the roster", index.data(RosterModel::CountRole).toInt())
            .arg(sectionName(index.data(RosterModel::SectionRole).value<RosterModel::Section>()));
    }
    const auto presence = index.data(RosterModel::PresenceRole).value<core::ContactPresence>();
    if (contact.relation == core::Relation::Asked) {
        return tr("%1: %2", "contact, state").arg(core::isolated(contact.displayName()), tr("Request sent"));
    }
    const QString state
        = presenceSentence(contact.displayName(), presence.availability, presence.freshness, presence.mood);
    const QString known = age(presence);
    const QString when = known.isEmpty() ? times(presence) : known;
    return when.isEmpty() ? state : tr("%1 (%2)", "sentence, time").arg(state, when);
}

} // namespace timbre::gui
