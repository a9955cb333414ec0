// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/roster_delegate.h"

#include "core/text.h"
#include "gui/avatar.h"
#include "gui/icons.h"
#include "gui/roster_geometry.h"
#include "gui/seen_words.h"
#include "gui/words.h"
#include "models/roster_model.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <utility>

using namespace Qt::StringLiterals;

namespace timbre::gui {

using models::RosterModel;

namespace {

constexpr int textsKept = 1024;
constexpr int longestText = 256; // eliding is linear and slow
constexpr int shapeSize = 11;
constexpr int compactShape = 9;
constexpr int pillHeight = 18;
constexpr int mostCounted = 99;
constexpr qint64 recent = 10 * 60'000; // ms in which what was heard counts as just heard
constexpr int ringWidth = 2;
constexpr int edge = 14; // leading and trailing margin of a row's contents
constexpr int selectionInset = 6;
constexpr qint16 highestKnownShow = 4;

struct RowLayout {
    QRect avatar;
    QRect shape; // with its ring
    QRect text; // both lines
    bool compact = false;
};

int scaled(int value, double scale)
{
    return qRound(value * scale);
}

// Left to right; mirrored by the caller. Its height says which kind of row it is.
RowLayout layoutOf(const QRect &row, double scale)
{
    RowLayout layout;
    layout.compact = row.height() < scaled((metrics::rowHeight + compactRowHeight) / 2, scale);
    const int size = scaled(layout.compact ? compactRowAvatar : metrics::rowAvatar, scale);
    const int left = row.left() + scaled(edge, scale);
    layout.avatar = QRect(left, row.top() + (row.height() - size) / 2, size, size);
    const int shape = scaled(layout.compact ? compactShape : shapeSize, scale) + 2 * ringWidth;
    int textLeft = layout.avatar.right() + 1 + scaled(metrics::gap3, scale);
    if (layout.compact) {
        textLeft = layout.avatar.right() + 1 + scaled(metrics::gap2, scale);
        layout.shape = QRect(textLeft - ringWidth, row.center().y() + 1 - shape / 2, shape, shape);
        textLeft = layout.shape.right() + 1 + scaled(metrics::gap1, scale);
    } else {
        layout.shape = QRect(layout.avatar.right() + 2 - shape + ringWidth,
                             layout.avatar.bottom() + 2 - shape + ringWidth, shape, shape);
    }
    const int textRight = row.right() - scaled(edge, scale);
    layout.text = QRect(textLeft, row.top(), std::max(0, textRight - textLeft), row.height());
    return layout;
}

QRect mirrored(Qt::LayoutDirection direction, const QRect &row, const QRect &rect)
{
    return QStyle::visualRect(direction, row, rect);
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
    case TextKind::Pill:
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

int RosterDelegate::paintPill(QPainter *painter, const QRect &rect, int count, const Theme &theme,
                              Qt::LayoutDirection direction) const
{
    if (count <= 0)
        return 0;
    const QString text = count > mostCounted ? QLocale().toString(mostCounted) + u'+' : QLocale().toString(count);
    const int height = scaled(pillHeight, m_scale);
    const int width = std::max(height, QFontMetrics(m_header).horizontalAdvance(text) + scaled(10, m_scale));
    const QRect pill
        = mirrored(direction, rect, QRect(rect.right() + 1 - width, rect.center().y() + 1 - height / 2, width, height));
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.accent);
    painter->drawRoundedRect(pill, height / 2.0, height / 2.0);
    painter->setFont(m_header);
    painter->setPen(theme.onAccent);
    painter->drawText(pill, Qt::AlignCenter, text);
    return width;
}

void RosterDelegate::paintHeader(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                 const Theme &theme) const
{
    const int margin = scaled(edge, m_scale);
    const auto section = index.data(RosterModel::SectionRole).value<RosterModel::Section>();
    const bool folds = index.flags() & Qt::ItemIsEnabled;
    painter->setRenderHint(QPainter::Antialiasing);
    if (folds && option.state & (QStyle::State_HasFocus | QStyle::State_MouseOver))
        paintBackground(painter, option, theme);
    QRect rect = option.rect.adjusted(margin, folds ? 0 : scaled(metrics::gap1, m_scale), -margin, 0);
    if (folds) {
        // A triangle: towards the text when folded, down when not.
        const int size = scaled(8, m_scale);
        const QRectF box
            = mirrored(option.direction, rect, QRect(rect.left(), rect.center().y() + 1 - size / 2, size, size));
        const bool folded = index.data(RosterModel::CollapsedRole).toBool();
        const bool mirror = option.direction == Qt::RightToLeft;
        const double tip = mirror ? box.left() + 2 : box.right() - 2;
        const double base = mirror ? box.right() - 1 : box.left() + 1;
        const QPolygonF triangle = folded
            ? QPolygonF({{base, box.top()}, {base, box.bottom()}, {tip, box.center().y()}})
            : QPolygonF(
                {{box.left(), box.top() + 2}, {box.right(), box.top() + 2}, {box.center().x(), box.bottom() - 1}});
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.text2);
        painter->drawPolygon(triangle);
        rect.adjust(size + scaled(metrics::gap2, m_scale), 0, 0, 0);
        if (mirror)
            rect.translate(-(size + scaled(metrics::gap2, m_scale)), 0);
    }
    const QLocale locale;
    const QString count = section == RosterModel::Section::Group || folds
        ? u"%1/%2"_s.arg(locale.toString(index.data(RosterModel::OnlineRole).toInt()),
                         locale.toString(index.data(RosterModel::TotalRole).toInt()))
        : locale.toString(index.data(RosterModel::CountRole).toInt());
    int used = drawLine(painter, rect, count, TextKind::Second, theme.text2, option.direction, true);
    QRect name = rect.adjusted(0, 0, -used - metrics::gap2, 0);
    if (const int unread = index.data(RosterModel::UnreadRole).toInt(); unread > 0) {
        const QRect before = mirrored(option.direction, rect, name);
        name.adjust(0, 0, -paintPill(painter, before, unread, theme, option.direction) - metrics::gap2, 0);
    }
    const QString title
        = section == RosterModel::Section::Group ? index.data(RosterModel::TitleRole).toString() : sectionName(section);
    drawLine(painter, mirrored(option.direction, rect, name), title, TextKind::Header, theme.text2, option.direction);
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

void RosterDelegate::paintShape(QPainter *painter, const QPoint &at, int size, const core::ContactPresence &presence,
                                const Theme &theme, const QColor &ring) const
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    if (std::exchange(m_plainShapes, theme.plainShapes) != theme.plainShapes)
        m_shapes.clear();
    const bool old = presence.heardAt > 0 && m_clock.wall() - presence.heardAt >= recent;
    const Certainty certainty = old && core::isPresent(presence.availability) ? Certainty::Older : Certainty::Recent;
    QPixmap &pixmap = m_shapes[ShapeKey{presence.availability, presence.freshness, certainty, size, ring.rgb(), ratio}];
    if (pixmap.isNull()) {
        pixmap = QPixmap(QSize(size, size) * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter shape(&pixmap);
        paintPresence(shape, QRectF(ringWidth, ringWidth, size - 2 * ringWidth, size - 2 * ringWidth),
                      presence.availability, presence.freshness, theme, ring, certainty);
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
    const int unread = index.data(RosterModel::UnreadRole).toInt();

    painter->setRenderHint(QPainter::Antialiasing);
    const QColor background = paintBackground(painter, option, theme);
    const RowLayout layout = layoutOf(option.rect, m_scale);
    const auto place = [&option](const QRect &rect) { return mirrored(option.direction, option.rect, rect); };
    const QRect avatar = place(layout.avatar);
    painter->drawPixmap(
        avatar.topLeft(),
        avatarPixmap(contact.id, name, avatar.width(), painter->device()->devicePixelRatioF(), !present));
    if (!asked)
        paintShape(painter, place(layout.shape).topLeft(), layout.shape.width(), presence, theme, background);

    const int nameHeight = QFontMetrics(m_name).height();
    const int secondHeight = QFontMetrics(m_second).height();
    QRect nameLine = layout.text;
    QRect second = layout.text;
    if (!layout.compact) {
        nameLine.setTop(option.rect.top() + (option.rect.height() - nameHeight - secondHeight) / 2);
        nameLine.setHeight(nameHeight);
        second.setTop(nameLine.bottom() + 1);
        second.setHeight(secondHeight);
    }
    if (asked) {
        const int size = scaled(16, m_scale);
        const QRect clock(nameLine.right() - size, nameLine.center().y() - size / 2, size, size);
        tintedIcon(u"clock"_s, theme.text2).paint(painter, place(clock));
        nameLine.adjust(0, 0, -size - metrics::gap2, 0);
    }
    if (unread > 0) {
        QRect &line = layout.compact ? nameLine : second;
        line.adjust(0, 0, -paintPill(painter, place(line), unread, theme, option.direction) - metrics::gap2, 0);
    }
    const QColor nameColor = present || unread > 0 ? theme.text : theme.text2;
    const int used = drawLine(painter, place(nameLine), name, TextKind::Name, nameColor, option.direction);
    if (!layout.compact) {
        const auto seen = index.data(RosterModel::LastSeenRole).value<core::LastSeen::Fact>();
        drawLine(painter, place(second), secondLine(contact, presence, seen), TextKind::Second, theme.text2,
                 option.direction);
    } else if (const QString mood = asked ? tr("Request sent") : presence.mood; !mood.isEmpty()) {
        nameLine.adjust(used, 0, 0, 0);
        // The dash stands next to the name, whatever the direction of the mood.
        const QString mark = option.direction == Qt::RightToLeft ? u"\u200f"_s : u"\u200e"_s;
        drawLine(painter, place(nameLine), mark + u" — "_s + core::isolated(mood), TextKind::Second, theme.text2,
                 option.direction);
    }
}

bool RosterDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                               const QModelIndex &index)
{
    const auto contact = index.data(RosterModel::ContactRole).value<core::Contact>();
    if (event->type() != QEvent::ToolTip || contact.id.isEmpty())
        return false;
    // Rich text so that long moods are wrapped; all that others wrote is escaped.
    const QString html = u"<p style='white-space:pre-wrap'>"_s + tip(index).toHtmlEscaped() + u"</p>"_s;
    QToolTip::showText(event->globalPos(), html, view, option.rect);
    return true;
}

QRect RosterDelegate::nameRect(const QRect &row, const QFont &font, Qt::LayoutDirection direction)
{
    return mirrored(direction, row, layoutOf(row, metrics::scale(font)).text);
}

// All that is known, a line each (features.md S14, 5.4).
QString RosterDelegate::tip(const QModelIndex &index) const
{
    const auto contact = index.data(RosterModel::ContactRole).value<core::Contact>();
    const auto presence = index.data(RosterModel::PresenceRole).value<core::ContactPresence>();
    const qint64 now = m_clock.wall();
    QStringList lines{sentence(index)};
    if (!contact.nickname.isEmpty() && !contact.profileName.isEmpty())
        lines.append(tr("Calls themselves %1").arg(core::isolated(contact.profileName)));
    if (core::isPresent(presence.availability) && contact.relation != core::Relation::Asked) {
        if (presence.since > 0)
            //: %1 is a state, %2 a time: "Busy since 14:02"
            lines.append(
                tr("%1 since %2").arg(availabilityName(presence.availability), words::moment(presence.since, now)));
        if (presence.until > now && presence.idleSince > 0)
            lines.append(tr("Idle since %1").arg(words::moment(presence.idleSince, now)));
        if (presence.heardAt > 0 && now - presence.heardAt >= recent)
            //: %1 is "15 minutes ago"
            lines.append(tr("Last heard of %1").arg(words::ago(presence.heardAt, now)));
        if (presence.devices > 1)
            lines.append(tr("Signed in on %Ln device(s)", nullptr, presence.devices));
        if (presence.rawShow == 0)
            lines.append(tr("Uses the web client: only a mood, no away or busy"));
    }
    if (core::isPresent(presence.availability) && presence.until > now && presence.next != core::Availability::Unknown)
        lines.append(words::stateUntilThen(availabilityName(presence.availability), presence.until,
                                           availabilityName(presence.next), now));
    if (presence.mutedUntil > 0)
        lines.append(words::muted(presence.mutedUntil));
    if (presence.rawShow < 0 || presence.rawShow > highestKnownShow)
        lines.append(tr("Their program sent a state we do not know (%1)").arg(presence.rawShow));
    if (const int unread = index.data(RosterModel::UnreadRole).toInt(); unread > 0)
        lines.append(tr("%Ln unread message(s)", nullptr, unread));
    return lines.join(u'\n');
}

QString RosterDelegate::secondLine(const core::Contact &contact, const core::ContactPresence &presence,
                                   const core::LastSeen::Fact &seen) const
{
    if (contact.relation == core::Relation::Asked)
        return tr("Request sent");
    const qint64 now = m_clock.wall();
    QString word = words::absenceOf(presence, seen, now);
    if (word.isEmpty())
        word = words::stateUntil(availabilityName(presence.availability), presence.until, now);
    if (presence.mood.isEmpty())
        return word;
    return tr("%1 · %2", "state, mood").arg(word, presence.mood);
}

qint64 RosterDelegate::changesIn(const QModelIndex &index) const
{
    const auto presence = index.data(RosterModel::PresenceRole).value<core::ContactPresence>();
    const auto seen = index.data(RosterModel::LastSeenRole).value<core::LastSeen::Fact>();
    const qint64 now = m_clock.wall();
    qint64 next = words::absenceChangesIn(presence, seen, now);
    const auto consider = [&next](qint64 wait) {
        if (wait > 0 && (next < 0 || wait < next))
            next = wait;
    };
    consider(presence.until - now);
    if (core::isPresent(presence.availability) && presence.heardAt > 0)
        consider(presence.heardAt + recent - now);
    return next;
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
        const auto section = index.data(RosterModel::SectionRole).value<RosterModel::Section>();
        const bool group = section == RosterModel::Section::Group;
        const QString name
            = group ? core::isolated(index.data(RosterModel::TitleRole).toString()) : sectionName(section);
        if (index.flags() & Qt::ItemIsEnabled) {
            const QString counts = tr("%1: %2 of %Ln contact(s) online", "group of the roster",
                                      index.data(RosterModel::TotalRole).toInt())
                                       .arg(name, QLocale().toString(index.data(RosterModel::OnlineRole).toInt()));
            return index.data(RosterModel::CollapsedRole).toBool() ? tr("%1, folded").arg(counts) : counts;
        }
        return tr("%1: %Ln contact(s)", "section of the roster", index.data(RosterModel::CountRole).toInt()).arg(name);
    }
    const auto presence = index.data(RosterModel::PresenceRole).value<core::ContactPresence>();
    if (contact.relation == core::Relation::Asked) {
        return tr("%1: %2", "contact, state").arg(core::isolated(contact.displayName()), tr("Request sent"));
    }
    const auto seen = index.data(RosterModel::LastSeenRole).value<core::LastSeen::Fact>();
    const QString absent = words::absenceOf(presence, seen, m_clock.wall());
    const QString name = core::isolated(contact.displayName());
    if (!absent.isEmpty()) {
        return presence.mood.isEmpty()
            ? tr("%1: %2", "contact, state").arg(name, absent)
            : tr("%1: %2. %3", "contact, state, mood").arg(name, absent, core::isolated(presence.mood));
    }
    const QString state
        = presenceSentence(contact.displayName(), presence.availability, presence.freshness, presence.mood);
    const QString when = times(presence);
    return when.isEmpty() ? state : tr("%1 (%2)", "sentence, time").arg(state, when);
}

} // namespace timbre::gui
