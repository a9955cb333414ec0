// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace timbre::test {

// Speaks a language of translations/ while it lives: "en" (plurals) or "zh_CN".
class Language
{
public:
    explicit Language(const QString &code) : m_before(QLocale())
    {
        m_ready = m_translator.load(QStringLiteral(TIMBRE_QM_DIR "/timbre_%1.qm").arg(code));
        QLocale::setDefault(QLocale(code));
        QCoreApplication::installTranslator(&m_translator);
    }
    ~Language()
    {
        QCoreApplication::removeTranslator(&m_translator);
        QLocale::setDefault(m_before);
    }
    Language(const Language &) = delete;
    Language &operator=(const Language &) = delete;

    bool isReady() const { return m_ready; }

private:
    QTranslator m_translator;
    QLocale m_before;
    bool m_ready = false;
};

} // namespace timbre::test
