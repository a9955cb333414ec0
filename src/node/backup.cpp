// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/backup.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace timbre::node {

using namespace Qt::StringLiterals;

namespace {

QString copyInto(const QString &database, const QString &file)
{
    const QString connection = QUuid::createUuid().toString();
    QString failure;
    {
        QSqlDatabase sql = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        sql.setDatabaseName(database);
        sql.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s);
        if (sql.open()) {
            QSqlQuery query(sql);
            query.prepare(u"VACUUM INTO ?"_s);
            query.bindValue(0, file);
            if (!query.exec())
                failure = query.lastError().databaseText();
        } else {
            failure = sql.lastError().databaseText();
        }
    }
    QSqlDatabase::removeDatabase(connection);
    return failure;
}

} // namespace

Expected<Success, QString> backUp(const QString &database, const QString &file)
{
    if (!QFile::exists(database))
        return unexpected(u"there is no database %1"_s.arg(database));
    const QByteArray name = QFile::encodeName(file);
    // SQLite fills a file that is empty, and would make one with the umask's mode.
    const int made = ::open(name.constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (made < 0) {
        if (errno == EEXIST)
            return unexpected(u"%1 exists and is not overwritten"_s.arg(file));
        return unexpected(u"cannot write %1: %2"_s.arg(file, QString::fromLocal8Bit(std::strerror(errno))));
    }
    QString failure = copyInto(database, file);
    if (failure.isEmpty() && ::fsync(made) != 0)
        failure = QString::fromLocal8Bit(std::strerror(errno));
    ::close(made);
    if (failure.isEmpty())
        return Success();
    ::unlink(name.constData());
    return unexpected(u"cannot copy %1 to %2: %3"_s.arg(database, file, failure));
}

} // namespace timbre::node
