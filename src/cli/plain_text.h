// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>

// Text of other people on its way to a terminal. Pure.
namespace timbre::cli {

// One line that cannot steer a terminal or turn the text around it: controls (C0, DEL, C1), line breaks, bidi
// controls and lone surrogates become visible escapes such as \x1b or \u202e; a backslash becomes two.
QString plainText(QStringView text);

// One line of JSON with the same characters as \u escapes, so that it is both JSON and harmless.
QByteArray plainJson(const QJsonObject &object);

} // namespace timbre::cli
