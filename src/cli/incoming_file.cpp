// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/incoming_file.h"

#include "cli/file_offer.h"
#include "cli/gzip.h"

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace timbre::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostNumbers = 1'000; // "report (999).pdf"

Outcome failed(const QString &sentence)
{
    return {ExitCode::LocalFile, sentence};
}

QString systemError()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

} // namespace

IncomingFile::IncomingFile(const QString &folder, const QString &name, qint64 size) :
    m_folder(folder),
    m_name(name),
    m_size(size)
{
}

IncomingFile::~IncomingFile()
{
    if (m_file.isOpen()) {
        m_file.close();
        ::unlink(QFile::encodeName(m_partial).constData());
    }
}

Outcome IncomingFile::open()
{
    m_partial = QDir(m_folder).filePath(u".timbre-%1.part"_s.arg(QRandomGenerator::system()->generate64(), 0, 36));
    const int descriptor = ::open(QFile::encodeName(m_partial).constData(),
                                  O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return failed(u"Nothing can be written into %1: %2."_s.arg(m_folder, systemError()));
    m_file.open(descriptor, QIODevice::WriteOnly, QFileDevice::AutoCloseHandle);
    return {};
}

Outcome IncomingFile::append(QByteArrayView slice)
{
    const auto bytes = gunzip(slice, largestSlice);
    if (!bytes)
        return failed(u"A piece of the file arrived damaged; it was not kept."_s);
    m_received += bytes->size();
    if (m_received > m_size)
        return failed(u"More arrived than was offered; it was not kept."_s);
    if (m_file.write(*bytes) != bytes->size())
        return failed(u"%1 cannot be written: %2."_s.arg(m_partial, m_file.errorString()));
    return {};
}

Outcome IncomingFile::finish()
{
    if (m_received != m_size)
        return failed(u"%1 of %2 bytes arrived; the file was not kept."_s.arg(m_received).arg(m_size));
    if (!m_file.flush() || ::fsync(m_file.handle()) != 0)
        return failed(u"%1 cannot be written: %2."_s.arg(m_partial, systemError()));
    const QFileInfo name(m_name);
    const QString suffix = name.suffix().isEmpty() ? QString() : u'.' + name.suffix();
    for (int number = 0; number < mostNumbers; ++number) {
        const QString numbered
            = number == 0 ? m_name : u"%1 (%2)%3"_s.arg(name.completeBaseName()).arg(number).arg(suffix);
        m_path = QDir(m_folder).filePath(numbered);
        // link() fails if there is anything of that name, a dangling symbolic link too.
        if (::link(QFile::encodeName(m_partial).constData(), QFile::encodeName(m_path).constData()) == 0) {
            m_file.close();
            ::unlink(QFile::encodeName(m_partial).constData());
            return {};
        }
        // vfat and some network folders have no hard links; this refuses to overwrite too.
        const bool noLinks = errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS;
        if (noLinks
            && ::renameat2(AT_FDCWD, QFile::encodeName(m_partial).constData(), AT_FDCWD,
                           QFile::encodeName(m_path).constData(), RENAME_NOREPLACE)
                == 0) {
            m_file.close();
            return {};
        }
        if (errno != EEXIST)
            break;
    }
    return failed(u"%1 cannot be made: %2."_s.arg(m_path, systemError()));
}

} // namespace timbre::cli
