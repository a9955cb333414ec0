// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/expected.h"

#include <QList>
#include <QStringList>

namespace timbre::cli {

// One line of a script: somebody does something, or is expected to have heard something. The language is documented in
// docs/man/timbre-cli.1.
struct PlayStep {
    int line = 0; // counted from 1
    QString text; // as written, trimmed
    QString actor;
    QStringList words; // without the "as NAME" at the end
    QString variable; // of "as NAME"; empty if there is none

    bool isExpectation() const { return words.value(0) == QLatin1StringView("expect"); }
};

inline constexpr qsizetype largestScript = 1024 * 1024; // bytes

// A script is at most that long, 10 000 lines and 26 actors. The error is a sentence that names the line.
Expected<QList<PlayStep>, QString> parsePlayScript(const QByteArray &bytes);

} // namespace timbre::cli
