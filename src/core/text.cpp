// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/text.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace timbre::core {

using namespace Qt::StringLiterals;

namespace {

// Enough for 200 graphemes of entities or of eight marks each; everything beyond is never looked
// at.
constexpr qsizetype longestInput = 4096;
constexpr int marksPerBase = 8;

constexpr char32_t zeroWidthNonJoiner = 0x200C;
constexpr char32_t zeroWidthJoiner = 0x200D;
constexpr char32_t blackFlag = 0x1F3F4; // starts the flags of England, Scotland and Wales, spelled in tag characters

bool isTag(char32_t c)
{
    return c >= 0xE0020 && c <= 0xE007F;
}

bool isMark(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

bool isBlank(char32_t c)
{
    return QChar::isSpace(c) || c == 0x85;
}

// Characters that show nothing and turn or hide what stands around them.
bool isInvisible(char32_t c)
{
    if (c == zeroWidthJoiner || c == zeroWidthNonJoiner)
        return false;
    switch (c) {
    case 0x034F: // combining grapheme joiner
    case 0x115F: // Hangul fillers
    case 0x1160:
    case 0x3164:
    case 0xFFA0:
    case 0x17B4: // Khmer inherent vowels
    case 0x17B5:
    case 0x2800: // braille blank
        return true;
    default:
        break;
    }
    if ((c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF)) // noncharacters
        return true;
    const QChar::Category category = QChar::category(c);
    return category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Other_Surrogate;
}

// Length of "&#123;" or "&#x1F600;" at the start of text, 0 if there is none; the character goes to
// *c.
qsizetype numericEntity(QStringView text, char32_t *c)
{
    if (!text.startsWith(u"&#"))
        return 0;
    const bool hex = text.size() > 2 && (text[2] == u'x' || text[2] == u'X');
    const qsizetype begin = hex ? 3 : 2;
    const qsizetype end = text.left(begin + 9).indexOf(u';');
    if (end <= begin)
        return 0;
    bool ok = text[begin] != u' ' && text[begin] != u'+'; // which toUInt() would allow
    const uint value = ok ? text.mid(begin, end - begin).toUInt(&ok, hex ? 16 : 10) : 0;
    if (!ok || value == 0 || value > 0x10FFFF || QChar::isSurrogate(value))
        return 0;
    *c = value;
    return end + 1;
}

enum class Entities { Keep, Decode };
enum class Blanks { Fold, Keep };

bool isLineBreak(char32_t c)
{
    return (c >= u'\n' && c <= u'\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

QString filtered(QStringView text, Entities entities, Blanks blanks = Blanks::Fold)
{
    QString result;
    result.reserve(text.size());
    char32_t last = 0; // the last character kept
    int marks = 0;
    bool blank = false;
    for (qsizetype i = 0; i < text.size();) {
        char32_t c = text[i].unicode();
        qsizetype length = 1;
        if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            length = 2;
        } else if (c == u'&' && entities == Entities::Decode) {
            if (const qsizetype entity = numericEntity(text.mid(i), &c))
                length = entity;
        }
        i += length;

        if (blanks == Blanks::Keep && isBlank(c)) {
            if (c == u'\r' && i < text.size() && text[i] == u'\n')
                continue;
            result += isLineBreak(c) ? u"\n"_s : c == u'\t' ? u"    "_s : u" "_s;
            last = 0;
            marks = 0;
            continue;
        }
        if (isBlank(c)) {
            blank = last != 0;
            continue;
        }
        if (isTag(c) ? !(last == blackFlag || isTag(last)) : isInvisible(c))
            continue;
        const bool joins = c == zeroWidthJoiner || c == zeroWidthNonJoiner;
        if (isMark(c) || joins) {
            // Nothing to stand on, or one of a pile.
            if (last == 0 || blank || ++marks > marksPerBase || (joins && last == c))
                continue;
        } else if (last != zeroWidthJoiner) {
            marks = 0;
        }
        if (blank) {
            result += u' ';
            blank = false;
        }
        result += QChar::fromUcs4(c);
        last = c;
    }
    return result;
}

qsizetype utf8Size(QStringView text)
{
    qsizetype size = 0;
    for (const QChar c : text)
        size += c.unicode() < 0x80 ? 1 : c.unicode() < 0x800 || c.isSurrogate() ? 2 : 3;
    return size;
}

QString cut(const QString &text, int graphemes, int bytes)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype end = 0;
    qsizetype used = 0;
    for (int i = 0; i < graphemes; ++i) {
        const qsizetype next = finder.toNextBoundary();
        if (next < 0)
            break;
        used += utf8Size(QStringView(text).mid(end, next - end));
        if (used > bytes)
            break;
        end = next;
    }
    return text.left(end).trimmed();
}

QString clean(QStringView text, int graphemes, int bytes, Entities entities)
{
    const QString plain = filtered(text.left(longestInput), entities);
    return cut(plain.normalized(QString::NormalizationForm_C), graphemes, bytes);
}

QString cleanLines(QStringView text, Entities entities)
{
    QString plain = filtered(text.left(longestMessage), entities, Blanks::Keep)
                        .normalized(QString::NormalizationForm_C)
                        .trimmed();
    if (plain.isEmpty())
        return plain;
    qsizetype end = std::min(plain.size(), longestMessage - 1);
    int lines = 1;
    for (qsizetype at = plain.indexOf(u'\n'); at >= 0 && at < end; at = plain.indexOf(u'\n', at + 1)) {
        if (++lines > mostMessageLines)
            end = at;
    }
    if (text.size() <= longestMessage && end >= plain.size() - 1 && plain.size() <= longestMessage)
        return plain;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, plain);
    finder.setPosition(end);
    if (!finder.isAtBoundary())
        finder.toPreviousBoundary();
    return plain.left(finder.position()).trimmed() + u'…';
}

} // namespace

QString cleanMood(QStringView text)
{
    return clean(text, moodGraphemes, moodBytes, Entities::Decode);
}

QString cleanName(QStringView text)
{
    return clean(text, nameGraphemes, nameBytes, Entities::Keep);
}

QString cleanRequestText(QStringView text)
{
    // Four bytes is the longest a character can be; family emoji may be longer, and then fewer fit.
    return clean(text, requestTextGraphemes, requestTextGraphemes * 4, Entities::Keep);
}

QString cleanMessage(QStringView text)
{
    return cleanLines(text, Entities::Decode);
}

QString messageForWire(QStringView text)
{
    return cleanLines(text, Entities::Keep);
}

int graphemeCount(QStringView text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text.toString());
    int count = 0;
    while (finder.toNextBoundary() >= 0)
        ++count;
    return count;
}

QString moodForWire(QStringView text)
{
    QString mood = cleanMood(text);
    mood.replace(u'<', u'\u2039').replace(u'>', u'\u203A');
    return cut(mood, moodGraphemes, moodBytes); // the replacements are longer in UTF-8
}

QString isolated(QStringView text)
{
    return QChar(0x2068) + text.toString() + QChar(0x2069);
}

} // namespace timbre::core
