// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/data_folder.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace timbre::node {

using namespace Qt::StringLiterals;

namespace {

Unexpected<StartError> unusable(const QString &path)
{
    return unexpected(StartError{StartError::Kind::DataFolderUnusable,
                                 path + u": "_s + QString::fromLocal8Bit(std::strerror(errno))});
}

} // namespace

Expected<DataFolder, StartError> DataFolder::open(const QString &path)
{
    const QString folder = QDir::cleanPath(QDir(path).absolutePath());
    if (path.isEmpty())
        return unexpected(StartError{StartError::Kind::DataFolderUnusable, u"no data folder given"_s});
    const bool existed = QDir(folder).exists();
    if (!existed) {
        const QString parent = QFileInfo(folder).absolutePath();
        if (!QDir().mkpath(parent) || ::mkdir(QFile::encodeName(folder).constData(), 0700) != 0)
            return unusable(folder);
    }
    const int lock
        = ::open(QFile::encodeName(folder + u"/node.lock"_s).constData(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (lock < 0)
        return unusable(folder);
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        const bool taken = errno == EWOULDBLOCK;
        const auto failure = unusable(folder);
        ::close(lock);
        if (taken)
            return unexpected(StartError{StartError::Kind::DataFolderInUse, folder});
        return failure;
    }
    return DataFolder(folder, lock);
}

DataFolder::DataFolder(QString path, int lock) : m_path(std::move(path)), m_lock(lock) { }

DataFolder::DataFolder(DataFolder &&other) noexcept :
    m_path(std::move(other.m_path)),
    m_lock(std::exchange(other.m_lock, -1))
{
}

DataFolder &DataFolder::operator=(DataFolder &&other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_lock, other.m_lock);
    return *this;
}

DataFolder::~DataFolder()
{
    if (m_lock >= 0)
        ::close(m_lock);
}

QString DataFolder::databasePath() const
{
    return m_path + u"/node.db"_s;
}

} // namespace timbre::node
