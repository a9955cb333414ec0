// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

// What happens to text that other people (or the clipboard) wrote, before it reaches a model, and to our own before
// it reaches the wire. The result is one line of plain text; showing it as anything but plain text is a bug.
namespace timbre::core {

inline constexpr int moodGraphemes = 128; // features.md S2
inline constexpr int moodBytes = 512;
inline constexpr int nameGraphemes = 64;
inline constexpr int nameBytes = 256;
inline constexpr int requestTextGraphemes = 200; // features.md S13

// NFC, without control and bidi-control characters, invisible fillers and lone surrogates; line breaks and runs of
// blanks become one blank; trimmed; cut at whole graphemes to both limits. Numeric HTML entities of webtim
// ("&#128512;") become their character in moods. Linear in the size of `text`, whatever it holds: it first cuts to a
// bounded prefix, so 1 MB costs no more than 4 KB.
QString cleanMood(QStringView text);
QString cleanName(QStringView text);
QString cleanRequestText(QStringView text);

inline constexpr qsizetype longestMessage = 16'384; // UTF-16 code units
inline constexpr int mostMessageLines = 400;

// For texts of several lines: as above, but line breaks (as \n) and blanks stay, except at both ends; cut at a whole
// grapheme to longestMessage and to mostMessageLines, and then ends in "…". Numeric HTML entities become their
// character, as webtim writes its emoji so.
QString cleanMessage(QStringView text);
// For sending: the same, but entities that the user typed stay as they are.
QString messageForWire(QStringView text);

// The number of user-perceived characters; a family emoji is one.
int graphemeCount(QStringView text);

// For sending: cleanMood, and < > become ‹ › because webtim shows moods as HTML (features.md S2).
QString moodForWire(QStringView text);

// U+2068 text U+2069, so that a right-to-left name cannot turn the sentence around it.
QString isolated(QStringView text);

} // namespace timbre::core
