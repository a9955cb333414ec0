// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QCoreApplication;

namespace timbre::app {

// Installs Timbre's and Qt's own texts for `language` ("zh_CN"), or for the desktop's if empty. Once, at start.
void installTranslations(QCoreApplication &app, const QString &language);

} // namespace timbre::app
