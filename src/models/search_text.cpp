// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "models/search_text.h"

#include <algorithm>

namespace timbre::models {

namespace {

constexpr qsizetype maxFolded = 512;

// Letters that people leave undecorated when typing and that Unicode does not take apart.
QStringView plainLetters(char16_t folded)
{
    switch (folded) {
    case u'ł':
        return u"l";
    case u'ø':
        return u"o";
    case u'đ':
    case u'ð':
        return u"d";
    case u'ħ':
        return u"h";
    case u'ı':
        return u"i";
    case u'ŧ':
        return u"t";
    case u'æ':
        return u"ae";
    case u'œ':
        return u"oe";
    case u'þ':
        return u"th";
    case u'ß':
        return u"ss";
    default:
        return {};
    }
}

// ASCII that only needs its case folded.
bool isPlain(QStringView text)
{
    QChar before = u' ';
    for (const QChar c : text) {
        if (c.unicode() < 0x20 || c.unicode() > 0x7e || (c == u' ' && before == u' '))
            return false;
        before = c;
    }
    return !text.endsWith(u' ');
}

// Words of names are set off by anything that is neither letter nor digit; bytes of longer
// sequences are letters.
bool endsWord(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x80 && !(byte >= 'a' && byte <= 'z') && !(byte >= '0' && byte <= '9');
}

} // namespace

QByteArray foldedForSearch(QStringView text)
{
    text = text.left(maxFolded);
    QByteArray result;
    if (isPlain(text)) {
        result.reserve(text.size());
        for (const QChar c : text) {
            const auto ascii = static_cast<char>(c.unicode());
            result.append(ascii >= 'A' && ascii <= 'Z' ? static_cast<char>(ascii + 32) : ascii);
        }
        return result;
    }

    const QString decomposed = text.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString folded;
    folded.reserve(decomposed.size());
    for (qsizetype i = 0; i < decomposed.size(); ++i) {
        const QChar c = decomposed.at(i);
        char32_t point = c.unicode();
        const bool pair = c.isHighSurrogate() && i + 1 < decomposed.size() && decomposed.at(i + 1).isLowSurrogate();
        if (pair)
            point = QChar::surrogateToUcs4(c, decomposed.at(++i));
        switch (QChar::category(point)) {
        case QChar::Mark_NonSpacing:
        case QChar::Mark_Enclosing:
        case QChar::Other_Format:
        case QChar::Other_Surrogate:
            continue;
        case QChar::Separator_Space:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
        case QChar::Other_Control:
            if (!folded.isEmpty() && folded.back() != u' ')
                folded.append(u' ');
            continue;
        default:
            break;
        }
        if (pair) {
            folded.append(c).append(decomposed.at(i));
        } else if (const QStringView plain = plainLetters(c.unicode()); !plain.isEmpty()) {
            folded.append(plain);
        } else {
            folded.append(c);
        }
    }
    while (folded.endsWith(u' '))
        folded.chop(1);
    return folded.toUtf8();
}

Match matchOf(std::string_view text, qsizetype name, std::string_view needle)
{
    const auto nameEnd = static_cast<size_t>(name);
    size_t at = text.find(needle);
    if (at == std::string_view::npos)
        return Match::None;
    if (at + needle.size() > nameEnd)
        return Match::Elsewhere;
    if (at == 0)
        return Match::NamePrefix;
    for (; at != std::string_view::npos && at + needle.size() <= nameEnd; at = text.find(needle, at + 1)) {
        if (endsWord(text[at - 1]))
            return Match::WordPrefix;
    }
    return Match::InName;
}

} // namespace timbre::models
