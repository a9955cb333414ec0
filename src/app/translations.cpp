// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

#include "app/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace timbre::app {

using namespace Qt::StringLiterals;

void installTranslations(QCoreApplication &app, const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale() : QLocale(language);
    if (!language.isEmpty())
        QLocale::setDefault(locale);

    auto *qtTexts = new QTranslator(&app);
    if (qtTexts->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qtTexts);

    // English is loaded too: its file holds the plurals.
    auto *ownTexts = new QTranslator(&app);
    if (ownTexts->load(locale, u"timbre"_s, u"_"_s, u":/i18n"_s) || ownTexts->load(u":/i18n/timbre_en"_s))
        QCoreApplication::installTranslator(ownTexts);
}

} // namespace timbre::app
