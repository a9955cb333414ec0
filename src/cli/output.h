// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <cstdio>

namespace timbre::cli {

// Where commands put what they found: one record at a time, as JSON and as the cells of a table row. Owned by main()
// or by the player of a script.
class Output
{
public:
    virtual ~Output() = default;
    virtual void record(const QJsonObject &json, const QStringList &cells) = 0;
    // What happens while somebody watches: JSON whatever the options say.
    virtual void event(const QJsonObject &json) = 0;
};

// The process's own output: JSON lines at once with --json, else rows whose columns align, written by finish(). All
// text is made harmless here and nowhere else.
class TerminalOutput final : public Output
{
public:
    TerminalOutput(std::FILE *file, bool isJson) : m_file(file), m_isJson(isJson) { }
    ~TerminalOutput() override { finish(); }

    void record(const QJsonObject &json, const QStringList &cells) override;
    void event(const QJsonObject &json) override;
    void finish();

private:
    std::FILE *m_file;
    bool m_isJson;
    QList<QStringList> m_rows;
};

// A sentence on stderr, with the program's name in front.
void complain(const QString &sentence);

} // namespace timbre::cli
