// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/node.h"

namespace timbre::node {

// The folder a node lives in: made with mode 0700, and locked for as long as this object lives so
// that a second node cannot open the same database. The kernel drops the lock when the process dies
// in whatever way.
class DataFolder
{
public:
    static Expected<DataFolder, StartError> open(const QString &path);
    DataFolder(DataFolder &&other) noexcept;
    DataFolder &operator=(DataFolder &&other) noexcept;
    ~DataFolder();

    QString path() const { return m_path; }
    QString databasePath() const;

private:
    DataFolder(QString path, int lock);

    QString m_path;
    int m_lock = -1;
};

} // namespace timbre::node
