// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/avatar.h"

#include "gui/theme.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPixmapCache>
#include <QTextBoundaryFinder>

#include <array>

using namespace Qt::StringLiterals;

namespace timbre::gui {

namespace {

// White letters have a contrast of at least 4.5 on each of them and on its grey (tst_theme).
constexpr std::array<QRgb, 14> backgrounds
    = {0xffc0420f, 0xffab5406, 0xff8a6410, 0xff55780f, 0xff1a7d3c, 0xff0f766e, 0xff0d708c,
       0xff0b67a3, 0xff2a55d0, 0xff4f46dc, 0xff7440dd, 0xff9b2bb0, 0xffb81d68, 0xffbe1a3f};

// FNV-1a: the same on every machine and in every run, unlike qHash.
quint32 stableHash(QStringView text)
{
    quint32 hash = 2166136261U;
    for (const QChar c : text) {
        hash = (hash ^ c.unicode()) * 16777619U;
    }
    return hash ^ (hash >> 15);
}

QStringView firstGrapheme(QStringView text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text.data(), text.size());
    const auto end = finder.toNextBoundary();
    return end > 0 ? text.left(end) : text;
}

bool startsWithLetter(QStringView word)
{
    if (word.isEmpty())
        return false;
    if (word.size() > 1 && word[0].isHighSurrogate() && word[1].isLowSurrogate())
        return QChar::isLetterOrNumber(QChar::surrogateToUcs4(word[0], word[1]));
    return word[0].isLetterOrNumber();
}

// Scripts without case (Han, kana, Arabic…) say enough with one sign; two would not fit, or join.
bool isCaseless(QStringView grapheme)
{
    const QChar c = grapheme.front();
    return c.isLetter() && !c.isUpper() && !c.isLower();
}

} // namespace

QString avatarLetters(const QString &name)
{
    constexpr qsizetype longestLooked = 64;
    QStringView first;
    QStringView last;
    const QStringView looked = QStringView(name).left(longestLooked);
    for (const QStringView word : looked.tokenize(u' ', Qt::SkipEmptyParts)) {
        if (!startsWithLetter(word))
            continue;
        (first.isEmpty() ? first : last) = firstGrapheme(word);
    }
    if (first.isEmpty()) {
        const QStringView trimmed = looked.trimmed();
        return trimmed.isEmpty() ? u"?"_s : firstGrapheme(trimmed).toString();
    }
    if (last.isEmpty() || isCaseless(first) || isCaseless(last))
        return first.toString().toUpper();
    return (first.toString() + last.toString()).toUpper();
}

QColor avatarColor(const core::ContactId &id, bool grey)
{
    const QColor color = QColor::fromRgb(backgrounds[stableHash(id.node()) % backgrounds.size()]);
    if (!grey)
        return color;
    const int level = qGray(color.rgb());
    const auto mix = [level](int part) { return (level * 85 + part * 15) / 100; };
    return {mix(color.red()), mix(color.green()), mix(color.blue())};
}

QPixmap avatarPixmap(const core::ContactId &id, const QString &name, int size, qreal devicePixelRatio, bool grey)
{
    const QString letters = avatarLetters(name);
    const QString key = u"timbre/avatar/%1/%2/%3/%4/%5"_s.arg(
        id.node(), letters, QString::number(size), QString::number(devicePixelRatio), grey ? u"g"_s : u"c"_s);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;

    const int pixels = qCeil(size * devicePixelRatio);
    pixmap = QPixmap(pixels, pixels);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF rect(0, 0, size, size);
    const QColor base = avatarColor(id, grey);
    painter.setPen(Qt::NoPen);
    painter.setBrush(base);
    painter.drawEllipse(rect);

    QFont font = withEmoji(QGuiApplication::font());
    font.setPixelSize(qRound(size * (letters.size() > 1 ? 0.38 : 0.44)));
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, letters);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace timbre::gui
