// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/output.h"

#include "cli/plain_text.h"

namespace timbre::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype widestColumn = 40; // a longer cell pushes its own row only

void write(std::FILE *file, const QByteArray &line)
{
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), file);
    std::fputc('\n', file);
}

} // namespace

void TerminalOutput::record(const QJsonObject &json, const QStringList &cells)
{
    if (m_isJson)
        return event(json);
    QStringList row;
    for (const QString &cell : cells)
        row.append(plainText(cell));
    m_rows.append(row);
}

void TerminalOutput::event(const QJsonObject &json)
{
    write(m_file, plainJson(json));
    std::fflush(m_file);
}

void TerminalOutput::finish()
{
    QList<qsizetype> widths;
    for (const QStringList &row : std::as_const(m_rows)) {
        widths.resize(qMax(widths.size(), row.size()), 0);
        for (qsizetype column = 0; column < row.size(); ++column)
            widths[column] = qMax(widths[column], qMin(row[column].size(), widestColumn));
    }
    for (const QStringList &row : std::as_const(m_rows)) {
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column) {
            const bool isLast = column + 1 == row.size();
            line += isLast ? row[column] : row[column].leftJustified(widths[column]) + u"  "_s;
        }
        while (line.endsWith(u' '))
            line.chop(1);
        write(m_file, line.toUtf8());
    }
    m_rows.clear();
    std::fflush(m_file);
}

void complain(const QString &sentence)
{
    write(stderr, "timbre-cli: " + plainText(sentence).toUtf8());
}

} // namespace timbre::cli
