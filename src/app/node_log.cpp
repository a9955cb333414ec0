// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "app/node_log.h"

#include <cstdio>
#include <sys/stat.h>

namespace timbre::app {

using node::LogLevel;

namespace {

// systemd gives device and inode of the stream it reads, so that a redirected stderr is not taken for it
// (sd-daemon(3)).
bool journalReadsStandardError()
{
    const QByteArray stream = qgetenv("JOURNAL_STREAM");
    struct stat status {
    };
    if (stream.isEmpty() || ::fstat(fileno(stderr), &status) != 0)
        return false;
    return stream == QByteArray::number(quint64(status.st_dev)) + ':' + QByteArray::number(quint64(status.st_ino));
}

void write(LogLevel level, const QString &line)
{
    static const bool journal = journalReadsStandardError();
    const QByteArray prefix = journal ? '<' + QByteArray::number(int(level)) + '>' : QByteArray("timbre-node: ");
    QByteArray text = line.toUtf8();
    text.replace('\n', ' ');
    const QByteArray whole = prefix + text + '\n';
    std::fwrite(whole.constData(), 1, std::size_t(whole.size()), stderr);
}

} // namespace

node::Log standardErrorLog()
{
    return write;
}

void say(const QString &sentence)
{
    write(LogLevel::Error, sentence);
}

} // namespace timbre::app
