// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "core/contact.h"
#include "core/last_seen.h"
#include "gui/presence_painter.h"
#include "gui/theme.h"

#include <QCache>
#include <QHash>
#include <QPixmap>
#include <QStaticText>
#include <QStyledItemDelegate>

namespace timbre::gui {

// Paints one row of a roster: avatar with presence shape, name, state and mood, the age of what is
// known, unread messages; one line of all that where rows are low (compact); or a section header (features.md 5.1-5.3).
// Everything that costs is kept: avatars in QPixmapCache, shapes and laid-out texts here. All text is plain text. Owned
// by RosterPanel.
class RosterDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RosterDelegate(core::Clock &clock, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    // Where the name stands in a row; the inline editor covers it.
    static QRect nameRect(const QRect &row, const QFont &font, Qt::LayoutDirection direction);
    // "Busy until 15:00 · in a meeting", "Request sent".
    QString secondLine(const core::Contact &contact, const core::ContactPresence &presence,
                       const core::LastSeen::Fact &seen = {}) const;
    // Milliseconds until anything a row says reads or looks differently by itself; -1 = never.
    qint64 changesIn(const QModelIndex &index) const;
    // "until 15:00", "idle since 14:02": what a present contact's program says of their time; else empty.
    QString times(const core::ContactPresence &presence) const;
    // The whole row, contact or header, as one sentence: for screen readers and tooltips.
    QString sentence(const QModelIndex &index) const;

private:
    enum class TextKind { Name, Second, Header, Pill };
    struct TextKey {
        QString text;
        int width;
        TextKind kind;
        bool operator==(const TextKey &) const = default;
        friend size_t qHash(const TextKey &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.text, key.width, static_cast<int>(key.kind));
        }
    };
    struct ShapeKey {
        core::Availability availability;
        core::Freshness freshness;
        Certainty certainty;
        int size;
        QRgb ring;
        qreal ratio;
        bool operator==(const ShapeKey &) const = default;
        friend size_t qHash(const ShapeKey &key, size_t seed = 0)
        {
            return qHashMulti(seed, static_cast<int>(key.availability), static_cast<int>(key.freshness),
                              static_cast<int>(key.certainty), key.size, key.ring, key.ratio);
        }
    };

    void useFont(const QFont &font) const;
    const QFont &fontOf(TextKind kind) const;
    // Draws one line, elided, at the leading or trailing edge; returns its width.
    int drawLine(QPainter *painter, const QRect &rect, const QString &text, TextKind kind, const QColor &color,
                 Qt::LayoutDirection direction, bool trailing = false) const;
    void paintHeader(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                     const Theme &theme) const;
    QColor paintBackground(QPainter *painter, const QStyleOptionViewItem &option, const Theme &theme) const;
    void paintShape(QPainter *painter, const QPoint &at, int size, const core::ContactPresence &presence,
                    const Theme &theme, const QColor &ring) const;
    // At the trailing edge of `rect`; returns the width it took.
    int paintPill(QPainter *painter, const QRect &rect, int count, const Theme &theme,
                  Qt::LayoutDirection direction) const;
    QString tip(const QModelIndex &index) const;

    core::Clock &m_clock;
    // Made from the font of the view; thrown away when it changes.
    mutable QFont m_base;
    mutable QFont m_name;
    mutable QFont m_second;
    mutable QFont m_header;
    mutable double m_scale = 0.0;
    mutable QCache<TextKey, QStaticText> m_texts;
    mutable QHash<ShapeKey, QPixmap> m_shapes;
    mutable bool m_plainShapes = false; // those in m_shapes
};

} // namespace timbre::gui
