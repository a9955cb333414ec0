// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/outcome.h"

#include <QByteArray>
#include <QFile>

#include <memory>

namespace timbre::cli {

// A file that is being received: written under a hidden name that nobody has yet and given its own only when it is
// whole; deleted otherwise. Never writes over anything, never follows a symbolic link. Owned by the receiving command.
class IncomingFile
{
public:
    // `name` is safe already (safeFileName()).
    IncomingFile(const QString &folder, const QString &name, qint64 size);
    ~IncomingFile();
    Q_DISABLE_COPY_MOVE(IncomingFile)

    Outcome open();
    // One gzip'ed slice.
    Outcome append(QByteArrayView slice);
    // Gives it its name, with a number if that is taken. Afterwards path() is where it is.
    Outcome finish();

    QString path() const { return m_path; }
    qint64 received() const { return m_received; }

private:
    QString m_folder;
    QString m_name;
    qint64 m_size;
    qint64 m_received = 0;
    QString m_partial;
    QString m_path;
    QFile m_file;
};

} // namespace timbre::cli
