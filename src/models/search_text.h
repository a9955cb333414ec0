// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <string_view>

// What typing into the roster is compared with (features.md S12). Texts are folded once, when they
// change, to UTF-8 without case, accents and invisible characters; matching is then a plain search
// for bytes.
namespace timbre::models {

// How well a contact fits, best first.
enum class Match : quint8 { NamePrefix, WordPrefix, InName, Elsewhere, None };

// NFKD without marks, case folded, letters that only look decorated (ł, ø) as their plain ones,
// blanks as one space. Holds no line break. Reads at most the first 512 characters.
QByteArray foldedForSearch(QStringView text);

// `text` is the folded name, and further folded fields after it, each set off by a line break;
// `name` is the length of the name in it. `needle` must not be empty.
Match matchOf(std::string_view text, qsizetype name, std::string_view needle);

} // namespace timbre::models
